#include "domain/retention.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;

namespace {

Date day(std::string_view text)
{
    return parseDate(text).value();
}

constexpr PerNeed<bool> mentalHealth{true, false};
constexpr PerNeed<bool> drugs{false, true};
constexpr PerNeed<bool> both{true, true};

RetentionFacts adult(PerNeed<bool> holds)
{
    return {day("1970-05-04"), {}, day("2001-03-10"), holds, false};
}

RetentionFacts child(std::string_view born, std::string_view lastContact, PerNeed<bool> holds = mentalHealth)
{
    return {day(born), {}, day(lastContact), holds, false};
}

using Reasons = std::vector<RetentionReason>;

}  // namespace

TEST_CASE("an adult's record is kept for 20 years, of drugs or alcohol alone for 8, of both for the longer")
{
    using enum RetentionRule;
    const auto longer = day("2021-03-10");
    const auto shorter = day("2009-03-10");

    CHECK(retentionOf(adult(::mentalHealth)).reasons == Reasons{{RetentionRule::mentalHealth, longer}});
    CHECK(retentionOf(adult(drugs)).reasons == Reasons{{drugsAndAlcohol, shorter}});
    CHECK(retentionOf(adult({})).reasons == Reasons{{noNeed, longer}});

    const RetentionReview joint = retentionOf(adult(both));
    CHECK(joint.reasons ==
          Reasons{{RetentionRule::mentalHealth, longer}, {longerOfBoth, longer}, {drugsAndAlcohol, shorter}});
    CHECK(joint.due == longer);
    CHECK_FALSE(joint.isDueOn(longer - std::chrono::days{1}));
    CHECK(joint.isDueOn(longer));
}

TEST_CASE("after a death it is 8 years, and what is done afterwards counts from then")
{
    using enum RetentionRule;
    RetentionFacts facts = adult(::mentalHealth);
    facts.died = day("2004-02-29");
    CHECK(retentionOf(facts).reasons == Reasons{{death, day("2012-02-29")}});

    facts.lastContact = day("2005-01-01");
    CHECK(retentionOf(facts).reasons == Reasons{{contactAfterDeath, day("2013-01-01")}, {death, day("2012-02-29")}});

    facts.holds = drugs;
    facts.lastContact = day("2003-01-01");
    CHECK(retentionOf(facts).reasons == Reasons{{death, day("2012-02-29")}, {drugsAndAlcohol, day("2011-01-01")}});
}

TEST_CASE(
    "a child's record is kept to the 25th birthday, to the 26th when last seen at 17, then the adult rule takes over")
{
    using enum RetentionRule;
    CHECK(retentionOf(child("1990-06-15", "2007-06-14")).reasons == Reasons{{childTo25, day("2015-06-15")}});
    CHECK(retentionOf(child("1990-06-15", "2007-06-15")).reasons == Reasons{{childTo26, day("2016-06-15")}});
    CHECK(retentionOf(child("1990-06-15", "2008-06-14")).reasons == Reasons{{childTo26, day("2016-06-15")}});
    CHECK(retentionOf(child("1990-06-15", "2008-06-15")).reasons ==
          Reasons{{RetentionRule::mentalHealth, day("2028-06-15")}});

    // Of drugs or alcohol alone no rule for children is known.
    CHECK(retentionOf(child("1990-06-15", "2003-01-01", drugs)).reasons ==
          Reasons{{childWithoutRule, day("2015-06-15")}, {drugsAndAlcohol, day("2011-01-01")}});

    // Death at 15 does not bring the birthday forward.
    RetentionFacts facts = child("1990-06-15", "2005-01-01");
    facts.died = day("2005-07-01");
    CHECK(retentionOf(facts).reasons == Reasons{{childTo25, day("2015-06-15")}, {death, day("2013-07-01")}});
    // Nor does what is done when the person would have been of age make an adult of them.
    facts.lastContact = day("2008-07-01");
    CHECK(retentionOf(facts).reasons ==
          Reasons{{contactAfterDeath, day("2016-07-01")}, {childTo25, day("2015-06-15")}, {death, day("2013-07-01")}});
}

TEST_CASE("a leap day is kept to the first of March")
{
    CHECK(retentionOf(child("2000-02-29", "2016-01-01")).due == day("2025-03-01"));
    CHECK(retentionOf(child("2000-02-29", "2018-02-28")).due == day("2026-03-01"));
    CHECK(retentionOf(child("2000-02-29", "2018-03-01")).due == day("2038-03-01"));
    RetentionFacts facts = adult(mentalHealth);
    facts.lastContact = day("2080-02-29");
    CHECK(retentionOf(facts).due == day("2100-03-01"));
}

TEST_CASE("without a date of birth it is kept as long as any adult's")
{
    using enum RetentionRule;
    RetentionFacts facts = adult(drugs);
    facts.born.reset();
    CHECK(retentionOf(facts).reasons ==
          Reasons{{noBirthDate, day("2021-03-10")}, {drugsAndAlcohol, day("2009-03-10")}});
}

TEST_CASE("an open record is never due, nor is one without a known contact")
{
    RetentionFacts facts = adult(both);
    facts.open = true;
    CHECK(retentionOf(facts) == RetentionReview{});
    facts.open = false;
    facts.lastContact.reset();
    CHECK(retentionOf(facts) == RetentionReview{});
    CHECK_FALSE(retentionOf(facts).isDueOn(day("2199-01-01")));
}

TEST_CASE("each rule says how sure it is, and names a source when it has one")
{
    using enum RetentionRule;
    for (const auto rule : {RetentionRule::mentalHealth, death, childTo25, childTo26}) {
        CHECK(sourceOf(rule).certainty == Certainty::secondary);
        CHECK(sourceOf(rule).source.find("Tavistock") == 0);
    }
    CHECK(sourceOf(drugsAndAlcohol).certainty == Certainty::unverified);
    for (const auto rule : {longerOfBoth, childWithoutRule, contactAfterDeath, noBirthDate, noNeed}) {
        CHECK(sourceOf(rule).certainty == Certainty::inference);
        CHECK(sourceOf(rule).source.empty());
    }
}
