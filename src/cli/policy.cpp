// `holdfast policy test` and `holdfast policy diff`: a local protocol is tried and read before it comes in force.
#include "app/policy_scenarios.h"
#include "cli/commands.h"
#include "cli/input_file.h"
#include "exchange/json_output.h"
#include "exchange/policy_overlay.h"
#include "exchange/policy_reader.h"
#include "exchange/shipped.h"
#include "report/policy_difference.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace holdfast::cli {
namespace {

struct Chosen {
    Policy policy;
    std::string national;  ///< the id of the shipped policy
};

/// The shipped policy, or the file laid over it.
Result<Chosen> policyFrom(const std::string& file)
{
    auto shipped = exchange::readPolicy(exchange::shippedPolicy());
    if (!shipped)
        return std::move(shipped).error();
    std::string national = shipped->id;
    if (file.empty())
        return Chosen{*std::move(shipped), std::move(national)};
    auto text = readInput(file);
    if (!text)
        return std::move(text).error();
    auto local = exchange::readLocalPolicy(*text, exchange::shippedPolicy());
    if (!local)
        return inFile(file, std::move(local).error());
    return Chosen{std::move(local.value().policy), std::move(national)};
}

void writePolicy(exchange::JsonOut& out, std::string_view name, const Policy& policy)
{
    out.key(name).beginObject().member("id", policy.id).member("version", policy.version).endObject();
}

std::string asJson(const Policy& policy, const std::vector<app::ScenarioOutcome>& outcomes)
{
    exchange::JsonOut out;
    out.beginObject();
    writePolicy(out, "policy", policy);
    const auto held = std::ranges::count_if(outcomes, &app::ScenarioOutcome::holds);
    out.key("scenarios").beginArray();
    for (const app::ScenarioOutcome& outcome : outcomes) {
        out.beginObject()
            .member("file", outcome.name)
            .member("title", outcome.title)
            .member("holds", outcome.holds())
            .key("failures")
            .beginArray();
        for (const app::ScenarioFault& fault : outcome.faults)
            out.beginObject()
                .member("pointer", fault.pointer)
                .member("expected", fault.expected)
                .member("found", fault.found)
                .endObject();
        out.endArray().endObject();
    }
    out.endArray().key("held").number(held).key("failed").number(static_cast<std::int64_t>(outcomes.size()) - held);
    out.endObject();
    return std::move(out).str() + '\n';
}

std::string asText(const Policy& policy, const std::vector<app::ScenarioOutcome>& outcomes)
{
    std::string text = "Policy " + policy.id + ' ' + policy.version + '\n';
    for (const app::ScenarioOutcome& outcome : outcomes) {
        text += outcome.holds() ? "  holds  " : "  FAILS  ";
        text += std::filesystem::path{outcome.name}.filename().string();
        text += outcome.title.empty() ? "\n" : "  " + outcome.title + '\n';
        for (const app::ScenarioFault& fault : outcome.faults)
            text += "         " + fault.pointer + ": expected " + fault.expected + ", found " + fault.found + '\n';
    }
    const auto held = std::ranges::count_if(outcomes, &app::ScenarioOutcome::holds);
    return text + std::to_string(outcomes.size()) + " scenarios, " + std::to_string(held) + " hold, " +
           std::to_string(static_cast<std::ptrdiff_t>(outcomes.size()) - held) + " fail\n";
}

/// One line for each expectation that fails; control characters in a file's texts stay out of it.
void complainOf(const app::ScenarioOutcome& outcome, std::ostream& err)
{
    for (const app::ScenarioFault& fault : outcome.faults) {
        std::string line = "holdfast: " + outcome.name + ": " + fault.pointer + ": expected " + fault.expected +
                           ", found " + fault.found + "; correct the expectation or the policy";
        std::ranges::replace_if(
            line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
        err << line << '\n';
    }
}

int test(const std::string& folder, const std::string& file, bool json, Surroundings& around)
{
    auto chosen = policyFrom(file);
    if (!chosen)
        return complain(around.err, chosen.error());
    const auto files = app::scenariosIn(folder);
    if (!files)
        return complain(around.err, files.error());
    const auto bench = app::ScenarioBench::make(chosen->policy, chosen->national, {});
    if (!bench)
        return complain(around.err, bench.error());
    std::vector<app::ScenarioOutcome> outcomes;
    bool readable = true;
    for (const app::ScenarioFile& each : *files) {
        auto outcome = bench->run(each);
        if (outcome) {
            outcomes.push_back(*std::move(outcome));
        } else {
            complain(around.err, outcome.error());
            readable = false;
        }
    }
    if (!readable)
        return exitWrong;
    around.out << (json ? asJson(chosen->policy, outcomes) : asText(chosen->policy, outcomes));
    for (const app::ScenarioOutcome& outcome : outcomes)
        complainOf(outcome, around.err);
    return std::ranges::all_of(outcomes, &app::ScenarioOutcome::holds) ? exitDone : exitNo;
}

std::string asJson(const Policy& before, const Policy& after, const std::vector<report::PolicyChange>& changes)
{
    exchange::JsonOut out;
    out.beginObject();
    writePolicy(out, "before", before);
    writePolicy(out, "after", after);
    out.key("changes").beginArray();
    for (const report::PolicyChange& change : changes)
        out.beginObject()
            .member("group", change.group)
            .member("subject", change.subject)
            .member("before", change.before)
            .member("after", change.after)
            .member("sentence", report::sentence(change))
            .endObject();
    out.endArray().endObject();
    return std::move(out).str() + '\n';
}

std::string asText(const Policy& before, const Policy& after, const std::vector<report::PolicyChange>& changes)
{
    std::string text = before.id + ' ' + before.version + " becomes " + after.id + ' ' + after.version + '\n';
    std::string_view group;
    for (const report::PolicyChange& change : changes) {
        if (change.group != group)
            text += '\n' + change.group + '\n';
        group = change.group;
        text += "  " + report::sentence(change) + '\n';
    }
    return text + (changes.empty() ? "\nBoth decide alike.\n" : "");
}

int diff(const std::string& file, const std::string& other, bool json, Surroundings& around)
{
    const auto before = policyFrom(other);
    if (!before)
        return complain(around.err, before.error());
    const auto after = policyFrom(file);
    if (!after)
        return complain(around.err, after.error());
    const auto changes = report::policyDifference(before->policy, after->policy);
    around.out << (json ? asJson(before->policy, after->policy, changes)
                        : asText(before->policy, after->policy, changes));
    return exitDone;
}

}  // namespace

int policyCommand(const Arguments& arguments, Surroundings& around)
{
    const std::string& what = arguments.operands.front();
    const std::string format = arguments.get("--format", what == "test" ? "json" : "text");
    if (format != "json" && format != "text")
        return complain(around.err, {ErrorCode::invalid, "--format", "expected json or text"});
    const std::string file = arguments.get("--policy");
    return what == "test" ? test(arguments.operands[1], file, format == "json", around)
                          : diff(arguments.operands[1], file, format == "json", around);
}

}  // namespace holdfast::cli
