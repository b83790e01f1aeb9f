#include "store/person_search.h"

#include "store/columns.h"
#include "store/cursor.h"
#include "store/person_brief_row.h"
#include "store/search_words.h"
#include "store/sql_text.h"

#include <algorithm>
#include <set>

namespace holdfast::store {
namespace {

namespace sql {

// A person is found under the first of their words that the leading term starts; `words` tells whether it is the first,
// and whether the other terms start words of theirs too. AT stands for the dialect's function that finds a text.
constexpr std::string_view byWord = R"(
    SELECT f.word AS key_1, f.sort_name AS key_2, f.person
    FROM person_word f
    WHERE f.word >= ? AND f.word < ?
      AND AT(f.words, ?) = AT(f.words, ' ' || f.word || ' '))";

constexpr std::string_view andWord = "\n      AND AT(f.words, ?) > 0";

constexpr std::string_view countStarts =
    "SELECT COUNT(*) FROM (SELECT 1 FROM person_word WHERE word >= $1 AND word < $2 LIMIT $3) few";

constexpr std::string_view spelledSo = "SELECT word FROM name_spelling WHERE spelling = $1 ORDER BY word LIMIT $2";

constexpr std::string_view byName = R"(
    SELECT '' AS key_1, f.sort_name AS key_2, f.id AS person
    FROM (SELECT sort_name, id, id AS person FROM person) f
    WHERE NOT EXISTS (SELECT 1 FROM merged_record x WHERE x.person = f.id))";

// One worker holds few people: they are fetched first and then put in order.
constexpr std::string_view byHolder = R"(
    SELECT '' AS key_1, p.sort_name AS key_2, f.person
    FROM (SELECT DISTINCT person FROM need_state WHERE holder_worker = ? AND open = 1) f
    CROSS JOIN person p
    WHERE p.id = f.person)";

constexpr std::string_view afterWord = "\n      AND (f.word, f.sort_name, f.person) > (?, ?, ?)";
constexpr std::string_view afterName = "\n      AND (f.sort_name, f.id) > (?, ?)";
constexpr std::string_view afterHeld = "\n      AND (p.sort_name, f.person) > (?, ?)";

constexpr std::string_view heldByWorker = R"(
      AND EXISTS (SELECT 1 FROM need_state n WHERE n.person = f.person AND n.holder_worker = ? AND n.open = 1))";
constexpr std::string_view heldByService = R"(
      AND EXISTS (SELECT 1 FROM need_state n WHERE n.person = f.person AND n.holder_service = ? AND n.open = 1))";

constexpr std::string_view seen = " AND f.person NOT IN (@)";

constexpr std::string_view held = R"(
      AND EXISTS (SELECT 1 FROM case_state c WHERE c.person = f.person AND c.clasp = 'held'))";
constexpr std::string_view joined = R"(
      AND EXISTS (SELECT 1 FROM case_state c WHERE c.person = f.person AND c.clasp = 'joined'))";
constexpr std::string_view bounced = R"(
      AND EXISTS (SELECT 1 FROM case_state c WHERE c.person = f.person AND c.bounces > 0))";
constexpr std::string_view overdue = R"(
      AND EXISTS (SELECT 1 FROM case_state c WHERE c.person = f.person AND c.next_due < ?))";
constexpr std::string_view released = R"(
      AND NOT EXISTS (SELECT 1 FROM case_state c WHERE c.person = f.person AND c.clasp <> 'released'))";

constexpr std::string_view detailsOpen = R"(
    SELECT found.key_1, found.key_2,
           p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
           c.clasp, c.bounces, c.next_due, c.died, holder.name,
           m.status, m.detail, m.leg_state, m.silent_from,
           s.status, s.detail, s.leg_state, s.silent_from
    FROM ()";  // detailsClose closes it

constexpr std::string_view orderOfWords = "\n    ORDER BY f.word, f.sort_name, f.person LIMIT ?";
constexpr std::string_view orderOfNames = "\n    ORDER BY f.sort_name, f.id LIMIT ?";
constexpr std::string_view orderOfHeld = "\n    ORDER BY p.sort_name, f.person LIMIT ?";

constexpr std::string_view detailsClose = R"(
    ) found
    CROSS JOIN person p
    LEFT JOIN case_state c ON c.person = p.id
    LEFT JOIN need_state m ON m.person = p.id AND m.need = 'mental_health'
    LEFT JOIN need_state s ON s.person = p.id AND s.need = 'substance_use'
    LEFT JOIN worker holder ON holder.id = c.accountable
    WHERE p.id = found.person
    ORDER BY found.key_1, found.key_2, found.person)";

}  // namespace sql

constexpr std::size_t fewExact = 8;         ///< with fewer, names that are only alike are shown too
constexpr std::size_t mostAlike = 6;        ///< words that one typed word is taken for
constexpr std::int64_t mostSpelledSo = 40;  ///< words of one spelling that are looked at

/// Which of the three lists answers the query, and how its pages follow each other.
enum class List : std::uint8_t { words, names, held };

void addFilters(SqlText& sql, const PersonSearchQuery& query, List list)
{
    if (!query.heldBy.worker.empty() && list != List::held)
        sql.add(sql::heldByWorker, {column(query.heldBy.worker)});
    if (!query.heldBy.service.empty())
        sql.add(sql::heldByService, {column(query.heldBy.service)});
    switch (query.filter) {
        using enum CaseFilter;
    case all: break;
    case held: sql.add(sql::held); break;
    case joined: sql.add(sql::joined); break;
    case bounced: sql.add(sql::bounced); break;
    case overdue: sql.add(sql::overdue, {column(query.now)}); break;
    case released: sql.add(sql::released); break;
    }
}

/// `fragment` with the function that says where in a text another one begins.
std::string inDialect(std::string_view fragment, db::Dialect dialect)
{
    const std::string_view name = dialect == db::Dialect::sqlite ? "instr" : "strpos";
    std::string text{fragment};
    for (auto at = text.find("AT("); at != std::string::npos; at = text.find("AT("))
        text.replace(at, 2, name);
    return text;
}

/// The leading term comes first.
void addWords(SqlText& sql, const std::vector<std::string>& terms, db::Dialect dialect)
{
    const std::string& lead = terms.front();
    sql.add(inDialect(sql::byWord, dialect), {lead, endOfPrefix(lead), ' ' + lead});
    for (std::size_t i = 1; i < terms.size(); ++i)
        sql.add(inDialect(sql::andWord, dialect), {' ' + terms[i]});
}

void addList(SqlText& sql, const PersonSearchQuery& query, const std::vector<std::string>& terms, List list,
             db::Dialect dialect, const Unseen& unseen)
{
    const auto after = keysOf(query.after, 3);
    const auto limit = column(query.limit + 1);  // one more tells whether another page follows
    if (list == List::words)
        addWords(sql, terms, dialect);
    else if (list == List::held)
        sql.add(sql::byHolder, {column(query.heldBy.worker)});
    else
        sql.add(sql::byName);
    addFilters(sql, query, list);
    sql.without(unseen, sql::seen);
    switch (list) {
    case List::words:
        if (after)
            sql.add(sql::afterWord, {after->at(0), after->at(1), after->at(2)});
        sql.add(sql::orderOfWords, {limit});
        break;
    case List::names:
        if (after)
            sql.add(sql::afterName, {after->at(1), after->at(2)});
        sql.add(sql::orderOfNames, {limit});
        break;
    case List::held:
        if (after)
            sql.add(sql::afterHeld, {after->at(1), after->at(2)});
        sql.add(sql::orderOfHeld, {limit});
        break;
    }
}

/// The list goes along the words of one term and looks at each row: of several terms, the one that starts the fewest
/// words. A page that follows another goes on along the same term, whatever was added since: the one that the last word
/// of that page starts with.
void putLeadFirst(db::Connection& connection, std::vector<std::string>& terms,
                  const std::optional<std::vector<std::string>>& after)
{
    constexpr std::int64_t many = 4000;  // from here on a full page is found soon, and counting on would cost more
    auto lead = terms.begin();
    if (after) {
        const auto led =
            std::ranges::find_if(terms, [&](const auto& term) { return after->front().starts_with(term); });
        lead = led == terms.end() ? lead : led;
    } else {
        std::int64_t fewest = many;
        for (auto term = terms.begin(); term != terms.end(); ++term) {
            const auto count = connection.first(sql::countStarts, {*term, endOfPrefix(*term), fewest},
                                                [](const db::Row& row) { return row.integer(0); });
            if (count.value_or(0) < fewest) {
                fewest = *count;
                lead = term;
            }
        }
    }
    std::rotate(terms.begin(), lead, lead + 1);
}

void readNeed(const db::Row& row, int at, Need need, Instant now, PersonSearchRow& found)
{
    if (row.isNull(at))
        return;
    found.status[need] = enumAt<NeedStatus>(row, at);
    found.detail[need] = row.text(at + 1);
    found.leg[need] = optionalEnumAt<LegState>(row, at + 2);
    found.silent[need] = !row.isNull(at + 3) && instantAt(row, at + 3) <= now;
}

PersonSearchRow foundAt(const db::Row& row, Instant now)
{
    PersonSearchRow found;
    found.person = briefAt(row, 2);
    if (!row.isNull(9)) {
        found.clasp = enumAt<ClaspState>(row, 9);
        found.bounces = numberAt(row, 10);
        found.nextDue = optionalInstantAt(row, 11);
        found.died = yesAt(row, 12);
    }
    found.holderName = row.text(13);
    readNeed(row, 14, Need::mentalHealth, now, found);
    readNeed(row, 18, Need::substanceUse, now, found);
    return found;
}

}  // namespace

PersonSearchPage PersonSearch::page(const PersonSearchQuery& query) const
{
    const auto terms = searchTermsOf(query.text);
    PersonSearchPage page = exactPage(query, terms);
    if (query.alike && query.after.empty() && page.rows.size() < fewExact)
        addAlike(page, query, terms);
    return page;
}

std::vector<std::string> PersonSearch::wordsLike(std::string_view word, std::size_t most) const
{
    std::vector<std::pair<NameLikeness, std::string>> like;
    for (const std::string& spelling : spellingsOf(word)) {
        m_connection.query(sql::spelledSo, {spelling, column(mostSpelledSo)}, [&](const db::Row& row) {
            const auto likeness = likenessOf(word, row.view(0));
            if (likeness && !row.view(0).starts_with(word))
                like.emplace_back(*likeness, row.text(0));
        });
    }
    std::ranges::sort(like);
    like.erase(std::unique(like.begin(), like.end()), like.end());
    std::vector<std::string> words;
    for (auto& [likeness, each] : like)
        if (words.size() < most)
            words.push_back(std::move(each));
    return words;
}

/// With one of the typed words taken for another that is like it. The exact ones stand first and are not repeated.
void PersonSearch::addAlike(PersonSearchPage& page, const PersonSearchQuery& query,
                            const std::vector<std::string>& terms) const
{
    std::set<PersonId> known;
    for (const PersonSearchRow& row : page.rows)
        known.insert(row.person.id);
    std::vector<PersonSearchRow> found;
    for (std::size_t doubtful = 0; doubtful < terms.size(); ++doubtful) {
        for (const std::string& word : wordsLike(terms[doubtful], mostAlike)) {
            auto replaced = terms;
            replaced[doubtful] = word;
            for (PersonSearchRow& row : exactPage(query, replaced).rows) {
                if (!known.insert(row.person.id).second)
                    continue;
                row.likeness = likenessOf(terms[doubtful], word).value_or(NameLikeness::sounds);
                row.alike = word;
                found.push_back(std::move(row));
            }
        }
    }
    std::ranges::stable_sort(found, {}, &PersonSearchRow::likeness);
    for (PersonSearchRow& row : found)
        if (page.rows.size() < static_cast<std::size_t>(query.limit))
            page.rows.push_back(std::move(row));
}

PersonSearchPage PersonSearch::exactPage(const PersonSearchQuery& query, const std::vector<std::string>& given) const
{
    std::vector<std::string> terms = given;
    if (terms.size() > 1)
        putLeadFirst(m_connection, terms, keysOf(query.after, 3));
    const List list = !terms.empty() ? List::words : !query.heldBy.worker.empty() ? List::held : List::names;
    SqlText sql;
    sql.add(sql::detailsOpen);
    addList(sql, query, terms, list, m_connection.dialect(), m_unseen);
    sql.add(sql::detailsClose);

    PersonSearchPage page;
    std::string last;
    m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
        if (page.rows.size() == static_cast<std::size_t>(query.limit)) {
            page.next = last;
            return;
        }
        page.rows.push_back(foundAt(row, query.now));
        last = cursorOf({row.view(0), row.view(1), row.view(2)});
    });
    return page;
}

}  // namespace holdfast::store
