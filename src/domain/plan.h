// The four plans of one person: care, safety, aftercare, and the way into adult services. One mechanism, told apart by a
// table of sections. What was agreed never changes: a new version stands beside it.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/need.h"
#include "domain/worker.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace holdfast {

using PlanId = Id<struct PlanTag>;

enum class PlanKind : std::uint8_t { care, safety, aftercare, transition };
inline constexpr std::array allPlanKinds{PlanKind::care, PlanKind::safety, PlanKind::aftercare, PlanKind::transition};

/// What the person said to it.
enum class PlanAccord : std::uint8_t { agreed, agreedInPart, didNotAgree };

/// A part of a plan that somebody writes.
struct PlanSection {
    std::string_view code;  ///< stable: "warning_signs"
    bool required = false;
    std::optional<Need> only{};  ///< required only where the plan is about this need
};

/// In the order in which they are read.
std::span<const PlanSection> sectionsOf(PlanKind kind);

/// Who does what by when.
struct PlanLine {
    std::string id;  ///< the same in every version that still has it
    NeedScope need = NeedScope::both;
    std::string what;
    WorkerId worker;  ///< who does it, when they work here; it stands on their Today
    std::string who;  ///< else in words: the person, somebody close to them, another service
    std::optional<Date> due;
    friend bool operator==(const PlanLine&, const PlanLine&) = default;
};

/// What is typed: of a draft, and of the version it becomes.
struct PlanContent {
    PlanKind kind = PlanKind::care;
    NeedScope need = NeedScope::both;            ///< of an aftercare plan: which it follows
    std::map<std::string, std::string> answers;  ///< by the code of the section
    std::vector<PlanLine> lines;
    std::optional<Date> reviewOn;
    std::optional<Date> until;  ///< of an aftercare plan: how long it runs
    std::string copiesTo;
    std::optional<PlanAccord> accord;
    std::string personsView;  ///< in their own words
    friend bool operator==(const PlanContent&, const PlanContent&) = default;
};

/// A version that was agreed.
struct Plan {
    PlanId id;
    PersonId person;
    int number = 1;  ///< 1 for the first of its kind
    PlanContent content;
    WorkerId author;
    Role role = Role::keyworker;  ///< the author's, that day
    ServiceId service;            ///< the author's, that day
    Instant agreedAt;
    CommandId command;
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// A line was done, or it turned out that it was not.
struct PlanMark {
    PersonId person;
    std::string line;
    int number = 1;
    bool done = true;
    WorkerId worker;
    Instant at;
    friend bool operator==(const PlanMark&, const PlanMark&) = default;
};

inline constexpr std::size_t longestPlanAnswer = 8'000;  ///< bytes
inline constexpr std::size_t longestPlanLine = 500;
inline constexpr std::size_t longestPlanWho = 120;
inline constexpr std::size_t mostPlanLines = 60;

/// From half a year before the 18th birthday, and until a year after it.
bool offersTransition(const std::optional<Date>& born, Date today);

/// When to be in touch once a service has stepped back: 1, 3, 6 and 12 months on (domain.md 8; examples, not a rule).
std::vector<Date> keepInTouchDates(Date from);

/// What must be so before it is agreed: ErrorCode::invalid with `where` "answers/goals", "lines/2/owner", "review_on",
/// "until", "accord" or "persons_view".
Result<Done> checkPlan(const PlanContent& content, Date today);

/// Of the standing version and everything marked since: what is still to do.
std::vector<PlanLine> outstanding(const PlanContent& content, const std::vector<PlanMark>& marks);
bool isDone(const std::string& line, const std::vector<PlanMark>& marks);

// clang-format off
template <> struct Names<PlanKind> { static constexpr std::array<std::string_view, 4> list{
    "care", "safety", "aftercare", "transition"}; };
template <> struct Names<PlanAccord> { static constexpr std::array<std::string_view, 3> list{
    "agreed", "agreed_in_part", "did_not_agree"}; };
// clang-format on

}  // namespace holdfast
