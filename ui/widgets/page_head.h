// The head of a page: its title, a line under it, and what can be done here, at the right or under it where there is
// no room, in as many lines as it takes.
#pragma once

#include "widgets/buttons.h"

#include <QWidget>

class QAction;
class QBoxLayout;

namespace holdfast::ui {

class FlowLayout;
class RunLabel;

class PageHead final : public QWidget {
    Q_OBJECT

public:
    PageHead(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    RunLabel& summary() { return *m_summary; }
    /// Does what the action does and is enabled and shown as the action is.
    Button* addButton(QAction& action, const QString& words, ButtonKind kind, const QString& icon);
    /// A word before the buttons.
    void addWidget(QWidget* widget);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    const Theme& m_theme;
    QBoxLayout* m_across;
    QWidget* m_buttons;
    FlowLayout* m_row;
    RunLabel* m_summary;
};

}  // namespace holdfast::ui
