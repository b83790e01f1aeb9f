#include "engine/candidates.h"

#include "base/text.h"
#include "domain/opening_hours.h"
#include "domain/service.h"
#include "engine/explain.h"
#include "engine/hours.h"
#include "engine/match.h"
#include "engine/travel.h"

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
        : m_context{context}, m_policy{context.policy}, m_person{person}, m_question{question}, m_service{service}
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

    std::string words(std::string_view criterion, std::string_view ending, const NamedTexts& named = {}) const
    {
        return fill(m_policy.sentence("fit." + std::string{criterion} + '.' + std::string{ending}), named);
    }

    void add(std::string_view criterion, Fit fit, bool needed, int points, const NamedTexts& named = {})
    {
        static constexpr std::array<std::string_view, 3> endings{"yes", "no", "unknown"};
        m_out.reasons.push_back({std::string{criterion}, fit, needed, points,
                                 words(criterion, endings[static_cast<std::size_t>(fit)], named)});
    }

    void add(std::string_view criterion, const std::optional<bool>& fits, bool needed = false,
             const NamedTexts& named = {})
    {
        add(criterion, fitOf(fits), needed, fits.value_or(false) ? m_policy.weight(criterion) : 0, named);
    }

    void required()
    {
        if (!m_service.active)
            add("open", Fit::no, true, 0);
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
        const Travel travel = travelTo(m_context, m_person, m_service);
        m_out.distance = travel.distance;
        if (m_person.avoidsHomeArea.value_or(false))
            notNearHome(travel);
        else
            nearness(travel);
        if (m_person.needsTravelHelp.value_or(false))
            add("travel_help", m_service.helpsWithTravelCost);
        if (m_person.needsStepFree.value_or(false))
            add("step_free", m_service.stepFreeAccess);
    }

    void say(std::string_view criterion, Fit fit, int points, std::string sentence)
    {
        m_out.reasons.push_back({std::string{criterion}, fit, false, points, std::move(sentence)});
    }

    /// The nearer the better. Without a distance the postcodes say what little they can.
    void nearness(const Travel& travel)
    {
        const int weight = m_policy.weight("travel");
        if (travel.distance) {
            const int tenths = travel.distance->tenths;
            if (tenths >= farAway)
                return say("travel", Fit::no, 0, words("travel", "far") + ": " + travel.sentence);
            return say("travel", Fit::yes, weight * (farAway - tenths) / farAway, travel.sentence);
        }
        if (travel.sameDistrict())
            return say("travel", Fit::yes, weight, words("travel", "yes") + ". " + travel.sentence);
        if (!travel.home.empty() && !travel.there.empty() && areaOf(travel.home) == areaOf(travel.there))
            return say("travel", Fit::yes, weight / 2, words("travel", "part") + ". " + travel.sentence);
        say("travel", Fit::unknown, 0, travel.sentence);
    }

    /// The other way round: the further from home the better, up to where it makes no difference.
    void notNearHome(const Travel& travel)
    {
        const int weight = m_policy.weight("not_near_home");
        const auto row = [&](bool away, int points) {
            say("not_near_home", away ? Fit::yes : Fit::no, points,
                words("not_near_home", away ? "yes" : "no") + ": " + travel.sentence);
        };
        if (travel.distance && travel.distance->tenths < nearHome)
            return row(false, 0);
        if (travel.distance)
            return row(true, weight * std::min(travel.distance->tenths, awayEnough) / awayEnough);
        if (travel.sameDistrict())
            return say("not_near_home", Fit::no, 0, words("not_near_home", "same") + ". " + travel.sentence);
        if (!travel.home.empty() && !travel.there.empty())
            return say("not_near_home", Fit::yes, weight / 2, words("not_near_home", "part") + ". " + travel.sentence);
        say("not_near_home", Fit::unknown, 0, travel.sentence);
    }

    void hours()
    {
        const auto work = parseWorkHours(m_person.workHours);
        std::optional<bool> outside;
        if (work && !m_service.hours.empty())
            outside = opensOutside(m_service.hours, *work);
        add("hours", outside, false, {{"open", formatHours(m_service.hours)}, {"work", m_person.workHours}});
    }

    void language()
    {
        std::optional<bool> spoken;
        std::string offered;
        for (const std::string& each : m_service.languages) {
            spoken = spoken.value_or(false) || folded(each) == folded(m_person.language);
            offered += (offered.empty() ? "" : ", ") + each;
        }
        add("language", spoken, false, {{"language", m_person.language}, {"offered", offered}});
    }

    void preferences()
    {
        if (!m_person.workHours.empty())
            hours();
        if (!m_person.language.empty())
            language();
        if (m_person.prefersOneToOne)
            add("setting", *m_person.prefersOneToOne ? m_service.offersOneToOne : m_service.offersGroup, false,
                {{"setting", words("setting", *m_person.prefersOneToOne ? "one_to_one" : "group")}});
        if (m_person.prefersRemote)
            add("remote", *m_person.prefersRemote ? m_service.offersRemote : m_service.offersInPerson, false,
                {{"way", words("remote", *m_person.prefersRemote ? "by_phone" : "in_person")}});
        if (m_person.wantsLivedExperience.value_or(false))
            add("lived_experience", m_service.workersWithLivedExperience);
        if (m_person.wantsFamilySupport.value_or(false))
            add("family", m_service.kind == ServiceKind::carers ? std::optional{true} : m_service.offersFamilyOrCarers);
    }

    void wait()
    {
        if (!m_service.waitDays)
            return add("wait", std::nullopt);
        const int days = std::clamp(*m_service.waitDays, 0, longWait);
        add("wait", Fit::yes, false, m_policy.weight("wait") * (longWait - days) / longWait,
            {{"days", std::to_string(*m_service.waitDays)}});
    }

    const Context& m_context;
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
