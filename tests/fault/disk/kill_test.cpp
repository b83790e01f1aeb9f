// kill -9 at random moments of a day's work through the real use cases: after each the store opens, holds exactly what
// was saved, and the check has nothing to say. HOLDFAST_KILLS and HOLDFAST_FAULT_SEED: ./dev soak.
#include "app/check.h"
#include "fault/disk/points.h"
#include "store/schema.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr std::size_t jobs = 4 * Office::jobsOfOnePerson;

db::Opened openedStore(const OfficeStore& store)
{
    return db::openStore(store.location, store.key(), store::schema());
}

/// What the store holds after each of its saves, and what lies on the desk: seen once, without a kill.
struct Known {
    std::map<std::int64_t, Holding> holdings;
    std::map<std::int64_t, Desk> desks;
    std::map<std::int64_t, std::size_t> jobsDone;

    void note(Office& office, std::size_t done)
    {
        const Holding holding = holdingOf(office.connection());
        holdings[holding.saves] = holding;
        desks[holding.saves] = office.desk();
        jobsDone[holding.saves] = done;
    }
};

Known knownDay(const OfficeStore& store)
{
    Known known;
    Office office{openedStore(store).value()};
    known.note(office, 0);
    for (std::size_t job = 0; job < jobs; ++job) {
        REQUIRE(office.work(job));
        known.note(office, job + 1);
    }
    const auto checked = app::checkStore(office.workspace(), office.session(), false);
    REQUIRE((!checked || checked->findings.empty()));
    return known;
}

/// In a child: from where the store stands, to the end of the day; `acknowledged` after each job, or `tooEarly`
/// before it, as a program that tells people too early.
int workOn(const OfficeStore& store, const Known& known, bool tooEarly, SharedCount& acknowledged)
{
    auto opened = openedStore(store);
    const Holding now = holdingOf(*opened.value());
    Office office{std::move(opened).value(), known.desks.at(now.saves)};
    std::int64_t saves = now.saves;
    acknowledged.set(saves);
    for (std::size_t job = known.jobsDone.at(now.saves); job < jobs; ++job) {
        if (tooEarly)
            acknowledged.set(++saves);
        if (!office.work(job))
            return 1;
        if (!tooEarly)
            acknowledged.set(++saves);
    }
    return 0;
}

struct Killed {
    int kills = 0;
    int days = 1;
    int lost = 0;
    int different = 0;
    int unopened = 0;
    int unsound = 0;
    int faulty() const { return lost + different + unopened + unsound; }
};

Killed killOften(int kills, bool tooEarly)
{
    const OfficeStore store;
    const disk::Contents morning = disk::contentsOf(store.folder.path());
    const Known known = knownDay(store);
    disk::put(store.folder.path(), morning);
    SeededRandom random{faultSeed()};
    Killed killed;
    while (killed.kills < kills) {
        SharedCount acknowledged;
        Child child{[&] { return workOn(store, known, tooEarly, acknowledged); }};
        const std::int64_t first = known.holdings.begin()->first;
        REQUIRE(spinUntil([&] { return acknowledged.get() >= first; }));
        spinFor(std::chrono::microseconds{static_cast<std::int64_t>(random.below(25'000))});
        child.kill();
        if (const auto ended = child.wait()) {  // the day was over before the kill came
            REQUIRE(*ended == 0);
            disk::put(store.folder.path(), morning);
            ++killed.days;
            continue;
        }
        ++killed.kills;
        const auto opened = openedStore(store);
        if (!opened) {
            ++killed.unopened;
            disk::put(store.folder.path(), morning);
            continue;
        }
        const Holding there = holdingOf(*opened.value());
        killed.lost += there.saves < acknowledged.get() ? 1 : 0;
        const auto expected = known.holdings.find(there.saves);
        killed.different += expected == known.holdings.end() || expected->second != there ? 1 : 0;
        killed.unsound += Found{store}.isSound() ? 0 : 1;
        disk::unwatch();
    }
    return killed;
}

void print(const char* what, const Killed& killed)
{
    tell(std::string{what} + ": " + std::to_string(killed.kills) + " kills on " + std::to_string(killed.days) +
         " days, " + std::to_string(killed.lost) + " lost a save, " + std::to_string(killed.different) +
         " held something else, " + std::to_string(killed.unopened) + " did not open, " +
         std::to_string(killed.unsound) + " were not sound");
}

}  // namespace

TEST_CASE("killed at any moment of a day's work, a store holds every save that was acknowledged, once")
{
    const Killed killed = killOften(countAsked("HOLDFAST_KILLS", 60), false);
    print("kill -9", killed);
    CHECK(killed.faulty() == 0);
}

TEST_CASE("a program that acknowledges before it has saved loses saves to the same kills, so the test would see it")
{
    const Killed killed = killOften(10, true);
    print("control: acknowledged too early", killed);
    CHECK(killed.lost > 0);
}
