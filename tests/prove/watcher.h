// A second pair of eyes: who holds each need and what was refused, worked out from the events alone and by hand from
// engine.md 4a. It shares no code with the engine's fold and nothing repairs it, so a holder that the engine lost and
// its closing step replaced shows here.
#pragma once

#include "domain/event.h"
#include "domain/person.h"
#include "domain/service.h"
#include "engine/state.h"

#include <optional>
#include <vector>

namespace holdfast::prove {

struct Held {
    ServiceId service;
    WorkerId worker;
    bool acting = false;
    bool duty = false;
};

/// A no, however it was worded.
struct Refusal {
    Need need = Need::mentalHealth;
    std::optional<ServiceId> service;  ///< nothing: an attempt, whose source is not in the directory
    std::optional<ServiceId> pointsTo;
    ReasonCode code;
    Instant at;
    bool overturned = false;
    bool sinceMeeting = true;
};

/// How an answer is to be read: the code given or implied, its class by the letter, and whether it is the leg's
/// service that speaks.
struct Reading {
    std::optional<ReasonCode> code;
    char cls = '-';  ///< N, H, S, or - when nothing was refused
    bool own = false;
};
Reading readAnswer(const engine::State& before, const event::Response& body);

/// 'N', 'H' or 'S': the classes of domain.md 3 are the first letter of the code, whatever a policy file says.
char classOf(const ReasonCode& code);

class Watcher {
public:
    struct NeedView {
        bool open = false;
        bool declined = false;
        std::optional<Held> holder;
        std::optional<ServiceId> awaits;
        bool aftercareChosen = false;
        std::optional<Date> aftercareUntil;
        std::optional<Instant> firstAsked;
    };

    /// `before` is the engine's state in front of the event, for where the leg points; nothing of it is taken as the
    /// answer.
    void see(const PersonFacts& person, const Directory& directory, const engine::State& before, const Event& event);

    const NeedView& need(Need which) const { return m_needs[which]; }
    const std::vector<Refusal>& refusals() const { return m_refusals; }
    bool atRisk() const;
    bool emergency() const;
    bool intoxicated() const { return m_safety.intoxicatedNow.value_or(false); }
    bool died() const { return m_died; }

    /// Has this service said no to this need since it was first asked about, and not changed its mind?
    bool hasRefused(Need which, const ServiceId& service) const;

    bool aftercareInForce(Need which, Instant at) const;

private:
    struct Scene;
    void merge(const Event& event);
    void take(Need which, const ServiceId& service, const WorkerId& worker, bool duty = false);
    void openNeed(Need which, Instant asked);
    void closeNeed(Need which, bool declined);
    void refuse(Refusal refusal);
    void overturn(Need which, const ServiceId& service);
    void accept(Need which, const ServiceId& service, const std::optional<WorkerId>& worker);

    void forgetName(Need which, const ServiceId& pointedAt);

    void on(const Scene& scene, const event::Attempt& body);
    void on(const Scene& scene, const event::AssessmentSigned& body);
    void on(const Scene& scene, const event::ReferralSent& body);
    void on(const Scene& scene, const event::Response& body);
    void on(const Scene& scene, const event::ChallengeAnswered& body);
    void on(const Scene& scene, const event::HandoverAccepted& body);
    void on(const Scene& scene, const event::WorkerChanged& body);
    void on(const Scene& scene, const event::PersonDeclined& body);
    void on(const Scene& scene, const event::AftercarePlanned& body);
    void on(const Scene& scene, const event::JointClosure& body);
    void on(const Scene& scene, const event::Mdt& body);
    void on(const Scene& scene, const event::Reopened& body);
    void on(const Scene& scene, const event::PersonDied& body);
    /// The other kinds change neither a holder nor what was refused.
    template <class Body>
    void on(const Scene&, const Body&)
    {}

    PerNeed<NeedView> m_needs;
    std::vector<Refusal> m_refusals;
    SafetyFacts m_safety;
    bool m_scored = false;  ///< an instrument speaks of suicidal thoughts and nobody has asked yet
    bool m_died = false;
};

/// The day somebody is too old for a service that ends at `limit` years, and the day the six months before it begin.
Date limitDay(Date born, int limit);
Date windowDay(Date born, int limit);

}  // namespace holdfast::prove
