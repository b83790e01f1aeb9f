#include "store/referral_query.h"

#include "store/columns.h"
#include "store/cursor.h"
#include "store/person_brief_row.h"
#include "store/search_words.h"
#include "store/sql_text.h"

#include <charconv>

namespace holdfast::store {
namespace {

namespace sql {

// The legs of the page are chosen from one index alone; then each is joined with what the row shows.
constexpr std::string_view rowsOpen = R"(
    SELECT n.due_order, p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           n.need, n.leg_service, about.name, n.leg_state, n.sent_at, n.leg_since, n.next_due, n.next_what,
           n.escalation_level, n.silent_from, n.last_reason, holder.name
    FROM (
    SELECT n.due_order, n.person, n.need FROM need_state n WHERE n.leg_group > 0)";

constexpr std::string_view rowsClose = R"(
    ) chosen
    CROSS JOIN need_state n
    CROSS JOIN person p
    LEFT JOIN service about ON about.id = n.leg_service
    LEFT JOIN worker holder ON holder.id = n.holder_worker
    WHERE n.person = chosen.person AND n.need = chosen.need AND p.id = chosen.person
    ORDER BY n.due_order, n.person, n.need)";

constexpr std::string_view totals = R"(
    SELECT COUNT(*),
           COUNT(CASE WHEN n.leg_group = 1 THEN 1 END),
           COUNT(CASE WHEN n.silent_from <= ? THEN 1 END),
           COUNT(CASE WHEN n.leg_group = 2 THEN 1 END),
           COUNT(CASE WHEN n.due_order <= ? THEN 1 END),
           COUNT(CASE WHEN n.leg_group = 3 THEN 1 END)
    FROM need_state n
    WHERE n.leg_group > 0)";

constexpr std::string_view ofNeed = "\n      AND n.need = ?";
constexpr std::string_view ofService = "\n      AND n.leg_service = ?";
constexpr std::string_view heldByWorker = "\n      AND n.holder_worker = ? AND n.open = 1";
constexpr std::string_view heldByService = "\n      AND n.holder_service = ?";

constexpr std::string_view seen = "\n      AND n.person NOT IN (@)";
constexpr std::string_view ofUnseen = "\n      AND n.person IN (@)";

constexpr std::string_view sent = "\n      AND n.leg_group = 1";
constexpr std::string_view silent = "\n      AND n.silent_from <= ?";
constexpr std::string_view refused = "\n      AND n.leg_group = 2";
constexpr std::string_view due = "\n      AND n.due_order <= ?";
constexpr std::string_view accepted = "\n      AND n.leg_group = 3";

constexpr std::string_view named = R"(
      AND EXISTS (SELECT 1 FROM person_word w WHERE w.person = n.person AND w.word >= ? AND w.word < ?))";
constexpr std::string_view after = "\n      AND (n.due_order, n.person, n.need) > (?, ?, ?)";
constexpr std::string_view order = "\n    ORDER BY n.due_order, n.person, n.need LIMIT ?";

}  // namespace sql

void addScope(SqlText& sql, const LegQuery& query)
{
    if (query.need)
        sql.add(sql::ofNeed, {column(*query.need)});
    if (!query.service.empty())
        sql.add(sql::ofService, {column(query.service)});
    if (!query.heldBy.worker.empty())
        sql.add(sql::heldByWorker, {column(query.heldBy.worker)});
    if (!query.heldBy.service.empty())
        sql.add(sql::heldByService, {column(query.heldBy.service)});
}

void addFilter(SqlText& sql, const LegQuery& query)
{
    switch (query.filter) {
        using enum LegFilter;
    case all: break;
    case sent: sql.add(sql::sent); break;
    case silent: sql.add(sql::silent, {column(query.now)}); break;
    case refused: sql.add(sql::refused); break;
    case due: sql.add(sql::due, {column(query.now)}); break;
    case accepted: sql.add(sql::accepted); break;
    }
}

void addAfter(SqlText& sql, const std::string& cursor)
{
    const auto keys = keysOf(cursor, 3);
    if (!keys)
        return;
    std::int64_t due = 0;
    std::from_chars(keys->at(0).data(), keys->at(0).data() + keys->at(0).size(), due);
    sql.add(sql::after, {due, keys->at(1), keys->at(2)});
}

LegRow legAt(const db::Row& row, Instant now)
{
    LegRow leg;
    leg.person = briefAt(row, 1);
    leg.need = enumAt<Need>(row, 8);
    leg.service = idAt<ServiceId>(row, 9);
    leg.serviceName = row.text(10);
    leg.state = enumAt<LegState>(row, 11);
    leg.sentAt = optionalInstantAt(row, 12);
    leg.since = instantAt(row, 13);
    leg.due = optionalInstantAt(row, 14);
    leg.dueWhat = row.text(15);
    leg.escalationLevel = numberAt(row, 16);
    leg.silent = !row.isNull(17) && instantAt(row, 17) <= now;
    leg.lastReason = row.text(18);
    leg.holderName = row.text(19);
    return leg;
}

}  // namespace

LegPage ReferralQuery::page(const LegQuery& query) const
{
    SqlText sql;
    sql.add(sql::rowsOpen);
    addScope(sql, query);
    addFilter(sql, query);
    for (const std::string& term : searchTermsOf(query.text))
        sql.add(sql::named, {term, endOfPrefix(term)});
    sql.without(m_unseen, sql::seen);
    addAfter(sql, query.after);
    sql.add(sql::order, {column(query.limit + 1)});  // one more tells whether another page follows
    sql.add(sql::rowsClose);

    LegPage page;
    std::string last;
    m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
        if (page.rows.size() == static_cast<std::size_t>(query.limit)) {
            page.next = last;
            return;
        }
        page.rows.push_back(legAt(row, query.now));
        last = cursorOf({std::to_string(row.integer(0)), row.view(1), row.view(8)});
    });
    return page;
}

std::vector<int> ReferralQuery::totals(const LegQuery& query) const
{
    std::vector<int> totals(legFilterCount);
    const auto count = [&](const SqlText& sql, int sign) {
        m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
            for (int filter = 0; filter < legFilterCount; ++filter)
                totals[static_cast<std::size_t>(filter)] += sign * numberAt(row, filter);
        });
    };
    SqlText all;
    all.add(sql::totals, {column(query.now), column(query.now)});
    addScope(all, query);
    count(all, 1);
    if (!m_unseen.empty()) {  // a few taken off again, so that everybody's need not be looked at one by one
        SqlText few;
        few.add(sql::totals, {column(query.now), column(query.now)});
        addScope(few, query);
        count(few.without(m_unseen, sql::ofUnseen), -1);
    }
    return totals;
}

}  // namespace holdfast::store
