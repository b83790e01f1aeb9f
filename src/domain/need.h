// The two strands of one person, and the words for what happens to them (engine.md section 3).
#pragma once

#include "domain/names.h"

#include <cstdint>
#include <optional>

namespace holdfast {

enum class Need : std::uint8_t { mentalHealth, substanceUse };
inline constexpr std::array allNeeds{Need::mentalHealth, Need::substanceUse};

constexpr Need other(Need need)
{
    return need == Need::mentalHealth ? Need::substanceUse : Need::mentalHealth;
}

/// One value for each need.
template <class T>
struct PerNeed {
    T mentalHealth{};
    T substanceUse{};

    constexpr T& operator[](Need need) { return need == Need::mentalHealth ? mentalHealth : substanceUse; }
    constexpr const T& operator[](Need need) const { return need == Need::mentalHealth ? mentalHealth : substanceUse; }

    friend bool operator==(const PerNeed&, const PerNeed&) = default;
};

/// What an action or a service is about.
enum class NeedScope : std::uint8_t { mentalHealth, substanceUse, both };

constexpr NeedScope scopeOf(Need need)
{
    return need == Need::mentalHealth ? NeedScope::mentalHealth : NeedScope::substanceUse;
}
/// The one need it is about; nothing = both.
constexpr std::optional<Need> needOf(NeedScope scope)
{
    if (scope == NeedScope::both)
        return std::nullopt;
    return scope == NeedScope::mentalHealth ? Need::mentalHealth : Need::substanceUse;
}
constexpr bool covers(NeedScope scope, Need need)
{
    return scope == NeedScope::both || scope == scopeOf(need);
}

enum class NeedStatus : std::uint8_t { notAsked, none, possible, present, met, declinedByPerson };

/// Open = somebody must hold it.
constexpr bool isOpen(NeedStatus status)
{
    return status == NeedStatus::possible || status == NeedStatus::present;
}

enum class Severity : std::uint8_t { none, mild, moderate, severe };

enum class ResponseKind : std::uint8_t {
    acknowledged,
    informationRequested,
    accepted,
    waitingList,
    appointmentOffered,
    started,
    declined,
    returnedWithAdvice,
    signposted,
    didNotAttend,
    discharged,
    completed,
};

/// N: never legitimate on its own. H: legitimate with a duty to hand over. S: soft, no explicit refusal.
enum class BounceClass : std::uint8_t { never, handover, soft };

enum class LegState : std::uint8_t {
    draft,
    sent,
    acknowledged,
    informationRequested,
    accepted,
    waiting,
    started,
    challenged,
    handoverPending,
    completed,
    withdrawnByPerson,
    closedJointly,
};

constexpr bool isTerminal(LegState state)
{
    return state == LegState::completed || state == LegState::withdrawnByPerson || state == LegState::closedJointly;
}

enum class ClaspState : std::uint8_t { held, joined, released };

enum class Sex : std::uint8_t { female, male, notRecorded };

enum class ChallengeOutcome : std::uint8_t { overturned, upheld };

enum class ContactDirection : std::uint8_t { in, out };
enum class ContactOutcome : std::uint8_t { spoke, leftMessage, noAnswer, replied };

/// How a letter left the house.
enum class LetterMethod : std::uint8_t { post, emailByHand, handedOver, fax, portal };

/// How the person is since somebody last asked.
enum class SupportChange : std::uint8_t { better, same, worse };

/// What the money went on that it cost a person to get help.
enum class CostKind : std::uint8_t { travel, phone, careOfOthers, lostPay, other };

// clang-format off
template <> struct Names<Need> { static constexpr std::array<std::string_view, 2> list{"mental_health", "substance_use"}; };
template <> struct Names<NeedScope> { static constexpr std::array<std::string_view, 3> list{"mental_health", "substance_use", "both"}; };
template <> struct Names<NeedStatus> { static constexpr std::array<std::string_view, 6> list{"not_asked", "none", "possible", "present", "met", "declined_by_person"}; };
template <> struct Names<Severity> { static constexpr std::array<std::string_view, 4> list{"none", "mild", "moderate", "severe"}; };
template <> struct Names<ResponseKind> { static constexpr std::array<std::string_view, 12> list{
    "acknowledged", "information_requested", "accepted", "waiting_list", "appointment_offered", "started",
    "declined", "returned_with_advice", "signposted", "did_not_attend", "discharged", "completed"}; };
template <> struct Names<BounceClass> { static constexpr std::array<std::string_view, 3> list{"never", "handover", "soft"}; };
template <> struct Names<LegState> { static constexpr std::array<std::string_view, 12> list{
    "draft", "sent", "acknowledged", "information_requested", "accepted", "waiting", "started",
    "challenged", "handover_pending", "completed", "withdrawn_by_person", "closed_jointly"}; };
template <> struct Names<ClaspState> { static constexpr std::array<std::string_view, 3> list{"held", "joined", "released"}; };
template <> struct Names<Sex> { static constexpr std::array<std::string_view, 3> list{"female", "male", "not_recorded"}; };
template <> struct Names<ChallengeOutcome> { static constexpr std::array<std::string_view, 2> list{"overturned", "upheld"}; };
template <> struct Names<ContactDirection> { static constexpr std::array<std::string_view, 2> list{"in", "out"}; };
template <> struct Names<ContactOutcome> { static constexpr std::array<std::string_view, 4> list{"spoke", "left_message", "no_answer", "replied"}; };
template <> struct Names<LetterMethod> { static constexpr std::array<std::string_view, 5> list{"post", "email_by_hand", "handed_over", "fax", "portal"}; };
template <> struct Names<CostKind> { static constexpr std::array<std::string_view, 5> list{"travel", "phone", "care_of_others", "lost_pay", "other"}; };
template <> struct Names<SupportChange> { static constexpr std::array<std::string_view, 3> list{"better", "same", "worse"}; };
// clang-format on

}  // namespace holdfast
