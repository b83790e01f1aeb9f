#include "store/policy_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view all = R"(
    SELECT number, id, version, title, over, source, whole, loaded_at, loaded_by
    FROM policy
    ORDER BY number)";

constexpr std::string_view byNumber = R"(
    SELECT number, id, version, title, over, source, whole, loaded_at, loaded_by
    FROM policy
    WHERE number = $1)";

constexpr std::string_view byName = R"(
    SELECT number, id, version, title, over, source, whole, loaded_at, loaded_by
    FROM policy
    WHERE id = $1 AND version = $2)";

constexpr std::string_view insert = R"(
    INSERT INTO policy (number, id, version, title, over, source, whole, loaded_at, loaded_by)
    SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT), $8
    FROM policy
    RETURNING number)";

constexpr std::string_view inForce = R"(
    SELECT number, policy, from_at, put_at, put_by
    FROM policy_in_force
    ORDER BY from_at, number)";

constexpr std::string_view putInForce = R"(
    INSERT INTO policy_in_force (number, policy, from_at, put_at, put_by)
    SELECT COALESCE(MAX(number), 0) + 1, CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), $4
    FROM policy_in_force)";

constexpr std::string_view signOffs = R"(
    SELECT citation, words, worker, name, signed_at
    FROM citation_sign_off
    ORDER BY number)";

constexpr std::string_view signOff = R"(
    INSERT INTO citation_sign_off (number, citation, words, worker, name, signed_at)
    SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3, $4, CAST($5 AS BIGINT)
    FROM citation_sign_off)";

constexpr std::string_view stamp = R"(
    SELECT (SELECT COALESCE(MAX(number), 0) FROM policy_in_force)
         + (SELECT COALESCE(MAX(number), 0) FROM citation_sign_off))";

// Asked once when a policy is put in force, which happens a few times a year: no index is kept for it.
constexpr std::string_view reckonedFrom = R"(
    SELECT person
    FROM case_state
    WHERE computed_at >= $1
    ORDER BY person)";

}  // namespace sql

PolicyRow policyAt(const db::Row& row)
{
    return {row.integer(0), row.text(1), row.text(2),       row.text(3),           row.text(4),
            row.text(5),    row.text(6), instantAt(row, 7), idAt<WorkerId>(row, 8)};
}

}  // namespace

std::vector<PolicyRow> PolicyRepository::all() const
{
    return m_connection.list(sql::all, {}, policyAt);
}

std::optional<PolicyRow> PolicyRepository::find(std::int64_t number) const
{
    return m_connection.first(sql::byNumber, {number}, policyAt);
}

std::optional<PolicyRow> PolicyRepository::find(const std::string& id, const std::string& version) const
{
    return m_connection.first(sql::byName, {id, version}, policyAt);
}

std::int64_t PolicyRepository::insert(const PolicyRow& row)
{
    const auto number = m_connection.first(
        sql::insert,
        {row.id, row.version, row.title, row.over, row.source, row.whole, column(row.loadedAt), column(row.loadedBy)},
        [](const db::Row& made) { return made.integer(0); });
    return number.value();
}

std::vector<InForceRow> PolicyRepository::inForce() const
{
    return m_connection.list(sql::inForce, {}, [](const db::Row& row) {
        return InForceRow{row.integer(0), row.integer(1), instantAt(row, 2), instantAt(row, 3), idAt<WorkerId>(row, 4)};
    });
}

void PolicyRepository::putInForce(const InForceRow& row)
{
    m_connection.execute(sql::putInForce, {row.policy, column(row.from), column(row.putAt), column(row.putBy)});
}

std::vector<SignOffRow> PolicyRepository::signOffs() const
{
    return m_connection.list(sql::signOffs, {}, [](const db::Row& row) {
        return SignOffRow{row.text(0), row.text(1), idAt<WorkerId>(row, 2), row.text(3), instantAt(row, 4)};
    });
}

void PolicyRepository::signOff(const SignOffRow& row)
{
    m_connection.execute(sql::signOff, {row.citation, row.words, column(row.worker), row.name, column(row.at)});
}

std::int64_t PolicyRepository::stamp() const
{
    return m_connection.first(sql::stamp, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

std::vector<PersonId> PolicyRepository::reckonedFrom(Instant instant) const
{
    return m_connection.list(sql::reckonedFrom, {column(instant)},
                             [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

}  // namespace holdfast::store
