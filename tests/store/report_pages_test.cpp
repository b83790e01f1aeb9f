#include "store/report_code.h"
#include "store/report_page_id.h"
#include "store/report_pages.h"
#include "store/store_world.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <future>
#include <map>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;

namespace {

constexpr report::Stretch always{mondaysDate - days{90}, mondaysDate - days{90}, mondaysDate};

report::ReferralMarks allMarks()
{
    return {2,
            mondaysDate,
            mondaysDate + days{2},
            mondaysDate + days{1},
            mondaysDate + days{7},
            mondaysDate + days{300},
            true,
            true,
            5};
}

/// Rows in three months, with everything set and with nothing set.
store::CaseCacheRows busyCase(std::string_view person, std::int64_t version)
{
    store::CaseCacheRows rows = aCase(person);
    rows.version = version;
    store::BounceCache silence = aBounce(mondaysDate - days{40}, "gp", "S02");
    silence.pointsTo = ServiceId{};
    silence.cls = BounceClass::soft;
    silence.need = Need::substanceUse;
    silence.runningFrom = rows.computedAt;
    silence.attempt = true;
    store::BounceCache refusal = aBounce(mondaysDate);
    refusal.where = {41, "SG1", WorkerId{"priya"}};
    refusal.quadrant = "held_together";
    refusal.challenged = refusal.overturned = refusal.upheld = refusal.tennis = refusal.mentalHealthCited = true;
    rows.bounces = {refusal, silence};
    rows.sent = {{Need::substanceUse, ServiceId{"lantern"}, mondaysDate - days{80}},
                 {Need::mentalHealth, ServiceId{"cmht"}, mondaysDate}};
    rows.sent.front().where = {std::nullopt, "SG14", WorkerId{"priya"}};
    rows.sent.back().marks = allMarks();
    report::Fact challenge{report::FactKind::challenge, NeedScope::mentalHealth, "cmht", mondaysDate - days{40}};
    challenge.until = mondaysDate;
    challenge.outcome = report::Outcome::replied;
    challenge.yes = true;
    challenge.where = {17, "AL10", WorkerId{"priya"}};
    report::Fact fare{report::FactKind::cost, NeedScope::both, "cmht", mondaysDate};
    fare.pence = 460;
    rows.facts = {challenge, {report::FactKind::good, NeedScope::both, "", mondaysDate}, fare};
    return rows;
}

/// What came of reading: ordered, so that it can be compared.
struct Read {
    std::vector<report::BounceRow> bounces;
    std::vector<report::ReferralRow> referrals;
    std::vector<report::Fact> facts;
};

std::map<PersonId, Read> readAll(db::Connection& connection, const report::Stretch& stretch = always)
{
    std::map<PersonId, Read> all;
    store::ReportPages{connection}.read(stretch, monday, [&](const report::PersonRows& rows) {
        CHECK_FALSE(all.contains(rows.person));  // everybody once
        Read& read = all[rows.person];
        read.bounces.assign(rows.bounces.rows().begin(), rows.bounces.rows().end());
        read.referrals.assign(rows.referrals.rows().begin(), rows.referrals.rows().end());
        for (const report::FactRow& fact : rows.facts.rows())
            read.facts.push_back(fact.fact);
        std::ranges::sort(read.bounces, {}, &report::BounceRow::on);
        std::ranges::sort(read.referrals, {}, &report::ReferralRow::on);
        std::ranges::sort(read.facts, {}, &report::Fact::on);
    });
    return all;
}

void checkBusy(const Read& read, const store::CaseCacheRows& rows)
{
    REQUIRE(read.bounces.size() == 2);
    const report::BounceRow& silence = read.bounces.front();
    CHECK(silence.service == "gp");
    CHECK(silence.code == ReasonCode{"S02"});
    CHECK(silence.cls == BounceClass::soft);
    CHECK(silence.need == Need::substanceUse);
    CHECK(silence.pointsTo.empty());
    CHECK(silence.attempt);
    CHECK_FALSE(silence.challenged);
    CHECK(silence.where == report::Circumstances{});
    const report::BounceRow& refusal = read.bounces.back();
    CHECK(refusal.person == rows.person);
    CHECK(refusal.on == mondaysDate);
    CHECK(refusal.cls == BounceClass::never);
    CHECK(refusal.pointsTo == "lantern");
    CHECK(refusal.quadrant == "held_together");
    CHECK(refusal.where == rows.bounces.front().where);
    CHECK((refusal.challenged && refusal.overturned && refusal.upheld && refusal.tennis));
    CHECK((refusal.substanceUseCited && refusal.mentalHealthCited && !refusal.attempt));
    CHECK(refusal.daysLost == 7);
    REQUIRE(read.referrals.size() == 2);
    for (std::size_t i = 0; i < read.referrals.size(); ++i) {
        const store::SentCache& sent = rows.sent[i];
        CHECK(read.referrals[i] ==
              report::ReferralRow{rows.person, sent.need, sent.service.str(), sent.on, sent.marks, sent.where});
    }
    CHECK(read.facts == rows.facts);
}

void replace(db::Connection& connection, const store::CaseCacheRows& rows)
{
    db::Transaction transaction{connection, db::Access::write};
    store::CaseCache{connection}.replace(rows);
    transaction.commit();
}

/// As no history has them: only the pages look at how many events were folded.
void addPeople(db::Connection& connection)
{
    for (const char* id : {"p1", "0190a1b2-0000-7000-8000-00000000abcd", "0190A1B2-0000-7000-8000-00000000ABCD"})
        addPerson(connection, aPerson(id, "Dani", "Okafor"));
}

}  // namespace

TEST_CASE("a report reads what was put into the cache, whatever the person's id looks like")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    std::int64_t events = 0;
    for (const char* id : {"p1", "0190a1b2-0000-7000-8000-00000000abcd", "0190A1B2-0000-7000-8000-00000000ABCD"}) {
        replace(connection, busyCase(id, 4));
        const auto all = readAll(connection);
        REQUIRE(all.contains(PersonId{id}));
        checkBusy(all.at(PersonId{id}), busyCase(id, 4));
        CHECK(store::ReportPages{connection}.counts().events == (events += 4));
    }
    CHECK(readAll(connection).size() == 3);
    CHECK(store::ReportPages{connection}.faults(10).empty());
}

TEST_CASE("days go on being lost in the pages as they do in the table")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    replace(connection, busyCase("p1", 1));
    const auto lost = [&](Instant now) {
        int sum = 0;
        store::ReportPages{connection}.read(always, now, [&](const report::PersonRows& rows) {
            for (const report::BounceRow& row : rows.bounces.rows())
                sum += row.daysLost;
        });
        return sum;
    };
    CHECK(lost(monday - 72h) == 14);
    CHECK(lost(monday + 47h) == 15);
    CHECK(lost(monday + 48h) == 16);
}

TEST_CASE("a stretch leaves out what lies in other months, and reads bounces for longer than the rest")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    replace(connection, busyCase("p1", 1));

    const auto all = readAll(connection, {mondaysDate - days{45}, mondaysDate, mondaysDate});
    CHECK(all.at(PersonId{"p1"}).bounces.size() == 2);
    CHECK(all.at(PersonId{"p1"}).referrals.size() == 1);
    CHECK(all.at(PersonId{"p1"}).facts.size() == 2);
    CHECK(readAll(connection, {mondaysDate + days{60}, mondaysDate + days{60}, mondaysDate + days{90}}).empty());
}

TEST_CASE(
    "pages that were kept case by case are those that are made from the tables, and both are mended by a building")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::ReportPages pages{connection};
    replace(connection, busyCase("p1", 4));
    replace(connection, busyCase("0190a1b2-0000-7000-8000-00000000abcd", 3));
    CHECK(pages.faults(10).empty());

    store::CaseCacheRows fewer = busyCase("p1", 5);
    fewer.bounces.pop_back();
    fewer.sent.erase(fewer.sent.begin());
    fewer.facts.front().on += days{1};
    replace(connection, fewer);
    CHECK(pages.faults(10).empty());
    CHECK(pages.counts() == store::HandfulCounts{8, 2, 0});
    CHECK(readAll(connection).at(PersonId{"p1"}).bounces.size() == 1);

    {
        db::Transaction transaction{connection, db::Access::write};
        store::CaseCache{connection}.remove(PersonId{"p1"});
        transaction.commit();
    }
    CHECK(pages.faults(10).empty());
    CHECK(pages.counts() == store::HandfulCounts{3, 1, 0});
    CHECK_FALSE(readAll(connection).contains(PersonId{"p1"}));

    for (const char* damage :
         {"DELETE FROM report_page", "UPDATE report_page SET id = id + 1", "UPDATE leg_sent SET wishes = 3",
          "UPDATE report_handful SET events = 9", "UPDATE report_handful SET joined = 1",
          "UPDATE bounce SET days_lost = 8", "DELETE FROM report_fact"}) {
        INFO(damage);
        connection.execute(damage);
        CHECK_FALSE(pages.faults(10).empty());
        db::Transaction transaction{connection, db::Access::write};
        pages.build();
        transaction.commit();
        CHECK(pages.faults(10).empty());
    }
}

TEST_CASE("a new store has no pages to be built, and one that is being filled has")
{
    ON_EVERY_STORE(connection);
    store::ReportPages pages{connection};
    CHECK_FALSE(pages.isBuilt());
    pages.build();
    CHECK(pages.isBuilt());
    pages.forget();
    CHECK_FALSE(pages.isBuilt());
}

TEST_CASE("a page that was damaged is said to be, and never read beyond its end")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    replace(connection, busyCase("p1", 1));
    const auto whole = connection.list("SELECT id, rows FROM report_page", {}, [](const db::Row& row) {
        return std::pair{row.integer(0), row.blob(1)};
    });
    REQUIRE_FALSE(whole.empty());
    for (const auto& [id, bytes] : whole) {
        for (std::size_t length = 1; length < bytes.size(); length += 3) {
            connection.execute("UPDATE report_page SET rows = $2 WHERE id = $1",
                               {id, db::Blob{bytes.substr(0, length)}});
            CHECK_THROWS_AS(readAll(connection), db::Failure);
        }
        connection.execute("UPDATE report_page SET rows = $2 WHERE id = $1", {id, db::Blob{bytes}});
    }
    connection.execute("DELETE FROM report_word WHERE word = 'cmht'");
    CHECK_THROWS_AS(readAll(connection), db::Failure);
}

TEST_CASE("two programs that write the same page at once both find themselves in it")
{
    const auto conninfo = postgresConninfo();
    if (!conninfo)
        SKIP("no PostgreSQL server");
    const auto first = openFreshPostgres(*conninfo);
    db::migrate(*first, store::schema().postgres).value();
    const auto second = openSamePostgres(*conninfo, *first);
    PersonId other;
    for (int i = 0; other.empty(); ++i)
        if (const PersonId made{"q" + std::to_string(i)};
            store::paging::handfulOf(made) == store::paging::handfulOf(PersonId{"p1"}))
            other = made;
    addPerson(*first, aPerson("p1", "Dani", "Okafor"));
    addPerson(*first, aPerson(other.text(), "Bea", "Lund"));

    db::Transaction mine{*first, db::Access::write};
    store::CaseCache{*first}.replace(busyCase("p1", 1));
    auto theirs = std::async(std::launch::async, [&] { replace(*second, busyCase(other.text(), 1)); });
    mine.commit();
    theirs.get();

    CHECK(readAll(*first).size() == 2);
    CHECK(store::ReportPages{*first}.faults(10).empty());
}
