// The list of words that hurt, as it comes with the program.
#pragma once

#include "domain/kind_words.h"

namespace holdfast::exchange {

Result<std::vector<KindWord>> readKindWords(std::string_view text);
/// That which is built into the program.
Result<std::vector<KindWord>> shippedKindWords();

}  // namespace holdfast::exchange
