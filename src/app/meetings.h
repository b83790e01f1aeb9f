// Joint meetings of both services: the agenda that builds itself, what is recorded of each person, and the minutes.
#pragma once

#include "app/cases.h"
#include "app/local_drafts.h"
#include "domain/meeting.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// One person of an agenda.
struct AgendaLine {
    AgendaItem item;
    std::string name;
    std::optional<int> age;
    std::string pronouns;
    std::string nhsNumber;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;
    std::optional<MeetingRecord> record;  ///< what stands of them in this meeting
};

/// What the page shows.
struct MeetingBoard {
    Meeting meeting;                  ///< the one that is on; without an id the one that could be held now
    std::vector<AgendaLine> lines;    ///< in the order of its agenda
    std::vector<AgendaLine> further;  ///< not on it, though there would be reason
    std::vector<Worker> workers;      ///< who can lead, act and attend: active, by name
    std::vector<Meeting> past;        ///< finished, newest first
    NameBook names;

    bool isOn() const { return meeting.version > 0; }
    int toDecide() const;  ///< people of the agenda of whom nothing is recorded yet
};

/// What is typed about one person of a meeting.
struct MeetingDraft {
    MeetingId meeting;
    MeetingOutcome outcome;
    std::int64_t version = 0;
    std::optional<Instant> savedAt;
};

struct MeetingRecordInput {
    MeetingId meeting;
    PersonId person;
    std::int64_t version = 0;  ///< of the draft
    CommandId command;
    std::string decisionWords;  ///< the decision as the screen says it; stands in the history
    std::string tellingWords;   ///< the same for who tells the person
    std::string reviewWords;    ///< and for looking at it again
};

struct MeetingRecorded {
    MeetingRecord record;
    bool stands = false;  ///< decided, with both services there
};

struct MeetingMinutes {
    Meeting meeting;
    std::vector<AgendaLine> lines;
    NameBook names;
};

class Meetings {
public:
    explicit Meetings(Workspace& workspace) : m_workspace{workspace} {}

    Result<MeetingBoard> board(const Session& session);

    /// The proposed meeting, as it was changed on the screen, is on. ErrorCode::conflict when another is.
    Result<Meeting> start(const Session& session, const Meeting& meeting, const CommandId& command);
    /// Attendance and agenda. ErrorCode::conflict when somebody saved it since, or it is finished.
    Result<Meeting> save(const Session& session, const Meeting& meeting);
    /// Or goes on after all.
    Result<Meeting> finish(const Session& session, const MeetingId& meeting, std::int64_t version, bool finished);

    /// The draft of that person, or a new one: what is recorded of them, or `first`.
    Result<MeetingDraft> begin(const Session& session, const MeetingId& meeting, const PersonId& person,
                               const MeetingOutcome& first);
    Result<MeetingDraft> saveDraft(const Session& session, const PersonId& person, const MeetingDraft& draft);
    static DraftText textOf(const PersonId& person, const MeetingDraft& draft);

    /// What was typed is recorded: an `mdt` in the person's history when both services are there and something was
    /// decided, its actions and the telling on the Today of whose they are.
    Result<MeetingRecorded> record(const Session& session, const MeetingRecordInput& input);
    /// It is as if nothing had been recorded; what was typed is a draft again, and both stay readable.
    Result<Done> takeBack(const Session& session, const MeetingId& meeting, const PersonId& person,
                          const CommandId& command);

    Result<MeetingMinutes> minutes(const Session& session, const MeetingId& meeting);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
