// How long until something happens, when for some people it has not happened yet: the Kaplan-Meier estimate. Used for
// waits; any time to an event is counted the same way.
#pragma once

#include <optional>
#include <vector>

namespace holdfast::report {

/// People followed for this many days: how many until it happened, and how many until they were lost from sight without
/// it (they wait still, or left for another reason). A time below 0 counts as 0.
struct Followed {
    int time = 0;
    int ended = 0;
    int censored = 0;
    friend bool operator==(const Followed&, const Followed&) = default;
};

/// A time at which it happened to somebody.
struct SurvivalStep {
    int time = 0;
    int atRisk = 0;  ///< followed at least this long; whoever was lost from sight on that very day is among them
    int ended = 0;
    double left = 1.0;  ///< the share to whom it has not happened after this time
    friend bool operator==(const SurvivalStep&, const SurvivalStep&) = default;
};

class Survival {
public:
    /// In any order; the same time may come more than once.
    explicit Survival(std::vector<Followed> followed);

    const std::vector<SurvivalStep>& steps() const { return m_steps; }
    int ended() const { return m_ended; }
    int followed() const { return m_followed; }
    int longest() const { return m_longest; }  ///< the longest that anybody was followed

    /// The share to whom it has not happened by `time`.
    double leftAfter(int time) const;

    /// The first time by which it had happened to at least this share (0.5: the median); nothing when the curve does
    /// not come down so far.
    std::optional<int> reached(double share) const;

private:
    std::vector<SurvivalStep> m_steps;
    int m_ended = 0;
    int m_followed = 0;
    int m_longest = 0;
};

}  // namespace holdfast::report
