#include "store/record_parts.h"

#include "store/columns.h"
#include "store/sql_text.h"

#include <algorithm>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view parts = R"(
    SELECT m.record, m.person
    FROM merged_record m
    WHERE m.record = COALESCE((SELECT o.record FROM merged_record o WHERE o.person = $1), $1)
    ORDER BY m.person)";

constexpr std::string_view record = "SELECT record FROM merged_record WHERE person = $1";

}  // namespace sql
}  // namespace

std::vector<PersonId> partsOf(db::Connection& connection, const PersonId& person)
{
    std::vector<PersonId> parts;
    if (!person.empty())
        connection.query(sql::parts, {column(person)}, [&](const db::Row& row) {
            if (parts.empty())
                parts.push_back(idAt<PersonId>(row, 0));
            parts.push_back(idAt<PersonId>(row, 1));
        });
    if (parts.empty())
        parts.push_back(person);
    return parts;
}

PersonId recordOf(db::Connection& connection, const PersonId& person)
{
    if (person.empty())
        return person;
    return connection.first(sql::record, {column(person)}, [](const db::Row& row) { return idAt<PersonId>(row, 0); })
        .value_or(person);
}

PersonId whoseOf(db::Connection& connection, const PersonId& person, std::string_view owners, db::Params values)
{
    const std::vector<PersonId> parts = partsOf(connection, person);
    if (parts.size() == 1)
        return parts.front();
    const SqlText text = SqlText{}.addOf(owners, parts, values);
    const auto found =
        connection.list(text.text(), text.values(), [](const db::Row& row) { return idAt<PersonId>(row, 0); });
    return found.empty() || std::ranges::find(found, parts.front()) != found.end() ? parts.front() : found.front();
}

bool isSameRecord(db::Connection& connection, const PersonId& one, const PersonId& other)
{
    return one == other || recordOf(connection, one) == recordOf(connection, other);
}

}  // namespace holdfast::store
