#include "app/event_rules.h"

#include "base/text.h"
#include "domain/instrument.h"
#include "domain/policy.h"

#include <algorithm>

namespace holdfast::app {
namespace {

struct ActionOf {
    Action operator()(const event::Attempt&) const { return Action::recordAttempt; }
    Action operator()(const event::AssessmentSigned&) const { return Action::signAssessment; }
    Action operator()(const event::ReferralSent&) const { return Action::sendReferral; }
    Action operator()(const event::Response&) const { return Action::recordResponse; }
    Action operator()(const event::ChallengeSent&) const { return Action::workChallenge; }
    Action operator()(const event::ChallengeAnswered&) const { return Action::workChallenge; }
    Action operator()(const event::ChallengeWithdrawn&) const { return Action::workChallenge; }
    Action operator()(const event::HandoverAccepted&) const { return Action::recordHandover; }
    Action operator()(const event::WorkerChanged&) const { return Action::changeWorker; }
    Action operator()(const event::PersonDeclined&) const { return Action::recordPersonsChoice; }
    Action operator()(const event::AftercarePlanned&) const { return Action::planAftercare; }
    Action operator()(const event::JointClosure&) const { return Action::closeJointly; }
    Action operator()(const event::Mdt&) const { return Action::recordMdt; }
    Action operator()(const event::Contact&) const { return Action::recordContact; }
    Action operator()(const event::Reopened&) const { return Action::reopen; }
    Action operator()(const event::SecondLook&) const { return Action::secondLook; }
    Action operator()(const event::EnteredInError&) const { return Action::enterInError; }
    Action operator()(const event::PersonDied&) const { return Action::recordDeath; }
    Action operator()(const event::LetterSent& e) const
    {
        return e.kind == "challenge" ? Action::workChallenge : Action::recordContact;
    }
    Action operator()(const event::ProtocolApplied&) const { return Action::recordResponse; }
    Action operator()(const event::SecondOpinionRequested&) const { return Action::workChallenge; }
    Action operator()(const event::OutcomeFedBack&) const { return Action::recordContact; }
    Action operator()(const event::SupportCheckIn&) const { return Action::recordContact; }
    Action operator()(const event::StepHandedOn&) const { return Action::handStepOn; }
    Action operator()(const event::GoodExperience&) const { return Action::recordGoodExperience; }
    Action operator()(const event::CostBorne&) const { return Action::recordContact; }
    Action operator()(const event::Now&) const { return Action::recordContact; }
};

using Checked = std::optional<Error>;

Checked problem(std::string where, std::string detail)
{
    return Error{ErrorCode::invalid, std::move(where), std::move(detail)};
}

/// Looks up everything an event names; the first thing that does not exist is the answer.
class NamedThings {
public:
    NamedThings(const EventSurroundings& around, const std::string& words) : m_around{around}, m_words{words} {}

    Checked operator()(const event::Attempt& e) const
    {
        if (auto wrong = reason(e.reason))
            return wrong;
        if (auto wrong = worker("/worker", e.worker))
            return wrong;
        return service("/service", e.service);
    }
    Checked operator()(const event::AssessmentSigned& e) const
    {
        for (const InstrumentAnswers& answers : e.instruments) {
            const std::string where = "/instruments/" + answers.instrument.str();
            const Instrument* instrument = m_around.instruments.find(answers.instrument);
            if (instrument == nullptr)
                return problem(where, "expected an instrument that Holdfast knows");
            if (auto fits = checkAnswers(*instrument, answers.items); !fits)
                return problem(where + fits.error().where, fits.error().detail);
        }
        return both(e.worker, e.service);
    }
    Checked operator()(const event::ReferralSent& e) const
    {
        if (e.legs.empty())
            return problem("/legs", "expected at least one leg");
        for (std::size_t i = 0; i < e.legs.size(); ++i)
            if (auto wrong = service("/legs/" + std::to_string(i) + "/service", e.legs[i].service))
                return wrong;
        return {};
    }
    Checked operator()(const event::Response& e) const
    {
        if (auto wrong = reason(e.reason))
            return wrong;
        if (auto wrong = service("/service", e.service))
            return wrong;
        if (auto wrong = service("/points_to", e.pointsTo))
            return wrong;
        return worker("/worker", e.worker);
    }
    Checked operator()(const event::ChallengeSent& e) const { return service("/service", e.service); }
    Checked operator()(const event::ChallengeAnswered& e) const
    {
        if (auto wrong = service("/service", e.service))
            return wrong;
        if (auto wrong = reason(e.reason))
            return wrong;
        // Who stands by a refusal says why; a file from before this was asked keeps what it says.
        if (e.outcome == ChallengeOutcome::upheld && !e.reason && isBlank(m_words))
            return problem("/reason", "expected why they stand by it: a reason code, or their own words");
        return worker("/worker", e.worker);
    }
    Checked operator()(const event::ChallengeWithdrawn& e) const
    {
        if (e.reason.empty())
            return problem("/reason", "expected why the challenge ends");
        return service("/service", e.service);
    }
    Checked operator()(const event::HandoverAccepted& e) const { return both(e.worker, e.service); }
    Checked operator()(const event::WorkerChanged& e) const
    {
        if (auto wrong = service("/service", e.service))
            return wrong;
        return worker("/worker", e.worker);
    }
    Checked operator()(const event::PersonDeclined&) const { return {}; }
    Checked operator()(const event::AftercarePlanned&) const { return {}; }
    Checked operator()(const event::JointClosure&) const { return {}; }
    Checked operator()(const event::Mdt& e) const { return worker("/lead", e.lead); }
    Checked operator()(const event::Contact& e) const { return service("/service", e.service); }
    Checked operator()(const event::Reopened& e) const { return both(e.worker, e.service); }
    Checked operator()(const event::SecondLook& e) const
    {
        if (auto wrong = target(e.event))
            return wrong;
        return worker("/worker", e.worker);
    }
    Checked operator()(const event::EnteredInError& e) const
    {
        if (e.reason.empty())
            return problem("/reason", "expected why it was entered in error");
        return target(e.event);
    }
    Checked operator()(const event::PersonDied&) const { return {}; }
    Checked operator()(const event::LetterSent& e) const
    {
        if (std::ranges::find(letterRoles, e.to) != letterRoles.end())
            return {};
        if (!ServiceId::fits(e.to))
            return problem("/to", "expected a service of the directory");
        return service("/to", ServiceId{e.to});
    }
    Checked operator()(const event::ProtocolApplied& e) const { return service("/service", e.service); }
    Checked operator()(const event::SecondOpinionRequested& e) const { return service("/service", e.service); }
    Checked operator()(const event::OutcomeFedBack&) const { return {}; }
    Checked operator()(const event::SupportCheckIn& e) const { return worker("/worker", e.worker); }
    Checked operator()(const event::StepHandedOn& e) const { return both(e.worker, e.service); }
    Checked operator()(const event::GoodExperience& e) const
    {
        if (auto wrong = worker("/worker", e.worker))
            return wrong;
        return service("/service", e.service);
    }
    Checked operator()(const event::CostBorne& e) const { return service("/service", e.service); }
    Checked operator()(const event::Now&) const { return problem("/type", "expected something that happened"); }

private:
    Checked service(const std::string& where, const std::optional<ServiceId>& id) const
    {
        if (!id || m_around.directory.find(*id) != nullptr)
            return {};
        return problem(where, "expected a service of the directory");
    }
    Checked worker(const std::string& where, const std::optional<WorkerId>& id) const
    {
        if (!id || m_around.isWorker(*id))
            return {};
        return problem(where, "expected a worker of this store");
    }
    Checked both(const WorkerId& workerId, const ServiceId& serviceId) const
    {
        if (auto wrong = worker("/worker", workerId))
            return wrong;
        return service("/service", serviceId);
    }
    Checked reason(const std::optional<ReasonCode>& code) const
    {
        if (!code || m_around.policy.reason(*code) != nullptr)
            return {};
        return problem("/reason", "expected a reason code of the policy");
    }
    Checked target(const EventId& id) const
    {
        const Entry* entry = m_around.history.find(id);
        if (entry == nullptr)
            return problem("/event", "expected an event of this person");
        if (m_around.history.isVoided(id))
            return problem("/event", "expected an event that was not entered in error already");
        return {};
    }

    const EventSurroundings& m_around;
    const std::string& m_words;
};

/// Nothing can be planned, asked or held for somebody who has died. What came before and is learned late, what is said to
/// those around them, and what mends the record can still be written down.
struct AfterDeath {
    bool operator()(const event::Response&) const { return true; }
    bool operator()(const event::ChallengeAnswered&) const { return true; }
    bool operator()(const event::ChallengeWithdrawn&) const { return true; }
    bool operator()(const event::Mdt&) const { return true; }
    bool operator()(const event::Contact&) const { return true; }
    bool operator()(const event::SecondLook&) const { return true; }
    bool operator()(const event::EnteredInError&) const { return true; }
    bool operator()(const event::LetterSent&) const { return true; }
    bool operator()(const event::ProtocolApplied&) const { return true; }
    bool operator()(const event::OutcomeFedBack&) const { return true; }
    bool operator()(const event::GoodExperience&) const { return true; }
    bool operator()(const event::CostBorne&) const { return true; }
    bool operator()(const event::Attempt&) const { return false; }
    bool operator()(const event::AssessmentSigned&) const { return false; }
    bool operator()(const event::ReferralSent&) const { return false; }
    bool operator()(const event::ChallengeSent&) const { return false; }
    bool operator()(const event::HandoverAccepted&) const { return false; }
    bool operator()(const event::WorkerChanged&) const { return false; }
    bool operator()(const event::PersonDeclined&) const { return false; }
    bool operator()(const event::AftercarePlanned&) const { return false; }
    bool operator()(const event::JointClosure&) const { return false; }
    bool operator()(const event::Reopened&) const { return false; }
    bool operator()(const event::PersonDied&) const { return false; }
    bool operator()(const event::SecondOpinionRequested&) const { return false; }
    bool operator()(const event::SupportCheckIn&) const { return false; }
    bool operator()(const event::StepHandedOn&) const { return false; }
    bool operator()(const event::Now&) const { return false; }
};

bool hadDied(const History& history, Instant at)
{
    return std::ranges::any_of(history.entries(), [&](const Entry& entry) {
        return std::holds_alternative<event::PersonDied>(entry.event.body) && entry.event.at <= at &&
               !history.isVoided(entry.event.id);
    });
}

}  // namespace

Action actionFor(const EventBody& body)
{
    return std::visit(ActionOf{}, body);
}

bool mayFollowDeath(const EventBody& body)
{
    return std::visit(AfterDeath{}, body);
}

Result<Done> checkEvent(const EventSurroundings& around, const Event& event)
{
    if (event.at > around.now + futureTolerance)
        return Error{ErrorCode::invalid, "/at", "expected a time that has passed"};
    if (around.person.born && londonDate(event.at) < *around.person.born)
        return Error{ErrorCode::invalid, "/at", "expected a time after the person was born"};
    if (auto wrong = std::visit(NamedThings{around, event.words}, event.body))
        return *std::move(wrong);
    if (!mayFollowDeath(event.body) && hadDied(around.history, event.at))
        return Error{ErrorCode::refused, "/at", "person.died: expected a time before the person died"};
    return Done{};
}

}  // namespace holdfast::app
