// Every call that a save makes to the disk fails in its turn, once and for good: the worker is told in words, what was
// acknowledged is there, nothing is there in part or twice, and with the disk mended the work goes on or says why not.
// HOLDFAST_FAULT_STRIDE=1 tries every call (./dev soak), a run of the tests some of them.
#include "db/integrity.h"
#include "fault/disk/points.h"
#include "store/schema.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <span>

using namespace holdfast;
using namespace holdfast::test;
using disk::Trouble;

namespace {

int callsApart(int otherwise)
{
    return countAsked("HOLDFAST_FAULT_STRIDE", otherwise);
}

/// In a child: the job with the fault in it, once more with the disk mended, and a look at what is there.
Verdict workOnFaultyDisk(const Fault& fault, const OfficeStore& store, Office& office, std::size_t job,
                         const Expected& expected)
{
    happens(fault);
    const auto first = office.work(job);
    if (disk::broken() == 0)
        return Verdict::neverHappened;
    disk::mend();
    const auto again = first ? first : office.work(job);
    if ((!first && first.error().detail.empty()) || (!again && again.error().detail.empty()))
        return Verdict::unclear;
    // After a failed sync the store is to be opened again; a draft that was saved after all is one that moved on.
    if (!again && again.error().code != ErrorCode::unavailable && again.error().code != ErrorCode::conflict &&
        fault.trouble != Trouble::lostWrite)
        return Verdict::refused;
    return judge(Found{store}, expected, again ? expected.after.saves : expected.before.saves);
}

/// Every job of a day, each with `troubles` at its calls; then done for real.
Tally faultsInADay(std::span<const Trouble> troubles, int stride)
{
    const OfficeStore store;
    disk::watch(store.folder.path());
    Office office{db::openStore(store.location, store.key(), store::schema()).value()};
    Holding before = holdingOf(office.connection());
    Tally tally;
    for (std::size_t job = 0; job < Office::jobsOfOnePerson; ++job) {
        const disk::Rewind rewind{store.folder.path()};
        const Expected expected = expectedOf(office, job, before, rewind);
        atEveryCall(
            troubles, stride, Office::nameOfJob(job), tally,
            [&](const Fault& fault) { return workOnFaultyDisk(fault, store, office, job, expected); },
            [&] { rewind.restore(); });
        REQUIRE(office.work(job));
        before = holdingOf(office.connection());
        REQUIRE(before == expected.after);
    }
    disk::unwatch();
    return tally;
}

Verdict openOnFaultyDisk(const Fault& fault, const Crashed& crashed)
{
    disk::put(crashed.store.folder.path(), crashed.files);
    disk::watch(crashed.store.folder.path());
    happens(fault);
    {
        const auto opened = db::openStore(crashed.store.location, crashed.store.key(), store::schema());
        if (disk::broken() == 0)
            return Verdict::neverHappened;
        if (!opened && opened.error().detail.empty())
            return Verdict::unclear;
        disk::mend();
    }
    return judge(Found{crashed.store}, {crashed.holding, crashed.holding}, crashed.holding.saves);
}

Verdict closeOnFaultyDisk(const Fault& fault, const Crashed& crashed)
{
    disk::put(crashed.store.folder.path(), crashed.files);
    disk::watch(crashed.store.folder.path());
    auto opened = db::openStore(crashed.store.location, crashed.store.key(), store::schema());
    happens(fault);
    opened.value().reset();
    if (disk::broken() == 0)
        return Verdict::neverHappened;
    disk::mend();
    return judge(Found{crashed.store}, {crashed.holding, crashed.holding}, crashed.holding.saves);
}

/// As somebody does who is told what is in the way: moves so many files away, one at a time, and tries again.
bool makeAgain(const std::string& path, const db::NewEnvelope& keys, int leftOver)
{
    for (int moved = 0; moved <= leftOver; ++moved) {
        const auto made = db::createEncrypted(path, keys, store::schema());
        if (made)
            return true;
        if (made.error().code != ErrorCode::conflict || !std::filesystem::remove(made.error().where))
            return false;
    }
    return false;
}

/// A new store that could not be made leaves nothing in the way of the next attempt; where nothing could be taken away
/// either, it says what is.
Verdict makeOnFaultyDisk(const Fault& fault, const db::NewEnvelope& keys)
{
    const TempFolder folder;
    const std::string path = folder.file("new.holdfast");
    disk::watch(folder.path());
    happens(fault);
    auto made = db::createEncrypted(path, keys, store::schema());
    if (disk::broken() == 0)
        return Verdict::neverHappened;
    if (!made && made.error().detail.empty())
        return Verdict::unclear;
    disk::mend();
    const bool nothingCouldGo = fault.trouble == Trouble::namesError && fault.forGood;
    if (made)
        made.value().reset();
    else if (constexpr int mostLeftOver = 4; !makeAgain(path, keys, nothingCouldGo ? mostLeftOver : 0))
        return Verdict::refused;
    const auto checked = db::checkIntegrity({db::StoreLocation::Kind::file, path}, &keys.key, store::schema());
    return checked && checked->ok() ? Verdict::asPromised : Verdict::unsound;
}

/// How many writes a store takes to be made.
std::int64_t writesOfMaking(const db::NewEnvelope& keys)
{
    const TempFolder folder;
    disk::watch(folder.path());
    REQUIRE(db::createEncrypted(folder.file("new.holdfast"), keys, store::schema()));
    const auto writes = std::ranges::count(disk::steps(), disk::What::write, &disk::Step::what);
    disk::unwatch();
    return writes;
}

}  // namespace

TEST_CASE("whatever call of a save fails, the worker is told and nothing is lost, doubled or half done")
{
    const Tally tally = faultsInADay(disk::allTroubles, callsApart(11));
    tally.print("saving on a disk that fails");
    CHECK(tally.count() > 150);
    CHECK(tally.faulty() == 0);
}

TEST_CASE("where the answer of a write is not looked at the same faults do harm, so the test would see it")
{
    constexpr Trouble only[]{Trouble::lostWrite};
    const Tally tally = faultsInADay(only, 41);
    tally.print("control: answers of writes ignored");
    CHECK(tally.faulty() > 8);
}

TEST_CASE("a store that was not closed opens whatever call fails on the way, or says why not and opens afterwards")
{
    const Crashed crashed;
    Tally opening;
    Tally closing;
    atEveryCall(disk::allTroubles, callsApart(11), "open", opening,
                [&](const Fault& fault) { return openOnFaultyDisk(fault, crashed); });
    atEveryCall(disk::allTroubles, callsApart(11), "close", closing,
                [&](const Fault& fault) { return closeOnFaultyDisk(fault, crashed); });
    opening.print("opening on a disk that fails");
    closing.print("closing on a disk that fails");
    CHECK(opening.count() > 40);
    CHECK(closing.count() > 25);
    CHECK(opening.faulty() + closing.faulty() == 0);
}

TEST_CASE("a store that cannot be made leaves nothing in the way")
{
    const OfficeStore other;
    Tally tally;
    atEveryCall(disk::allTroubles, callsApart(151), "make", tally,
                [&](const Fault& fault) { return makeOnFaultyDisk(fault, other.keys); });
    tally.print("making a store on a disk that fails");
    CHECK(tally.count() > 20);
    CHECK(tally.faulty() == 0);
}

TEST_CASE("a disk that is full for a moment while the journal of a new store is folded into it does no harm")
{
    const OfficeStore other;
    constexpr std::int64_t lastWrites = 16;
    const std::int64_t noted = writesOfMaking(other.keys);  // without those of the shared memory, which fail as well
    REQUIRE(noted > lastWrites);
    Tally tally;
    atEveryPoint(
        1,
        [&](std::int64_t nth) {
            return makeOnFaultyDisk({Trouble::full, false, nth}, other.keys);
        },
        [&](std::int64_t, Verdict verdict) {
            if (verdict != Verdict::neverHappened)
                tally.add("make", "full for a moment", verdict);
        },
        noted - lastWrites);
    tally.print("folding the journal of a new store on a full disk");
    CHECK(tally.count() > lastWrites);
    CHECK(tally.faulty() == 0);
}
