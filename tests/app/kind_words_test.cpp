#include "app/kind_words.h"

#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

bool isInUse(AppWorld& world, const app::Session& session, const std::string& id)
{
    const auto words = app::KindWords{*world.workspace}.inUse(session);
    REQUIRE(words);
    return std::ranges::find(*words, KindWordId{id}, &KindWord::id) != words->end();
}

}  // namespace

TEST_CASE("a team begins with the list that came, switches entries off and puts them back, and adds its own")
{
    onEveryStore([](AppWorld& world) {
        app::KindWords words{*world.workspace};
        const auto list = words.list(world.joanne);
        REQUIRE(list);
        const std::size_t came = list->words.size();
        CHECK(came >= 30);
        CHECK(isInUse(world, world.priya, "non_compliant"));

        const auto off = words.setOn(world.joanne, KindWordId{"non_compliant"}, false, 0);
        REQUIRE(off);
        CHECK(off->version == 1);
        CHECK(world.audit().back().detail == "switched off");
        CHECK_FALSE(isInUse(world, world.priya, "non_compliant"));
        CHECK(isInUse(world, world.samir, "non_compliant"));  // another team's list is its own
        CHECK(words.setOn(world.joanne, KindWordId{"non_compliant"}, true, 0).error().code == ErrorCode::conflict);
        CHECK(words.setOn(world.joanne, KindWordId{"non_compliant"}, true, 1)->version == 2);
        CHECK(isInUse(world, world.priya, "non_compliant"));

        const auto own = words.save(world.joanne, {KindWordId{}, "Grim case = hard day", "  Say   what it was. "}, 0);
        REQUIRE(own);
        CHECK(own->own);
        CHECK(own->word.why == "Say what it was.");
        CHECK(words.list(world.priya)->words.size() == came + 1);
        CHECK(words.list(world.priya)->workers.contains(world.joanne.worker.id));

        KindWord changed = words.list(world.joanne)->words.front().word;
        const std::string before = changed.lines;
        changed.lines += "\nother case = other day";
        const auto saved = words.save(world.joanne, changed, 0);
        REQUIRE(saved);
        CHECK(saved->changed);
        const auto back = words.asItCame(world.joanne, changed.id, saved->version);
        REQUIRE(back);
        CHECK(back->word.lines == before);
        CHECK_FALSE(back->changed);
    });
}

TEST_CASE("who may not change the list is refused, and what cannot be read is not kept")
{
    onEveryStore([](AppWorld& world) {
        app::KindWords words{*world.workspace};
        CHECK(words.list(world.rowan));
        CHECK(words.inUse(world.priya));
        CHECK(words.setOn(world.priya, KindWordId{"addict"}, false, 0).error().code == ErrorCode::forbidden);
        CHECK(words.save(world.rowan, {KindWordId{}, "a = b", "why"}, 0).error().code == ErrorCode::forbidden);
        CHECK(words.save(world.joanne, {KindWordId{}, "no equals", "why"}, 0).error().where == "lines");
        CHECK(words.save(world.joanne, {KindWordId{"nothing"}, "a = b", "why"}, 0).error().code == ErrorCode::notFound);
        CHECK(words.setOn(world.joanne, KindWordId{"nothing"}, false, 0).error().code == ErrorCode::notFound);
        CHECK(words.asItCame(world.joanne, KindWordId{"nothing"}, 0).error().code == ErrorCode::notFound);
    });
}
