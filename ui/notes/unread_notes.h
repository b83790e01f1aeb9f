// Notes that a worker has not read about the people they hold: a card on Today, and all of them in a sheet.
#pragma once

#include "app/notes.h"
#include "widgets/cards.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class UnreadCard final : public Card {
    Q_OBJECT

public:
    UnreadCard(const Theme& theme, const app::UnreadNotes& unread, Instant now, QWidget* parent = nullptr);

signals:
    void noteActivated(const holdfast::PersonId& person, const holdfast::NoteId& note);
    void allRequested();
};

class UnreadSheet final : public DialogSheet {
    Q_OBJECT

public:
    UnreadSheet(const Theme& theme, const app::UnreadNotes& unread, Instant now, QWidget& window);

signals:
    void noteActivated(const holdfast::PersonId& person, const holdfast::NoteId& note);
};

}  // namespace holdfast::ui
