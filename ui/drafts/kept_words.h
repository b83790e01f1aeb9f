// Words for what is kept: the save line, the kinds of drafts and the names of their fields.
#pragma once

#include "async/keeper.h"

#include <QString>

#include <string>

namespace holdfast::ui {

/// "Saved 10:42:07", "Saving…", "Kept on this computer ...", "Not saved: ..."; empty before anything was typed.
QString keptWords(const Keeping& keeping);
QString savedWords(Instant at);                     ///< "Saved 10:42:07"
QString clockWords(Instant at);                     ///< "10:42:07"
QString dayAndClockWords(Instant at, Instant now);  ///< "Today 10:42:07", "Fri 14 Nov, 10:42:07"

QString draftKindWords(const std::string& kind);    ///< "Joint assessment", "Letter", "Note", "Log a reply"
QString draftFieldWords(const std::string& field);  ///< "What matters", "Safety: notes: overdose"

}  // namespace holdfast::ui
