// holdfast_explore: walks every sequence of moves and prints what it covered; exit 1 with the shortest counter-example
// when a law breaks, or when a law never applied.
//   --states N --depth N --at-least N --policy FILE --until LAW --story FILE
#include "prove/counter_example.h"
#include "prove/explorer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

namespace {

using namespace holdfast;
using namespace holdfast::prove;

struct Options {
    Limits limits;
    std::size_t atLeast = 0;  ///< fewer states than this are no proof
    std::string policy;
    std::string story;
};

Law lawNamed(const std::string& name)
{
    for (std::size_t i = 0; i < lawCount; ++i)
        if (lawNames[i] == name)
            return static_cast<Law>(i);
    throw std::runtime_error{"there is no law " + name};
}

Options optionsOf(int argc, char** argv)
{
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--states")
            options.limits.states = std::stoul(value);
        else if (name == "--depth")
            options.limits.depth = std::stoi(value);
        else if (name == "--at-least")
            options.atLeast = std::stoul(value);
        else if (name == "--policy")
            options.policy = value;
        else if (name == "--until")
            options.limits.until = lawNamed(value);
        else if (name == "--story")
            options.story = value;
        else
            throw std::runtime_error{"there is no option " + name};
    }
    return options;
}

void print(const Exploration& seen)
{
    std::printf("%zu states, %zu transitions (%zu refused by a rule), every sequence of %d moves, some of %d\n",
                seen.states, seen.transitions, seen.refused, seen.finished, seen.reached);
    std::printf("%-10s %12s %12s\n", "law", "live states", "live steps");
    for (std::size_t i = 0; i < lawCount; ++i)
        std::printf("%-10s %12zu %12zu\n", std::string{lawNames[i]}.c_str(), seen.liveStates[i], seen.liveSteps[i]);
}

/// A walk that stopped at a counter-example has not been everywhere yet, so idle laws are no news then.
int judge(const Exploration& seen, const Options& options)
{
    for (const CounterExample& example : seen.broken)
        std::cout << '\n' << tell(example);
    if (!seen.broken.empty() && !options.story.empty())
        std::ofstream{options.story} << scenarioOf(seen.broken.back());
    if (options.limits.until)
        return std::ranges::find(seen.broken, *options.limits.until, &CounterExample::law) != seen.broken.end() ? 1 : 0;
    if (!seen.broken.empty())
        return 1;
    int idle = 0;
    if (seen.states < options.atLeast) {
        std::cout << "fewer than " << options.atLeast << " states\n";
        idle = 1;
    }
    for (std::size_t i = 0; i < lawCount; ++i) {
        if (seen.liveStates[i] > 0)
            continue;
        std::cout << lawNames[i] << " was live in no state: nothing is proved of it\n";
        idle = 1;
    }
    return idle;
}

/// New kinds of event must not slip past: each has a move, or is here with the reason why not.
int missingKinds()
{
    static const std::map<std::string, std::string> elsewhere{
        {"second_look", "reaches back into the history: oracle and property tests"},
        {"entered_in_error", "reaches back into the history: oracle and property tests"}};
    int missing = 0;
    for (const Start& start : allStarts())
        for (const std::string& kind : kindsWithoutMove(movesFrom(start)))
            if (!elsewhere.contains(kind)) {
                std::cout << "no move makes an event of kind " << kind << '\n';
                missing = 1;
            }
    return missing;
}

}  // namespace

int main(int argc, char** argv)
try {
    const Options options = optionsOf(argc, argv);
    const auto began = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    const auto world = worldUnder(options.policy);
    const Exploration seen = explore(*world, options.limits, [&](int depth, std::size_t states) {
        std::printf("depth %d: %zu states, %.1f s\n", depth, states, seconds());
        std::fflush(stdout);
    });
    print(seen);
    const int missing = missingKinds();
    return judge(seen, options) + missing > 0 ? 1 : 0;
} catch (const std::exception& failure) {
    std::cerr << "holdfast_explore: " << failure.what() << '\n';
    return 2;
}
