// Two records of the same person: compared, joined, and taken apart again. Nothing is rewritten by it: what was written
// under either id stays there, so that both can be given back.
#pragma once

#include "app/cases.h"

namespace holdfast::app {

/// What to look at twice before two records are joined.
enum class MergeDoubt : std::uint8_t {
    numbersDiffer,        ///< two NHS numbers: needs a reason of its own
    birthsDiffer,         ///< two dates of birth: needs a reason of its own
    namesDiffer,          ///< nothing in the names is alike
    oneHasDied,           ///< only one record says so: they cannot be joined until that is mended
    cannotHold,           ///< together a need would not be held as it is now: they cannot be joined
    bothHold,             ///< one need is held by two workers: one of them goes on holding
    answersSetAside,      ///< answers in one record would let go of what the other holds: they are kept for reading
    needReopened,         ///< one record says a need is over that the other has open: it stays open
    eventsWithoutGround,  ///< an entry has no ground beside the other record's: it is shown, and counts no more
};

/// One of the two, as it stands alone.
struct MergeSide {
    Person person;
    engine::Snapshot now;
    std::int64_t version = 0;  ///< number of events
    int referrals = 0;
    int notes = 0;
    int limitedNotes = 0;  ///< of them, for some workers only
    int letters = 0;       ///< and papers
    int carers = 0;
    int consents = 0;
    int plans = 0;
    int drafts = 0;
    std::optional<Instant> lastEvent;
};

struct MergePreview {
    MergeSide kept;
    MergeSide merged;
    std::optional<engine::Snapshot> after;  ///< nothing when they cannot be joined
    Joining joining;
    std::vector<MergeDoubt> doubts;
    NameBook names;

    bool has(MergeDoubt doubt) const;
    bool needsReason() const;  ///< besides the reason of every merge, why it is one person all the same
};

struct MergeInput {
    PersonId kept;
    PersonId merged;
    std::int64_t seenKept = 0;  ///< how many events each had when they were compared
    std::int64_t seenMerged = 0;
    std::string reason;
    std::string despite;
    CommandId command;
};

class Merges {
public:
    explicit Merges(Workspace& workspace) : m_workspace{workspace} {}

    /// Both side by side, and what would become of them.
    Result<MergePreview> compare(const Session& session, const PersonId& kept, const PersonId& merged);

    /// ErrorCode::conflict when one of them moved on or was joined since; ErrorCode::invalid with `where` "reason" or
    /// "despite"; ErrorCode::refused with where "died" or "hold". A repeated command answers with the first outcome.
    Result<MergeId> join(const Session& session, const MergeInput& input);

    /// Gives back both as they were. What was written since stays with the kept record; what was written onto an entry (an
    /// amendment, a pin, that a call was returned) stays with that entry.
    Result<Done> takeApart(const Session& session, const MergeId& merge, const std::string& reason,
                           const CommandId& command);

private:
    Workspace& m_workspace;
};

/// What was joined to this record; the names of who did it are added to `names`.
std::vector<JoinedRecord> joinedTo(Workspace& workspace, const PersonId& record, NameBook& names);

}  // namespace holdfast::app

namespace holdfast {
// clang-format off
template <> struct Names<app::MergeDoubt> { static constexpr std::array<std::string_view, 9> list{
    "numbers_differ", "births_differ", "names_differ", "one_has_died", "cannot_hold", "both_hold", "answers_set_aside",
    "need_reopened", "events_without_ground"}; };
// clang-format on
}  // namespace holdfast
