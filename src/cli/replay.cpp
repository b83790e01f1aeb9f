#include "cli/commands.h"
#include "cli/tools.h"
#include "engine/evaluate.h"
#include "exchange/scenario_reader.h"
#include "exchange/snapshot_json.h"
#include "exchange/snapshot_text.h"

#include <ostream>

namespace holdfast::cli {
namespace {

struct Replayed {
    exchange::Scenario scenario;
    std::vector<engine::Snapshot> states;
};

Result<Replayed> replayed(const std::string& file, const Tools& tools)
{
    auto text = readInput(file);
    if (!text)
        return std::move(text).error();
    const auto isReason = [&](std::string_view, const ReasonCode& code) {
        return tools.policy.reason(code) != nullptr;
    };
    auto scenario = exchange::readScenario(*text, tools.instruments, isReason);
    if (!scenario)
        return inFile(file, std::move(scenario).error());
    if (scenario->policy != tools.policy.id)
        return Error{ErrorCode::invalid, file + ": /policy",
                     "expected \"" + tools.policy.id + "\", the only policy here"};
    const engine::Context context{tools.policy, scenario->directory, tools.days, tools.instruments};
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
        return complain(around.err, {ErrorCode::invalid, "--format", "expected json or text"});
    const auto tools = shippedTools();
    if (!tools)
        return complain(around.err, tools.error());
    const std::string& file = arguments.operands.front();
    const auto done = replayed(file, *tools);
    if (!done)
        return complain(around.err, done.error());
    around.out << (format == "json" ? exchange::writeSnapshots(done->states)
                                    : exchange::describeSnapshots(done->states));
    return expectationsHold(file, *done, around.err) ? exitDone : exitNo;
}

}  // namespace holdfast::cli
