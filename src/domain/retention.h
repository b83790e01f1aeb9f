// How long a record is kept, and from which day somebody may look whether it still must be: domain.md 7.4 as data. It is a
// trust's schedule that follows the national one, with our own caution where that is silent; each rule says how sure it is.
// Nothing here disposes of anything: people decide.
#pragma once

#include "base/time.h"
#include "domain/need.h"
#include "domain/policy.h"

#include <optional>
#include <string_view>
#include <vector>

namespace holdfast {

enum class RetentionRule : std::uint8_t {
    mentalHealth,     ///< adults: 20 years after the last contact. Whether an illness was mild and is over, which would
                      ///< make it 8, no record can tell: 20 stands
    death,            ///< 8 years after death
    childTo25,        ///< last seen under 17: to the 25th birthday. Seen again as an adult, the adult's rule takes over
    childTo26,        ///< last seen at 17: to the 26th birthday
    drugsAndAlcohol,  ///< 8 years after the last contact
    longerOfBoth,     ///< a record of both needs is kept for the longer
    childWithoutRule,   ///< a child without mental health care: as if there had been some
    contactAfterDeath,  ///< something was done after the death: 8 years from then
    noBirthDate,        ///< may have been a child: 20 years after the last contact
    noNeed,             ///< neither need was ever recorded: as mental health
};
inline constexpr std::size_t retentionRuleCount = static_cast<std::size_t>(RetentionRule::noNeed) + 1;

// clang-format off
template <> struct Names<RetentionRule> { static constexpr std::array<std::string_view, retentionRuleCount> list{
    "mental_health", "death", "child_to_25", "child_to_26", "drugs_and_alcohol", "longer_of_both", "child_without_rule",
    "contact_after_death", "no_birth_date", "no_need"}; };
// clang-format on

/// Where a rule is from and how sure it is. Of our own rules there is no source.
struct RetentionSource {
    Certainty certainty = Certainty::inference;
    std::string_view source;
};
RetentionSource sourceOf(RetentionRule rule);

/// One record, whatever ids were joined to it.
struct RetentionFacts {
    std::optional<Date> born;
    std::optional<Date> died;
    std::optional<Date>
        lastContact;        ///< the last day that anything was done with or about the person; nothing = not known
    PerNeed<bool> holds{};  ///< the needs that the record was ever about
    bool open = false;      ///< a need is open
    friend bool operator==(const RetentionFacts&, const RetentionFacts&) = default;
};

struct RetentionReason {
    RetentionRule rule;
    Date until;  ///< the first day on which this rule no longer keeps it
    friend bool operator==(const RetentionReason&, const RetentionReason&) = default;
};

struct RetentionReview {
    std::optional<Date> due;  ///< the first day it may be reviewed; nothing: not while a need is open or no
                              ///< contact is known
    std::vector<RetentionReason> reasons;  ///< every rule that applies, the one that decides first

    bool isDueOn(Date day) const { return due && *due <= day; }
    friend bool operator==(const RetentionReview&, const RetentionReview&) = default;
};

RetentionReview retentionOf(const RetentionFacts& facts);

/// Somebody with a later contact cannot be due by that day, whatever else is known: what a search can begin with.
Date lastContactWorthAsking(Date dueBy);

}  // namespace holdfast
