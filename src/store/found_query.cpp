#include "store/found_query.h"

#include "store/columns.h"
#include "store/found_chunks.h"
#include "store/found_words.h"
#include "store/search_words.h"
#include "store/sql_text.h"

#include <algorithm>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view last = "SELECT COALESCE(MAX(entry), 0) FROM found_entry";
constexpr std::string_view writtenAt = R"(
    SELECT written_at FROM found_entry WHERE entry >= $1 ORDER BY entry LIMIT 1)";

constexpr std::string_view startsOfWord =
    "SELECT word FROM found_text_word WHERE word >= $1 AND word < $2 ORDER BY word LIMIT $3";

// FTS5 goes along the entries of the words from the newest back and stops when it has enough.
constexpr std::string_view matchSqlite = R"(
    SELECT rowid FROM found_text WHERE found_text MATCH $1 AND rowid >= $2 AND rowid < $3 ORDER BY rowid DESC LIMIT $4)";

constexpr std::string_view details = R"(
    SELECT e.entry, e.kind, e.source, e.part, e.written_at, p.id, p.given_name, p.preferred_name, p.family_name,
           COALESCE(a.author, n.author, d.worker, v.author), w.name, s.id, COALESCE(s.name, d.recipient_name),
           COALESCE(n.kind, d.kind, v.kind), COALESCE(a.text, n.text, d.source, v.words),
           CASE WHEN EXISTS (SELECT 1 FROM note_in_error x WHERE x.note = n.id) THEN 1 ELSE 0 END
    FROM found_entry e
    LEFT JOIN note n ON e.kind IN ('note', 'amendment') AND n.id = e.source
    LEFT JOIN note_amendment a ON e.kind = 'amendment' AND a.note = e.source AND a.number = e.part
    LEFT JOIN document d ON e.kind = 'letter' AND d.id = e.source
    LEFT JOIN case_event v ON e.kind = 'event' AND v.id = e.source
    LEFT JOIN merged_record r ON r.person = COALESCE(n.person, d.person, v.person)
    JOIN person p ON p.id = COALESCE(r.record, n.person, d.person, v.person)
    LEFT JOIN worker w ON w.id = COALESCE(a.author, n.author, d.worker, v.author)
    LEFT JOIN service s ON s.id = COALESCE(a.service, n.service)
    WHERE e.entry IN ()";  // detailsClose closes it

// As maySee() of a note; an amendment is for whoever may see the note.
constexpr std::string_view detailsClose = R"()
      AND (n.id IS NULL OR n.audience = 'everyone' OR n.author = ?
           OR (n.service = ? AND (n.audience = 'own_service' OR 1 = ?)))
    ORDER BY e.entry DESC)";

}  // namespace sql

constexpr int mostStarts = 256;  ///< words that a start is taken apart into
constexpr std::int64_t batch = 64;
constexpr auto slack = std::chrono::hours{48};  ///< clocks of two computers differ; entries are nearly in order

struct Range {
    std::int64_t from = 1;   ///< the oldest
    std::int64_t until = 1;  ///< one more than the newest
};

class Search {
public:
    Search(db::Connection& connection, const FoundQuestion& question) : m_connection{connection}, m_question{question}
    {}

    /// False when nothing can match.
    bool prepare()
    {
        m_last = m_connection.first(sql::last, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
        m_range = {1, m_question.after > 0 ? std::min(m_question.after, m_last + 1) : m_last + 1};
        if (m_question.from)
            m_range.from = firstWrittenFrom(*m_question.from - slack);
        if (m_question.until)
            m_range.until = std::min(m_range.until, firstWrittenFrom(*m_question.until + slack));
        if (m_range.from >= m_range.until)
            return false;
        if (isSqlite())
            return writeSqlite();
        m_chunks.emplace(m_connection, m_question.words, marks());
        return true;
    }

    /// The next newest entries, at most a batch; none when there are no more.
    std::vector<std::int64_t> next()
    {
        auto found = m_chunks ? m_chunks->newest(m_range.from, m_range.until, batch) : nextSqlite();
        m_range.until = found.empty() ? m_range.from : found.back();
        return found;
    }

private:
    bool isSqlite() const { return m_connection.dialect() == db::Dialect::sqlite; }

    std::vector<std::int64_t> nextSqlite()
    {
        return m_connection.list(sql::matchSqlite, {m_text, m_range.from, m_range.until, batch},
                                 [](const db::Row& row) { return row.integer(0); });
    }

    /// Entries rise with the time they were written at, so it is found by halving.
    std::int64_t firstWrittenFrom(Instant when)
    {
        std::int64_t low = 1;
        std::int64_t high = m_last + 1;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            const auto there =
                m_connection.first(sql::writtenAt, {middle}, [](const db::Row& row) { return instantAt(row, 0); });
            if (there && *there < when)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    std::vector<std::string> marks() const
    {
        std::vector<std::string> marks;
        if (m_question.author)
            marks.push_back(authorToken(*m_question.author));
        if (m_question.kind)
            marks.push_back(kindToken(*m_question.kind));
        return marks;
    }

    bool writeSqlite()
    {
        for (const SearchTerm& term : m_question.words.terms) {
            std::vector<std::string> known;
            // A start of three letters has entries of its own, and one of very many words is left to the database.
            const bool longer = term.prefix && term.words.back().size() > shortestPrefix;
            if (longer)
                known = m_connection.list(sql::startsOfWord,
                                          {term.words.back(), endOfPrefix(term.words.back()), column(mostStarts + 1)},
                                          [](const db::Row& row) { return row.text(0); });
            if (longer && known.empty())
                return false;
            const bool few = longer && known.size() <= mostStarts;
            m_text += (m_text.empty() ? "" : " AND ") + sqliteTerm(term, few ? &known : nullptr);
        }
        for (const std::string& mark : marks())
            m_text += " AND \"" + mark + '"';
        return true;
    }

    db::Connection& m_connection;
    const FoundQuestion& m_question;
    std::int64_t m_last = 0;
    Range m_range;
    std::string m_text;                   ///< SQLite's
    std::optional<FoundChunks> m_chunks;  ///< PostgreSQL's
};

std::string shownName(const db::Row& row, int at)
{
    const std::string called = row.view(at + 1).empty() ? row.text(at) : row.text(at + 1);
    const std::string family = row.text(at + 2);
    return called.empty() || family.empty() ? called + family : called + ' ' + family;
}

FoundRow foundAt(const db::Row& row)
{
    FoundRow found;
    found.entry = row.integer(0);
    found.kind = enumAt<FoundKind>(row, 1);
    found.source = row.text(2);
    found.part = numberAt(row, 3);
    found.writtenAt = instantAt(row, 4);
    found.person = idAt<PersonId>(row, 5);
    found.personName = shownName(row, 6);
    found.author = idAt<WorkerId>(row, 9);
    found.authorName = row.text(10);
    found.service = idAt<ServiceId>(row, 11);
    found.serviceName = row.text(12);
    found.label = row.text(13);
    found.text = row.text(14);
    found.inError = yesAt(row, 15);
    return found;
}

bool isLead(Role role)
{
    return role == Role::coordinator || role == Role::supervisor;
}

/// Those of the entries that the reader may see, newest first.
std::vector<FoundRow> detailsOf(db::Connection& connection, const std::vector<std::int64_t>& entries,
                                const Worker& reader)
{
    SqlText sql;
    sql.add(sql::details);
    for (std::size_t i = 0; i < batch; ++i)  // always as many, so that the statement stays prepared
        sql.add(i == 0 ? "?" : ", ?", {i < entries.size() ? entries[i] : std::int64_t{0}});
    sql.add(sql::detailsClose, {column(reader.id), column(reader.service), column(isLead(reader.role))});
    return connection.list(sql.text(), sql.values(), foundAt);
}

}  // namespace

FoundPage FoundQuery::page(const FoundQuestion& question, const Worker& reader) const
{
    FoundPage page;
    Search search{m_connection, question};
    if (question.words.empty() || question.limit <= 0 || !search.prepare())
        return page;
    for (auto entries = search.next(); !entries.empty(); entries = search.next()) {
        for (FoundRow& row : detailsOf(m_connection, entries, reader)) {
            if ((question.from && row.writtenAt < *question.from) ||
                (question.until && row.writtenAt >= *question.until) ||
                (question.author && row.author != *question.author) || m_unseen.contains(row.person))
                continue;
            if (std::ssize(page.rows) == question.limit) {
                page.next = page.rows.back().entry;
                return page;
            }
            page.rows.push_back(std::move(row));
        }
    }
    return page;
}

}  // namespace holdfast::store
