// Who this is: initials, name, what they like to be called, hold state, number and contact wish; and the strip of
// alerts under it, safety first.
#pragma once

#include "person/person_view.h"
#include "shell/window_class.h"

#include <QFrame>

namespace holdfast::ui {

/// `buttons` go at the end of the first line, or under the names in a narrow window; the header takes them over.
class PersonHeader final : public QFrame {
    Q_OBJECT

public:
    PersonHeader(const Theme& theme, QWidget* buttons, QWidget* tabs, QWidget* parent = nullptr);

    void show(const PersonHeaderView& view, const std::vector<AlertView>& alerts, WindowClass windowClass);
    using QWidget::show;

private:
    QWidget* names(const PersonHeaderView& view);
    QWidget* facts(const PersonHeaderView& view);
    QWidget* strip(const std::vector<AlertView>& alerts);

    const Theme& m_theme;
    QWidget* m_buttons;
    QWidget* m_tabs;
    class QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

}  // namespace holdfast::ui
