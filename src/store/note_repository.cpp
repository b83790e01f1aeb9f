#include "store/note_repository.h"

#include "store/columns.h"
#include "store/found_index.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

#include <algorithm>
#include <map>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view select = R"(
    SELECT
        n.id, n.person, n.happened_at, n.written_at, n.kind, n.need, n.audience, n.why_limited, n.text, n.link_kind,
        n.link, n.author, n.role, n.service, n.command)";

constexpr std::string_view fromWithId = " FROM note n WHERE n.id = ?";
constexpr std::string_view fromOfCommand = " FROM note n WHERE n.command = ?";
constexpr std::string_view fromOfPerson =
    " FROM note n WHERE n.person IN (@) ORDER BY n.happened_at DESC, n.written_at DESC, n.id DESC";

constexpr std::string_view insert = R"(
    INSERT INTO note (
        id, person, happened_at, written_at, kind, need, audience, why_limited, text, link_kind, link, author, role,
        service, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))";

constexpr std::string_view amendmentColumns =
    "SELECT note, number, person, text, reason, author, role, service, written_at, command FROM note_amendment";
constexpr std::string_view ofCommand = " WHERE command = ?";
constexpr std::string_view ofPersonInOrder = " WHERE person IN (@) ORDER BY note, number";

constexpr std::string_view insertAmendment = R"(
    INSERT INTO note_amendment (note, number, person, text, reason, author, role, service, written_at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

constexpr std::string_view insertInError = R"(
    INSERT INTO note_in_error (note, person, reason, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view inError =
    "SELECT note, person, reason, worker, at, command FROM note_in_error WHERE person IN (@) ORDER BY note";

constexpr std::string_view pin =
    "INSERT INTO note_pin (note, person, worker, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
constexpr std::string_view unpin = "DELETE FROM note_pin WHERE note = $1";
constexpr std::string_view pins = "SELECT note, person, worker, at FROM note_pin WHERE person IN (@) ORDER BY note";

constexpr std::string_view insertReading = R"(
    INSERT INTO note_reading (note, worker, amendments, person, at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view readingsOfNote =
    "SELECT note, amendments, worker, person, at FROM note_reading WHERE note = $1 ORDER BY at, worker, amendments";
constexpr std::string_view readingsOfWorker = R"(
    SELECT note, amendments, worker, person, at
    FROM note_reading
    WHERE person IN (@) AND worker = ?
    ORDER BY note, amendments)";

constexpr std::string_view unread = R"(,
        p.given_name, p.preferred_name, p.family_name,
        CASE WHEN EXISTS (SELECT 1 FROM note_amendment a WHERE a.note = n.id) THEN 1 ELSE 0 END
    FROM note n
    LEFT JOIN merged_record m ON m.person = n.person
    JOIN person p ON p.id = COALESCE(m.record, n.person)
    WHERE n.person IN (
        SELECT h.person FROM need_state h WHERE h.holder_worker = ? AND h.open = 1
        UNION
        SELECT x.person
        FROM need_state h
        JOIN merged_record x ON x.record = h.person
        WHERE h.holder_worker = ? AND h.open = 1)
      AND NOT EXISTS (SELECT 1 FROM note_in_error e WHERE e.note = n.id)
      AND NOT EXISTS (
        SELECT 1
        FROM note_reading r
        WHERE r.note = n.id AND r.worker = ?
          AND r.amendments >= (SELECT COUNT(*) FROM note_amendment a WHERE a.note = n.id)))";
constexpr std::string_view seen = " AND n.person NOT IN (@)";
constexpr std::string_view newestFirst = "\n    ORDER BY n.written_at DESC, n.id DESC LIMIT ?";

constexpr std::string_view templateColumns =
    "SELECT id, service, shortcut, title, kind, text, version FROM note_template";
constexpr std::string_view templateWithId = " WHERE id = ?";
constexpr std::string_view templateOfService = " WHERE service = ? ORDER BY shortcut";
constexpr std::string_view templateOfShortcut = " WHERE service = ? AND shortcut = ? AND id <> ?";

constexpr std::string_view insertTemplate = R"(
    INSERT INTO note_template (service, shortcut, title, kind, text, id, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7 + 1)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view saveTemplate = R"(
    UPDATE note_template
    SET service = $1, shortcut = $2, title = $3, kind = $4, text = $5, version = version + 1
    WHERE id = $6 AND version = $7)";

constexpr std::string_view removeTemplate = "DELETE FROM note_template WHERE id = $1 AND version = $2";

}  // namespace sql

constexpr int noteColumns = 15;

Note noteAt(const db::Row& row)
{
    Note note;
    note.id = idAt<NoteId>(row, 0);
    note.person = idAt<PersonId>(row, 1);
    note.happenedAt = instantAt(row, 2);
    note.writtenAt = instantAt(row, 3);
    note.kind = enumAt<NoteKind>(row, 4);
    note.need = enumAt<NeedScope>(row, 5);
    note.audience = enumAt<NoteAudience>(row, 6);
    note.whyLimited = row.text(7);
    note.text = row.text(8);
    note.link = {enumAt<NoteLinkKind>(row, 9), row.text(10)};
    note.author = idAt<WorkerId>(row, 11);
    note.role = enumAt<Role>(row, 12);
    note.service = idAt<ServiceId>(row, 13);
    note.command = idAt<CommandId>(row, 14);
    return note;
}

NoteAmendment amendmentAt(const db::Row& row)
{
    return {idAt<NoteId>(row, 0), numberAt(row, 1),       idAt<PersonId>(row, 2), row.text(3),
            row.text(4),          idAt<WorkerId>(row, 5), enumAt<Role>(row, 6),   idAt<ServiceId>(row, 7),
            instantAt(row, 8),    idAt<CommandId>(row, 9)};
}

NoteReading readingAt(const db::Row& row)
{
    return {idAt<NoteId>(row, 0), numberAt(row, 1), idAt<WorkerId>(row, 2), idAt<PersonId>(row, 3), instantAt(row, 4)};
}

NoteTemplate templateAt(const db::Row& row)
{
    NoteTemplate made;
    made.id = idAt<NoteTemplateId>(row, 0);
    made.service = idAt<ServiceId>(row, 1);
    made.shortcut = row.text(2);
    made.title = row.text(3);
    made.kind = optionalEnumAt<NoteKind>(row, 4);
    made.text = row.text(5);
    made.version = row.integer(6);
    return made;
}

SqlText joined(std::string_view what, std::string_view which, db::Params values)
{
    return SqlText{}.add(what).add(which, values);
}

Error changedSince()
{
    return {ErrorCode::conflict, "version", "the text was saved by somebody else since it was read"};
}

}  // namespace

void NoteRepository::insert(const Note& note)
{
    m_connection.execute(sql::insert,
                         {column(note.id), column(recordOf(m_connection, note.person)), column(note.happenedAt),
                          column(note.writtenAt), column(note.kind), column(note.need), column(note.audience),
                          note.whyLimited, note.text, column(note.link.kind), note.link.id, column(note.author),
                          column(note.role), column(note.service), column(note.command)});
    FoundIndex{m_connection}.add({FoundKind::note, note.id.str(), 0, note.writtenAt}, note.author, note.text);
}

std::optional<Note> NoteRepository::find(const NoteId& id) const
{
    const SqlText sql = joined(sql::select, sql::fromWithId, {column(id)});
    return m_connection.first(sql.text(), sql.values(), noteAt);
}

std::optional<Note> NoteRepository::byCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::select, sql::fromOfCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), noteAt);
}

std::vector<Note> NoteRepository::forPerson(const PersonId& person) const
{
    const SqlText sql = SqlText{}.add(sql::select).addOf(sql::fromOfPerson, partsOf(m_connection, person));
    return m_connection.list(sql.text(), sql.values(), noteAt);
}

/// What stands beside a note stays with it, whosever record it is read in.
PersonId NoteRepository::besideOf(const NoteId& id, const PersonId& person) const
{
    const auto note = find(id);
    return note ? note->person : person;
}

void NoteRepository::insertAmendment(const NoteAmendment& amendment)
{
    m_connection.execute(sql::insertAmendment,
                         {column(amendment.note), column(amendment.number),
                          column(besideOf(amendment.note, amendment.person)), amendment.text, amendment.reason,
                          column(amendment.author), column(amendment.role), column(amendment.service),
                          column(amendment.writtenAt), column(amendment.command)});
    FoundIndex{m_connection}.add({FoundKind::amendment, amendment.note.str(), amendment.number, amendment.writtenAt},
                                 amendment.author, amendment.text);
}

std::optional<NoteAmendment> NoteRepository::amendmentByCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::amendmentColumns, sql::ofCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), amendmentAt);
}

std::vector<NoteAmendment> NoteRepository::amendments(const PersonId& person) const
{
    const SqlText sql = SqlText{}.add(sql::amendmentColumns).addOf(sql::ofPersonInOrder, partsOf(m_connection, person));
    return m_connection.list(sql.text(), sql.values(), amendmentAt);
}

bool NoteRepository::insertInError(const NoteInError& inError)
{
    return m_connection.execute(sql::insertInError,
                                {column(inError.note), column(besideOf(inError.note, inError.person)), inError.reason,
                                 column(inError.worker), column(inError.at), column(inError.command)}) == 1;
}

std::vector<NoteInError> NoteRepository::inError(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::inError, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        return NoteInError{idAt<NoteId>(row, 0),   idAt<PersonId>(row, 1), row.text(2),
                           idAt<WorkerId>(row, 3), instantAt(row, 4),      idAt<CommandId>(row, 5)};
    });
}

void NoteRepository::pin(const NotePin& pin)
{
    m_connection.execute(
        sql::pin, {column(pin.note), column(besideOf(pin.note, pin.person)), column(pin.worker), column(pin.at)});
}

void NoteRepository::unpin(const NoteId& note)
{
    m_connection.execute(sql::unpin, {column(note)});
}

std::vector<NotePin> NoteRepository::pins(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::pins, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        return NotePin{idAt<NoteId>(row, 0), idAt<PersonId>(row, 1), idAt<WorkerId>(row, 2), instantAt(row, 3)};
    });
}

bool NoteRepository::insertReading(const NoteReading& reading)
{
    return m_connection.execute(sql::insertReading,
                                {column(reading.note), column(reading.worker), column(reading.amendments),
                                 column(besideOf(reading.note, reading.person)), column(reading.at)}) == 1;
}

std::vector<NoteReading> NoteRepository::readings(const NoteId& note) const
{
    return m_connection.list(sql::readingsOfNote, {column(note)}, readingAt);
}

std::vector<NoteReading> NoteRepository::readings(const PersonId& person, const WorkerId& worker) const
{
    const SqlText text = SqlText{}.addOf(sql::readingsOfWorker, partsOf(m_connection, person), {column(worker)});
    return m_connection.list(text.text(), text.values(), readingAt);
}

std::vector<NoteRecord> NoteRepository::records(const PersonId& person, const WorkerId& worker) const
{
    std::vector<NoteRecord> records;
    for (Note& note : forPerson(person))
        records.push_back({std::move(note), {}, {}, {}, {}});
    std::map<NoteId, NoteRecord*> byId;
    for (NoteRecord& record : records)
        byId[record.note.id] = &record;
    const auto beside = [&](const NoteId& note) {
        const auto found = byId.find(note);
        return found == byId.end() ? nullptr : found->second;
    };
    for (NoteAmendment& amendment : amendments(person))
        if (NoteRecord* record = beside(amendment.note))
            record->amendments.push_back(std::move(amendment));
    for (NoteInError& error : inError(person))
        if (NoteRecord* record = beside(error.note))
            record->inError = std::move(error);
    for (const NotePin& pin : pins(person))
        if (NoteRecord* record = beside(pin.note))
            record->pin = pin;
    for (const NoteReading& reading : readings(person, worker))
        if (NoteRecord* record = beside(reading.note))
            record->readUpTo = std::max(record->readUpTo.value_or(0), reading.amendments);
    return records;
}

std::vector<UnreadNote> NoteRepository::unread(const WorkerId& worker, const Unseen& unseen, int limit) const
{
    SqlText sql = joined(sql::select, sql::unread, {column(worker), column(worker), column(worker)});
    sql.without(unseen, sql::seen).add(sql::newestFirst, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), [](const db::Row& row) {
        return UnreadNote{noteAt(row), row.text(noteColumns), row.text(noteColumns + 1), row.text(noteColumns + 2),
                          yesAt(row, noteColumns + 3)};
    });
}

std::optional<NoteTemplate> NoteTemplateRepository::find(const NoteTemplateId& id) const
{
    const SqlText sql = joined(sql::templateColumns, sql::templateWithId, {column(id)});
    return m_connection.first(sql.text(), sql.values(), templateAt);
}

std::vector<NoteTemplate> NoteTemplateRepository::of(const ServiceId& service) const
{
    const SqlText sql = joined(sql::templateColumns, sql::templateOfService, {column(service)});
    return m_connection.list(sql.text(), sql.values(), templateAt);
}

Result<NoteTemplate> NoteTemplateRepository::save(NoteTemplate made)
{
    const SqlText other =
        joined(sql::templateColumns, sql::templateOfShortcut, {column(made.service), made.shortcut, column(made.id)});
    if (m_connection.first(other.text(), other.values(), templateAt))
        return Error{ErrorCode::conflict, "shortcut", "another text of this team has the shortcut"};
    const auto saved = m_connection.execute(
        made.version == 0 ? sql::insertTemplate : sql::saveTemplate,
        {column(made.service), made.shortcut, made.title, column(made.kind), made.text, column(made.id), made.version});
    if (saved == 0)
        return changedSince();
    ++made.version;
    return made;
}

Result<Done> NoteTemplateRepository::remove(const NoteTemplateId& id, std::int64_t version)
{
    if (m_connection.execute(sql::removeTemplate, {column(id), version}) == 0 && find(id))
        return changedSince();
    return Done{};
}

}  // namespace holdfast::store
