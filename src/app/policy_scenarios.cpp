#include "app/policy_scenarios.h"

#include "app/policy_shelf.h"
#include "base/platform.h"
#include "engine/actions.h"
#include "engine/evaluate.h"
#include "exchange/instrument_reader.h"
#include "exchange/json_value.h"
#include "exchange/scenario_reader.h"
#include "exchange/shipped.h"

#include <algorithm>
#include <filesystem>

namespace holdfast::app {
namespace {

constexpr std::size_t mostScenarios = 10'000;

Error inFile(const std::string& name, Error error)
{
    error.where = error.where.empty() ? name : name + ": " + error.where;
    return error;
}

/// What a snapshot says of one thing, as a list to compare.
using Aspect = std::vector<std::string>;

Aspect holders(const engine::Snapshot& snapshot)
{
    Aspect said;
    for (const Need need : allNeeds)
        if (const auto& holder = snapshot.needs[need].holder)
            said.push_back(std::string{nameOf(need)} + ' ' + holder->service.str() + ' ' + holder->worker.str());
    return said;
}

Aspect legs(const engine::Snapshot& snapshot)
{
    Aspect said;
    for (const Need need : allNeeds)
        if (const auto& leg = snapshot.needs[need].leg)
            said.push_back(std::string{nameOf(need)} + ' ' + leg->service.str() + ' ' +
                           std::string{nameOf(leg->state)});
    return said;
}

Aspect bounces(const engine::Snapshot& snapshot)
{
    Aspect said;
    for (const engine::Bounce& bounce : snapshot.bounces)
        said.push_back(bounce.code.str() + ' ' + std::string{nameOf(bounce.cls)} + ' ' + bounce.service);
    return said;
}

Aspect actions(const engine::Snapshot& snapshot)
{
    Aspect said;
    for (const engine::NextAction& action : snapshot.nextActions)
        said.push_back(std::string{nameOf(action.need)} + ' ' + action.what + ' ' + engine::textOf(action.owner) +
                       " due " + formatInstant(action.due));
    return said;
}

Aspect letters(const engine::Snapshot& snapshot)
{
    Aspect said;
    for (const engine::LetterDraft& letter : snapshot.letters) {
        std::string text = letter.kind + " to " + letter.to;
        for (const std::string& citation : letter.citations)
            text += "; " + citation.substr(0, citation.find(':'));
        said.push_back(std::move(text));
    }
    return said;
}

Aspect clasp(const engine::Snapshot& snapshot)
{
    return {std::string{nameOf(snapshot.clasp)}};
}

Aspect flags(const engine::Snapshot& snapshot)
{
    return snapshot.flags;
}

struct Seen {
    std::string_view what;
    Aspect (*of)(const engine::Snapshot&);
};
constexpr std::array<Seen, 7> aspects{{{"holder", holders},
                                       {"legs", legs},
                                       {"clasp", clasp},
                                       {"bounces", bounces},
                                       {"flags", flags},
                                       {"next_actions", actions},
                                       {"letters", letters}}};

/// What is in `list` and not in `other`.
Aspect only(const Aspect& list, Aspect other)
{
    Aspect left;
    for (const std::string& each : list) {
        const auto same = std::ranges::find(other, each);
        if (same == other.end())
            left.push_back(each);
        else
            other.erase(same);
    }
    return left;
}

std::vector<ScenarioChange> changesBetween(const std::vector<engine::Snapshot>& before,
                                           const std::vector<engine::Snapshot>& after)
{
    std::vector<ScenarioChange> changes;
    for (const Seen& seen : aspects)
        for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
            const Aspect was = seen.of(before[i]);
            const Aspect is = seen.of(after[i]);
            if (was == is)
                continue;
            changes.push_back({i + 1, after[i].at, std::string{seen.what}, only(was, is), only(is, was)});
            break;
        }
    std::ranges::stable_sort(changes, {}, &ScenarioChange::event);
    return changes;
}

}  // namespace

Result<std::vector<ScenarioFile>> scenariosIn(const std::string& folder)
{
    std::vector<std::filesystem::path> paths;
    std::error_code problem;
    for (std::filesystem::directory_iterator at{folder, problem}, end; !problem && at != end; at.increment(problem))
        if (at->path().extension() == ".json" && paths.size() <= mostScenarios)
            paths.push_back(at->path());
    if (problem)
        return Error{ErrorCode::invalid, folder, "expected a folder of scenario files that can be read"};
    if (paths.empty())
        return Error{ErrorCode::invalid, folder, "expected at least one scenario file (*.json), found none"};
    if (paths.size() > mostScenarios)
        return Error{ErrorCode::invalid, folder, "expected at most 10000 scenario files, found more"};
    std::ranges::sort(paths);
    std::vector<ScenarioFile> files;
    for (const auto& path : paths) {
        auto text = platform::readFile(path.string(), exchange::maxJsonBytes);
        if (!text)
            return Error{ErrorCode::invalid, path.string(), "expected a readable file of at most 5 MB"};
        files.push_back({path.string(), *std::move(text)});
    }
    return files;
}

Result<ScenarioBench> ScenarioBench::make(Policy policy, std::string over, std::optional<Policy> before)
{
    auto instruments = exchange::readInstruments(exchange::shippedInstruments());
    if (!instruments)
        return std::move(instruments).error();
    auto days = exchange::workingDaysUnder(policy);
    if (!days)
        return std::move(days).error();
    std::optional<Rules> earlier;
    if (before) {
        auto daysBefore = exchange::workingDaysUnder(*before);
        if (!daysBefore)
            return std::move(daysBefore).error();
        earlier = Rules{*std::move(before), *std::move(daysBefore)};
    }
    return ScenarioBench{Rules{std::move(policy), *std::move(days)}, std::move(over), std::move(earlier),
                         *std::move(instruments)};
}

Result<ScenarioOutcome> ScenarioBench::run(const ScenarioFile& file) const
{
    const auto isReason = [&](std::string_view, const ReasonCode& code) {
        return m_rules.policy.reason(code) != nullptr;
    };
    const auto scenario = exchange::readScenario(file.text, m_instruments, isReason);
    if (!scenario)
        return inFile(file.name, scenario.error());
    if (scenario->policy != m_rules.policy.id && scenario->policy != m_over)
        return inFile(file.name, {ErrorCode::invalid, "/policy",
                                  "expected \"" + m_rules.policy.id + "\", the policy that is tested"});
    if (scenario->expectations.empty())
        return inFile(file.name, {ErrorCode::invalid, "/expect", "expected at least one expectation, found none"});
    const auto under = [&](const Rules& rules) {
        const engine::Context context{rules.policy, scenario->directory, rules.days, m_instruments};
        return engine::replay(context, scenario->person, scenario->events, engine::Explain::yes);
    };
    const auto states = under(m_rules);
    if (!states)
        return inFile(file.name, states.error());
    ScenarioOutcome outcome{file.name, scenario->title, {}, {}};
    for (const exchange::Expectation& expectation : scenario->expectations)
        for (const exchange::Mismatch& each : exchange::mismatches(expectation, states->at(expectation.after - 1)))
            outcome.faults.push_back({each.pointer, each.expected, each.found});
    if (m_before)
        if (const auto earlier = under(*m_before))
            outcome.changes = changesBetween(*earlier, *states);
    return outcome;
}

}  // namespace holdfast::app
