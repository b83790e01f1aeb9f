#include "exchange/policy_reader.h"

#include "engine/rules.h"
#include "exchange/policy_parts.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

const JsonIn& allowTopLevel(const JsonIn& in)
{
    return in.allowOnly({"id",
                         "version",
                         "title",
                         "duty_holder",
                         "challenge_ladder",
                         "silence_clocks",
                         "silence_ladder",
                         "tennis",
                         "safety",
                         "urgency",
                         "default_reasons",
                         "delays",
                         "detections",
                         "severe_mental_illness",
                         "special_days",
                         "reasons",
                         "citations",
                         "situations",
                         "standards",
                         "lead_rules",
                         "cautions",
                         "interim_support",
                         "weights",
                         "rules",
                         "sentences"});
}

/// Complains about the second of two entries of `list` with the same key.
template <class Entry, class Key>
void mustDiffer(const JsonIn& list, std::string_view member, const std::vector<Entry>& entries, Key key)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (std::invoke(key, entries[i]) == std::invoke(key, entries[j]))
                list[i].at(member).failCode("one that is not in the list already");
}

/// A ladder that came back to a rung would go round for ever.
void mustClimb(const JsonIn& list, const std::vector<policy::Rung>& rungs)
{
    mustDiffer(list, "what", rungs, &policy::Rung::what);
    for (std::size_t i = 1; i < rungs.size(); ++i)
        if (rungs[i].level <= rungs[i - 1].level)
            list[i].at("level").fail("a level above " + std::to_string(rungs[i - 1].level) +
                                     ", the rung before: a ladder never leads back");
}

/// What a rung asks for is a code that the policy has words for.
void checkSteps(const JsonIn& list, const std::vector<policy::Rung>& rungs, const Policy& policy)
{
    for (std::size_t i = 0; i < rungs.size(); ++i)
        if (policy.sentence("step." + rungs[i].what).empty())
            list[i].at("what").failCode("the code of a step that \"sentences\" has words for, as step.CODE");
}

void readReasons(const JsonIn& in, Policy& policy)
{
    const JsonIn list = in.at("reasons");
    policy.reasons = listOf(list, policyReason);
    mustDiffer(list, "code", policy.reasons, &policy::Reason::code);
    std::ranges::sort(policy.reasons, {}, &policy::Reason::code);
    policy.defaults = policyDefaultReasons(in.at("default_reasons"));
}

void readGuidance(const JsonIn& in, Policy& policy)
{
    const JsonIn citations = in.at("citations");
    policy.citations = listOf(citations, policyCitation);
    mustDiffer(citations, "key", policy.citations, &policy::Citation::key);
    const JsonIn situations = in.at("situations");
    policy.situations = listOf(situations, [&](const JsonIn& entry) {
        entry.allowOnly({"situation", "cite"});
        policy::SituationGuide guide;
        guide.situation = entry.at("situation").named<Situation>();
        guide.cite = listOf(entry.at("cite"), [&](const JsonIn& key) {
            if (!policy.citation(key.someText(60)))
                key.failCode("the key of a citation in this file");
            return key.someText(60);
        });
        return guide;
    });
    mustDiffer(situations, "situation", policy.situations, &policy::SituationGuide::situation);
    if (policy.situations.size() != Names<Situation>::list.size())
        situations.fail("an entry for each of the " + std::to_string(Names<Situation>::list.size()) + " situations");
}

void readClocks(const JsonIn& in, Policy& policy)
{
    const JsonIn ladder = in.at("challenge_ladder");
    policy.challengeLadder = listOf(ladder, [](const JsonIn& rung) { return policyRung(rung, true); });
    if (policy.challengeLadder.empty())
        ladder.fail("at least one rung: a challenge has to lead somewhere");
    for (std::size_t i = 1; i < policy.challengeLadder.size(); ++i)
        if (policy.challengeLadder[i].workingDays <= policy.challengeLadder[i - 1].workingDays)
            ladder[i].at("working_days").fail("more working days than the rung before");
    mustClimb(ladder, policy.challengeLadder);
    const JsonIn clocks = in.at("silence_clocks");
    policy.silenceClocks = listOf(clocks, policySilenceClock);
    mustDiffer(clocks, "state", policy.silenceClocks, &policy::SilenceClock::state);
    for (const LegState state : {LegState::sent, LegState::acknowledged, LegState::informationRequested,
                                 LegState::accepted, LegState::waiting, LegState::started, LegState::handoverPending})
        if (!policy.silenceClock(state))
            clocks.fail("a clock for \"" + std::string{nameOf(state)} + "\": no leg may stay silent for ever");
    policy.silenceLadder = policySilenceLadder(in.at("silence_ladder"));
    mustClimb(in.at("silence_ladder").at("levels"), policy.silenceLadder.levels);
    policy.tennis = policyTennis(in.at("tennis"));
    policy.safety = policySafety(in.at("safety"));
    policy.urgency = listOf(in.at("urgency"), policyUrgencyRule);
    policy.delays = policyDelays(in.at("delays"));
    if (const auto detections = in.find("detections"))
        policy.detections = policyDetections(*detections);
    policy.specialDays = listOf(in.at("special_days"), [](const JsonIn& day) {
        day.allowOnly({"date", "holiday", "name"});
        return SpecialDay{day.at("date").date(), day.at("holiday").boolean(), day.at("name").someText(100)};
    });
}

void readAssessment(const JsonIn& in, Policy& policy)
{
    const JsonIn illness = in.at("severe_mental_illness");
    illness.allowOnly({"always", "if_severe"});
    policy.severeConditions = policyTexts(illness.at("always"));
    policy.severeConditionsIfSevere = policyTexts(illness.at("if_severe"));
    policy.standards = listOf(in.at("standards"), policyStandard);
    const JsonIn leads = in.at("lead_rules");
    policy.leadRules = listOf(leads, policyLeadRule);
    const bool catchesAll = !policy.leadRules.empty() && !policy.leadRules.back().severeMentalIllness &&
                            policy.leadRules.back().mentalHealth.empty() &&
                            policy.leadRules.back().substanceUse.empty();
    if (!catchesAll)
        leads.fail("a last rule without conditions, so that somebody always leads");
    policy.cautions = listOf(in.at("cautions"), policyCaution);
    policy.interimSupport = listOf(in.at("interim_support"), policyCaution);
    const JsonIn weights = in.at("weights");
    policy.weights = listOf(weights, [](const JsonIn& weight) {
        weight.allowOnly({"criterion", "points"});
        return policy::Weight{weight.at("criterion").someText(60), weight.at("points").integer(0, 100)};
    });
    mustDiffer(weights, "criterion", policy.weights, &policy::Weight::criterion);
}

void readWords(const JsonIn& in, Policy& policy, std::span<const std::string_view> rules)
{
    const JsonIn list = in.at("rules");
    policy.rules = listOf(list, [&](const JsonIn& rule) {
        rule.allowOnly({"id", "sentence"});
        const auto id = rule.at("id").id<RuleId>();
        if (std::ranges::find(rules, id.text()) == rules.end())
            rule.at("id").failCode("the id of a rule that the engine knows");
        return policy::Rule{id, rule.at("sentence").someText()};
    });
    mustDiffer(list, "id", policy.rules, &policy::Rule::id);
    for (const std::string_view rule : rules)
        if (policy.ruleSentence(rule).empty())
            list.fail("a sentence for the rule \"" + std::string{rule} + '"');
    const JsonIn sentences = in.at("sentences");
    policy.sentences = listOf(sentences, [](const JsonIn& sentence) {
        sentence.allowOnly({"id", "text"});
        return policy::Sentence{sentence.at("id").someText(80), sentence.at("text").someText()};
    });
    mustDiffer(sentences, "id", policy.sentences, &policy::Sentence::id);
}

/// Codes that stand elsewhere in the file must be among its reasons.
void checkCodes(const JsonIn& in, const Policy& policy)
{
    const auto check = [&](const JsonIn& place, const ReasonCode& code) {
        if (!policy.reason(code))
            place.failCode("the code of a reason in this file");
    };
    checkSteps(in.at("challenge_ladder"), policy.challengeLadder, policy);
    checkSteps(in.at("silence_ladder").at("levels"), policy.silenceLadder.levels, policy);
    const JsonIn defaults = in.at("default_reasons");
    check(defaults.at("returned_with_advice"), policy.defaults.returnedWithAdvice);
    check(defaults.at("signposted"), policy.defaults.signposted);
    check(defaults.at("second_information_request"), policy.defaults.secondInformationRequest);
    check(defaults.at("no_aftercare"), policy.defaults.noAftercare);
    check(defaults.at("one_missed_visit"), policy.defaults.oneMissedVisit);
    check(defaults.at("more_missed_visits"), policy.defaults.moreMissedVisits);
    check(defaults.at("worker_left"), policy.defaults.workerLeft);
    check(defaults.find("no_call_back").value_or(defaults), policy.defaults.noCallBack);
    for (std::size_t i = 0; i < policy.silenceClocks.size(); ++i)
        check(in.at("silence_clocks")[i].at("code"), policy.silenceClocks[i].code);
    for (std::size_t i = 0; i < policy.tennis.pair.size(); ++i)
        check(in.at("tennis").at("pair")[i], policy.tennis.pair[i]);
}

}  // namespace

Policy wholePolicy(const JsonIn& in, std::span<const std::string_view> rules)
{
    allowTopLevel(in);
    Policy policy;
    policy.id = in.at("id").someText(60);
    policy.version = in.at("version").someText(40);
    policy.title = in.at("title").someText(200);
    const JsonIn duty = in.at("duty_holder");
    duty.allowOnly({"service", "worker"});
    policy.dutyHolder = {duty.at("service").id<ServiceId>(), duty.at("worker").id<WorkerId>()};
    readReasons(in, policy);
    readGuidance(in, policy);
    readClocks(in, policy);
    readAssessment(in, policy);
    readWords(in, policy, rules);
    checkCodes(in, policy);
    return policy;
}

Result<Policy> readPolicy(std::string_view text, std::span<const std::string_view> rules)
{
    return readJson(text, [&](const JsonIn& in) { return wholePolicy(in, rules); });
}

Result<Policy> readPolicy(std::string_view text)
{
    return readPolicy(text, Names<engine::RuleCode>::list);
}

}  // namespace holdfast::exchange
