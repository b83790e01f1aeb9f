#include "person/why_view.h"

#include "words/actions.h"
#include "words/answer_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/reasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>

namespace holdfast::ui {
namespace {

struct WhyText {
    Q_DECLARE_TR_FUNCTIONS(WhyText)
};

constexpr std::size_t mostOfThePast = 8;

std::string_view familyOf(std::string_view rule)
{
    return rule.substr(0, rule.find('.'));
}

const std::string* factOf(const engine::Why& why, std::string_view name)
{
    const auto found =
        std::ranges::find(why.facts, name, [](const auto& fact) { return std::string_view{fact.first}; });
    return found == why.facts.end() ? nullptr : &found->second;
}

bool concerns(const engine::Why& why, const std::optional<Need>& need)
{
    if (!need)
        return true;
    const std::string* fact = factOf(why, "need");
    return fact != nullptr && (*fact == nameOf(*need) || *fact == nameOf(NeedScope::both));
}

/// Flags carry the name of what is wrong, rules the name of what they do about it.
std::string familyOfFlag(std::string_view flag)
{
    if (flag == "worker_left")
        return "held";
    if (flag == "hearsay")
        return "handover";
    if (flag == "mismatch")
        return "match";
    if (flag == "waiting_silence")
        return "silence";
    if (flag == "no_call_back")
        return "call_back";
    if (flag == "pre_referral")
        return "attempt";
    if (flag == "worse")
        return "support";
    if (flag == "second_opinion" || flag == "call_back")
        return std::string{flag};
    return std::string{flag.substr(0, flag.find('_'))};
}

bool isAsked(const engine::Why& why, const WhyQuestion& question)
{
    const std::string_view rule = why.rule.text();
    switch (question.about) {
    case WhyQuestion::About::everything: return true;
    case WhyQuestion::About::event: return false;
    case WhyQuestion::About::need: return concerns(why, question.need);
    case WhyQuestion::About::flag: return familyOf(rule) == familyOfFlag(question.what);
    case WhyQuestion::About::action: {
        const std::string* what = factOf(why, "what");
        return why.rule == question.rule && concerns(why, question.need) && (what == nullptr || *what == question.what);
    }
    }
    return false;
}

/// What led to it: for an action the rules of the same family, for the same need.
bool ledTo(const engine::Why& why, const WhyQuestion& question)
{
    if (question.about == WhyQuestion::About::action)
        return familyOf(why.rule.text()) == familyOf(question.rule.text()) && concerns(why, question.need);
    return isAsked(why, question);
}

QString bindsWords(Side side)
{
    switch (side) {
    case Side::mentalHealth: return WhyText::tr("Mental health services");
    case Side::substanceUse: return WhyText::tr("Drug and alcohol services");
    case Side::both: return WhyText::tr("Every service");
    case Side::crisis: return WhyText::tr("Crisis and hospital teams");
    case Side::referrer: return WhyText::tr("Whoever refers");
    case Side::person: return WhyText::tr("The person");
    }
    return {};
}

QString valueWords(const std::string& name, const std::string& value, const app::NameBook& names, Instant now)
{
    if (name == "need" || name == "open") {
        if (const auto scope = named<NeedScope>(value))
            return words(*scope);
    } else if (name == "service") {
        return ServiceId::fits(value) ? serviceName(ServiceId{value}, names) : plainWords(value);
    } else if (name == "worker") {
        return WorkerId::fits(value) ? workerName(WorkerId{value}, names) : plainWords(value);
    } else if (name == "owner") {
        return withNames(value, names);
    } else if (name == "reason") {
        return QStringLiteral("%1, %2").arg(text(value), reasonWords(value));
    } else if (name == "what") {
        return actionWords(value);
    } else if (name == "state" || name == "from") {
        if (const auto state = named<LegState>(value))
            return words(*state);
    } else if (name == "status") {
        if (const auto status = named<NeedStatus>(value))
            return words(*status);
    } else if (name == "response") {
        if (const auto kind = named<ResponseKind>(value))
            return words(*kind);
    } else if (name == "certainty") {
        if (const auto certainty = named<Certainty>(value))
            return words(*certainty);
    } else if (name == "scope_binds") {
        if (const auto side = named<Side>(value))
            return bindsWords(*side);
    }
    if (const auto instant = parseInstant(value))
        return momentWords(*instant, now);
    if (const auto date = parseDate(value))
        return longDayWords(*date);
    return plainWords(value);
}

QString factWords(const std::string& name)
{
    if (name == "scope_age")
        return WhyText::tr("It is for ages");
    if (name == "scope_condition")
        return WhyText::tr("It is for conditions");
    if (name == "scope_binds")
        return WhyText::tr("It speaks to");
    if (name == "certainty")
        return WhyText::tr("How sure we are");
    return plainWords(name);
}

/// The refusal behind a step of its challenge.
bool isChallengedBy(const app::PastWhy& past, const WhyQuestion& question)
{
    const auto* said = std::get_if<event::Response>(&past.event.body);
    return said != nullptr && familyOf(question.rule.text()) == "challenge" &&
           (!question.need || *question.need == said->need) && !past.citations.empty();
}

}  // namespace

WhyQuestion whyOfNeed(Need need)
{
    WhyQuestion question;
    question.about = WhyQuestion::About::need;
    question.title = words(need);
    question.need = need;
    return question;
}

WhyQuestion whyOfAction(const engine::NextAction& action, const QString& service)
{
    WhyQuestion question;
    question.about = WhyQuestion::About::action;
    question.title = actionWords(action.what, service);
    if (action.need != NeedScope::both)
        question.need = action.need == NeedScope::mentalHealth ? Need::mentalHealth : Need::substanceUse;
    question.what = action.what;
    question.rule = action.rule;
    return question;
}

WhyPart partOf(const engine::Why& why, const app::NameBook& names, Instant now)
{
    WhyPart part;
    part.sentence = capitalised(withNames(why.sentence, names));
    for (const auto& [name, value] : why.facts)
        part.facts.append({factWords(name), valueWords(name, value, names, now)});
    part.rule = text(why.rule.text());
    part.policy = text(why.policy);
    return part;
}

WhyPart partOf(const engine::VerdictCitation& citation, const app::NameBook& names, Instant now)
{
    WhyPart part = partOf(citation.why, names, now);
    part.when = text(citation.key);
    part.facts.removeIf(
        [](const auto& fact) { return fact.first == plainWords("citation") || fact.first == plainWords("situation"); });
    part.facts.prepend({WhyText::tr("What it says"), sentence(capitalised(text(citation.text)))});
    return part;
}

std::vector<WhyPart> answersTo(const app::CaseWhy& why, const WhyQuestion& question)
{
    std::vector<WhyPart> parts;
    const Instant now = why.now.at;
    const auto add = [&](const engine::Why& each, const QString& when) {
        WhyPart part = partOf(each, why.names, now);
        part.when = when;
        parts.push_back(std::move(part));
    };
    // Of the present only what is to do: what fired at the last event is told with that event.
    const std::size_t actions = std::min(why.now.nextActions.size(), why.now.why.size());
    for (auto each = why.now.why.end() - static_cast<std::ptrdiff_t>(actions); each != why.now.why.end(); ++each)
        if (isAsked(*each, question))
            add(*each, {});
    const auto addCitations = [&](const app::PastWhy& past) {
        for (const auto& citation : past.citations)
            if (citation.printable)
                parts.push_back(partOf(citation, why.names, now));
    };
    std::set<RuleId> told;
    bool quoted = false;
    for (const app::PastWhy& past : why.past) {
        const QString when =
            QStringLiteral("%1: %2").arg(momentWords(past.event.at, now), describe(past.event, why.names).title);
        for (const engine::Why& each : past.why) {
            if (question.about == WhyQuestion::About::event) {
                if (past.event.id == question.event)
                    add(each, when);
            } else if (told.size() < mostOfThePast && ledTo(each, question) && told.insert(each.rule).second) {
                add(each, when);
            }
        }
        const bool isAsked = question.about == WhyQuestion::About::event ? past.event.id == question.event
                                                                         : isChallengedBy(past, question);
        if (isAsked && !std::exchange(quoted, true))
            addCitations(past);
    }
    return parts;
}

}  // namespace holdfast::ui
