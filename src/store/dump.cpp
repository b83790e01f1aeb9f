#include "store/dump.h"

#include "store/columns.h"

#include <algorithm>

namespace holdfast::store {
namespace {

struct Key {
    std::string_view column;
    bool text;
};

/// What is dumped of one table, in the order of its key. Not dumped: schema_history, store_meta, settings, drafts' and
/// papers' times, a paper's bytes (their hash stands for them), when commands ran, and the audit's times: they say when the store was made, not what is in it.
struct Table {
    std::string_view name;
    std::vector<Key> keys;
    std::string_view columns;  ///< besides the keys
};

std::vector<Table> tables()
{
    return {
        {"service",
         {{"id", true}},
         "name, kind, needs, min_age, max_age, areas, hours, wait_days, accepts_concurrent_use, severities, postcode, "
         "helps_with_travel_cost, languages, step_free_access, offers_group, offers_one_to_one, offers_remote, "
         "offers_in_person, workers_with_lived_experience, phone, email, address, website, notes, ods_code, latitude, "
         "longitude, "
         "coordinates_source, offers_family_or_carers, active, version"},
        {"local_guide",
         {{"id", true}},
         "kind, name, edition, from_day, withdrawn_on, service, need, added_by, version"},
        {"outward_place", {{"outward", true}}, "latitude, longitude, source, version"},
        {"worker", {{"id", true}}, "name, role, service, team, active, version"},
        {"cover", {{"id", true}}, "worker, covered_by, from_day, to_day, note, arranged_by, version"},
        {"person",
         {{"id", true}},
         "given_name, family_name, preferred_name, sort_name, pronouns, born, sex, gender, nhs_number, "
         "nhs_number_missing, address_status, address, postcode, phone, email, contact_preference, may_text, "
         "may_leave_voicemail, may_write, discreet_only, interpreter, adjustments, access_needs, ethnicity, companion, "
         "wishes, safety_alerts, avoids_home_area, prefers_one_to_one, prefers_remote, needs_travel_help, "
         "needs_step_free, wants_lived_experience, language, work_hours, children_in_household, wants_family_support, "
         "version"},
        {"typed_distance", {{"person", true}, {"service", true}}, "tenths, worker"},
        {"person_word", {{"word", true}, {"sort_name", true}, {"person", true}}, ""},
        {"command", {{"id", true}}, "action, subject, worker"},
        {"case_event",
         {{"person", true}, {"seq", false}},
         "id, happened_at, recorded_at, kind, body, words, author, policy_version, command, channel, told_by, "
         "why_not_challenged"},
        {"assessment", {{"event", true}}, "person, happened_at, worker, form"},
        {"draft", {{"kind", true}, {"person", true}}, "body, version, worker"},
        {"draft_history", {{"kind", true}, {"person", true}, {"seq", false}}, "body, worker"},
        {"document",
         {{"id", true}},
         "person, role, kind, media, name, recipient, recipient_name, need, variant, about_kind, about, source, "
         "worker, "
         "command, size, sha256"},
        {"letter_sending", {{"event", true}}, "person, document, address"},
        {"letterhead",
         {{"service", true}},
         "organisation, address, phone, email, footer, margin_top, margin_bottom, margin_left, margin_right, version"},
        {"note",
         {{"id", true}},
         "person, happened_at, written_at, kind, need, audience, why_limited, text, link_kind, link, author, role, "
         "service, command"},
        {"note_amendment",
         {{"note", true}, {"number", false}},
         "person, text, reason, author, role, service, written_at, command"},
        {"note_in_error", {{"note", true}}, "person, reason, worker, command"},
        {"note_pin", {{"note", true}}, "person, worker"},
        {"note_reading", {{"note", true}, {"worker", true}, {"amendments", false}}, "person"},
        {"note_template", {{"id", true}}, "service, shortcut, title, kind, text, version"},
        {"carer",
         {{"id", true}},
         "name, liked_name, sort_name, born, phone, email, preference, may_text, may_leave_voicemail, may_write, "
         "discreet_only, address, own_needs, looked_after_by, known_since, offered_on, answer, answered_on, version"},
        {"carer_link", {{"carer", true}, {"person", true}}, "relationship, emergency, knows, ended_on, version"},
        {"carer_call",
         {{"id", true}},
         "carer, person, at, direction, outcome, told, owed_by, owed_whom, owed_about, note, worker, command"},
        {"consent",
         {{"id", true}},
         "person, share_with, carer, decision, words, topics, said_on, review_by, ends_on, how, capacity, "
         "capacity_words, worker, role, service, command"},
        {"consent_in_error", {{"consent", true}}, "person, reason, worker, command"},
        {"share_exception",
         {{"id", true}},
         "person, share_with, carer, topics, grounds, reason, on_day, worker, role, service, command"},
        {"plan", {{"id", true}}, "person, kind, number, body, author, role, service, agreed_at, command"},
        {"plan_mark", {{"person", true}, {"line", true}, {"number", false}}, "done, worker, at"},
        {"agreed_line", {{"person", true}, {"line", true}}, "source, need, what, worker, who, due, open"},
        {"meeting", {{"id", true}}, "service, chair, starts_at, body, finished_at, version, command"},
        {"meeting_record",
         {{"meeting", true}, {"person", true}, {"number", false}},
         "state, body, event, worker, at, command"},
        {"kind_word", {{"service", true}, {"word", true}, {"version", false}}, "lines, why, is_on, worker"},
        {"story", {{"person", true}, {"number", false}}, "body, author, role, service, written_at, command"},
        {"story_reading", {{"person", true}, {"number", false}, {"worker", true}}, ""},
        {"retelling", {{"id", true}}, "person, to_whom, worker, taken_back"},
        {"passport_choice", {{"person", true}}, "sections, reader, large_print, worker"},
        {"handover_pack", {{"id", true}}, "person, giver, receiver, need, leaving, body, command"},
        {"handover_answer", {{"pack", true}}, "kind, reason, worker, command"},
        {"person_merge",
         {{"id", true}},
         "kept, merged, reason, despite, uneven, set_aside, reopened, kept_version, merged_events, worker, role, "
         "service, "
         "command"},
        {"person_unmerge", {{"merge", true}}, "reason, uneven, worker, command"},
        {"merged_record", {{"person", true}}, "record, merge"},
        {"restriction", {{"person", true}, {"number", false}}, "restricted, reason, worker, command"},
        {"restriction_name", {{"person", true}, {"number", false}, {"worker", true}}, ""},
        {"emergency", {{"id", true}}, "person, worker, reason, command"},
        {"emergency_end", {{"emergency", true}}, ""},
        {"emergency_review", {{"emergency", true}}, "worker, note, command"},
        {"disposal", {{"id", true}}, "person, reason, rule, due_on, held, worker, command"},
        {"disposal_answer", {{"disposal", true}}, "kind, worker, command"},
        {"disposed_person", {{"person", true}}, "disposal"},
        {"disposed_entry", {{"id", true}}, "disposal, recorded_at"},
        {"retention_keep", {{"id", true}}, "person, until_day, reason, worker, command"},
        {"retention_lift", {{"keep", true}}, "reason, worker, command"},
        {"case_state",
         {{"person", true}},
         "version, next_wake, clasp, open_needs, accepted_needs, bounces, died, next_due, accountable, "
         "policy_version, died_on, last_at"},
        {"need_state",
         {{"person", true}, {"need", true}},
         "status, open, severity, detail, first_asked_at, holder_service, holder_worker, held_since, acting, "
         "leg_state, leg_group, leg_service, leg_since, sent_at, silent_from, next_due, next_what, escalation_level, "
         "last_reason"},
        {"next_action",
         {{"person", true}, {"position", false}},
         "need, what, owner_role, owner_worker, owner_service, due, rule, escalation_level, work_group, desk, team, "
         "about_service, reason, event_seq, event_person"},
        {"bounce",
         {{"on_day", false}, {"person", true}, {"position", false}},
         "happened_at, event, code, class, service, need, points_to, days_lost, challenged, overturned, "
         "substance_use_cited, mental_health_cited, author, looked, upheld, age, area, recorder, quadrant, attempt, "
         "tennis"},
        {"leg_sent",
         {{"on_day", false}, {"service", true}, {"need", true}, {"person", true}, {"position", false}},
         "wait, until_day, age, area, recorder, number, answered_day, answer_due, decided_day, decision_due, "
         "accepted_day, bounced, other_need_cited, wishes"},
        {"went_well", {{"on_day", false}, {"service", true}, {"person", true}, {"position", false}}, "need, held_both"},
        {"report_fact",
         {{"on_day", false}, {"person", true}, {"position", false}},
         "kind, need, service, until_day, outcome, yes, pence, age, area, recorder"},
        {"audit", {{"seq", false}}, "worker, action, subject, detail, reason"},
    };
}

constexpr std::int64_t pageSize = 5000;

/// "a, b, c" of the keys, or their parameters.
template <class Write>
std::string listed(const std::vector<Key>& keys, Write write)
{
    std::string text;
    for (std::size_t i = 0; i < keys.size(); ++i)
        text += (i == 0 ? "" : ", ") + write(i);
    return text;
}

std::string pageOf(const Table& table)
{
    const std::string keys = listed(table.keys, [&](std::size_t i) { return std::string{table.keys[i].column}; });
    const std::string after = listed(table.keys, [](std::size_t i) { return "$" + std::to_string(i + 1); });
    const std::string rest = table.columns.empty() ? "" : ", " + std::string{table.columns};
    return "SELECT " + keys + rest + " FROM " + std::string{table.name} + " WHERE (" + keys + ") > (" + after +
           ") ORDER BY " + keys + " LIMIT $" + std::to_string(table.keys.size() + 1);
}

const char* escaped(char c)
{
    switch (c) {
    case '\\': return "\\\\";
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\r': return "\\r";
    default: return nullptr;
    }
}

/// What needs no escape, nearly all of it, is copied at a stretch.
void appendEscaped(std::string& line, std::string_view value)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char* const escape = escaped(value[i]);
        if (escape == nullptr)
            continue;
        line.append(value, begin, i - begin).append(escape);
        begin = i + 1;
    }
    line.append(value, begin);
}

std::vector<db::Value> beforeAll(const Table& table)
{
    std::vector<db::Value> from;
    for (const Key& key : table.keys)
        from.push_back(key.text ? db::Value{std::string{}} : db::Value{std::int64_t{-1'000'000}});
    from.emplace_back(pageSize);
    return from;
}

void dumpTable(db::Connection& connection, const Table& table, const std::function<void(std::string_view)>& line)
{
    const std::string sql = pageOf(table);
    const auto columns = static_cast<int>(table.keys.size()) +
                         (table.columns.empty() ? 0 : 1 + static_cast<int>(std::ranges::count(table.columns, ',')));
    std::vector<db::Value> from = beforeAll(table);
    std::string text;
    std::int64_t rows = pageSize;
    while (rows == pageSize) {
        rows = 0;
        std::vector<db::Value> last = from;
        connection.query(sql, db::Values{from}, [&](const db::Row& row) {
            ++rows;
            text = table.name;
            for (int i = 0; i < columns; ++i) {
                text += '\t';
                if (row.isNull(i))
                    text += "\\N";
                else
                    appendEscaped(text, row.view(i));
            }
            line(text);
            for (std::size_t i = 0; i < table.keys.size(); ++i) {
                const int at = static_cast<int>(i);
                last[i] = table.keys[i].text ? db::Value{row.text(at)} : db::Value{row.integer(at)};
            }
        });
        from = std::move(last);
    }
}

}  // namespace

void dump(db::Connection& connection, const std::function<void(std::string_view line)>& line)
{
    for (const Table& table : tables())
        dumpTable(connection, table, line);
}

}  // namespace holdfast::store
