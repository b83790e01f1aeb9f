#include "engine/render.h"

#include "domain/policy.h"
#include "engine/actions.h"
#include "engine/explain.h"
#include "engine/keywords.h"
#include "engine/situation.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

int wholeDays(Instant from, Instant to)
{
    return to <= from ? 0 : static_cast<int>(std::chrono::floor<std::chrono::days>(to - from).count());
}

NeedSnapshot renderNeed(const NeedRecord& need, Need which, std::span<const Event> events, Instant now)
{
    NeedSnapshot out;
    out.status = need.status;
    out.severity = need.severity;
    if (need.assessment != noEvent)
        out.detail = std::get<event::AssessmentSigned>(events[need.assessment].body).found[which].detail;
    out.firstAskedAt = need.firstAskedAt;
    if (need.firstAskedAt)
        out.daysSinceAsked = wholeDays(*need.firstAskedAt, now);
    if (need.holder)
        out.holder = Holder{need.holder->service, need.holder->worker, need.holder->since, need.holder->acting};
    if (need.leg)
        out.leg = Leg{need.leg->state, need.leg->service, need.leg->since, need.leg->sentAt, need.leg->silentFrom};
    return out;
}

Bounce renderBounce(const BounceRecord& record, std::span<const Event> events, Instant now)
{
    Bounce out;
    if (record.event != noEvent)
        out.event = events[record.event].id;
    out.code = record.code;
    out.cls = record.cls;
    out.service = record.attempt ? std::get<event::Attempt>(events[record.event].body).source : record.service.str();
    out.need = record.need;
    out.pointsTo = record.pointsTo;
    out.at = record.at;
    out.askedAt = record.askedAt;
    out.daysLost = wholeDays(record.askedAt, record.endedAt.value_or(now));
    out.overturned = record.overturned;
    out.refusal = record.refusal;
    if (record.recordedClass != record.cls)
        out.recordedClass = record.recordedClass;
    return out;
}

/// What the words of a refusal read like, where somebody still has to look.
void proposeCodes(const Context& context, const State& state, std::span<const Event> events, Snapshot& out)
{
    for (const TodoRecord& todo : state.todos) {
        if (todo.kind != TodoKind::maskedLook)
            continue;
        const Event& event = events[todo.event];
        for (Bounce& bounce : out.bounces)
            if (const policy::Reason* recorded = context.reason(bounce.code, event.at);
                recorded && bounce.event == event.id)
                bounce.proposed = maskedCode(context.policyAt(event.at), bounce.need, event.words, *recorded);
    }
}

LetterDraft renderLetter(const Context& context, const LetterRecord& record, std::span<const Event> events)
{
    LetterDraft out;
    out.kind = "challenge";
    out.to = record.service.str();
    const Policy& then = context.policyAt(events[record.event].at);
    for (const policy::Citation* citation :
         citationsForLetter(then, record.situation, record.need, record.age, record.severeMentalIllness))
        out.citations.push_back(citation->key + ": " + citation->text);
    out.event = events[record.event].id;
    out.sentAt = record.sentAt;
    return out;
}

void renderOutlook(const Context& context, const Outlook& outlook, Explain explain, Snapshot& out)
{
    for (std::size_t i = 0; i < outlook.flags.size(); ++i)
        if (outlook.flags[i])
            out.flags.emplace_back(nameOf(static_cast<Flag>(i)));
    out.nextActions.reserve(outlook.actions.size());
    for (const Action& action : outlook.actions) {
        out.nextActions.push_back(NextAction{action.need, std::string{action.what}, action.owner, action.due,
                                             RuleId{nameOf(action.rule)}, action.level,
                                             action.about ? *action.about : ServiceId{}});
        out.why.push_back(whyOf(context.at(action.from), action, explain));
    }
}

Score::Reading readingOf(const InstrumentReading& reading)
{
    return {reading.band, reading.positive};
}

}  // namespace

Score scoreOf(const Instrument& instrument, const InstrumentAnswers& answers, const PersonFacts& person, Instant at)
{
    const InstrumentScore scored = score(instrument, answers.items, person.sex);
    Score out;
    out.instrument = answers.instrument;
    out.total = scored.total;
    out.missing = scored.missing;
    out.reading = readingOf(scored.reading);
    if (scored.female)
        out.female = readingOf(*scored.female);
    if (scored.male)
        out.male = readingOf(*scored.male);
    out.at = at;
    return out;
}

std::vector<Score> scoresOf(const Context& context, const PersonFacts& person, std::span<const Event> events,
                            const History& history)
{
    std::vector<Score> scores;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto* body = std::get_if<event::AssessmentSigned>(&events[i].body);
        if (!body || history.isVoid(i))
            continue;
        for (const InstrumentAnswers& answers : body->instruments) {
            const Instrument* instrument = context.instruments.find(answers.instrument);
            if (!instrument)
                continue;
            Score latest = scoreOf(*instrument, answers, person, events[i].at);
            const auto known = std::ranges::find(scores, answers.instrument, &Score::instrument);
            if (known != scores.end())
                *known = std::move(latest);
            else
                scores.push_back(std::move(latest));
        }
    }
    return scores;
}

Snapshot render(const Context& context, const PersonFacts& person, const State& state, std::span<const Event> events,
                const History& history, Instant now, Explain explain)
{
    Snapshot out;
    out.at = now;
    for (const Need which : allNeeds)
        out.needs[which] = renderNeed(state.needs[which], which, events, now);
    out.clasp = claspOf(state);
    for (const BounceRecord& record : state.bounces)
        out.bounces.push_back(renderBounce(record, events, now));
    proposeCodes(context, state, events, out);
    for (const LetterRecord& record : state.letters)
        if (isOpen(state.needs[record.need]))
            out.letters.push_back(renderLetter(context, record, events));
    out.scores = scoresOf(context, person, events, history);
    const Context decided = context.at(events.empty() ? now : events.back().at);
    for (const Fired& fired : state.fired.list())
        out.why.push_back(whyOf(decided, fired, explain));
    Outlook outlook;
    lookAhead(context, person, state, events, now, outlook);
    renderOutlook(context, outlook, explain, out);
    out.safety = state.safety;
    out.checkedInAt = state.checkedInAt;
    out.died = state.died;
    for (const EventIndex index : state.withoutGround)
        out.noLongerApplies.push_back(events[index].id);
    const Policy& inForce = context.policyAt(now);
    out.policyId = inForce.id;
    out.policyVersion = inForce.version;
    return out;
}

}  // namespace holdfast::engine
