// Any two histories of one person joined: nobody who was held is let go of, and no law is broken afterwards.
#include "engine/joining.h"
#include "exchange/event_json.h"
#include "prove/histories.h"
#include "prove/stage.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace holdfast;
using namespace holdfast::prove;
using test::world;

namespace {

constexpr std::uint64_t pairs = 1500;

std::vector<Event> taken(const std::vector<Event>& events, const PersonFacts& person)
{
    engine::Case growing{world().context, person};
    std::vector<Event> kept;
    for (const Event& event : events)
        if (growing.apply(event))
            kept.push_back(event);
    return kept;
}

/// With ids of their own, which corrections follow.
std::vector<Event> renamed(std::vector<Event> events, const std::string& prefix)
{
    const auto rename = [&](EventId& id) { id = EventId{prefix + id.str()}; };
    for (Event& event : events) {
        rename(event.id);
        if (auto* error = std::get_if<event::EnteredInError>(&event.body))
            rename(error->event);
        if (auto* look = std::get_if<event::SecondLook>(&event.body))
            rename(look->event);
    }
    return events;
}

std::vector<std::uint64_t> seeds(std::mt19937_64& random)
{
    std::vector<std::uint64_t> drawn(1 + random() % 14);
    std::ranges::generate(drawn, std::ref(random));
    return drawn;
}

struct Two {
    PersonFacts person;
    std::vector<Event> kept;
    std::vector<Event> merged;
    std::vector<Event> together;
    Instant at;
};

Two twoHistories(std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    const std::uint64_t person = random();
    const History one = historyFrom(person, seeds(random));
    const History other = historyFrom(person, seeds(random));
    Two two{
        one.person, renamed(taken(one.events, one.person), "a"), renamed(taken(other.events, one.person), "b"), {}, {}};
    std::ranges::merge(two.kept, two.merged, std::back_inserter(two.together), {}, &Event::at, &Event::at);
    two.at = two.together.empty() ? Instant{} : two.together.back().at;
    return two;
}

bool isHeldBy(const engine::Snapshot& joined, const engine::Snapshot& record, Need need)
{
    const auto& now = joined.needs[need].holder;
    const auto& holder = record.needs[need].holder;
    const ServiceId& duty = world().context.policy.dutyHolder.service;
    return now && holder && (now->service == holder->service || holder->service == duty);
}

std::string told(const engine::Snapshot& record, Need need)
{
    const auto& now = record.needs[need];
    return std::string{nameOf(now.status)} +
           (now.holder ? " " + now.holder->service.str() + "/" + now.holder->worker.str() : std::string{});
}

std::string told(const std::vector<Event>& events)
{
    std::string text;
    for (const Event& event : events)
        text += formatInstant(event.at) + ' ' + event.id.str() + ' ' + exchange::writeEventBody(event) + '\n';
    return text;
}

struct Joined {
    engine::Snapshot kept;
    engine::Snapshot merged;
    Joining joining;
    std::vector<Event> events;
    engine::Snapshot now;
};

Result<engine::Snapshot> at(const Two& two, const std::vector<Event>& events)
{
    return engine::evaluate(world().context, two.person, events, two.at, engine::Explain::yes);
}

Result<Joined> join(const Two& two)
{
    auto kept = at(two, two.kept);
    auto merged = at(two, two.merged);
    REQUIRE(static_cast<bool>(kept));
    REQUIRE(static_cast<bool>(merged));
    auto joining = engine::planJoining(world().context, two.person, {two.kept, two.merged, two.together}, two.at,
                                       {ServiceId{"lantern"}, WorkerId{"ada"}});
    if (!joining)
        return std::move(joining).error();
    auto events = engine::withJoining(two.together, *joining, two.at, EventId{"joined"});
    auto now = at(two, events);
    if (!now)
        return std::move(now).error();
    return Joined{*std::move(kept), *std::move(merged), *std::move(joining), std::move(events), *std::move(now)};
}

}  // namespace

TEST_CASE("whatever two records of one person say, joined they hold every need that one of them held, by who held it")
{
    int joinedPairs = 0;
    int uneven = 0;
    int setAside = 0;
    int reopened = 0;
    int refused = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        const Two two = twoHistories(seed);
        if (two.together.empty())
            continue;
        INFO("seed " << seed);
        const auto joined = join(two);
        if (!joined) {
            CHECK((joined.error().where == "died" || joined.error().where == "hold"));
            refused += joined.error().where == "hold" ? 1 : 0;
            continue;
        }
        ++joinedPairs;
        uneven += joined->joining.uneven ? 1 : 0;
        setAside += joined->joining.setAside.empty() ? 0 : 1;
        reopened += joined->joining.reopened.empty() ? 0 : 1;
        CHECK(test::broken(joined->now) == "");
        for (const Need need : allNeeds) {
            INFO(nameOf(need));
            INFO("kept " << told(joined->kept, need) << ", merged " << told(joined->merged, need) << ", joined "
                         << told(joined->now, need));
            INFO(told(joined->events));
            const bool wasHeld = joined->kept.needs[need].holder || joined->merged.needs[need].holder;
            CHECK(
                (!wasHeld || isHeldBy(joined->now, joined->kept, need) || isHeldBy(joined->now, joined->merged, need)));
            for (const engine::Snapshot* record : {&joined->kept, &joined->merged}) {
                const auto& asked = record->needs[need].firstAskedAt;
                CHECK((!asked ||
                       (joined->now.needs[need].firstAskedAt && *joined->now.needs[need].firstAskedAt <= *asked)));
            }
        }
    }
    // The generator does make the cases that joining is for.
    CHECK(joinedPairs > 1000);
    CHECK(uneven > 20);
    CHECK(setAside > 3);
    CHECK(reopened > 3);
    CHECK(refused < 2);
}

TEST_CASE("a joined record goes on under the same laws: nothing that follows leaves an open need unheld")
{
    for (std::uint64_t seed = 0; seed < pairs / 5; ++seed) {
        const Two two = twoHistories(seed);
        const auto joined = two.together.empty() ? Result<Joined>{Error{}} : join(two);
        if (!joined)
            continue;
        INFO("seed " << seed);
        std::vector<Event> events = joined->events;
        std::mt19937_64 random{seed + pairs};
        const History later = historyFrom(random(), seeds(random));
        const Instant first = later.events.front().at;
        for (Event& event : renamed(later.events, "c")) {
            event.at = two.at + (event.at - first);
            const Instant now = event.at;
            events.push_back(std::move(event));
            const auto after = engine::evaluate(world().context, two.person, events, now, engine::Explain::yes);
            if (!after)
                events.pop_back();  // what a page would have been told
            else
                CHECK(test::broken(*after) == "");
        }
    }
}
