#include "store/search_words.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace holdfast::store {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumber(std::string_view word)
{
    return !word.empty() && std::ranges::all_of(word, isDigit);
}

/// The numbers between the separators, when there is nothing else in it: "3/5/1991" is 3, 5, 1991.
std::optional<std::vector<std::string>> numbersIn(std::string_view word)
{
    std::vector<std::string> numbers{""};
    for (const char c : word) {
        if (isDigit(c))
            numbers.back() += c;
        else if (c == '/' || c == '-' || c == '.')
            numbers.emplace_back();
        else
            return std::nullopt;
    }
    return numbers;
}

/// Three numbers as a date, day first unless the first is a year.
std::optional<std::string> dateOf(const std::vector<std::string>& numbers)
{
    if (numbers.size() != 3 || !std::ranges::all_of(numbers, [](const auto& n) { return isNumber(n); }))
        return std::nullopt;
    const bool yearFirst = numbers[0].size() == 4;
    const std::string& year = yearFirst ? numbers[0] : numbers[2];
    const std::string& day = yearFirst ? numbers[2] : numbers[0];
    if (year.size() != 4 || numbers[1].size() > 2 || day.size() > 2)
        return std::nullopt;
    const auto twoDigits = [](const std::string& n) { return n.size() == 1 ? "0" + n : n; };
    const std::string iso = year + "-" + twoDigits(numbers[1]) + "-" + twoDigits(day);
    return parseDate(iso) ? std::optional{iso} : std::nullopt;
}

/// Numbers typed apart: a date when they make one, else the start of a long number.
void endRun(std::vector<std::string>& run, std::vector<std::string>& terms)
{
    if (run.empty())
        return;
    std::string together;
    for (const std::string& number : run)
        together += number;
    terms.push_back(dateOf(run).value_or(together));
    run.clear();
}

void addName(std::vector<std::string>& words, std::string_view name)
{
    for (const std::string& word : splitWords(folded(name))) {
        words.push_back(word);
        std::string parts = word;
        std::ranges::replace(parts, '-', ' ');
        for (std::string& part : splitWords(parts))
            words.push_back(std::move(part));
    }
}

/// "da" says nothing that "dan" does not. Sorted, a start comes right before what it starts.
void dropStarts(std::vector<std::string>& terms)
{
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < terms.size(); ++i)
        if (i + 1 == terms.size() || !terms[i + 1].starts_with(terms[i]))
            kept.push_back(std::move(terms[i]));
    terms = std::move(kept);
}

void sortUnique(std::vector<std::string>& words)
{
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());  // clang-tidy 14 cannot read ranges::unique
}

/// A date as it is stored, a number without its hyphens, anything else as it was typed.
std::string termOf(const std::string& word)
{
    const auto numbers = numbersIn(word);
    if (!numbers)
        return word;
    if (const auto date = dateOf(*numbers))
        return *date;
    const bool isYearFirst = word.size() > 4 && isNumber(std::string_view{word}.substr(0, 4)) && word[4] == '-';
    std::string digits = isYearFirst ? std::string{} : digitsOf(word);  // a date of birth begun, or 999-526-0182
    return digits.empty() ? word : digits;
}

}  // namespace

std::string sortNameOf(const Person& person)
{
    return folded(person.familyName + " " + person.givenName);
}

std::vector<std::string> searchWordsOf(const Person& person)
{
    std::vector<std::string> words;
    addName(words, person.givenName);
    addName(words, person.familyName);
    addName(words, person.preferredName);
    if (!person.nhsNumber.empty())
        words.push_back(person.nhsNumber);
    if (person.born)
        words.push_back(formatDate(*person.born));
    sortUnique(words);
    return words;
}

std::string wordsInOne(const std::vector<std::string>& words)
{
    std::string text{" "};
    for (const std::string& word : words)
        text += word + ' ';
    return text;
}

std::vector<std::string> searchTermsOf(std::string_view text)
{
    std::vector<std::string> terms;
    std::vector<std::string> run;
    for (const std::string& word : splitWords(folded(text))) {
        if (isNumber(word)) {
            run.push_back(word);
            continue;
        }
        endRun(run, terms);
        terms.push_back(termOf(word));
    }
    endRun(run, terms);
    sortUnique(terms);
    dropStarts(terms);
    std::ranges::stable_sort(terms, std::ranges::greater{}, &std::string::size);
    return terms;
}

std::string endOfPrefix(std::string_view start)
{
    return std::string{start} + "\xf4\x8f\xbf\xbf";  // the last code point there is
}

}  // namespace holdfast::store
