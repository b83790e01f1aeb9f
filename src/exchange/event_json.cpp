#include "exchange/event_json.h"

#include "domain/calendar.h"
#include "exchange/event_parts.h"
#include "exchange/json_input.h"

#include <algorithm>
#include <array>
#include <span>

namespace holdfast::exchange {
namespace {

using namespace event;

/// What the reader of one kind of event is given.
struct Reading {
    const JsonIn& in;
    const Known& known;
    Instant at;

    Need need() const { return in.at("need").named<Need>(); }
    ServiceId service() const { return knownService(in.at("service"), known); }
    WorkerId worker() const { return in.at("worker").id<WorkerId>(); }
    std::string reason() const { return in.at("reason").someText(); }
};

std::optional<WorkerId> optionalWorker(const Reading& r)
{
    return optionally(r.in, "worker", [](const JsonIn& in) { return in.id<WorkerId>(); });
}

std::optional<ReasonCode> optionalReason(const Reading& r)
{
    return optionally(r.in, "reason", [&](const JsonIn& in) { return knownReason(in, r.known); });
}

std::optional<ServiceId> optionalService(const Reading& r, std::string_view name)
{
    return optionally(r.in, name, [&](const JsonIn& in) { return knownService(in, r.known); });
}

EventBody attempt(const Reading& r)
{
    Attempt body{r.need(),          r.in.at("source").someText(200), optionalReason(r),
                 optionalWorker(r), optionalService(r, "service"),   {}};
    body.happenedAt = optionally(r.in, "happened_at", [](const JsonIn& in) { return in.instant(); });
    if (body.happenedAt && *body.happenedAt > r.at)
        r.in.at("happened_at").failCode("an instant no later than \"at\"");
    return body;
}

NeedFinding finding(const JsonIn& in, std::string_view detail)
{
    in.allowOnly({"status", "severity", detail});
    NeedFinding found;
    found.status = in.at("status").named<NeedStatus>();
    if (found.status == NeedStatus::met || found.status == NeedStatus::declinedByPerson)
        in.at("status").failCode("one of not_asked, none, possible, present");
    found.severity = optionally(in, "severity", [](const JsonIn& value) { return value.named<Severity>(); });
    if (const auto words = in.find(detail))
        found.detail = listOf(*words, [](const JsonIn& value) { return value.someText(200); });
    return found;
}

EventBody assessmentSigned(const Reading& r)
{
    AssessmentSigned body;
    body.worker = r.worker();
    body.service = r.service();
    if (const auto in = r.in.find("mental_health"))
        body.found.mentalHealth = finding(*in, "conditions");
    if (const auto in = r.in.find("substance_use"))
        body.found.substanceUse = finding(*in, "substances");
    if (const auto in = r.in.find("instruments"))
        body.instruments = answersOf(*in, r.known);
    if (const auto in = r.in.find("barriers"))
        body.barriers = listOf(*in, [](const JsonIn& barrier) { return barrier.someText(500); });
    return body;
}

EventBody referralSent(const Reading& r)
{
    ReferralSent body;
    const JsonIn legs = r.in.at("legs");
    body.legs = listOf(legs, [&](const JsonIn& in) {
        in.allowOnly({"need", "service"});
        return ReferralSent::Leg{in.at("need").named<Need>(), knownService(in.at("service"), r.known)};
    });
    if (body.legs.empty() || body.legs.size() > allNeeds.size())
        legs.fail("one or two legs");
    if (body.legs.size() == 2 && body.legs[0].need == body.legs[1].need)
        legs[1].at("need").failCode("the other need");
    return body;
}

EventBody response(const Reading& r)
{
    Response body{r.need(), r.service(),      r.in.at("response").named<ResponseKind>(), optionalReason(r), {},
                  {},       optionalWorker(r)};
    if (body.kind == ResponseKind::declined && !body.reason)
        r.in.at("reason").failCode("the code of a reason");
    body.abstinenceWeeks = optionally(r.in, "abstinence_weeks", [](const JsonIn& in) { return in.integer(0, 5200); });
    body.pointsTo = optionalService(r, "points_to");
    return body;
}

EventBody challengeSent(const Reading& r)
{
    return ChallengeSent{r.need(), r.service()};
}

EventBody challengeAnswered(const Reading& r)
{
    const auto accepted = optionally(r.in, "accepted", [](const JsonIn& in) { return in.boolean(); });
    return ChallengeAnswered{
        r.need(),          r.service(),      r.in.at("outcome").named<ChallengeOutcome>(), accepted.value_or(false),
        optionalWorker(r), optionalReason(r)};
}

EventBody challengeWithdrawn(const Reading& r)
{
    return ChallengeWithdrawn{r.need(), r.service(), r.reason()};
}

EventBody handoverAccepted(const Reading& r)
{
    return HandoverAccepted{r.need(), r.service(), r.worker()};
}

EventBody workerChanged(const Reading& r)
{
    r.in.at("worker");  // null is an answer, but it must be given
    return WorkerChanged{r.service(), optionalWorker(r),
                         optionally(r.in, "need", [](const JsonIn& in) { return in.named<Need>(); })};
}

EventBody personDeclined(const Reading& r)
{
    const JsonIn date = r.in.at("re_offer_on");
    PersonDeclined body{r.need(), date.date(), {}};
    if (body.reOfferOn <= londonDate(r.at))
        date.failCode("a date later than \"at\"");
    body.capacity = optionally(r.in, "capacity", [](const JsonIn& in) { return in.boolean(); });
    return body;
}

EventBody aftercarePlanned(const Reading& r)
{
    AftercarePlanned body{r.need(), optionally(r.in, "until", [](const JsonIn& in) { return in.date(); }), false};
    if (const auto choice = r.in.find("choice")) {
        if (!choice->isText() || choice->text() != "declined")
            choice->failCode("\"declined\"");
        body.declined = true;
    }
    if (body.declined == body.until.has_value())
        r.in.fail(R"(either "until" or "choice")");
    return body;
}

EventBody jointClosure(const Reading& r)
{
    JointClosure body;
    body.reason = r.reason();
    body.agreedBy = listOf(r.in.at("agreed_by"), [](const JsonIn& in) { return in.id<WorkerId>().str(); });
    body.personsView = r.in.at("persons_view").someText();
    if (const auto needs = r.in.find("needs"))
        body.needs = needsOf(*needs);
    return body;
}

Mdt::Action mdtAction(const JsonIn& in)
{
    in.allowOnly({"need", "what", "owner", "due"});
    return {in.at("need").named<NeedScope>(), in.at("what").someText(500), in.at("owner").someText(100),
            in.at("due").instant()};
}

EventBody mdt(const Reading& r)
{
    Mdt body;
    body.attended = listOf(r.in.at("attended"), [](const JsonIn& in) { return in.someText(100); });
    body.decision = r.in.at("decision").someText();
    body.lead = r.in.at("lead").id<WorkerId>();
    if (const auto actions = r.in.find("actions"))
        body.actions = listOf(*actions, mdtAction);
    return body;
}

EventBody contact(const Reading& r)
{
    return Contact{r.service(), r.in.at("direction").named<ContactDirection>(),
                   r.in.at("outcome").named<ContactOutcome>()};
}

EventBody reopened(const Reading& r)
{
    return Reopened{r.need(), r.worker(), r.service(), r.reason()};
}

EventBody secondLook(const Reading& r)
{
    return SecondLook{eventReference(r.in.at("event")), r.in.at("class").named<BounceClass>(), r.reason(), r.worker()};
}

EventBody enteredInError(const Reading& r)
{
    return EnteredInError{eventReference(r.in.at("event")), r.reason()};
}

EventBody personDied(const Reading& r)
{
    const JsonIn on = r.in.at("on");
    if (on.date() > londonDate(r.at))
        on.failCode("a date no later than \"at\"");
    return PersonDied{on.date()};
}

/// A code of ours such as "joint_referral": small letters, digits and underscores.
std::string plainCode(const JsonIn& in)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!in.isText() || in.text().empty() || in.text().size() > 40 || !std::ranges::all_of(in.text(), fits))
        in.failCode("a code of small letters, digits and underscores");
    return in.text();
}

EventBody letterSent(const Reading& r)
{
    LetterSent body{r.in.at("need").named<NeedScope>(), plainCode(r.in.at("kind")), {}, LetterMethod::post, {}};
    const JsonIn to = r.in.at("to");
    const bool role = to.isText() && std::ranges::find(letterRoles, to.text()) != letterRoles.end();
    body.to = role ? to.text() : knownService(to, r.known).str();
    if (role && body.kind == "challenge")
        to.failCode("the service that is challenged");
    body.method = r.in.at("method").named<LetterMethod>();
    if (const auto document = r.in.find("document"))
        body.document = document->id<EventId>().str();
    return body;
}

EventBody protocolApplied(const Reading& r)
{
    ProtocolApplied body{r.need(), r.service(), r.in.at("applied").boolean(), {}, {}};
    if (!body.applied)
        body.reason = r.reason();
    else if (const auto reason = r.in.find("reason"))
        body.reason = reason->text();
    if (const auto protocol = r.in.find("protocol"))
        body.protocol = protocol->text(200);
    return body;
}

EventBody secondOpinionRequested(const Reading& r)
{
    return SecondOpinionRequested{r.need(), r.service()};
}

EventBody outcomeFedBack(const Reading& r)
{
    return OutcomeFedBack{r.in.at("to").someText(200), r.in.at("how").someText(500)};
}

EventBody supportCheckIn(const Reading& r)
{
    SupportCheckIn body{r.in.at("need").named<NeedScope>(), r.worker(), r.in.at("outcome").named<ContactOutcome>(), {}};
    body.change = optionally(r.in, "change", [](const JsonIn& in) { return in.named<SupportChange>(); });
    return body;
}

EventBody stepHandedOn(const Reading& r)
{
    return StepHandedOn{r.need(), r.service(), r.worker(), r.reason()};
}

EventBody goodExperience(const Reading& r)
{
    GoodExperience body{r.in.at("need").named<NeedScope>(), r.service(), {}, false, r.in.at("what").someText(2000)};
    body.worker = optionalWorker(r);
    body.heldBoth = r.in.at("held_both").boolean();
    return body;
}

EventBody costBorne(const Reading& r)
{
    return CostBorne{r.in.at("need").named<NeedScope>(), r.service(), r.in.at("for").named<CostKind>(),
                     r.in.at("pence").integer(1, mostPence)};
}

EventBody now(const Reading& /*r*/)
{
    return Now{};
}

/// How one kind of event is read: its own fields besides those of every event, and its reader.
struct Kind {
    std::span<const std::string_view> fields;
    EventBody (*read)(const Reading&);
};

template <std::size_t n>
using Fields = std::array<std::string_view, n>;
constexpr Fields<6> attemptFields{"need", "source", "reason", "worker", "service", "happened_at"};
constexpr Fields<6> assessmentFields{"worker", "service", "mental_health", "substance_use", "instruments", "barriers"};
constexpr Fields<1> referralFields{"legs"};
constexpr Fields<7> responseFields{"need", "service", "response", "reason", "abstinence_weeks", "points_to", "worker"};
constexpr Fields<2> legFields{"need", "service"};
constexpr Fields<6> answerFields{"need", "service", "outcome", "accepted", "worker", "reason"};
constexpr Fields<3> withdrawnFields{"need", "service", "reason"};
constexpr Fields<3> handoverFields{"need", "service", "worker"};
constexpr Fields<3> workerFields{"service", "worker", "need"};
constexpr Fields<3> declinedFields{"need", "re_offer_on", "capacity"};
constexpr Fields<3> aftercareFields{"need", "until", "choice"};
constexpr Fields<4> closureFields{"reason", "agreed_by", "persons_view", "needs"};
constexpr Fields<4> mdtFields{"attended", "decision", "lead", "actions"};
constexpr Fields<3> contactFields{"service", "direction", "outcome"};
constexpr Fields<4> reopenedFields{"need", "worker", "service", "reason"};
constexpr Fields<4> secondLookFields{"event", "class", "reason", "worker"};
constexpr Fields<2> errorFields{"event", "reason"};
constexpr Fields<1> diedFields{"on"};
constexpr Fields<5> letterFields{"need", "kind", "to", "method", "document"};
constexpr Fields<5> protocolFields{"need", "service", "applied", "reason", "protocol"};
constexpr Fields<2> fedBackFields{"to", "how"};
constexpr Fields<4> handedOnFields{"need", "service", "worker", "reason"};
constexpr Fields<4> checkInFields{"need", "worker", "outcome", "change"};
constexpr Fields<5> goodFields{"need", "service", "worker", "held_both", "what"};
constexpr Fields<4> costFields{"need", "service", "for", "pence"};

/// In the order of eventKindNames.
constexpr std::array<Kind, eventKindNames.size()> kinds{{
    {attemptFields, attempt},
    {assessmentFields, assessmentSigned},
    {referralFields, referralSent},
    {responseFields, response},
    {legFields, challengeSent},
    {answerFields, challengeAnswered},
    {withdrawnFields, challengeWithdrawn},
    {handoverFields, handoverAccepted},
    {workerFields, workerChanged},
    {declinedFields, personDeclined},
    {aftercareFields, aftercarePlanned},
    {closureFields, jointClosure},
    {mdtFields, mdt},
    {contactFields, contact},
    {reopenedFields, reopened},
    {secondLookFields, secondLook},
    {errorFields, enteredInError},
    {diedFields, personDied},
    {letterFields, letterSent},
    {protocolFields, protocolApplied},
    {legFields, secondOpinionRequested},
    {fedBackFields, outcomeFedBack},
    {checkInFields, supportCheckIn},
    {handedOnFields, stepHandedOn},
    {goodFields, goodExperience},
    {costFields, costBorne},
    {{}, now},
}};

std::size_t kindOf(const JsonIn& type)
{
    const auto found = type.isText() ? std::ranges::find(eventKindNames, type.text()) : eventKindNames.end();
    if (found != eventKindNames.end())
        return static_cast<std::size_t>(found - eventKindNames.begin());
    std::string expected;
    for (const std::string_view name : eventKindNames)
        expected.append(expected.empty() ? "one of " : ", ").append(name);
    type.failCode(expected);
}

}  // namespace

Event eventOf(const JsonIn& in, const EventId& id, const Known& known)
{
    Event event;
    event.id = id;
    event.at = in.at("at").instant();
    event.recordedAt = event.at;
    const Kind& kind = kinds.at(kindOf(in.at("type")));
    in.allowOnly({"at", "type", "safety", "words"}, kind.fields);
    if (const auto safety = in.find("safety"))
        event.safety = safetyOf(*safety);
    if (const auto words = in.find("words"))
        event.words = words->text();
    event.body = kind.read({in, known, event.at});
    return event;
}

Result<Event> readEvent(std::string_view text, const EventId& id, Instant recordedAt, const Known& known)
{
    Result<Event> event = readJson(text, [&](const JsonIn& in) { return eventOf(in, id, known); });
    if (event)
        event.value().recordedAt = recordedAt;
    return event;
}

}  // namespace holdfast::exchange
