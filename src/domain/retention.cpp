#include "domain/retention.h"

#include <algorithm>

namespace holdfast {
namespace {

constexpr int adultYears = 20;
constexpr int shortYears = 8;  ///< no rule keeps a record for less
constexpr int ofAge = 18;

/// The same day so many years later; of 29 February in a year without one 1 March, so that no day is lost.
Date yearsAfter(Date date, int years)
{
    using namespace std::chrono;
    const year_month_day later = year_month_day{date} + std::chrono::years{years};
    return later.ok() ? Date{later} : Date{later.year() / March / 1};
}

/// As a child, by the last day on which the person was seen; nothing for an adult or without a date of birth.
std::optional<RetentionReason> childRule(const RetentionFacts& facts, Date lastSeen)
{
    if (!facts.born || yearsBetween(*facts.born, lastSeen) >= ofAge)
        return std::nullopt;
    const bool seventeen = yearsBetween(*facts.born, lastSeen) == ofAge - 1;
    return RetentionReason{seventeen ? RetentionRule::childTo26 : RetentionRule::childTo25,
                           yearsAfter(*facts.born, seventeen ? 26 : 25)};
}

Date latest(const std::vector<RetentionReason>& reasons)
{
    return std::ranges::max(reasons, {}, &RetentionReason::until).until;
}

/// What the record of one need asks for by itself; `rule` is the adult's.
std::vector<RetentionReason> strand(const RetentionFacts& facts, Date contact, RetentionRule rule, int years)
{
    const Date lastSeen = facts.died ? std::min(contact, *facts.died) : contact;
    const auto child = childRule(facts, lastSeen);
    const bool shortRule = rule == RetentionRule::drugsAndAlcohol;
    std::vector<RetentionReason> reasons;
    // Death takes the place of 20 years, and a child's own rule does; neither shortens 8.
    if (shortRule || (!facts.died && !child))
        reasons.push_back({rule, yearsAfter(contact, years)});
    if (child)
        reasons.push_back({facts.holds.mentalHealth ? child->rule : RetentionRule::childWithoutRule, child->until});
    if (facts.died)
        reasons.push_back({RetentionRule::death, yearsAfter(*facts.died, shortYears)});
    if (facts.died && contact > *facts.died)
        reasons.push_back({RetentionRule::contactAfterDeath, yearsAfter(contact, shortYears)});
    if (!facts.born)
        reasons.push_back({RetentionRule::noBirthDate, yearsAfter(contact, adultYears)});
    return reasons;
}

void join(std::vector<RetentionReason>& all, const std::vector<RetentionReason>& more)
{
    for (const RetentionReason& each : more)
        if (std::ranges::find(all, each) == all.end())
            all.push_back(each);
}

}  // namespace

RetentionSource sourceOf(RetentionRule rule)
{
    constexpr std::string_view trust = "Tavistock and Portman NHS Foundation Trust, retention schedule, May 2021";
    switch (rule) {
        using enum RetentionRule;
    case mentalHealth:
    case death:
    case childTo25:
    case childTo26: return {Certainty::secondary, trust};
    case drugsAndAlcohol: return {Certainty::unverified, {}};
    case longerOfBoth:
    case childWithoutRule:
    case contactAfterDeath:
    case noBirthDate:
    case noNeed: return {Certainty::inference, {}};
    }
    return {};
}

RetentionReview retentionOf(const RetentionFacts& facts)
{
    RetentionReview review;
    if (facts.open || !facts.lastContact)
        return review;
    const Date contact = *facts.lastContact;
    auto& reasons = review.reasons;
    if (facts.holds.mentalHealth)
        reasons = strand(facts, contact, RetentionRule::mentalHealth, adultYears);
    else if (!facts.holds.substanceUse)
        reasons = strand(facts, contact, RetentionRule::noNeed, adultYears);
    if (facts.holds.substanceUse) {
        const auto other = strand(facts, contact, RetentionRule::drugsAndAlcohol, shortYears);
        const bool differ = !reasons.empty() && latest(reasons) != latest(other);
        join(reasons, other);
        if (facts.holds.mentalHealth && differ)
            reasons.push_back({RetentionRule::longerOfBoth, latest(reasons)});
    }
    std::ranges::stable_sort(reasons, std::ranges::greater{}, &RetentionReason::until);
    review.due = reasons.front().until;
    return review;
}

Date lastContactWorthAsking(Date dueBy)
{
    return addMonths(dueBy, -12 * shortYears) + std::chrono::days{1};
}

}  // namespace holdfast
