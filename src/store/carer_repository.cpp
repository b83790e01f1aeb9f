#include "store/carer_repository.h"

#include "base/text.h"
#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"
#include "store/topic_codes.h"

#include <set>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view carerColumns = R"(
    SELECT
        c.id, c.name, c.liked_name, c.born, c.phone, c.email, c.preference, c.may_text, c.may_leave_voicemail,
        c.may_write, c.discreet_only, c.address, c.own_needs, c.looked_after_by, c.known_since, c.offered_on, c.answer,
        c.answered_on, c.version)";
constexpr std::string_view carerWithId = " FROM carer c WHERE c.id = ?";
constexpr std::string_view carerByName = " FROM carer c WHERE c.sort_name >= ? AND c.sort_name < ?";
// Who cares only for people that the reader may not see would tell of them.
constexpr std::string_view ofSomebodySeen = R"(
    AND (NOT EXISTS (SELECT 1 FROM carer_link l WHERE l.carer = c.id AND l.person IN (@))
         OR EXISTS (SELECT 1 FROM carer_link l WHERE l.carer = c.id AND l.person NOT IN (@))))";
constexpr std::string_view firstByName = "\n    ORDER BY c.sort_name, c.id LIMIT ?";

constexpr std::string_view insertCarer = R"(
    INSERT INTO carer (
        name, liked_name, sort_name, born, phone, email, preference, may_text, may_leave_voicemail, may_write,
        discreet_only, address, own_needs, looked_after_by, known_since, offered_on, answer, answered_on, id, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20 + 1)
    ON CONFLICT DO NOTHING)";
constexpr std::string_view saveCarer = R"(
    UPDATE carer SET (
        name, liked_name, sort_name, born, phone, email, preference, may_text, may_leave_voicemail, may_write,
        discreet_only, address, own_needs, looked_after_by, known_since, offered_on, answer, answered_on)
    = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18), version = version + 1
    WHERE id = $19 AND version = $20)";

constexpr std::string_view link = R"(
    SELECT carer, person, relationship, emergency, knows, ended_on, version
    FROM carer_link
    WHERE carer = ? AND person IN (@)
    ORDER BY CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END, person)";
constexpr std::string_view insertLink = R"(
    INSERT INTO carer_link (relationship, emergency, knows, ended_on, carer, person, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7 + 1)
    ON CONFLICT DO NOTHING)";
constexpr std::string_view saveLink = R"(
    UPDATE carer_link
    SET relationship = $1, emergency = $2, knows = $3, ended_on = $4, version = version + 1
    WHERE carer = $5 AND person = $6 AND version = $7)";

constexpr std::string_view ofPerson = R"(,
        l.carer, l.person, l.relationship, l.emergency, l.knows, l.ended_on, l.version,
        (SELECT COUNT(*) FROM carer_link o WHERE o.carer = l.carer AND o.person NOT IN (@) AND o.ended_on IS NULL)
    FROM carer_link l
    JOIN carer c ON c.id = l.carer
    WHERE l.person IN (@)
    ORDER BY CASE WHEN l.ended_on IS NULL THEN 0 ELSE 1 END, c.sort_name, c.id)";

constexpr std::string_view callColumns = R"(
    SELECT
        k.id, k.carer, k.person, k.at, k.direction, k.outcome, k.told, k.owed_by, k.owed_whom, k.owed_about, k.note,
        k.worker, k.recorded_at, k.command, k.called_back_at, k.called_back_by, k.undone_at, k.undone_by)";
constexpr std::string_view callWithId = " FROM carer_call k WHERE k.id = ?";
constexpr std::string_view callOfCommand = " FROM carer_call k WHERE k.command = ?";
constexpr std::string_view callsOfPerson =
    " FROM carer_call k WHERE k.person IN (@) ORDER BY k.at DESC, k.recorded_at DESC, k.id DESC";
constexpr std::string_view owed = R"(,
        c.id, c.name, c.liked_name, c.phone, p.given_name, p.preferred_name, p.family_name
    FROM carer_call k
    JOIN carer c ON c.id = k.carer
    LEFT JOIN merged_record r ON r.person = k.person
    JOIN person p ON p.id = COALESCE(r.record, k.person)
    WHERE k.owed_whom = ? AND k.owed_by IS NOT NULL AND k.called_back_at IS NULL AND k.undone_at IS NULL)";
constexpr std::string_view seen = " AND k.person NOT IN (@)";
constexpr std::string_view soonestFirst = "\n    ORDER BY k.owed_by, k.id LIMIT ?";

constexpr std::string_view insertCall = R"(
    INSERT INTO carer_call (
        id, carer, person, at, direction, outcome, told, owed_by, owed_whom, owed_about, note, worker, recorded_at,
        command, called_back_at, called_back_by, undone_at, undone_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18))";
constexpr std::string_view calledBack = R"(
    UPDATE carer_call
    SET called_back_at = $1, called_back_by = $2
    WHERE id = $3 AND owed_by IS NOT NULL AND undone_at IS NULL AND called_back_at IS NULL)";
constexpr std::string_view owedAgain = R"(
    UPDATE carer_call
    SET called_back_at = NULL, called_back_by = NULL
    WHERE id = $1 AND called_back_at IS NOT NULL AND undone_at IS NULL)";
constexpr std::string_view undoCall =
    "UPDATE carer_call SET undone_at = $1, undone_by = $2 WHERE id = $3 AND undone_at IS NULL";

}  // namespace sql

constexpr int carerColumns = 19;
constexpr int callColumns = 18;

Carer carerAt(const db::Row& row)
{
    Carer carer;
    carer.id = idAt<CarerId>(row, 0);
    carer.name = row.text(1);
    carer.likedName = row.text(2);
    carer.born = optionalDateAt(row, 3);
    carer.contact.phone = row.text(4);
    carer.contact.email = row.text(5);
    carer.contact.preference = row.text(6);
    carer.contact.mayText = yesAt(row, 7);
    carer.contact.mayLeaveVoicemail = yesAt(row, 8);
    carer.contact.mayWrite = yesAt(row, 9);
    carer.contact.discreetOnly = yesAt(row, 10);
    carer.address = row.text(11);
    carer.ownNeeds = row.text(12);
    carer.lookedAfterBy = row.text(13);
    carer.knownSince = dateFromDays(row.integer(14));
    carer.offeredOn = optionalDateAt(row, 15);
    carer.answer = enumAt<AssessmentAnswer>(row, 16);
    carer.answeredOn = optionalDateAt(row, 17);
    carer.version = row.integer(18);
    return carer;
}

CarerLink linkAt(const db::Row& row, int first)
{
    CarerLink link;
    link.carer = idAt<CarerId>(row, first);
    link.person = idAt<PersonId>(row, first + 1);
    link.relationship = row.text(first + 2);
    link.emergency = yesAt(row, first + 3);
    link.knows = enumAt<PersonKnows>(row, first + 4);
    link.endedOn = optionalDateAt(row, first + 5);
    link.version = row.integer(first + 6);
    return link;
}

CarerCall callAt(const db::Row& row)
{
    CarerCall call;
    call.id = idAt<CarerCallId>(row, 0);
    call.carer = idAt<CarerId>(row, 1);
    call.person = idAt<PersonId>(row, 2);
    call.at = instantAt(row, 3);
    call.direction = enumAt<ContactDirection>(row, 4);
    call.outcome = enumAt<ContactOutcome>(row, 5);
    call.told = topicsAt(row, 6);
    if (const auto by = optionalDateAt(row, 7))
        call.owed = CallBack{*by, idAt<WorkerId>(row, 8), row.text(9)};
    call.note = idAt<NoteId>(row, 10);
    call.worker = idAt<WorkerId>(row, 11);
    call.recordedAt = instantAt(row, 12);
    call.command = idAt<CommandId>(row, 13);
    call.calledBackAt = optionalInstantAt(row, 14);
    call.calledBackBy = idAt<WorkerId>(row, 15);
    call.undoneAt = optionalInstantAt(row, 16);
    call.undoneBy = idAt<WorkerId>(row, 17);
    return call;
}

SqlText joined(std::string_view what, std::string_view which, db::Params values)
{
    return SqlText{}.add(what).add(which, values);
}

Error changedSince()
{
    return {ErrorCode::conflict, "version", "saved by somebody else since it was read"};
}

/// Just behind everything that begins with `text`.
std::string endOf(std::string text)
{
    return text + "\xf4\x8f\xbf\xbf";
}

}  // namespace

std::optional<Carer> CarerRepository::find(const CarerId& id) const
{
    const SqlText sql = joined(sql::carerColumns, sql::carerWithId, {column(id)});
    return m_connection.first(sql.text(), sql.values(), carerAt);
}

Result<Carer> CarerRepository::save(Carer carer)
{
    const SafeContact& safe = carer.contact;
    const auto saved =
        m_connection.execute(carer.version == 0 ? sql::insertCarer : sql::saveCarer, {carer.name,
                                                                                      carer.likedName,
                                                                                      folded(carer.name),
                                                                                      column(carer.born),
                                                                                      safe.phone,
                                                                                      safe.email,
                                                                                      safe.preference,
                                                                                      column(safe.mayText),
                                                                                      column(safe.mayLeaveVoicemail),
                                                                                      column(safe.mayWrite),
                                                                                      column(safe.discreetOnly),
                                                                                      carer.address,
                                                                                      carer.ownNeeds,
                                                                                      carer.lookedAfterBy,
                                                                                      column(carer.knownSince),
                                                                                      column(carer.offeredOn),
                                                                                      column(carer.answer),
                                                                                      column(carer.answeredOn),
                                                                                      column(carer.id),
                                                                                      carer.version});
    if (saved == 0)
        return changedSince();
    ++carer.version;
    return carer;
}

std::vector<Carer> CarerRepository::search(const std::string& text, const Unseen& unseen, int limit) const
{
    const std::string from = folded(text);
    if (from.empty())
        return {};
    SqlText sql = joined(sql::carerColumns, sql::carerByName, {from, endOf(from)});
    sql.without(unseen, sql::ofSomebodySeen).add(sql::firstByName, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), carerAt);
}

std::optional<CarerLink> CarerRepository::link(const CarerId& carer, const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::link, partsOf(m_connection, person), {column(carer)});
    return m_connection.first(text.text(), text.values(), [](const db::Row& row) { return linkAt(row, 0); });
}

Result<CarerLink> CarerRepository::save(CarerLink link)
{
    // A link that is there already stays under the id it was made with.
    const auto there = this->link(link.carer, link.person);
    link.person = there ? there->person : recordOf(m_connection, link.person);
    const auto saved =
        m_connection.execute(link.version == 0 ? sql::insertLink : sql::saveLink,
                             {link.relationship, column(link.emergency), column(link.knows), column(link.endedOn),
                              column(link.carer), column(link.person), link.version});
    if (saved == 0)
        return changedSince();
    ++link.version;
    return link;
}

std::vector<CarerRow> CarerRepository::of(const PersonId& person) const
{
    SqlText sql;
    sql.add(sql::carerColumns).addOf(sql::ofPerson, partsOf(m_connection, person));
    std::vector<CarerRow> carers;
    std::set<CarerId> known;  // two joined records may know the same one
    m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
        CarerRow carer{carerAt(row), linkAt(row, carerColumns), numberAt(row, carerColumns + 7)};
        if (known.insert(carer.carer.id).second)
            carers.push_back(std::move(carer));
    });
    return carers;
}

void CarerRepository::insertCall(const CarerCall& call)
{
    m_connection.execute(sql::insertCall,
                         {column(call.id), column(call.carer), column(recordOf(m_connection, call.person)),
                          column(call.at), column(call.direction), column(call.outcome), codesOf(call.told),
                          call.owed ? column(call.owed->by) : db::Value{},
                          call.owed ? column(call.owed->whom) : db::Value{},
                          call.owed ? call.owed->about : std::string{}, column(call.note), column(call.worker),
                          column(call.recordedAt), column(call.command), column(call.calledBackAt),
                          orNull(call.calledBackBy), column(call.undoneAt), orNull(call.undoneBy)});
}

std::optional<CarerCall> CarerRepository::call(const CarerCallId& id) const
{
    const SqlText sql = joined(sql::callColumns, sql::callWithId, {column(id)});
    return m_connection.first(sql.text(), sql.values(), callAt);
}

std::optional<CarerCall> CarerRepository::callByCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::callColumns, sql::callOfCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), callAt);
}

std::vector<CarerCall> CarerRepository::calls(const PersonId& person) const
{
    SqlText sql;
    sql.add(sql::callColumns).addOf(sql::callsOfPerson, partsOf(m_connection, person));
    return m_connection.list(sql.text(), sql.values(), callAt);
}

bool CarerRepository::setCalledBack(const CarerCallId& id, std::optional<Instant> at, const WorkerId& by)
{
    if (!at)
        return m_connection.execute(sql::owedAgain, {column(id)}) == 1;
    return m_connection.execute(sql::calledBack, {column(*at), column(by), column(id)}) == 1;
}

bool CarerRepository::undoCall(const CarerCallId& id, Instant at, const WorkerId& by)
{
    return m_connection.execute(sql::undoCall, {column(at), column(by), column(id)}) == 1;
}

std::vector<OwedRow> CarerRepository::owed(const WorkerId& worker, const Unseen& unseen, int limit) const
{
    SqlText sql = joined(sql::callColumns, sql::owed, {column(worker)});
    sql.without(unseen, sql::seen).add(sql::soonestFirst, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), [](const db::Row& row) {
        OwedRow owed;
        owed.call = callAt(row);
        owed.carer.id = idAt<CarerId>(row, callColumns);
        owed.carer.name = row.text(callColumns + 1);
        owed.carer.likedName = row.text(callColumns + 2);
        owed.carer.contact.phone = row.text(callColumns + 3);
        owed.givenName = row.text(callColumns + 4);
        owed.preferredName = row.text(callColumns + 5);
        owed.familyName = row.text(callColumns + 6);
        return owed;
    });
}

}  // namespace holdfast::store
