// The other half of event_json.h: each kind of event as JSON, its fields in the order of engine.md.
#include "exchange/event_json.h"
#include "exchange/event_parts.h"

namespace holdfast::exchange {
namespace {

using namespace event;

void write(JsonOut& out, std::string_view name, Need need)
{
    out.member(name, nameOf(need));
}

template <class Tag, std::size_t n>
void write(JsonOut& out, std::string_view name, const Id<Tag, n>& id)
{
    out.member(name, id.text());
}

template <class T>
void write(JsonOut& out, std::string_view name, const std::optional<T>& value)
{
    if (value)
        write(out, name, *value);
}

void writeTexts(JsonOut& out, std::string_view name, const std::vector<std::string>& texts)
{
    out.key(name).beginArray();
    for (const std::string& text : texts)
        out.text(text);
    out.endArray();
}

void writeFinding(JsonOut& out, const NeedFinding& found, std::string_view detail)
{
    out.beginObject().member("status", nameOf(found.status));
    if (found.severity)
        out.member("severity", nameOf(*found.severity));
    if (!found.detail.empty())
        writeTexts(out, detail, found.detail);
    out.endObject();
}

void writeFields(JsonOut& out, const Attempt& body)
{
    write(out, "need", body.need);
    out.member("source", body.source);
    write(out, "reason", body.reason);
    write(out, "worker", body.worker);
    write(out, "service", body.service);
    if (body.happenedAt)
        out.member("happened_at", exactInstant(*body.happenedAt));
}

void writeFields(JsonOut& out, const AssessmentSigned& body)
{
    write(out, "worker", body.worker);
    write(out, "service", body.service);
    writeFinding(out.key("mental_health"), body.found.mentalHealth, "conditions");
    writeFinding(out.key("substance_use"), body.found.substanceUse, "substances");
    if (!body.instruments.empty())
        writeAnswers(out.key("instruments"), body.instruments);
    if (!body.barriers.empty())
        writeTexts(out, "barriers", body.barriers);
}

void writeFields(JsonOut& out, const ReferralSent& body)
{
    out.key("legs").beginArray();
    for (const ReferralSent::Leg& leg : body.legs) {
        out.beginObject();
        write(out, "need", leg.need);
        write(out, "service", leg.service);
        out.endObject();
    }
    out.endArray();
}

void writeFields(JsonOut& out, const Response& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
    out.member("response", nameOf(body.kind));
    write(out, "reason", body.reason);
    if (body.abstinenceWeeks)
        out.member("abstinence_weeks", *body.abstinenceWeeks);
    write(out, "points_to", body.pointsTo);
    write(out, "worker", body.worker);
}

void writeFields(JsonOut& out, const ChallengeSent& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
}

void writeFields(JsonOut& out, const ChallengeAnswered& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
    out.member("outcome", nameOf(body.outcome));
    if (body.accepted)
        out.member("accepted", true);
    write(out, "worker", body.worker);
    write(out, "reason", body.reason);
}

void writeFields(JsonOut& out, const ChallengeWithdrawn& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
    out.member("reason", body.reason);
}

void writeFields(JsonOut& out, const HandoverAccepted& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
    write(out, "worker", body.worker);
}

void writeFields(JsonOut& out, const WorkerChanged& body)
{
    write(out, "service", body.service);
    if (body.worker)
        write(out, "worker", *body.worker);
    else
        out.key("worker").null();
    if (body.need)
        write(out, "need", *body.need);
}

void writeFields(JsonOut& out, const PersonDeclined& body)
{
    write(out, "need", body.need);
    out.member("re_offer_on", formatDate(body.reOfferOn));
    if (body.capacity)
        out.member("capacity", *body.capacity);
}

void writeFields(JsonOut& out, const AftercarePlanned& body)
{
    write(out, "need", body.need);
    if (body.until)
        out.member("until", formatDate(*body.until));
    if (body.declined)
        out.member("choice", "declined");
}

void writeFields(JsonOut& out, const JointClosure& body)
{
    out.member("reason", body.reason);
    writeTexts(out, "agreed_by", body.agreedBy);
    out.member("persons_view", body.personsView);
    out.key("needs").beginArray();
    for (const Need need : body.needs)
        out.text(nameOf(need));
    out.endArray();
}

void writeFields(JsonOut& out, const Mdt& body)
{
    writeTexts(out, "attended", body.attended);
    out.member("decision", body.decision);
    write(out, "lead", body.lead);
    out.key("actions").beginArray();
    for (const Mdt::Action& action : body.actions)
        out.beginObject()
            .member("need", nameOf(action.need))
            .member("what", action.what)
            .member("owner", action.owner)
            .member("due", exactInstant(action.due))
            .endObject();
    out.endArray();
}

void writeFields(JsonOut& out, const Contact& body)
{
    write(out, "service", body.service);
    out.member("direction", nameOf(body.direction)).member("outcome", nameOf(body.outcome));
}

void writeFields(JsonOut& out, const Reopened& body)
{
    write(out, "need", body.need);
    write(out, "worker", body.worker);
    write(out, "service", body.service);
    out.member("reason", body.reason);
}

void writeFields(JsonOut& out, const SecondLook& body)
{
    writeEventReference(out.key("event"), body.event);
    out.member("class", nameOf(body.cls)).member("reason", body.reason);
    write(out, "worker", body.worker);
}

void writeFields(JsonOut& out, const EnteredInError& body)
{
    writeEventReference(out.key("event"), body.event);
    out.member("reason", body.reason);
}

void writeFields(JsonOut& out, const PersonDied& body)
{
    out.member("on", formatDate(body.on));
}

void writeFields(JsonOut& out, const LetterSent& body)
{
    out.member("need", nameOf(body.need)).member("kind", body.kind).member("to", body.to);
    out.member("method", nameOf(body.method));
    if (!body.document.empty())
        out.member("document", body.document);
}

void writeFields(JsonOut& out, const ProtocolApplied& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
    out.member("applied", body.applied);
    if (!body.reason.empty())
        out.member("reason", body.reason);
    if (!body.protocol.empty())
        out.member("protocol", body.protocol);
}

void writeFields(JsonOut& out, const SecondOpinionRequested& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
}

void writeFields(JsonOut& out, const OutcomeFedBack& body)
{
    out.member("to", body.to).member("how", body.how);
}

void writeFields(JsonOut& out, const SupportCheckIn& body)
{
    out.member("need", nameOf(body.need));
    write(out, "worker", body.worker);
    out.member("outcome", nameOf(body.outcome));
    if (body.change)
        out.member("change", nameOf(*body.change));
}

void writeFields(JsonOut& out, const StepHandedOn& body)
{
    write(out, "need", body.need);
    write(out, "service", body.service);
    write(out, "worker", body.worker);
    out.member("reason", body.reason);
}

void writeFields(JsonOut& out, const GoodExperience& body)
{
    out.member("need", nameOf(body.need));
    write(out, "service", body.service);
    if (body.worker)
        write(out, "worker", *body.worker);
    out.member("held_both", body.heldBoth);
    out.member("what", body.what);
}

void writeFields(JsonOut& out, const CostBorne& body)
{
    out.member("need", nameOf(body.need));
    write(out, "service", body.service);
    out.member("for", nameOf(body.kind)).member("pence", body.pence);
}

void writeFields(JsonOut& /*out*/, const Now& /*body*/) {}

}  // namespace

std::string writeEventBody(const Event& event)
{
    JsonOut out;
    out.beginObject().member("at", exactInstant(event.at)).member("type", kindOf(event));
    std::visit([&](const auto& body) { writeFields(out, body); }, event.body);
    if (event.safety != SafetyFacts{})
        writeSafety(out.key("safety"), event.safety);
    if (!event.words.empty())
        out.member("words", event.words);
    out.endObject();
    return std::move(out).str();
}

}  // namespace holdfast::exchange
