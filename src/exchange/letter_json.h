// A letter's draft as the store keeps it: the request and the text, as JSON.
#pragma once

#include "letters/draft.h"

#include <string>
#include <string_view>

namespace holdfast::exchange {

std::string writeLetterDraft(const letters::Draft& draft);

/// As strict as a file from outside: a place and what was expected when it does not fit.
Result<letters::Draft> readLetterDraft(std::string_view text);

}  // namespace holdfast::exchange
