// The power goes in the middle of a day's work: whatever of the unsynced writes has reached the disk, the store opens,
// its anchor is accepted, it is sound, and it holds exactly what had been saved, or that and the save that was under way.
// HOLDFAST_POWER_CUTS and HOLDFAST_FAULT_SEED make a run longer or another one (./dev soak).
#include "db/integrity.h"
#include "fault/disk/office.h"
#include "fault/disk/power_cut.h"
#include "store/schema.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace holdfast;
using namespace holdfast::test;
using disk::PowerCut;

namespace {

constexpr std::size_t jobs = 2 * Office::jobsOfOnePerson;
constexpr std::size_t jobBeforeNight = 12;  ///< after it the client is closed, and opened the next morning

struct Acknowledged {
    std::size_t step = 0;  ///< how many steps had been done when the worker was told
    Holding holding;
};

/// A day's work with everything the disk was told meanwhile.
struct Day {
    disk::Contents before;
    std::vector<disk::Step> steps;
    std::vector<Acknowledged> acknowledged;  ///< the first: what was there in the morning
    std::map<std::int64_t, std::uint64_t> contentAt;
};

void setAsked(db::Connection& connection, const std::string& pragmas)
{
    connection.script("PRAGMA wal_autocheckpoint = 60");  // the journal is folded in during saves too
    connection.script(pragmas);
}

Day dayOfWork(const OfficeStore& store, const std::string& pragmas = "PRAGMA synchronous = FULL")
{
    Day day;
    day.before = disk::contentsOf(store.folder.path());
    disk::watch(store.folder.path());
    const auto open = [&](Desk desk) {
        auto office = std::make_unique<Office>(db::openStore(store.location, store.key(), store::schema()).value(),
                                               std::move(desk));
        setAsked(office->connection(), pragmas);
        return office;
    };
    const auto note = [&](Office& office) {
        const Holding holding = [&] {
            const disk::Pause pause;
            return holdingOf(office.connection());
        }();
        day.acknowledged.push_back({disk::steps().size(), holding});
        day.contentAt[holding.saves] = holding.content;
    };
    auto office = open({});
    note(*office);
    for (std::size_t job = 0; job < jobs; ++job) {
        const auto saved = office->work(job);
        INFO(Office::nameOfJob(job) << (saved ? "" : saved.error().detail));
        REQUIRE(saved);
        note(*office);
        REQUIRE(day.acknowledged[job + 1].holding.saves == day.acknowledged[job].holding.saves + 1);
        if (job == jobBeforeNight) {
            const Desk desk = office->desk();
            office.reset();
            office = open(desk);
        }
    }
    office.reset();
    day.steps = disk::steps();
    disk::unwatch();
    return day;
}

/// A message without its numbers, for counting.
std::string kindOf(std::string_view message)
{
    std::string kind;
    for (const char c : message.substr(0, message.find(". ")))
        kind += c >= '0' && c <= '9' ? 'n' : c;
    return kind;
}

/// What is wrong with the store that a cut left; empty when nothing is.
std::string faultAfterCut(const db::StoreLocation& image, const db::StoreKey* key, const Day& day, std::size_t step)
{
    const auto opened = db::openStore(image, key, store::schema());
    if (!opened)
        return "does not open: " + kindOf(opened.error().detail);
    Holding holding;
    try {
        holding = holdingOf(*opened.value());
    } catch (const db::Failure& failure) {
        return "cannot be read: " + kindOf(failure.what());
    }
    std::int64_t promised = day.acknowledged.front().holding.saves;
    for (const Acknowledged& acknowledged : day.acknowledged)
        if (acknowledged.step <= step)
            promised = acknowledged.holding.saves;
    if (holding.saves < promised)
        return "an acknowledged save is lost";
    if (holding.saves > promised + 1)
        return "saves that nobody made";
    if (day.contentAt.at(holding.saves) != holding.content)
        return "it holds something else than was saved";
    const auto checked = db::checkIntegrity(image, key, store::schema());
    if (!checked || !checked->ok())
        return "the check finds: " + kindOf(checked ? checked->findings.front().detail : checked.error().detail);
    return {};
}

struct Outcome {
    int cuts = 0;
    std::map<std::string, int> faults;
    int faulty() const
    {
        int sum = 0;
        for (const auto& [what, count] : faults)
            sum += count;
        return sum;
    }
};

/// `cuts` power cuts spread over the day's steps, each undone in one of the ways that are possible there.
Outcome cutOften(const Day& day, const OfficeStore& store, int cuts, const std::string& ignoredSyncs = {})
{
    const TempFolder folder;
    const db::StoreLocation image{db::StoreLocation::Kind::file, folder.file("store.holdfast")};
    SeededRandom random{faultSeed()};
    PowerCut power{day.before};
    if (!ignoredSyncs.empty())
        power.ignoreSyncsOf(ignoredSyncs);
    Outcome outcome;
    for (std::size_t step = 0; step <= day.steps.size(); ++step) {
        const auto due = static_cast<int>(static_cast<std::size_t>(cuts) * (step + 1) / (day.steps.size() + 1));
        for (; outcome.cuts < due; ++outcome.cuts) {
            disk::unwatch();
            disk::put(folder.path(), power.cut(random));
            disk::watch(folder.path());  // nothing of an image need reach a real disk
            if (const std::string fault = faultAfterCut(image, store.key(), day, step); !fault.empty())
                ++outcome.faults[fault];
        }
        if (step < day.steps.size())
            power.then(day.steps[step]);
    }
    disk::unwatch();
    return outcome;
}

void print(const char* what, const Day& day, const Outcome& outcome)
{
    std::string text = std::string{what} + ": " + std::to_string(outcome.cuts) + " power cuts at " +
                       std::to_string(day.steps.size()) + " steps, " + std::to_string(outcome.faulty()) + " faulty";
    for (const auto& [fault, count] : outcome.faults)
        text += "\n    " + std::to_string(count) + " x " + fault;
    tell(text);
}

}  // namespace

TEST_CASE("cut off from power anywhere in a day's work, a store keeps every save that was acknowledged")
{
    const OfficeStore store;
    const Day day = dayOfWork(store);
    REQUIRE(day.steps.size() > 500);
    const Outcome outcome = cutOften(day, store, countAsked("HOLDFAST_POWER_CUTS", 2000));
    print("synchronous FULL", day, outcome);
    CHECK(outcome.cuts >= 2000);
    CHECK(outcome.faulty() == 0);
}

TEST_CASE("with syncs left out the same power cuts lose saves, so the test would see it")
{
    for (const char* setting : {"NORMAL", "OFF"}) {
        const OfficeStore store;
        const Day day = dayOfWork(store, std::string{"PRAGMA synchronous = "} + setting);
        const Outcome outcome = cutOften(day, store, 150);
        print(setting, day, outcome);
        CHECK(outcome.faulty() > 15);
    }
}

TEST_CASE("on a disk that does not keep what it synced for the anchor or the journal the power cuts do harm")
{
    const OfficeStore store;
    const Day day = dayOfWork(store);
    for (const char* file : {".anchor", "-wal"}) {
        const Outcome outcome = cutOften(day, store, 150, file);
        print(file, day, outcome);
        CHECK(outcome.faulty() > 15);
    }
}
