#include "store/report_rows.h"

#include "store/report_columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view referrals = R"(
    SELECT person, need, service, on_day, age, area, recorder, number, answered_day, answer_due, decided_day,
           decision_due, accepted_day, bounced, other_need_cited, wishes
    FROM leg_sent
    WHERE on_day BETWEEN $1 AND $2)";

constexpr std::string_view facts = R"(
    SELECT person, kind, need, service, on_day, until_day, outcome, yes, pence, age, area, recorder
    FROM report_fact
    WHERE on_day BETWEEN $1 AND $2)";

constexpr std::string_view carersSpokenTo = R"(
    SELECT COALESCE(m.record, c.person)
    FROM carer_call c
    LEFT JOIN merged_record m ON m.person = c.person
    WHERE c.at >= $1 AND c.at < $2 AND c.outcome IN ('spoke', 'replied') AND c.undone_at IS NULL)";

constexpr std::string_view retold = "SELECT COUNT(*) FROM retelling WHERE at >= $1 AND at < $2 AND taken_back = 0";

constexpr std::string_view areas = R"(
    SELECT DISTINCT area
    FROM leg_sent
    WHERE on_day BETWEEN $1 AND $2 AND area <> ''
    ORDER BY area)";

// Few: the referrals of a period whose person works.
constexpr std::string_view workHours = R"(
    SELECT p.id, p.work_hours
    FROM leg_sent s
    JOIN person p ON p.id = s.person
    WHERE s.on_day BETWEEN $1 AND $2 AND s.wishes >= 4)";

constexpr std::string_view everybodysWorkHours = "SELECT id, work_hours FROM person WHERE work_hours <> ''";

}  // namespace sql

}  // namespace

void ReportRows::referrals(Date from, Date to, const std::function<void(report::ReferralRow&)>& visit) const
{
    report::ReferralRow referral;
    m_connection.query(sql::referrals, {column(from), column(to)}, [&](const db::Row& row) {
        referral.person = idAt<PersonId>(row, 0);
        referral.need = enumAt<Need>(row, 1);
        referral.service = row.view(2);
        referral.on = dateFromDays(row.integer(3));
        referral.where = circumstancesAt(row, 4);
        referral.marks = marksAt(row, 7);
        referral.missed = 0;
        visit(referral);
    });
}

void ReportRows::facts(Date from, Date to, const std::function<void(const report::FactRow&)>& visit) const
{
    report::FactRow fact;
    m_connection.query(sql::facts, {column(from), column(to)}, [&](const db::Row& row) {
        fact.person = idAt<PersonId>(row, 0);
        fact.fact = factAt(row, 1);
        visit(fact);
    });
}

std::vector<PersonId> ReportRows::carersSpokenTo(Instant from, Instant until) const
{
    return m_connection.list(sql::carersSpokenTo, {column(from), column(until)},
                             [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

int ReportRows::retold(Instant from, Instant until) const
{
    return m_connection
        .first(sql::retold, {column(from), column(until)}, [](const db::Row& row) { return numberAt(row, 0); })
        .value_or(0);
}

std::vector<std::string> ReportRows::areas(Date from, Date to) const
{
    return m_connection.list(sql::areas, {column(from), column(to)}, [](const db::Row& row) { return row.text(0); });
}

std::map<PersonId, std::string> ReportRows::workHours(Date from, Date to) const
{
    std::map<PersonId, std::string> hours;
    m_connection.query(sql::workHours, {column(from), column(to)},
                       [&](const db::Row& row) { hours.try_emplace(idAt<PersonId>(row, 0), row.text(1)); });
    return hours;
}

std::unordered_map<PersonId, std::string> ReportRows::workHours() const
{
    std::unordered_map<PersonId, std::string> hours;
    m_connection.query(sql::everybodysWorkHours, {},
                       [&](const db::Row& row) { hours.try_emplace(idAt<PersonId>(row, 0), row.text(1)); });
    return hours;
}

}  // namespace holdfast::store
