// Readers of JSON: scenarios, policies, assessments, events, report definitions and reports.
#include "base/text.h"
#include "engine/world.h"
#include "exchange/assessment_form_json.h"
#include "exchange/assessment_reader.h"
#include "exchange/event_json.h"
#include "exchange/policy_overlay.h"
#include "exchange/policy_reader.h"
#include "exchange/report_definition.h"
#include "exchange/report_origin.h"
#include "exchange/scenario_reader.h"
#include "exchange/shipped.h"
#include "fuzz/target.h"

#include <array>

namespace holdfast::fuzz {
namespace {

/// Whether a string of this JSON holds a brace, or may hold one: in a name it looks like a place that was not filled in.
bool hasBraceInWords(std::string_view json)
{
    bool inWord = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] == '"')
            inWord = !inWord;
        else if (inWord && json[at] == '\\' && json.substr(++at, 1) == "u")
            return true;
        else if (inWord && json[at] == '{')
            return true;
    }
    return false;
}

/// A scenario that is read is also played: whatever history it tells, nobody may be dropped.
void scenario(std::string_view bytes)
{
    const test::World& world = test::world();
    const auto isReason = [&](std::string_view, const ReasonCode& code) {
        return world.policy.reason(code) != nullptr;
    };
    const auto read = exchange::readScenario(bytes, world.instruments, isReason);
    if (!read)
        return mustBeClear(read.error());
    const engine::Context context{world.policy, read->directory, world.days, world.instruments};
    const auto played = engine::replay(context, read->person, read->events, engine::Explain::yes);
    if (!played)
        return mustBeClear(played.error());
    for (const engine::Snapshot& snapshot : *played)
        if (const std::string law = test::broken(snapshot);
            !law.empty() && !(law.starts_with("EXPLAIN: no sentence") && hasBraceInWords(bytes)))
            throw Broken{law};
    for (const auto& expectation : read->expectations)
        (void)exchange::mismatches(expectation, (*played)[expectation.after - 1]);
}

void policy(std::string_view bytes)
{
    if (const auto read = exchange::readPolicy(bytes); !read)
        mustBeClear(read.error());
}

/// A local policy that is taken is one that can be kept and read again.
void localPolicy(std::string_view bytes)
{
    const auto read = exchange::readLocalPolicy(bytes, exchange::shippedPolicy());
    if (!read)
        return mustBeClear(read.error());
    mustHold(bool(exchange::readKeptPolicy(read->whole, exchange::shippedPolicy())), "a kept policy cannot be read");
}

void assessment(std::string_view bytes)
{
    if (const auto read = exchange::readAssessment(bytes, test::world().instruments); !read)
        mustBeClear(read.error());
}

void assessmentForm(std::string_view bytes)
{
    const auto read = exchange::readAssessmentForm(bytes);
    if (!read)
        return mustBeClear(read.error());
    const std::string written = exchange::writeAssessmentForm(*read);
    const auto again = exchange::readAssessmentForm(written);
    mustHold(again && exchange::writeAssessmentForm(*again) == written, "a form is not what was written");
}

void event(std::string_view bytes)
{
    const Instant recorded = test::at("2026-03-09T09:00:00Z");
    const auto read = exchange::readEvent(bytes, EventId{"e1"}, recorded);
    if (!read)
        return mustBeClear(read.error());
    const std::string written = exchange::writeEventBody(*read);
    const auto again = exchange::readEvent(written, EventId{"e1"}, recorded);
    mustHold(again && exchange::writeEventBody(*again) == written, "an event is not what was written");
}

void reportDefinition(std::string_view bytes)
{
    const auto read = exchange::readReportDefinition(bytes);
    if (!read)
        return mustBeClear(read.error());
    for (const auto& [option, value] : *read) {
        mustHold(option.starts_with("--"), "an option without its dashes");
        if (const auto period = exchange::periodNamed(value, dateFromDays(20'000)))
            mustHold(period->from <= period->to, "a period that ends before it begins");
    }
}

/// A report file that somebody hands in to be counted again.
void reportFile(std::string_view bytes)
{
    const auto kind = exchange::kindOfReport(bytes);
    if (const auto parameters = exchange::reportParameters(kind, bytes); !parameters)
        mustBeClear(parameters.error());
    if (const auto same = exchange::compareReports(kind, bytes, bytes); !same)
        mustBeClear(same.error());
    else
        mustHold(same->differing.empty(), "a report differs from itself");
}

}  // namespace

std::span<const Target> jsonTargets()
{
    static constexpr std::array targets{
        Target{"scenario", "tests/scenarios", 8192, scenario},   Target{"policy", "resources/policy", 16'384, policy},
        Target{"local_policy", "", 4096, localPolicy},           Target{"assessment", "", 4096, assessment},
        Target{"assessment_form", "", 4096, assessmentForm},     Target{"event", "", 2048, event},
        Target{"report_definition", "", 2048, reportDefinition}, Target{"report_file", "", 8192, reportFile},
    };
    return targets;
}

}  // namespace holdfast::fuzz
