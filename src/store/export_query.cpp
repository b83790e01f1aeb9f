#include "store/export_query.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view exportedEvents = R"(
    SELECT person, seq, id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel,
           told_by, why_not_challenged
    FROM case_event
    WHERE person > $1 AND person <= $2 AND happened_at >= $3 AND happened_at < $4
    ORDER BY person, seq)";

constexpr std::string_view exportedCarerContacts = R"(
    SELECT person, at, direction, outcome, CASE WHEN undone_at IS NULL THEN 0 ELSE 1 END
    FROM carer_call
    WHERE person > $1 AND person <= $2 AND at >= $3 AND at < $4
    ORDER BY person, at, id)";

constexpr std::string_view exportedRetellings = R"(
    SELECT person, at, taken_back
    FROM retelling
    WHERE person > $1 AND person <= $2 AND at >= $3 AND at < $4
    ORDER BY person, at, id)";

constexpr std::string_view everMerged = R"(
    SELECT DISTINCT merged
    FROM person_merge
    WHERE merged > $1 AND merged <= $2
    ORDER BY merged)";

}  // namespace sql

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
    return m_connection.list(sql::exportedEvents,
                             {column(stretch.after), column(stretch.last), column(stretch.from), column(stretch.until)},
                             exportedEventAt);
}

std::vector<CarerContactRow> ExportQuery::carerContacts(const ExportStretch& stretch) const
{
    return m_connection.list(
        sql::exportedCarerContacts,
        {column(stretch.after), column(stretch.last), column(stretch.from), column(stretch.until)},
        [](const db::Row& row) {
            return CarerContactRow{idAt<PersonId>(row, 0), instantAt(row, 1), row.text(2), row.text(3), yesAt(row, 4)};
        });
}

std::vector<RetellingRow> ExportQuery::retellings(const ExportStretch& stretch) const
{
    return m_connection.list(sql::exportedRetellings,
                             {column(stretch.after), column(stretch.last), column(stretch.from), column(stretch.until)},
                             [](const db::Row& row) {
                                 return RetellingRow{idAt<PersonId>(row, 0), instantAt(row, 1), yesAt(row, 2)};
                             });
}

std::vector<PersonId> ExportQuery::everMerged(const ExportStretch& stretch) const
{
    return m_connection.list(sql::everMerged, {column(stretch.after), column(stretch.last)},
                             [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

}  // namespace holdfast::store
