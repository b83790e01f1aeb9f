// Notes as a document for the printer and for a PDF, without what belongs to third parties.
#pragma once

#include "app/notes.h"
#include "letters/document.h"

namespace holdfast::ui {

letters::Document notesDocument(const app::NotesOnPaper& paper, Instant now);

}  // namespace holdfast::ui
