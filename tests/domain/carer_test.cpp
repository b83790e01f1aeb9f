#include "domain/carer.h"

#include "domain/note_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;

namespace {

constexpr Date today = Date{std::chrono::year{2026} / 11 / 18};

Carer aCarer()
{
    Carer carer;
    carer.name = "Grace Okafor";
    carer.knownSince = today - std::chrono::days{60};
    return carer;
}

std::string wrongOf(const Carer& carer)
{
    const auto checked = checkCarer(carer, today);
    return checked ? std::string{} : checked.error().where;
}

}  // namespace

TEST_CASE("a carer has a name, and an answer to an offer has an offer and its days in order")
{
    CHECK(wrongOf(aCarer()).empty());
    Carer carer = aCarer();
    carer.name = "  ";
    CHECK(wrongOf(carer) == "name");
    carer = aCarer();
    carer.born = today + std::chrono::days{1};
    CHECK(wrongOf(carer) == "born");
    carer = aCarer();
    carer.answer = AssessmentAnswer::accepted;
    carer.answeredOn = today;
    CHECK(wrongOf(carer) == "offered_on");
    carer.offeredOn = today;
    CHECK(wrongOf(carer).empty());
    carer.answeredOn.reset();
    CHECK(wrongOf(carer) == "answered_on");
    carer.answeredOn = today - std::chrono::days{1};
    CHECK(wrongOf(carer) == "answered_on");
    carer = aCarer();
    carer.knownSince = today + std::chrono::days{1};
    CHECK(wrongOf(carer) == "known_since");
}

TEST_CASE("a young carer is known from the birth date, until the eighteenth birthday, and somebody looks after them")
{
    Carer carer = aCarer();
    CHECK_FALSE(isYoungCarer(carer, today));
    carer.born = Date{std::chrono::year{2008} / 11 / 19};
    CHECK(isYoungCarer(carer, today));
    CHECK_FALSE(isYoungCarer(carer, today + std::chrono::days{1}));
    CHECK(wrongOf(carer) == "looked_after_by");
    carer.lookedAfterBy = "Her aunt";
    CHECK(wrongOf(carer).empty());
}

TEST_CASE("an assessment is to be offered within 28 days of knowing of them, until it was")
{
    Carer carer = aCarer();
    CHECK(assessmentOfferDue(carer) == carer.knownSince + std::chrono::days{28});
    carer.offeredOn = today;
    CHECK_FALSE(assessmentOfferDue(carer));
}

TEST_CASE("what a carer tells in confidence is marked as theirs, and nothing they type can take the marks off")
{
    CHECK(callNoteText("Grace rang.", "", false, "") == "Grace rang.");
    CHECK(callNoteText("Grace rang.", "He sleeps", false, "Told the date") == "Grace rang.\nHe sleeps\nTold the date");
    const std::string kept = callNoteText("Grace rang.", "I ]] am [[ afraid", true, "Told the date");
    CHECK(withoutThirdParty(kept, "-") == "Grace rang.\n-\nTold the date");
    CHECK(withoutMarks(kept).find("afraid") != std::string::npos);
}

TEST_CASE("a carer is called what they like to be called")
{
    Carer carer = aCarer();
    CHECK(shortName(carer) == "Grace");
    carer.likedName = "Gigi";
    CHECK(shortName(carer) == "Gigi");
    CarerLink link;
    CHECK(checkLink(link, today).error().where == "relationship");
    link.relationship = "mum";
    CHECK(checkLink(link, today));
    link.endedOn = today + std::chrono::days{1};
    CHECK(checkLink(link, today).error().where == "ended_on");
}
