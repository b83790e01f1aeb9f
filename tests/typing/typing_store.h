// An encrypted store with one worker and one person, made at the smallest cost of a passphrase, for the typist.
#pragma once

#include "base/id.h"

#include <string>

namespace holdfast::test {

inline constexpr const char* typistsPassphrase = "seven quiet herons wade";

/// Returns the person's id.
PersonId makeTypingStore(const std::string& path);

}  // namespace holdfast::test
