#include "report/policy_difference.h"

#include "report/policy_words.h"

#include <algorithm>
#include <functional>

namespace holdfast::report {
namespace {

constexpr std::string_view workingDay = "working day";

/// Gathers what differs, a group at a time.
class Comparison {
public:
    Comparison(const Policy& before, const Policy& after) : m_before{before}, m_after{after} {}

    std::vector<PolicyChange> run()
    {
        silence();
        challenges();
        safety();
        dueTimes();
        detections();
        reasons();
        citations();
        assessment();
        words();
        return std::move(m_changes);
    }

private:
    void group(std::string_view name) { m_group = name; }

    void note(std::string subject, std::string before, std::string after)
    {
        if (before != after)
            m_changes.push_back({std::string{m_group}, std::move(subject), std::move(before), std::move(after)});
    }

    void number(std::string subject, int before, int after, std::string_view unit)
    {
        note(std::move(subject), amount(before, unit), amount(after, unit));
    }

    /// Entries that are told apart by a key: new ones, gone ones, and `changed(before, after)` for those in both.
    template <class Entry, class Key, class Subject, class Shown, class Changed>
    void entries(const std::vector<Entry>& before, const std::vector<Entry>& after, Key key, Subject subject,
                 Shown shown, Changed changed)
    {
        const auto in = [&](const std::vector<Entry>& list, const Entry& wanted) {
            const auto at = std::ranges::find_if(
                list, [&](const Entry& each) { return std::invoke(key, each) == std::invoke(key, wanted); });
            return at == list.end() ? nullptr : &*at;
        };
        for (const Entry& each : after) {
            if (const Entry* was = in(before, each))
                changed(*was, each);
            else
                note(subject(each), {}, shown(each));
        }
        for (const Entry& each : before)
            if (in(after, each) == nullptr)
                note(subject(each), shown(each), {});
    }

    void silence()
    {
        group("Silence");
        const auto subject = [](const policy::SilenceClock& clock) {
            return "Silence clock after \"" + spaced(nameOf(clock.state)) + '"';
        };
        entries(
            m_before.silenceClocks, m_after.silenceClocks, &policy::SilenceClock::state, subject,
            [](const policy::SilenceClock& clock) { return span(clock); },
            [&](const policy::SilenceClock& was, const policy::SilenceClock& is) {
                note(subject(is), span(was), span(is));
                note("What silence after \"" + spaced(nameOf(is.state)) + "\" is called", was.code.str(),
                     is.code.str());
            });
        const policy::SilenceLadder& was = m_before.silenceLadder;
        const policy::SilenceLadder& is = m_after.silenceLadder;
        number("First chase after a silence", was.firstChase, is.firstChase, workingDay);
        number("Second chase after a silence", was.secondChase, is.secondChase, workingDay);
        number("Silence goes to a supervisor after", was.escalateAt, is.escalateAt, workingDay);
        number("Then one level more every", was.escalateEvery, is.escalateEvery, workingDay);
        rungs("Silence", was.levels, is.levels, false);
    }

    void rungs(const std::string& ladderName, const std::vector<policy::Rung>& before,
               const std::vector<policy::Rung>& after, bool timed)
    {
        const auto subject = [&](const policy::Rung& rung) {
            return ladderName + ", level " + std::to_string(rung.level);
        };
        const auto shown = [&](const policy::Rung& rung) { return describe(rung, timed); };
        entries(before, after, &policy::Rung::level, subject, shown,
                [&](const policy::Rung& was, const policy::Rung& is) { note(subject(is), shown(was), shown(is)); });
    }

    void challenges()
    {
        group("Challenge ladder");
        rungs("Challenge", m_before.challengeLadder, m_after.challengeLadder, true);
        group("Tennis");
        const policy::Tennis& was = m_before.tennis;
        const policy::Tennis& is = m_after.tennis;
        number("Two refusals count as tennis within", was.windowDays, is.windowDays, "day");
        number("A joint meeting after tennis is due in", was.mdtWorkingDays, is.mdtWorkingDays, workingDay);
        note("Reasons that are tennis wherever they point", was.pair[0].str() + " and " + was.pair[1].str(),
             is.pair[0].str() + " and " + is.pair[1].str());
    }

    void safety()
    {
        group("Safety");
        number("A supervisor acts on a risk within", m_before.safety.hours, m_after.safety.hours, "hour");
        number("A supervisor acts in an emergency within", m_before.safety.emergencyHours,
               m_after.safety.emergencyHours, "hour");
        note("Facts that go to a supervisor", listedNames(m_before.safety.triggers),
             listedNames(m_after.safety.triggers));
        note("How urgent it is", rules(m_before.urgency), rules(m_after.urgency));
    }

    void dueTimes()
    {
        group("Due times");
        const policy::Delays& was = m_before.delays;
        const policy::Delays& is = m_after.delays;
        const auto days = [&](std::string subject, int policy::Delays::*field) {
            number(std::move(subject), was.*field, is.*field, workingDay);
        };
        days("Ask about both needs", &policy::Delays::askBoth);
        days("Ask again when capacity is not known", &policy::Delays::askCapacity);
        days("Name a worker", &policy::Delays::nameWorker);
        days("Make the referral", &policy::Delays::makeReferral);
        days("Complete a hand-over", &policy::Delays::completeHandover);
        days("Confirm with the person", &policy::Delays::confirmWithPerson);
        days("Follow up a missed visit", &policy::Delays::missedVisit);
        days("Call back", &policy::Delays::callBack);
        number("Call back when it is urgent", was.urgentCallBackHours, is.urgentCallBackHours, "hour");
        days("Plan what follows treatment", &policy::Delays::stepDownPlan);
        number("Keep in touch while waiting, every", was.waitingWellWeeks, is.waitingWellWeeks, "week");
        days("Bereavement call", &policy::Delays::bereavement);
        days("A service answers a challenge within", &policy::Delays::challengeAnswer);
        number("Plan the move to another age group ahead by", was.transitionMonths, is.transitionMonths, "month");
        number("Offer help again after", was.reOfferDays, is.reOfferDays, "day");
        note("Who holds a need until somebody is named",
             m_before.dutyHolder.worker.str() + " at " + m_before.dutyHolder.service.str(),
             m_after.dutyHolder.worker.str() + " at " + m_after.dutyHolder.service.str());
        entries(
            m_before.specialDays, m_after.specialDays, &SpecialDay::date,
            [](const SpecialDay& day) { return formatDate(day.date); }, specialDayWords,
            [&](const SpecialDay& then, const SpecialDay& now) {
                note(formatDate(now.date), specialDayWords(then), specialDayWords(now));
            });
    }

    static std::string specialDayWords(const SpecialDay& day)
    {
        return day.name + (day.holiday ? ", a holiday" : ", a working day");
    }

    void detections()
    {
        group("What is watched for");
        for (std::size_t i = 0; i < m_before.detections.size(); ++i) {
            const std::string subject = spaced(Names<Watch>::list[i]);
            const policy::Detection& was = m_before.detections[i];
            const policy::Detection& is = m_after.detections[i];
            number(subject + ", how often", was.count, is.count, "time");
            number(subject + ", within", was.windowDays, is.windowDays, "day");
            number(subject + ", due in", was.hours, is.hours, "hour");
            number(subject + ", due in", was.workingDays, is.workingDays, workingDay);
            note(subject + ", who was asked", listed(was.sources), listed(is.sources));
        }
    }

    void reasons()
    {
        group("Reasons for refusal");
        const auto subject = [](const policy::Reason& reason) { return "Reason " + reason.code.str(); };
        entries(
            m_before.reasons, m_after.reasons, &policy::Reason::code, subject,
            [](const policy::Reason& reason) { return reason.label + " (" + std::string{nameOf(reason.cls)} + ')'; },
            [&](const policy::Reason& was, const policy::Reason& is) { reason(subject(is), was, is); });
        const policy::DefaultReasons& was = m_before.defaults;
        const policy::DefaultReasons& is = m_after.defaults;
        const auto code = [&](std::string name, ReasonCode policy::DefaultReasons::*field) {
            note(std::move(name), (was.*field).str(), (is.*field).str());
        };
        code("Returned with advice counts as", &policy::DefaultReasons::returnedWithAdvice);
        code("Signposted counts as", &policy::DefaultReasons::signposted);
        code("A second request for information counts as", &policy::DefaultReasons::secondInformationRequest);
        code("An end without aftercare counts as", &policy::DefaultReasons::noAftercare);
        code("Discharged after one missed visit counts as", &policy::DefaultReasons::oneMissedVisit);
        code("Discharged after more missed visits counts as", &policy::DefaultReasons::moreMissedVisits);
        code("A worker left without another counts as", &policy::DefaultReasons::workerLeft);
        code("No call back counts as", &policy::DefaultReasons::noCallBack);
    }

    void reason(const std::string& subject, const policy::Reason& was, const policy::Reason& is)
    {
        note(subject + ", class", std::string{nameOf(was.cls)}, std::string{nameOf(is.cls)});
        note(subject + ", usual side", spaced(nameOf(was.side)), spaced(nameOf(is.side)));
        note(subject + ", need it names as its ground", was.cites ? spaced(nameOf(*was.cites)) : "none",
             is.cites ? spaced(nameOf(*is.cites)) : "none");
        note(subject + ", label", was.label, is.label);
        note(subject + ", what the protocol says", was.protocol, is.protocol);
        note(subject + ", what must follow", was.step, is.step);
        note(subject + ", action", was.action, is.action);
        note(subject + ", waiting clock", spaced(nameOf(was.clock)), spaced(nameOf(is.clock)));
        note(subject + ", national rejection code", was.rejection, is.rejection);
        note(subject + ", national closure code", was.closure, is.closure);
        note(subject + ", rests on", was.basis + " (" + std::string{nameOf(was.certainty)} + ')',
             is.basis + " (" + std::string{nameOf(is.certainty)} + ')');
        note(subject + ", words that suggest it", listed(was.keywords), listed(is.keywords));
        note(subject + ", guidance for", was.situation ? spaced(nameOf(*was.situation)) : "the condition",
             is.situation ? spaced(nameOf(*is.situation)) : "the condition");
        note(subject + ", what to tell the person", was.tellPerson, is.tellPerson);
    }

    void citations()
    {
        group("Citations");
        const auto subject = [](const policy::Citation& citation) { return "Citation " + citation.key; };
        entries(
            m_before.citations, m_after.citations, &policy::Citation::key, subject,
            [](const policy::Citation& citation) { return citation.text; },
            [&](const policy::Citation& was, const policy::Citation& is) {
                note(subject(is), was.text, is.text);
                note(subject(is) + ", how sure", std::string{nameOf(was.certainty)}, std::string{nameOf(is.certainty)});
                note(subject(is) + ", needs a sign-off", yesOrNo(was.needsSignOff), yesOrNo(is.needsSignOff));
                note(subject(is) + ", for ages", ages(was), ages(is));
                note(subject(is) + ", only with severe mental illness", yesOrNo(was.severeMentalIllnessOnly),
                     yesOrNo(is.severeMentalIllnessOnly));
                note(subject(is) + ", binds", spaced(nameOf(was.side)), spaced(nameOf(is.side)));
            });
        entries(
            m_before.situations, m_after.situations, &policy::SituationGuide::situation,
            [](const policy::SituationGuide& guide) { return "Cited for " + spaced(nameOf(guide.situation)); },
            [](const policy::SituationGuide& guide) { return listed(guide.cite); },
            [&](const policy::SituationGuide& was, const policy::SituationGuide& is) {
                note("Cited for " + spaced(nameOf(is.situation)), listed(was.cite), listed(is.cite));
            });
    }

    void assessment()
    {
        group("Assessment and routing");
        note("Always severe mental illness", listed(m_before.severeConditions), listed(m_after.severeConditions));
        note("Severe mental illness when severe", listed(m_before.severeConditionsIfSevere),
             listed(m_after.severeConditionsIfSevere));
        entries(
            m_before.standards, m_after.standards, &policy::Standard::id,
            [](const policy::Standard& standard) { return "Standard " + standard.id; },
            [](const policy::Standard& standard) { return standard.label; },
            [&](const policy::Standard& was, const policy::Standard& is) { standard(was, is); });
        leads();
        cautions("Caution ", m_before.cautions, m_after.cautions);
        cautions("Support ", m_before.interimSupport, m_after.interimSupport);
        for (const policy::Weight& is : m_after.weights)
            number("Points for " + spaced(is.criterion), m_before.weight(is.criterion), is.points, "point");
    }

    void standard(const policy::Standard& was, const policy::Standard& is)
    {
        const std::string subject = "Standard " + is.id;
        note(subject, span(was), span(is));
        note(subject + ", label", was.label, is.label);
        note(subject + ", for", listedNames(was.kinds), listedNames(is.kinds));
        note(subject + ", when it is", was.urgencies.empty() ? "any urgency" : listedNames(was.urgencies),
             is.urgencies.empty() ? "any urgency" : listedNames(is.urgencies));
        note(subject + ", status", was.status + " (" + std::string{nameOf(was.certainty)} + ')',
             is.status + " (" + std::string{nameOf(is.certainty)} + ')');
    }

    void leads()
    {
        const std::size_t most = std::max(m_before.leadRules.size(), m_after.leadRules.size());
        const auto shown = [](const std::vector<policy::LeadRule>& list, std::size_t at) {
            if (at >= list.size())
                return std::string{};
            const policy::LeadRule& rule = list[at];
            return conditions(rule) + ": " + rule.label + " (" + listedNames(rule.lead) + ", " + rule.quadrant + ')';
        };
        for (std::size_t i = 0; i < most; ++i) {
            note("Who leads, rule " + std::to_string(i + 1), shown(m_before.leadRules, i), shown(m_after.leadRules, i));
            if (i < m_before.leadRules.size() && i < m_after.leadRules.size())
                note("Who leads, rule " + std::to_string(i + 1) + ", explained", m_before.leadRules[i].sentence,
                     m_after.leadRules[i].sentence);
        }
    }

    void cautions(const std::string& kind, const std::vector<policy::Caution>& before,
                  const std::vector<policy::Caution>& after)
    {
        entries(
            before, after, &policy::Caution::id, [&](const policy::Caution& caution) { return kind + caution.id; },
            [](const policy::Caution& caution) { return caution.text; },
            [&](const policy::Caution& was, const policy::Caution& is) {
                note(kind + is.id, was.text, is.text);
                note(kind + is.id + ", shown with", conditions(was), conditions(is));
            });
    }

    void words()
    {
        group("Words");
        entries(
            m_before.rules, m_after.rules, &policy::Rule::id,
            [](const policy::Rule& rule) { return "Rule " + rule.id.str(); },
            [](const policy::Rule& rule) { return rule.sentence; },
            [&](const policy::Rule& was, const policy::Rule& is) {
                note("Rule " + is.id.str(), was.sentence, is.sentence);
            });
        entries(
            m_before.sentences, m_after.sentences, &policy::Sentence::id,
            [](const policy::Sentence& sentence) { return "Sentence " + sentence.id; },
            [](const policy::Sentence& sentence) { return sentence.text; },
            [&](const policy::Sentence& was, const policy::Sentence& is) {
                note("Sentence " + is.id, was.text, is.text);
            });
    }

    const Policy& m_before;
    const Policy& m_after;
    std::string_view m_group;
    std::vector<PolicyChange> m_changes;
};

/// "2 working days" and "1 working day" count the same: the second number says enough.
bool sameUnit(std::string_view before, std::string_view after)
{
    const auto unit = [](std::string_view text) {
        const auto space = text.find(' ');
        const auto number = text.substr(0, space);
        if (space == std::string_view::npos || number.empty() ||
            !std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }))
            return std::string_view{};
        std::string_view name = text.substr(space + 1);
        if (name.ends_with('s'))
            name.remove_suffix(1);
        return name;
    };
    const std::string_view first = unit(before);
    return !first.empty() && first == unit(after);
}

}  // namespace

std::vector<PolicyChange> policyDifference(const Policy& before, const Policy& after)
{
    return Comparison{before, after}.run();
}

std::string sentence(const PolicyChange& change)
{
    if (change.before.empty())
        return change.subject + ": new, " + change.after;
    if (change.after.empty())
        return change.subject + ": no longer, was " + change.before;
    const std::string after =
        sameUnit(change.before, change.after) ? change.after.substr(0, change.after.find(' ')) : change.after;
    // A whole sentence stands in quotation marks, or nobody sees where it ends.
    const auto quoted = [](const std::string& text) { return text.ends_with('.') ? '"' + text + '"' : text; };
    return change.subject + ": " + quoted(change.before) + " becomes " + quoted(after);
}

}  // namespace holdfast::report
