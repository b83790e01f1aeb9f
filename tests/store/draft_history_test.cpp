#include "store/draft_history.h"

#include "store/draft_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const PersonId dani{"person-1"};

/// Saves on top of whatever is there.
store::DraftRow type(db::Connection& connection, const std::string& words, Instant at, const char* worker = "priya",
                     const std::string& sitting = "today")
{
    store::DraftRepository drafts{connection};
    const auto now = drafts.find("assessment", dani);
    return drafts.save({"assessment", dani, words, now ? now->version : 0, at, WorkerId{worker}, sitting}).value();
}

std::vector<std::string> bodies(db::Connection& connection, Instant now)
{
    std::vector<std::string> found;
    for (const auto& row : store::DraftHistory{connection}.versions("assessment", dani, now))
        found.push_back(row.body);
    return found;
}

}  // namespace

TEST_CASE("half a minute of writing is one version, and what follows the next")
{
    ON_EVERY_STORE(connection);
    type(connection, "I", monday);
    type(connection, "I want", monday + 10s);
    type(connection, "I want to", monday + 29s);
    type(connection, "I want to sleep", monday + 30s);
    type(connection, "I want to sleep.", monday + 31s);

    CHECK(bodies(connection, monday + 1min) == std::vector<std::string>{"I want to sleep.", "I want to"});
}

TEST_CASE("a text that has lost words never takes the place of the one that had them")
{
    ON_EVERY_STORE(connection);
    type(connection, "a long passage about what matters to them", monday);
    type(connection, "a long", monday + 1s);
    type(connection, "a long walk", monday + 2s);

    CHECK(bodies(connection, monday + 1min) ==
          std::vector<std::string>{"a long walk", "a long passage about what matters to them"});
}

TEST_CASE("another worker and another sitting write versions of their own, each going on with its own")
{
    ON_EVERY_STORE(connection);
    type(connection, "one", monday);
    type(connection, "one two", monday + 1s, "samir");
    type(connection, "one two three", monday + 2s, "priya");
    type(connection, "one two three four", monday + 3s, "priya", "tomorrow");

    CHECK(bodies(connection, monday + 1min) ==
          std::vector<std::string>{"one two three four", "one two three", "one two"});
}

TEST_CASE("a version that is put back stands by itself")
{
    ON_EVERY_STORE(connection);
    auto draft = type(connection, "one", monday);
    draft.body = "one two";
    draft.savedAt = monday + 1s;
    REQUIRE(store::DraftRepository{connection}.save(draft, store::Step::stands));
    CHECK(bodies(connection, monday + 1min) == std::vector<std::string>{"one two", "one"});
}

TEST_CASE("what is older than 30 days goes with the next save, and is not shown before that")
{
    ON_EVERY_STORE(connection);
    type(connection, "old", monday);
    type(connection, "newer", monday + 24h);
    const Instant later = monday + store::versionsKept + 1s;
    CHECK(bodies(connection, later) == std::vector<std::string>{"newer"});
    CHECK(bodies(connection, monday) == std::vector<std::string>{"newer", "old"});
    type(connection, "newest", later);
    CHECK(bodies(connection, monday) == std::vector<std::string>{"newest", "newer"});
}

TEST_CASE("what stood before a sitting is found, unless the draft ended there")
{
    ON_EVERY_STORE(connection);
    store::DraftRepository drafts{connection};
    const store::DraftHistory history{connection};
    CHECK_FALSE(history.before("assessment", dani, "today"));
    type(connection, "yesterday's", monday, "priya", "yesterday");
    const auto draft = type(connection, "today's", monday + 24h);
    CHECK(history.before("assessment", dani, "today")->body == "yesterday's");

    REQUIRE(drafts.remove("assessment", dani, draft.version));
    type(connection, "another assessment", monday + 25h);
    CHECK(history.before("assessment", dani, "today")->body.empty());
    CHECK(bodies(connection, monday + 25h) == std::vector<std::string>{"another assessment", "today's", "yesterday's"});
}

TEST_CASE("a draft left in good order was not cut off; one of a dead sitting was")
{
    ON_EVERY_STORE(connection);
    store::DraftRepository drafts{connection};
    const WorkerId priya{"priya"};
    type(connection, "words", monday, "priya", "dead");
    CHECK(drafts.cutOff(priya, "dead").empty());
    REQUIRE(drafts.cutOff(priya, "alive").size() == 1);
    CHECK(drafts.cutOff(priya, "alive")[0].body == "words");
    CHECK(drafts.cutOff(WorkerId{"samir"}, "alive").empty());

    drafts.leave("assessment", dani, "another");
    CHECK(drafts.cutOff(priya, "alive").size() == 1);
    drafts.leave("assessment", dani, "dead");
    CHECK(drafts.cutOff(priya, "alive").empty());
}

TEST_CASE("a draft may be about nobody who is on record")
{
    ON_EVERY_STORE(connection);
    store::DraftRepository drafts{connection};
    REQUIRE(drafts.save({"form:service:rowan", PersonId{}, "{}", 0, monday, WorkerId{"rowan"}, "today"}));
    CHECK(drafts.find("form:service:rowan", PersonId{})->body == "{}");
}
