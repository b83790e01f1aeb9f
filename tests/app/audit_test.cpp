#include "app/app_world.h"
#include "app/audit.h"
#include "app/audit_log.h"
#include "app/documents.h"
#include "app/use_case.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

std::vector<app::AuditLine> linesOf(AppWorld& world, const app::AuditQuestion& question)
{
    const auto page = app::AuditLog{*world.workspace}.page(world.joanne, question);
    REQUIRE(page);
    return page->rows;
}

}  // namespace

TEST_CASE("a supervisor reads the audit newest first, with names, a page at a time; reading on is no new look")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.registered();
        REQUIRE(world.cases().open(world.samir, ada.id));
        app::AuditQuestion question;
        question.limit = 3;
        app::AuditLog log{*world.workspace};

        const auto first = log.page(world.joanne, question);
        REQUIRE(first);
        REQUIRE(first->rows.size() == 3);
        CHECK(first->rows[0].action == app::Action::viewPerson);
        CHECK(first->rows[0].workerName == "Samir Haddad");
        CHECK(first->rows[0].role == Role::coordinator);
        CHECK(first->rows[0].serviceName == "Wrenfield CMHT");
        CHECK(first->rows[0].personName == "Ada Fenwick");
        question.after = first->next;
        const auto second = log.page(world.joanne, question);
        REQUIRE(second);
        CHECK(second->rows.front().seq == first->rows.back().seq - 1);
        const auto all = world.audit();
        CHECK(std::ranges::count(all, "view_audit", &store::AuditRow::action) == 1);
    });
}

TEST_CASE("the audit is narrowed to a worker, a person, a sort of thing, days, and what was refused")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.registered();
        const Person ben = world.registered("Ben", "Marsh");
        world.clock.advance(std::chrono::hours{48});
        REQUIRE(world.cases().open(world.samir, ada.id));
        REQUIRE(app::Documents{*world.workspace}.takenOut(world.samir, ada.id, "timeline"));
        CHECK_FALSE(world.cases().open(world.rowan, ben.id));

        app::AuditQuestion question;
        question.worker = WorkerId{"samir"};
        question.from = Date{std::chrono::floor<std::chrono::days>(tuesday)} + std::chrono::days{2};
        CHECK(linesOf(world, question).size() == 2);
        question.kind = app::AuditKind::takenOut;
        REQUIRE(linesOf(world, question).size() == 1);
        CHECK(linesOf(world, question)[0].detail == "timeline");

        question = {};
        question.person = ben.id;
        const auto aboutBen = linesOf(world, question);
        CHECK(std::ranges::all_of(aboutBen, [](const auto& line) { return line.personName == "Ben Marsh"; }));
        question.refusedOnly = true;
        REQUIRE(linesOf(world, question).size() == 1);
        CHECK(linesOf(world, question)[0].workerName == "Rowan Ellery");

        question = {};
        question.to = Date{std::chrono::floor<std::chrono::days>(tuesday)} - std::chrono::days{1};
        CHECK(linesOf(world, question).empty());
    });
}

TEST_CASE("keyworkers, coordinators and administrators do not read the audit, and their attempt is in it")
{
    onEveryStore([](AppWorld& world) {
        app::AuditLog log{*world.workspace};
        for (const app::Session* session : {&world.priya, &world.samir, &world.rowan}) {
            CHECK(log.page(*session, {}).error().code == ErrorCode::forbidden);
            CHECK(log.csv(*session, {}).error().code == ErrorCode::forbidden);
            CHECK(log.forPaper(*session, {}).error().code == ErrorCode::forbidden);
        }
        app::AuditQuestion refused;
        refused.refusedOnly = true;
        CHECK(linesOf(world, refused).size() == 9);
    });
}

TEST_CASE("the CSV of the audit is safe to open in a spreadsheet and is noted itself")
{
    onEveryStore([](AppWorld& world) {
        world.registered("=HYPERLINK(1)", "Fenwick");
        const auto csv = app::AuditLog{*world.workspace}.csv(world.joanne, {});
        REQUIRE(csv);
        CHECK(csv->starts_with("\"number\",\"at\",\"worker\""));
        CHECK(csv->find("\"'=HYPERLINK(1) Fenwick\"") != std::string::npos);
        CHECK(world.audit().back().action == "export_audit");
    });
}

TEST_CASE("who has looked at a record is told day by day, in whole sentences' worth and without a code")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.registered();
        world.clock.advance(std::chrono::hours{24});
        REQUIRE(world.cases().open(world.samir, ada.id));
        REQUIRE(world.cases().open(world.priya, ada.id));
        REQUIRE(world.cases().open(world.samir, ada.id));
        REQUIRE(app::Documents{*world.workspace}.takenOut(world.samir, ada.id, "timeline"));
        REQUIRE(app::Assessments{*world.workspace}.draft(world.samir, ada.id));  // looked at, not written
        CHECK_FALSE(world.cases().open(world.rowan, ada.id));
        app::AuditLog log{*world.workspace};
        CHECK(log.whoLooked(world.priya, ada.id).error().code == ErrorCode::forbidden);

        const auto answer = log.whoLooked(world.samir, ada.id);
        REQUIRE(answer);
        const auto& lines = answer->lines;
        const auto samir = std::ranges::find(lines, "Samir Haddad", &app::LookedLine::workerName);
        REQUIRE(samir != lines.end());
        CHECK(samir->looked == 3);
        CHECK(samir->changed == 0);
        CHECK(samir->takenOut == 1);
        CHECK(samir->serviceName == "Wrenfield CMHT");
        CHECK(std::ranges::count(lines, "Samir Haddad", &app::LookedLine::workerName) == 1);
        CHECK(lines.back().workerName == "Priya Raman");
        CHECK(lines.back().changed == 1);
        CHECK(lines.back().day < lines.front().day);
        CHECK(std::ranges::find(lines, 1, &app::LookedLine::refused) != lines.end());
        CHECK(world.audit().back().action == "print_who_looked");
        CHECK(world.audit().back().subject == ada.id.str());
    });
}

TEST_CASE("a check of the audit goes in steps, is noted, and a sign-in that failed is in the trail with why")
{
    onEveryStore([](AppWorld& world) {
        world.registered();
        app::noteFailedSignIn(*world.workspace, WorkerId{"priya"}, "passphrase");
        CHECK(world.audit().back().reason == "passphrase");
        app::Audit audit{*world.workspace};
        CHECK(audit.check(world.priya, {}).error().code == ErrorCode::forbidden);

        const auto verdict = audit.check(world.rowan, {});
        REQUIRE(verdict);
        CHECK(verdict->findings.faults.empty());
        CHECK(verdict->findings.entries == static_cast<std::int64_t>(world.audit().size()) - 1);
        CHECK(world.audit().back().detail.ends_with(" entries, 0 faults"));
        const auto anchor = audit.anchor(world.rowan);
        REQUIRE(anchor);
        CHECK(anchor->starts_with("Holdfast audit anchor\nstore "));
    });
}

TEST_CASE("every action has a kind, and every name of one leads back to it")
{
    for (std::size_t i = 0; i < app::actionCount; ++i) {
        const auto action = static_cast<app::Action>(i);
        CHECK(app::actionNamed(app::nameOf(action)) == action);
    }
    CHECK(app::kindOf(app::Action::exportNotes) == app::AuditKind::takenOut);
    CHECK_FALSE(app::actionNamed("begin_audit_chain"));
}
