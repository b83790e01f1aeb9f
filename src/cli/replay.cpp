#include "cli/commands.h"
#include "cli/input_file.h"
#include "engine/evaluate.h"
#include "exchange/scenario_reader.h"
#include "exchange/shipped.h"
#include "exchange/snapshot_json.h"
#include "exchange/snapshot_text.h"

#include <ostream>

namespace holdfast::cli {
namespace {

struct Replayed {
    exchange::Scenario scenario;
    std::vector<engine::Snapshot> states;
};

Result<Replayed> replayed(const std::string& file, const exchange::Shipped& shipped)
{
    auto text = readInput(file);
    if (!text)
        return std::move(text).error();
    const auto isReason = [&](std::string_view, const ReasonCode& code) {
        return shipped.policy.reason(code) != nullptr;
    };
    auto scenario = exchange::readScenario(*text, shipped.instruments, isReason);
    if (!scenario)
        return inFile(file, std::move(scenario).error());
    if (scenario->policy != shipped.policy.id)
        return Error{ErrorCode::invalid, file + ": /policy",
                     "expected \"" + shipped.policy.id + "\", the only policy here"};
    const engine::Context context{shipped.policy, scenario->directory, shipped.days, shipped.instruments};
    auto states = engine::replay(context, scenario->person, scenario->events, engine::Explain::yes);
    if (!states)
        return inFile(file, std::move(states).error());
    return Replayed{*std::move(scenario), *std::move(states)};
}

bool expectationsHold(const std::string& file, const Replayed& done, std::ostream& err)
{
    bool hold = true;
    for (const exchange::Expectation& expectation : done.scenario.expectations) {
        for (const exchange::Mismatch& each :
             exchange::mismatches(expectation, done.states.at(expectation.after - 1))) {
            err << "holdfast: " << file << ": " << each.pointer << ": expected " << each.expected << ", found "
                << each.found << "; correct the expectation or the policy\n";
            hold = false;
        }
    }
    return hold;
}

}  // namespace

int replayCommand(const Arguments& arguments, Surroundings& around)
{
    const std::string format = arguments.get("--format", "json");
    if (format != "json" && format != "text")
        return complain(around.err, unfit(arguments, "--format", "json or text"));
    const auto shipped = exchange::readShipped();
    if (!shipped)
        return complain(around.err, shipped.error());
    const std::string& file = arguments.operands.front();
    const auto done = replayed(file, *shipped);
    if (!done)
        return complain(around.err, done.error());
    around.out << (format == "json" ? exchange::writeSnapshots(done->states)
                                    : exchange::describeSnapshots(done->states));
    return expectationsHold(file, *done, around.err) ? exitDone : exitNo;
}

}  // namespace holdfast::cli
