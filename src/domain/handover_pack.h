// One worker hands a person over to another: what matters, what was promised, what was tried, whom to ring, and the
// story in ten lines. It changes who holds a need only when both have agreed, and never leaves one without a holder.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/need.h"
#include "domain/worker.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using HandoverPackId = Id<struct HandoverPackTag>;

struct HandoverText {
    std::string matters;       ///< to the person
    std::string promises;      ///< made to the person and still open
    std::string tried;         ///< and how it went
    std::string ring;          ///< whom, and how
    std::string story;         ///< at most ten lines
    bool storyAgreed = false;  ///< by the person
    std::string whyNotAgreed;
    friend bool operator==(const HandoverText&, const HandoverText&) = default;
};

struct HandoverPack {
    HandoverPackId id;
    PersonId person;
    WorkerId from;
    WorkerId to;
    NeedScope need = NeedScope::both;
    bool leaving = false;  ///< the giver will hold nothing of this person any more
    HandoverText text;
    Instant writtenAt;  ///< the giver's signature
    CommandId command;
    friend bool operator==(const HandoverPack&, const HandoverPack&) = default;
};

enum class HandoverAnswerKind : std::uint8_t { agreed, declined, withdrawn };

/// What became of it; the giver withdraws, the receiver agrees or declines.
struct HandoverAnswer {
    HandoverPackId pack;
    HandoverAnswerKind kind = HandoverAnswerKind::agreed;
    std::string reason;  ///< of a refusal
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const HandoverAnswer&, const HandoverAnswer&) = default;
};

struct HandoverRecord {
    HandoverPack pack;
    std::optional<HandoverAnswer> answer;  ///< nothing: it waits
    friend bool operator==(const HandoverRecord&, const HandoverRecord&) = default;
};

inline constexpr std::size_t longestHandoverText = 6'000;  ///< bytes
inline constexpr int mostStoryLines = 10;

/// A need that somebody must hold, as it stands.
struct OpenNeed {
    Need need = Need::mentalHealth;
    ServiceId service;
    WorkerId worker;
    bool acting = false;  ///< on paper only: the worker left
    bool here = true;     ///< the worker is still among us
    friend bool operator==(const OpenNeed&, const OpenNeed&) = default;
};

/// ErrorCode::invalid with `where` "matters", "story" ("lines" in `detail` when there are more than ten), "why_not_agreed"...
Result<Done> checkHandoverText(const HandoverText& text);

/// Who would hold what once it is agreed.
std::vector<OpenNeed> afterHandover(std::vector<OpenNeed> open, const HandoverPack& pack);

/// ErrorCode::refused with `where` "to" or "need" and `detail` "handover.same", "handover.not_here",
/// "handover.other_service", "handover.holds_nothing" or "handover.leaves_need".
Result<Done> checkHandover(const std::vector<OpenNeed>& open, const HandoverPack& pack, const Worker& to);

// clang-format off
template <> struct Names<HandoverAnswerKind> { static constexpr std::array<std::string_view, 3> list{"agreed", "declined", "withdrawn"}; };
// clang-format on

}  // namespace holdfast
