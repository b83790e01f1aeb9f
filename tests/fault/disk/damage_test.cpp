// Store files that something else damaged: bytes flipped, pages swapped or put back from yesterday, files cut, removed or
// exchanged. Each is noticed when the store is opened or checked, or every save is still read back equal; and it is
// left as it was. HOLDFAST_DAMAGED and HOLDFAST_FAULT_SEED: ./dev soak.
#include "db/integrity.h"
#include "fault/disk/points.h"
#include "store/schema.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <span>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr std::size_t page = 4096;
const std::string file = "store.holdfast";

/// The same store yesterday and this evening, with saves in its journal; overnight the journal was folded in.
struct TwoTimes {
    Crashed evening;
    disk::Contents yesterday;

    TwoTimes()
    {
        yesterday = evening.files;
        disk::put(evening.store.folder.path(), yesterday);
        REQUIRE(db::openStore(evening.store.location, evening.store.key(), store::schema()));
        Office office{db::openStore(evening.store.location, evening.store.key(), store::schema()).value()};
        for (std::size_t job = 0; job < Office::jobsOfOnePerson; ++job)
            REQUIRE(office.work(Office::jobsOfOnePerson + job));
        evening.holding = holdingOf(office.connection());
        evening.files = disk::contentsOf(evening.store.folder.path());
        evening.files.erase(file + "-shm");
    }
};

using Damage = void (*)(disk::Contents&, const disk::Contents& yesterday, Random&);

void flip(std::string& content, Random& random)
{
    const std::size_t at = random.below(content.size());
    content[at] = static_cast<char>(static_cast<unsigned char>(content[at]) ^ (1U << random.below(8)));
}

struct Kind {
    const char* name;
    Damage damage;
};

// clang-format off
constexpr Kind kinds[]{
    {"a bit of the file flipped", [](disk::Contents& now, const disk::Contents&, Random& random) { flip(now[file], random); }},
    {"a bit of the journal flipped", [](disk::Contents& now, const disk::Contents&, Random& random) { flip(now[file + "-wal"], random); }},
    {"a bit of the anchor flipped", [](disk::Contents& now, const disk::Contents&, Random& random) { flip(now[file + ".anchor"], random); }},
    {"a bit of a key file flipped", [](disk::Contents& now, const disk::Contents&, Random& random) { flip(now[file + ".keys-a"], random); }},
    {"both key files damaged", [](disk::Contents& now, const disk::Contents&, Random& random) { flip(now[file + ".keys-a"], random); flip(now[file + ".keys-b"], random); }},
    {"two pages swapped", [](disk::Contents& now, const disk::Contents&, Random& random) {
        std::string& content = now[file];
        const std::size_t one = random.below(content.size() / page);
        const std::size_t other = (one + 1 + random.below(content.size() / page - 1)) % (content.size() / page);
        std::swap_ranges(content.begin() + static_cast<std::ptrdiff_t>(one * page), content.begin() + static_cast<std::ptrdiff_t>((one + 1) * page),
                         content.begin() + static_cast<std::ptrdiff_t>(other * page)); }},
    {"the file cut", [](disk::Contents& now, const disk::Contents&, Random& random) { now[file].resize(random.below(now[file].size())); }},
    {"the journal cut", [](disk::Contents& now, const disk::Contents&, Random& random) { now[file + "-wal"].resize(random.below(now[file + "-wal"].size())); }},
    {"the journal removed", [](disk::Contents& now, const disk::Contents&, Random&) { now.erase(file + "-wal"); }},
    {"yesterday's file without its journal", [](disk::Contents& now, const disk::Contents& yesterday, Random&) { now[file] = yesterday.at(file); now.erase(file + "-wal"); }},
    {"yesterday's file under the journal", [](disk::Contents& now, const disk::Contents& yesterday, Random&) { now[file] = yesterday.at(file); }},
    {"a page of yesterday's file put back", [](disk::Contents& now, const disk::Contents& yesterday, Random& random) {
        const std::string& old = yesterday.at(file);
        std::size_t at = 0;
        do
            at = random.below(old.size() / page) * page;
        while (now[file].compare(at, page, old, at, page) == 0);
        now[file].replace(at, page, old, at, page); }},
    {"the anchor cut", [](disk::Contents& now, const disk::Contents&, Random& random) { now[file + ".anchor"].resize(random.below(now[file + ".anchor"].size())); }},
    {"yesterday's anchor", [](disk::Contents& now, const disk::Contents& yesterday, Random&) { now[file + ".anchor"] = yesterday.at(file + ".anchor"); }},
    {"zeroes over part of the file", [](disk::Contents& now, const disk::Contents&, Random& random) {
        std::string& content = now[file];
        const std::size_t at = random.below(content.size());
        std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(at), std::min<std::size_t>(3000, content.size() - at), '\0'); }},
};
// clang-format on

enum class Answer : int { noticed, harmless, silent, changed, died };

/// Opened and checked as the program does it; nothing of a store that is refused may be changed by that.
Answer answerTo(const TwoTimes& store, const disk::Contents& damaged, bool withAnchor)
{
    const auto& folder = store.evening.store.folder.path();
    disk::put(folder, damaged);
    const bool isSound = !withAnchor || [&] {  // the check names a missing anchor; the control asks what opening does
        const auto checked =
            db::checkIntegrity(store.evening.store.location, store.evening.store.key(), store::schema());
        return checked && checked->ok();
    }();
    const auto opened = db::openStore(store.evening.store.location, store.evening.store.key(), store::schema());
    if (!opened) {
        auto after = disk::contentsOf(folder);
        after.erase(file + "-shm");
        after.erase(file + ".lock");
        auto before = damaged;
        before.erase(file + ".lock");
        std::erase_if(after, [&](const auto& each) { return each.second.empty() && !before.contains(each.first); });
        return after == before ? Answer::noticed : Answer::changed;
    }
    try {
        if (holdingOf(*opened.value()) == store.evening.holding)
            return isSound ? Answer::harmless : Answer::noticed;
    } catch (const db::Failure&) {
        return Answer::noticed;
    }
    return isSound ? Answer::silent : Answer::noticed;
}

struct Answers {
    std::map<Answer, int> counts;
    std::map<std::string, int> silent;
    int of(Answer answer) { return counts[answer]; }
};

Answers damageOften(const TwoTimes& store, int times, std::span<const Kind> asked, bool withAnchor)
{
    SeededRandom random{faultSeed()};
    Answers answers;
    for (int i = 0; i < times; ++i) {
        const Kind& kind = asked[static_cast<std::size_t>(i) % asked.size()];
        disk::Contents damaged = store.evening.files;
        kind.damage(damaged, store.yesterday, random);
        REQUIRE(damaged != store.evening.files);
        if (!withAnchor)
            damaged.erase(file + ".anchor");
        Child child{[&] { return static_cast<int>(answerTo(store, damaged, withAnchor)); }};
        const auto answer = static_cast<Answer>(child.wait().value_or(static_cast<int>(Answer::died)));
        ++answers.counts[answer];
        if (answer != Answer::noticed && answer != Answer::harmless)
            ++answers.silent[kind.name];
    }
    return answers;
}

void print(const char* what, int times, Answers& answers)
{
    std::string text =
        std::string{what} + ": " + std::to_string(times) + " stores, " + std::to_string(answers.of(Answer::noticed)) +
        " noticed, " + std::to_string(answers.of(Answer::harmless)) + " harmless, " +
        std::to_string(answers.of(Answer::silent)) + " silent, " + std::to_string(answers.of(Answer::changed)) +
        " changed by looking, " + std::to_string(answers.of(Answer::died)) + " ended the program";
    for (const auto& [kind, count] : answers.silent)
        text += "\n    " + std::to_string(count) + " x " + kind;
    tell(text);
}

}  // namespace

TEST_CASE("a damaged store is noticed or harmless, never worse")
{
    const TwoTimes store;
    const int times = countAsked("HOLDFAST_DAMAGED", 112);
    Answers answers = damageOften(store, times, kinds, true);
    print("damaged stores", times, answers);
    CHECK(answers.of(Answer::noticed) > times / 2);
    CHECK(answers.of(Answer::noticed) + answers.of(Answer::harmless) == times);
}

TEST_CASE("without the anchor a lost journal and an older file go unnoticed, so the anchor is what notices")
{
    const TwoTimes store;
    Answers answers = damageOften(store, 9, std::span{kinds}.subspan(8, 3), false);
    print("control: without the anchor", 9, answers);
    CHECK(answers.of(Answer::silent) >= 3);
}
