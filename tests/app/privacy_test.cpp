#include "app/canary.h"
#include "base/log.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("nothing a person said or is called reaches the log or the audit")
{
    const TempFolder folder;
    REQUIRE(log::openFile(folder.path().string()));
    onEveryStore([](AppWorld& world) {
        driveEverything(world);
        for (const auto& row : world.audit()) {
            const std::string line = row.action + row.subject + row.detail;
            INFO(row.action);
            CHECK(line.find(canary) == std::string::npos);
            CHECK(line.find(canaryNumber) == std::string::npos);
        }
    });
    const std::string logged = everythingIn(folder.path());
    CHECK(logged.find("event.recorded") != std::string::npos);  // the log was really written
    CHECK(logged.find(canary) == std::string::npos);
    CHECK(logged.find(canaryNumber) == std::string::npos);
}
