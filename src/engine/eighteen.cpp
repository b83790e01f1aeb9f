#include "engine/eighteen.h"

#include "domain/calendar.h"

namespace holdfast::engine {

Date birthday(Date born, int years)
{
    using namespace std::chrono;
    const year_month_day day{born};
    const year_month_day then = day + std::chrono::years{years};
    return then.ok() ? Date{then} : Date{then.year() / March / 1};
}

std::optional<int> nearingLimit(const Policy& policy, const PersonFacts& person, const NeedRecord& need, Instant now)
{
    if (!person.born || !isOpen(need))
        return std::nullopt;
    const auto nears = [&](const std::optional<std::int16_t>& limit) {
        return limit && londonDate(now) >= addMonths(birthday(*person.born, *limit), -policy.delays.transitionMonths);
    };
    if (need.holder && nears(need.holder->maxAge))
        return *need.holder->maxAge;
    if (need.leg && !isTerminal(need.leg->state) && nears(need.leg->maxAge))
        return *need.leg->maxAge;
    return std::nullopt;
}

}  // namespace holdfast::engine
