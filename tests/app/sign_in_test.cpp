#include "app/sign_in.h"

#include "app/accounts_world.h"
#include "app/workers.h"

#include <algorithm>
#include <fstream>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

TEST_CASE("the passphrase says who it is, and nobody chooses to be another")
{
    AccountsWorld world;
    {
        const auto opened = world.opened("ines.m", inesPhrase);
        REQUIRE(opened.session);
        CHECK(opened.session->worker.id == WorkerId{"ines"});
        CHECK(opened.session->worker.role == Role::keyworker);
        CHECK(app::Workers{*opened.workspace}.signIn(WorkerId{"rowan"}).error().code == ErrorCode::forbidden);
    }
    CHECK(world.opened("rowan.e", rowansPhrase).session->worker.id == WorkerId{"rowan"});
    world.clock.advance(1min);
    CHECK(world.open("rowan.e", inesPhrase).error().code == ErrorCode::wrongKey);
    CHECK(world.open("", inesPhrase).error().code == ErrorCode::wrongKey);  // two accounts: somebody must be named
    CHECK(app::signInNames(world.path) == std::vector<std::string>{"rowan.e", "ines.m"});
}

TEST_CASE("the recovery key opens the store as its administrator, who then chooses a passphrase, and the audit says so")
{
    AccountsWorld world;
    const auto opened = world.opened("", world.recovery);
    CHECK(opened.session->worker.id == WorkerId{"rowan"});
    CHECK(opened.choosePassphrase);
    const auto audit = world.audit(*opened.workspace);
    REQUIRE_FALSE(audit.empty());
    CHECK(audit.back().action == "sign_in");
    CHECK(audit.back().detail == "recovery key");
}

TEST_CASE("whose worker has left does not come in, passphrase or not")
{
    AccountsWorld world;
    {
        const auto opened = world.opened("rowan.e", rowansPhrase);
        const auto left = app::inTransaction(opened.workspace->connection(), db::Access::write, [&] {
            store::WorkerRepository workers{opened.workspace->connection()};
            Worker ines = *workers.find(WorkerId{"ines"});
            ines.active = false;
            return workers.save(ines);
        });
        REQUIRE(left);
    }
    CHECK(world.open("ines.m", inesPhrase).error().code == ErrorCode::forbidden);
    const auto rowan = world.opened("rowan.e", rowansPhrase);
    const auto audit = world.audit(*rowan.workspace);
    CHECK(std::ranges::any_of(audit, [](const auto& row) {
        return row.action == "sign_in" && row.worker == WorkerId{"ines"} && row.detail == "refused";
    }));
}

TEST_CASE("each failure in a row costs a longer wait, and the tenth locks until somebody who may helps")
{
    AccountsWorld world;
    const std::vector<std::chrono::seconds> waits{1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s};
    for (const auto wait : waits) {
        CHECK(world.open("ines.m", "not the passphrase at all").error().code == ErrorCode::wrongKey);
        CHECK(app::signInStanding(world.path, "ines.m", world.clock).wait == wait);
        world.clock.advance(wait - 1ms);
        CHECK(world.open("ines.m", inesPhrase).error().detail == "sign_in.wait");
        world.clock.advance(1ms);
    }
    CHECK(app::signInStanding(world.path, "rowan.e", world.clock).failures == 0);
    CHECK(world.open("ines.m", "not the passphrase at all").error().code == ErrorCode::wrongKey);
    world.clock.advance(24h);
    CHECK(world.open("ines.m", inesPhrase).error().detail == "sign_in.locked");

    const auto rowan = world.opened("rowan.e", rowansPhrase);
    app::Accounts accounts{*rowan.workspace};
    const auto rows = accounts.list(*rowan.session);
    REQUIRE(rows);
    CHECK(rows->at(1) == app::AccountRow{"ines.m", WorkerId{"ines"}, false, true});
    REQUIRE(accounts.reset(*rowan.session, rowansPhrase, "ines.m", "another quiet harbour morning"));
    CHECK(app::signInStanding(world.path, "ines.m", world.clock).failures == 0);
    CHECK(world.opened("ines.m", "another quiet harbour morning").choosePassphrase);
}

TEST_CASE("a right passphrase ends the row of failures; what was tried meanwhile is in the audit once, without the "
          "name typed")
{
    AccountsWorld world;
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(world.open("ines.m", "not the passphrase at all"));
        world.clock.advance(1min);
    }
    CHECK(world.open("somebody.x", "not the passphrase at all").error().code == ErrorCode::wrongKey);
    world.clock.advance(1min);
    const auto ofFailures = [](const std::vector<store::AuditRow>& audit) {
        std::vector<std::string> said;
        for (const auto& row : audit)
            if (row.action == "sign_in" && row.detail == "refused")
                said.push_back(row.subject + ": " + row.reason);
        return said;
    };
    const std::vector<std::string> expected{"ines: 3 tries, 2026-11-23T00:00:00Z to 2026-11-23T00:02:00Z",
                                            ": 1 tries, 2026-11-23T00:03:00Z to 2026-11-23T00:03:00Z"};
    {
        const auto opened = world.opened("ines.m", inesPhrase);
        CHECK(ofFailures(world.audit(*opened.workspace)) == expected);
    }
    const auto again = world.opened("ines.m", inesPhrase);
    CHECK(ofFailures(world.audit(*again.workspace)) == expected);
    CHECK(app::signInStanding(world.path, "ines.m", world.clock).failures == 0);
}

TEST_CASE("failures outlast the program, a clock that is set back keeps nobody out, and a spoilt count opens nothing")
{
    AccountsWorld world;
    for (int i = 0; i < 4; ++i) {
        CHECK_FALSE(world.open("ines.m", "not the passphrase at all"));
        world.clock.advance(1min);
    }
    CHECK(app::SignInTries{world.path}.standing("ines.m", world.clock.now()).failures == 4);
    world.clock.set(monday - 24h);
    CHECK(app::signInStanding(world.path, "ines.m", world.clock).wait == 8s);
    std::ofstream{world.path + ".tries"} << "holdfast tries 1\n99999999 7 x\n";
    CHECK(app::signInStanding(world.path, "ines.m", world.clock).failures == 0);
    CHECK_FALSE(world.open("ines.m", "not the passphrase at all"));
}

TEST_CASE("a sign-in name is small and plain, and one is offered that is no full name")
{
    CHECK(app::checkedUser("Ines.M").value() == "ines.m");
    for (const char* wrong : {"", "i", "ines m", "ines@home", "in\xc3\xa9s"})
        CHECK_FALSE(app::checkedUser(wrong));
    CHECK(app::suggestedUser("Ines Marlow") == "ines.m");
    CHECK(app::suggestedUser("Ines") == "ines");
    CHECK(app::suggestedUser("\xe7\x8e\x8b") == "worker");
    CHECK(app::suggestedUser("  Anne-Marie van Dijk ") == "annemarie.v");
}
