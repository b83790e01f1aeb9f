// What was recorded of one person, to read: after the talk, in an older meeting, or for somebody who does not run it.
#pragma once

#include "app/meetings.h"

#include <QWidget>

class QScrollArea;

namespace holdfast::ui {

class Theme;

class OutcomeView final : public QWidget {
    Q_OBJECT

public:
    explicit OutcomeView(const Theme& theme, QWidget* parent = nullptr);

    void show(const app::AgendaLine& line, const app::NameBook& names, bool mayChange, Instant now);
    using QWidget::show;
    /// Nobody is chosen, or the meeting is not on yet.
    void showNothing(const QString& title, const QString& detail, const QString& action = {});

    /// Whether what was decided can be told in a letter from here.
    void setMayWriteLetter(bool may) { m_mayWriteLetter = may; }

signals:
    void letterRequested(const holdfast::PersonId& person, const holdfast::EventId& meeting);
    void changeRequested();
    void takeBackRequested();
    void personRequested(const holdfast::PersonId& person);
    void actionTriggered();

private:
    const Theme& m_theme;
    bool m_mayWriteLetter = false;
    QScrollArea* m_scroll;
};

}  // namespace holdfast::ui
