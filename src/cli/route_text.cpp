#include "cli/route_output.h"
#include "domain/policy.h"

namespace holdfast::cli {
namespace {

std::string scoreLine(const engine::Score& score)
{
    std::string line = "  " + score.instrument.str() + ' ';
    line += score.total ? std::to_string(*score.total) : "not complete, " + std::to_string(score.missing) + " missing";
    if (!score.reading.band.empty())
        line += ", " + score.reading.band;
    if (score.reading.positive)
        line += *score.reading.positive ? ", positive" : ", not positive";
    return line + '\n';
}

std::string candidateLines(const engine::Candidate& candidate)
{
    std::string lines = "  " + std::to_string(candidate.rank) + ". " + candidate.name + " (" + candidate.service.str() +
                        "), score " + std::to_string(candidate.score) + (candidate.match ? "" : ", does not match") +
                        '\n';
    for (const engine::FitReason& reason : candidate.reasons)
        lines += std::string{"     "} +
                 (reason.fit == engine::Fit::yes  ? "+ "
                  : reason.fit == engine::Fit::no ? "- "
                                                  : "? ") +
                 reason.sentence + '\n';
    return lines;
}

std::string adviceLines(const std::string& title, const std::vector<engine::Advice>& list)
{
    if (list.empty())
        return {};
    std::string lines = title + '\n';
    for (const engine::Advice& advice : list)
        lines += "  " + advice.text + '\n';
    return lines;
}

}  // namespace

std::string routeText(const engine::AssessmentDecision& decision, Instant at)
{
    std::string text =
        "As of " + formatInstant(at) + ", policy " + decision.policyId + ' ' + decision.policyVersion + '\n';
    text += "Urgency: " + std::string{nameOf(decision.urgency)} + '\n';
    if (decision.agreeNewTime)
        text += "Intoxicated now: agree a time to see the person again.\n";
    text += "Lead: " + decision.lead.label + (decision.lead.service ? ", " + decision.lead.service->str() : "") + '\n';
    text += "  " + decision.lead.sentence + '\n';
    if (!decision.scores.empty())
        text += "Scores\n";
    for (const engine::Score& score : decision.scores)
        text += scoreLine(score);
    for (const Need need : allNeeds) {
        text += "Services for " + std::string{need == Need::mentalHealth ? "mental health" : "substance use"} + '\n';
        for (const engine::Candidate& candidate : decision.candidates[need])
            text += candidateLines(candidate);
    }
    text += "Referral\n";
    for (const event::ReferralSent::Leg& leg : decision.draft)
        text += "  " + std::string{nameOf(leg.need)} + " to " + leg.service.str() + '\n';
    if (!decision.clocks.empty())
        text += "Clocks\n";
    for (const engine::StandardClock& clock : decision.clocks)
        text += "  " + clock.label + ": " + (clock.due ? formatInstant(*clock.due) : "no time") + " (" + clock.status +
                ", " + clock.service.str() + ")\n";
    text += adviceLines("While waiting", decision.interimSupport);
    text += adviceLines("Take care", decision.cautions);
    text += adviceLines("Still to ask", decision.ask);
    if (!decision.why.empty())
        text += "Why\n";
    for (const engine::Why& why : decision.why)
        text += "  " + why.rule.str() + ": " + why.sentence + '\n';
    return text;
}

}  // namespace holdfast::cli
