// Somebody with the database in their hands, past our program and its triggers, changes the trail of who saw what. Each
// kind of it is tried a hundred times on each database, and undone.
#include "base/random.h"
#include "db/sealed.h"
#include "store/audit_check.h"
#include "store/consistency.h"
#include "store/store_world.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <future>
#include <iostream>

using namespace holdfast;
using namespace holdfast::test;

namespace {

using Kind = AuditFault::Kind;
using Faults = std::vector<AuditFault>;

constexpr std::int64_t entries = 40;
constexpr int rounds = 100;

store::AuditRow view(std::int64_t number)
{
    return {0,
            monday + std::chrono::seconds{number},
            WorkerId{number % 3 == 0 ? "priya" : "jo"},
            number % 4 == 0 ? "export_notes" : "view_person",
            "person-" + std::to_string(number % 7),
            number % 5 == 0 ? std::to_string(number) + " rows" : "",
            number % 9 == 0 ? "Rang the ward first" : ""};
}

void fill(db::Connection& connection, std::int64_t count = entries)
{
    db::Transaction transaction{connection, db::Access::write};
    for (std::int64_t i = 1; i <= count; ++i)
        store::AuditTrail{connection}.append(view(i));
    transaction.commit();
}

AuditFindings checked(db::Connection& connection, std::vector<AuditAnchor> anchors = {})
{
    store::AuditCheck check{connection, std::move(anchors)};
    while (check.step(7)) {
    }
    return check.findings();
}

bool numberingNotices(db::Connection& connection)
{
    return std::ranges::any_of(store::findInconsistencies(connection),
                               [](const auto& fault) { return fault.what == "audit"; });
}

void takeTriggersAway(db::Connection& connection)
{
    const std::string on = connection.dialect() == db::Dialect::postgres ? " ON audit" : "";
    connection.script("DROP TRIGGER audit_kept" + on);
    connection.script("DROP TRIGGER audit_stays" + on);
    connection.script("DROP TRIGGER audit_head_onward" + (on.empty() ? on : on + "_head"));
}

/// As an intruder would leave it: numbers without a gap, and the head at the last.
void makeNumbersFit(db::Connection& connection)
{
    connection.execute("UPDATE audit_head SET seq = (SELECT MAX(seq) FROM audit)");
}

void renumber(db::Connection& connection, std::int64_t after, std::int64_t by)
{
    constexpr std::int64_t aside = 1'000'000;
    connection.execute("UPDATE audit SET seq = seq + $1 WHERE seq > $2", {aside + by, after});
    connection.execute("UPDATE audit SET seq = seq - $1 WHERE seq > $1", {aside});
}

void copyEntry(db::Connection& connection, std::int64_t from, std::int64_t to)
{
    connection.execute("INSERT INTO audit (seq, at, worker, action, subject, detail, reason, mac) "
                       "SELECT $1, at, worker, action, subject, detail, reason, mac FROM audit WHERE seq = $2",
                       {to, from});
}

/// What was done, as the check should say it.
using Tamper = std::function<AuditFault(db::Connection& connection, Random& random)>;

std::int64_t below(Random& random, std::int64_t limit)
{
    return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(limit)));
}

AuditFault change(db::Connection& connection, Random& random)
{
    static constexpr std::array<const char*, 6> changes{"worker = 'theo'",      "action = 'view_worklist'",
                                                        "subject = 'person-8'", "detail = detail || 'x'",
                                                        "at = at + 1",          "reason = 'It was an emergency'"};
    const std::int64_t seq = 1 + below(random, entries);
    connection.execute("UPDATE audit SET " + std::string{changes[random.below(changes.size())]} + " WHERE seq = $1",
                       {seq});
    if (random.below(2) == 0)
        connection.execute("UPDATE audit SET mac = $2 WHERE seq = $1", {seq, std::string(64, 'a')});
    return {Kind::changed, seq, seq};
}

AuditFault removeEntry(db::Connection& connection, Random& random)
{
    const std::int64_t seq = 1 + below(random, entries - 2);  // the last but one: later it is cut off
    connection.execute("DELETE FROM audit WHERE seq = $1", {seq});
    if (random.below(2) == 0)
        renumber(connection, seq, -1);
    return {Kind::removed, seq, seq};
}

AuditFault swapEntries(db::Connection& connection, Random& random)
{
    constexpr std::int64_t aside = 1'000'000;
    const std::int64_t first = 1 + below(random, entries);
    const std::int64_t second = 1 + (first + below(random, entries - 1)) % entries;
    connection.execute("UPDATE audit SET seq = $1 WHERE seq = $2", {aside, first});
    connection.execute("UPDATE audit SET seq = $1 WHERE seq = $2", {first, second});
    connection.execute("UPDATE audit SET seq = $1 WHERE seq = $2", {second, aside});
    return {Kind::moved, first, second};
}

AuditFault copyTo(db::Connection& connection, Random& random)
{
    const std::int64_t from = 1 + below(random, entries);
    const std::int64_t to = from + 1 + below(random, entries - from + 1);
    renumber(connection, to - 1, 1);
    copyEntry(connection, from, to);
    return {Kind::copied, to, from};
}

AuditFault cutOff(db::Connection& connection, Random& random)
{
    const std::int64_t left = below(random, entries - 1) + 1;
    connection.execute("DELETE FROM audit WHERE seq > $1", {left});
    return {Kind::cutOff, left + 1, entries};
}

struct Count {
    int found = 0;          ///< and named
    int byNumbersOnly = 0;  ///< the negative control: what is noticed without the links and anchors
    std::string missed;
};

Count tried(db::Connection& connection, const Tamper& tamper, std::uint64_t seed)
{
    SeededRandom random{seed};
    Count count;
    const auto anchor = store::AuditTrail{connection}.newest();
    for (int round = 0; round < rounds; ++round) {
        const db::Transaction undone{connection, db::Access::write};
        takeTriggersAway(connection);
        const AuditFault done = tamper(connection, random);
        makeNumbersFit(connection);
        const Faults faults = checked(connection, {*anchor}).faults;
        const auto named =
            std::ranges::count_if(faults, [](const AuditFault& fault) { return fault.kind != Kind::unconfirmed; });
        if (std::ranges::find(faults, done) != faults.end() && named <= 2)  // two entries that changed places are two
            ++count.found;
        else
            count.missed += std::string{nameOf(done.kind)} + ' ' + std::to_string(done.first) + ' ' +
                            std::to_string(done.last) + "; ";
        if (numberingNotices(connection))
            ++count.byNumbersOnly;
    }
    return count;
}

}  // namespace

TEST_CASE("an entry of the audit that was changed, removed, moved, copied or cut off is found and named")
{
    ON_EVERY_STORE(connection);
    fill(connection);
    REQUIRE(checked(connection, {*store::AuditTrail{connection}.newest()}).faults.empty());

    for (const auto& [name, tamper] : std::vector<std::pair<std::string, Tamper>>{{"changed", change},
                                                                                  {"removed", removeEntry},
                                                                                  {"moved", swapEntries},
                                                                                  {"copied", copyTo},
                                                                                  {"cut off", cutOff}}) {
        INFO(name);
        const Count count = tried(connection, tamper, 20261123);
        INFO(count.missed);
        std::cout << "audit on " << backend.name << ", " << name << ": found and named " << count.found << " of "
                  << rounds << ", by numbers alone " << count.byNumbersOnly << '\n';
        CHECK(count.found == rounds);
        CHECK(count.byNumbersOnly < rounds);  // an entry that was taken out leaves a gap until somebody renumbers
    }
    CHECK(checked(connection).faults.empty());
}

TEST_CASE("without an anchor from outside an audit that was cut off looks whole")
{
    ON_EVERY_STORE(connection);
    fill(connection);
    SeededRandom random{7};
    int found = 0;
    for (int round = 0; round < rounds; ++round) {
        const db::Transaction undone{connection, db::Access::write};
        takeTriggersAway(connection);
        cutOff(connection, random);
        makeNumbersFit(connection);
        found += checked(connection).faults.empty() ? 0 : 1;
    }
    std::cout << "audit on " << backend.name << ", cut off, no anchor: found " << found << " of " << rounds << '\n';
    CHECK(found == 0);
}

TEST_CASE("who writes the links anew without the key is found, which a plain hash would not do")
{
    ON_EVERY_STORE(connection);
    fill(connection);
    const db::Secret noKey;
    const auto plainLink = [&](const store::AuditRow& row, const std::string& previous) {
        return db::macOf(noKey, {previous, std::to_string(row.seq), std::to_string(toMillis(row.at)), row.worker.str(),
                                 row.action, row.subject, row.detail, row.reason});
    };
    const db::Transaction undone{connection, db::Access::write};
    takeTriggersAway(connection);
    connection.execute("UPDATE audit SET worker = 'theo' WHERE seq = 12");
    std::string previous;
    for (const store::AuditRow& row : store::AuditTrail{connection}.page(0, 1000)) {
        previous = plainLink(row, previous);
        connection.execute("UPDATE audit SET mac = $2 WHERE seq = $1", {row.seq, previous});
    }

    CHECK(checked(connection).faults == Faults{{Kind::otherKey, 1, entries}});
    previous.clear();
    int missedByPlainHash = 0;
    store::AuditTrail{connection}.linked(0, 1000, [&](const store::AuditRow& row, const std::string& mac) {
        previous = plainLink(row, previous);
        missedByPlainHash += previous == mac ? 1 : 0;
    });
    CHECK(missedByPlainHash == entries);
}

TEST_CASE("who has the key and writes the trail anew is found by an anchor kept elsewhere")
{
    ON_EVERY_STORE(connection);
    fill(connection);
    const auto anchor = store::AuditTrail{connection}.newest();
    fill(connection, 3);
    const db::Transaction undone{connection, db::Access::write};
    takeTriggersAway(connection);
    connection.execute("UPDATE audit SET worker = 'theo' WHERE seq = 12");
    std::string previous;
    for (const store::AuditRow& row : store::AuditTrail{connection}.page(0, 1000)) {
        previous = store::AuditTrail{connection}.linkOf(row, previous);
        connection.execute("UPDATE audit SET mac = $2 WHERE seq = $1", {row.seq, previous});
    }

    CHECK(checked(connection).faults.empty());
    CHECK(checked(connection, {*anchor}).faults == Faults{{Kind::replaced, entries, entries}});
}

TEST_CASE("entries from before the chain are linked once, an entry says so, and nothing else of them can change")
{
    ON_EVERY_STORE(connection);
    for (int i = 1; i <= 12; ++i)
        connection.execute("INSERT INTO audit (seq, at, worker, action, subject, detail, mac) "
                           "VALUES ($1, $2, 'jo', 'view_person', 'person-1', '', '')",
                           {std::int64_t{i}, toMillis(monday)});
    for (int i = 1; i <= 12; ++i)
        connection.execute("UPDATE audit_head SET seq = seq + 1");
    store::AuditTrail trail{connection};

    CHECK(trail.linkOldEntries((monday + 24h)) == 12);
    CHECK(trail.linkOldEntries((monday + 24h)) == 0);
    CHECK(checked(connection).faults.empty());
    const auto all = trail.page(0, 100);
    REQUIRE(all.size() == 13);
    CHECK(all.back() == store::AuditRow{13, (monday + 24h), {}, "begin_audit_chain", "", "12 entries"});
    CHECK_THROWS_AS(connection.execute("UPDATE audit SET mac = 'b' WHERE seq = 3"), db::Failure);
    CHECK_THROWS_AS(connection.execute("UPDATE audit SET detail = 'b' WHERE seq = 3"), db::Failure);
}

TEST_CASE("two programs that write at once leave one chain")
{
    const auto conninfo = postgresConninfo();
    if (!conninfo)
        SKIP("no PostgreSQL server");
    const auto first = openFreshPostgres(*conninfo);
    db::migrate(*first, store::schema().postgres).value();
    const auto second = openSamePostgres(*conninfo, *first);
    const auto write = [](db::Connection& connection, int times) {
        for (int i = 1; i <= times; ++i) {
            db::Transaction transaction{connection, db::Access::write};
            store::AuditTrail{connection}.append(view(i));
            if (i % 5 != 0)
                transaction.commit();
        }
    };
    auto other = std::async(std::launch::async, [&] { write(*second, 200); });
    write(*first, 200);
    other.get();

    const auto found = checked(*first);
    CHECK(found.entries == 320);
    CHECK(found.faults.empty());
}
