// Letting a record go when its time is over: one proposes it, another confirms it, and then it is gone from the store.
#pragma once

#include "app/backups.h"
#include "app/record_retention.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/disposal.h"

#include <string>
#include <vector>

namespace holdfast::app {

struct DisposalInput {
    PersonId person;
    std::string reason;  ///< in plain words; it goes with the record
    CommandId command;
};

/// How long copies of the store may still hold what is gone from it.
struct BackupTraces {
    bool server = false;  ///< its keeper makes the copies
    std::optional<Date>
        until{};  ///< the first scheduled copy from that day on drives the last one out; nothing: no schedule
};

/// What somebody sees before they decide.
struct DisposalCase {
    RetentionReview review;
    bool mayGo = false;  ///< its time is over, and nobody keeps it
    bool kept = false;   ///< somebody keeps it, or every record, for longer
    RecordContents contents;
    BackupTraces backups;
    std::optional<Disposal> proposal;
    std::string personName;    ///< empty for who sees no people
    std::string proposerName;  ///< empty where nothing is proposed
    bool changed = false;      ///< something was written, or its time moved, since it was proposed
    bool mine = false;         ///< nobody confirms what they proposed themselves
};

struct AwaitingDisposal {
    Disposal disposal;
    std::string personName;  ///< as above
    std::string proposerName;
    bool mine = false;
};

/// What stays of a record.
struct DisposalDone {
    DisposalId id;
    PersonId person;
    RetentionRule rule = RetentionRule::noNeed;
    std::string proposerName;
    Instant proposedAt;
    std::string confirmerName;
    Instant at;
};

struct DisposalOutcome {
    Instant at;
    RecordContents gone;
    bool cleared = false;  ///< nothing of it is left in the unused parts of the store's files either
};

class Disposals {
public:
    explicit Disposals(Workspace& workspace) : m_workspace{workspace} {}

    /// Before it is proposed.
    Result<DisposalCase> compare(const Session& session, const PersonId& person);
    /// Before it is confirmed.
    Result<DisposalCase> look(const Session& session, const DisposalId& disposal);

    /// ErrorCode::invalid with `where` "reason"; ErrorCode::refused with "disposal.not_due" or "disposal.kept";
    /// ErrorCode::conflict with "disposal" when it is proposed already.
    Result<DisposalId> propose(const Session& session, const DisposalInput& input);
    Result<Done> withdraw(const Session& session, const DisposalId& disposal, const CommandId& command);

    /// ErrorCode::refused with `where` "disposal.own", "disposal.changed", "disposal.not_due" or "disposal.kept";
    /// ErrorCode::conflict when it was withdrawn or confirmed before.
    Result<DisposalOutcome> confirm(const Session& session, const DisposalId& disposal, const CommandId& command);

    /// Clears the store's files of what the last disposal left there, where the program ended before that was done. False
    /// where traces may still stay, as for DisposalOutcome::cleared.
    Result<bool> finishClearing(const Session& session);

    /// How many wait that this worker may confirm. Looks at nobody: nothing is noted.
    Result<int> toConfirm(const Session& session);
    /// Oldest first.
    Result<std::vector<AwaitingDisposal>> awaiting(const Session& session);
    /// Newest first.
    Result<std::vector<DisposalDone>> done(const Session& session);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
