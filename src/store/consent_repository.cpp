#include "store/consent_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"
#include "store/topic_codes.h"

#include <map>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view columns = R"(
    SELECT
        id, person, share_with, carer, decision, words, topics, said_on, review_by, ends_on, how, capacity,
        capacity_words, worker, role, service, recorded_at, command
    FROM consent)";
constexpr std::string_view withId = " WHERE id = ?";
constexpr std::string_view ofCommand = " WHERE command = ?";
constexpr std::string_view ofPerson = " WHERE person IN (@) ORDER BY said_on DESC, recorded_at DESC, id DESC";

constexpr std::string_view insert = R"(
    INSERT INTO consent (
        id, person, share_with, carer, decision, words, topics, said_on, review_by, ends_on, how, capacity,
        capacity_words, worker, role, service, recorded_at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18))";

constexpr std::string_view insertInError = R"(
    INSERT INTO consent_in_error (consent, person, reason, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING)";
constexpr std::string_view inError =
    "SELECT consent, person, reason, worker, at, command FROM consent_in_error WHERE person IN (@) ORDER BY consent";

constexpr std::string_view exceptionColumns = R"(
    SELECT id, person, share_with, carer, topics, grounds, reason, on_day, worker, role, service, at, command
    FROM share_exception)";
constexpr std::string_view exceptionsOfPerson = " WHERE person IN (@) ORDER BY on_day DESC, at DESC, id DESC";

constexpr std::string_view insertException = R"(
    INSERT INTO share_exception (
        id, person, share_with, carer, topics, grounds, reason, on_day, worker, role, service, at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))";

}  // namespace sql

Consent consentAt(const db::Row& row)
{
    Consent consent;
    consent.id = idAt<ConsentId>(row, 0);
    consent.person = idAt<PersonId>(row, 1);
    consent.with = enumAt<ShareKind>(row, 2);
    consent.carer = idAt<CarerId>(row, 3);
    consent.decision = enumAt<ConsentDecision>(row, 4);
    consent.words = row.text(5);
    consent.topics = answersAt(row, 6);
    consent.on = dateFromDays(row.integer(7));
    consent.reviewBy = optionalDateAt(row, 8);
    consent.endsOn = optionalDateAt(row, 9);
    consent.how = enumAt<ConsentHow>(row, 10);
    consent.capacity = enumAt<CapacityNote>(row, 11);
    consent.capacityWords = row.text(12);
    consent.worker = idAt<WorkerId>(row, 13);
    consent.role = enumAt<Role>(row, 14);
    consent.service = idAt<ServiceId>(row, 15);
    consent.recordedAt = instantAt(row, 16);
    consent.command = idAt<CommandId>(row, 17);
    return consent;
}

ShareException exceptionAt(const db::Row& row)
{
    ShareException exception;
    exception.id = idAt<ShareExceptionId>(row, 0);
    exception.person = idAt<PersonId>(row, 1);
    exception.with = enumAt<ShareKind>(row, 2);
    exception.carer = idAt<CarerId>(row, 3);
    exception.topics = topicsAt(row, 4);
    exception.grounds = enumAt<ExceptionGrounds>(row, 5);
    exception.reason = row.text(6);
    exception.on = dateFromDays(row.integer(7));
    exception.worker = idAt<WorkerId>(row, 8);
    exception.role = enumAt<Role>(row, 9);
    exception.service = idAt<ServiceId>(row, 10);
    exception.at = instantAt(row, 11);
    exception.command = idAt<CommandId>(row, 12);
    return exception;
}

SqlText joined(std::string_view what, std::string_view which, db::Params values)
{
    return SqlText{}.add(what).add(which, values);
}

}  // namespace

void ConsentRepository::insert(const Consent& consent)
{
    m_connection.execute(sql::insert,
                         {column(consent.id), column(recordOf(m_connection, consent.person)), column(consent.with),
                          orNull(consent.carer), column(consent.decision), consent.words, codesOf(consent.topics),
                          column(consent.on), column(consent.reviewBy), column(consent.endsOn), column(consent.how),
                          column(consent.capacity), consent.capacityWords, column(consent.worker), column(consent.role),
                          column(consent.service), column(consent.recordedAt), column(consent.command)});
}

std::optional<Consent> ConsentRepository::find(const ConsentId& id) const
{
    const SqlText sql = joined(sql::columns, sql::withId, {column(id)});
    return m_connection.first(sql.text(), sql.values(), consentAt);
}

std::optional<Consent> ConsentRepository::byCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::columns, sql::ofCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), consentAt);
}

bool ConsentRepository::insertInError(const ConsentInError& inError)
{
    const auto about = find(inError.consent);  // it stands beside the answer, under the same id
    return m_connection.execute(sql::insertInError,
                                {column(inError.consent), column(about ? about->person : inError.person),
                                 inError.reason, column(inError.worker), column(inError.at),
                                 column(inError.command)}) == 1;
}

std::vector<ConsentRecord> ConsentRepository::records(const PersonId& person) const
{
    const std::vector<PersonId> parts = partsOf(m_connection, person);
    const SqlText sql = SqlText{}.add(sql::columns).addOf(sql::ofPerson, parts);
    std::vector<ConsentRecord> records;
    for (Consent& consent : m_connection.list(sql.text(), sql.values(), consentAt))
        records.push_back({std::move(consent), {}});
    std::map<ConsentId, ConsentRecord*> byId;
    for (ConsentRecord& record : records)
        byId[record.consent.id] = &record;
    const SqlText inError = SqlText{}.addOf(sql::inError, parts);
    m_connection.query(inError.text(), inError.values(), [&](const db::Row& row) {
        const auto found = byId.find(idAt<ConsentId>(row, 0));
        if (found != byId.end())
            found->second->inError =
                ConsentInError{idAt<ConsentId>(row, 0), idAt<PersonId>(row, 1), row.text(2),
                               idAt<WorkerId>(row, 3),  instantAt(row, 4),      idAt<CommandId>(row, 5)};
    });
    return records;
}

void ConsentRepository::insertException(const ShareException& exception)
{
    m_connection.execute(sql::insertException,
                         {column(exception.id), column(recordOf(m_connection, exception.person)),
                          column(exception.with), orNull(exception.carer), codesOf(exception.topics),
                          column(exception.grounds), exception.reason, column(exception.on), column(exception.worker),
                          column(exception.role), column(exception.service), column(exception.at),
                          column(exception.command)});
}

std::optional<ShareException> ConsentRepository::exceptionByCommand(const CommandId& command) const
{
    const SqlText sql = joined(sql::exceptionColumns, sql::ofCommand, {column(command)});
    return m_connection.first(sql.text(), sql.values(), exceptionAt);
}

std::vector<ShareException> ConsentRepository::exceptions(const PersonId& person) const
{
    const SqlText sql =
        SqlText{}.add(sql::exceptionColumns).addOf(sql::exceptionsOfPerson, partsOf(m_connection, person));
    return m_connection.list(sql.text(), sql.values(), exceptionAt);
}

}  // namespace holdfast::store
