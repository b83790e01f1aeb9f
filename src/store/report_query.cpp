#include "store/report_query.h"

#include "store/report_columns.h"
#include "store/report_pages.h"
#include "store/sql_text.h"

#include <algorithm>
#include <map>

namespace holdfast::store {
namespace {

namespace sql {

// Not grouped here: SQLite would sort every row for that, and the index alone answers this.
constexpr std::string_view waits = R"(
    SELECT COALESCE(until_day, $3) - on_day, CASE WHEN wait = 'started' THEN 1 ELSE 0 END
    FROM leg_sent
    WHERE service = $1 AND on_day BETWEEN $2 AND $3 AND wait <> '')";

constexpr std::string_view ofService = " AND service = ?";
constexpr std::string_view ofNeed = " AND need = ?";
constexpr std::string_view inOrder = " ORDER BY on_day, person, position";

constexpr std::string_view serviceNames = "SELECT id, name FROM service";

constexpr std::string_view withoutHolder = "SELECT COUNT(*) FROM need_state WHERE open = 1 AND holder_worker IS NULL";

}  // namespace sql

SqlText filtered(std::string_view select, const BounceFilter& filter)
{
    SqlText sql;
    sql.add(select, {column(filter.from), column(filter.to)});
    if (filter.service)
        sql.add(sql::ofService, {column(*filter.service)});
    if (filter.need)
        sql.add(sql::ofNeed, {column(*filter.need)});
    return sql;
}

using ServiceNames = std::map<std::string, std::string, std::less<>>;

ServiceNames serviceNames(db::Connection& connection)
{
    ServiceNames names;
    connection.query(sql::serviceNames, {}, [&](const db::Row& row) { names.emplace(row.view(0), row.text(1)); });
    return names;
}

void read(const db::Row& row, const ServiceNames& names, Instant now, BounceFigure& figure)
{
    readBounceRow(row, figure);
    const auto name = names.find(figure.service);
    figure.serviceName = name == names.end() ? figure.service : name->second;
    if (const auto from = runningFrom(row))
        figure.daysLost += daysLostSince(*from, now);
}

}  // namespace

void ReportQuery::bounces(const BounceFilter& filter, Instant now,
                          const std::function<void(const BounceFigure&)>& visit) const
{
    const ServiceNames names = serviceNames(m_connection);
    const SqlText sql = filtered(bouncesBetween, filter).add(sql::inOrder);
    BounceFigure figure;
    m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
        read(row, names, now, figure);
        visit(figure);
    });
}

std::vector<report::Followed> ReportQuery::waits(const ServiceId& service, Date since, Date today) const
{
    std::vector<report::Followed> byLength;
    m_connection.query(sql::waits, {column(service), column(since), column(today)}, [&](const db::Row& row) {
        const auto length = static_cast<std::size_t>(std::max(numberAt(row, 0), 0));
        if (length >= byLength.size())
            byLength.resize(length + 1);
        ++(yesAt(row, 1) ? byLength[length].ended : byLength[length].censored);
    });
    for (std::size_t length = 0; length < byLength.size(); ++length)
        byLength[length].time = static_cast<int>(length);
    std::erase_if(byLength, [](const report::Followed& each) { return each.ended + each.censored == 0; });
    return byLength;
}

HeldNow ReportQuery::heldNow() const
{
    const HandfulCounts counts = ReportPages{m_connection}.counts();
    HeldNow now;
    now.held = static_cast<int>(counts.held);
    now.joined = static_cast<int>(counts.joined);
    now.openWithoutHolder =
        m_connection.first(sql::withoutHolder, {}, [](const db::Row& row) { return numberAt(row, 0); }).value_or(0);
    return now;
}

}  // namespace holdfast::store
