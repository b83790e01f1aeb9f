// A person's case: opening it, and recording what happened. One way in for every event kind; the engine decides, the
// store keeps, the audit remembers, in one transaction. preview() is record() without the saving.
#pragma once

#include "app/joined_record.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/person.h"
#include "engine/ladder.h"
#include "engine/snapshot.h"
#include "engine/support.h"
#include "engine/verdict.h"
#include "record/assessment_form.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// Somebody's or something's name, for showing ids as people read them.
struct NameBook {
    std::map<ServiceId, std::string> services;
    std::map<WorkerId, std::string> workers;
};

struct HistoryEntry {
    Event event;
    WorkerId author;
    std::int64_t seq = 0;
    std::string channel;  ///< "email", "letter", "phone", ... how it came
    std::string toldBy;   ///< who replied: "duty clinician"
    bool late = false;    ///< recorded on a later London day than it happened
    bool voided = false;  ///< entered in error
    std::string voidReason;
    std::optional<BounceClass> secondLook;
};

struct CaseFile {
    Person person;
    engine::Snapshot now;                        ///< as of the clock, with sentences
    std::vector<HistoryEntry> history;           ///< by `at`, then order recorded
    std::vector<engine::Ladder> ladders;         ///< of every challenge, oldest first
    std::optional<engine::SupportPlan> support;  ///< while a leg waits
    NameBook names;
    std::optional<Instant> lastAssessedAt;
    std::vector<engine::Score> earlierScores;  ///< the scores of the assessment before, for "was 19 in June"
    std::int64_t version = 0;                  ///< number of events; goes with every command
    std::vector<JoinedRecord> joined;          ///< records that were joined to this one, oldest first, the undone too
};

/// One thing that changed because of a record, e.g. a late letter: for "what changed".
struct Change {
    std::string what;  ///< "holder", "leg", "bounce", "flag", "next_action", "clasp", "need"
    std::optional<Need> need;
    std::string before;  ///< codes or ids as in the snapshot's JSON
    std::string after;
    friend bool operator==(const Change&, const Change&) = default;
};

struct RecordInput {
    PersonId person;
    std::int64_t seenVersion = 0;
    CommandId command;  ///< new for each command; a repeat answers with the first outcome
    Instant at;         ///< when it happened; may lie in the past
    EventBody body;
    std::string words;
    SafetyFacts safety;
    std::string channel;
    std::string toldBy;
    std::string whyNotChallenged;  ///< "record only": why no challenge follows; shown in the report
};

struct RecordOutcome {
    EventId event;
    engine::Snapshot after;                  ///< at the clock's now, with sentences
    std::optional<engine::Verdict> verdict;  ///< for responses and attempts
    std::vector<Change> changed;
    bool late = false;
    NameBook names;
    std::int64_t version = 0;
};

class Cases {
public:
    explicit Cases(Workspace& workspace) : m_workspace{workspace} {}

    Result<CaseFile> open(const Session& session, const PersonId& person);

    /// What record() would answer; saves nothing, audits nothing.
    Result<RecordOutcome> preview(const Session& session, const RecordInput& input);

    /// ErrorCode::conflict when the case moved on since `seenVersion`; ErrorCode::refused with `where` a pointer into
    /// the event when the engine does not allow it.
    Result<RecordOutcome> record(const Session& session, const RecordInput& input);

    /// Marks an event as entered in error: what undo does, and what stays visible.
    Result<RecordOutcome> undo(const Session& session, const PersonId& person, const EventId& event,
                               const CommandId& command);

    /// The protocols and leaflets that were named when somebody recorded whether one was applied, with their versions as
    /// they were typed; the one named last comes first.
    Result<std::vector<std::string>> protocolsNamed(const Session& session);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
