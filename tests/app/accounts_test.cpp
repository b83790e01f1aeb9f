#include "app/accounts.h"

#include "app/accounts_world.h"

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

namespace {

const std::string fresh = "another quiet harbour morning";

}  // namespace

TEST_CASE("an administrator gives a colleague an account; they choose their own passphrase and are themselves")
{
    AccountsWorld world;
    {
        const auto rowan = world.opened("rowan.e", rowansPhrase);
        app::Accounts accounts{*rowan.workspace};
        REQUIRE(accounts.add(*rowan.session, rowansPhrase, {"Joanne.M", WorkerId{"joanne"}, fresh}));
        CHECK(accounts.list(*rowan.session)->size() == 3);
        const auto audit = world.audit(*rowan.workspace);
        CHECK(std::ranges::any_of(audit, [](const auto& row) {
            return row.action == "manage_accounts" && row.subject == "joanne" && row.detail == "added";
        }));
    }
    const auto joanne = world.opened("joanne.m", fresh);
    CHECK(joanne.session->worker.id == WorkerId{"joanne"});
    CHECK(joanne.choosePassphrase);
    app::Accounts own{*joanne.workspace};
    CHECK(own.changeOwn(*joanne.session, fresh, fresh).error().where == "passphrase");
    CHECK(own.changeOwn(*joanne.session, "not mine at all", "five more words for me").error().where == "own");
    world.clock.advance(1s);
    REQUIRE(own.changeOwn(*joanne.session, fresh, "five more words for me"));
    CHECK_FALSE(world.open("joanne.m", fresh));
    world.clock.advance(1s);
    CHECK_FALSE(world.opened("joanne.m", "five more words for me").choosePassphrase);
}

TEST_CASE("accounts are for those who may, who say their own passphrase once more")
{
    AccountsWorld world;
    const auto ines = world.opened("ines.m", inesPhrase);
    app::Accounts hers{*ines.workspace};
    CHECK(hers.list(*ines.session).error().code == ErrorCode::forbidden);
    CHECK(hers.add(*ines.session, inesPhrase, {"joanne", WorkerId{"joanne"}, fresh}).error().code ==
          ErrorCode::forbidden);
    CHECK(hers.reset(*ines.session, inesPhrase, "rowan.e", fresh).error().code == ErrorCode::forbidden);
    CHECK(hers.remove(*ines.session, inesPhrase, "rowan.e").error().code == ErrorCode::forbidden);
    CHECK(hers.changeKey(*ines.session, inesPhrase).error().code == ErrorCode::forbidden);

    const auto rowan = world.opened("rowan.e", rowansPhrase);
    app::Accounts accounts{*rowan.workspace};
    CHECK(accounts.add(*rowan.session, "", {"joanne", WorkerId{"joanne"}, fresh}).error().where == "own");
    world.clock.advance(1min);
    CHECK(accounts.add(*rowan.session, inesPhrase, {"joanne", WorkerId{"joanne"}, fresh}).error().where == "own");
    world.clock.advance(1min);
    CHECK(accounts.remove(*rowan.session, rowansPhrase, "rowan.e").error().detail == "accounts.own");
    CHECK(accounts.add(*rowan.session, rowansPhrase, {"nobody", WorkerId{"nobody"}, fresh}).error().where == "worker");
    CHECK(db::accountsOf(world.path)->size() == 2);
}

TEST_CASE("who leaves loses the account, the store gets another key, and the one at the screen works on")
{
    AccountsWorld world;
    const auto rowan = world.opened("rowan.e", rowansPhrase);
    app::Accounts accounts{*rowan.workspace};
    const auto removed = accounts.remove(*rowan.session, rowansPhrase, "ines.m");
    INFO((removed ? std::string{} : removed.error().detail));
    REQUIRE(removed);
    CHECK(removed->keyChanged);
    CHECK(accounts.list(*rowan.session)->size() == 1);
    CHECK(world.open("ines.m", inesPhrase).error().code == ErrorCode::wrongKey);
    CHECK_FALSE(db::openStore({db::StoreLocation::Kind::file, world.path}, &world.made.key, store::schema()));
    CHECK(world.opened("rowan.e", rowansPhrase).session);
    CHECK(world.opened("", world.recovery).session);
}

TEST_CASE("while a colleague has the store open a leaver's account goes, and the key is changed later")
{
    AccountsWorld world;
    const auto rowan = world.opened("rowan.e", rowansPhrase);
    app::Accounts accounts{*rowan.workspace};
    {
        const auto colleague =
            db::openStore({db::StoreLocation::Kind::file, world.path}, &world.made.key, store::schema());
        REQUIRE(colleague);
        const auto removed = accounts.remove(*rowan.session, rowansPhrase, "ines.m");
        REQUIRE(removed);
        CHECK_FALSE(removed->keyChanged);
        CHECK(accounts.list(*rowan.session)->size() == 1);
    }
    REQUIRE(accounts.changeKey(*rowan.session, rowansPhrase));
    CHECK_FALSE(db::openStore({db::StoreLocation::Kind::file, world.path}, &world.made.key, store::schema()));
    CHECK(accounts.list(*rowan.session));
}

TEST_CASE("a closed workspace says that it is closed, and works again with what was opened anew")
{
    AccountsWorld world;
    auto rowan = world.opened("rowan.e", rowansPhrase);
    app::Accounts accounts{*rowan.workspace};
    rowan.workspace->close();
    CHECK(accounts.list(*rowan.session).error().code == ErrorCode::unavailable);
    const auto again = world.opened("rowan.e", rowansPhrase);
    rowan.workspace->reopen(*again.workspace);
    CHECK(accounts.list(*rowan.session));
}
