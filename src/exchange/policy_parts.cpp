#include "exchange/policy_parts.h"

#include <algorithm>
#include <cctype>

namespace holdfast::exchange {
namespace {

constexpr int mostWorkingDays = 250;

ReasonCode code(const JsonIn& in)
{
    const auto read = in.id<ReasonCode>();
    const std::string_view text = read.text();
    const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    if (text.size() < 2 || std::string_view{"NHS"}.find(text.front()) == std::string_view::npos ||
        !std::ranges::all_of(text.substr(1), digit))
        in.failCode("a reason code: N, H or S and a number");
    return read;
}

std::optional<int> number(const JsonIn& in, std::string_view name, int least, int most)
{
    return optionally(in, name, [&](const JsonIn& value) { return value.integer(least, most); });
}

std::string textOr(const JsonIn& in, std::string_view name, std::string otherwise = {})
{
    return optionally(in, name, [](const JsonIn& value) { return value.someText(); }).value_or(std::move(otherwise));
}

bool flag(const JsonIn& in, std::string_view name)
{
    return optionally(in, name, [](const JsonIn& value) { return value.boolean(); }).value_or(false);
}

template <class Enum>
std::vector<Enum> namedList(const JsonIn& in, std::string_view name)
{
    return optionally(
               in, name,
               [](const JsonIn& list) { return listOf(list, [](const JsonIn& value) { return value.named<Enum>(); }); })
        .value_or(std::vector<Enum>{});
}

/// A label of MHSDS: two digits.
std::string nationalCode(const JsonIn& in, std::string_view name)
{
    const auto member = in.find(name);
    if (!member)
        return {};
    const std::string& text = member->someText();
    const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    if (text.size() != 2 || !std::ranges::all_of(text, digit))
        member->failCode("a national code of two digits");
    return text;
}

/// "AUDIT>=20"
std::string threshold(const JsonIn& in)
{
    const std::string& text = in.someText(40);
    const auto sign = text.find(">=");
    const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    const bool good = sign != std::string::npos && sign > 0 && sign + 2 < text.size() && text.size() - sign <= 5 &&
                      sign <= InstrumentId::capacity && std::ranges::all_of(text.substr(sign + 2), digit);
    if (!good)
        in.fail("an instrument and a total, like \"AUDIT>=20\"");
    return text;
}

std::string owner(const JsonIn& in)
{
    const std::string& text = in.someText(40);
    for (const std::string_view known : {"holder", "coordinator", "supervisor", "strategic_lead", "duty"})
        if (text == known)
            return text;
    in.failCode("one of holder, coordinator, supervisor, strategic_lead, duty");
}

BounceClass classOf(const JsonIn& in, const ReasonCode& reason)
{
    const auto cls = in.named<BounceClass>();
    const char letter = cls == BounceClass::never ? 'N' : cls == BounceClass::handover ? 'H' : 'S';
    if (reason.text().front() != letter)
        in.failCode("the class that the code's first letter says");
    return cls;
}

}  // namespace

std::vector<std::string> policyTexts(const JsonIn& in)
{
    return listOf(in, [](const JsonIn& text) { return text.someText(200); });
}

policy::Reason policyReason(const JsonIn& in)
{
    in.allowOnly({"code", "class", "side", "cites", "label", "protocol", "step", "action", "clock", "rejection",
                  "closure", "basis", "certainty", "keywords", "situation", "tell_person"});
    policy::Reason reason;
    reason.code = code(in.at("code"));
    reason.cls = classOf(in.at("class"), reason.code);
    reason.side = in.at("side").named<Side>();
    reason.cites = optionally(in, "cites", [](const JsonIn& value) { return value.named<Need>(); });
    reason.label = in.at("label").someText(60);
    reason.protocol = in.at("protocol").someText();
    reason.step = in.at("step").someText();
    reason.action = textOr(in, "action");
    reason.clock = in.at("clock").named<ReasonClock>();
    reason.rejection = nationalCode(in, "rejection");
    reason.closure = nationalCode(in, "closure");
    reason.basis = in.at("basis").someText();
    reason.certainty = in.at("certainty").named<Certainty>();
    reason.keywords = policyTexts(in.at("keywords"));
    reason.situation = optionally(in, "situation", [](const JsonIn& value) { return value.named<Situation>(); });
    reason.tellPerson = textOr(in, "tell_person");
    return reason;
}

policy::Citation policyCitation(const JsonIn& in)
{
    in.allowOnly({"key", "text", "certainty", "needs_sign_off", "signed_off_by", "min_age", "max_age",
                  "severe_mental_illness_only", "side"});
    policy::Citation citation;
    citation.key = in.at("key").someText(60);
    citation.text = in.at("text").someText();
    citation.certainty = in.at("certainty").named<Certainty>();
    citation.needsSignOff = flag(in, "needs_sign_off");
    citation.signedOffBy = textOr(in, "signed_off_by");
    citation.minAge = number(in, "min_age", 0, 150);
    citation.maxAge = number(in, "max_age", 0, 150);
    citation.severeMentalIllnessOnly = flag(in, "severe_mental_illness_only");
    citation.side =
        optionally(in, "side", [](const JsonIn& value) { return value.named<Side>(); }).value_or(Side::both);
    if (citation.certainty == Certainty::unverified && !citation.needsSignOff)
        in.fail("\"needs_sign_off\": true for a citation that is not verified");
    return citation;
}

policy::Standard policyStandard(const JsonIn& in)
{
    in.allowOnly({"id", "label", "kinds", "hours", "working_days", "weeks", "urgencies", "certainty", "status"});
    policy::Standard standard;
    standard.id = in.at("id").someText(60);
    standard.label = in.at("label").someText();
    standard.kinds = namedList<ServiceKind>(in, "kinds");
    standard.hours = number(in, "hours", 1, 24 * 365);
    standard.workingDays = number(in, "working_days", 1, mostWorkingDays);
    standard.weeks = number(in, "weeks", 1, 104);
    standard.urgencies = namedList<Urgency>(in, "urgencies");
    standard.certainty = in.at("certainty").named<Certainty>();
    standard.status = in.at("status").someText();
    const int given = (standard.hours ? 1 : 0) + (standard.workingDays ? 1 : 0) + (standard.weeks ? 1 : 0);
    if (given != 1)
        in.fail("one of hours, working_days and weeks");
    return standard;
}

policy::LeadRule policyLeadRule(const JsonIn& in)
{
    in.allowOnly({"severe_mental_illness", "mental_health", "substance_use", "quadrant", "label", "lead", "lead_need",
                  "rule", "sentence"});
    policy::LeadRule rule;
    rule.severeMentalIllness =
        optionally(in, "severe_mental_illness", [](const JsonIn& value) { return value.boolean(); });
    rule.mentalHealth = namedList<Severity>(in, "mental_health");
    rule.substanceUse = namedList<Severity>(in, "substance_use");
    rule.quadrant = in.at("quadrant").someText(60);
    rule.label = in.at("label").someText();
    rule.lead = namedList<ServiceKind>(in, "lead");
    rule.leadNeed = in.at("lead_need").named<Need>();
    rule.rule = in.at("rule").id<RuleId>().str();
    rule.sentence = in.at("sentence").someText();
    return rule;
}

policy::Caution policyCaution(const JsonIn& in)
{
    in.allowOnly({"id", "facts", "words", "substance_use_at_least", "instruments", "children", "text"});
    policy::Caution caution;
    caution.id = in.at("id").someText(60);
    caution.facts = namedList<SafetyFact>(in, "facts");
    caution.words = optionally(in, "words", policyTexts).value_or(std::vector<std::string>{});
    caution.substanceUseAtLeast =
        optionally(in, "substance_use_at_least", [](const JsonIn& value) { return value.named<Severity>(); });
    caution.instruments = optionally(in, "instruments", [](const JsonIn& list) {
                              return listOf(list, threshold);
                          }).value_or(std::vector<std::string>{});
    caution.children = flag(in, "children");
    caution.text = in.at("text").someText();
    const bool never = caution.facts.empty() && caution.words.empty() && !caution.substanceUseAtLeast &&
                       caution.instruments.empty() && !caution.children;
    if (never)
        in.fail("at least one condition, or it would never be shown");
    return caution;
}

policy::Rung policyRung(const JsonIn& in, bool timed)
{
    in.allowOnly({"level", "what", "owner", "working_days"});
    policy::Rung rung;
    rung.level = in.at("level").integer(0, 5);
    rung.what = in.at("what").someText(60);
    rung.owner = owner(in.at("owner"));
    if (timed)
        rung.workingDays = in.at("working_days").integer(1, mostWorkingDays);
    else if (const auto days = in.find("working_days"))
        days->fail("no working days: this ladder has its own");
    return rung;
}

policy::SilenceClock policySilenceClock(const JsonIn& in)
{
    in.allowOnly({"state", "working_days", "weeks", "code"});
    policy::SilenceClock clock;
    clock.state = in.at("state").named<LegState>();
    if (isTerminal(clock.state) || clock.state == LegState::draft || clock.state == LegState::challenged)
        in.at("state").failCode("a state in which a service owes an answer");
    clock.workingDays = number(in, "working_days", 1, mostWorkingDays).value_or(0);
    clock.weeks = number(in, "weeks", 1, 104).value_or(0);
    clock.code = code(in.at("code"));
    if ((clock.workingDays > 0) == (clock.weeks > 0))
        in.fail("either working_days or weeks");
    return clock;
}

policy::SilenceLadder policySilenceLadder(const JsonIn& in)
{
    in.allowOnly({"first_chase", "second_chase", "escalate_at", "escalate_every", "levels"});
    policy::SilenceLadder ladder;
    ladder.firstChase = in.at("first_chase").integer(1, mostWorkingDays);
    ladder.secondChase = in.at("second_chase").integer(ladder.firstChase + 1, mostWorkingDays);
    ladder.escalateAt = in.at("escalate_at").integer(ladder.secondChase + 1, mostWorkingDays);
    ladder.escalateEvery = in.at("escalate_every").integer(1, mostWorkingDays);
    ladder.levels = listOf(in.at("levels"), [](const JsonIn& rung) { return policyRung(rung, false); });
    if (ladder.levels.empty())
        in.at("levels").fail("at least one level: silence has to escalate");
    return ladder;
}

policy::Tennis policyTennis(const JsonIn& in)
{
    in.allowOnly({"window_days", "mdt_working_days", "pair"});
    policy::Tennis tennis;
    tennis.windowDays = in.at("window_days").integer(1, 366);
    tennis.mdtWorkingDays = in.at("mdt_working_days").integer(1, mostWorkingDays);
    const auto pair = listOf(in.at("pair"), code);
    if (pair.size() != 2 || pair[0] == pair[1])
        in.at("pair").fail("two different reason codes");
    tennis.pair = {pair[0], pair[1]};
    return tennis;
}

policy::Safety policySafety(const JsonIn& in)
{
    in.allowOnly({"hours", "emergency_hours", "triggers"});
    policy::Safety safety;
    safety.hours = in.at("hours").integer(1, 24);
    safety.emergencyHours = in.at("emergency_hours").integer(1, safety.hours);
    safety.triggers = namedList<SafetyFact>(in, "triggers");
    if (safety.triggers.empty())
        in.at("triggers").fail("at least one fact that escalates");
    return safety;
}

policy::UrgencyRule policyUrgencyRule(const JsonIn& in)
{
    in.allowOnly({"urgency", "facts"});
    policy::UrgencyRule rule;
    rule.urgency = in.at("urgency").named<Urgency>();
    rule.facts = namedList<SafetyFact>(in, "facts");
    if (rule.facts.empty())
        in.at("facts").fail("at least one fact");
    return rule;
}

policy::DefaultReasons policyDefaultReasons(const JsonIn& in)
{
    in.allowOnly({"returned_with_advice", "signposted", "second_information_request", "no_aftercare",
                  "one_missed_visit", "more_missed_visits", "worker_left", "no_call_back"});
    policy::DefaultReasons reasons;
    reasons.returnedWithAdvice = code(in.at("returned_with_advice"));
    reasons.signposted = code(in.at("signposted"));
    reasons.secondInformationRequest = code(in.at("second_information_request"));
    reasons.noAftercare = code(in.at("no_aftercare"));
    reasons.oneMissedVisit = code(in.at("one_missed_visit"));
    reasons.moreMissedVisits = code(in.at("more_missed_visits"));
    reasons.workerLeft = code(in.at("worker_left"));
    if (const auto given = in.find("no_call_back"))
        reasons.noCallBack = code(*given);
    return reasons;
}

policy::Detections policyDetections(const JsonIn& in)
{
    const policy::Detections usual = policy::usualDetections();
    policy::Detections read;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const JsonIn entry = in.at(Names<Watch>::list[i]);
        policy::Detection& into = read[i];
        into.certainty = entry.at("certainty").named<Certainty>();
        // Which numbers one has is the engine's affair; how large they are is the policy's.
        const auto number = [&](std::string_view name, int policy::Detection::*field, int most) {
            if (usual[i].*field > 0)
                into.*field = entry.at(name).integer(1, most);
            else if (const auto needless = entry.find(name))
                needless->fail("no number here: nothing would read it");
        };
        number("count", &policy::Detection::count, 100);
        number("window_days", &policy::Detection::windowDays, 366);
        number("hours", &policy::Detection::hours, 72);
        number("working_days", &policy::Detection::workingDays, 60);
        if (!usual[i].sources.empty())
            into.sources = policyTexts(entry.at("sources"));
        if (into.sources.size() > 64)
            entry.at("sources").fail("at most 64");
        entry.allowOnly({"certainty", "count", "window_days", "hours", "working_days", "sources"});
    }
    in.allowOnly({}, Names<Watch>::list);
    return read;
}

policy::Delays policyDelays(const JsonIn& in)
{
    policy::Delays delays;
    struct Delay {
        std::string_view name;
        int& days;
        int most;
    };
    const Delay all[]{{"ask_both", delays.askBoth, 30},
                      {"ask_capacity", delays.askCapacity, 30},
                      {"name_worker", delays.nameWorker, 30},
                      {"make_referral", delays.makeReferral, 30},
                      {"complete_handover", delays.completeHandover, 60},
                      {"confirm_with_person", delays.confirmWithPerson, 30},
                      {"missed_visit", delays.missedVisit, 30},
                      {"call_back", delays.callBack, 30},
                      {"urgent_call_back_hours", delays.urgentCallBackHours, 24},
                      {"step_down_plan", delays.stepDownPlan, 60},
                      {"waiting_well_weeks", delays.waitingWellWeeks, 12},
                      {"bereavement", delays.bereavement, 30},
                      {"challenge_answer", delays.challengeAnswer, 60},
                      {"transition_months", delays.transitionMonths, 24},
                      {"reoffer_days", delays.reOfferDays, 366}};
    in.allowOnly({"ask_both", "ask_capacity", "name_worker", "make_referral", "complete_handover",
                  "confirm_with_person", "missed_visit", "call_back", "urgent_call_back_hours", "step_down_plan",
                  "waiting_well_weeks", "bereavement", "challenge_answer", "transition_months", "reoffer_days"});
    for (const Delay& delay : all)
        delay.days = in.at(delay.name).integer(1, delay.most);
    return delays;
}

}  // namespace holdfast::exchange
