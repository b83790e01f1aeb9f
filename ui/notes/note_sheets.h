// Two small sheets about one note: who has read it, and why it was entered in error.
#pragma once

#include "app/notes.h"

#include <QString>

#include <functional>

class QWidget;

namespace holdfast::ui {

class DialogSheet;
class Theme;

/// Who has read it, when, and whether as it stands now.
DialogSheet* showNoteReaders(const Theme& theme, QWidget& window, const app::NoteReaders& readers,
                             const NoteRecord& record, const app::NameBook& names, Instant now);

/// Asks for the reason, which is shown with the note from then on.
DialogSheet* askWhyInError(const Theme& theme, QWidget& window, std::function<void(const QString&)> entered);

}  // namespace holdfast::ui
