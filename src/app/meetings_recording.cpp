// What a meeting says of one person: kept as it is typed, recorded once both services have decided, and taken back.
#include "app/agreed_lines.h"
#include "app/draft_shelf.h"
#include "app/meeting_case.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "domain/calendar.h"
#include "domain/plan.h"
#include "exchange/meeting_json.h"
#include "store/command_log.h"
#include "store/draft_repository.h"
#include "store/plan_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr auto endOfDay = std::chrono::hours{17};

Result<MeetingDraft> draftOf(const MeetingId& meeting, const store::DraftRow& row)
{
    auto outcome = exchange::readMeetingOutcome(row.body);
    if (!outcome)
        return Error{ErrorCode::damaged, "draft" + outcome.error().where, outcome.error().detail};
    return MeetingDraft{meeting, *std::move(outcome), row.version, row.savedAt};
}

Result<MeetingDraft> keepDraft(Workspace& workspace, const Session& session, const DraftText& text, MeetingDraft draft)
{
    if (auto read = exchange::readMeetingOutcome(text.body); !read)
        return read.error();
    auto saved = shelve(workspace, session, text);
    if (!saved)
        return std::move(saved).error();
    draft.version = saved->version;
    draft.savedAt = saved->savedAt;
    return draft;
}

/// The meeting while it goes on, with this person on its agenda.
Result<Meeting> running(Workspace& workspace, const MeetingId& id, const PersonId& person)
{
    auto meeting = meetingIn(workspace, id);
    if (!meeting)
        return meeting;
    if (meeting->finishedAt)
        return Error{ErrorCode::conflict, "finished", "the meeting is finished"};
    if (std::ranges::find(meeting->items, person, &AgendaItem::person) == meeting->items.end())
        return Error{ErrorCode::notFound, "person", {}};
    return meeting;
}

std::optional<MeetingRecord> standing(const std::vector<MeetingRecord>& records, const PersonId& person)
{
    const auto found = std::ranges::find(records, person, &MeetingRecord::person);
    return found == records.end() ? std::nullopt : std::optional{*found};
}

int nextNumber(Workspace& workspace, const MeetingId& meeting, const PersonId& person)
{
    int number = 1;
    for (const auto& row : store::MeetingRepository{workspace.connection()}.records(meeting))
        if (row.record.person == person)
            number = std::max(number, row.record.number + 1);
    return number;
}

/// Records the events, or only the command where there is none. The id of the last event.
Result<EventId> recordEvents(Workspace& workspace, const PersonId& person, const WorkerId& author,
                             const CommandId& command, const std::vector<Submission>& submissions)
{
    const std::string action{nameOf(Action::runMeeting)};
    if (submissions.empty()) {
        if (!store::CommandLog{workspace.connection()}.remember(
                {command, action, person.str(), author, workspace.clock().now()}))
            return commandUsed();
        return EventId{};
    }
    Recorder recorder{workspace};
    auto history = History::load(workspace.connection(), person);
    if (!history)
        return std::move(history).error();
    auto folded = recorder.fold(person, history->version(), author, command, submissions);
    if (!folded)
        return std::move(folded).error();
    if (auto saved = recorder.save(*folded, author, command, action); !saved)
        return std::move(saved).error();
    return folded->added.back();
}

Submission voided(const EventId& event, Instant now, std::string reason)
{
    return {now, event::EnteredInError{event, std::move(reason)}, {}, {}, {}, {}, {}};
}

class PersonRecording {
public:
    PersonRecording(Workspace& workspace, const MeetingRecordInput& input, WorkerId author, Meeting meeting,
                    MeetingOutcome outcome)
        : m_workspace{workspace},
          m_input{input},
          m_author{std::move(author)},
          m_meeting{std::move(meeting)},
          m_outcome{std::move(outcome)}
    {}

    Result<MeetingRecorded> run()
    {
        if (auto fine = checkOutcome(m_outcome, londonDate(m_now)); !fine)
            return std::move(fine).error();
        auto records = standingRecords(m_workspace, m_meeting.id);
        if (!records)
            return std::move(records).error();
        MeetingRecorded made;
        made.stands = bothPresent(m_meeting) && *m_outcome.decision != MeetingDecision::notDecided;
        std::vector<Submission> submissions;
        const auto before = standing(*records, m_input.person);
        if (before && !before->event.empty())
            submissions.push_back(voided(before->event, m_now, "recorded anew in the same meeting"));
        if (made.stands)
            submissions.push_back({m_now, mdt(), m_outcome.personsView, {}, {}, {}, {}});
        auto event = recordEvents(m_workspace, m_input.person, m_author, m_input.command, submissions);
        if (!event)
            return std::move(event).error();
        MeetingRecord& record = made.record;
        record.meeting = m_meeting.id;
        record.person = m_input.person;
        record.number = nextNumber(m_workspace, m_meeting.id, m_input.person);
        record.state = made.stands ? MeetingState::decided : MeetingState::notDecided;
        record.outcome = m_outcome;
        record.present = present();
        if (made.stands)
            record.event = *event;
        record.worker = m_author;
        record.at = m_now;
        record.command = m_input.command;
        store::MeetingRepository{m_workspace.connection()}.insert({record, exchange::writeMeetingRecord(record)});
        stand();
        return made;
    }

private:
    std::vector<std::string> present() const
    {
        std::vector<std::string> names;
        const store::WorkerRepository workers{m_workspace.connection()};
        for (const Attendee& each : m_meeting.attendees) {
            if (each.presence == Presence::away)
                continue;
            const auto worker = each.worker.empty() ? std::nullopt : workers.find(each.worker);
            names.push_back(worker ? worker->name : each.name);
        }
        return names;
    }

    event::Mdt mdt() const
    {
        event::Mdt body;
        for (const Attendee& each : m_meeting.attendees)
            if (each.presence != Presence::away)
                body.attended.push_back(each.worker.empty() ? each.name : each.worker.str());
        body.decision = m_input.decisionWords + "\n" + m_outcome.plainWords;
        body.lead = m_outcome.lead;
        for (const MeetingAction& action : m_outcome.actions)
            body.actions.push_back({action.need, action.what, action.owner.str(), dueOf(*action.due)});
        body.actions.push_back(
            {NeedScope::both, m_input.tellingWords, m_outcome.teller.str(), dueOf(*m_outcome.tellBy)});
        return body;
    }

    /// The end of that day, and of today never a moment that has passed.
    Instant dueOf(Date day) const { return std::max(londonInstant(day, endOfDay), m_now); }

    void stand()
    {
        std::vector<store::AgreedLine> lines;
        const auto add = [&](NeedScope need, const std::string& what, const WorkerId& worker, Date due) {
            lines.push_back({m_input.person,
                             std::string{meetingSource},
                             {m_workspace.ids().make<PlanId>().str(), need, what, worker, {}, due},
                             true});
        };
        for (const MeetingAction& action : m_outcome.actions)
            add(action.need, action.what, action.owner, *action.due);
        add(NeedScope::both, m_input.tellingWords, m_outcome.teller, *m_outcome.tellBy);
        const WorkerId& reviewer = m_outcome.lead.empty() ? m_author : m_outcome.lead;
        add(NeedScope::both, m_input.reviewWords, reviewer, *m_outcome.reviewOn);
        store::PlanRepository{m_workspace.connection()}.standInstead(m_input.person, std::string{meetingSource}, lines);
    }

    Workspace& m_workspace;
    const MeetingRecordInput& m_input;
    WorkerId m_author;
    Meeting m_meeting;
    MeetingOutcome m_outcome;
    Instant m_now = m_workspace.clock().now();
};

Result<MeetingRecorded> repeated(const store::MeetingRecordRow& row)
{
    MeetingRecorded made{row.record, row.record.state == MeetingState::decided};
    if (auto read = exchange::readMeetingRecord(row.body, made.record); !read)
        return std::move(read).error();
    return made;
}

}  // namespace

DraftText Meetings::textOf(const PersonId& person, const MeetingDraft& draft)
{
    return {draftKindOf(draft.meeting), person, exchange::writeMeetingOutcome(draft.outcome), draft.version};
}

Result<MeetingDraft> Meetings::begin(const Session& session, const MeetingId& meeting, const PersonId& person,
                                     const MeetingOutcome& first)
{
    return audited(
        m_workspace, session, Action::runMeeting, person.str(), [&](AuditNote& audit) -> Result<MeetingDraft> {
            audit.detail = "begun";
            if (auto on = running(m_workspace, meeting, person); !on)
                return std::move(on).error();
            if (const auto row = store::DraftRepository{m_workspace.connection()}.find(draftKindOf(meeting), person))
                return draftOf(meeting, *row);
            auto records = standingRecords(m_workspace, meeting);
            if (!records)
                return std::move(records).error();
            const auto before = standing(*records, person);
            MeetingDraft draft{meeting, before ? before->outcome : first, 0, {}};
            const DraftText text = textOf(person, draft);
            auto kept = keepDraft(m_workspace, session, text, std::move(draft));
            if (kept)
                store::DraftRepository{m_workspace.connection()}.leave(text.kind, person, m_workspace.sitting());
            return kept;
        });
}

Result<MeetingDraft> Meetings::saveDraft(const Session& session, const PersonId& person, const MeetingDraft& draft)
{
    const auto action = Action::runMeeting;
    const DraftText text = textOf(person, draft);
    auto done = audited(m_workspace, session, action, person.str(), [&](AuditNote& audit) -> Result<MeetingDraft> {
        audit.detail = "draft saved";
        if (auto on = running(m_workspace, draft.meeting, person); !on)
            return std::move(on).error();
        return keepDraft(m_workspace, session, text, draft);
    });
    if (!done && done.error().code == ErrorCode::conflict)
        setAside(m_workspace, session, action, text);
    return done;
}

Result<MeetingRecorded> Meetings::record(const Session& session, const MeetingRecordInput& input)
{
    if (input.command.empty() || input.decisionWords.empty() || input.tellingWords.empty() || input.reviewWords.empty())
        return Error{ErrorCode::invalid, "command", "expected a command and its words"};
    // Who may run a meeting may record what it decides, and the table of both must say so.
    if (auto may = authorise(session.worker, Action::recordMdt); !may)
        return std::move(may).error();
    const auto action = Action::runMeeting;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& audit) -> Result<MeetingRecorded> {
        if (const auto before = store::MeetingRepository{m_workspace.connection()}.recordByCommand(input.command)) {
            audit.detail = "repeated";
            return repeated(*before);
        }
        auto meeting = running(m_workspace, input.meeting, input.person);
        if (!meeting)
            return std::move(meeting).error();
        store::DraftRepository drafts{m_workspace.connection()};
        const auto row = drafts.find(draftKindOf(input.meeting), input.person);
        if (!row)
            return Error{ErrorCode::notFound, "draft", {}};
        if (row->version != input.version)
            return Error{ErrorCode::conflict, "version", "the draft was saved since it was read"};
        auto draft = draftOf(input.meeting, *row);
        if (!draft)
            return std::move(draft).error();
        auto made = PersonRecording{m_workspace, input, session.worker.id, *std::move(meeting),
                                    std::move(draft.value().outcome)}
                        .run();
        if (!made)
            return made;
        if (auto gone = drafts.remove(draftKindOf(input.meeting), input.person, input.version); !gone)
            return std::move(gone).error();
        audit.detail = input.meeting.str() + ' ' + std::string{nameOf(made->record.state)};
        return made;
    });
}

Result<Done> Meetings::takeBack(const Session& session, const MeetingId& meeting, const PersonId& person,
                                const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    return audited(m_workspace, session, Action::runMeeting, person.str(), [&](AuditNote& audit) -> Result<Done> {
        store::MeetingRepository meetings{m_workspace.connection()};
        if (meetings.recordByCommand(command)) {
            audit.detail = "repeated";
            return Done{};
        }
        if (auto on = running(m_workspace, meeting, person); !on)
            return std::move(on).error();
        auto records = standingRecords(m_workspace, meeting);
        if (!records)
            return std::move(records).error();
        auto before = standing(*records, person);
        if (!before)
            return Error{ErrorCode::notFound, "record", {}};
        const Instant now = m_workspace.clock().now();
        std::vector<Submission> submissions;
        if (!before->event.empty())
            submissions.push_back(voided(before->event, now, "taken back in the meeting"));
        auto undone = recordEvents(m_workspace, person, session.worker.id, command, submissions);
        if (!undone)
            return std::move(undone).error();
        MeetingRecord record = *before;
        record.number = nextNumber(m_workspace, meeting, person);
        record.state = MeetingState::takenBack;
        record.event = {};
        record.worker = session.worker.id;
        record.at = now;
        record.command = command;
        meetings.insert({record, exchange::writeMeetingRecord(record)});
        store::PlanRepository{m_workspace.connection()}.standInstead(person, std::string{meetingSource}, {});
        const store::DraftRepository drafts{m_workspace.connection()};
        if (!drafts.find(draftKindOf(meeting), person)) {
            const DraftText text = textOf(person, {meeting, before->outcome, 0, {}});
            if (auto kept = shelve(m_workspace, session, text); !kept)
                return std::move(kept).error();
            store::DraftRepository{m_workspace.connection()}.leave(text.kind, person, m_workspace.sitting());
        }
        audit.detail = meeting.str() + " taken back";
        return Done{};
    });
}

}  // namespace holdfast::app
