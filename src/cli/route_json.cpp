#include "cli/route_output.h"
#include "domain/policy.h"
#include "exchange/json_output.h"

namespace holdfast::cli {
namespace {

using exchange::JsonOut;

void writeReading(JsonOut& out, const engine::Score& score)
{
    const auto positive = [](const engine::Score::Reading& reading, JsonOut& to) {
        if (reading.positive)
            to.boolean(*reading.positive);
        else
            to.null();
    };
    out.member("band", score.female ? score.female->band : score.reading.band);
    out.key("positive");
    if (score.female && score.male) {
        out.beginObject().key("female");
        positive(*score.female, out);
        out.key("male");
        positive(*score.male, out);
        out.endObject();
    } else {
        positive(score.reading, out);
    }
}

void writeScores(JsonOut& out, const std::vector<engine::Score>& scores)
{
    out.key("scores").beginObject();
    for (const engine::Score& score : scores) {
        out.key(score.instrument.text()).beginObject().member("total", score.total);
        writeReading(out, score);
        out.member("missing", score.missing).endObject();
    }
    out.endObject();
}

void writeCandidate(JsonOut& out, const engine::Candidate& candidate)
{
    out.beginObject()
        .member("service", candidate.service.text())
        .member("name", candidate.name)
        .member("rank", candidate.rank)
        .member("match", candidate.match)
        .member("score", candidate.score)
        .member("wait_days", candidate.waitDays)
        .key("distance");
    if (candidate.distance)
        out.beginObject()
            .key("miles")
            .decimal(candidate.distance->tenths, 1)
            .member("kind", candidate.distance->typed ? "typed" : "straight_line")
            .endObject();
    else
        out.null();
    out.key("reasons").beginArray();
    for (const engine::FitReason& reason : candidate.reasons) {
        const std::string_view fit = reason.fit == engine::Fit::yes  ? "yes"
                                     : reason.fit == engine::Fit::no ? "no"
                                                                     : "unknown";
        out.beginObject()
            .member("criterion", reason.criterion)
            .member("fit", fit)
            .member("required", reason.required)
            .member("points", reason.points)
            .member("sentence", reason.sentence)
            .endObject();
    }
    out.endArray().endObject();
}

void writeLead(JsonOut& out, const engine::Lead& lead)
{
    out.key("lead").beginObject().member("quadrant", lead.quadrant).member("label", lead.label);
    out.member("need", nameOf(lead.need)).key("service");
    if (lead.service)
        out.text(lead.service->text());
    else
        out.null();
    out.member("rule", lead.rule.text()).member("sentence", lead.sentence).endObject();
}

void writeAdvice(JsonOut& out, std::string_view name, const std::vector<engine::Advice>& list)
{
    out.key(name).beginArray();
    for (const engine::Advice& advice : list)
        out.beginObject().member("id", advice.id).member("text", advice.text).endObject();
    out.endArray();
}

void writeClocks(JsonOut& out, const std::vector<engine::StandardClock>& clocks)
{
    out.key("clocks").beginArray();
    for (const engine::StandardClock& clock : clocks) {
        out.beginObject().member("id", clock.id).member("label", clock.label).member("need", nameOf(clock.need));
        out.member("service", clock.service.text()).key("due");
        if (clock.due)
            out.text(formatInstant(*clock.due));
        else
            out.null();
        out.member("status", clock.status).endObject();
    }
    out.endArray();
}

void writeWhy(JsonOut& out, const std::vector<engine::Why>& reasons)
{
    out.key("why").beginArray();
    for (const engine::Why& why : reasons) {
        out.beginObject().member("rule", why.rule.text()).key("facts").beginArray();
        for (const auto& [name, value] : why.facts)
            out.beginObject().member("name", name).member("value", value).endObject();
        out.endArray().member("sentence", why.sentence).endObject();
    }
    out.endArray();
}

}  // namespace

std::string routeJson(const engine::AssessmentDecision& decision, Instant at)
{
    JsonOut out;
    out.beginObject().member("at", formatInstant(at));
    out.key("policy")
        .beginObject()
        .member("id", decision.policyId)
        .member("version", decision.policyVersion)
        .endObject();
    out.member("urgency", nameOf(decision.urgency)).key("urgency_of").beginObject();
    for (const Need need : allNeeds)
        out.member(nameOf(need), nameOf(decision.urgencyOf[need]));
    out.endObject().member("agree_new_time", decision.agreeNewTime);
    writeLead(out, decision.lead);
    out.member("severe_mental_illness", decision.severeMentalIllness);
    writeScores(out, decision.scores);
    out.key("candidates").beginObject();
    for (const Need need : allNeeds) {
        out.key(nameOf(need)).beginArray();
        for (const engine::Candidate& candidate : decision.candidates[need])
            writeCandidate(out, candidate);
        out.endArray();
    }
    out.endObject().key("draft").beginArray();
    for (const event::ReferralSent::Leg& leg : decision.draft)
        out.beginObject().member("need", nameOf(leg.need)).member("service", leg.service.text()).endObject();
    out.endArray();
    writeClocks(out, decision.clocks);
    writeAdvice(out, "interim_support", decision.interimSupport);
    writeAdvice(out, "cautions", decision.cautions);
    writeAdvice(out, "ask", decision.ask);
    writeWhy(out, decision.why);
    out.endObject();
    return std::move(out).str() + '\n';
}

}  // namespace holdfast::cli
