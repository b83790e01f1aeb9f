#include "store/consistency.h"

#include "store/columns.h"

#include <algorithm>
#include <array>

namespace holdfast::store {
namespace {

struct Rule {
    std::string_view what;
    std::string_view name;
    std::string_view sql;  ///< selects ids and codes; every row is a finding
};

// Several are also refused by constraints. They are asked all the same: a damaged file keeps no promises.
constexpr std::array rules{
    Rule{"event", "event_without_person", R"(
        SELECT DISTINCT e.person
        FROM case_event e
        WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = e.person)
        LIMIT 100)"},
    Rule{"event", "numbers_with_a_gap", R"(
        SELECT person
        FROM case_event
        GROUP BY person
        HAVING MAX(seq) <> COUNT(*) OR MIN(seq) <> 1
        LIMIT 100)"},
    Rule{"event", "event_without_command", R"(
        SELECT e.id
        FROM case_event e
        WHERE NOT EXISTS (SELECT 1 FROM command c WHERE c.id = e.command)
        LIMIT 100)"},
    Rule{"event", "assessment_without_event", R"(
        SELECT a.event
        FROM assessment a
        WHERE NOT EXISTS (SELECT 1 FROM case_event e WHERE e.id = a.event AND e.person = a.person)
        LIMIT 100)"},
    Rule{"document", "document_about_no_event", R"(
        SELECT d.id
        FROM document d
        WHERE d.about_kind = 'event'
          AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.id = d.about AND e.person = d.person)
          AND NOT EXISTS (SELECT 1 FROM disposed_entry x WHERE x.id = d.about)
          AND d.person NOT IN (SELECT m.kept FROM person_merge m)
        LIMIT 100)"},
    Rule{"document", "sending_without_document", R"(
        SELECT s.event
        FROM letter_sending s
        WHERE (NOT EXISTS (SELECT 1 FROM document d WHERE d.id = s.document AND d.person = s.person)
               OR NOT EXISTS (SELECT 1 FROM case_event e WHERE e.id = s.event AND e.person = s.person))
          AND s.person NOT IN (SELECT m.kept FROM person_merge m)
        LIMIT 100)"},
    Rule{"document", "local_guide_of_no_service", R"(
        SELECT g.id
        FROM local_guide g
        WHERE g.service IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service s WHERE s.id = g.service)
        LIMIT 100)"},
    Rule{"document", "document_about_no_note", R"(
        SELECT d.id
        FROM document d
        WHERE d.about_kind = 'note'
          AND NOT EXISTS (SELECT 1 FROM note n WHERE n.id = d.about AND n.person = d.person)
          AND NOT EXISTS (SELECT 1 FROM disposed_entry x WHERE x.id = d.about)
          AND d.person NOT IN (SELECT m.kept FROM person_merge m)
        LIMIT 100)"},
    Rule{"note", "note_without_person_or_command", R"(
        SELECT n.id
        FROM note n
        WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = n.person)
           OR NOT EXISTS (SELECT 1 FROM command c WHERE c.id = n.command)
        LIMIT 100)"},
    Rule{"note", "note_linked_to_no_event", R"(
        SELECT n.id
        FROM note n
        WHERE n.link_kind = 'event'
          AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.id = n.link AND e.person = n.person)
          AND NOT EXISTS (SELECT 1 FROM disposed_entry x WHERE x.id = n.link)
          AND n.person NOT IN (SELECT m.kept FROM person_merge m)
        LIMIT 100)"},
    Rule{"note", "beside_a_note_of_somebody_else", R"(
        SELECT b.note
        FROM (
            SELECT note, person FROM note_amendment
            UNION SELECT note, person FROM note_in_error
            UNION SELECT note, person FROM note_pin
            UNION SELECT note, person FROM note_reading) b
        WHERE NOT EXISTS (SELECT 1 FROM note n WHERE n.id = b.note AND n.person = b.person)
        LIMIT 100)"},
    Rule{"note", "amendments_with_a_gap", R"(
        SELECT a.note
        FROM note_amendment a
        GROUP BY a.note
        HAVING MAX(a.number) <> COUNT(*)
        LIMIT 100)"},
    Rule{"note", "read_before_it_was_amended", R"(
        SELECT r.note, r.worker
        FROM note_reading r
        WHERE r.amendments > (SELECT COUNT(*) FROM note_amendment a WHERE a.note = r.note)
        LIMIT 100)"},
    Rule{"consent", "consent_with_a_stranger", R"(
        SELECT c.id
        FROM consent c
        WHERE c.carer IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM carer_link l WHERE l.carer = c.carer AND l.person = c.person)
          AND c.person NOT IN (SELECT m.record FROM merged_record m)
        LIMIT 100)"},
    Rule{"consent", "in_error_of_somebody_else", R"(
        SELECT e.consent
        FROM consent_in_error e
        WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = e.consent AND c.person = e.person)
        LIMIT 100)"},
    Rule{"carer", "call_of_a_stranger", R"(
        SELECT k.id
        FROM carer_call k
        WHERE (NOT EXISTS (SELECT 1 FROM carer_link l WHERE l.carer = k.carer AND l.person = k.person)
               AND k.person NOT IN (SELECT m.record FROM merged_record m))
           OR NOT EXISTS (SELECT 1 FROM note n WHERE n.id = k.note AND n.person = k.person)
        LIMIT 100)"},
    Rule{"carer", "carer_of_nobody", R"(
        SELECT c.id
        FROM carer c
        WHERE NOT EXISTS (SELECT 1 FROM carer_link l WHERE l.carer = c.id)
        LIMIT 100)"},
    Rule{"plan", "line_of_no_plan", R"(
        SELECT l.person, l.line
        FROM agreed_line l
        WHERE l.source <> 'meeting'
          AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.person = l.person AND p.kind = l.source)
        LIMIT 100)"},
    Rule{"plan", "line_open_or_done_wrongly", R"(
        SELECT l.person, l.line
        FROM agreed_line l
        WHERE l.open = COALESCE(
            (SELECT m.done
             FROM plan_mark m
             WHERE m.person = l.person AND m.line = l.line
             ORDER BY m.number DESC
             LIMIT 1), 0)
          AND l.person NOT IN (SELECT x.person FROM merged_record x)
        LIMIT 100)"},
    Rule{"plan", "versions_with_a_gap", R"(
        SELECT p.person, p.kind
        FROM plan p
        GROUP BY p.person, p.kind
        HAVING MAX(p.number) <> COUNT(*)
        LIMIT 100)"},
    Rule{"meeting", "record_of_no_event", R"(
        SELECT r.meeting, r.person
        FROM meeting_record r
        WHERE r.event <> ''
          AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.id = r.event AND e.person = r.person)
        LIMIT 100)"},
    Rule{"story", "versions_with_a_gap", R"(
        SELECT person
        FROM story
        GROUP BY person
        HAVING MAX(number) <> COUNT(*)
        LIMIT 100)"},
    Rule{"story", "agreed_by_somebody_else", R"(
        SELECT p.id
        FROM handover_pack p
        WHERE EXISTS (
            SELECT 1
            FROM handover_answer a
            WHERE a.pack = p.id
              AND a.worker <> CASE a.kind WHEN 'withdrawn' THEN p.giver ELSE p.receiver END)
        LIMIT 100)"},
    Rule{"words", "word_versions_with_a_gap", R"(
        SELECT service, word
        FROM kind_word
        GROUP BY service, word
        HAVING MAX(version) <> COUNT(*)
        LIMIT 100)"},
    Rule{"cache", "events_without_state", R"(
        SELECT DISTINCT e.person
        FROM case_event e
        WHERE NOT EXISTS (SELECT 1 FROM case_state c WHERE c.person = e.person)
          AND NOT EXISTS (SELECT 1 FROM merged_record m WHERE m.person = e.person)
        LIMIT 100)"},
    Rule{"cache", "state_of_another_version", R"(
        SELECT c.person
        FROM case_state c
        WHERE c.version <> (SELECT COALESCE(MAX(e.seq), 0) FROM case_event e WHERE e.person = c.person)
                           + (SELECT COUNT(*)
                              FROM merged_record m
                              JOIN case_event e ON e.person = m.person
                              WHERE m.record = c.person)
        LIMIT 100)"},
    Rule{"cache", "need_without_state", R"(
        SELECT n.person
        FROM need_state n
        WHERE NOT EXISTS (SELECT 1 FROM case_state c WHERE c.person = n.person)
        LIMIT 100)"},
    Rule{"cache", "action_without_state", R"(
        SELECT DISTINCT a.person
        FROM next_action a
        WHERE NOT EXISTS (SELECT 1 FROM case_state c WHERE c.person = a.person)
        LIMIT 100)"},
    Rule{"cache", "bounce_without_state", R"(
        SELECT DISTINCT b.person
        FROM bounce b
        WHERE NOT EXISTS (SELECT 1 FROM case_state c WHERE c.person = b.person)
        LIMIT 100)"},
    Rule{"cache", "open_needs_miscounted", R"(
        SELECT c.person
        FROM case_state c
        WHERE c.open_needs <> (SELECT COUNT(*) FROM need_state n WHERE n.person = c.person AND n.open = 1)
        LIMIT 100)"},
    Rule{"cache", "bounces_miscounted", R"(
        SELECT c.person
        FROM case_state c
        WHERE c.bounces <> (SELECT COUNT(*) FROM bounce b WHERE b.person = c.person)
        LIMIT 100)"},
    Rule{"held", "open_need_without_holder", R"(
        SELECT person, need
        FROM need_state
        WHERE open = 1 AND (holder_service IS NULL OR holder_worker IS NULL)
        LIMIT 100)"},
    Rule{"next", "open_need_without_action", R"(
        SELECT n.person, n.need
        FROM need_state n
        WHERE n.open = 1
          AND NOT EXISTS (SELECT 1 FROM next_action a WHERE a.person = n.person AND a.need IN (n.need, 'both'))
        LIMIT 100)"},
    Rule{"audit", "numbers_with_a_gap", R"(
        SELECT h.seq, a.last, a.rows
        FROM audit_head h
        CROSS JOIN (SELECT COALESCE(MAX(seq), 0) AS last, COUNT(*) AS rows FROM audit) a
        WHERE h.seq <> a.last OR a.last <> a.rows)"},
    Rule{"search", "person_not_found_by_words", R"(
        SELECT p.id
        FROM person p
        WHERE NOT EXISTS (SELECT 1 FROM person_word w WHERE w.person = p.id AND w.sort_name = p.sort_name)
          AND NOT EXISTS (SELECT 1 FROM merged_record m WHERE m.person = p.id)
        LIMIT 100)"},
    Rule{"merge", "merged_and_found_by_words", R"(
        SELECT DISTINCT w.person
        FROM merged_record m
        JOIN person_word w ON w.person = m.person
        LIMIT 100)"},
    Rule{"merge", "merged_and_in_lists", R"(
        SELECT c.person
        FROM merged_record m
        JOIN case_state c ON c.person = m.person
        LIMIT 100)"},
    Rule{"merge", "joined_without_merge", R"(
        SELECT m.person
        FROM merged_record m
        WHERE NOT EXISTS (SELECT 1 FROM person_merge x WHERE x.id = m.merge AND x.merged = m.person)
           OR EXISTS (SELECT 1 FROM person_unmerge u WHERE u.merge = m.merge)
           OR EXISTS (SELECT 1 FROM merged_record o WHERE o.person = m.record)
        LIMIT 100)"},
    Rule{"merge", "merge_without_join", R"(
        SELECT x.id
        FROM person_merge x
        WHERE NOT EXISTS (SELECT 1 FROM person_unmerge u WHERE u.merge = x.id)
          AND NOT EXISTS (SELECT 1 FROM merged_record m WHERE m.merge = x.id AND m.person = x.merged)
        LIMIT 100)"},
    Rule{"merge", "written_under_a_merged_id", R"(
        SELECT e.id
        FROM merged_record m
        JOIN person_merge x ON x.id = m.merge
        JOIN case_event e ON e.person = m.person AND e.seq > x.merged_events
        WHERE e.kind NOT IN ('entered_in_error', 'second_look')
        LIMIT 100)"},
    Rule{"disposal", "disposed_and_still_there", R"(
        SELECT d.person
        FROM disposed_person d
        WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = d.person)
           OR EXISTS (SELECT 1 FROM draft w WHERE w.person = d.person)
           OR EXISTS (SELECT 1 FROM draft_history h WHERE h.person = d.person)
        LIMIT 100)"},
    Rule{"disposal", "disposal_left_in_the_middle", "SELECT person FROM disposing LIMIT 100"},
};

std::string idsOf(const db::Row& row, int columns)
{
    std::string ids;
    for (int i = 0; i < columns; ++i)
        ids += (i == 0 ? "" : " ") + row.text(i);
    return ids;
}

/// How many columns the rule selects: the commas before its FROM, plus one.
int columnsOf(const Rule& rule)
{
    const std::string_view select = rule.sql.substr(0, rule.sql.find("FROM"));
    return 1 + static_cast<int>(std::count(select.begin(), select.end(), ','));
}

}  // namespace

std::vector<Inconsistency> findInconsistencies(db::Connection& connection)
{
    std::vector<Inconsistency> found;
    for (const Rule& rule : rules) {
        connection.query(rule.sql, {}, [&](const db::Row& row) {
            found.push_back({std::string{rule.what}, std::string{rule.name} + ": " + idsOf(row, columnsOf(rule))});
        });
    }
    return found;
}

}  // namespace holdfast::store
