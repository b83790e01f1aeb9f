// A note's draft as the store keeps it: what was typed, as JSON.
#pragma once

#include "domain/note.h"

#include <string>
#include <string_view>

namespace holdfast::exchange {

std::string writeNoteDraft(const NoteContent& content);

/// As strict as a file from outside: a place and what was expected when it does not fit.
Result<NoteContent> readNoteDraft(std::string_view text);

}  // namespace holdfast::exchange
