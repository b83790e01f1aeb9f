// Two programs at one store: what SQLite's one writer and PostgreSQL's locks promise us.
#include "db/store_file.h"
#include "store/audit_trail.h"
#include "store/store_world.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <future>

using namespace holdfast;
using namespace holdfast::test;

namespace {

struct Pair {
    std::unique_ptr<db::Connection> first;
    std::unique_ptr<db::Connection> second;
};

/// Nothing when the machine has no server. (SQLite stores are opened by one program at a time.)
std::optional<Pair> openPair()
{
    const auto conninfo = postgresConninfo();
    if (!conninfo)
        return std::nullopt;
    auto first = openFreshPostgres(*conninfo);
    db::migrate(*first, store::schema().postgres).value();
    auto second = openSamePostgres(*conninfo, *first);
    return Pair{std::move(first), std::move(second)};
}

}  // namespace

TEST_CASE("two workers who record at once on one case: one is kept, the other is told of the conflict")
{
    const auto pair = openPair();
    if (!pair)
        SKIP("no PostgreSQL server");
    addPerson(*pair->first, aPerson("p1", "Dani", "Okafor"));
    rememberCommand(*pair->first);

    db::Transaction mine{*pair->first, db::Access::write};
    REQUIRE(store::EventRepository{*pair->first}.append(anEvent("p1", 1)));
    auto theirs = std::async(std::launch::async, [&] {
        db::Transaction transaction{*pair->second, db::Access::write};
        auto event = anEvent("p1", 1);
        event.id = EventId{"theirs"};
        auto result = store::EventRepository{*pair->second}.append(event);  // waits for mine to end
        transaction.commit();
        return result;
    });
    mine.commit();

    const auto refused = theirs.get();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::conflict);
    CHECK(store::EventRepository{*pair->second}.forPerson(PersonId{"p1"}) == std::vector{anEvent("p1", 1)});
}

TEST_CASE("many writers at once leave an audit trail without a gap")
{
    const auto pair = openPair();
    if (!pair)
        SKIP("no PostgreSQL server");
    const auto write = [](db::Connection& connection, const char* worker) {
        for (int i = 0; i < 200; ++i) {
            db::Transaction transaction{connection, db::Access::write};
            store::AuditTrail{connection}.append({0, monday, WorkerId{worker}, "view_person", "p1", ""});
            if (i % 5 != 0)
                transaction.commit();
        }
    };
    auto other = std::async(std::launch::async, [&] { write(*pair->second, "jo"); });
    write(*pair->first, "priya");
    other.get();

    const auto rows = store::AuditTrail{*pair->first}.page(0, 1000);
    REQUIRE(rows.size() == 320);
    for (std::size_t i = 0; i < rows.size(); ++i)
        CHECK(rows[i].seq == static_cast<std::int64_t>(i + 1));
}

TEST_CASE("rewriting one case's caches from two sides ends with the rows of one of them, whole")
{
    const auto pair = openPair();
    if (!pair)
        SKIP("no PostgreSQL server");
    addPerson(*pair->first, aPerson("p1", "Dani", "Okafor"));
    const auto write = [](db::Connection& connection, std::int64_t version) {
        auto rows = aCase("p1");
        rows.version = version;
        rows.actions.resize(static_cast<std::size_t>(version), rows.actions.front());
        for (int i = 0; i < 50; ++i) {
            db::Transaction transaction{connection, db::Access::write};
            store::CaseCache{connection}.replace(rows);
            transaction.commit();
        }
    };
    auto other = std::async(std::launch::async, [&] { write(*pair->second, 2); });
    write(*pair->first, 5);
    other.get();

    const auto rows = store::CaseCache{*pair->first}.find(PersonId{"p1"});
    REQUIRE(rows);
    CHECK(rows->actions.size() == static_cast<std::size_t>(rows->version));
}
