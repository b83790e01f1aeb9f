// kill -9 in the middle of saving: nothing acknowledged is lost, nothing is there in part.
#include "db/integrity.h"
#include "fault/child.h"
#include "fault/tiny_store.h"

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr int kills = 60;

/// Saves one after the other until it is killed; `acknowledged` is set after each.
int saveForever(const TinyStore& store, std::int64_t from, SharedCount& acknowledged,
                void (*save)(db::Connection&, std::int64_t))
{
    const auto opened = store.open();
    for (std::int64_t number = from;; ++number) {
        save(*opened.value(), number);
        acknowledged.set(number);
    }
}

/// Kills a child some time after its first save. Returns the last save it was told of.
std::int64_t killAmongSaves(const TinyStore& store, std::int64_t from, int round,
                            void (*save)(db::Connection&, std::int64_t))
{
    SharedCount acknowledged;
    Child child{[&] { return saveForever(store, from, acknowledged, save); }};
    REQUIRE(spinUntil([&] { return acknowledged.get() > 0; }));
    spinFor(std::chrono::microseconds{(round * 137) % 4000});
    REQUIRE(child.kill());
    REQUIRE_FALSE(child.wait());  // a signal, not an end of its own
    return acknowledged.get();
}

}  // namespace

TEST_CASE("killed 60 times while saving, an encrypted store loses nothing and holds no half of a save")
{
    const TinyStore store;
    std::int64_t acknowledged = 0;
    for (int round = 0; round < kills; ++round) {
        acknowledged = killAmongSaves(store, acknowledged + 1, round, moveOnce);
        const auto opened = store.open();
        INFO("round " << round << (opened ? "" : opened.error().detail));
        REQUIRE(opened);
        const std::int64_t there = wholeSaves(*opened.value());
        // The save that was under way may have been finished although nobody was told.
        REQUIRE(there >= acknowledged);
        REQUIRE(there <= acknowledged + 1);
        acknowledged = there;
    }
    CHECK(db::checkIntegrity(store.location, store.key, tinySchema()).value().ok());
    CHECK(acknowledged > kills);
}

TEST_CASE("without a transaction the same kills leave half a save, so the test can see one")
{
    const TinyStore store;
    std::int64_t acknowledged = 0;
    bool torn = false;
    for (int round = 0; round < kills && !torn; ++round) {
        acknowledged = killAmongSaves(store, acknowledged + 2, round, moveCarelessly);
        torn = wholeSaves(*store.open().value()) < 0;
    }
    CHECK(torn);
}
