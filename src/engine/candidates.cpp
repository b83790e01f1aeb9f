#include "engine/candidates.h"

#include "domain/service.h"
#include "engine/explain.h"
#include "engine/hours.h"
#include "engine/match.h"

#include <algorithm>
#include <tuple>

namespace holdfast::engine {
namespace {

constexpr int longWait = 90;  ///< days from which a wait earns no points

/// Works through the criteria of one service.
class Fitting {
public:
    Fitting(const Context& context, const PersonFacts& person, const CandidateQuestion& question,
            const Service& service)
        : m_policy{context.policy}, m_person{person}, m_question{question}, m_service{service}
    {}

    Candidate judge()
    {
        m_out.service = m_service.id;
        m_out.name = m_service.name;
        m_out.waitDays = m_service.waitDays;
        required();
        clinical();
        place();
        preferences();
        wait();
        m_out.match = std::ranges::none_of(
            m_out.reasons, [](const FitReason& reason) { return reason.required && reason.fit == Fit::no; });
        for (const FitReason& reason : m_out.reasons)
            m_out.score += reason.points;
        return std::move(m_out);
    }

private:
    static Fit fitOf(const std::optional<bool>& fits) { return !fits ? Fit::unknown : *fits ? Fit::yes : Fit::no; }

    void add(std::string_view criterion, Fit fit, bool needed, int points, const NamedTexts& words = {})
    {
        static constexpr std::array<std::string_view, 3> endings{"yes", "no", "unknown"};
        const std::string id =
            "fit." + std::string{criterion} + '.' + std::string{endings[static_cast<std::size_t>(fit)]};
        m_out.reasons.push_back({std::string{criterion}, fit, needed, points, fill(m_policy.sentence(id), words)});
    }

    void add(std::string_view criterion, const std::optional<bool>& fits, bool needed = false,
             const NamedTexts& words = {})
    {
        add(criterion, fitOf(fits), needed, fits.value_or(false) ? m_policy.weight(criterion) : 0, words);
    }

    void required()
    {
        add("need", takesNeed(m_service, m_question.need), true);
        std::string limits = m_service.minAge ? std::to_string(*m_service.minAge) : "0";
        limits += m_service.maxAge ? " to under " + std::to_string(*m_service.maxAge) : " and over";
        add("age", fitsAge(m_service, m_person, m_question.on), true, {{"limits", limits}});
        std::string areas;
        for (const std::string& area : m_service.areas)
            areas += (areas.empty() ? "" : ", ") + area;
        add("area", fitsArea(m_service, m_person), true, {{"areas", areas}});
    }

    void clinical()
    {
        std::optional<bool> severity;
        if (!m_service.severities.empty() && m_question.severity)
            severity = std::ranges::find(m_service.severities, *m_question.severity) != m_service.severities.end();
        add("severity", severity, true);
        // Never a reason to leave a service off: it is the refusal this program exists to challenge.
        if (m_question.usesSubstances)
            add("concurrent_use", m_service.acceptsConcurrentUse);
        if (!m_question.leadKinds.empty())
            add("lead", std::ranges::find(m_question.leadKinds, m_service.kind) != m_question.leadKinds.end());
    }

    void place()
    {
        const std::string home = outwardOf(m_person.postcode);
        const std::string there = m_service.postcode ? outwardOf(*m_service.postcode) : std::string{};
        const bool known = !home.empty() && !there.empty();
        if (m_person.avoidsHomeArea.value_or(false)) {
            add("not_near_home", known ? std::optional{home != there} : std::nullopt);
        } else if (known && home != there && areaOf(home) == areaOf(there)) {
            m_out.reasons.push_back({"travel", Fit::yes, false, m_policy.weight("travel") / 2,
                                     std::string{m_policy.sentence("fit.travel.part")}});
        } else {
            add("travel", known ? std::optional{home == there} : std::nullopt);
        }
        if (m_person.needsTravelHelp.value_or(false))
            add("travel_help", m_service.helpsWithTravelCost);
        if (m_person.needsStepFree.value_or(false))
            add("step_free", m_service.stepFreeAccess);
    }

    void preferences()
    {
        if (!m_person.workHours.empty()) {
            const auto work = parseHours(m_person.workHours);
            std::optional<bool> outside;
            if (work && !m_service.hours.empty())
                outside = opensOutside(m_service.hours, *work);
            add("hours", outside);
        }
        if (!m_person.language.empty()) {
            std::optional<bool> spoken;
            if (!m_service.languages.empty())
                spoken = std::ranges::find(m_service.languages, m_person.language) != m_service.languages.end();
            add("language", spoken);
        }
        if (m_person.prefersOneToOne)
            add("setting", *m_person.prefersOneToOne ? m_service.offersOneToOne : m_service.offersGroup);
        if (m_person.prefersRemote)
            add("remote", *m_person.prefersRemote ? m_service.offersRemote : m_service.offersInPerson);
        if (m_person.wantsLivedExperience.value_or(false))
            add("lived_experience", m_service.workersWithLivedExperience);
    }

    void wait()
    {
        if (!m_service.waitDays)
            return add("wait", std::nullopt);
        const int days = std::clamp(*m_service.waitDays, 0, longWait);
        add("wait", Fit::yes, false, m_policy.weight("wait") * (longWait - days) / longWait,
            {{"days", std::to_string(*m_service.waitDays)}});
    }

    const Policy& m_policy;
    const PersonFacts& m_person;
    const CandidateQuestion& m_question;
    const Service& m_service;
    Candidate m_out;
};

}  // namespace

std::vector<Candidate> candidatesFor(const Context& context, const PersonFacts& person,
                                     const CandidateQuestion& question)
{
    std::vector<Candidate> list;
    for (const Service& service : context.directory.services())
        if (service.active)
            list.push_back(Fitting{context, person, question, service}.judge());
    std::ranges::sort(list, [](const Candidate& a, const Candidate& b) {
        const auto key = [](const Candidate& candidate) {
            return std::tuple{!candidate.match, -candidate.score, candidate.waitDays.value_or(longWait * 100),
                              candidate.service.text()};
        };
        return key(a) < key(b);
    });
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i].rank = static_cast<int>(i) + 1;
    return list;
}

}  // namespace holdfast::engine
