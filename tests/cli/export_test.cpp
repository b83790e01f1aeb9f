#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("raw events are exported from the command line, and bad use is told in one line")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "20", "--as-of", "2026-11-22"}).code == cli::exitDone);
    const auto exported = [&](const std::string& from, const std::string& to, const std::string& out,
                              const std::string& what = "events") {
        return runCli({"export", what, "--store", store, "--from", from, "--to", to, "--out", folder.file(out),
                       "--pseudonymous"});
    };
    const Answer done = exported("2020-01-01", "2026-12-31", "events");
    CHECK(done.code == cli::exitDone);
    CHECK(done.out.find(" events in ") != std::string::npos);
    CHECK(contentOf(folder.file("events/about.csv")).find("\"pseudonymous\",\"yes\"") != std::string::npos);

    for (const Answer& wrong :
         {exported("2020-01-01", "2026-12-31", "events"), exported("2026-12-31", "2026-01-01", "other"),
          exported("yesterday", "2026-01-01", "other"), exported("2026-01-01", "2026-12-31", "no/where"),
          exported("2026-01-01", "2026-12-31", "other", "people"), runCli({"export", "events", "--store", store})}) {
        CHECK(wrong.code == cli::exitWrong);
        CHECK(isOneLine(wrong.err));
    }
    CHECK_FALSE(std::filesystem::exists(folder.file("other")));
}
