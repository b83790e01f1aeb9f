// Where we are in a long form, and what happens next on a clock line.
#pragma once

#include "theme/tokens.h"

#include <QAbstractButton>
#include <QFrame>

namespace holdfast::ui {

class Theme;

/// Done, now, error, to do: one for each section; pressing it scrolls the form there.
class JumpList final : public QWidget {
    Q_OBJECT

public:
    enum class State : std::uint8_t { toDo, now, done, error };

    explicit JumpList(const Theme& theme, QWidget* parent = nullptr);

    void setSteps(const QStringList& names);
    /// `note` is read with the name: "Risk, 1 answer needed".
    void setState(int index, State state, const QString& note = {});
    State state(int index) const;

signals:
    void jumped(int index);

private:
    const Theme& m_theme;
    QList<QAbstractButton*> m_steps;
};

/// One moment on the clock line: a disc, what happens in bold, and a line under it.
class StepRow final : public QFrame {
    Q_OBJECT

public:
    struct Data {
        QString icon;
        QString title;  ///< "Today: challenge letter to the team manager"
        QString detail;
        bool now = false;     ///< filled disc
        bool last = false;    ///< no line below
        bool certain = true;  ///< dashed line to the next one when it only happens if nobody replies
    };

    StepRow(const Theme& theme, Data data, QWidget* trailing = nullptr, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Data m_data;
};

/// "3 working days on the clock".
class ClockRing final : public QWidget {
    Q_OBJECT

public:
    ClockRing(const Theme& theme, int number, Role role = Role::joint, QWidget* parent = nullptr);
    void setNumber(int number, Role role);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_number;
    Role m_role;
};

}  // namespace holdfast::ui
