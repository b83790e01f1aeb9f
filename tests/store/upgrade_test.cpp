// Stores that an earlier version filled: what a migration works out from their rows.
#include "store/columns.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// The steps up to that version.
std::span<const db::Migration> until(std::span<const db::Migration> all, int version)
{
    return all.first(
        static_cast<std::size_t>(std::ranges::upper_bound(all, version, {}, &db::Migration::version) - all.begin()));
}

std::vector<Backend> storesOfVersion(int version)
{
    return backends(until(store::schema().sqlite, version), until(store::schema().postgres, version));
}

/// A closed case as version 32 kept it.
void addClosedCase(db::Connection& connection, std::string_view person, bool died)
{
    connection.execute(R"(
        INSERT INTO case_state (person, version, computed_at, clasp, open_needs, accepted_needs, bounces, died, policy_version)
        VALUES ($1, 1, $2, 'released', 0, 0, 0, $3, 'england 1'))",
                       {std::string{person}, store::column(monday), std::int64_t{died}});
}

void joinRecords(db::Connection& connection, const std::string& merged, const std::string& record)
{
    connection.execute(R"(
        INSERT INTO person_merge (id, kept, merged, reason, despite, uneven, set_aside, reopened, kept_version,
                                  merged_events, worker, role, service, at, command)
        VALUES ('m', $1, $2, 'same', '', 0, '', '', 1, 1, 'priya', 'supervisor', 'lantern', 0, 'command-1'))",
                       {record, merged});
    connection.execute("INSERT INTO merged_record (person, record, merge) VALUES ($1, $2, 'm')", {merged, record});
}

struct Kept {
    Instant lastAt;
    std::optional<Instant> nextWake;
    friend bool operator==(const Kept&, const Kept&) = default;
};

Kept keptOf(db::Connection& connection, const std::string& person)
{
    return connection
        .first("SELECT last_at, next_wake FROM case_state WHERE person = $1", {person},
               [](const db::Row& row) {
                   return Kept{store::instantAt(row, 0),
                               row.isNull(1) ? std::nullopt : std::optional{store::instantAt(row, 1)}};
               })
        .value();
}

}  // namespace

TEST_CASE("a store from before retention was reviewed knows afterwards when each record last heard something")
{
    const auto backend = GENERATE(from_range(storesOfVersion(32)));
    INFO(backend.name);
    const auto connection = backend.open();
    addStaff(*connection);
    rememberCommand(*connection);
    for (const char* id : {"quiet", "joined", "other", "died", "silent"})
        addPerson(*connection, aPerson(id, id, "Fenwick"));
    store::EventRepository events{*connection};
    for (const store::EventRow& event :
         {anEvent("quiet", 1, monday - 72h), anEvent("quiet", 2, monday - 48h), anEvent("joined", 1, monday - 24h),
          anEvent("other", 1, monday), anEvent("died", 1, monday - 12h)})
        REQUIRE(events.append(event));
    for (const char* id : {"quiet", "joined", "silent"})
        addClosedCase(*connection, id, false);
    addClosedCase(*connection, "died", true);
    joinRecords(*connection, "other", "joined");

    const auto steps = db::migrate(*connection, store::migrations(connection->dialect()));

    INFO((steps ? "" : steps.error().detail));
    REQUIRE(steps);
    CHECK(*steps > 0);
    CHECK(keptOf(*connection, "quiet") == Kept{monday - 48h, std::nullopt});
    CHECK(keptOf(*connection, "joined") == Kept{monday, std::nullopt});
    CHECK(keptOf(*connection, "died") == Kept{monday - 12h, monday});  // the next sweep reads the day
    CHECK(keptOf(*connection, "silent").lastAt < Instant{});
}
