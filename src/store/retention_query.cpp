#include "store/retention_query.h"

#include "domain/calendar.h"
#include "store/case_cache.h"
#include "store/columns.h"
#include "store/person_brief_row.h"
#include "store/sql_text.h"

#include <algorithm>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view found = R"(
    WITH found AS (
        SELECT c.person, c.last_at, c.died_on, c.open_needs
        FROM case_state c
        WHERE )";
constexpr std::string_view quiet = "c.open_needs = 0 AND c.last_at < ?";
constexpr std::string_view behind = " AND (c.last_at, c.person) > (?, ?)";
constexpr std::string_view seen = " AND c.person NOT IN (@)";
constexpr std::string_view oldestFirst = " ORDER BY c.last_at, c.person LIMIT ?";
constexpr std::string_view one = "c.person = ?";

// Each part of a joined record keeps its rows under its own id, and gives a row here. Looking, and details put right, are
// not contact; somebody with nothing else was registered on the day of the first entry about them.
constexpr std::string_view facts = R"(),
    part AS (
        SELECT person AS record, person, last_at, died_on, open_needs FROM found
        UNION ALL
        SELECT f.person, x.person, f.last_at, f.died_on, f.open_needs
        FROM found f
        CROSS JOIN merged_record x
        WHERE x.record = f.person)
    SELECT p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           q.last_at, q.died_on, q.open_needs,
           m.status, m.first_asked_at, m.leg_state, s.status, s.first_asked_at, s.leg_state,
           (SELECT a.at FROM audit a WHERE a.subject = q.person ORDER BY a.seq LIMIT 1),
           (SELECT MAX(d.happened_at) FROM note d WHERE d.person = q.person),
           (SELECT MAX(d.written_at) FROM note_amendment d WHERE d.person = q.person),
           (SELECT MAX(d.created_at) FROM document d WHERE d.person = q.person),
           (SELECT MAX(d.at) FROM carer_call d WHERE d.person = q.person),
           (SELECT MAX(d.recorded_at) FROM consent d WHERE d.person = q.person),
           (SELECT MAX(d.at) FROM share_exception d WHERE d.person = q.person),
           (SELECT MAX(d.agreed_at) FROM plan d WHERE d.person = q.person),
           (SELECT MAX(d.at) FROM plan_mark d WHERE d.person = q.person),
           (SELECT MAX(d.written_at) FROM story d WHERE d.person = q.person),
           (SELECT MAX(d.at) FROM retelling d WHERE d.person = q.person),
           (SELECT MAX(d.written_at) FROM handover_pack d WHERE d.person = q.person),
           (SELECT MAX(d.at) FROM meeting_record d WHERE d.person = q.person),
           (SELECT MAX(d.saved_at) FROM draft d WHERE d.person = q.person)
    FROM part q
    CROSS JOIN person p
    LEFT JOIN need_state m ON m.person = q.record AND m.need = 'mental_health'
    LEFT JOIN need_state s ON s.person = q.record AND s.need = 'substance_use'
    WHERE p.id = q.record
    ORDER BY q.last_at, q.record)";

}  // namespace sql

/// Ever asked about, referred for or found: what a record holds does not go when the need is met.
bool holdsNeed(const db::Row& row, int at)
{
    const auto status = optionalEnumAt<NeedStatus>(row, at).value_or(NeedStatus::notAsked);
    return (status != NeedStatus::notAsked && status != NeedStatus::none) || !row.isNull(at + 1) || !row.isNull(at + 2);
}

constexpr int lastEvent = 7;
constexpr int registered = 16;
constexpr int firstDone = 17;
constexpr int lastOfDone = 29;

std::optional<Instant> doneLast(const db::Row& row)
{
    std::optional<Instant> last;
    if (const Instant event = instantAt(row, lastEvent); event != noEventYet)
        last = event;
    for (int at = firstDone; at <= lastOfDone; ++at)
        last = std::max(last, optionalInstantAt(row, at));
    return last;
}

/// Rows as they come, those of one record one after the other.
class Rows {
public:
    void add(const db::Row& row)
    {
        if (m_rows.empty() || m_rows.back().person.id != idAt<PersonId>(row, 0))
            begin(row);
        m_done = std::max(m_done, doneLast(row));
        const auto since = optionalInstantAt(row, registered);
        if (!m_registered || (since && *since < *m_registered))
            m_registered = since;
        if (const auto last = m_done ? m_done : m_registered)
            m_rows.back().facts.lastContact = londonDate(*last);
    }
    std::vector<RetentionRow> take() { return std::move(m_rows); }

private:
    void begin(const db::Row& row)
    {
        RetentionRow found{briefAt(row, 0), {}};
        found.facts.born = found.person.born;
        found.facts.died = optionalDateAt(row, 8);
        found.facts.open = row.integer(9) > 0;
        found.facts.holds = {holdsNeed(row, 10), holdsNeed(row, 13)};
        m_rows.push_back(std::move(found));
        m_done.reset();
        m_registered.reset();
    }

    std::vector<RetentionRow> m_rows;
    std::optional<Instant> m_done;
    std::optional<Instant> m_registered;
};

}  // namespace

RetentionPage RetentionQuery::page(Instant before, const std::optional<RetentionCursor>& after, int limit) const
{
    SqlText text;
    text.add(sql::found).add(sql::quiet, {column(before)});
    if (after)
        text.add(sql::behind, {column(after->lastEventAt), column(after->person)});
    text.without(m_unseen, sql::seen).add(sql::oldestFirst, {column(limit)}).add(sql::facts);
    Rows rows;
    RetentionCursor last;
    m_connection.query(text.text(), text.values(), [&](const db::Row& row) {
        rows.add(row);
        last = {instantAt(row, lastEvent), idAt<PersonId>(row, 0)};
    });
    RetentionPage page{rows.take(), {}};
    if (page.rows.size() == static_cast<std::size_t>(limit))
        page.next = last;
    return page;
}

std::optional<RetentionRow> RetentionQuery::find(const PersonId& record) const
{
    SqlText text;
    text.add(sql::found).add(sql::one, {column(record)}).without(m_unseen, sql::seen).add(sql::facts);
    Rows rows;
    m_connection.query(text.text(), text.values(), [&](const db::Row& row) { rows.add(row); });
    auto found = rows.take();
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

}  // namespace holdfast::store
