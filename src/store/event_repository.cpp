#include "store/event_repository.h"

#include "store/columns.h"
#include "store/found_index.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view append = R"(
    INSERT INTO case_event (
        person, seq, id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel,
        told_by, why_not_challenged)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (person, seq) DO NOTHING)";

constexpr std::string_view forPerson = R"(
    SELECT person, seq, id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel,
           told_by, why_not_challenged
    FROM case_event
    WHERE person IN (@)
    ORDER BY happened_at, recorded_at, person, seq)";

constexpr std::string_view forOne = R"(
    SELECT person, seq, id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel,
           told_by, why_not_challenged
    FROM case_event
    WHERE person = $1
    ORDER BY happened_at, seq)";

constexpr std::string_view byCommand = R"(
    SELECT person, seq, id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel,
           told_by, why_not_challenged
    FROM case_event
    WHERE person IN (@) AND command = ?
    ORDER BY recorded_at, person, seq)";

constexpr std::string_view protocolBodies = R"(
    SELECT body
    FROM case_event
    WHERE kind = 'protocol_applied'
    ORDER BY recorded_at DESC
    LIMIT $1)";

constexpr std::string_view lockCase = "SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE";
constexpr std::string_view count = "SELECT COALESCE(MAX(seq), 0) FROM case_event WHERE person = $1";

constexpr std::string_view countAll = "SELECT COUNT(*) FROM case_event";
constexpr std::string_view countSince = "SELECT COUNT(*) FROM case_event WHERE recorded_at > $1";

constexpr std::string_view countPeopleSince = "SELECT COUNT(DISTINCT person) FROM case_event WHERE recorded_at > $1";

}  // namespace sql

EventRow eventAt(const db::Row& row)
{
    EventRow event;
    event.person = idAt<PersonId>(row, 0);
    event.seq = row.integer(1);
    event.id = idAt<EventId>(row, 2);
    event.at = instantAt(row, 3);
    event.recordedAt = instantAt(row, 4);
    event.kind = row.text(5);
    event.body = row.text(6);
    event.words = row.text(7);
    event.author = idAt<WorkerId>(row, 8);
    event.policyVersion = row.text(9);
    event.command = idAt<CommandId>(row, 10);
    event.channel = row.text(11);
    event.toldBy = row.text(12);
    event.whyNotChallenged = row.text(13);
    return event;
}

}  // namespace

void EventRepository::lockCase(const PersonId& person)
{
    if (m_connection.dialect() == db::Dialect::postgres)
        m_connection.execute(sql::lockCase, {column(person)});
}

Result<Done> EventRepository::append(const EventRow& event)
{
    auto appended = appendWithoutWords(event);
    if (appended && !event.words.empty())
        FoundIndex{m_connection}.add({FoundKind::event, event.id.str(), 0, event.recordedAt}, event.author,
                                     event.words);
    return appended;
}

Result<Done> EventRepository::appendWithoutWords(const EventRow& event)
{
    const auto added = m_connection.execute(
        sql::append, {column(event.person), column(event.seq), column(event.id), column(event.at),
                      column(event.recordedAt), event.kind, event.body, event.words, column(event.author),
                      event.policyVersion, column(event.command), event.channel, event.toldBy, event.whyNotChallenged});
    if (added == 0)
        return Error{ErrorCode::conflict, "version", "the case moved on since it was read"};
    return Done{};
}

std::vector<EventRow> EventRepository::forPerson(const PersonId& person) const
{
    const std::vector<PersonId> parts = partsOf(m_connection, person);
    if (parts.size() == 1)
        return m_connection.list(sql::forOne, {column(parts.front())}, eventAt);
    const SqlText text = SqlText{}.addOf(sql::forPerson, parts);
    return m_connection.list(text.text(), text.values(), eventAt);
}

std::int64_t EventRepository::count(const PersonId& person) const
{
    std::int64_t sum = 0;
    for (const PersonId& part : partsOf(m_connection, person))
        sum += countOwn(part);
    return sum;
}

std::int64_t EventRepository::countOwn(const PersonId& person) const
{
    return m_connection.first(sql::count, {column(person)}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::int64_t EventRepository::countAll() const
{
    return m_connection.first(sql::countAll, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

std::int64_t EventRepository::countSince(Instant then) const
{
    return m_connection.first(sql::countSince, {column(then)}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::int64_t EventRepository::countPeopleSince(Instant then) const
{
    return m_connection.first(sql::countPeopleSince, {column(then)}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<EventRow> EventRepository::byCommand(const PersonId& person, const CommandId& command) const
{
    const SqlText text = SqlText{}.addOf(sql::byCommand, partsOf(m_connection, person), {column(command)});
    return m_connection.list(text.text(), text.values(), eventAt);
}

std::vector<std::string> EventRepository::protocolBodies(int limit) const
{
    return m_connection.list(sql::protocolBodies, {column(limit)}, [](const db::Row& row) { return row.text(0); });
}

}  // namespace holdfast::store
