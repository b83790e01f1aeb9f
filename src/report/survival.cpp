#include "report/survival.h"

#include <algorithm>

namespace holdfast::report {
namespace {

/// By time. Very many are gathered by the day instead: there are only so many days.
void putInOrder(std::vector<Followed>& followed, int longest)
{
    const auto days = static_cast<std::size_t>(longest) + 1;
    if (days > followed.size()) {
        std::ranges::sort(followed, {}, &Followed::time);
        return;
    }
    std::vector<Followed> byDay(days);
    for (const Followed& each : followed) {
        Followed& day = byDay[static_cast<std::size_t>(each.time)];
        day.time = each.time;
        day.ended += each.ended;
        day.censored += each.censored;
    }
    std::erase_if(byDay, [](const Followed& each) { return each.ended + each.censored == 0; });
    followed = std::move(byDay);
}

}  // namespace

Survival::Survival(std::vector<Followed> followed)
{
    std::erase_if(followed, [](const Followed& each) { return each.ended + each.censored == 0; });
    for (Followed& each : followed) {
        each.time = std::max(each.time, 0);
        m_ended += each.ended;
        m_followed += each.ended + each.censored;
        m_longest = std::max(m_longest, each.time);
    }
    putInOrder(followed, m_longest);

    int atRisk = m_followed;
    double left = 1.0;
    for (auto first = followed.begin(); first != followed.end();) {
        // Where both fall on one day, it happened first: who was lost from sight that day was at risk until then.
        SurvivalStep step{first->time, atRisk, 0, left};
        for (; first != followed.end() && first->time == step.time; ++first) {
            step.ended += first->ended;
            atRisk -= first->ended + first->censored;
        }
        if (step.ended == 0)
            continue;
        left *= static_cast<double>(step.atRisk - step.ended) / step.atRisk;
        step.left = left;
        m_steps.push_back(step);
    }
}

double Survival::leftAfter(int time) const
{
    const auto after = std::ranges::upper_bound(m_steps, time, {}, &SurvivalStep::time);
    return after == m_steps.begin() ? 1.0 : std::prev(after)->left;
}

std::optional<int> Survival::reached(double share) const
{
    constexpr double rounding = 1e-9;  // a share that is met exactly may come out a hair above in floating point
    const auto step =
        std::ranges::find_if(m_steps, [&](const SurvivalStep& each) { return each.left <= 1.0 - share + rounding; });
    return step == m_steps.end() ? std::nullopt : std::optional{step->time};
}

}  // namespace holdfast::report
