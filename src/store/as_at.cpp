#include "store/as_at.h"

#include "db/migrator.h"
#include "db/transaction.h"
#include "store/columns.h"
#include "store/many_rows.h"
#include "store/schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view all =
    "SELECT (SELECT COUNT(*) FROM case_event) + (SELECT COUNT(*) FROM disposed_entry WHERE recorded_at IS NOT NULL)";
constexpr std::string_view lastOf = R"(
    SELECT recorded_at
    FROM (
        SELECT recorded_at FROM case_event
        UNION ALL SELECT recorded_at FROM disposed_entry WHERE recorded_at IS NOT NULL) e
    ORDER BY recorded_at
    LIMIT 1 OFFSET $1)";
constexpr std::string_view upTo = "SELECT COUNT(*) FROM case_event WHERE recorded_at <= $1";
constexpr std::string_view disposedUpTo = "SELECT COUNT(*) FROM disposed_entry WHERE recorded_at <= $1";
constexpr std::string_view disposedSince = R"(
    SELECT COUNT(DISTINCT e.disposal), COUNT(*)
    FROM disposed_entry e
    JOIN disposal_answer a ON a.disposal = e.disposal
    WHERE e.recorded_at <= $1 AND a.at > $2)";

constexpr std::string_view columns = "SELECT name, type FROM pragma_table_info($1) ORDER BY cid";
constexpr std::string_view notUndoneYet =
    "UPDATE carer_call SET undone_at = NULL, undone_by = NULL WHERE undone_at > $1";

constexpr std::string_view joins = R"(
    SELECT m.merged, m.kept, m.id
    FROM person_merge m
    WHERE NOT EXISTS (SELECT 1 FROM person_unmerge u WHERE u.merge = m.id))";
constexpr std::string_view remember = "INSERT INTO merged_record (person, record, merge) VALUES ($1, $2, $3)";

// A row may stand without what it points to, and an event without one that was recorded later by a slow clock.
constexpr std::string_view loose = "PRAGMA foreign_keys = OFF; DROP TRIGGER case_event_numbered;";

}  // namespace sql

/// A table, and which of its rows there were: `where` has $1 for the instant.
struct Kept {
    std::string_view table;
    std::string_view where;
    std::string_view order;
};

constexpr std::array<Kept, 15> kept{{{"store_meta", "", "key"},
                                     {"service", "", "id"},
                                     {"outward_place", "", "outward"},
                                     {"worker", "", "id"},
                                     {"person", "", "id"},
                                     {"typed_distance", "", "person, service"},
                                     {"policy", "", "number"},
                                     {"policy_in_force", "put_at <= $1 OR from_at > $1", "number"},
                                     {"citation_sign_off", "signed_at <= $1", "number"},
                                     {"person_merge", "at <= $1", "id"},
                                     {"person_unmerge", "at <= $1", "merge"},
                                     {"carer_call", "recorded_at <= $1", "id"},
                                     {"retelling", "at <= $1", "id"},
                                     {"disposed_entry", "recorded_at <= $1", "id"},
                                     {"case_event", "recorded_at <= $1", "person, seq"}}};

/// Columns of yes and no are numbers in both dialects; what is not a number comes as text.
class Copier {
public:
    Copier(db::Connection& from, db::Connection& into) : m_from{from}, m_into{into} {}

    void copy(const Kept& each, Instant until)
    {
        const auto columns = m_into.list(sql::columns, {std::string{each.table}}, [](const db::Row& row) {
            return std::pair{row.text(0), row.text(1)};
        });
        std::string names;
        std::string wanted;
        for (const auto& [name, type] : columns) {
            names += (names.empty() ? "" : ", ") + name;
            wanted += (wanted.empty() ? "" : ", ") + (name == "words" ? "''" : name);  // neither folded nor counted
        }
        ManyRows rows{m_into, std::string{each.table} + " (" + names + ')'};
        m_into.execute("DELETE FROM " + std::string{each.table});
        std::string select = "SELECT " + wanted + " FROM " + std::string{each.table};
        std::vector<db::Value> values;
        if (!each.where.empty()) {
            select += " WHERE " + std::string{each.where};
            values.push_back(column(until));
        }
        select += " ORDER BY " + std::string{each.order};
        m_from.query(select, db::Values{values}, [&](const db::Row& found) {
            std::vector<db::Value> line;
            for (std::size_t i = 0; i < columns.size(); ++i)
                line.push_back(valueAt(found, static_cast<int>(i), columns[i].second));
            rows.add(std::move(line));
        });
        rows.flush();
    }

private:
    static db::Value valueAt(const db::Row& row, int column, const std::string& type)
    {
        if (row.isNull(column))
            return {};
        if (type == "INTEGER")
            return row.integer(column);
        return row.text(column);
    }

    db::Connection& m_from;
    db::Connection& m_into;
};

/// Whose record each merged id belonged to, however many joinings lie between.
void rememberJoins(db::Connection& into)
{
    struct Join {
        std::string kept;
        std::string id;
    };
    std::map<std::string, Join> joins;
    into.query(sql::joins, {}, [&](const db::Row& row) { joins[row.text(0)] = {row.text(1), row.text(2)}; });
    for (const auto& [person, join] : joins) {
        std::string record = join.kept;
        for (auto next = joins.find(record); next != joins.end() && next->second.kept != person;
             next = joins.find(record))
            record = next->second.kept;
        into.execute(sql::remember, {person, record, join.id});
    }
}

}  // namespace

StoreAsAt openAsAt(db::Connection& store, std::int64_t events, Instant at)
{
    const auto count = [&](std::string_view text, db::Params values) {
        return store.first(text, values, [](const db::Row& row) { return row.integer(0); }).value_or(0);
    };
    StoreAsAt made;
    const std::int64_t all = count(sql::all, {});
    made.missing = std::max<std::int64_t>(events - all, 0);
    const std::int64_t wanted = events - made.missing;
    Instant until = at;
    if (wanted > 0)
        until =
            store.first(sql::lastOf, {wanted - 1}, [](const db::Row& row) { return instantAt(row, 0); }).value_or(at);
    made.events = wanted > 0 ? count(sql::upTo, {column(until)}) : 0;
    const std::int64_t gone = wanted > 0 ? count(sql::disposedUpTo, {column(until)}) : 0;
    made.alike = made.events + gone - wanted;
    if (gone > 0)
        made.disposed = store
                            .first(sql::disposedSince, {column(until), column(at)},
                                   [](const db::Row& row) {
                                       return DisposedCounts{row.integer(0), row.integer(1)};
                                   })
                            .value_or(DisposedCounts{});

    made.connection = db::openMemory();
    db::Connection& into = *made.connection;
    if (const auto migrated = db::migrate(into, migrations(db::Dialect::sqlite)); !migrated)
        throw db::Failure{db::Failure::Kind::other, migrated.error().detail};
    into.script(std::string{sql::loose});
    db::Transaction transaction{into, db::Access::write};
    Copier copier{store, into};
    for (const Kept& each : kept) {
        const bool counted = each.table == "case_event" || each.table == "disposed_entry";
        if (!counted || wanted > 0)
            copier.copy(each, counted ? until : at);
    }
    into.execute(sql::notUndoneYet, {column(at)});
    rememberJoins(into);
    transaction.commit();
    return made;
}

}  // namespace holdfast::store
