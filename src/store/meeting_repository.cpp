#include "store/meeting_repository.h"

#include "store/columns.h"
#include "store/person_brief_row.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view columns =
    "SELECT id, service, chair, starts_at, body, finished_at, version, command FROM meeting";
constexpr std::string_view withId = " WHERE id = ?";
constexpr std::string_view ofCommand = " WHERE command = ?";
constexpr std::string_view newestFirst = " ORDER BY starts_at DESC, id DESC LIMIT ?";

constexpr std::string_view naming = " WHERE body LIKE '%\"' || ? || '\"%' ORDER BY id";

constexpr std::string_view insert = R"(
    INSERT INTO meeting (id, service, chair, starts_at, body, finished_at, version, command)
    VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view update = R"(
    UPDATE meeting
    SET chair = $2, starts_at = $3, body = $4, finished_at = $5, version = version + 1
    WHERE id = $1 AND version = $6)";

constexpr std::string_view insertRecord = R"(
    INSERT INTO meeting_record (meeting, person, number, state, body, event, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";

constexpr std::string_view recordColumns =
    "SELECT meeting, person, number, state, body, event, worker, at, command FROM meeting_record";
constexpr std::string_view ofMeeting = " WHERE meeting = ? ORDER BY person, number";

constexpr std::string_view person = R"(
    SELECT p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           m.status, m.detail, s.status, s.detail, m.holder_worker, s.holder_worker
    FROM person p
    LEFT JOIN need_state m ON m.person = p.id AND m.need = 'mental_health'
    LEFT JOIN need_state s ON s.person = p.id AND s.need = 'substance_use'
    WHERE p.id = $1)";

}  // namespace sql

MeetingRow meetingAt(const db::Row& row)
{
    MeetingRow found;
    found.meeting.id = idAt<MeetingId>(row, 0);
    found.meeting.service = idAt<ServiceId>(row, 1);
    found.meeting.chair = idAt<WorkerId>(row, 2);
    found.meeting.startsAt = instantAt(row, 3);
    found.body = row.text(4);
    found.meeting.finishedAt = optionalInstantAt(row, 5);
    found.meeting.version = row.integer(6);
    found.command = idAt<CommandId>(row, 7);
    return found;
}

MeetingRecordRow recordAt(const db::Row& row)
{
    MeetingRecordRow found;
    found.record.meeting = idAt<MeetingId>(row, 0);
    found.record.person = idAt<PersonId>(row, 1);
    found.record.number = numberAt(row, 2);
    found.record.state = enumAt<MeetingState>(row, 3);
    found.body = row.text(4);
    found.record.event = idAt<EventId>(row, 5);
    found.record.worker = idAt<WorkerId>(row, 6);
    found.record.at = instantAt(row, 7);
    found.record.command = idAt<CommandId>(row, 8);
    return found;
}

SqlText joined(std::string_view what, std::string_view which, db::Params values)
{
    return SqlText{}.add(what).add(which, values);
}

}  // namespace

Result<std::int64_t> MeetingRepository::save(const MeetingRow& row)
{
    const Meeting& meeting = row.meeting;
    const auto saved =
        meeting.version == 0
            ? m_connection.execute(sql::insert, {column(meeting.id), column(meeting.service), column(meeting.chair),
                                                 column(meeting.startsAt), row.body, column(meeting.finishedAt),
                                                 column(row.command)})
            : m_connection.execute(sql::update, {column(meeting.id), column(meeting.chair), column(meeting.startsAt),
                                                 row.body, column(meeting.finishedAt), meeting.version});
    if (saved == 0)
        return Error{ErrorCode::conflict, "version", "the meeting was saved by somebody else since it was read"};
    return meeting.version + 1;
}

std::optional<MeetingRow> MeetingRepository::find(const MeetingId& id) const
{
    const SqlText sql = joined(sql::columns, sql::withId, {column(id)});
    return m_connection.first(sql.text(), sql.values(), meetingAt);
}

std::optional<MeetingRow> MeetingRepository::byCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::columns, sql::ofCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), meetingAt);
}

std::vector<MeetingRow> MeetingRepository::newest(int limit) const
{
    const SqlText sql = joined(sql::columns, sql::newestFirst, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), meetingAt);
}

std::vector<MeetingRow> MeetingRepository::naming(const PersonId& person) const
{
    const SqlText sql = joined(sql::columns, sql::naming, {column(person)});
    return m_connection.list(sql.text(), sql.values(), meetingAt);
}

void MeetingRepository::insert(const MeetingRecordRow& row)
{
    const MeetingRecord& record = row.record;
    m_connection.execute(sql::insertRecord,
                         {column(record.meeting), column(recordOf(m_connection, record.person)), column(record.number),
                          column(record.state), row.body, column(record.event), column(record.worker),
                          column(record.at), column(record.command)});
}

std::vector<MeetingRecordRow> MeetingRepository::records(const MeetingId& meeting) const
{
    const SqlText sql = joined(sql::recordColumns, sql::ofMeeting, {column(meeting)});
    return m_connection.list(sql.text(), sql.values(), recordAt);
}

std::optional<MeetingRecordRow> MeetingRepository::recordByCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::recordColumns, sql::ofCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), recordAt);
}

std::optional<AgendaPerson> MeetingRepository::person(const PersonId& id) const
{
    return m_connection.first(sql::person, {column(recordOf(m_connection, id))}, [](const db::Row& row) {
        AgendaPerson found{briefAt(row, 0), {}, {}, {}};
        for (const Need need : allNeeds) {
            const int at = need == Need::mentalHealth ? 7 : 9;
            found.status[need] = optionalEnumAt<NeedStatus>(row, at).value_or(NeedStatus::notAsked);
            found.detail[need] = row.text(at + 1);
            found.holder[need] = idAt<WorkerId>(row, need == Need::mentalHealth ? 11 : 12);
        }
        return found;
    });
}

}  // namespace holdfast::store
