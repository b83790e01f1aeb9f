#include "app/meetings.h"

#include "app/draft_shelf.h"
#include "app/meeting_case.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "domain/calendar.h"
#include "domain/service.h"
#include "exchange/meeting_json.h"
#include "store/command_log.h"
#include "store/worker_repository.h"
#include "store/worklist_query.h"

#include <algorithm>
#include <set>

namespace holdfast::app {

MeetingSide sideOf(Workspace& workspace, const Worker& worker)
{
    const Service* service = workspace.directory().find(worker.service);
    if (service == nullptr || service->needs.size() != 1)
        return MeetingSide::other;
    return service->needs.front() == Need::mentalHealth ? MeetingSide::mentalHealth : MeetingSide::substanceUse;
}

namespace {

constexpr int mostWork = 1'000;
constexpr int mostMeetings = 40;
constexpr std::size_t mostProposed = 10;

std::vector<AgendaSign> signsOf(Workspace& workspace)
{
    const Instant now = workspace.clock().now();
    std::vector<AgendaSign> signs;
    for (const store::WorkRow& row : store::WorklistQuery{workspace.connection(), workspace.unseen()}.rows(
             {}, store::WorkOrder::urgent, mostWork)) {
        const Instant due = row.silentFrom && *row.silentFrom < now ? *row.silentFrom : row.action.due;
        const int overdue = due < now ? std::max(0, workspace.days().between(due, now)) : 0;
        signs.push_back({row.person.id, row.action.what, row.action.rule.str(), row.action.escalationLevel, overdue});
    }
    return signs;
}

void leaveOutUnseen(Workspace& workspace, Meeting& meeting)
{
    std::erase_if(meeting.items, [&](const AgendaItem& item) { return workspace.unseen().contains(item.person); });
}

/// The chair and everybody who holds a need of somebody on the agenda.
std::vector<Attendee> invited(Workspace& workspace, const Worker& chair, const std::vector<AgendaItem>& items)
{
    std::vector<Attendee> attendees;
    std::set<WorkerId> there;
    const auto add = [&](const Worker& worker, Presence presence) {
        if (worker.active && there.insert(worker.id).second)
            attendees.push_back({worker.id, {}, {}, sideOf(workspace, worker), presence});
    };
    add(chair, Presence::here);
    const store::MeetingRepository meetings{workspace.connection()};
    const store::WorkerRepository workers{workspace.connection()};
    for (const AgendaItem& item : items) {
        const auto person = meetings.person(item.person);
        for (const Need need : allNeeds)
            if (person && !person->holder[need].empty())
                if (const auto worker = workers.find(person->holder[need]))
                    add(*worker, Presence::away);
    }
    return attendees;
}

Meeting proposed(Workspace& workspace, const Worker& chair, std::vector<AgendaItem> items)
{
    Meeting meeting;
    meeting.service = chair.service;
    meeting.chair = chair.id;
    meeting.startsAt = std::chrono::floor<std::chrono::minutes>(workspace.clock().now());
    if (items.size() > mostProposed)
        items.resize(mostProposed);
    meeting.items = std::move(items);
    meeting.attendees = invited(workspace, chair, meeting.items);
    return meeting;
}

void addNames(Workspace& workspace, NameBook& names, const Meeting& meeting)
{
    addName(workspace, names, meeting.chair);
    for (const Attendee& each : meeting.attendees)
        addName(workspace, names, each.worker);
    for (const Service& service : workspace.directory().services())
        names.services.emplace(service.id, service.name);
}

void addNames(Workspace& workspace, NameBook& names, const std::vector<AgendaLine>& lines)
{
    for (const AgendaLine& line : lines) {
        if (!line.record)
            continue;
        const MeetingOutcome& outcome = line.record->outcome;
        for (const WorkerId& worker : {outcome.lead, outcome.deputy, outcome.teller, line.record->worker})
            addName(workspace, names, worker);
        for (const MeetingAction& action : outcome.actions)
            addName(workspace, names, action.owner);
    }
}

Result<Done> fillFurther(Workspace& workspace, MeetingBoard& board, const std::vector<AgendaItem>& all)
{
    Meeting rest;
    for (const AgendaItem& item : all)
        if (std::ranges::find(board.meeting.items, item.person, &AgendaItem::person) == board.meeting.items.end() &&
            rest.items.size() < mostAgendaItems)
            rest.items.push_back(item);
    auto further = agendaLines(workspace, rest);
    if (!further)
        return std::move(further).error();
    board.further = *std::move(further);
    return Done{};
}

}  // namespace

int MeetingBoard::toDecide() const
{
    return static_cast<int>(
        std::ranges::count_if(lines, [](const AgendaLine& line) { return !line.record && !isOff(line.item); }));
}

std::string draftKindOf(const MeetingId& meeting)
{
    return "meeting:" + meeting.str();
}

Result<Meeting> meetingOf(const store::MeetingRow& row)
{
    Meeting meeting = row.meeting;
    if (auto read = exchange::readMeetingBody(row.body, meeting); !read)
        return Error{ErrorCode::damaged, "meeting" + read.error().where, read.error().detail};
    return meeting;
}

Result<Meeting> meetingIn(Workspace& workspace, const MeetingId& id)
{
    const auto row = store::MeetingRepository{workspace.connection()}.find(id);
    if (!row)
        return Error{ErrorCode::notFound, "meeting", {}};
    return meetingOf(*row);
}

Result<std::vector<MeetingRecord>> standingRecords(Workspace& workspace, const MeetingId& meeting)
{
    std::vector<MeetingRecord> standing;
    for (auto& row : store::MeetingRepository{workspace.connection()}.records(meeting)) {
        std::erase_if(standing, [&](const MeetingRecord& other) { return other.person == row.record.person; });
        if (auto read = exchange::readMeetingRecord(row.body, row.record); !read)
            return Error{ErrorCode::damaged, "record" + read.error().where, read.error().detail};
        if (row.record.state != MeetingState::takenBack)
            standing.push_back(std::move(row.record));
    }
    return standing;
}

Result<std::vector<AgendaLine>> agendaLines(Workspace& workspace, const Meeting& meeting)
{
    const store::MeetingRepository meetings{workspace.connection()};
    auto records = standingRecords(workspace, meeting.id);
    if (!records)
        return std::move(records).error();
    std::vector<AgendaLine> lines;
    for (const AgendaItem& item : meeting.items) {
        const auto person = meetings.person(item.person);
        if (!person || workspace.unseen().contains(item.person))
            continue;
        AgendaLine line;
        line.item = item;
        line.name = person->person.name;
        if (person->person.born)
            line.age = yearsBetween(*person->person.born, londonDate(workspace.clock().now()));
        line.pronouns = person->person.pronouns;
        line.nhsNumber = person->person.nhsNumber;
        line.status = person->status;
        line.detail = person->detail;
        for (const MeetingRecord& record : *records)
            if (record.person == item.person)
                line.record = record;
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<MeetingBoard> Meetings::board(const Session& session)
{
    return audited(m_workspace, session, Action::viewMeetings, {}, [&](AuditNote& audit) -> Result<MeetingBoard> {
        MeetingBoard board;
        for (const store::MeetingRow& row : store::MeetingRepository{m_workspace.connection()}.newest(mostMeetings)) {
            auto meeting = meetingOf(row);
            if (!meeting)
                return std::move(meeting).error();
            leaveOutUnseen(m_workspace, meeting.value());
            if (meeting->finishedAt)
                board.past.push_back(*std::move(meeting));
            else if (!board.isOn())
                board.meeting = *std::move(meeting);
        }
        const auto all = buildAgenda(signsOf(m_workspace));
        if (!board.isOn())
            board.meeting = proposed(m_workspace, workerNow(m_workspace, session), all);
        auto lines = agendaLines(m_workspace, board.meeting);
        if (!lines)
            return std::move(lines).error();
        board.lines = *std::move(lines);
        if (auto filled = fillFurther(m_workspace, board, all); !filled)
            return std::move(filled).error();
        for (Worker& worker : store::WorkerRepository{m_workspace.connection()}.all())
            if (worker.active && authorise(worker, Action::viewMeetings))
                board.workers.push_back(std::move(worker));
        addNames(m_workspace, board.names, board.meeting);
        addNames(m_workspace, board.names, board.lines);
        for (const Meeting& meeting : board.past)
            addName(m_workspace, board.names, meeting.chair);
        for (const Worker& worker : board.workers)
            board.names.workers.emplace(worker.id, worker.name);
        audit.detail = std::to_string(board.lines.size()) + " people";
        return board;
    });
}

Result<Meeting> Meetings::start(const Session& session, const Meeting& meeting, const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    const auto action = Action::runMeeting;
    return audited(m_workspace, session, action, {}, [&](AuditNote& audit) -> Result<Meeting> {
        store::MeetingRepository meetings{m_workspace.connection()};
        if (const auto before = meetings.byCommand(command)) {
            audit.detail = "repeated";
            return meetingOf(*before);
        }
        if (auto fine = checkMeeting(meeting); !fine)
            return std::move(fine).error();
        for (const AgendaItem& item : meeting.items)
            if (auto seen = visible(m_workspace, item.person.str()); !seen)
                return std::move(seen).error();
        for (const store::MeetingRow& row : meetings.newest(mostMeetings))
            if (!row.meeting.finishedAt)
                return Error{ErrorCode::conflict, "meeting", "another meeting is on"};
        const Worker chair = workerNow(m_workspace, session);
        Meeting begun = meeting;
        begun.id = m_workspace.ids().make<MeetingId>();
        begun.service = chair.service;
        begun.chair = chair.id;
        begun.version = 0;
        begun.finishedAt.reset();
        store::CommandLog{m_workspace.connection()}.remember(
            {command, std::string{nameOf(action)}, begun.id.str(), chair.id, m_workspace.clock().now()});
        auto saved = meetings.save({begun, exchange::writeMeetingBody(begun), command});
        if (!saved)
            return std::move(saved).error();
        begun.version = *saved;
        audit.subject = begun.id.str();
        audit.detail = "begun with " + std::to_string(begun.items.size()) + " people";
        return begun;
    });
}

Result<Meeting> Meetings::save(const Session& session, const Meeting& meeting)
{
    return audited(m_workspace, session, Action::runMeeting, meeting.id.str(),
                   [&](AuditNote& audit) -> Result<Meeting> {
                       audit.detail = "agenda and attendance";
                       if (auto fine = checkMeeting(meeting); !fine)
                           return std::move(fine).error();
                       store::MeetingRepository meetings{m_workspace.connection()};
                       const auto row = meetings.find(meeting.id);
                       if (!row)
                           return Error{ErrorCode::notFound, "meeting", {}};
                       if (row->meeting.finishedAt)
                           return Error{ErrorCode::conflict, "finished", "the meeting is finished"};
                       auto before = meetingOf(*row);
                       if (!before)
                           return before;
                       Meeting changed = meeting;
                       leaveOutUnseen(m_workspace, changed);
                       for (const AgendaItem& item : before->items)  // whom this chair may not see stays on the agenda
                           if (m_workspace.unseen().contains(item.person))
                               changed.items.push_back(item);
                       changed.chair = row->meeting.chair;
                       changed.finishedAt.reset();
                       auto saved = meetings.save({changed, exchange::writeMeetingBody(changed), row->command});
                       if (!saved)
                           return std::move(saved).error();
                       changed.version = *saved;
                       leaveOutUnseen(m_workspace, changed);
                       return changed;
                   });
}

Result<Meeting> Meetings::finish(const Session& session, const MeetingId& meeting, std::int64_t version, bool finished)
{
    return audited(m_workspace, session, Action::runMeeting, meeting.str(), [&](AuditNote& audit) -> Result<Meeting> {
        audit.detail = finished ? "finished" : "goes on";
        store::MeetingRepository meetings{m_workspace.connection()};
        auto row = meetings.find(meeting);
        if (!row)
            return Error{ErrorCode::notFound, "meeting", {}};
        if (!finished)
            for (const store::MeetingRow& other : meetings.newest(mostMeetings))
                if (!other.meeting.finishedAt && other.meeting.id != meeting)
                    return Error{ErrorCode::conflict, "meeting", "another meeting is on"};
        row->meeting.version = version;
        row->meeting.finishedAt = finished ? std::optional{m_workspace.clock().now()} : std::nullopt;
        auto saved = meetings.save(*row);
        if (!saved)
            return std::move(saved).error();
        row->meeting.version = *saved;
        auto meetingNow = meetingOf(*row);
        if (meetingNow)
            leaveOutUnseen(m_workspace, meetingNow.value());
        return meetingNow;
    });
}

Result<MeetingMinutes> Meetings::minutes(const Session& session, const MeetingId& id)
{
    return audited(m_workspace, session, Action::exportMeeting, id.str(), [&](AuditNote&) -> Result<MeetingMinutes> {
        auto meeting = meetingIn(m_workspace, id);
        if (!meeting)
            return std::move(meeting).error();
        auto lines = agendaLines(m_workspace, *meeting);
        if (!lines)
            return std::move(lines).error();
        for (const AgendaLine& line : *lines)  // each may ask who took out what was said of them
            writeAudit(m_workspace, session.worker.id, Action::exportMeeting, {line.item.person.str(), id.str()});
        leaveOutUnseen(m_workspace, meeting.value());
        MeetingMinutes minutes{*std::move(meeting), *std::move(lines), {}};
        addNames(m_workspace, minutes.names, minutes.meeting);
        addNames(m_workspace, minutes.names, minutes.lines);
        return minutes;
    });
}

}  // namespace holdfast::app
