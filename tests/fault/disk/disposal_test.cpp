// A disposal that two people agreed on, while the disk fails, the power goes, memory is refused or the program is killed:
// the record is wholly there or wholly gone, its disposal says which, and the rewriting of the file afterwards loses
// nothing. HOLDFAST_FAULT_STRIDE, HOLDFAST_POWER_CUTS and HOLDFAST_KILLS: ./dev soak.
#include "fault/disk/ending.h"
#include "fault/disk/memory.h"
#include "fault/disk/power_cut.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <span>

using namespace holdfast;
using namespace holdfast::test;
using disk::Trouble;

namespace {

/// The store in the evening, before it is confirmed.
struct Evening {
    Ended ended;
    disk::Contents files = disk::contentsOf(ended.store.folder.path());
    std::unique_ptr<Confirming> confirming;
    std::unique_ptr<disk::Rewind> rewind;
    Expected expected;

    Evening()
    {
        disk::watch(ended.store.folder.path());
        confirming = std::make_unique<Confirming>(ended, ended.open().value());
        const Holding before = holdingOf(confirming->connection());
        rewind = std::make_unique<disk::Rewind>(ended.store.folder.path());
        expected = expectedOf([&] { return confirming->work(); }, confirming->connection(), before, *rewind);
        REQUIRE(agrees(confirming->connection(), ended));
    }
    ~Evening() { disk::unwatch(); }
    Evening(const Evening&) = delete;
    Evening& operator=(const Evening&) = delete;

    /// In a child, after `first` met its fault and the fault is over: asked once more, as whoever was told does.
    Verdict afterFault(const Result<Done>& first) const
    {
        const auto again = first ? first : confirming->work();
        if ((!first && first.error().detail.empty()) || (!again && again.error().detail.empty()))
            return Verdict::unclear;
        // Whoever hears that it is done hears that it is cleared.
        if (again && !journalIsNew())
            return Verdict::different;
        return judged(promised(again.has_value()));
    }

    /// It holds no page as it was: the one, at most, that says that the file is cleared, and the one that counts saves.
    bool journalIsNew() const
    {
        constexpr std::uintmax_t head = 32;
        constexpr std::uintmax_t twoPages = 2 * (24 + 4096);
        return std::filesystem::file_size(ended.store.folder.file("store.holdfast-wal")) <= head + twoPages;
    }
    /// After a program that ended at any moment, another one finishes.
    Verdict finished(Verdict verdict) const
    {
        if (verdict == Verdict::asPromised && !Confirming{ended, ended.open().value()}.finishes())
            return Verdict::different;
        return verdict;
    }

    std::int64_t promised(bool told) const { return told ? expected.after.saves : expected.before.saves; }
    Verdict judged(std::int64_t acknowledged) const
    {
        return judge(Found{ended.store}, expected, acknowledged,
                     [this](db::Connection& found) { return agrees(found, ended); });
    }
};

Tally failingCalls(const Evening& evening, std::span<const Trouble> troubles, int stride)
{
    Tally tally;
    atEveryCall(
        troubles, stride, "dispose", tally,
        [&](const Fault& fault) {
            happens(fault);
            const auto first = evening.confirming->work();
            if (disk::broken() == 0)
                return Verdict::neverHappened;
            disk::mend();
            return evening.afterFault(first);
        },
        [&] { evening.rewind->restore(); });
    return tally;
}

}  // namespace

TEST_CASE("a disposal whose calls to the disk fail is done whole or not at all, and can be asked for again")
{
    const Evening evening;
    const Tally tally = failingCalls(evening, disk::allTroubles, countAsked("HOLDFAST_FAULT_STRIDE", 181));
    tally.print("disposing on a disk that fails");
    CHECK(tally.count() > 20);
    CHECK(tally.faulty() == 0);
    constexpr Trouble ignored[]{Trouble::lostWrite};
    const Tally control = failingCalls(evening, ignored, 397);
    control.print("control: answers of writes ignored while disposing");
    CHECK(control.faulty() > 0);
}

TEST_CASE("a disposal that is cut off from power is done whole or not at all")
{
    Evening evening;
    const OfficeStore& store = evening.ended.store;
    const std::size_t before = disk::steps().size();
    REQUIRE(evening.confirming->work());
    const std::vector<disk::Step> steps{disk::steps().begin() + static_cast<std::ptrdiff_t>(before),
                                        disk::steps().end()};
    REQUIRE(evening.confirming->checksOut());
    evening.confirming.reset();
    disk::PowerCut power{evening.rewind->contents()};
    SeededRandom random{faultSeed()};
    Tally tally;
    const int cuts = countAsked("HOLDFAST_POWER_CUTS", 500) / 10;
    for (std::size_t step = 0; step <= steps.size(); ++step) {
        const auto due = static_cast<int>(static_cast<std::size_t>(cuts) * (step + 1) / (steps.size() + 1));
        while (tally.count() < due) {
            disk::unwatch();
            disk::put(store.folder.path(), power.cut(random));
            tally.add("dispose", "power cut", evening.judged(evening.promised(step == steps.size())));
        }
        if (step < steps.size())
            power.then(steps[step]);
    }
    tally.print(("disposing while the power goes, " + std::to_string(steps.size()) + " steps").c_str());
    CHECK(steps.size() > 100);
    CHECK(tally.faulty() == 0);
}

TEST_CASE("a disposal that is killed is done whole or not at all")
{
    Evening evening;
    evening.confirming.reset();
    SeededRandom random{faultSeed()};
    Tally tally;
    int finished = 0;
    const int kills = std::max(countAsked("HOLDFAST_KILLS", 60) / 8, 1);
    for (int done = 0; done < kills; ++done) {
        disk::unwatch();
        disk::put(evening.ended.store.folder.path(), evening.files);
        SharedCount stage;
        Child child{[&] {
            Confirming confirming{evening.ended, evening.ended.open().value()};
            stage.set(1);
            stage.set(confirming.work() ? 2 : 3);
            return 0;
        }};
        REQUIRE(spinUntil([&] { return stage.get() >= 1; }));
        // The first at once, the last perhaps after its end.
        const auto latest = static_cast<std::uint64_t>(std::max(120'000 * done / kills, 1));
        spinFor(std::chrono::microseconds{static_cast<std::int64_t>(random.below(latest))});
        child.kill();
        child.wait();
        REQUIRE(stage.get() != 3);
        const bool told = stage.get() == 2;
        finished += told ? 1 : 0;
        tally.add("dispose", told ? "killed after it was told" : "killed",
                  evening.finished(evening.judged(evening.promised(told))));
    }
    tally.print("disposing and killed");
    CHECK(tally.faulty() == 0);
    CHECK(finished < tally.count());
}

TEST_CASE("a disposal that is refused memory is done whole or not at all")
{
    const Evening evening;
    Tally tally;
    for (const bool forGood : {false, true})
        atEveryPoint(
            101 * countAsked("HOLDFAST_MEMORY_STRIDE", 50),
            [&](std::int64_t nth) {
                refuseMemory(nth, forGood);
                const auto first = evening.confirming->work();
                if (!wasRefused())
                    return Verdict::neverHappened;
                grantMemory();
                return evening.afterFault(first);
            },
            [&](std::int64_t, Verdict verdict) {
                evening.rewind->restore();
                if (verdict != Verdict::neverHappened)
                    tally.add("dispose", forGood ? "for good" : "once", verdict);
            });
    tally.print("disposing without memory");
    CHECK(tally.count() > 3);
    CHECK(tally.faulty() == 0);
}
