// A record whose time is over is disposed of by two people: one proposes it, another confirms it. What stays is that there
// was a record, when it went and by whom.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/retention.h"

#include <array>
#include <optional>
#include <string>

namespace holdfast {

using DisposalId = Id<struct DisposalTag>;

struct Disposal {
    DisposalId id;
    PersonId person;     ///< the id that leads the record
    std::string reason;  ///< empty once the record is gone: it may say something about the person
    RetentionRule rule = RetentionRule::noNeed;
    Date dueOn;        ///< from which day it may be reviewed
    std::string held;  ///< what was in the record when it was proposed, counted table by table
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const Disposal&, const Disposal&) = default;
};

enum class DisposalVerdict : std::uint8_t { withdrawn, confirmed };

struct DisposalAnswer {
    DisposalId disposal;
    DisposalVerdict kind = DisposalVerdict::withdrawn;
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const DisposalAnswer&, const DisposalAnswer&) = default;
};

/// What a record is made of, as somebody counts it who is about to let it go.
enum class RecordPart : std::uint8_t {
    events,
    assessments,
    notes,
    letters,
    papers,
    drafts,
    stories,
    plans,
    consents,
    carers,  ///< who are known for this person only
    meetings,
    handovers,
    joins,         ///< records that were joined to it
    restrictions,  ///< decisions about who may see it
};
inline constexpr std::size_t recordPartCount = static_cast<std::size_t>(RecordPart::restrictions) + 1;

struct RecordContents {
    std::array<std::int64_t, recordPartCount> counts{};
    std::int64_t& operator[](RecordPart part) { return counts[static_cast<std::size_t>(part)]; }
    std::int64_t operator[](RecordPart part) const { return counts[static_cast<std::size_t>(part)]; }
    friend bool operator==(const RecordContents&, const RecordContents&) = default;
};

// clang-format off
template <> struct Names<DisposalVerdict> { static constexpr std::array<std::string_view, 2> list{"withdrawn", "confirmed"}; };
template <> struct Names<RecordPart> { static constexpr std::array<std::string_view, recordPartCount> list{
    "events", "assessments", "notes", "letters", "papers", "drafts", "stories", "plans", "consents", "carers", "meetings",
    "handovers", "joins", "restrictions"}; };
// clang-format on

}  // namespace holdfast
