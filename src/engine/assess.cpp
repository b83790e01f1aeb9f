#include "engine/assess.h"

#include "domain/calendar.h"
#include "domain/instrument.h"
#include "domain/service.h"
#include "engine/advice.h"
#include "engine/candidates.h"
#include "engine/explain.h"
#include "engine/illness.h"
#include "engine/quadrant.h"
#include "engine/render.h"
#include "engine/state.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

/// The steps of section 5, in their order; each adds its part to the decision.
class Assessor {
public:
    Assessor(const Context& context, const PersonFacts& person, const event::AssessmentSigned& found,
             const SafetyFacts& safety, Instant now)
        : m_context{context}, m_policy{context.policy}, m_person{person}, m_found{found}, m_now{now}
    {
        m_state.safety = safety;
    }

    AssessmentDecision decide()
    {
        m_out.policyId = m_policy.id;
        m_out.policyVersion = m_policy.version;
        score();
        urgency();
        m_out.severeMentalIllness = isSevereMentalIllness(m_policy, m_found.found.mentalHealth);
        const policy::LeadRule& rule = leadRuleFor(m_policy, m_found.found);
        candidates(rule);
        lead(rule);
        draft();
        clocks();
        const AssessmentFacts facts{m_person, m_found, m_state.safety, isCurrent(m_state, SafetyFact::suicidalThoughts),
                                    m_out.scores};
        m_out.cautions = adviceFor(m_policy.cautions, facts);
        m_out.interimSupport = adviceFor(m_policy.interimSupport, facts);
        m_out.ask = questionsFor(m_policy, facts);
        return std::move(m_out);
    }

private:
    bool isOpenNeed(Need which) const { return isOpen(m_found.found[which].status); }

    void score()
    {
        for (const InstrumentAnswers& answers : m_found.instruments) {
            const Instrument* instrument = m_context.instruments.find(answers.instrument);
            if (!instrument || !checkAnswers(*instrument, answers.items))
                continue;
            m_out.scores.push_back(scoreOf(*instrument, answers, m_person, m_now));
            const bool item = holdfast::score(*instrument, answers.items, m_person.sex).safetyItem;
            m_state.suicidalThoughtsScored |= item && !m_state.safety.suicidalThoughts;
        }
    }

    /// The urgency that the facts about one need alone call for.
    Urgency urgencyOfNeed(Need which) const
    {
        State part;
        const SafetyFacts& all = m_state.safety;
        if (which == Need::mentalHealth) {
            part.safety.suicidalThoughts = all.suicidalThoughts;
            part.safety.recentAttempt = all.recentAttempt;
            part.suicidalThoughtsScored = m_state.suicidalThoughtsScored;
        } else {
            part.safety.overdose = all.overdose;
            part.safety.withdrawalRisk = all.withdrawalRisk;
        }
        part.safety.pregnant = all.pregnant;
        return engine::urgencyOf(part, m_policy);
    }

    void urgency()
    {
        for (const Need which : allNeeds)
            m_out.urgencyOf[which] = isOpenNeed(which) ? urgencyOfNeed(which) : Urgency::routine;
        m_out.urgency = engine::urgencyOf(m_state, m_policy);
        m_out.agreeNewTime = isCurrent(m_state, SafetyFact::intoxicatedNow);
        Why why;
        why.rule = RuleId{"urgency." + std::string{nameOf(m_out.urgency)}};
        for (const SafetyFact fact : m_policy.safety.triggers)
            if (isCurrent(m_state, fact))
                why.facts.emplace_back(nameOf(fact), "true");
        why.sentence = m_policy.sentence("urgency." + std::string{nameOf(m_out.urgency)});
        m_out.why.push_back(std::move(why));
    }

    Need leadNeed(const policy::LeadRule& rule) const
    {
        return isOpenNeed(rule.leadNeed) || !isOpenNeed(other(rule.leadNeed)) ? rule.leadNeed : other(rule.leadNeed);
    }

    void candidates(const policy::LeadRule& rule)
    {
        for (const Need which : allNeeds) {
            CandidateQuestion question;
            question.need = which;
            question.severity = m_found.found[which].severity;
            question.usesSubstances = which == Need::mentalHealth && isOpenNeed(Need::substanceUse);
            if (which == leadNeed(rule))
                question.leadKinds = rule.lead;
            question.on = londonDate(m_now);
            m_out.candidates[which] = candidatesFor(m_context, m_person, question);
        }
    }

    void lead(const policy::LeadRule& rule)
    {
        m_out.lead.quadrant = rule.quadrant;
        m_out.lead.label = rule.label;
        m_out.lead.need = leadNeed(rule);
        m_out.lead.rule = RuleId{rule.rule};
        m_out.lead.sentence = rule.sentence;
        for (const ServiceKind kind : rule.lead) {
            const auto best = std::ranges::find_if(m_out.candidates[m_out.lead.need], [&](const Candidate& candidate) {
                return candidate.match && m_context.directory.find(candidate.service)->kind == kind;
            });
            if (best == m_out.candidates[m_out.lead.need].end())
                continue;
            m_out.lead.service = best->service;
            break;
        }
        Why why;
        why.rule = m_out.lead.rule;
        const auto severity = [&](Need which) {
            const auto known = severityOf(m_found.found[which]);
            return std::string{known ? nameOf(*known) : std::string_view{"not recorded"}};
        };
        why.facts = {{"mental_health", severity(Need::mentalHealth)},
                     {"substance_use", severity(Need::substanceUse)},
                     {"severe_mental_illness", m_out.severeMentalIllness ? "true" : "false"}};
        why.sentence = rule.sentence;
        m_out.why.push_back(std::move(why));
    }

    void draft()
    {
        for (const Need which : allNeeds) {
            if (!isOpenNeed(which))
                continue;
            const bool leads = m_out.lead.need == which && m_out.lead.service;
            const auto& list = m_out.candidates[which];
            if (leads)
                m_out.draft.push_back({which, *m_out.lead.service});
            else if (!list.empty() && list.front().match)
                m_out.draft.push_back({which, list.front().service});
        }
    }

    std::optional<Instant> dueOf(const policy::Standard& standard) const
    {
        if (standard.hours)
            return m_now + std::chrono::hours{*standard.hours};
        if (standard.workingDays)
            return m_context.days.due(m_now, *standard.workingDays);
        if (standard.weeks)
            return m_now + std::chrono::weeks{*standard.weeks};
        return std::nullopt;
    }

    void clocks()
    {
        for (const event::ReferralSent::Leg& leg : m_out.draft) {
            const ServiceKind kind = m_context.directory.find(leg.service)->kind;
            for (const policy::Standard& standard : m_policy.standards) {
                const bool ofKind =
                    standard.kinds.empty() || std::ranges::find(standard.kinds, kind) != standard.kinds.end();
                const bool asUrgent = standard.urgencies.empty() ||
                                      std::ranges::find(standard.urgencies, m_out.urgency) != standard.urgencies.end();
                if (ofKind && asUrgent)
                    m_out.clocks.push_back(
                        {standard.id, standard.label, leg.need, leg.service, dueOf(standard), standard.status});
            }
        }
    }

    const Context& m_context;
    const Policy& m_policy;
    const PersonFacts& m_person;
    const event::AssessmentSigned& m_found;
    Instant m_now;
    State m_state;
    AssessmentDecision m_out;
};

}  // namespace

AssessmentDecision assess(const Context& context, const PersonFacts& person, const event::AssessmentSigned& signedFacts,
                          const SafetyFacts& safety, Instant now)
{
    return Assessor{context, person, signedFacts, safety, now}.decide();
}

}  // namespace holdfast::engine
