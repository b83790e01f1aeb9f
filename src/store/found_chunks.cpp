#include "store/found_chunks.h"

#include "db/connection.h"
#include "store/found_words.h"

#include <algorithm>

namespace holdfast::store {
namespace {

namespace sql {

// A common word is among the newest often enough: they are looked at one by one until there are as many as wanted.
constexpr std::string_view lookAtEach = R"(
    SELECT r.entry
    FROM (SELECT entry, words FROM found_text WHERE entry >= $2 AND entry < $3 ORDER BY entry DESC LIMIT $4) r
    WHERE r.words @@ $1::text::tsquery
    ORDER BY r.entry DESC
    LIMIT $5)";

constexpr std::string_view countUpTo = R"(
    SELECT COUNT(*)
    FROM (
        SELECT 1
        FROM (SELECT entry, words FROM found_text WHERE entry >= $2 AND entry < $3 ORDER BY entry DESC LIMIT $4) r
        WHERE r.words @@ $1::text::tsquery
        LIMIT $5) c)";

// Each chunk has a query, and perhaps another that its entries are looked at with. "+ 0" keeps to the index of words;
// COALESCE keeps the second query out of it.
constexpr std::string_view inChunks = R"(
    SELECT f.entry
    FROM ROWS FROM (string_to_table($1::text, ';'), string_to_table($2::text, ';')) q (indexed, looked_at)
    CROSS JOIN LATERAL (
        SELECT t.entry
        FROM found_text t
        WHERE t.words @@ q.indexed::tsquery AND t.entry + 0 >= $3 AND t.entry + 0 < $4
          AND COALESCE(t.words @@ q.looked_at::tsquery, TRUE)
        ORDER BY t.entry + 0 DESC
        LIMIT $5) f
    ORDER BY f.entry DESC
    LIMIT $5)";

}  // namespace sql

constexpr std::int64_t each = 3'000;    ///< entries that are looked at one by one
constexpr std::int64_t sample = 1'000;  ///< entries that say what is common
constexpr std::int64_t common = 20;     ///< has so many in those
constexpr std::int64_t mostFaster = 8;
constexpr std::int64_t mostChunks = 1'024;  ///< at once

void addTo(std::string& query, const std::string& term)
{
    query += (query.empty() ? "" : " & ") + term;
}

std::string allOf(std::int64_t chunk, const std::vector<SearchTerm>& terms, const std::vector<std::string>& marks)
{
    std::string query;
    for (const SearchTerm& term : terms)
        addTo(query, postgresTerm(chunk, term));
    for (const std::string& mark : marks)
        addTo(query, postgresMark(chunk, mark));
    return query;
}

/// Whatever chunk of those the entry is of.
std::string inAny(std::int64_t from, std::int64_t until, const std::vector<SearchTerm>& terms,
                  const std::vector<std::string>& marks)
{
    std::string query;
    for (std::int64_t chunk = chunkOf(from); chunk <= chunkOf(until - 1); ++chunk)
        query += (query.empty() ? "(" : " | (") + allOf(chunk, terms, marks) + ')';
    return query;
}

std::int64_t entryOf(const db::Row& row)
{
    return row.integer(0);
}

}  // namespace

FoundChunks::FoundChunks(db::Connection& connection, const TextQuery& words, std::vector<std::string> marks)
    : m_connection{connection}, m_indexed{words.terms}, m_marks{std::move(marks)}
{}

std::vector<std::int64_t> FoundChunks::newest(std::int64_t from, std::int64_t until, std::int64_t most)
{
    std::vector<std::int64_t> found;
    if (m_look) {
        const std::int64_t last = std::max(from, until - each);
        found = lookAtEach(last, until, most);
        m_look = std::ssize(found) >= most / 2;  // not among the newest: do not look again for the next page
        if (std::ssize(found) < most && last > from)
            learnCommonStarts(last, until);
        until = last;
    }
    // As far back as what was found promises, and much farther after nothing.
    for (std::int64_t chunks = 1; std::ssize(found) < most && until > from;) {
        const std::int64_t first = std::max(from, firstOf(chunkOf(std::max(from, until - firstOf(chunks)))));
        const auto more = inChunks(first, until, most - std::ssize(found));
        found.insert(found.end(), more.begin(), more.end());
        const std::int64_t missing = most - std::ssize(found);
        chunks *= more.empty() ? mostFaster : std::clamp<std::int64_t>(missing / std::ssize(more) + 1, 1, mostFaster);
        chunks = std::min(chunks, mostChunks);
        until = first;
    }
    return found;
}

std::vector<std::int64_t> FoundChunks::lookAtEach(std::int64_t from, std::int64_t until, std::int64_t most)
{
    return m_connection.list(sql::lookAtEach, {inAny(from, until, m_indexed, m_marks), from, until, each, most},
                             entryOf);
}

std::vector<std::int64_t> FoundChunks::inChunks(std::int64_t from, std::int64_t until, std::int64_t most)
{
    std::string indexed;
    std::string lookedAt;
    for (std::int64_t chunk = chunkOf(until - 1); chunk >= chunkOf(from); --chunk) {
        indexed += (indexed.empty() ? "" : ";") + allOf(chunk, m_indexed, m_marks);
        if (!m_lookedAt.empty())
            lookedAt += (lookedAt.empty() ? "" : ";") + allOf(chunk, m_lookedAt, {});
    }
    return m_connection.list(sql::inChunks, {indexed, lookedAt, from, until, most}, entryOf);
}

/// The index brings together all of a chunk that begins so before it compares: beside something rarer, it is quicker to
/// look at what has that.
void FoundChunks::learnCommonStarts(std::int64_t from, std::int64_t until)
{
    if (m_learnt || std::ranges::none_of(m_indexed, &SearchTerm::prefix))
        return;
    m_learnt = true;
    std::vector<SearchTerm> indexed;
    std::vector<SearchTerm> lookedAt;
    for (const SearchTerm& term : m_indexed) {
        if (!term.prefix || !isCommon(from, until, {{{term.words.back()}, true}}, {})) {
            indexed.push_back(term);
            continue;
        }
        lookedAt.push_back(term);
        if (term.words.size() > 1) {
            indexed.push_back({term.words, false});
            indexed.back().words.pop_back();
        }
    }
    if (indexed.empty() && (m_marks.empty() || isCommon(from, until, {}, m_marks)))
        return;  // nothing is rarer
    m_indexed = std::move(indexed);
    m_lookedAt = std::move(lookedAt);
}

bool FoundChunks::isCommon(std::int64_t from, std::int64_t until, const std::vector<SearchTerm>& terms,
                           const std::vector<std::string>& marks)
{
    return m_connection
               .first(sql::countUpTo, {inAny(from, until, terms, marks), from, until, sample, common + 1}, entryOf)
               .value_or(0) > common;
}

}  // namespace holdfast::store
