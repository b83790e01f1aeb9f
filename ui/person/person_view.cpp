#include "person/person_view.h"

#include "domain/calendar.h"
#include "people/leg_look.h"
#include "people/people_model.h"
#include "person/call_view.h"
#include "person/wait_view.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/reasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

Date today(const CaseLens& lens)
{
    return londonDate(lens.now);
}

bool isSilent(const engine::NeedSnapshot& need, Instant now)
{
    return need.leg && need.leg->silentFrom && *need.leg->silentFrom <= now;
}

bool isAccepted(const engine::NeedSnapshot& need)
{
    return need.leg && (need.leg->state == LegState::accepted || need.leg->state == LegState::waiting ||
                        need.leg->state == LegState::started);
}

QString holderWords(const CaseLens& lens, const engine::Holder& holder)
{
    QString person = workerName(holder.worker, lens.file.names);
    if (holder.worker == lens.me)
        person = Words::tr("%1 (you)").arg(person);
    return holder.acting ? Words::tr("%1 left: nobody is named yet").arg(person) : person;
}

/// The two latest scores of a need's instruments, each with the one before.
void addScores(const CaseLens& lens, Need need, QList<LaneCardData::Measure>& measures)
{
    for (const auto& score : lens.file.now.scores) {
        const Instrument* instrument = lens.instruments.find(score.instrument);
        if (!instrument || instrument->need != need || !score.total || measures.size() >= 2)
            continue;
        LaneCardData::Measure measure{text(score.instrument.text()), QString::number(*score.total),
                                      text(score.reading.band)};
        const auto& earlier = lens.file.earlierScores;
        const auto before = std::find_if(earlier.begin(), earlier.end(),
                                         [&](const auto& each) { return each.instrument == score.instrument; });
        if (before != earlier.end() && before->total)
            measure.detail =
                Words::tr("was %1 in %2").arg(*before->total).arg(monthWords(londonDate(before->at), today(lens)));
        measures.append(measure);
    }
}

void fillNext(const CaseLens& lens, Need need, LaneCardData& data)
{
    const engine::NextAction* next = nextFor(lens.file.now, need);
    const auto& leg = lens.file.now.needs[need].leg;
    if (!next)
        return;
    const bool late = next->due < lens.now;
    data.next = late ? relativeWords(next->due, lens.now, lens.days) : momentWords(next->due, lens.now);
    data.nextIcon = late ? QStringLiteral("clock") : QStringLiteral("calendar");
    data.nextRole = late ? Role::late : Role::joint;
    // The lane names its own service already; another one is said.
    const auto& holder = lens.file.now.needs[need].holder;
    const bool names = leg && next->need != NeedScope::both && !(holder && holder->service == leg->service);
    data.nextDetail = actionWords(next->what, names ? serviceName(leg->service, lens.file.names) : QString{});
}

LaneCardData closedLane(const CaseLens& lens, Need need)
{
    const auto& now = lens.file.now.needs[need];
    LaneCardData data;
    data.lane = laneOf(need);
    data.state = now.status == NeedStatus::met ? TagState::done : TagState::asked;
    data.stateText = now.status == NeedStatus::notAsked ? Words::tr("Not asked") : QString{};
    data.holder = words(now.status);
    if (lens.file.lastAssessedAt)
        data.person = Words::tr("Asked on %1").arg(shortDayWords(londonDate(*lens.file.lastAssessedAt), today(lens)));
    fillNext(lens, need, data);
    if (data.next.isEmpty() && !lens.file.now.died) {
        data.next =
            now.status == NeedStatus::notAsked ? Words::tr("Ask about this need") : Words::tr("Lane stays visible");
        data.nextDetail = Words::tr("It can be opened again at any time");
    }
    addScores(lens, need, data.measures);
    return data;
}

QString accountable(const CaseLens& lens, bool brief)
{
    QStringList names;
    for (const Need need : allNeeds)
        if (const auto& holder = lens.file.now.needs[need].holder)
            if (const QString name = workerName(holder->worker, lens.file.names); !names.contains(name))
                names << name;
    if (brief && names.size() > 1)
        for (QString& name : names)
            name = name.section(QLatin1Char(' '), 0, 0);
    return names.join(Words::tr(" and "));
}

/// One line for the strip; the whole is in the person's details.
QString shortened(const std::string& words)
{
    constexpr qsizetype most = 60;
    const QString line = text(words).simplified();
    return line.size() <= most ? line : line.left(most - 1) + QChar{0x2026};
}

/// What a refusal said, kept with the event it was recorded in.
QString wordsOf(const app::CaseFile& file, const EventId& id)
{
    const auto entry =
        std::find_if(file.history.begin(), file.history.end(), [&](const auto& each) { return each.event.id == id; });
    return entry == file.history.end() ? QString{} : text(entry->event.words);
}

/// A directory id as its name, the source of an attempt as people say it.
QString whoRefused(const app::CaseFile& file, const std::string& service)
{
    if (ServiceId::fits(service))
        return serviceName(ServiceId{service}, file.names);
    return plainWords(service);
}

}  // namespace

QString firstName(const Person& person)
{
    return text(person.preferredName.empty() ? person.givenName : person.preferredName);
}

const engine::NextAction* nextFor(const engine::Snapshot& now, Need need)
{
    const auto found = std::find_if(now.nextActions.begin(), now.nextActions.end(),
                                    [&](const auto& action) { return covers(action.need, need); });
    return found == now.nextActions.end() ? nullptr : &*found;
}

std::optional<Instant> joinedSince(const app::CaseFile& file)
{
    if (file.now.clasp != ClaspState::joined)
        return std::nullopt;
    PerNeed<std::optional<Instant>> since;
    const auto accept = [&](Need need, Instant at) {
        if (!since[need])
            since[need] = at;
    };
    for (const auto& entry : file.history) {
        if (entry.voided)
            continue;
        const Instant at = entry.event.at;
        if (const auto* sent = std::get_if<event::ReferralSent>(&entry.event.body))
            for (const auto& leg : sent->legs)
                since[leg.need].reset();
        if (const auto* response = std::get_if<event::Response>(&entry.event.body)) {
            const bool yes = response->kind == ResponseKind::accepted || response->kind == ResponseKind::waitingList ||
                             response->kind == ResponseKind::started;
            if (yes && !response->reason)
                accept(response->need, at);
            else if (response->kind == ResponseKind::declined)
                since[response->need].reset();
        }
        if (const auto* handover = std::get_if<event::HandoverAccepted>(&entry.event.body))
            accept(handover->need, at);
        if (const auto* answer = std::get_if<event::ChallengeAnswered>(&entry.event.body); answer && answer->accepted)
            accept(answer->need, at);
    }
    std::optional<Instant> joined;
    for (const Need need : allNeeds) {
        const auto& now = file.now.needs[need];
        if (!isOpen(now.status))
            continue;
        const auto from = since[need] ? since[need] : now.leg ? std::optional{now.leg->since} : std::nullopt;
        if (from && (!joined || *from > *joined))
            joined = from;
    }
    return joined;
}

PersonHeaderView headerOf(const CaseLens& lens)
{
    const Person& person = lens.file.person;
    PersonHeaderView view;
    view.name = QStringList{text(person.givenName), text(person.familyName)}.join(QLatin1Char(' ')).simplified();
    if (view.name.isEmpty())
        view.name = text(displayName(person));
    if (!person.preferredName.empty() && person.preferredName != person.givenName)
        view.likesToBeCalled = text(person.preferredName);
    view.pronouns = text(person.pronouns);
    if (lens.file.now.died)
        view.hold = neutralLook(Words::tr("Has died"));
    else if (lens.file.now.clasp == ClaspState::released)
        view.hold = stateLook(TagState::done, words(ClaspState::released));
    else
        view.hold = stateLook(TagState::held, words(lens.file.now.clasp));
    if (person.born) {
        if (!lens.file.now.died)
            view.age = QString::number(yearsBetween(*person.born, today(lens)));
        view.born = Words::tr("born %1").arg(birthDateWords(*person.born));
    }
    view.hasNumber = !person.nhsNumber.empty();
    view.nhsNumber = view.hasNumber ? groupedNhsNumber(person.nhsNumber) : words(person.nhsNumberMissing).toLower();
    view.contactWish = text(person.contact.preference);
    if (!view.contactWish.isEmpty())
        view.contactWish[0] = view.contactWish[0].toUpper();
    return view;
}

std::vector<AlertView> alertsOf(const CaseLens& lens)
{
    const Person& person = lens.file.person;
    std::vector<AlertView> alerts;
    for (const QString& line : text(person.safetyAlerts).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto colon = line.indexOf(QLatin1Char(':'));
        alerts.push_back({QStringLiteral("alert"), (colon < 0 ? line : line.left(colon)).trimmed(),
                          colon < 0 ? QString{} : line.mid(colon + 1).trimmed(), true});
    }
    for (const QString& fact : currentSafety(lens.file.now.safety))
        alerts.push_back({QStringLiteral("bolt"), fact, {}, true});
    if (person.contact.discreetOnly)
        alerts.push_back({QStringLiteral("eyeoff"), Words::tr("Discreet contact only"),
                          Words::tr("never say which service is ringing"), true});
    if (!person.interpreter.empty())
        alerts.push_back(
            {QStringLiteral("globe"), Words::tr("Interpreter: %1").arg(text(person.interpreter)), {}, false});
    if (!person.adjustments.empty())
        alerts.push_back({QStringLiteral("info"), Words::tr("What helps"), shortened(person.adjustments), false});
    if (!person.companion.empty())
        alerts.push_back({QStringLiteral("carer"), Words::tr("Comes along"), shortened(person.companion), false});
    return alerts;
}

LaneCardData laneOf(const CaseLens& lens, Need need)
{
    const auto& now = lens.file.now.needs[need];
    if (!isOpen(now.status))
        return closedLane(lens, need);
    LaneCardData data;
    data.lane = laneOf(need);
    const std::optional<LegState> leg = now.leg ? std::optional{now.leg->state} : std::nullopt;
    const bool silent = isSilent(now, lens.now);
    data.state = legTagState(now.status, leg, silent);
    data.stateText = legTagText(now.status, leg, silent);
    if (now.leg && !silent)
        data.stateDay = shortDayWords(londonDate(now.leg->since), today(lens));
    data.caption = Words::tr("Held by");
    if (now.holder) {
        data.holder = serviceName(now.holder->service, lens.file.names);
        data.person = holderWords(lens, *now.holder);
    }
    // The service asked stays named until another one accepts.
    if (now.leg && now.holder && now.leg->service != now.holder->service)
        data.caption = Words::tr("Asked: %1. Held by").arg(serviceName(now.leg->service, lens.file.names));
    fillNext(lens, need, data);
    if (auto wait = waitMeasure(lens, now))
        data.measures.append(*std::move(wait));
    addScores(lens, need, data.measures);
    data.calls = laneCalls(lens, need);
    data.canRing = now.holder.has_value();
    return data;
}

ClaspData claspOf(const CaseLens& lens, bool brief)
{
    const auto& now = lens.file.now;
    ClaspData data;
    data.accountable = accountable(lens, brief);
    data.promise = Words::tr("Neither service can close this alone");
    if (now.clasp == ClaspState::released) {
        data.state = ClaspData::State::ended;
        data.headline = now.died ? Words::tr("Closed with care") : Words::tr("Hold ended");
        data.since = now.died ? QString{} : Words::tr("no open need");
        data.promise.clear();
        return data;
    }
    for (const Need need : allNeeds) {
        const auto& each = now.needs[need];
        const engine::NextAction* next = nextFor(now, need);
        if (!isOpen(each.status) || data.state == ClaspData::State::challenged)
            continue;
        if (each.leg && each.leg->state == LegState::challenged) {
            data.state = ClaspData::State::challenged;
            data.headline = Words::tr("Challenged");
            data.since = Words::tr("since %1").arg(shortDayWords(londonDate(each.leg->since), today(lens)));
        } else if (isSilent(each, lens.now) && data.state != ClaspData::State::late) {
            data.state = ClaspData::State::late;
            data.headline = Words::tr("Reply late");
            data.since = overdueWords(std::max(1, lens.days.between(*each.leg->silentFrom, lens.now)));
        } else if (!isAccepted(each) && data.state == ClaspData::State::held) {
            data.state = ClaspData::State::open;
            data.openLane = laneOf(need);
            data.headline = isAccepted(now.needs[other(need)]) ? Words::tr("Held, one open") : Words::tr("Held");
            data.since = next ? Words::tr("%1 next by %2")
                                    .arg(shortWords(need), shortDayWords(londonDate(next->due), today(lens)))
                              : QString{};
        }
    }
    if (data.state == ClaspData::State::held) {
        data.headline = isOpen(now.needs.mentalHealth.status) && isOpen(now.needs.substanceUse.status)
                            ? Words::tr("Held together")
                            : Words::tr("Held");
        if (const auto joined = joinedSince(lens.file)) {
            const auto days = (today(lens) - londonDate(*joined)).count();
            data.since = Words::tr("since %1, day %2").arg(shortDayWords(londonDate(*joined), today(lens))).arg(days);
        }
    }
    return data;
}

TimelineData timelineOf(const CaseLens& lens)
{
    const auto& now = lens.file.now;
    TimelineData data;
    data.today = qtDate(today(lens));
    std::optional<Instant> first;
    for (const Need need : allNeeds)
        if (const auto& asked = now.needs[need].firstAskedAt; asked && (!first || *asked < *first)) {
            first = asked;
            data.firstLane = laneOf(need);
        }
    for (const auto& bounce : now.bounces) {
        TimelineBounce mark;
        mark.id = text(bounce.event.text());
        mark.lane = laneOf(bounce.need);
        mark.refused = qtDate(londonDate(bounce.at));
        mark.service = whoRefused(lens.file, bounce.service);
        mark.words = wordsOf(lens.file, bounce.event);
        mark.reason = reasonWords(bounce.code.text());
        mark.daysLost = bounce.daysLost;
        mark.overturned = bounce.overturned;
        data.bounces.append(mark);
        if (!first || bounce.at < *first)
            first = bounce.at;
    }
    data.firstReferral = first ? qtDate(londonDate(*first)) : data.today;
    if (const auto joined = joinedSince(lens.file))
        data.heldFrom = qtDate(londonDate(*joined));
    if (!now.nextActions.empty())
        data.nextReview =
            Words::tr("Next date %1").arg(shortDayWords(londonDate(now.nextActions.front().due), today(lens)));
    return data;
}

QList<TextRun> timelineSum(const CaseLens& lens)
{
    const auto& bounces = lens.file.now.bounces;
    if (bounces.empty())
        return {{Words::tr("No service has turned %1 away.").arg(firstName(lens.file.person)), Color::ink2, 400}};
    std::set<std::string> teams;
    int days = 0;
    for (const auto& bounce : bounces) {
        teams.insert(bounce.service);
        days += bounce.daysLost;
    }
    const auto count = static_cast<int>(bounces.size());
    const auto teamCount = static_cast<int>(teams.size());
    const bool held = lens.file.now.clasp == ClaspState::joined;
    QList<TextRun> runs;
    runs << TextRun{count == 1 ? Words::tr("1 bounce") : Words::tr("%1 bounces").arg(count), Color::bounce, 600};
    runs << TextRun{teamCount == 1 ? Words::tr(" by 1 team. ") : Words::tr(" between %1 teams. ").arg(teamCount),
                    Color::ink2, 400};
    runs << TextRun{days == 1 ? Words::tr("1 day lost") : Words::tr("%1 days lost").arg(days), Color::ink, 600};
    runs << TextRun{held ? Words::tr(" before %1 was held by both.").arg(firstName(lens.file.person))
                         : Words::tr(" so far."),
                    Color::ink2, 400};
    return runs;
}

}  // namespace holdfast::ui
