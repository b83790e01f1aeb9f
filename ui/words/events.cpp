#include "words/events.h"

#include "words/actions.h"
#include "words/assessment_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/reasons.h"

#include <QCoreApplication>

#include <array>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString joined(const QStringList& parts)
{
    QStringList filled;
    for (const auto& part : parts)
        if (!part.isEmpty())
            filled << (part.endsWith(QLatin1Char('.')) ? part : part + QLatin1Char('.'));
    return filled.join(QLatin1Char(' '));
}

QString responseTitle(ResponseKind kind, const QString& service)
{
    switch (kind) {
    case ResponseKind::acknowledged: return Words::tr("%1 has the referral").arg(service);
    case ResponseKind::informationRequested: return Words::tr("%1 asked for more detail").arg(service);
    case ResponseKind::accepted: return Words::tr("%1 accepted").arg(service);
    case ResponseKind::waitingList: return Words::tr("%1 accepted, with a wait").arg(service);
    case ResponseKind::appointmentOffered: return Words::tr("%1 offered an appointment").arg(service);
    case ResponseKind::started: return Words::tr("%1 started support").arg(service);
    case ResponseKind::declined: return Words::tr("%1 said no").arg(service);
    case ResponseKind::returnedWithAdvice: return Words::tr("%1 sent it back with advice").arg(service);
    case ResponseKind::signposted: return Words::tr("%1 pointed elsewhere").arg(service);
    case ResponseKind::didNotAttend: return Words::tr("Missed visit at %1").arg(service);
    case ResponseKind::discharged: return Words::tr("%1 ended its part").arg(service);
    case ResponseKind::completed: return Words::tr("%1 finished its part").arg(service);
    }
    return {};
}

QString responseIcon(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::accepted:
    case ResponseKind::waitingList:
    case ResponseKind::started:
    case ResponseKind::completed: return QStringLiteral("ok");
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted: return QStringLiteral("bounce");
    case ResponseKind::didNotAttend: return QStringLiteral("missed");
    case ResponseKind::discharged: return QStringLiteral("out");
    case ResponseKind::acknowledged:
    case ResponseKind::informationRequested:
    case ResponseKind::appointmentOffered: return QStringLiteral("letter");
    }
    return {};
}

QString letterTitle(const std::string& kind)
{
    if (kind == "joint_referral")
        return Words::tr("Joint referral letter");
    if (kind == "challenge")
        return Words::tr("Challenge letter");
    if (kind == "chase")
        return Words::tr("Chase letter");
    if (kind == "handover")
        return Words::tr("Hand-over letter");
    if (kind == "person" || kind == "carer")
        return Words::tr("Letter");
    if (kind == "rights_card")
        return Words::tr("Rights and advocacy card");
    if (kind == "partner_sheet")
        return Words::tr("Sheet for partner agencies");
    return Words::tr("Letter (%1)").arg(plainWords(kind));
}

/// One function for each kind of event: std::visit sees to it that none is forgotten.
struct Describe {
    const app::NameBook& names;
    Date year;

    QString service(const ServiceId& id) const { return serviceName(id, names); }
    QString worker(const WorkerId& id) const { return workerName(id, names); }
    QString day(Date date) const { return dayWords(date, year); }

    QString letterTo(const std::string& to) const
    {
        if (to == "person")
            return Words::tr("the person");
        if (to == "carer")
            return Words::tr("the carer");
        if (to == "referrer")
            return Words::tr("the referrer");
        if (to == "partner")
            return Words::tr("a partner agency");
        return ServiceId::fits(to) ? service(ServiceId{to}) : plainWords(to);
    }

    EventWords operator()(const event::Attempt& e) const
    {
        return {QStringLiteral("pin"), Words::tr("Asked for help: %1").arg(plainWords(e.source)),
                e.reason ? reasonWords(e.reason->text()) : QString{}, e.need};
    }
    EventWords operator()(const event::AssessmentSigned& e) const
    {
        QStringList found;
        for (const Need need : allNeeds)
            found << Words::tr("%1: %2").arg(words(need), words(e.found[need].status).toLower());
        return {QStringLiteral("check"), Words::tr("Joint assessment signed"),
                joined({found.join(QStringLiteral(", ")), service(e.service)}), std::nullopt};
    }
    EventWords operator()(const event::ReferralSent& e) const
    {
        QStringList legs;
        for (const auto& leg : e.legs)
            legs << Words::tr("%1 to %2").arg(words(leg.need), service(leg.service));
        return {QStringLiteral("referrals"),
                e.legs.size() > 1 ? Words::tr("Joint referral sent") : Words::tr("Referral sent"),
                joined({legs.join(QStringLiteral(", "))}),
                e.legs.size() == 1 ? std::optional{e.legs.front().need} : std::nullopt};
    }
    EventWords operator()(const event::Response& e) const
    {
        QString weeks;
        if (e.abstinenceWeeks)
            weeks = Words::tr("%1 weeks without use asked for").arg(*e.abstinenceWeeks);
        return {responseIcon(e.kind), responseTitle(e.kind, service(e.service)),
                joined({e.reason ? reasonWords(e.reason->text()) : QString{}, weeks,
                        e.pointsTo ? Words::tr("Pointed to %1").arg(service(*e.pointsTo)) : QString{},
                        e.worker ? Words::tr("Worker: %1").arg(worker(*e.worker)) : QString{}}),
                e.need};
    }
    EventWords operator()(const event::ChallengeSent& e) const
    {
        return {QStringLiteral("letter"), Words::tr("Challenge sent to %1").arg(service(e.service)), {}, e.need};
    }
    EventWords operator()(const event::ChallengeAnswered& e) const
    {
        return {e.outcome == ChallengeOutcome::overturned ? QStringLiteral("ok") : QStringLiteral("bounce"),
                Words::tr("%1 answered the challenge").arg(service(e.service)),
                joined({words(e.outcome), e.reason ? reasonWords(e.reason->text()) : QString{},
                        e.accepted ? Words::tr("Accepted") : QString{},
                        e.worker ? Words::tr("Worker: %1").arg(worker(*e.worker)) : QString{}}),
                e.need};
    }
    EventWords operator()(const event::ChallengeWithdrawn& e) const
    {
        return {QStringLiteral("undo"), Words::tr("Challenge to %1 withdrawn").arg(service(e.service)), text(e.reason),
                e.need};
    }
    EventWords operator()(const event::HandoverAccepted& e) const
    {
        return {QStringLiteral("arrow-r"), Words::tr("%1 accepted the hand-over").arg(service(e.service)),
                joined({Words::tr("Worker: %1").arg(worker(e.worker))}), e.need};
    }
    EventWords operator()(const event::WorkerChanged& e) const
    {
        return e.worker ? EventWords{QStringLiteral("user"),
                                     Words::tr("%1 is now the worker").arg(worker(*e.worker)),
                                     service(e.service),
                                     {}}
                        : EventWords{QStringLiteral("user"),
                                     Words::tr("The worker left, nobody named yet"),
                                     service(e.service),
                                     {}};
    }
    EventWords operator()(const event::PersonDeclined& e) const
    {
        const QString capacity = !e.capacity   ? Words::tr("Whether the choice was theirs to make: not recorded")
                                 : *e.capacity ? Words::tr("It was their choice to make")
                                               : Words::tr("They could not make this choice then");
        return {QStringLiteral("speak"), Words::tr("The person said no for now"),
                joined({Words::tr("Ask again on %1").arg(day(e.reOfferOn)), capacity}), e.need};
    }
    EventWords operator()(const event::AftercarePlanned& e) const
    {
        return {QStringLiteral("calendar"),
                e.declined ? Words::tr("The person chose no plan for after") : Words::tr("Plan for after agreed"),
                e.until ? joined({Words::tr("In force until %1").arg(day(*e.until))}) : QString{}, e.need};
    }
    EventWords operator()(const event::JointClosure& e) const
    {
        QStringList agreed;
        for (const auto& who : e.agreedBy)
            agreed << (who == "mdt" ? Words::tr("the MDT") : workerName(WorkerId{who}, names));
        return {QStringLiteral("clasp"), Words::tr("Hold ended together"),
                joined({text(e.reason), Words::tr("Agreed by %1").arg(agreed.join(QStringLiteral(", "))),
                        quoted(text(e.personsView))}),
                e.needs.size() == 1 ? std::optional{e.needs.front()} : std::nullopt};
    }
    EventWords operator()(const event::Mdt& e) const
    {
        QStringList actions;
        for (const auto& action : e.actions)
            actions << Words::tr("%1 (by %2)").arg(actionWords(action.what, {}), day(londonDate(action.due)));
        return {
            QStringLiteral("mdt"),
            Words::tr("Joint meeting (MDT)"),
            joined({text(e.decision), Words::tr("Lead: %1").arg(worker(e.lead)), actions.join(QStringLiteral("; "))}),
            {}};
    }
    EventWords operator()(const event::Contact& e) const
    {
        return {QStringLiteral("phone"), words(e.outcome), joined({words(e.direction), service(e.service)}), {}};
    }
    EventWords operator()(const event::Reopened& e) const
    {
        return {QStringLiteral("unlock"), Words::tr("Opened again"),
                joined({text(e.reason), Words::tr("%1, %2").arg(worker(e.worker), service(e.service))}), e.need};
    }
    EventWords operator()(const event::SecondLook& e) const
    {
        return {QStringLiteral("eye"),
                Words::tr("Second look"),
                joined({words(e.cls), text(e.reason), worker(e.worker)}),
                {}};
    }
    EventWords operator()(const event::EnteredInError& e) const
    {
        return {QStringLiteral("undo"), Words::tr("An entry was marked as entered in error"), text(e.reason), {}};
    }
    EventWords operator()(const event::PersonDied& e) const
    {
        return {QStringLiteral("info"), Words::tr("The person died"), day(e.on), {}};
    }
    EventWords operator()(const event::LetterSent& e) const
    {
        return {QStringLiteral("letter"), Words::tr("%1 sent to %2").arg(letterTitle(e.kind), letterTo(e.to)),
                joined({words(e.method)}), needOf(e.need)};
    }
    EventWords operator()(const event::ProtocolApplied& e) const
    {
        return {e.applied ? QStringLiteral("ok") : QStringLiteral("bounce"),
                e.applied ? Words::tr("%1 applied the joint protocol").arg(service(e.service))
                          : Words::tr("%1 did not apply the joint protocol").arg(service(e.service)),
                joined({text(e.reason), text(e.protocol)}), e.need};
    }
    EventWords operator()(const event::SecondOpinionRequested& e) const
    {
        return {
            QStringLiteral("eye"), Words::tr("A second opinion was asked of %1").arg(service(e.service)), {}, e.need};
    }
    EventWords operator()(const event::OutcomeFedBack& e) const
    {
        return {QStringLiteral("speak"),
                Words::tr("The outcome was fed back: %1").arg(plainWords(e.to)),
                joined({text(e.how)}),
                {}};
    }
    EventWords operator()(const event::SupportCheckIn& e) const
    {
        return {QStringLiteral("checkin"), Words::tr("Check-in while waiting: %1").arg(words(e.outcome)),
                joined({e.change ? words(*e.change) : QString{}, worker(e.worker)}), needOf(e.need)};
    }
    EventWords operator()(const event::StepHandedOn& e) const
    {
        const QString what = Words::tr("The step of the challenge to %1 was handed on to %2");
        return {QStringLiteral("arrow-r"), what.arg(service(e.service), worker(e.worker)), joined({text(e.reason)}),
                e.need};
    }
    EventWords operator()(const event::GoodExperience& e) const
    {
        const QString of = service(e.service);
        const QString who = e.worker ? Words::tr("%1 of %2").arg(worker(*e.worker), of) : of;
        return {QStringLiteral("ok"), Words::tr("Went well: %1").arg(who),
                joined({e.heldBoth ? Words::tr("held both needs together") : QString{}, text(e.what)}), needOf(e.need)};
    }
    EventWords operator()(const event::CostBorne& e) const
    {
        return {QStringLiteral("info"), Words::tr("It cost the person %1").arg(poundsWords(e.pence / 100.0)),
                joined({words(e.kind), service(e.service)}), needOf(e.need)};
    }
    EventWords operator()(const event::Now&) const { return {}; }
};

QString valueWords(const app::Change& change, const std::string& value, const app::NameBook& names)
{
    if (value.empty())
        return {};
    if (change.what == "holder" || change.what == "leg_service")
        return serviceName(ServiceId{value}, names);
    if (change.what == "holder_worker")
        return workerName(WorkerId{value}, names);
    if (change.what == "leg")
        if (const auto state = named<LegState>(value))
            return words(*state);
    if (change.what == "need")
        if (const auto status = named<NeedStatus>(value))
            return words(*status);
    if (change.what == "clasp")
        if (const auto state = named<ClaspState>(value))
            return words(*state);
    if (change.what == "bounce")
        return reasonWords(value);
    if (change.what == "next_action")
        return actionWords(value, {});
    if (change.what == "flag")
        return flagWords(value);
    return plainWords(value);
}

QString changeSubject(const std::string& what)
{
    if (what == "holder")
        return Words::tr("Held by");
    if (what == "holder_worker")
        return Words::tr("Named worker");
    if (what == "leg")
        return Words::tr("Referral");
    if (what == "leg_service")
        return Words::tr("Referred to");
    if (what == "bounce")
        return Words::tr("Bounce");
    if (what == "flag")
        return Words::tr("Mark");
    if (what == "next_action")
        return Words::tr("Next");
    if (what == "clasp")
        return Words::tr("Hold");
    if (what == "need")
        return Words::tr("Need");
    return plainWords(what);
}

}  // namespace

EventWords describe(const Event& event, const app::NameBook& names)
{
    return std::visit(Describe{names, londonDate(event.recordedAt)}, event.body);
}

QString changeWords(const app::Change& change, const app::NameBook& names)
{
    const QString before = valueWords(change, change.before, names);
    const QString after = valueWords(change, change.after, names);
    const QString subject = change.need
                                ? Words::tr("%1, %2").arg(words(*change.need), changeSubject(change.what).toLower())
                                : changeSubject(change.what);
    if (after.isEmpty() && before.isEmpty())
        return {};
    if (before.isEmpty())
        return Words::tr("%1: %2").arg(subject, after);
    if (after.isEmpty())
        return Words::tr("%1: no longer %2").arg(subject, before);
    return Words::tr("%1: %2, was %3").arg(subject, after, before);
}

QString refusalWords(const Error& error)
{
    if (error.code != ErrorCode::refused && error.code != ErrorCode::invalid)
        return words(error);
    struct Refusal {
        std::string_view rule;  ///< how the detail begins
        std::string_view where;
        const char* sentence;
    };
    // clang-format off
    static constexpr std::array refusals{
        Refusal{"aftercare.missing", "", QT_TRANSLATE_NOOP("Words", "Record the plan for after first, or the person's choice to have none, for each open need.")},
        Refusal{"clasp.joint_closure", "/agreed_by", QT_TRANSLATE_NOOP("Words", "Both leads or the joint meeting must agree first.")},
        Refusal{"clasp.joint_closure", "", QT_TRANSLATE_NOOP("Words", "No need is open, so there is nothing to end.")},
        Refusal{"clasp.one_need", "", QT_TRANSLATE_NOOP("Words", "Both needs go together. Choose a service for the other need as well.")},
        Refusal{"leg.pointed", "", QT_TRANSLATE_NOOP("Words", "This need is not open. Open it again first.")},
        Refusal{"challenge.answered", "", QT_TRANSLATE_NOOP("Words", "This referral has ended. There is no challenge to answer.")},
        Refusal{"challenge.handed_on", "", QT_TRANSLATE_NOOP("Words", "There is no open challenge to this service.")},
        Refusal{"challenge.sent", "", QT_TRANSLATE_NOOP("Words", "This service has not refused this need. Choose the one that did.")},
        Refusal{"challenge.withdrawn", "", QT_TRANSLATE_NOOP("Words", "There is no open challenge to this service.")},
        Refusal{"handover.accepted", "", QT_TRANSLATE_NOOP("Words", "This need is not open. Open it again first.")},
        Refusal{"person.died", "", QT_TRANSLATE_NOOP("Words", "This person has died, so this cannot be recorded for a later time. If that is wrong, mark the entry of the death as entered in error first.")},
        Refusal{"reopened.same_clock", "", QT_TRANSLATE_NOOP("Words", "This need is open already.")},
    };
    // clang-format on
    for (const auto& each : refusals)
        if (error.detail.starts_with(each.rule) && (each.where.empty() || error.where == each.where))
            return QCoreApplication::translate("Words", each.sentence);
    return words(error);
}

QStringList currentSafety(const SafetyFacts& facts)
{
    QStringList current;
    for (const auto& each : safetyWords())
        if (factOf(facts, each.fact).value_or(false))
            current << each.label;
    return current;
}

}  // namespace holdfast::ui
