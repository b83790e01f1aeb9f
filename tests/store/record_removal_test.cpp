// A record that goes goes whole, and nothing else with it. Whoever makes a table says here which of the two it is: the first
// test fails until then.
#include "store/record_removal.h"

#include "db/failure.h"
#include "store/audit_check.h"
#include "store/consistency.h"
#include "store/disposal_repository.h"
#include "store/dump.h"
#include "store/everything_about.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Goes as well, by what keeps it (CaseCache, FoundIndex, PersonRepository) or because its last person went.
const std::set<std::string> goesBesides{"case_state",      "need_state",     "next_action", "bounce",
                                        "leg_sent",        "went_well",      "report_fact", "report_page",
                                        "report_word",     "report_handful", "found_entry", "found_text",
                                        "found_text_word", "name_spelling",  "carer"};

/// Stays, because...
const std::map<std::string, std::string> stays{
    {"schema_history", "is about the schema"},
    {"store_commit", "counts saves"},
    {"store_meta", "is about the store"},
    {"setting", "is what a worker chose"},
    {"service", "is the directory"},
    {"worker", "is about workers"},
    {"cover", "is about workers"},
    {"outward_place", "is where districts lie"},
    {"policy", "is the policy"},
    {"policy_in_force", "is the policy"},
    {"citation_sign_off", "is the policy"},
    {"letterhead", "is a team's"},
    {"local_guide", "is a team's"},
    {"note_template", "is a team's"},
    {"kind_word", "is a team's"},
    {"meeting", "belongs to everybody on its agenda; the person is taken off it"},
    {"command", "says that a command was carried out: ids, no words"},
    {"audit", "is the trail; reasons about the person go, sealed"},
    {"audit_head", "counts the trail"},
    {"found_state", "says whether the index is built"},
    {"report_state", "says whether the pages are built"},
    {"disposal", "says that the record went; its reason goes"},
    {"disposal_answer", "says by whom"},
    {"disposed_person", "says which ids"},
    {"disposed_entry", "says which ids, and when events were recorded, for old reports"},
    {"disposing", "is empty outside of a disposal"},
};

std::set<std::string> tablesOf(db::Connection& connection)
{
    const auto names =
        connection.list(connection.dialect() == db::Dialect::sqlite
                            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND "
                              "name NOT LIKE 'found_text@_%' "
                              "ESCAPE '@' UNION SELECT name FROM sqlite_schema WHERE name = 'found_text_word'"
                            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
                        {}, [](const db::Row& row) { return row.text(0); });
    return {names.begin(), names.end()};
}

/// Tables whose rows a trigger keeps from being deleted.
std::set<std::string> keptByTrigger(db::Connection& connection)
{
    const auto names = connection.list(
        connection.dialect() == db::Dialect::sqlite
            ? "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'"
            : "SELECT event_object_table FROM information_schema.triggers WHERE trigger_schema = current_schema() AND "
              "event_manipulation = 'DELETE' AND action_timing = 'BEFORE'",
        {}, [](const db::Row& row) { return row.text(0); });
    return {names.begin(), names.end()};
}

std::int64_t countOf(db::Connection& connection, const std::string& from)
{
    return connection.first("SELECT COUNT(*) FROM " + from, {}, [](const db::Row& row) { return row.integer(0); })
        .value();
}

/// The rows of these people, as text for a statement of a test.
std::string whose(const store::RecordTable& table, const std::string& ids)
{
    std::string where{table.where};
    for (std::size_t at = where.find('@'); at != std::string::npos; at = where.find('@'))
        where.replace(at, 1, ids);
    return where;
}

std::string dumped(db::Connection& connection)
{
    std::string all;
    store::dump(connection, [&](std::string_view line) { all += std::string{line} + '\n'; });
    return all;
}

/// Proposed by Priya, confirmed by Jo; in the caller's transaction.
DisposalId confirmed(db::Connection& connection, const std::string& person)
{
    const DisposalId id{"z" + person};
    store::DisposalRepository disposals{connection};
    store::CommandLog{connection}.remember({CommandId{"z"}, "confirm_disposal", person, WorkerId{"jo"}, monday});
    disposals.insert({id, PersonId{person}, "Its time is over", RetentionRule::death, mondaysDate, "all",
                      WorkerId{"priya"}, monday, CommandId{"z"}});
    REQUIRE(disposals.answer({id, DisposalVerdict::confirmed, WorkerId{"jo"}, monday, CommandId{"z"}}));
    return id;
}

void begin(db::Connection& connection, const DisposalId& disposal, const std::string& person)
{
    connection.execute("INSERT INTO disposing (person, disposal, left_over) VALUES ($1, $2, 0)",
                       {person, disposal.str()});
}

/// What the database says to it; empty when it did something.
std::string answerTo(db::Connection& connection, const std::string& sql, const std::string& disposing = {})
{
    db::Transaction undone{connection, db::Access::write};
    if (!disposing.empty())
        begin(connection, confirmed(connection, disposing), disposing);
    try {
        return connection.execute(sql) == 0 ? "nothing to do" : "";
    } catch (const db::Failure& failure) {
        return failure.what();
    }
}

bool refuses(db::Connection& connection, const std::string& sql, const std::string& disposing = {})
{
    return !answerTo(connection, sql, disposing).empty();
}

/// By the trigger, not only by something that still refers to the row.
bool isAppendOnly(db::Connection& connection, const std::string& sql, const std::string& disposing = {})
{
    return answerTo(connection, sql, disposing).find("append-only") != std::string::npos;
}

void addTwo(db::Connection& connection)
{
    db::Transaction transaction{connection, db::Access::write};
    addStaff(connection);
    addEverythingAbout(connection, "ada", "zyzzyva");
    addEverythingAbout(connection, "ben", "quagga");
    transaction.commit();
}

void dispose(db::Connection& connection, const std::string& person)
{
    db::Transaction transaction{connection, db::Access::write};
    store::RecordRemoval removal{connection, PersonId{person}};
    removal.lock();
    removal.run(confirmed(connection, person), [](const std::string&) { return std::string{}; });
    transaction.commit();
}

}  // namespace

TEST_CASE("every table either goes with a person's record or stays for a reason that somebody gave")
{
    ON_EVERY_STORE(connection);
    std::set<std::string> goes;
    for (const store::RecordTable& table : store::recordTables())
        goes.emplace(table.name);
    CHECK(goes.size() == store::recordTables().size());
    for (const std::string& table : tablesOf(connection)) {
        INFO(table);
        CHECK(static_cast<int>(goes.contains(table)) + static_cast<int>(goesBesides.contains(table)) +
                  static_cast<int>(stays.contains(table)) ==
              1);
    }
    // What refers to a person cannot stay when the person goes.
    for (const auto& [table, why] : stays) {
        INFO(table);
        if (connection.dialect() == db::Dialect::sqlite)
            CHECK(connection
                      .list("SELECT id FROM pragma_foreign_key_list($1) WHERE \"table\" IN ('person', 'note', "
                            "'case_event')",
                            {table}, [](const db::Row& row) { return row.integer(0); })
                      .empty());
    }
}

TEST_CASE("what is append-only lets go of nothing without a disposal, and of nobody else's rows during one")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    const auto kept = keptByTrigger(connection);
    CHECK(kept.size() >= 37);
    int walked = 0;
    for (const std::string& table : kept)
        if (countOf(connection, table) > 0) {
            INFO(table);
            CHECK(isAppendOnly(connection, "DELETE FROM " + table));
            ++walked;
        }
    CHECK(walked >= 30);
    for (const store::RecordTable& table : store::recordTables()) {
        INFO(table.name);
        const std::string name{table.name};
        REQUIRE(countOf(connection, name + " WHERE " + whose(table, "'ada', 'ada-old'")) > 0);
        if (!kept.contains(name))
            continue;
        const std::string adas = "DELETE FROM " + name + " WHERE " + whose(table, "'ada', 'ada-old'");
        CHECK(isAppendOnly(connection, adas));
        CHECK(isAppendOnly(connection, adas, "ben"));
    }
    CHECK(refuses(connection, "UPDATE case_event SET words = '' WHERE person = 'ada'", "ada"));
    CHECK(refuses(connection, "UPDATE note SET text = '-' WHERE person = 'ada'", "ada"));
    CHECK(refuses(connection, "UPDATE audit SET reason = '', seal = 'x' WHERE reason <> ''"));
    CHECK(
        refuses(connection, "UPDATE audit SET reason = '', seal = 'x' WHERE reason <> '' AND subject = 'ada'", "ben"));
    CHECK(refuses(connection, "UPDATE audit SET reason = '' WHERE reason <> '' AND subject = 'ada'", "ada"));
    CHECK(refuses(connection, "UPDATE audit SET reason = 'other', seal = 'x' WHERE reason <> '' AND subject = 'ada'",
                  "ada"));
    CHECK(refuses(connection, "UPDATE disposal SET reason = '' WHERE id = 'oada'"));
    CHECK(refuses(connection, "UPDATE disposal SET reason = '' WHERE id = 'oada'", "ben"));
    CHECK(refuses(connection, "UPDATE disposal SET reason = '', worker = 'jo' WHERE id = 'oada'", "ada"));
}

TEST_CASE("a record goes only when another than who proposed it has confirmed, and in no transaction but that one")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    CHECK(refuses(connection, "INSERT INTO disposing VALUES ('ada', 'oada', 0)"));  // withdrawn
    CHECK(refuses(connection, "INSERT INTO disposing SELECT 'ada', id, 0 FROM disposal WHERE id = 'zben'", "ben"));
    CHECK(refuses(connection, "INSERT INTO disposing VALUES ('ben', 'zada', 0)", "ada"));
    CHECK(refuses(connection, "INSERT INTO disposing VALUES ('ada-apart', 'zada', 0)", "ada"));
    CHECK(refuses(connection, "UPDATE disposing SET person = 'ben'", "ada"));
    {
        db::Transaction undone{connection, db::Access::write};
        store::DisposalRepository disposals{connection};
        disposals.insert({DisposalId{"own"}, PersonId{"ada"}, "x", RetentionRule::death, mondaysDate, "all",
                          WorkerId{"priya"}, monday, CommandId{"cada"}});
        CHECK_THROWS_AS(disposals.answer({DisposalId{"own"}, DisposalVerdict::confirmed, WorkerId{"priya"}, monday,
                                          CommandId{"cada"}}),
                        db::Failure);
    }
    db::Transaction kept{connection, db::Access::write};
    begin(connection, confirmed(connection, "ada"), "ada");
    CHECK_THROWS_AS(kept.commit(), db::Failure);
}

TEST_CASE("nothing of the person is left in any table, and everything of everybody else")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    CHECK(dumped(connection).find("zyzzyva") != std::string::npos);
    std::map<std::string_view, std::int64_t> others;
    for (const store::RecordTable& table : store::recordTables())
        others[table.name] =
            countOf(connection, std::string{table.name} + " WHERE NOT (" + whose(table, "'ada', 'ada-old'") + ")");
    const auto faultsBefore = store::findInconsistencies(connection);  // of rows put in by hand
    const RecordContents before = store::RecordRemoval{connection, PersonId{"ada"}}.contents();
    for (std::size_t part = 0; part < recordPartCount; ++part) {
        INFO(nameOf(static_cast<RecordPart>(part)));
        CHECK(before.counts[part] >= (static_cast<RecordPart>(part) == RecordPart::papers ? 0 : 1));
    }

    dispose(connection, "ada");

    const std::string left = dumped(connection);
    CHECK(left.find("zyzzyva") == std::string::npos);
    CHECK(left.find("quagga") != std::string::npos);
    for (const store::RecordTable& table : store::recordTables()) {
        INFO(table.name);
        CHECK(countOf(connection, std::string{table.name} + " WHERE " + whose(table, "'ada', 'ada-old'")) == 0);
        CHECK(countOf(connection, std::string{table.name}) == others[table.name]);
    }
    for (const std::string table : {"name_spelling", "report_word"}) {
        CHECK(countOf(connection, table + " WHERE word LIKE '%zyzzyva%'") == 0);
        CHECK(countOf(connection, table + " WHERE word LIKE '%quagga%'") > 0);
    }
    CHECK(countOf(connection, "carer") == 1);
    CHECK(countOf(connection, "disposing") == 0);
    CHECK(countOf(connection, "found_entry") == 5);
    if (connection.dialect() == db::Dialect::sqlite) {
        CHECK(countOf(connection, "found_text_word") == 1);
        CHECK(countOf(connection, "pragma_foreign_key_check") == 0);
    } else {
        CHECK(countOf(connection, "found_text") == 5);
    }
    for (const store::Inconsistency& found : store::findInconsistencies(connection)) {
        INFO(found.what << ' ' << found.detail);
        CHECK(std::ranges::find(faultsBefore, found) != faultsBefore.end());
    }
    const store::DisposalRepository disposals{connection};
    CHECK(disposals.disposedAt(PersonId{"ada"}) == monday);
    CHECK(disposals.disposedAt(PersonId{"ada-old"}) == monday);
    CHECK_FALSE(disposals.disposedAt(PersonId{"ada-apart"}));
    CHECK(disposals.eventsGone() == 2);
    CHECK(disposals.find(DisposalId{"oada"})->disposal.reason.empty());
    CHECK(disposals.find(DisposalId{"oben"})->disposal.reason == "quagga");
    CHECK(refuses(connection, "INSERT INTO draft VALUES ('assessment', 'ada', '{}', 1, 1, 'priya', '')"));
    CHECK(refuses(connection, "INSERT INTO draft_history VALUES ('assessment', 'ada', 1, '{}', 1, 1, 'priya', '')"));
}

TEST_CASE("a carer whom somebody else has too stays, and so does a join of others")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    connection.execute("INSERT INTO carer_link VALUES ('kada', 'ben', 'aunt', 0, 'yes', NULL, 1)");
    CHECK(store::RecordRemoval{connection, PersonId{"ada"}}.contents()[RecordPart::carers] == 0);
    dispose(connection, "ada");
    CHECK(countOf(connection, "carer WHERE id = 'kada'") == 1);
    CHECK(countOf(connection, "carer_link WHERE carer = 'kada'") == 1);
    CHECK(countOf(connection, "merged_record WHERE record = 'ben'") == 1);
}

TEST_CASE("the chain of the audit holds without the words of a record, and nobody else can take a word out of it")
{
    ON_EVERY_STORE(connection);
    addTwo(connection);
    const auto faults = [&] {
        store::AuditCheck check{connection, {}};
        while (check.step(100)) {
        }
        return check.findings().faults;
    };
    const std::int64_t entries = countOf(connection, "audit");
    dispose(connection, "ada");
    CHECK(countOf(connection, "audit") == entries);
    CHECK(countOf(connection, "audit WHERE seal <> ''") == 1);
    CHECK(faults().empty());
    store::AuditTrail{connection}.append(
        {.seq = 0, .at = monday, .worker = WorkerId{"jo"}, .action = "view_person", .subject = "ben", .detail = ""});
    CHECK(faults().empty());

    // Past the triggers, as somebody with the file in their hands would do it.
    const bool sqlite = connection.dialect() == db::Dialect::sqlite;
    connection.execute(sqlite ? "DROP TRIGGER audit_kept" : "DROP TRIGGER audit_kept ON audit");
    connection.execute(
        "UPDATE audit SET reason = '', seal = (SELECT s.seal FROM audit s WHERE s.seal <> '') WHERE subject = 'ben' "
        "AND reason <> ''");
    CHECK(faults().size() == 1);
    connection.execute("UPDATE audit SET detail = 'lifted' WHERE subject = 'ada' AND seal <> ''");
    CHECK(faults().size() == 2);
}
