// SQLite is refused memory at each of its requests in turn, once and for good, while a store is opened and while a
// person's work is saved. Each point runs in a child: SQLCipher may end the process where it makes its keys. Those
// points are listed; the store never knows of them. HOLDFAST_MEMORY_STRIDE=1 tries every request (./dev soak).
#include "fault/disk/memory.h"
#include "fault/disk/points.h"
#include "store/schema.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>

using namespace holdfast;
using namespace holdfast::test;

namespace {

int requestsApart(int otherwise)
{
    return countAsked("HOLDFAST_MEMORY_STRIDE", otherwise);
}

Verdict openWithoutMemory(std::int64_t nth, bool forGood, const Crashed& crashed)
{
    for (const int deadly : {SIGSEGV, SIGABRT})
        std::signal(deadly, SIG_DFL);  // a death is a finding of this test's, not a report of the test program's
    disk::watch(crashed.store.folder.path());
    refuseMemory(nth, forGood);
    {
        const auto opened = db::openStore(crashed.store.location, crashed.store.key(), store::schema());
        if (!wasRefused())
            return Verdict::neverHappened;
        if (!opened && opened.error().detail.empty())
            return Verdict::unclear;
        grantMemory();
    }
    return judge(Found{crashed.store}, {crashed.holding, crashed.holding}, crashed.holding.saves);
}

Verdict workWithoutMemory(std::int64_t nth, bool forGood, const OfficeStore& store, Office& office, std::size_t job,
                          const Expected& expected)
{
    refuseMemory(nth, forGood);
    const auto first = office.work(job);
    if (!wasRefused())
        return Verdict::neverHappened;
    grantMemory();
    if (!first && first.error().detail.empty())
        return Verdict::unclear;
    const auto again = first ? first : office.work(job);
    return judge(Found{store}, expected, again ? expected.after.saves : expected.before.saves);
}

/// After a child died: what it left behind, looked at by another one.
Verdict leftBehind(const OfficeStore& store, const Expected& expected)
{
    Child child{[&] { return static_cast<int>(judge(Found{store}, expected, expected.before.saves)); }};
    return static_cast<Verdict>(child.wait().value_or(static_cast<int>(Verdict::died)));
}

}  // namespace

TEST_CASE("without memory a store is opened or not, and never harmed")
{
    const Crashed crashed;
    Tally tally;
    std::string deaths;
    for (const bool forGood : {false, true}) {
        disk::put(crashed.store.folder.path(), crashed.files);
        atEveryPoint(
            requestsApart(forGood ? 401 : 101),
            [&](std::int64_t nth) { return openWithoutMemory(nth, forGood, crashed); },
            [&](std::int64_t nth, Verdict verdict) {
                if (verdict == Verdict::died) {
                    deaths += ' ' + std::to_string(nth) + (forGood ? "+" : "");
                    verdict = leftBehind(crashed.store, {crashed.holding, crashed.holding});
                }
                if (verdict != Verdict::neverHappened)
                    tally.add("open", forGood ? "for good" : "once", verdict);
                disk::put(crashed.store.folder.path(), crashed.files);
            });
    }
    disk::unwatch();
    tally.print("opening without memory");
    tell("requests at which the process died while opening:" + (deaths.empty() ? " none" : deaths));
    CHECK(tally.count() > 20);
    CHECK(tally.faulty() == 0);
}

TEST_CASE("without memory a save is refused or made, never lost, doubled or half made")
{
    const OfficeStore store;
    disk::watch(store.folder.path());
    Office office{db::openStore(store.location, store.key(), store::schema()).value()};
    Holding before = holdingOf(office.connection());
    Tally tally;
    for (std::size_t job = 0; job < Office::jobsOfOnePerson; ++job) {
        const disk::Rewind rewind{store.folder.path()};
        const Expected expected = expectedOf(office, job, before, rewind);
        for (const bool forGood : {false, true})
            atEveryPoint(
                requestsApart(forGood ? 1999 : 211),
                [&](std::int64_t nth) { return workWithoutMemory(nth, forGood, store, office, job, expected); },
                [&](std::int64_t, Verdict verdict) {
                    rewind.restore();
                    if (verdict != Verdict::neverHappened)
                        tally.add(Office::nameOfJob(job), forGood ? "for good" : "once", verdict);
                });
        REQUIRE(office.work(job));
        before = holdingOf(office.connection());
        REQUIRE(before == expected.after);
    }
    disk::unwatch();
    tally.print("saving without memory");
    CHECK(tally.count() > 20);
    CHECK(tally.faulty() == 0);
}
