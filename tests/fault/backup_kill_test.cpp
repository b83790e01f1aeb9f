// A backup or a restore that is cut off anywhere leaves a backup that is whole or none, and the old store or the new one.
#include "db/backup.h"
#include "db/integrity.h"
#include "db/transaction.h"
#include "fault/child.h"
#include "fault/tiny_store.h"

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr std::int64_t before = 60;
constexpr std::int64_t later = 20;
constexpr int rounds = 25;

void save(const TinyStore& store, std::int64_t from, std::int64_t count)
{
    const auto opened = store.open();
    for (std::int64_t number = from; number < from + count; ++number)
        moveOnce(**opened, number);
}

std::int64_t savesIn(const TinyStore& store, const std::string& path)
{
    const auto opened = db::openStore({db::StoreLocation::Kind::file, path}, store.key, tinySchema());
    INFO(path << (opened ? "" : opened.error().detail));
    REQUIRE(opened);
    return wholeSaves(**opened);
}

/// Kills the child at a moment that moves on from round to round; in round 0 while pages are copied, however busy the machine
/// is.
void killAfter(const std::function<bool(const db::OnPages& onPages)>& work, int round)
{
    SharedCount started;
    Child child{[&] {
        if (round > 0)
            started.set(1);
        const bool done = work([&](std::int64_t, std::int64_t) {
            started.set(1);
            return round > 0 || spinUntil([] { return false; });
        });
        return done ? 0 : 1;
    }};
    REQUIRE(spinUntil([&] { return started.get() == 1; }));
    spinFor(std::chrono::microseconds{round * 700});
    child.kill();
    child.wait();
}

}  // namespace

TEST_CASE("killed at 25 moments, a backup is whole or not there, and the store goes on")
{
    int made = 0;
    for (int round = 0; round < rounds; ++round) {
        const TinyStore store;
        save(store, 1, before);
        const std::string target = store.folder.file("backup.holdfast");
        killAfter(
            [&](const db::OnPages& onPages) {
                return db::backUp(store.path(), store.key, target, onPages).has_value();
            },
            round);
        if (std::filesystem::exists(target)) {
            ++made;
            CHECK(savesIn(store, target) == before);
        }
        CHECK(savesIn(store, store.path()) == before);
        const std::string next = store.folder.file("next.holdfast");
        REQUIRE(db::backUp(store.path(), store.key, next));
        CHECK(savesIn(store, next) == before);
    }
    CHECK(made < rounds);  // a kill has come in time
}

TEST_CASE("killed at 25 moments, a restore leaves the old store or the new one")
{
    int old = 0;
    for (int round = 0; round < rounds; ++round) {
        const TinyStore store;
        save(store, 1, before);
        const std::string backup = store.folder.file("backup.holdfast");
        REQUIRE(db::backUp(store.path(), store.key, backup));
        save(store, before + 1, later);
        const auto putBack = [&](const db::OnPages& onPages) {
            return db::restore({backup, store.key, store.path(), store.key}, tinySchema(), onPages).has_value();
        };
        killAfter(putBack, round);
        const std::int64_t found = savesIn(store, store.path());
        CHECK((found == before || found == before + later));
        old += found == before ? 0 : 1;
        REQUIRE(putBack({}));
        CHECK(savesIn(store, store.path()) == before);
        CHECK(db::checkIntegrity(store.location, store.key, tinySchema()).value().ok());
    }
    CHECK(old > 0);
}

TEST_CASE("copied over in place, the same kills leave a store that is neither, so the test can see it")
{
    int neither = 0;
    for (int round = 0; round < rounds && neither == 0; ++round) {
        const TinyStore store;
        save(store, 1, before);
        const std::string backup = store.folder.file("backup.holdfast");
        REQUIRE(db::backUp(store.path(), store.key, backup));
        save(store, before + 1, later);
        killAfter(
            [&](const db::OnPages&) {
                return std::filesystem::copy_file(backup, store.path(),
                                                  std::filesystem::copy_options::overwrite_existing);
            },
            1 + round % 2);
        const auto opened = store.open();
        neither += opened ? 0 : 1;  // even unhurt: its record of saves says that some are gone
    }
    CHECK(neither > 0);
}
