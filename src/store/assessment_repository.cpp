#include "store/assessment_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert =
    "INSERT INTO assessment (event, person, happened_at, worker, form) VALUES ($1, $2, $3, $4, $5)";

constexpr std::string_view forPerson = R"(
    SELECT event, person, happened_at, worker, form
    FROM assessment
    WHERE person IN (@)
    ORDER BY happened_at DESC, event DESC)";

}  // namespace sql
}  // namespace

void AssessmentRepository::insert(const AssessmentRow& row)
{
    m_connection.execute(sql::insert, {column(row.event), column(recordOf(m_connection, row.person)), column(row.at),
                                       column(row.worker), row.form});
}

std::vector<AssessmentRow> AssessmentRepository::forPerson(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::forPerson, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        return AssessmentRow{idAt<EventId>(row, 0), idAt<PersonId>(row, 1), instantAt(row, 2), idAt<WorkerId>(row, 3),
                             row.text(4)};
    });
}

}  // namespace holdfast::store
