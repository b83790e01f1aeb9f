#include "store/export_query.h"

#include "store/columns.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view exportedEvents = R"(
    SELECT person, seq, id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel,
           told_by, why_not_challenged
    FROM case_event
    WHERE person > ? AND person <= ? AND happened_at >= ? AND happened_at < ?)";

constexpr std::string_view exportedCarerContacts = R"(
    SELECT person, at, direction, outcome, CASE WHEN undone_at IS NULL THEN 0 ELSE 1 END
    FROM carer_call
    WHERE person > ? AND person <= ? AND at >= ? AND at < ?)";

constexpr std::string_view exportedRetellings = R"(
    SELECT person, at, taken_back
    FROM retelling
    WHERE person > ? AND person <= ? AND at >= ? AND at < ?)";

constexpr std::string_view everMerged = R"(
    SELECT DISTINCT merged
    FROM person_merge
    WHERE merged > ? AND merged <= ?)";

constexpr std::string_view seen = " AND person NOT IN (@)";
constexpr std::string_view seenMerged = " AND merged NOT IN (@)";
constexpr std::string_view inOrder = "\n    ORDER BY person, seq";
constexpr std::string_view byTime = "\n    ORDER BY person, at, id";
constexpr std::string_view byId = "\n    ORDER BY merged";

}  // namespace sql

SqlText of(std::string_view what, const ExportStretch& stretch, const Unseen& unseen)
{
    SqlText sql;
    sql.add(what, {column(stretch.after), column(stretch.last), column(stretch.from), column(stretch.until)});
    return sql.without(unseen, sql::seen);
}

EventRow exportedEventAt(const db::Row& row)
{
    return {.person = idAt<PersonId>(row, 0),
            .seq = row.integer(1),
            .id = idAt<EventId>(row, 2),
            .at = instantAt(row, 3),
            .recordedAt = instantAt(row, 4),
            .kind = row.text(5),
            .body = row.text(6),
            .words = row.text(7),
            .author = idAt<WorkerId>(row, 8),
            .policyVersion = row.text(9),
            .command = idAt<CommandId>(row, 10),
            .channel = row.text(11),
            .toldBy = row.text(12),
            .whyNotChallenged = row.text(13)};
}

}  // namespace

std::vector<EventRow> ExportQuery::events(const ExportStretch& stretch) const
{
    const SqlText sql = of(sql::exportedEvents, stretch, m_unseen).add(sql::inOrder);
    return m_connection.list(sql.text(), sql.values(), exportedEventAt);
}

std::vector<CarerContactRow> ExportQuery::carerContacts(const ExportStretch& stretch) const
{
    const SqlText sql = of(sql::exportedCarerContacts, stretch, m_unseen).add(sql::byTime);
    return m_connection.list(sql.text(), sql.values(), [](const db::Row& row) {
        return CarerContactRow{idAt<PersonId>(row, 0), instantAt(row, 1), row.text(2), row.text(3), yesAt(row, 4)};
    });
}

std::vector<RetellingRow> ExportQuery::retellings(const ExportStretch& stretch) const
{
    const SqlText sql = of(sql::exportedRetellings, stretch, m_unseen).add(sql::byTime);
    return m_connection.list(sql.text(), sql.values(), [](const db::Row& row) {
        return RetellingRow{idAt<PersonId>(row, 0), instantAt(row, 1), yesAt(row, 2)};
    });
}

std::vector<PersonId> ExportQuery::everMerged(const ExportStretch& stretch) const
{
    SqlText sql;
    sql.add(sql::everMerged, {column(stretch.after), column(stretch.last)});
    sql.without(m_unseen, sql::seenMerged).add(sql::byId);
    return m_connection.list(sql.text(), sql.values(), [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

}  // namespace holdfast::store
