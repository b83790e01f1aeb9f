// The words a person is found by, and what somebody typed as the starts of such words.
#pragma once

#include "domain/person.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::store {

/// Family name, then given name, folded: the order of lists.
std::string sortNameOf(const Person& person);

/// Each word of the names (and each part of a hyphened one), folded; the NHS number; the date of birth as 1991-05-03.
/// Sorted, each once.
std::vector<std::string> searchWordsOf(const Person& person);

/// The words as one text, with a space before and after each: " 1991-05-03 dani okafor ".
std::string wordsInOne(const std::vector<std::string>& words);

/// What was typed as starts of words: names folded, numbers run together ("999 526" is 999526), and a date in any of
/// the forms 3/5/1991, 03 05 1991, 3-5-1991, 3.5.1991 and 1991-05-03 as the last. A start of another is left out, so that
/// no word starts with two of them. Longest first.
std::vector<std::string> searchTermsOf(std::string_view text);

/// What comes after every word that starts with `start`.
std::string endOfPrefix(std::string_view start);

}  // namespace holdfast::store
