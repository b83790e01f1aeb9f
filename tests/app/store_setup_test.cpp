#include "app/store_setup.h"

#include "app/check.h"
#include "app/workers.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr const char* passphrase = "seven otters juggle lanterns";

Worker founder()
{
    Worker worker;
    worker.name = "Rowan Ellery";
    worker.role = Role::administrator;
    return worker;
}

}  // namespace

TEST_CASE("a real store is made only when its recovery key was typed back, and opens with either secret")
{
    const TempFolder folder;
    const std::string path = folder.file("real.holdfast");
    ManualClock clock{monday};
    SystemRandom random;
    {
        auto made = app::NewStore::begin(path, {"rowan", passphrase}, founder(), "Lantern", clock, random);
        REQUIRE(made);
        CHECK((*made)->confirm("not the key").error().code != ErrorCode::storeFailed);
        CHECK(app::probeStore(path) == app::StoreKind::missing);
    }
    CHECK(app::probeStore(path) == app::StoreKind::missing);
    auto made = app::NewStore::begin(path, {"rowan", passphrase}, founder(), "Lantern", clock, random);
    REQUIRE(made);
    const std::string recovery = (*made)->recoveryKey();
    {
        const auto opened = (*made)->confirm(recovery);
        REQUIRE(opened);
        CHECK(opened->workspace->facts().encrypted);
        CHECK_FALSE(opened->workspace->facts().practice);
        CHECK(opened->user == "rowan");
        app::Workers workers{*opened->workspace};
        const auto choices = workers.signInChoices();
        REQUIRE(choices);
        const auto rowan = std::ranges::find(*choices, "Rowan Ellery", &Worker::name);
        REQUIRE(rowan != choices->end());
        CHECK(rowan->service == ServiceId{"lantern"});
    }
    CHECK(app::probeStore(path) == app::StoreKind::encrypted);
    CHECK(app::openStore(path, {"rowan", "seven otters juggle lamps"}, clock, random).error().code ==
          ErrorCode::wrongKey);
    clock.advance(std::chrono::seconds{1});
    CHECK(app::openStore(path, {{}, passphrase}, clock, random));
    CHECK(app::openStore(path, {{}, recovery}, clock, random));
    const auto findings = app::checkStoreFile(path, {"rowan", passphrase}, clock);
    REQUIRE(findings);
    CHECK(findings->empty());
    CHECK(app::NewStore::begin(path, {"rowan", passphrase}, founder(), "Lantern", clock, random).error().code ==
          ErrorCode::conflict);
}

TEST_CASE("what lies at a place is told without touching it")
{
    const TempFolder folder;
    CHECK(app::probeStore(folder.file("none")) == app::StoreKind::missing);
    CHECK(app::probeStore("postgresql://localhost/holdfast") == app::StoreKind::server);
    std::ofstream{folder.file("letter.txt")} << "a letter, not a store, and long enough to be looked at";
    CHECK(app::probeStore(folder.file("letter.txt")) == app::StoreKind::notAStore);
    const ManualClock clock{monday};
    SystemRandom random;
    CHECK(app::openStore(folder.file("letter.txt"), {}, clock, random).error().code == ErrorCode::notAStore);
    {
        auto practice = app::createPracticeStore(folder.file("practice.db"), clock, random);
        REQUIRE(practice);
        CHECK((*practice)->facts().practice);
    }
    CHECK(app::probeStore(folder.file("practice.db")) == app::StoreKind::practice);
    CHECK_FALSE(app::createPracticeStore(folder.file("practice.db"), clock, random));
    const auto opened = app::openStore(folder.file("practice.db"), {}, clock, random);
    REQUIRE(opened);
    CHECK(opened->workspace->facts().practice);
    CHECK_FALSE(opened->workspace->facts().encrypted);
    CHECK_FALSE(opened->session);
}

TEST_CASE("a passphrase is judged in words the screen knows")
{
    CHECK(app::strengthOf("short").advice == "too_short");
    CHECK_FALSE(app::strengthOf("short").longEnough);
    CHECK(app::strengthOf("passwordpassword").advice == "common");
    CHECK(app::strengthOf(passphrase).longEnough);
    CHECK(app::strengthOf(passphrase).score >= 3);
}
