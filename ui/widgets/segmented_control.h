// One choice out of a few that are always seen: Mine | My team | Everyone. The chosen one has a tick and a tint.
#pragma once

#include <QButtonGroup>
#include <QFrame>

namespace holdfast::ui {

class Theme;

class SegmentedControl final : public QFrame {
    Q_OBJECT

public:
    SegmentedControl(const Theme& theme, const QString& name, const QStringList& choices, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int index);  ///< emits chosen() only when it changes

signals:
    void chosen(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshNames();

    const Theme& m_theme;
    QButtonGroup m_group;
    QStringList m_choices;
};

}  // namespace holdfast::ui
