// How many cases a sweep over a whole caseload evaluates in a second on one core, and what it allocates: a typical
// history of 12 events, folded to state and next actions with rule ids and owners.
#include "bench/counted_memory.h"
#include "bench/typical_case.h"
#include "engine/sweep.h"

#include <benchmark/benchmark.h>

namespace holdfast::test {
namespace {

void sweepOneCase(benchmark::State& state)
{
    const Story story = typicalCase(static_cast<int>(state.range(0)));
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
    const Story story = typicalCase();
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
