#include "store/report_pages.h"

#include "store/columns.h"
#include "store/many_rows.h"
#include "store/report_code.h"
#include "store/report_columns.h"
#include "store/report_page_id.h"
#include "store/report_rows.h"
#include "store/report_words.h"
#include "store/sql_text.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view isBuilt = "SELECT built FROM report_state WHERE id = 1";
constexpr std::string_view setBuilt = "UPDATE report_state SET built = 1 WHERE id = 1";
constexpr std::string_view forget = "UPDATE report_state SET built = 0 WHERE id = 1";
constexpr std::string_view clearPages = "DELETE FROM report_page";
constexpr std::string_view clearHandfuls = "DELETE FROM report_handful";

constexpr std::string_view page = "SELECT rows FROM report_page WHERE id = $1";
constexpr std::string_view pages = "SELECT id, rows FROM report_page WHERE id BETWEEN $1 AND $2 ORDER BY id";
constexpr std::string_view pageIds = "SELECT id FROM report_page ORDER BY id";
constexpr std::string_view putPage = R"(
    INSERT INTO report_page (id, rows)
    VALUES ($1, $2)
    ON CONFLICT (id) DO UPDATE SET rows = excluded.rows)";
constexpr std::string_view dropPage = "DELETE FROM report_page WHERE id = $1";

// On a server this also makes whoever writes the same handful wait for us.
constexpr std::string_view count = R"(
    INSERT INTO report_handful (id, events, held, joined)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT (id) DO UPDATE SET
        events = report_handful.events + excluded.events, held = report_handful.held + excluded.held,
        joined = report_handful.joined + excluded.joined)";
constexpr std::string_view counts =
    "SELECT COALESCE(SUM(events), 0), COALESCE(SUM(held), 0), COALESCE(SUM(joined), 0) FROM report_handful";
constexpr std::string_view handfuls = "SELECT events, held, joined, id FROM report_handful";
constexpr std::string_view cases = "SELECT version, open_needs, accepted_needs, person FROM case_state";
constexpr std::string_view caseOf = "SELECT version, open_needs, accepted_needs FROM case_state WHERE person = $1";

constexpr std::string_view daysOf = R"(
    SELECT on_day FROM bounce WHERE person = $1
    UNION
    SELECT on_day FROM leg_sent WHERE person = $1
    UNION
    SELECT on_day FROM report_fact WHERE person = $1)";

constexpr std::string_view firstAndLast = R"(
    SELECT MIN(on_day), MAX(on_day)
    FROM (
        SELECT MIN(on_day) AS on_day FROM bounce
        UNION ALL SELECT MAX(on_day) FROM bounce
        UNION ALL SELECT MIN(on_day) FROM leg_sent
        UNION ALL SELECT MAX(on_day) FROM leg_sent
        UNION ALL SELECT MIN(on_day) FROM report_fact
        UNION ALL SELECT MAX(on_day) FROM report_fact) AS ends)";

}  // namespace sql

PagedBounce paged(const BounceCache& cached)
{
    PagedBounce bounce;
    bounce.row.service = cached.service;
    bounce.row.need = cached.need;
    bounce.row.code = cached.code;
    bounce.row.cls = cached.cls;
    bounce.row.on = cached.on;
    bounce.row.pointsTo = cached.pointsTo.str();
    bounce.row.daysLost = cached.daysLost;
    bounce.row.challenged = cached.challenged;
    bounce.row.overturned = cached.overturned;
    bounce.row.substanceUseCited = cached.substanceUseCited;
    bounce.row.mentalHealthCited = cached.mentalHealthCited;
    bounce.row.upheld = cached.upheld;
    bounce.row.where = cached.where;
    bounce.row.quadrant = cached.quadrant;
    bounce.row.attempt = cached.attempt;
    bounce.row.tennis = cached.tennis;
    bounce.runningFrom = cached.runningFrom;
    return bounce;
}

/// One person's rows, by the page they belong to.
using PartsOfPerson = std::map<std::int64_t, std::vector<std::string>>;

PartsOfPerson partsOf(const CaseCacheRows& rows, ReportWords& words)
{
    words.learn([&](const auto& learn) {
        const auto learnWhere = [&](const report::Circumstances& where) {
            learn(where.area);
            learn(where.author.text());
        };
        for (const BounceCache& each : rows.bounces) {
            for (const std::string_view word : {std::string_view{each.service}, each.code.text(), each.pointsTo.text(),
                                                std::string_view{each.quadrant}})
                learn(word);
            learnWhere(each.where);
        }
        for (const SentCache& each : rows.sent) {
            learn(each.service.text());
            learnWhere(each.where);
        }
        for (const report::Fact& each : rows.facts) {
            learn(each.service);
            learnWhere(each.where);
        }
    });
    const std::int64_t handful = paging::handfulOf(rows.person);
    PartsOfPerson parts;
    for (const BounceCache& each : rows.bounces)
        parts[paging::pageId(paging::monthOf(each.on), paging::Part::bounces, handful)].push_back(
            encoded(paged(each), words));
    for (const SentCache& each : rows.sent)
        parts[paging::pageId(paging::monthOf(each.on), paging::Part::rest, handful)].push_back(
            encoded(report::ReferralRow{{}, each.need, each.service.str(), each.on, each.marks, each.where}, words));
    for (const report::Fact& each : rows.facts)
        parts[paging::pageId(paging::monthOf(each.on), paging::Part::rest, handful)].push_back(encoded(each, words));
    return parts;
}

/// The pages of one month as the tables make them.
std::map<std::int64_t, std::string> made(db::Connection& connection, std::int64_t month, ReportWords& words)
{
    std::array<std::unordered_map<PersonId, std::vector<std::string>>, 2> rows;
    const Date first = paging::firstOf(month);
    const Date last = paging::firstOf(month + 1) - std::chrono::days{1};
    SqlText bounces;
    bounces.add(bouncesBetween, {column(first), column(last)});
    PagedBounce bounce;
    connection.query(bounces.text(), bounces.values(), [&](const db::Row& row) {
        readBounceRow(row, bounce.row);
        bounce.runningFrom = runningFrom(row);
        rows[0][bounce.row.person].push_back(encoded(bounce, words));
    });
    const ReportRows wide{connection};
    wide.referrals(first, last, [&](const report::ReferralRow& referral) {
        rows[1][referral.person].push_back(encoded(referral, words));
    });
    wide.facts(first, last,
               [&](const report::FactRow& row) { rows[1][row.person].push_back(encoded(row.fact, words)); });
    std::map<std::int64_t, std::string> pages;
    for (const paging::Part part : {paging::Part::bounces, paging::Part::rest}) {
        std::map<std::int64_t, std::map<std::string, std::string>> parts;
        for (auto& [person, own] : rows[static_cast<std::size_t>(part)]) {
            const std::string id = encoded(person);
            parts[paging::pageId(month, part, paging::handfulOf(person))][id] = encodedPart(id, std::move(own));
        }
        for (const auto& [page, people] : parts)
            for (const auto& [id, bytes] : people)
                pages[page] += bytes;
    }
    return pages;
}

/// First and last month with anything in it; nothing in an empty store.
std::optional<std::pair<std::int64_t, std::int64_t>> months(db::Connection& connection)
{
    const auto ends = connection.first(sql::firstAndLast, {}, [](const db::Row& row) {
        return std::pair{optionalDateAt(row, 0), optionalDateAt(row, 1)};
    });
    if (!ends || !ends->first || !ends->second)
        return std::nullopt;
    return std::pair{paging::monthOf(*ends->first), paging::monthOf(*ends->second)};
}

HandfulCounts countsOf(std::int64_t version, int openNeeds, int acceptedNeeds)
{
    return {version, openNeeds > 0 ? 1 : 0, openNeeds > 0 && acceptedNeeds == openNeeds ? 1 : 0};
}

HandfulCounts caseAt(const db::Row& row)
{
    return countsOf(row.integer(0), numberAt(row, 1), numberAt(row, 2));
}

HandfulCounts countsAt(const db::Row& row)
{
    return {row.integer(0), row.integer(1), row.integer(2)};
}

void add(HandfulCounts& sum, const HandfulCounts& one, int sign)
{
    sum.events += sign * one.events;
    sum.held += sign * one.held;
    sum.joined += sign * one.joined;
}

/// By handful, of the cases as they are.
std::map<std::int64_t, HandfulCounts> counted(db::Connection& connection)
{
    std::map<std::int64_t, HandfulCounts> counts;
    connection.query(sql::cases, {}, [&](const db::Row& row) {
        if (const HandfulCounts one = caseAt(row); one != HandfulCounts{})
            add(counts[paging::handfulOf(idAt<PersonId>(row, 3))], one, 1);
    });
    return counts;
}

}  // namespace

bool ReportPages::isBuilt() const
{
    return m_connection.first(sql::isBuilt, {}, [](const db::Row& row) { return yesAt(row, 0); }).value_or(false);
}

void ReportPages::forget()
{
    m_connection.execute(sql::forget);
}

void ReportPages::build()
{
    m_connection.execute(sql::clearPages);
    m_connection.execute(sql::clearHandfuls);
    ReportWords words{m_connection};
    words.load();
    ManyRows pages{m_connection, "report_page (id, rows)"};
    if (const auto ends = months(m_connection))
        for (std::int64_t month = ends->first; month <= ends->second; ++month)
            for (auto& [id, bytes] : made(m_connection, month, words))
                pages.add({id, db::Blob{std::move(bytes)}});
    pages.flush();
    ManyRows counts{m_connection, "report_handful (id, events, held, joined)"};
    for (const auto& [handful, sum] : counted(m_connection))
        counts.add({handful, sum.events, sum.held, sum.joined});
    counts.flush();
    m_connection.execute(sql::setBuilt);
}

ReportPages::Before ReportPages::before(const PersonId& person) const
{
    Before before;
    m_connection.query(sql::daysOf, {column(person)},
                       [&](const db::Row& row) { before.days.push_back(dateFromDays(row.integer(0))); });
    before.counts = m_connection.first(sql::caseOf, {column(person)}, caseAt).value_or(HandfulCounts{});
    return before;
}

void ReportPages::put(const CaseCacheRows& rows, const Before& before)
{
    const std::int64_t handful = paging::handfulOf(rows.person);
    HandfulCounts change = countsOf(rows.version, rows.openNeeds, rows.acceptedNeeds);
    add(change, before.counts, -1);
    m_connection.execute(sql::count, {handful, change.events, change.held, change.joined});
    ReportWords words{m_connection};
    PartsOfPerson parts = partsOf(rows, words);
    for (const Date day : before.days)
        for (const paging::Part part : {paging::Part::bounces, paging::Part::rest})
            parts.try_emplace(paging::pageId(paging::monthOf(day), part, handful));
    const std::string person = encoded(rows.person);
    for (auto& [id, own] : parts) {
        const auto old = m_connection.first(sql::page, {id}, [](const db::Row& row) { return row.blob(0); });
        const std::string part = own.empty() ? std::string{} : encodedPart(person, std::move(own));
        std::string page = withPart(old.value_or(""), person, part);
        if (page == old.value_or(""))
            continue;
        if (page.empty())
            m_connection.execute(sql::dropPage, {id});
        else
            m_connection.execute(sql::putPage, {id, db::Blob{std::move(page)}});
    }
}

HandfulCounts ReportPages::counts() const
{
    return m_connection.first(sql::counts, {}, countsAt).value_or(HandfulCounts{});
}

std::vector<std::string> ReportPages::faults(std::size_t limit) const
{
    std::vector<std::string> found;
    const auto find = [&](std::int64_t page) {
        const std::int64_t month = paging::monthOfPage(page);
        if (found.size() < limit)
            found.push_back("page of " + formatDate(paging::firstOf(month)).substr(0, 7) + ", handful " +
                            std::to_string(page % paging::handfuls));
    };
    ReportWords words{m_connection};
    words.load();
    const auto ends = months(m_connection);
    m_connection.query(sql::pageIds, {}, [&](const db::Row& row) {
        const std::int64_t month = paging::monthOfPage(row.integer(0));
        if (!ends || month < ends->first || month > ends->second)
            find(row.integer(0));
    });
    const auto [firstMonth, lastMonth] = ends.value_or(std::pair<std::int64_t, std::int64_t>{0, -1});
    for (std::int64_t month = firstMonth; month <= lastMonth; ++month) {
        auto expected = made(m_connection, month, words);
        m_connection.query(sql::pages,
                           {paging::pageId(month, paging::Part::bounces, 0),
                            paging::pageId(month, paging::Part::rest, paging::handfuls - 1)},
                           [&](const db::Row& row) {
                               const auto at = expected.find(row.integer(0));
                               if (at == expected.end() || at->second != row.blob(1))
                                   find(row.integer(0));
                               if (at != expected.end())
                                   expected.erase(at);
                           });
        for (const auto& [id, bytes] : expected)
            find(id);
    }
    auto sums = counted(m_connection);
    m_connection.query(sql::handfuls, {}, [&](const db::Row& row) { add(sums[row.integer(3)], countsAt(row), -1); });
    for (const auto& [handful, difference] : sums)
        if (difference != HandfulCounts{} && found.size() < limit)
            found.push_back("counts of handful " + std::to_string(handful));
    return found;
}

}  // namespace holdfast::store
