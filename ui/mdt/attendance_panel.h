// Who is in the meeting, by service: here, on video or away. A decision stands when both services are there.
#pragma once

#include "app/meetings.h"
#include "widgets/cards.h"

class QScrollArea;

namespace holdfast::ui {

class AttendancePanel final : public Card {
    Q_OBJECT

public:
    explicit AttendancePanel(const Theme& theme, QWidget* parent = nullptr);

    void show(const app::MeetingBoard& board, bool mayChange);
    using QWidget::show;

signals:
    void presenceChanged(int attendee, int presence);
    void addRequested();

private:
    QWidget* group(const app::MeetingBoard& board, MeetingSide side, bool mayChange);
    QWidget* row(const app::MeetingBoard& board, std::size_t index, bool mayChange);

    const Theme& m_theme;
    QWidget* m_head;
    QScrollArea* m_scroll;
};

}  // namespace holdfast::ui
