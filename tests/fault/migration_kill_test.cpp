// A migration that is cut off anywhere leaves the old store or the new one, never something between.
#include "db/integrity.h"
#include "db/transaction.h"
#include "fault/child.h"
#include "fault/tiny_store.h"

#include <filesystem>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::test;
using db::MigrationStage;

namespace {

constexpr std::int64_t lines = 5000;

void fill(const TinyStore& store)
{
    const auto opened = store.open();
    db::Transaction transaction{*opened.value(), db::Access::write};
    for (std::int64_t number = 1; number <= lines; ++number) {
        opened.value()->execute("INSERT INTO line (id, body) VALUES ($1, $2)", {number, std::string(100, 'n')});
    }
    opened.value()->execute("UPDATE account SET amount = amount - $1 WHERE id = 1", {lines});
    opened.value()->execute("UPDATE account SET amount = amount + $1 WHERE id = 2", {lines});
    transaction.commit();
}

std::int64_t versionOf(db::Connection& connection)
{
    return connection.first("PRAGMA user_version", {}, [](const db::Row& row) { return row.integer(0); }).value();
}

/// Old or new, whole either way; and a second attempt succeeds.
int checkWholeAndFinish(const TinyStore& store)
{
    int version = 2;
    {
        auto opened = store.open(tinySchema());
        if (opened)
            version = 1;
        else
            REQUIRE(opened.error().code == ErrorCode::newerStore);
        if (opened)
            REQUIRE(wholeSaves(*opened.value()) == lines);
    }
    const auto finished = store.open(tinySchemaLater());
    INFO((finished ? "" : finished.error().detail));
    REQUIRE(finished);
    REQUIRE(versionOf(*finished.value()) == 2);
    REQUIRE(wholeSaves(*finished.value()) == lines);
    REQUIRE(std::filesystem::exists(store.path() + ".before-v1"));
    REQUIRE_FALSE(std::filesystem::exists(store.path() + ".migrating"));
    return version;
}

}  // namespace

TEST_CASE("cut off at each stage, a migration leaves the old store before the swap and the new one after it")
{
    using enum MigrationStage;
    for (const MigrationStage last : {copying, changing, checking, swapping, swapped}) {
        const TinyStore store;
        fill(store);
        Child child{[&] {
            db::OpenOptions options;
            options.onMigration = [&](MigrationStage stage) {
                if (stage == last)
                    ::_exit(7);
            };
            return store.open(tinySchemaLater(), options) ? 0 : 1;
        }};
        INFO("stage " << static_cast<int>(last));
        REQUIRE(child.wait() == 7);
        CHECK(checkWholeAndFinish(store) == (last == swapped ? 2 : 1));
        CHECK(db::checkIntegrity(store.location, store.key, tinySchemaLater()).value().ok());
    }
}

TEST_CASE("killed at 30 moments, a migration is never half done")
{
    int old = 0;
    for (int round = 0; round < 30; ++round) {
        const TinyStore store;
        fill(store);
        SharedCount started;
        Child child{[&] {
            db::OpenOptions options;
            options.onMigration = [&](MigrationStage) { started.set(1); };
            return store.open(tinySchemaLater(), options) ? 0 : 1;
        }};
        REQUIRE(spinUntil([&] { return started.get() == 1; }));
        spinFor(std::chrono::microseconds{round * 1500});
        child.kill();
        child.wait();
        old += checkWholeAndFinish(store) == 1 ? 1 : 0;
    }
    CHECK(old > 0);  // some kills must have come in time, or nothing was tested
}

TEST_CASE("the same steps run in place, one statement after the other, are left half done, so the test can see it")
{
    const TinyStore store;
    fill(store);
    SharedCount started;
    Child child{[&] {
        const auto opened = store.open(tinySchema());
        opened.value()->script(std::string{tinySchemaLater().sqlite[1].sql});
        started.set(1);
        spinUntil([] { return false; });  // killed here
        opened.value()->script("PRAGMA user_version = 2");
        return 0;
    }};
    REQUIRE(spinUntil([&] { return started.get() == 1; }));
    child.kill();
    child.wait();
    const auto opened = store.open(tinySchema());
    REQUIRE(opened);
    CHECK(versionOf(*opened.value()) == 1);
    CHECK(opened.value()
              ->first("SELECT 1 FROM pragma_table_info('line') WHERE name = 'length'", {},
                      [](const db::Row&) { return true; })
              .has_value());
}
