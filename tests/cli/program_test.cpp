#include "cli/cli_world.h"
#include "db/connection.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

#ifdef HOLDFAST_PROGRAM

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Runs the program with a home of its own, so that nothing of this account is touched.
Answer runProgram(const TempFolder& folder, const std::string& words, const std::string& printTo = {})
{
    const std::string out = folder.file("stdout");
    const std::string err = folder.file("stderr");
    const std::string line = "HOME='" + folder.path().string() + "' XDG_DATA_HOME='" + folder.path().string() +
                             "' '" HOLDFAST_PROGRAM "' " + words + " >" +
                             (printTo.empty() ? "'" + out + "'" : printTo) + " 2>'" + err + "' </dev/null";
    const int status = std::system(line.c_str());
    return {WEXITSTATUS(status), contentOf(out), contentOf(err)};
}

std::string shaIn(const std::string& text)
{
    const auto at = text.find("sha256 ");
    REQUIRE(at != std::string::npos);
    return text.substr(at + 7, 64);
}

/// The connection string as a URI that leads into an empty schema of its own.
std::string serverUri(const std::string& conninfo, db::Connection& fresh)
{
    const auto schema = fresh.first("SELECT current_schema()", {}, [](const db::Row& row) { return row.text(0); });
    std::string uri = conninfo;
    if (!uri.starts_with("postgres")) {
        uri = "postgresql:///?";
        for (const char c : conninfo)
            uri += c == ' ' ? '&' : c;
    }
    return uri + (uri.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema.value();
}

}  // namespace

TEST_CASE("what cannot be printed is an error of one line, and never lands in a file that happens to be open")
{
    const TempFolder folder;
    const std::string file = folder.file("practice.db");
    REQUIRE(runProgram(folder, "demo --store '" + file + "' --people 5 --as-of 2026-11-22").code == 0);
    const std::string scenario = HOLDFAST_SOURCE_DIR "/tests/scenarios/section_7_example.json";
    const std::vector<std::string> commands{
        "--help", "replay '" + scenario + "'", "check --store '" + file + "'",
        "report bounces --from 2025-11-22 --to 2026-11-22 --suppress none --format csv --out - --store '" + file + "'"};
    for (const std::string& words : commands)
        for (const char* printTo : {"/dev/full", "&-"}) {
            INFO(words << " >" << printTo);
            const Answer answer = runProgram(folder, words, printTo);
            CHECK(answer.code == 2);
            CHECK(isOneLine(answer.err));
            CHECK(answer.err.find("standard output") != std::string::npos);
        }
    CHECK(runProgram(folder, "check --store '" + file + "'").code == 0);
}

TEST_CASE("the program makes a caseload, checks it and reports on it, the same on both databases")
{
    const TempFolder folder;
    const std::string file = folder.file("practice.db");
    const Answer demo = runProgram(folder, "demo --store '" + file + "' --people 70 --seed 3 --as-of 2026-11-22");
    INFO(demo.err);
    REQUIRE(demo.code == 0);
    CHECK(demo.err.empty());
    CHECK(runProgram(folder, "check --store '" + file + "'").code == 0);
    const std::string words = "' --from 2025-11-22 --to 2026-11-22 --by month --suppress none --format csv --out ";
    const Answer report = runProgram(folder, "report bounces --store '" + file + words + "-");
    CHECK(report.code == 0);
    CHECK(report.out.starts_with(R"("month","label",)"));

    const auto conninfo = postgresConninfo();
    if (!conninfo)
        return;
    const auto fresh = openFreshPostgres(*conninfo);
    const std::string server = serverUri(*conninfo, *fresh);
    const Answer onServer = runProgram(folder, "demo --store '" + server + "' --people 70 --seed 3 --as-of 2026-11-22");
    INFO(onServer.err);
    REQUIRE(onServer.code == 0);
    CHECK(shaIn(onServer.out) == shaIn(demo.out));
    CHECK(runProgram(folder, "check --store '" + server + "'").code == 0);
    const Answer reportThere = runProgram(folder, "report bounces --store '" + server + words + "-");
    CHECK(reportThere.out == report.out);
}

TEST_CASE("wrong use of the program is exit 2 and one line")
{
    const TempFolder folder;
    const Answer answer = runProgram(folder, "demo --stroe x");
    CHECK(answer.code == 2);
    CHECK(answer.out.empty());
    CHECK(isOneLine(answer.err));
}

TEST_CASE("a store that needs a passphrase does not wait for one where there is no terminal")
{
    const TempFolder folder;
    const Answer answer = runProgram(folder, "create --store '" + folder.file("real.db") + "'");
    CHECK(answer.code == 2);
    CHECK(isOneLine(answer.err));
    CHECK(contentOf(folder.file("real.db")).empty());
}

#endif
