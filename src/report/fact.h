// What the reports know besides the bounces: each referral with what came of it, and the other things that are counted.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"

#include <cstdint>
#include <optional>
#include <string>

namespace holdfast::report {

/// Of the person on that day, and who wrote it down: what a report can be narrowed to.
struct Circumstances {
    std::optional<int> age;  ///< whole years; nothing when the date of birth is not recorded
    std::string area;        ///< outward part of the postcode: "SG1"; empty when it says nothing
    WorkerId author;         ///< empty when nobody wrote it: a silence
    friend bool operator==(const Circumstances&, const Circumstances&) = default;
};

/// What came of one referral, until the need was referred anew.
struct ReferralMarks {
    int number = 0;  ///< 1: the first referral of this need; 0: asked again while the person waited there already
    std::optional<Date> answered;     ///< the first answer of any kind
    std::optional<Date> answerDue;    ///< by the policy of that day; nothing when it sets no time
    std::optional<Date> decided;      ///< the first answer that says yes or no
    std::optional<Date> decisionDue;  ///< by the policy of that day
    std::optional<Date> accepted;     ///< accepted, put on the list, offered a visit, or started
    bool bounced = false;             ///< turned away or left without an answer before that
    bool otherNeedCited = false;      ///< turned away because of the person's other need
    int wishes = 0;                   ///< of the person, as bits: see Wish
    friend bool operator==(const ReferralMarks&, const ReferralMarks&) = default;
};

/// Wishes that a service can miss.
enum class Wish : std::uint8_t { notNearHome = 1, travelHelp = 2, outsideWorkHours = 4 };
constexpr bool has(int wishes, Wish wish)
{
    return (wishes & static_cast<int>(wish)) != 0;
}

/// One referral as a report reads it.
struct ReferralRow {
    PersonId person;
    Need need = Need::mentalHealth;
    std::string service;
    Date on;  ///< London day
    ReferralMarks marks;
    Circumstances where;
    int missed = 0;  ///< of the wishes, those that this service does not meet
    friend bool operator==(const ReferralRow&, const ReferralRow&) = default;
};

enum class FactKind : std::uint8_t {
    asked,      ///< help with a need was first asked for; until the first help, or until the person was lost from sight
    joint,      ///< both needs had been referred for the first time; until both were accepted
    challenge,  ///< a refusal was challenged; until the answer
    contactOut,  ///< somebody rang or wrote to a service
    contactIn,
    attempt,   ///< help was sought at a door before any referral
    ended,     ///< a service ended its care; yes: with a plan for after, or the person's choice to have none
    protocol,  ///< whether the joint protocol was applied to a refusal
    eighteen,  ///< an eighteenth birthday with an open need; yes: a service for adults had accepted
    meeting,   ///< a joint meeting
    carer,     ///< a letter to a carer
    good,      ///< something a service did well; yes: with both needs held together
    cost,      ///< money that it cost the person to get help
};

enum class Outcome : std::uint8_t {
    none,
    helped,
    lost,
    overturned,
    upheld,
    withdrawn,
    spoke,
    leftMessage,
    noAnswer,
    replied
};

struct Fact {
    FactKind kind = FactKind::asked;
    NeedScope need = NeedScope::both;
    std::string service;  ///< directory id, or the door of an attempt; may be empty
    Date on;              ///< London day
    std::optional<Date> until{};
    Outcome outcome = Outcome::none;
    bool yes = false;  ///< see the kind; of a contact: a bounce or a silence of that service had made it necessary
    int pence = 0;     ///< of a cost; of nothing else
    Circumstances where{};
    friend bool operator==(const Fact&, const Fact&) = default;
};

}  // namespace holdfast::report

// clang-format off
template <> struct holdfast::Names<holdfast::report::FactKind> { static constexpr std::array<std::string_view, 13> list{
    "asked", "joint", "challenge", "contact_out", "contact_in", "attempt", "ended", "protocol", "eighteen", "meeting", "carer", "good", "cost"}; };
template <> struct holdfast::Names<holdfast::report::Outcome> { static constexpr std::array<std::string_view, 10> list{
    "none", "helped", "lost", "overturned", "upheld", "withdrawn", "spoke", "left_message", "no_answer", "replied"}; };
// clang-format on
