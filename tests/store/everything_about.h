// Somebody about whom there is something in every table that a record is made of, for tests that let a record go.
#pragma once

#include "store/audit_trail.h"
#include "store/found_index.h"
#include "store/store_world.h"

namespace holdfast::test {

/// Rows of the person, of one who was joined to them ("-old"), of one who was joined and parted again ("-apart", which is a
/// record of its own), and of a carer whom nobody else has. `word` is in every text.
inline void addEverythingAbout(db::Connection& connection, const std::string& id, const std::string& word)
{
    const std::string bytes = connection.dialect() == db::Dialect::sqlite ? "x'21'" : "'!'";
    const auto run = [&](std::string sql) {
        for (const auto& [mark, text] : {std::pair<std::string, std::string>{"~", id}, {"^", word}, {"%", bytes}})
            for (std::size_t at = sql.find(mark); at != std::string::npos; at = sql.find(mark, at + text.size()))
                sql.replace(at, mark.size(), text);
        connection.execute(sql);
    };
    const auto person = [&](const std::string& own, const std::string& name) {
        Person made = aPerson(own, name, name);
        for (std::string* field : {&made.preferredName, &made.pronouns, &made.gender, &made.address, &made.postcode,
                                   &made.contact.phone, &made.wishes, &made.safetyAlerts})
            *field = name;
        addPerson(connection, made);
    };
    person(id, word);
    person(id + "-old", word + "s");
    person(id + "-apart", "Elsewhere");
    run("INSERT INTO command (id, action, subject, worker, at) VALUES ('c~', 'record', '~', 'priya', 1)");
    for (const char* own : {"", "-old"}) {
        store::EventRow event = anEvent(id + own, 1);
        event.command = CommandId{"c" + id};
        event.words = event.channel = event.toldBy = word;
        event.body = R"({"service":")" + word + R"("})";
        if (!store::EventRepository{connection}.append(event))
            throw std::logic_error{"the test's own event was refused"};
    }
    store::CaseCacheRows rows = aCase(id);
    rows.version = 2;
    rows.bounces = {aBounce(mondaysDate, word)};
    rows.bounces.front().attempt = true;
    rows.sent = {{Need::mentalHealth, ServiceId{"cmht"}, mondaysDate}};
    rows.wentWell = {{ServiceId{"cmht"}, NeedScope::both, true, mondaysDate}};
    rows.facts = {{report::FactKind::meeting, NeedScope::both, "", mondaysDate}};
    store::CaseCache{connection}.replace(rows);
    for (
        const char* sql : {
            "INSERT INTO assessment VALUES ('~-1', '~', 1, 'priya', '[\"^\"]')",
            "INSERT INTO draft VALUES ('assessment', '~', '^', 1, 1, 'priya', '')",
            "INSERT INTO draft_history VALUES ('assessment', '~', 1, '^', 1, 1, 'priya', '')",
            "INSERT INTO document (id, person, role, kind, media, name, recipient, recipient_name, variant, "
            "about_kind, "
            "about, source, created_at, worker, command, size, sha256, content) VALUES ('d~', '~', 'letter', 'person', "
            "'text/plain', '^', '^', '^', '', 'event', '~-1', '{}', 1, 'priya', 'c~', 1, "
            "'0123456789012345678901234567890123456789012345678901234567890123', %)",
            "INSERT INTO letter_sending VALUES ('~-1', '~', 'd~', '^')",
            "INSERT INTO typed_distance VALUES ('~', 'cmht', 3, 'priya', 1)",
            "INSERT INTO note VALUES ('n~', '~', 1, 1, 'call', 'both', 'leads', '^', '^', 'none', '', 'priya', "
            "'keyworker', 'lantern', 'c~')",
            "INSERT INTO note_amendment VALUES ('n~', 1, '~', '^', '^', 'priya', 'keyworker', 'lantern', 1, 'c~')",
            "INSERT INTO note_in_error VALUES ('n~', '~', '^', 'priya', 1, 'c~')",
            "INSERT INTO note_pin VALUES ('n~', '~', 'priya', 1)",
            "INSERT INTO note_reading VALUES ('n~', 'priya', 0, '~', 1)",
            "INSERT INTO carer VALUES ('k~', '^', '^', '^', 1, '^', '^', '^', 0, 0, 0, 0, '^', '^', '^', 1, NULL, "
            "'none', "
            "NULL, 1)",
            "INSERT INTO carer_link VALUES ('k~', '~', '^', 1, 'yes', NULL, 1)",
            "INSERT INTO consent VALUES ('s~', '~', 'carer', 'k~', 'given', '^', '^', 1, NULL, NULL, 'spoken', "
            "'presumed', "
            "'^', 'priya', 'keyworker', 'lantern', 1, 'c~')",
            "INSERT INTO consent_in_error VALUES ('s~', '~', '^', 'priya', 1, 'c~')",
            "INSERT INTO share_exception VALUES ('x~', '~', 'carer', 'k~', '^', 'asked', '^', 1, 'priya', 'keyworker', "
            "'lantern', 1, 'c~')",
            "INSERT INTO carer_call VALUES ('q~', 'k~', '~', 1, 'in', 'spoke', '^', NULL, NULL, '^', 'n~', 'priya', 1, "
            "'c~', NULL, NULL, NULL, NULL)",
            "INSERT INTO story VALUES ('~', 1, '^', 'priya', 'keyworker', 'lantern', 1, 'c~')",
            "INSERT INTO story_reading VALUES ('~', 1, 'priya', 1)",
            "INSERT INTO retelling VALUES ('r~', '~', '^', 'priya', 1, 0)",
            "INSERT INTO passport_choice VALUES ('~', '^', 'anyone', 0, 'priya', 1)",
            "INSERT INTO handover_pack VALUES ('h~', '~', 'priya', 'jo', 'both', 1, '^', 1, 'c~')",
            "INSERT INTO handover_answer VALUES ('h~', 'declined', '^', 'jo', 1, 'c~')",
            "INSERT INTO plan VALUES ('p~', '~', 'care', 1, '^', 'priya', 'keyworker', 'lantern', 1, 'c~')",
            "INSERT INTO plan_mark VALUES ('~', '^', 1, 1, 'priya', 1)",
            "INSERT INTO agreed_line VALUES ('~', '^', 'care', 'both', '^', '', '^', 1, 1)",
            "INSERT INTO meeting VALUES ('m~', 'lantern', 'priya', 1, '{}', NULL, 1, 'c~')",
            "INSERT INTO meeting_record VALUES ('m~', '~', 1, 'not_decided', '^', '', 'priya', 1, 'c~')",
            "INSERT INTO person_merge VALUES ('g~', '~', '~-old', '^', '^', 0, '', '', 1, 1, 'priya', 'supervisor', "
            "'lantern', 1, 'c~')",
            "INSERT INTO merged_record VALUES ('~-old', '~', 'g~')",
            "INSERT INTO person_merge VALUES ('u~', '~', '~-apart', '^', '^', 0, '', '', 1, 1, 'priya', 'supervisor', "
            "'lantern', 1, 'c~')",
            "INSERT INTO person_unmerge VALUES ('u~', '^', 0, 'priya', 1, 'c~')",
            "INSERT INTO restriction VALUES ('~', 1, 1, '^', 'priya', 1, 'c~')",
            "INSERT INTO restriction_name VALUES ('~', 1, 'priya')",
            "INSERT INTO emergency VALUES ('e~', '~', 'jo', '^', 1, 2, 'c~')",
            "INSERT INTO emergency_end VALUES ('e~', 2)",
            "INSERT INTO emergency_review VALUES ('e~', 'priya', '^', 3, 'c~')",
            "INSERT INTO retention_keep VALUES ('y~', '~', 5, '^', 'priya', 1, 'c~')",
            "INSERT INTO retention_lift VALUES ('y~', '^', 'priya', 1, 'c~')",
            "INSERT INTO disposal VALUES ('o~', '~', '^', 'death', 1, 'something', 'priya', 1, 'c~')",
            "INSERT INTO disposal_answer VALUES ('o~', 'withdrawn', 'priya', 1, 'c~')",
        })
        run(sql);
    store::FoundIndex index{connection};
    index.add({store::FoundKind::note, "n" + id, 0, monday}, WorkerId{"priya"}, word);
    index.add({store::FoundKind::amendment, "n" + id, 1, monday}, WorkerId{"priya"}, word);
    index.add({store::FoundKind::letter, "d" + id, 0, monday}, WorkerId{"priya"}, "{}");
    store::AuditTrail{connection}.append(
        {.seq = 0, .at = monday, .worker = WorkerId{"priya"}, .action = "view_person", .subject = id, .detail = ""});
    store::AuditTrail{connection}.append({.seq = 0,
                                          .at = monday,
                                          .worker = WorkerId{"priya"},
                                          .action = "restrict_people",
                                          .subject = id,
                                          .detail = "restricted",
                                          .reason = word});
}

}  // namespace holdfast::test
