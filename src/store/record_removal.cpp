#include "store/record_removal.h"

#include "store/audit_trail.h"
#include "store/case_cache.h"
#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

#include <array>

namespace holdfast::store {
namespace {

constexpr std::string_view ofPerson = "person IN (@)";
constexpr std::string_view added = "0";
constexpr std::string_view derived = "";  // made from the rest, or only says who has read it

// Rows that others refer to go after those. What the engine made of the events goes by CaseCache and FoundIndex.
constexpr std::array tables{
    RecordTable{"note_reading", ofPerson, derived},
    RecordTable{"note_pin", ofPerson, added},
    RecordTable{"note_in_error", ofPerson, added},
    RecordTable{"carer_call", ofPerson, "COUNT(called_back_at) + COUNT(undone_at)"},
    RecordTable{"note_amendment", ofPerson, added},
    RecordTable{"note", ofPerson, added},
    RecordTable{"letter_sending", "person IN (@) OR document IN (SELECT id FROM document WHERE person IN (@))", added},
    RecordTable{"document", ofPerson, added},
    RecordTable{"assessment", ofPerson, added},
    RecordTable{"case_event", ofPerson, added},
    RecordTable{"draft", ofPerson, "COALESCE(SUM(version), 0)"},
    RecordTable{"draft_history", ofPerson, derived},
    RecordTable{"consent_in_error", ofPerson, added},
    RecordTable{"consent", ofPerson, added},
    RecordTable{"share_exception", ofPerson, added},
    RecordTable{"carer_link", ofPerson, "COALESCE(SUM(version), 0)"},
    RecordTable{"story_reading", ofPerson, derived},
    RecordTable{"story", ofPerson, added},
    RecordTable{"retelling", ofPerson, "COALESCE(SUM(taken_back), 0)"},
    RecordTable{"passport_choice", ofPerson, "COALESCE(SUM(at), 0)"},
    RecordTable{"handover_answer", "pack IN (SELECT id FROM handover_pack WHERE person IN (@))", added},
    RecordTable{"handover_pack", ofPerson, added},
    RecordTable{"plan_mark", ofPerson, added},
    RecordTable{"agreed_line", ofPerson, derived},
    RecordTable{"plan", ofPerson, added},
    RecordTable{"meeting_record", ofPerson, added},
    RecordTable{"emergency_review", "emergency IN (SELECT id FROM emergency WHERE person IN (@))", derived},
    RecordTable{"emergency_end", "emergency IN (SELECT id FROM emergency WHERE person IN (@))", derived},
    RecordTable{"emergency", ofPerson, derived},
    RecordTable{"restriction_name", ofPerson, derived},
    RecordTable{"restriction", ofPerson, added},
    RecordTable{"retention_lift", "keep IN (SELECT id FROM retention_keep WHERE person IN (@))", added},
    RecordTable{"retention_keep", ofPerson, added},
    RecordTable{"person_unmerge", "merge IN (SELECT id FROM person_merge WHERE kept IN (@) OR merged IN (@))", added},
    RecordTable{"merged_record", "person IN (@) OR record IN (@)", added},
    RecordTable{"person_merge", "kept IN (@) OR merged IN (@)", added},
    RecordTable{"typed_distance", ofPerson, "COALESCE(SUM(typed_at), 0)"},
    RecordTable{"person_word", ofPerson, derived},
    RecordTable{"person", "id IN (@)", "COALESCE(SUM(version), 0)"},
};

namespace sql {

constexpr std::array<std::pair<RecordPart, std::string_view>, recordPartCount> contents{{
    {RecordPart::events, "SELECT COUNT(*) FROM case_event WHERE person IN (@)"},
    {RecordPart::assessments, "SELECT COUNT(*) FROM assessment WHERE person IN (@)"},
    {RecordPart::notes, "SELECT COUNT(*) FROM note WHERE person IN (@)"},
    {RecordPart::letters, "SELECT COUNT(*) FROM document WHERE role = 'letter' AND person IN (@)"},
    {RecordPart::papers, "SELECT COUNT(*) FROM document WHERE role <> 'letter' AND person IN (@)"},
    {RecordPart::drafts, "SELECT COUNT(*) FROM draft WHERE person IN (@)"},
    {RecordPart::stories, "SELECT COUNT(*) FROM story WHERE person IN (@)"},
    {RecordPart::plans, "SELECT COUNT(*) FROM plan WHERE person IN (@)"},
    {RecordPart::consents, "SELECT COUNT(*) FROM consent WHERE person IN (@)"},
    {RecordPart::carers, R"(
        SELECT COUNT(DISTINCT l.carer)
        FROM carer_link l
        WHERE l.person IN (@)
          AND NOT EXISTS (SELECT 1 FROM carer_link o WHERE o.carer = l.carer AND o.person NOT IN (@)))"},
    {RecordPart::meetings, "SELECT COUNT(*) FROM meeting_record WHERE person IN (@)"},
    {RecordPart::handovers, "SELECT COUNT(*) FROM handover_pack WHERE person IN (@)"},
    {RecordPart::joins, "SELECT COUNT(*) FROM merged_record WHERE record IN (@)"},
    {RecordPart::restrictions, "SELECT COUNT(*) FROM restriction WHERE person IN (@)"},
}};

constexpr std::string_view lockPeople = "SELECT 1 FROM person WHERE id IN (@) ORDER BY id FOR UPDATE";
// Drafts refer to nobody, and a word of a report is looked up before the row that needs it is written.
constexpr std::string_view lockTables = "LOCK TABLE bounce, draft, draft_history IN SHARE ROW EXCLUSIVE MODE";

constexpr std::string_view begin = "INSERT INTO disposing (person, disposal, left_over) VALUES ($1, $2, 0)";
constexpr std::string_view end = "DELETE FROM disposing WHERE disposal = $1";
constexpr std::string_view remember = "INSERT INTO disposed_person (person, disposal) VALUES ($1, $2)";

constexpr std::string_view events = "INSERT INTO disposed_entry (id, disposal, recorded_at) SELECT id, ?, recorded_at "
                                    "FROM case_event WHERE person IN (@)";
constexpr std::string_view notes =
    "INSERT INTO disposed_entry (id, disposal) SELECT id, ? FROM note WHERE person IN (@)";

constexpr std::string_view reasons = "UPDATE disposal SET reason = '' WHERE reason <> '' AND person IN (@)";

constexpr std::string_view carers = R"(
    SELECT carer FROM carer_link WHERE person IN (@)
    UNION SELECT carer FROM consent WHERE carer IS NOT NULL AND person IN (@)
    UNION SELECT carer FROM share_exception WHERE carer IS NOT NULL AND person IN (@)
    UNION SELECT carer FROM carer_call WHERE person IN (@))";
constexpr std::string_view removeCarer = R"(
    DELETE FROM carer
    WHERE id = $1
      AND NOT EXISTS (SELECT 1 FROM carer_link l WHERE l.carer = carer.id)
      AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.carer = carer.id)
      AND NOT EXISTS (SELECT 1 FROM share_exception s WHERE s.carer = carer.id)
      AND NOT EXISTS (SELECT 1 FROM carer_call k WHERE k.carer = carer.id))";

// Nobody has such a word in their names any more, nor had the person under an earlier one.
constexpr std::string_view removeSpellings = R"(
    DELETE FROM name_spelling
    WHERE NOT EXISTS (SELECT 1 FROM person_word w WHERE w.word = name_spelling.word))";
constexpr std::string_view removeReportWords = R"(
    DELETE FROM report_word
    WHERE word NOT IN (
        SELECT service FROM bounce
        UNION SELECT code FROM bounce
        UNION SELECT points_to FROM bounce WHERE points_to IS NOT NULL
        UNION SELECT quadrant FROM bounce
        UNION SELECT area FROM bounce
        UNION SELECT recorder FROM bounce
        UNION SELECT service FROM leg_sent
        UNION SELECT area FROM leg_sent
        UNION SELECT recorder FROM leg_sent
        UNION SELECT service FROM report_fact
        UNION SELECT area FROM report_fact
        UNION SELECT recorder FROM report_fact))";

}  // namespace sql

std::int64_t countOf(db::Connection& connection, const SqlText& text)
{
    return connection.first(text.text(), text.values(), [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

}  // namespace

std::span<const RecordTable> recordTables()
{
    return tables;
}

RecordRemoval::RecordRemoval(db::Connection& connection, const PersonId& record)
    : m_connection{connection}, m_people{partsOf(connection, record)}
{}

RecordContents RecordRemoval::contents() const
{
    RecordContents contents;
    for (const auto& [part, count] : sql::contents)
        contents[part] = countOf(m_connection, SqlText{}.addOf(count, m_people));
    return contents;
}

std::string RecordRemoval::held() const
{
    std::string held;
    for (const RecordTable& table : tables) {
        if (table.changed.empty())
            continue;
        SqlText text;
        text.add("SELECT COUNT(*), " + std::string{table.changed} + " FROM " + std::string{table.name} + " WHERE ");
        text.addOf(table.where, m_people);
        m_connection.query(text.text(), text.values(), [&](const db::Row& row) {
            if (row.integer(0) > 0)
                held += (held.empty() ? "" : ", ") + std::string{table.name} + ' ' + row.text(0) + ' ' + row.text(1);
        });
    }
    return held;
}

void RecordRemoval::lock()
{
    if (m_connection.dialect() != db::Dialect::postgres)
        return;  // one writer at a time
    everywhere(sql::lockPeople);
    m_connection.execute(sql::lockTables);
}

void RecordRemoval::run(const DisposalId& disposal, const FoundIndex::LetterText& letterText)
{
    for (const PersonId& person : m_people)
        m_connection.execute(sql::begin, {column(person), column(disposal)});
    leaveIds(disposal);
    AuditTrail{m_connection}.sealReasonsAbout(m_people);
    everywhere(sql::reasons);
    FoundIndex{m_connection}.remove(m_people, letterText);
    for (const PersonId& person : m_people)
        CaseCache{m_connection}.remove(person);
    removeRows();
    m_connection.execute(sql::removeSpellings);
    m_connection.execute(sql::removeReportWords);
    m_connection.execute(sql::end, {column(disposal)});
}

void RecordRemoval::everywhere(std::string_view text, db::Params values)
{
    const SqlText sql = SqlText{}.addOf(text, m_people, values);
    m_connection.execute(sql.text(), sql.values());
}

void RecordRemoval::leaveIds(const DisposalId& disposal)
{
    for (const PersonId& person : m_people)
        m_connection.execute(sql::remember, {column(person), column(disposal)});
    everywhere(sql::events, {column(disposal)});
    everywhere(sql::notes, {column(disposal)});
}

void RecordRemoval::removeRows()
{
    const SqlText known = SqlText{}.addOf(sql::carers, m_people);
    const auto carers = m_connection.list(known.text(), known.values(), [](const db::Row& row) { return row.text(0); });
    for (const RecordTable& table : tables)
        everywhere("DELETE FROM " + std::string{table.name} + " WHERE " + std::string{table.where});
    for (const std::string& carer : carers)
        m_connection.execute(sql::removeCarer, {carer});
}

}  // namespace holdfast::store
