// The canonical state holds no instant and no id: the same story in another week, told with other names, is the same
// state; another clock band or another part is not.
#include "engine/fold.h"
#include "prove/canonical.h"
#include "prove/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::prove;
using namespace holdfast::test;

namespace {

struct Telling {
    WorkerId first{"ada"};
    WorkerId second{"ben"};
    std::chrono::days later{0};
    std::chrono::hours wait{20};
    bool refuses = true;
};

/// Assessed, referred, refused or acknowledged, then some time.
std::string after(const Telling& telling)
{
    event::AssessmentSigned assessed = bothNeeds();
    assessed.worker = telling.first;
    event::Response answer = reply(Need::mentalHealth, cmht, ResponseKind::acknowledged);
    if (telling.refuses)
        answer = declined(Need::mentalHealth, cmht, "N02");
    event::Response taken = reply(Need::substanceUse, lantern, ResponseKind::accepted);
    taken.worker = telling.second;
    const std::vector<EventBody> bodies{
        assessed, event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}}, answer, taken,
        event::Now{}};
    engine::State state;
    Watcher watcher;
    std::vector<Event> events;
    Instant when = at("2026-06-01T10:00:00Z") + telling.later;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        Event event;
        event.id = EventId{telling.first.str() + std::to_string(i)};
        event.at = event.recordedAt = when;
        event.body = bodies[i];
        const engine::State before = state;
        const engine::Step step{world().context, somebody(), state, event, static_cast<engine::EventIndex>(i), {}};
        REQUIRE(engine::applyStep(step));
        watcher.see(somebody(), world().directory, before, event);
        when += i + 2 < bodies.size() ? std::chrono::hours{1} : telling.wait;
    }
    return canonical(world(), somebody(), state, watcher);
}

}  // namespace

TEST_CASE("The same story in another week is the same canonical state")
{
    Telling later;
    later.later = std::chrono::days{14};
    CHECK(after({}) == after(later));
}

TEST_CASE("The same story with other workers and other event ids is the same canonical state")
{
    Telling renamed;
    renamed.first = WorkerId{"zoe"};
    renamed.second = WorkerId{"yan"};
    CHECK(after({}) == after(renamed));
}

TEST_CASE("One worker where there were two, another band of a clock, and another answer are other states")
{
    Telling alone;
    alone.second = alone.first;
    CHECK(after({}) != after(alone));
    Telling patient;
    patient.wait = std::chrono::hours{24 * 20};
    CHECK(after({}) != after(patient));
    Telling acknowledged;
    acknowledged.refuses = false;
    CHECK(after({}) != after(acknowledged));
}
