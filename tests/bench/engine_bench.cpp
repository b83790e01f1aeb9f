// How many cases a sweep over a whole caseload evaluates in a second on one core, and what it allocates: a typical
// history of 12 events, folded to state and next actions with rule ids and owners.
#include "engine/world.h"

#include "bench/counted_memory.h"
#include "engine/sweep.h"

#include <benchmark/benchmark.h>

namespace holdfast::test {
namespace {

/// Asked, assessed, referred, chased, refused, challenged, accepted: 12 events, repeated for longer histories.
Story typical(int rounds)
{
    Story story;
    story.then("2026-03-01T09:00:00Z", event::Attempt{Need::mentalHealth, "gp", ReasonCode{"N16"}, {}, {}, {}});
    for (int round = 0; round < rounds; ++round) {
        const std::string month = (round % 12 < 9 ? "0" : "") + std::to_string(round % 12 + 1);
        const std::string day = std::to_string(2027 + round / 12) + '-' + month + '-';
        event::AssessmentSigned body = bothNeeds();
        body.instruments = {{InstrumentId{"PHQ-9"}, {2, 2, 2, 2, 1, 2, 1, 1, 0}},
                            {InstrumentId{"AUDIT"}, {3, 2, 2, 2, 1, 1, 2, 1, 0, 2}}};
        story.then(day + "02T10:00:00Z", body);
        story.then(day + "02T11:00:00Z",
                   event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
        story.then(day + "03T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::acknowledged));
        story.then(day + "05T09:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::leftMessage});
        story.then(day + "09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
        story.then(day + "10T09:00:00Z", event::ChallengeSent{Need::mentalHealth, cmht});
        auto accepted = reply(Need::substanceUse, lantern, ResponseKind::accepted);
        accepted.worker = ada;
        story.then(day + "11T09:00:00Z", accepted);
        story.then(day + "12T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::didNotAttend));
        story.then(day + "13T09:00:00Z", event::Contact{lantern, ContactDirection::in, ContactOutcome::spoke});
        story.then(day + "16T09:00:00Z",
                   event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, true, ben});
        story.then(day + "17T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::started));
    }
    return story;
}

void sweepOneCase(benchmark::State& state)
{
    const Story story = typical(static_cast<int>(state.range(0)));
    engine::Sweep sweep{world().context};
    const Instant now = story.events().back().at + std::chrono::days{40};
    if (!sweep.run(story.person(), story.events(), now))
        state.SkipWithError("the history does not fold");
    const std::size_t before = bytesAllocated();
    for (auto step : state) {
        const auto done = sweep.run(story.person(), story.events(), now);
        benchmark::DoNotOptimize(done);
        benchmark::DoNotOptimize(sweep.actions().data());
    }
    const auto runs = static_cast<double>(state.iterations());
    state.counters["evaluations/s"] = benchmark::Counter(runs, benchmark::Counter::kIsRate);
    state.counters["events"] = static_cast<double>(story.events().size());
    state.counters["bytes allocated/evaluation"] = static_cast<double>(bytesAllocated() - before) / runs;
}
// 12 events is the typical case; the others show that the cost grows in a straight line.
BENCHMARK(sweepOneCase)->Arg(1)->Arg(2)->Arg(4)->Arg(8)->Arg(16);

void fullSnapshot(benchmark::State& state)
{
    const Story story = typical(1);
    const Instant now = story.events().back().at + std::chrono::days{40};
    const auto explain = state.range(0) != 0 ? engine::Explain::yes : engine::Explain::no;
    for (auto step : state) {
        const auto snapshot = engine::evaluate(world().context, story.person(), story.events(), now, explain);
        benchmark::DoNotOptimize(snapshot);
    }
    state.counters["evaluations/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(fullSnapshot)->Arg(0)->Arg(1);

}  // namespace
}  // namespace holdfast::test

BENCHMARK_MAIN();
