// What is typed into a field: dates, numbers, postcodes, hours, names, notes, and what is searched for.
#include "base/text.h"
#include "base/time.h"
#include "domain/nhs_number.h"
#include "domain/note_text.h"
#include "domain/opening_hours.h"
#include "domain/postcode.h"
#include "domain/search_text.h"
#include "domain/worker.h"
#include "fuzz/target.h"
#include "store/found_query.h"
#include "store/person_search.h"
#include "store/schema.h"
#include "store/search_words.h"

#include <algorithm>
#include <array>

namespace holdfast::fuzz {
namespace {

void dates(std::string_view bytes)
{
    if (const auto date = parseDate(bytes))
        mustHold(formatDate(*date) == bytes, "a date is not what was written");
    if (const auto instant = parseInstant(bytes))
        mustHold(parseInstant(formatInstant(*instant)) == std::chrono::floor<std::chrono::seconds>(*instant),
                 "an instant is not what was written");
    if (const auto day = parseDate(bytes.substr(0, 10))) {
        const Date later = addMonths(*day, 1);
        mustHold(later > *day && yearsBetween(*day, later) == 0, "a month that does not go on");
    }
}

void numbers(std::string_view bytes)
{
    if (const auto number = NhsNumber::parse(bytes)) {
        mustHold(number->digits().size() == 10, "an NHS number of another length");
        mustHold(NhsNumber::parse(number->digits()).value() == *number, "an NHS number is not itself");
    } else {
        mustBeClear(number.error());
    }
    if (const auto code = Postcode::parse(bytes)) {
        mustHold(Postcode::parse(code->text()).value() == *code, "a postcode is not itself");
        mustHold(code->text().starts_with(code->outward()) && code->outward().starts_with(code->area()),
                 "a postcode in pieces that do not fit");
    } else {
        mustBeClear(code.error());
    }
    (void)parseOutward(bytes);
    if (const auto hours = parseOpeningHours(bytes))
        mustHold(parseOpeningHours(formatOpeningHours(*hours)).value() == *hours, "hours are not what was written");
    (void)parseWorkHours(bytes);
}

/// Brackets are set apart where they would be taken for a mark.
std::string withoutSpaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// What third parties said, and nothing else.
std::string theirs(std::string_view text)
{
    std::string all;
    for (const NotePassage& passage : passagesOf(text))
        if (passage.thirdParty)
            all += passage.text;
    return withoutSpaces(all);
}

void notes(std::string_view bytes)
{
    std::string all;
    for (const NotePassage& passage : passagesOf(bytes)) {
        mustHold(!passage.text.empty(), "an empty passage");
        all += passage.text;
    }
    mustHold(all == withoutMarks(bytes), "passages lose text");
    const std::string closed = withMarksClosed(bytes);
    mustHold(withMarksClosed(closed) == closed, "closed marks are open");
    mustHold(withoutSpaces(withoutMarks(closed)) == withoutSpaces(all), "closing marks changes the text");
    mustHold(theirs(closed) == theirs(bytes), "closing marks gives away what is somebody else's");
    (void)withoutThirdParty(bytes, thirdPartyLeftOut);
    (void)filled(bytes, {"Ada", "Monday", "Priya", "Lantern"});
    if (isValidUtf8(bytes))
        mustHold(folded(folded(bytes)) == folded(bytes), "folding twice is not folding once");
    (void)tidied(bytes);
}

/// A store in memory that the questions are put to.
db::Connection& searched()
{
    static const auto connection = [] {
        auto made = db::openMemory();
        if (!db::migrate(*made, store::migrations(db::Dialect::sqlite)))
            throw Broken{"no store to search"};
        return made;
    }();
    return *connection;
}

/// The first byte halves the rest into a text and a question about it; the question is also put to the database, where
/// nothing that is typed may be taken for an operator.
void search(std::string_view bytes)
{
    if (bytes.empty())
        return;
    const std::size_t half = std::min<std::size_t>(static_cast<unsigned char>(bytes[0]), bytes.size() - 1);
    const std::string_view text = bytes.substr(1, half);
    const std::string_view typed = bytes.substr(1 + half);
    const TextQuery query = readTextQuery(typed);
    mustHold(query.terms.size() <= mostSearchTerms, "too many terms");
    const Snippet snippet = snippetOf(text, query, 120);
    std::size_t end = 0;
    for (const Snippet::Match& match : snippet.matches) {
        mustHold(match.begin >= end && match.length > 0, "matches out of order");
        end = match.begin + match.length;
    }
    mustHold(end <= snippet.text.size(), "a match beyond the text");
    mustHold(!query.empty() || !answers(text, query), "an empty question is answered");

    Worker reader;
    reader.id = WorkerId{"w1"};
    store::FoundQuestion question;
    question.words = query;
    mustHold(store::FoundQuery{searched(), store::everyoneSeen()}.page(question, reader).rows.empty(),
             "found in an empty store");
    store::PersonSearchQuery people;
    people.text = isValidUtf8(typed) ? std::string{typed} : std::string{};
    std::erase(people.text, '\0');
    people.alike = true;
    mustHold(store::PersonSearch{searched(), store::everyoneSeen()}.page(people).rows.empty(),
             "somebody in an empty store");
}

}  // namespace

std::span<const Target> textTargets()
{
    static constexpr std::array targets{
        Target{"dates", "", 64, dates},
        Target{"numbers", "", 64, numbers},
        Target{"notes", "", 512, notes},
        Target{"search", "", 512, search},
    };
    return targets;
}

}  // namespace holdfast::fuzz
