// How much of the time for the person who is talked about is left, and what the time is. It hurries nobody: it says so
// in words, and never makes a sound.
#pragma once

#include "base/clock.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace holdfast::ui {

class IconLabel;
class RunLabel;
class Theme;

class MeetingTimer final : public QWidget {
    Q_OBJECT

public:
    MeetingTimer(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    /// When the next person is due; nothing while nobody is talked about.
    void setEnd(std::optional<Instant> end);
    void tick();

private:
    const Theme& m_theme;
    const Clock& m_clock;
    std::optional<Instant> m_end;
    QTimer m_tick;
    IconLabel* m_icon;
    RunLabel* m_words;
};

}  // namespace holdfast::ui
