// The agenda: who is talked about, when, why, and how far the meeting is.
#pragma once

#include "app/meetings.h"
#include "shell/window_class.h"
#include "widgets/cards.h"

class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Choice;
class RunLabel;

class AgendaPanel final : public Card {
    Q_OBJECT

public:
    explicit AgendaPanel(const Theme& theme, QWidget* parent = nullptr);

    void show(const app::MeetingBoard& board, const PersonId& chosen, bool mayChange);
    using QWidget::show;
    /// Narrow: a drop-down instead of the list.
    void setNarrow(bool narrow);
    QWidget* focusTarget() const;

signals:
    void chosen(const holdfast::PersonId& person);
    void addRequested();
    void takeOffRequested(const holdfast::PersonId& person);
    void putBackRequested(const holdfast::PersonId& person);

private:
    QWidget* row(const app::MeetingBoard& board, std::size_t index, const PersonId& chosen);

    const Theme& m_theme;
    RunLabel* m_sum;
    QScrollArea* m_scroll;
    Choice* m_choice;
    QWidget* m_foot;
    QVBoxLayout* m_column;
    std::vector<PersonId> m_people;
    QWidget* m_chosenRow = nullptr;
};

}  // namespace holdfast::ui
