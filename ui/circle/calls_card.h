// What carers rang about: the newest first, with the words of its note, and what is owed.
#pragma once

#include "circle/circle_words.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class CallsCard final : public Card {
    Q_OBJECT

public:
    CallsCard(const Theme& theme, const app::CarerList& list, Instant now, bool all, QWidget* parent = nullptr);

signals:
    void noteActivated(const holdfast::NoteId& note);
    void allRequested();

private:
    QWidget* row(const app::CarerList& list, const app::CallLine& line, Instant now);

    const Theme& m_theme;
};

}  // namespace holdfast::ui
