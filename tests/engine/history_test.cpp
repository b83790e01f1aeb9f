// Workers who leave, entries that were mistakes, second looks, and the same answer every time.
#include "engine/world.h"

#include "engine/sweep.h"
#include "exchange/snapshot_json.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("A worker who leaves stays on as acting holder until a new one is named")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-02T12:00:00Z",
               event::Mdt{{"cmht"}, "visit", ben, {{NeedScope::both, "visit", "ada", at("2026-03-20T17:00:00Z")}}});
    story.then("2026-03-03T09:00:00Z", event::WorkerChanged{lantern, std::nullopt});
    auto snapshot = story.latest();
    CHECK(holderOf(snapshot, Need::mentalHealth) == "lantern/ada");
    CHECK(snapshot.needs.mentalHealth.holder->acting);
    CHECK(codes(snapshot) == std::vector<std::string>{"S13", "S13"});
    REQUIRE(actionOf(snapshot, "name_worker"));
    CHECK(actionOf(snapshot, "name_worker")->due == at("2026-03-05T17:00:00Z"));
    for (const engine::NextAction& action : snapshot.nextActions)
        CHECK(ownerOf(action) == "supervisor:lantern");
    story.then("2026-03-04T09:00:00Z", event::WorkerChanged{lantern, cleo});
    snapshot = story.latest();
    CHECK(holderOf(snapshot, Need::substanceUse) == "lantern/cleo");
    CHECK_FALSE(snapshot.needs.substanceUse.holder->acting);
    CHECK_FALSE(actionOf(snapshot, "name_worker"));
}

TEST_CASE("An entry made in error counts for nothing, and the rest is worked out again")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
    story.then("2026-03-03T10:00:00Z", event::EnteredInError{EventId{"#3"}, "wrong person"});
    const auto snapshot = story.latest();
    CHECK(codes(snapshot).empty());
    CHECK(stateOf(snapshot, Need::mentalHealth) == "sent");
    CHECK(snapshot.letters.empty());
    story.then("2026-03-03T11:00:00Z", event::EnteredInError{EventId{"#4"}, "it was the right person"});
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "challenged");
}

TEST_CASE("An entry that loses its ground stays visible and is named")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-02T12:00:00Z", event::EnteredInError{EventId{"#1"}, "wrong person"});
    const auto snapshot = story.latest();
    CHECK(hasFlag(snapshot, "history"));
    CHECK(snapshot.noLongerApplies == std::vector{EventId{"#2"}});
    CHECK(snapshot.needs.mentalHealth.status == NeedStatus::notAsked);
}

TEST_CASE("A correction of something that is not there, or comes later, is invalid")
{
    Story story;
    story.assessedAndReferred();
    CHECK(story.tryThen("2026-03-02T12:00:00Z", event::EnteredInError{EventId{"#9"}, "?"}).error().where == "/event");
    CHECK(story.tryThen("2026-03-02T12:00:00Z", event::EnteredInError{EventId{"#3"}, "itself"}).error().where ==
          "/event");
    CHECK(story.tryThen("2026-03-02T12:00:00Z", event::SecondLook{EventId{"#1"}, BounceClass::never, "?", ben})
              .error()
              .where == "/event");
}

TEST_CASE("A second look reclassifies an answer, and both classes are kept")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T09:00:00Z", declined(Need::mentalHealth, cmht, "H04"));
    CHECK(stateOf(story.latest(), Need::mentalHealth) == "handover_pending");
    story.then("2026-03-03T12:00:00Z",
               event::SecondLook{EventId{"#3"}, BounceClass::never, "no other service exists", ben});
    const auto snapshot = story.latest();
    CHECK(stateOf(snapshot, Need::mentalHealth) == "challenged");
    CHECK(snapshot.bounces.at(0).cls == BounceClass::never);
    CHECK(snapshot.bounces.at(0).recordedClass == BounceClass::handover);
    CHECK(snapshot.letters.size() == 1);
}

TEST_CASE("SAME: evaluating, replaying and growing a case give the same bytes, and so does the sweep's list")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-04T09:00:00Z", declined(Need::mentalHealth, cmht, "N04"));
    story.then("2026-03-05T09:00:00Z", declined(Need::substanceUse, lantern, "N05"));
    story.then("2026-03-06T09:00:00Z", event::WorkerChanged{lantern, std::nullopt});
    const Instant now = at("2026-04-06T09:00:00Z");
    const auto& context = world().context;
    const auto whole = engine::evaluate(context, story.person(), story.events(), now, engine::Explain::yes);
    REQUIRE(whole);
    CHECK(exchange::writeSnapshot(*whole) == exchange::writeSnapshot(story.now("2026-04-06T09:00:00Z")));
    const auto steps = engine::replay(context, story.person(), story.events(), engine::Explain::yes);
    REQUIRE(steps);
    CHECK(exchange::writeSnapshot(steps->back()) == exchange::writeSnapshot(story.latest()));

    engine::Sweep sweep{context};
    for (int round = 0; round < 2; ++round) {
        REQUIRE(sweep.run(story.person(), story.events(), now));
        REQUIRE(sweep.actions().size() == whole->nextActions.size());
        for (std::size_t i = 0; i < sweep.actions().size(); ++i) {
            CHECK(sweep.actions()[i].what == whole->nextActions[i].what);
            CHECK(sweep.actions()[i].due == whole->nextActions[i].due);
            CHECK(sweep.actions()[i].owner == whole->nextActions[i].owner);
        }
        CHECK(sweep.has(engine::Flag::tennis));
        CHECK(sweep.state().bounces.size() == whole->bounces.size());
    }
}

TEST_CASE("Sentences are made only when they are asked for; facts always are")
{
    Story story;
    story.assessedAndReferred();
    const auto bare = engine::evaluate(world().context, story.person(), story.events(), at("2026-03-02T11:00:00Z"),
                                       engine::Explain::no);
    REQUIRE_FALSE(bare->why.empty());
    for (const engine::Why& why : bare->why) {
        CHECK(why.sentence.empty());
        CHECK_FALSE(why.facts.empty());
    }
    CHECK(bare->policyVersion == world().policy.version);
}
