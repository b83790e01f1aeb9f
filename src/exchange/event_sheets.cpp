#include "exchange/event_sheets.h"

#include "domain/policy_book.h"
#include "engine/illness.h"
#include "engine/watch.h"
#include "exchange/event_parts.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

using namespace event;

// clang-format off
constexpr std::array<std::string_view, 55> eventColumns{
    "event_id", "person_id", "sequence", "event_at", "recorded_at", "event_type", "recorded_by", "policy", "need",
    "service_id", "worker_id", "response", "reason_code", "points_to_service", "abstinence_weeks", "attempt_source",
    "happened_at", "outcome", "accepted", "direction", "until_date", "reoffer_date", "death_date", "choice",
    "has_capacity", "agreed_by", "attended", "applied", "held_both", "bounce_class", "about_event_id", "letter_kind",
    "sent_to", "letter_method", "change", "cost_for", "pence", "suicidal_thoughts", "recent_attempt", "overdose", "pregnant",
    "withdrawal_risk", "intoxicated_now", "channel", "told_by", "why_not_challenged", "reason_text", "decision_text",
    "persons_view", "protocol_text", "feedback_how", "what_went_well", "barriers", "document_id", "words",
};
// clang-format on
constexpr std::array<std::string_view, 3> legColumns{"event_id", "need", "service_id"};
constexpr std::array<std::string_view, 6> findingColumns{"event_id", "need",   "status",
                                                         "severity", "detail", "severe_mental_illness"};
constexpr std::array<std::string_view, 4> itemColumns{"event_id", "instrument", "item", "value"};
constexpr std::array<std::string_view, 6> actionColumns{"event_id", "number", "need", "owner", "due_at", "what"};

constexpr std::string_view between = "; ";

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : std::string{between}) + word;
    return text;
}

bool isAnyRole(std::string_view owner)
{
    constexpr std::array<std::string_view, 4> roles{"coordinator", "supervisor", "strategic_lead", "duty"};
    return std::ranges::find(roles, owner.substr(0, owner.find(':'))) != roles.end();
}

}  // namespace

/// The cells of one event.
class EventCells {
public:
    EventCells(EventSheets& sheets, const KeptEvent& kept)
        : m_sheets{sheets}, m_row{sheets.m_events}, m_naming{sheets.m_naming}, m_kept{kept}, m_event{kept.event}
    {}

    void write()
    {
        m_row.set("event_id", id())
            .set("person_id", m_naming.id(m_kept.person))
            .set("sequence", m_kept.sequence)
            .set("event_at", exactInstant(m_event.at))
            .set("recorded_at", exactInstant(m_event.recordedAt))
            .set("event_type", std::string{kindOf(m_event)})
            .set("recorded_by", m_naming.id(m_kept.author))
            .set("policy", std::string{m_kept.policy})
            .set("channel", m_naming.text(m_kept.channel))
            .set("told_by", m_naming.text(m_kept.toldBy))
            .set("why_not_challenged", m_naming.text(m_kept.whyNotChallenged))
            .set("words", m_naming.text(m_event.words));
        safety();
        std::visit(*this, m_event.body);
        m_row.endRow();
    }

    void operator()(const Attempt& body)
    {
        about(body.need, body.service);
        worker(body.worker);
        m_row.set("attempt_source", door(body.source));
        if (body.reason)
            m_row.set("reason_code", body.reason->str());
        if (body.happenedAt)
            m_row.set("happened_at", exactInstant(*body.happenedAt));
    }

    void operator()(const AssessmentSigned& body)
    {
        m_row.set("service_id", body.service.str());
        worker(body.worker);
        m_row.set("barriers", m_naming.text(listed(body.barriers)));
        const Policy& policy = m_sheets.m_policies.at(m_event.at).policy;
        for (const Need need : allNeeds) {
            const NeedFinding& found = body.found[need];
            Sheet& row = m_sheets.m_needs;
            row.set("event_id", id())
                .set("need", std::string{nameOf(need)})
                .set("status", std::string{nameOf(found.status)});
            if (found.severity)
                row.set("severity", std::string{nameOf(*found.severity)});
            row.set("detail", m_naming.text(listed(found.detail)));
            if (need == Need::mentalHealth)
                row.yes("severe_mental_illness", engine::isSevereMentalIllness(policy, found));
            row.endRow();
        }
        for (const InstrumentAnswers& answers : body.instruments)
            for (std::size_t i = 0; i < answers.items.size(); ++i) {
                Sheet& row = m_sheets.m_items;
                row.set("event_id", id())
                    .set("instrument", answers.instrument.str())
                    .set("item", static_cast<std::int64_t>(i + 1));
                if (answers.items[i])
                    row.set("value", std::int64_t{*answers.items[i]});
                row.endRow();
            }
    }

    void operator()(const ReferralSent& body)
    {
        for (const ReferralSent::Leg& each : body.legs)
            leg(each.need, each.service.str());
    }

    void operator()(const Response& body)
    {
        about(body.need, body.service);
        worker(body.worker);
        m_row.set("response", std::string{nameOf(body.kind)});
        if (body.reason)
            m_row.set("reason_code", body.reason->str());
        if (body.abstinenceWeeks)
            m_row.set("abstinence_weeks", std::int64_t{*body.abstinenceWeeks});
        if (body.pointsTo)
            m_row.set("points_to_service", body.pointsTo->str());
    }

    void operator()(const ChallengeSent& body) { about(body.need, body.service); }

    void operator()(const ChallengeAnswered& body)
    {
        about(body.need, body.service);
        worker(body.worker);
        m_row.set("outcome", std::string{nameOf(body.outcome)}).yes("accepted", body.accepted);
        if (body.reason)
            m_row.set("reason_code", body.reason->str());
    }

    void operator()(const ChallengeWithdrawn& body)
    {
        about(body.need, body.service);
        m_row.set("reason_text", m_naming.text(body.reason));
    }

    void operator()(const HandoverAccepted& body)
    {
        about(body.need, body.service);
        m_row.set("worker_id", m_naming.id(body.worker.text()));
    }

    void operator()(const WorkerChanged& body)
    {
        m_row.set("service_id", body.service.str());
        if (body.need)
            m_row.set("need", std::string{nameOf(*body.need)});
        worker(body.worker);
    }

    void operator()(const PersonDeclined& body)
    {
        m_row.set("need", std::string{nameOf(body.need)}).set("reoffer_date", formatDate(body.reOfferOn));
        stated("has_capacity", body.capacity);
    }

    void operator()(const AftercarePlanned& body)
    {
        m_row.set("need", std::string{nameOf(body.need)});
        if (body.until)
            m_row.set("until_date", formatDate(*body.until));
        if (body.declined)
            m_row.set("choice", "declined");
    }

    void operator()(const JointClosure& body)
    {
        for (const Need need : body.needs)
            leg(need, {});
        m_row.set("agreed_by", parties(body.agreedBy))
            .set("reason_text", m_naming.text(body.reason))
            .set("persons_view", m_naming.text(body.personsView));
    }

    void operator()(const Mdt& body)
    {
        m_row.set("attended", parties(body.attended)).set("decision_text", m_naming.text(body.decision));
        worker(body.lead);
        std::int64_t number = 0;
        for (const Mdt::Action& action : body.actions) {
            m_sheets.m_actions.set("event_id", id())
                .set("number", ++number)
                .set("need", std::string{nameOf(action.need)})
                .set("owner", isAnyRole(action.owner) ? action.owner : m_naming.id(action.owner))
                .set("due_at", exactInstant(action.due))
                .set("what", m_naming.text(action.what));
            m_sheets.m_actions.endRow();
        }
    }

    void operator()(const Contact& body)
    {
        m_row.set("service_id", body.service.str())
            .set("direction", std::string{nameOf(body.direction)})
            .set("outcome", std::string{nameOf(body.outcome)});
    }

    void operator()(const Reopened& body)
    {
        about(body.need, body.service);
        worker(body.worker);
        m_row.set("reason_text", m_naming.text(body.reason));
    }

    void operator()(const SecondLook& body)
    {
        m_row.set("about_event_id", m_naming.id(body.event.text()))
            .set("bounce_class", std::string{nameOf(body.cls)})
            .set("reason_text", m_naming.text(body.reason));
        worker(body.worker);
    }

    void operator()(const EnteredInError& body)
    {
        m_row.set("about_event_id", m_naming.id(body.event.text())).set("reason_text", m_naming.text(body.reason));
    }

    void operator()(const PersonDied& body) { m_row.set("death_date", formatDate(body.on)); }

    void operator()(const LetterSent& body)
    {
        m_row.set("need", std::string{nameOf(body.need)})
            .set("letter_kind", body.kind)
            .set("sent_to", body.to)
            .set("letter_method", std::string{nameOf(body.method)})
            .set("document_id", m_naming.id(body.document));
    }

    void operator()(const ProtocolApplied& body)
    {
        about(body.need, body.service);
        m_row.yes("applied", body.applied)
            .set("reason_text", m_naming.text(body.reason))
            .set("protocol_text", m_naming.text(body.protocol));
    }

    void operator()(const SecondOpinionRequested& body) { about(body.need, body.service); }

    void operator()(const OutcomeFedBack& body)
    {
        m_row.set("sent_to", door(body.to)).set("feedback_how", m_naming.text(body.how));
    }

    void operator()(const SupportCheckIn& body)
    {
        m_row.set("need", std::string{nameOf(body.need)}).set("outcome", std::string{nameOf(body.outcome)});
        worker(body.worker);
        if (body.change)
            m_row.set("change", std::string{nameOf(*body.change)});
    }

    void operator()(const StepHandedOn& body)
    {
        about(body.need, body.service);
        worker(body.worker);
        m_row.set("reason_text", m_naming.text(body.reason));
    }

    void operator()(const GoodExperience& body)
    {
        m_row.set("need", std::string{nameOf(body.need)}).set("service_id", body.service.str());
        worker(body.worker);
        m_row.yes("held_both", body.heldBoth).set("what_went_well", m_naming.text(body.what));
    }

    void operator()(const CostBorne& body)
    {
        m_row.set("need", std::string{nameOf(body.need)}).set("service_id", body.service.str());
        m_row.set("cost_for", std::string{nameOf(body.kind)}).set("pence", std::int64_t{body.pence});
    }

    void operator()(const Now&) {}

private:
    std::string id() const { return m_naming.id(m_event.id.text()); }

    void about(Need need, const std::optional<ServiceId>& service)
    {
        m_row.set("need", std::string{nameOf(need)});
        if (service)
            m_row.set("service_id", service->str());
    }

    void worker(const std::optional<WorkerId>& worker)
    {
        if (worker)
            m_row.set("worker_id", m_naming.id(worker->text()));
    }

    void stated(std::string_view column, const std::optional<bool>& value)
    {
        if (value)
            m_row.yes(column, *value);
    }

    void leg(Need need, std::string service)
    {
        m_sheets.m_legs.set("event_id", id())
            .set("need", std::string{nameOf(need)})
            .set("service_id", std::move(service));
        m_sheets.m_legs.endRow();
    }

    std::string parties(const std::vector<std::string>& names) const
    {
        std::vector<std::string> safe;
        safe.reserve(names.size());
        for (const std::string& name : names)
            safe.push_back(name == "mdt" || name == "MDT" ? "mdt" : m_naming.id(name));
        return listed(safe);
    }

    std::string door(const std::string& source) const
    {
        if (!m_naming.pseudonymous)
            return source;
        for (const PolicyPage& page : m_sheets.m_policies.pages())
            for (const policy::Detection& watch : page.policy.detections)
                if (const auto at = engine::sourceAt(watch.sources, source))
                    return watch.sources[*at];
        return "other";
    }

    void safety()
    {
        const SafetyFacts& facts = m_event.safety;
        stated("suicidal_thoughts", facts.suicidalThoughts);
        stated("recent_attempt", facts.recentAttempt);
        stated("overdose", facts.overdose);
        stated("pregnant", facts.pregnant);
        stated("withdrawal_risk", facts.withdrawalRisk);
        stated("intoxicated_now", facts.intoxicatedNow);
    }

    EventSheets& m_sheets;
    Sheet& m_row;
    const Naming& m_naming;
    const KeptEvent& m_kept;
    const Event& m_event;
};

EventSheets::EventSheets(const Naming& naming, const PolicyBook& policies)
    : m_naming{naming},
      m_policies{policies},
      m_events{"events.csv", eventColumns},
      m_legs{"event_legs.csv", legColumns},
      m_needs{"assessment_needs.csv", findingColumns},
      m_items{"assessment_items.csv", itemColumns},
      m_actions{"meeting_actions.csv", actionColumns}
{}

void EventSheets::add(const KeptEvent& kept)
{
    EventCells{*this, kept}.write();
}

}  // namespace holdfast::exchange
