#include "store/found_index.h"

#include "domain/search_text.h"
#include "store/bulk_fill.h"
#include "store/columns.h"
#include "store/found_words.h"
#include "store/many_rows.h"
#include "store/sql_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>
#include <unordered_set>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view isBuilt = "SELECT built FROM found_state WHERE id = 1";
constexpr std::string_view setBuilt = "UPDATE found_state SET built = 1 WHERE id = 1";

constexpr std::string_view addEntrySqlite = R"(
    INSERT INTO found_entry (entry, kind, source, part, written_at)
    VALUES ((SELECT COALESCE(MAX(entry), 0) + 1 FROM found_entry), $1, $2, $3, $4))";
constexpr std::string_view lastEntrySqlite = "SELECT MAX(entry) FROM found_entry";
constexpr std::string_view addEntryPostgres = R"(
    INSERT INTO found_entry (entry, kind, source, part, written_at) VALUES (nextval('found_number'), $1, $2, $3, $4))";
constexpr std::string_view lastEntryPostgres = "SELECT currval('found_number')";

constexpr std::string_view addWordsSqlite = "INSERT INTO found_text (rowid, words) VALUES ($1, $2)";
constexpr std::string_view addWordsPostgres = "INSERT INTO found_text (entry, words) VALUES ($1, $2::text::tsvector)";
// One piece of the index in memory at a time, and all of them made one at the end.
constexpr std::string_view inLargePieces = "INSERT INTO found_text (found_text, rank) VALUES ('hashsize', 67108864)";
constexpr std::string_view inSmallPieces = "INSERT INTO found_text (found_text, rank) VALUES ('hashsize', 1048576)";
constexpr std::string_view inOnePiece = "INSERT INTO found_text (found_text) VALUES ('optimize')";
constexpr std::string_view rememberWord = "INSERT INTO found_text_word (word) VALUES ($1) ON CONFLICT DO NOTHING";

constexpr std::string_view clearSqlite = R"(
    INSERT INTO found_text (found_text) VALUES ('delete-all');
    DELETE FROM found_text_word;
    DELETE FROM found_entry)";
// Whoever writes meanwhile waits, and gets a number after those that are made here.
constexpr std::string_view clearPostgres = R"(
    LOCK TABLE found_entry IN EXCLUSIVE MODE;
    TRUNCATE found_text;
    DELETE FROM found_entry)";
constexpr std::string_view numberOn = "SELECT setval('found_number', $1 + 1, false)";

constexpr std::string_view numberEverything = R"(
    INSERT INTO found_entry (entry, kind, source, part, written_at)
    SELECT ROW_NUMBER() OVER (ORDER BY w.written_at, w.kind, w.source, w.part), w.kind, w.source, w.part, w.written_at
    FROM (
        SELECT 'note' AS kind, id AS source, 0 AS part, written_at FROM note
        UNION ALL SELECT 'amendment', note, number, written_at FROM note_amendment
        UNION ALL SELECT 'letter', id, 0, created_at FROM document WHERE role = 'letter'
        UNION ALL SELECT 'event', id, 0, recorded_at FROM case_event WHERE words <> '') w)";

// What entries were made from; NULL when it is not there.
constexpr std::string_view texts = R"(
    SELECT e.entry, e.kind, COALESCE(a.author, n.author, d.worker, v.author), COALESCE(a.text, n.text, d.source, v.words),
           e.source
    FROM )";
constexpr std::string_view sources = R"( e
    LEFT JOIN note n ON e.kind = 'note' AND n.id = e.source
    LEFT JOIN note_amendment a ON e.kind = 'amendment' AND a.note = e.source AND a.number = e.part
    LEFT JOIN document d ON e.kind = 'letter' AND d.id = e.source
    LEFT JOIN case_event v ON e.kind = 'event' AND v.id = e.source)";
constexpr std::string_view after =
    "(SELECT entry, kind, source, part FROM found_entry WHERE entry > ? ORDER BY entry LIMIT ?)";
constexpr std::string_view inOrder = "\n    ORDER BY e.entry";
constexpr std::string_view all = "found_entry";
constexpr std::string_view ofPeople = R"(
    WHERE e.source IN (
        SELECT id FROM note WHERE person IN (@)
        UNION ALL SELECT id FROM document WHERE person IN (@)
        UNION ALL SELECT id FROM case_event WHERE person IN (@)))";
constexpr std::string_view removeEntry = "DELETE FROM found_entry WHERE entry = $1";
constexpr std::string_view removeWordsPostgres = "DELETE FROM found_text WHERE entry = $1";
// SQLite is told the words again, to know where they stand. "Secure" takes them out of the index at once; without it, it
// would only note beside them that they no longer count.
constexpr std::string_view removeWordsSqlite =
    "INSERT INTO found_text (found_text, rowid, words) VALUES ('delete', $1, $2)";
constexpr std::string_view removeAtOnce = "INSERT INTO found_text (found_text, rank) VALUES ('secure-delete', 1)";
constexpr std::string_view anyWith = "SELECT rowid FROM found_text WHERE found_text MATCH $1 LIMIT 1";
constexpr std::string_view forgetWord = "DELETE FROM found_text_word WHERE word = $1";

constexpr std::string_view countSources = R"(
    SELECT (SELECT COUNT(*) FROM note) + (SELECT COUNT(*) FROM note_amendment) +
           (SELECT COUNT(*) FROM document WHERE role = 'letter') +
           (SELECT COUNT(*) FROM case_event WHERE words <> ''))";
constexpr std::string_view countEntries = "SELECT COUNT(*) FROM found_entry";
constexpr std::string_view twice = R"(
    SELECT source FROM found_entry GROUP BY kind, source, part HAVING COUNT(*) > 1 ORDER BY source LIMIT $1)";

constexpr std::string_view places = R"(
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.found_place USING fts5vocab (main, found_text, instance))";
constexpr std::string_view everyPlace = "SELECT term, doc, offset FROM temp.found_place";
constexpr std::string_view sameWords =
    "SELECT CASE WHEN words = $2::text::tsvector THEN 1 ELSE 0 END FROM found_text WHERE entry = $1";
constexpr std::string_view textsWithoutEntry = R"(
    SELECT COUNT(*) FROM found_text t WHERE NOT EXISTS (SELECT 1 FROM found_entry e WHERE e.entry = t.entry))";

}  // namespace sql

constexpr std::int64_t pageSize = 500;

struct Made {
    std::int64_t entry = 0;
    FoundKind kind = FoundKind::note;
    WorkerId author;
    std::optional<std::string> text;
    std::string source;
};

Made madeAt(const db::Row& row)
{
    return {row.integer(0), enumAt<FoundKind>(row, 1), idAt<WorkerId>(row, 2), row.optionalText(3), row.text(4)};
}

std::vector<Made> madeAfter(db::Connection& connection, std::int64_t after)
{
    const SqlText text =
        SqlText{}.add(sql::texts).add(sql::after, {after, pageSize}).add(sql::sources).add(sql::inOrder);
    return connection.list(text.text(), text.values(), madeAt);
}

std::vector<std::string> tokensOf(const Made& made, const FoundIndex::LetterText& letterText)
{
    return foundTokens(made.kind, made.author, made.kind == FoundKind::letter ? letterText(*made.text) : *made.text);
}

/// The same however the places come in.
std::uint64_t placeMark(std::string_view token, std::uint64_t offset)
{
    std::uint64_t mark = std::hash<std::string_view>{}(token) ^ (offset + 1) * 0x9e3779b97f4a7c15U;
    mark = (mark ^ mark >> 30) * 0xbf58476d1ce4e5b9U;
    return mark ^ mark >> 27;
}

std::uint64_t marksOf(const std::vector<std::string>& tokens)
{
    std::uint64_t marks = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        marks += placeMark(tokens[i], i);
    return marks;
}

}  // namespace

std::string authorToken(const WorkerId& author)
{
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a: the same on every machine
    for (const char c : author.text())
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    std::array<char, 20> digits{};
    std::snprintf(digits.data(), digits.size(), "@%016llx", static_cast<unsigned long long>(hash));
    return digits.data();
}

std::string kindToken(FoundKind kind)
{
    switch (kind) {
    case FoundKind::note:
    case FoundKind::amendment: return "@note";
    case FoundKind::letter: return "@letter";
    case FoundKind::event: return "@event";
    }
    return {};
}

std::vector<std::string> foundTokens(FoundKind kind, const WorkerId& author, std::string_view text)
{
    std::vector<std::string> tokens = searchTokens(text);
    tokens.insert(tokens.begin(), {kindToken(kind), authorToken(author)});
    return tokens;
}

bool FoundIndex::isBuilt() const
{
    return m_connection.first(sql::isBuilt, {}, [](const db::Row& row) { return yesAt(row, 0); }).value_or(false);
}

void FoundIndex::add(const FoundEntry& entry, const WorkerId& author, std::string_view text)
{
    const bool sqlite = m_connection.dialect() == db::Dialect::sqlite;
    m_connection.execute(sqlite ? sql::addEntrySqlite : sql::addEntryPostgres,
                         {column(entry.kind), entry.source, column(entry.part), column(entry.writtenAt)});
    const auto number = m_connection.first(sqlite ? sql::lastEntrySqlite : sql::lastEntryPostgres, {},
                                           [](const db::Row& row) { return row.integer(0); });
    const auto tokens = foundTokens(entry.kind, author, text);
    insertWords(*number, tokens);
    rememberWords(tokens);
}

void FoundIndex::insertWords(std::int64_t entry, const std::vector<std::string>& tokens)
{
    if (m_connection.dialect() == db::Dialect::sqlite)
        m_connection.execute(sql::addWordsSqlite, {entry, inOneLine(tokens)});
    else
        m_connection.execute(sql::addWordsPostgres, {entry, asVector(entry, tokens)});
}

void FoundIndex::rememberWords(const std::vector<std::string>& tokens)
{
    if (m_connection.dialect() != db::Dialect::sqlite)
        return;
    std::vector<std::string> words = tokens;
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::string& word : words)
        if (!word.starts_with('@'))
            m_connection.execute(sql::rememberWord, {word});
}

void FoundIndex::remove(const std::vector<PersonId>& people, const LetterText& letterText)
{
    const SqlText text = SqlText{}.add(sql::texts).add(sql::all).add(sql::sources).addOf(sql::ofPeople, people);
    const auto gone = m_connection.list(text.text(), text.values(), madeAt);
    if (m_connection.dialect() == db::Dialect::sqlite && !gone.empty())
        m_connection.execute(sql::removeAtOnce);
    std::set<std::string> words;
    for (const Made& made : gone) {
        const auto tokens = made.text ? tokensOf(made, letterText) : std::vector<std::string>{};
        removeWords(made.entry, tokens);
        words.insert(tokens.begin(), tokens.end());
        m_connection.execute(sql::removeEntry, {made.entry});
    }
    forgetWords(words);
}

void FoundIndex::removeWords(std::int64_t entry, const std::vector<std::string>& tokens)
{
    if (m_connection.dialect() == db::Dialect::postgres)
        m_connection.execute(sql::removeWordsPostgres, {entry});
    else if (!tokens.empty())
        m_connection.execute(sql::removeWordsSqlite, {entry, inOneLine(tokens)});
}

/// Those that nothing else has.
void FoundIndex::forgetWords(const std::set<std::string>& words)
{
    if (m_connection.dialect() != db::Dialect::sqlite)
        return;
    for (const std::string& word : words)
        if (!word.starts_with('@') &&
            !m_connection.first(sql::anyWith, {'"' + word + '"'}, [](const db::Row& row) { return row.integer(0); }))
            m_connection.execute(sql::forgetWord, {word});
}

std::int64_t FoundIndex::rebuild(const LetterText& letterText)
{
    const bool sqlite = m_connection.dialect() == db::Dialect::sqlite;
    m_connection.script(std::string{sqlite ? sql::clearSqlite : sql::clearPostgres});
    m_connection.execute(sql::numberEverything);
    if (sqlite)
        m_connection.execute(sql::inLargePieces);
    BulkFill fill{m_connection};
    fill.begin("found_text");
    ManyRows rows{m_connection, "found_text (entry, words)"};
    std::unordered_set<std::string> words;
    std::int64_t last = 0;
    for (auto page = madeAfter(m_connection, 0); !page.empty(); page = madeAfter(m_connection, last)) {
        for (const Made& made : page) {
            const auto tokens = tokensOf(made, letterText);
            if (sqlite) {
                m_connection.execute(sql::addWordsSqlite, {made.entry, inOneLine(tokens)});
                words.insert(tokens.begin() + 2, tokens.end());
            } else {
                rows.add({made.entry, asVector(made.entry, tokens)});
            }
        }
        last = page.back().entry;
    }
    rows.flush();
    fill.finish();
    if (sqlite) {
        m_connection.execute(sql::inOnePiece);
        m_connection.execute(sql::inSmallPieces);
    }
    std::vector<std::string> sorted{words.begin(), words.end()};
    std::ranges::sort(sorted);
    for (const std::string& word : sorted)
        m_connection.execute(sql::rememberWord, {word});
    if (!sqlite)
        m_connection.query(sql::numberOn, {last}, [](const db::Row&) {});
    m_connection.execute(sql::setBuilt);
    return last;
}

std::vector<std::string> FoundIndex::faults(const LetterText& letterText, std::size_t most) const
{
    std::vector<std::string> found;
    const auto fault = [&](const char* what, const std::string& id) {
        if (found.size() < most)
            found.push_back(std::string{what} + ": " + id);
    };
    const auto count = [&](std::string_view sql) {
        return m_connection.first(sql, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
    };
    if (count(sql::countSources) != count(sql::countEntries))
        fault("something is not in it", std::to_string(count(sql::countSources) - count(sql::countEntries)));
    m_connection.query(sql::twice, {column(static_cast<std::int64_t>(most))},
                       [&](const db::Row& row) { fault("twice in it", row.text(0)); });
    const bool sqlite = m_connection.dialect() == db::Dialect::sqlite;
    std::unordered_map<std::int64_t, std::uint64_t> marks;
    if (sqlite) {
        m_connection.script(std::string{sql::places});
        m_connection.query(sql::everyPlace, {}, [&](const db::Row& row) {
            marks[row.integer(1)] += placeMark(row.view(0), static_cast<std::uint64_t>(row.integer(2)));
        });
    } else if (count(sql::textsWithoutEntry) != 0) {
        fault("words of nothing", std::to_string(count(sql::textsWithoutEntry)));
    }
    std::int64_t last = 0;
    for (auto page = madeAfter(m_connection, 0); !page.empty(); page = madeAfter(m_connection, last)) {
        for (const Made& made : page) {
            if (!made.text) {
                fault("stands for nothing", made.source);
                marks.erase(made.entry);
                continue;
            }
            const auto tokens = tokensOf(made, letterText);
            const bool same = sqlite ? marks[made.entry] == marksOf(tokens)
                                     : m_connection.first(sql::sameWords, {made.entry, asVector(made.entry, tokens)},
                                                          [](const db::Row& row) { return yesAt(row, 0); }) == true;
            if (!same)
                fault("has other words", made.source);
            marks.erase(made.entry);
        }
        last = page.back().entry;
    }
    for (const auto& [entry, mark] : marks)
        fault("words of nothing", std::to_string(entry));
    return found;
}

}  // namespace holdfast::store
