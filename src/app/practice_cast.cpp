#include "app/practice_cast.h"

#include "app/practice_people.h"

#include <algorithm>

namespace holdfast::app {
namespace {

const ServiceId cmht{"cmht"};
const ServiceId complexNeeds{"complex"};
const ServiceId talking{"talking"};
const ServiceId eip{"eip"};
const ServiceId crisisTeam{"crisis"};
const ServiceId lantern{"lantern"};
const ServiceId northgate{"northgate"};

Severity anySeverity(Random& random)
{
    const std::uint64_t roll = random.below(10);
    return roll < 2 ? Severity::mild : roll < 8 ? Severity::moderate : Severity::severe;
}

ServiceId mentalHealthService(std::string_view code, Severity severity, Random& random)
{
    if (code == "H10" || code == "N11")
        return talking;
    if (code == "N19")
        return eip;
    if (code == "N13" || code == "N08")
        return crisisTeam;
    if (severity == Severity::severe)
        return random.below(4) == 0 ? complexNeeds : cmht;
    return random.below(2) == 0 ? talking : cmht;
}

InstrumentAnswers answered(std::string_view id, int items, int most, int about, Random& random)
{
    InstrumentAnswers answers{InstrumentId{id}, {}};
    for (int i = 0; i < items; ++i)
        answers.items.emplace_back(std::min(most, std::max(0, about - 1 + static_cast<int>(random.below(3)))));
    return answers;
}

}  // namespace

int between(Random& random, int least, int most)
{
    return least + static_cast<int>(random.below(static_cast<std::uint64_t>(most - least) + 1));
}

Cast castFor(const PlotContext& context, std::string_view code)
{
    Random& random = context.random;
    Cast cast;
    cast.severity = code == "N17" || code == "N19" ? Severity::severe : anySeverity(random);
    cast.service.mentalHealth = mentalHealthService(code, cast.severity, random);
    cast.service.substanceUse = random.below(6) == 0 ? northgate : lantern;
    for (const Need need : allNeeds)
        cast.worker[need] = context.staff.of(cast.service[need], random);
    cast.home = random.below(5) < 3 ? lantern : cmht;
    cast.assessor = context.staff.of(cast.home, random);
    return cast;
}

event::AssessmentSigned assessmentOf(const PlotContext& context, const Cast& cast)
{
    Random& random = context.random;
    event::AssessmentSigned assessed;
    assessed.worker = cast.assessor;
    assessed.service = cast.home;
    assessed.found.mentalHealth = {NeedStatus::present, cast.severity, {anyOf(context.world.mentalHealth, random)}};
    assessed.found.substanceUse = {NeedStatus::present, anySeverity(random), {anyOf(context.world.substances, random)}};
    const int about = cast.severity == Severity::severe ? 3 : cast.severity == Severity::moderate ? 2 : 1;
    InstrumentAnswers phq = answered("PHQ-9", 9, 3, about, random);
    phq.items[8] = 0;
    assessed.instruments.push_back(std::move(phq));
    InstrumentAnswers audit = answered("AUDIT", 10, 4, about, random);
    audit.items[8] = 2 * static_cast<int>(random.below(2));
    audit.items[9] = 2 * static_cast<int>(random.below(3));
    assessed.instruments.push_back(std::move(audit));
    return assessed;
}

SafetyFacts askedAndNone()
{
    SafetyFacts facts;
    facts.suicidalThoughts = false;
    facts.recentAttempt = false;
    facts.overdose = false;
    facts.intoxicatedNow = false;
    return facts;
}

PracticeStaff::PracticeStaff(const std::vector<Worker>& workers)
{
    for (const Worker& worker : workers)
        if (worker.active && (worker.role == Role::keyworker || worker.role == Role::coordinator))
            m_byService[worker.service].push_back(worker.id);
    for (const Worker& worker : workers)
        if (worker.active && !m_byService.contains(worker.service))
            m_byService[worker.service].push_back(worker.id);
}

WorkerId PracticeStaff::of(const ServiceId& service, Random& random) const
{
    return anyOf(m_byService.at(service), random);
}

}  // namespace holdfast::app
