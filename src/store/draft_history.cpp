#include "store/draft_history.h"

#include "store/columns.h"
#include "store/draft_repository.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view latestOfHand = R"(
    SELECT seq, body, began_at, saved_at, worker, writing
    FROM draft_history
    WHERE kind = $1 AND person = $2 AND worker = $3 AND writing = $4 AND body <> ''
    ORDER BY seq DESC
    LIMIT 1)";

constexpr std::string_view ends = R"(
    SELECT coalesce(max(seq), 0), coalesce(max(CASE WHEN body = '' THEN seq END), 0)
    FROM draft_history
    WHERE kind = $1 AND person = $2)";

constexpr std::string_view versions = R"(
    SELECT seq, body, began_at, saved_at, worker, writing
    FROM draft_history
    WHERE kind = $1 AND person = $2 AND saved_at >= $3 AND body <> ''
    ORDER BY saved_at DESC, seq DESC)";

constexpr std::string_view version = R"(
    SELECT seq, body, began_at, saved_at, worker, writing
    FROM draft_history
    WHERE kind = $1 AND person = $2 AND seq = $3)";

constexpr std::string_view before = R"(
    SELECT seq, body, began_at, saved_at, worker, writing
    FROM draft_history
    WHERE kind = $1 AND person = $2 AND writing <> $3
    ORDER BY seq DESC
    LIMIT 1)";

constexpr std::string_view insert = R"(
    INSERT INTO draft_history (kind, person, seq, body, began_at, saved_at, worker, writing)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7))";

constexpr std::string_view bringUpToDate = R"(
    UPDATE draft_history
    SET body = $1, saved_at = $2
    WHERE kind = $3 AND person = $4 AND seq = $5)";

/// The mark has the moment of the version it follows, so that it goes with it.
constexpr std::string_view end = R"(
    INSERT INTO draft_history (kind, person, seq, body, began_at, saved_at, worker, writing)
    SELECT kind, person, seq + 1, '', saved_at, saved_at, '', ''
    FROM draft_history
    WHERE kind = $1 AND person = $2
    ORDER BY seq DESC
    LIMIT 1)";

constexpr std::string_view prune = "DELETE FROM draft_history WHERE saved_at < $1";

}  // namespace sql

DraftVersionRow versionAt(const db::Row& row)
{
    return {row.integer(0), row.text(1), instantAt(row, 2), instantAt(row, 3), idAt<WorkerId>(row, 4), row.text(5)};
}

/// The same half minute, and no words lost.
bool goesOnWith(const DraftVersionRow& last, const DraftRow& draft)
{
    return draft.savedAt >= last.beganAt && draft.savedAt - last.beganAt < versionLasts &&
           draft.body.size() + wordsLost >= last.body.size();
}

/// The newest version of a draft, and the newest mark that a draft of that name ended; 0 where there is none.
struct Ends {
    std::int64_t last = 0;
    std::int64_t mark = 0;
};

Ends endsOf(db::Connection& connection, const std::string& kind, const PersonId& person)
{
    return connection
        .first(sql::ends, {kind, column(person)},
               [](const db::Row& row) {
                   return Ends{row.integer(0), row.integer(1)};
               })
        .value_or(Ends{});
}

}  // namespace

void DraftHistory::keep(const DraftRow& draft, Step step)
{
    m_connection.execute(sql::prune, {column(draft.savedAt - versionsKept)});
    const Ends ends = endsOf(m_connection, draft.kind, draft.person);
    const auto last = m_connection.first(
        sql::latestOfHand, {draft.kind, column(draft.person), column(draft.worker), draft.writing}, versionAt);
    const bool isOfThisDraft = last && last->seq > ends.mark;
    if (isOfThisDraft && last->body == draft.body && last->seq == ends.last)
        return;
    if (isOfThisDraft && step == Step::goesOn && goesOnWith(*last, draft)) {
        m_connection.execute(sql::bringUpToDate,
                             {draft.body, column(draft.savedAt), draft.kind, column(draft.person), last->seq});
        return;
    }
    m_connection.execute(sql::insert, {draft.kind, column(draft.person), ends.last + 1, draft.body,
                                       column(draft.savedAt), column(draft.worker), draft.writing});
}

void DraftHistory::end(const std::string& kind, const PersonId& person)
{
    m_connection.execute(sql::end, {kind, column(person)});
}

std::vector<DraftVersionRow> DraftHistory::versions(const std::string& kind, const PersonId& person, Instant now) const
{
    return m_connection.list(
        sql::versions, {kind, column(whereDraftIs(m_connection, kind, person)), column(now - versionsKept)}, versionAt);
}

std::optional<DraftVersionRow> DraftHistory::version(const std::string& kind, const PersonId& person,
                                                     std::int64_t seq) const
{
    return m_connection.first(sql::version, {kind, column(whereDraftIs(m_connection, kind, person)), seq}, versionAt);
}

std::optional<DraftVersionRow> DraftHistory::before(const std::string& kind, const PersonId& person,
                                                    const std::string& sitting) const
{
    return m_connection.first(sql::before, {kind, column(whereDraftIs(m_connection, kind, person)), sitting},
                              versionAt);
}

}  // namespace holdfast::store
