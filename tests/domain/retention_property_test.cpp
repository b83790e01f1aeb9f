// What holds of every record, by rapidcheck.
#include "domain/retention.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

using namespace holdfast;

namespace {

rc::Gen<Date> anyDay(std::string_view from, std::string_view to)
{
    return rc::gen::map(rc::gen::inRange(toDays(parseDate(from).value()), toDays(parseDate(to).value()) + 1),
                        dateFromDays);
}

/// Days near each other, so that birthdays, contacts and deaths meet.
RetentionFacts anyRecord()
{
    RetentionFacts facts;
    if (*rc::gen::weightedElement<bool>({{5, true}, {1, false}}))
        facts.born = *anyDay("1985-01-01", "2004-12-31");
    facts.lastContact = *anyDay("2004-12-31", "2024-12-31");
    if (*rc::gen::arbitrary<bool>())
        facts.died = *anyDay("2004-12-31", "2024-12-31");
    facts.holds = {*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    return facts;
}

Date dueOf(const RetentionFacts& facts)
{
    return retentionOf(facts).due.value();
}

RetentionFacts with(RetentionFacts facts, PerNeed<bool> holds)
{
    facts.holds = holds;
    return facts;
}

}  // namespace

TEST_CASE("a later contact never brings the day of review forward")
{
    CHECK(rc::check("later contact", [] {
        const RetentionFacts facts = anyRecord();
        RetentionFacts later = facts;
        // Around birthdays most: that is where one rule hands over to another.
        const int onward = *rc::gen::element(1, 2, 30, 365, 366, 3000);
        *later.lastContact += std::chrono::days{onward};
        RC_ASSERT(dueOf(later) >= dueOf(facts));
    }));
}

TEST_CASE("a joint record is never due before either of its halves")
{
    CHECK(rc::check("joint", [] {
        const RetentionFacts facts = anyRecord();
        const Date joint = dueOf(with(facts, {true, true}));
        RC_ASSERT(joint >= dueOf(with(facts, {true, false})));
        RC_ASSERT(joint >= dueOf(with(facts, {false, true})));
    }));
}

TEST_CASE("the day is that of the first reason, no reason outlasts it, and none is said twice")
{
    CHECK(rc::check("reasons", [] {
        const RetentionReview review = retentionOf(anyRecord());
        RC_ASSERT(!review.reasons.empty());
        RC_ASSERT(review.due.value() == review.reasons.front().until);
        for (std::size_t i = 1; i < review.reasons.size(); ++i) {
            RC_ASSERT(review.reasons[i].until <= review.reasons[i - 1].until);
            for (std::size_t j = 0; j < i; ++j)
                RC_ASSERT(review.reasons[i].rule != review.reasons[j].rule);
        }
    }));
}

TEST_CASE("nobody who is due has had a contact that a search passes over")
{
    CHECK(rc::check("search", [] {
        const RetentionFacts facts = anyRecord();
        RC_ASSERT(*facts.lastContact <= lastContactWorthAsking(dueOf(facts)));
    }));
}
