#include "engine/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

event::Response pointing(Need need, const ServiceId& service, std::string_view reason, const ServiceId& to)
{
    event::Response body = declined(need, service, reason);
    body.pointsTo = to;
    return body;
}

event::Mdt meeting()
{
    return {{"cmht", "lantern"},
            "see together",
            ben,
            {{NeedScope::both, "joint visit", "supervisor:cmht", at("2026-04-01T16:00:00Z")}}};
}

}  // namespace

TEST_CASE("TENNIS: two services that send a person to each other must meet within ten working days of the later")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", pointing(Need::mentalHealth, cmht, "H04", lantern));
    CHECK_FALSE(hasFlag(story.latest(), "tennis"));
    story.then("2026-03-05T09:00:00Z", pointing(Need::substanceUse, lantern, "S06", cmht));
    const auto snapshot = story.latest();
    CHECK(hasFlag(snapshot, "tennis"));
    const auto* meet = actionOf(snapshot, "hold_mdt");
    REQUIRE(meet);
    CHECK(meet->due == at("2026-03-19T17:00:00Z"));
    CHECK(meet->need == NeedScope::both);
    CHECK(ownerOf(*meet) == "coordinator");
    CHECK(hasFlag(story.now("2027-01-01T00:00:00Z"), "tennis"));
}

TEST_CASE("TENNIS: N04 and N05 make a pair even when nobody is named")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N04"));
    story.then("2026-03-05T09:00:00Z", declined(Need::substanceUse, lantern, "N05"));
    CHECK(hasFlag(story.latest(), "tennis"));
}

TEST_CASE("TENNIS: two refusals that do not name each other are no pair")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", pointing(Need::mentalHealth, cmht, "N01", lantern));
    story.then("2026-03-05T09:00:00Z", pointing(Need::substanceUse, lantern, "N06", harbour));
    story.then("2026-03-06T09:00:00Z", declined(Need::mentalHealth, cmht, "N04"));
    CHECK_FALSE(hasFlag(story.latest(), "tennis"));
}

TEST_CASE("TENNIS: the window is 90 times 24 hours, and its last second counts")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", pointing(Need::mentalHealth, cmht, "N04", lantern));
    const auto [when, found] =
        GENERATE(table<std::string, bool>({{"2026-06-02T09:00:00Z", true}, {"2026-06-02T09:00:01Z", false}}));
    story.then(when, pointing(Need::substanceUse, lantern, "N05", cmht));
    CHECK(hasFlag(story.latest(), "tennis") == found);
}

TEST_CASE("TENNIS: a meeting ends it, its actions are next, the holder stays, and only later refusals count")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", pointing(Need::mentalHealth, cmht, "N04", lantern));
    story.then("2026-03-05T09:00:00Z", pointing(Need::substanceUse, lantern, "N05", cmht));
    story.then("2026-03-10T09:00:00Z", meeting());
    auto snapshot = story.latest();
    CHECK_FALSE(hasFlag(snapshot, "tennis"));
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    REQUIRE(actionOf(snapshot, "joint visit"));
    CHECK(ownerOf(*actionOf(snapshot, "joint visit")) == "supervisor:cmht");
    story.then("2026-03-11T09:00:00Z", pointing(Need::substanceUse, lantern, "N05", cmht));
    CHECK_FALSE(hasFlag(story.latest(), "tennis"));
    story.then("2026-03-12T09:00:00Z", pointing(Need::mentalHealth, cmht, "N04", lantern));
    CHECK(hasFlag(story.latest(), "tennis"));
}

TEST_CASE("TENNIS: an attempt learned of late makes the pair as of when it happened")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-05T09:00:00Z", declined(Need::substanceUse, lantern, "N05"));
    event::Attempt attempt;
    attempt.need = Need::mentalHealth;
    attempt.source = "gp";
    attempt.reason = ReasonCode{"N04"};
    attempt.happenedAt = at("2026-02-20T09:00:00Z");
    story.then("2026-03-06T09:00:00Z", attempt);
    REQUIRE(actionOf(story.latest(), "hold_mdt"));
    CHECK(actionOf(story.latest(), "hold_mdt")->due == at("2026-03-19T17:00:00Z"));
    CHECK(codes(story.latest()).front() == "N04");
}
