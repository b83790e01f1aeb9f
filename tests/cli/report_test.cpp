#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;
using Json = nlohmann::json;

namespace {

std::vector<std::string> bounces(const std::string& store, const std::vector<std::string>& more,
                                 const std::string& format = "json")
{
    std::vector<std::string> words{"report", "bounces",    "--store",  store,  "--from", "2026-01-01",
                                   "--to",   "2026-10-31", "--format", format, "--out",  "-"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

Json made(const std::string& store, const std::vector<std::string>& more)
{
    const Answer answer = runCli(bounces(store, more));
    INFO(answer.err);
    REQUIRE(answer.code == cli::exitDone);
    return Json::parse(answer.out);
}

int sumOf(const Json& rows)
{
    int all = 0;
    for (const Json& row : rows)
        all += row["bounces"].get<int>();
    return all;
}

}  // namespace

TEST_CASE("every measure is listed with what it counts and its source, as text and as JSON")
{
    const Answer text = runCli({"report", "list"});
    CHECK(text.code == cli::exitDone);
    CHECK(text.out.find("qs188.mental_health: ") != std::string::npos);
    CHECK(text.out.find("Source: NICE QS188 statement 2, process measure a (V)") != std::string::npos);
    const Json json = Json::parse(runCli({"report", "list", "--format", "json"}).out);
    CHECK(json.size() > 35);
    CHECK(json[0]["certainty"] == "V");
    CHECK(runCli({"report", "list", "--format", "xml"}).code == cli::exitWrong);
}

TEST_CASE("a report is narrowed and told apart as asked, hides small numbers unless told not to, and tells its origin")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "30", "--as-of", "2026-11-22"}).code == cli::exitDone);

    const Json exact = made(store, {"--suppress", "none", "--compare", "previous"});
    const int all = exact["totals"]["bounces"].get<int>();
    REQUIRE(all > 10);
    CHECK(exact["hidden"].empty());
    CHECK(exact["parameters"]["suppress"] == "none");
    CHECK_FALSE(exact["parameters"]["store"].get<std::string>().empty());
    CHECK(std::stoi(exact["parameters"]["events"].get<std::string>()) > 100);
    CHECK(exact["measures"][0].contains("before_numerator"));
    for (const char* by : {"class", "quadrant", "team"}) {
        INFO(by);
        CHECK(sumOf(made(store, {"--suppress", "none", "--by", by})["groups"]) == all);
    }
    const int mental = made(store, {"--suppress", "none", "--need", "mental_health"})["totals"]["bounces"];
    const int substance = made(store, {"--suppress", "none", "--need", "substance_use"})["totals"]["bounces"];
    CHECK(mental + substance == all);

    const Json safe = made(store, {});
    CHECK(safe["parameters"]["store"] == exact["parameters"]["store"]);
    CHECK_FALSE(safe["hidden"].empty());
    CHECK(safe["parameters"]["suppress"] == "5");
    for (const Json& row : safe["by_reason"])
        if (!row["bounces"].is_null())
            CHECK(row["bounces"].get<int>() % 5 == 0);
    CHECK_FALSE(safe.contains("group_measures"));
}

TEST_CASE("the page and the spreadsheet come from the same report")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "20", "--as-of", "2026-11-22"}).code == cli::exitDone);
    const Answer html = runCli(bounces(store, {}, "html"));
    CHECK(html.code == cli::exitDone);
    CHECK(html.out.starts_with("<!DOCTYPE html>"));
    CHECK(html.out.find("Practice: every person in this report is made up.") != std::string::npos);
    CHECK(html.out.find("rounded to the nearest 5") != std::string::npos);
    const Answer csv = runCli(bounces(store, {"--bom", "--by", "area"}, "csv"));
    CHECK(csv.out.starts_with("\xef\xbb\xbf\"area\",\"label\",\"bounces\""));
}

TEST_CASE("what does not fit a report is one line that says what would, and no file is left")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "5"}).code == cli::exitDone);
    const auto refused = [&](const std::vector<std::string>& more, const std::string& says,
                             const std::string& format = "json") {
        const Answer answer = runCli(bounces(store, more, format));
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(answer.out.empty());
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(says) != std::string::npos);
    };
    refused({"--by", "colour"}, "--by: expected service, reason, month");
    refused({"--need", "both"}, "--need: expected mental_health, substance_use");
    refused({"--age-band", "old"}, "--age-band: expected under_18, 18_24");
    refused({"--suppress", "3"}, "--suppress: expected 5, 7 or none");
    refused({"--round", "10"}, "--round: expected 5 or none");
    refused({"--compare", "next"}, "--compare: expected previous");
    refused({"--bom"}, "--bom: is for --format csv only");
    refused({}, "--format: expected csv, json, html, xlsx or svg", "pdf");

    const std::string file = folder.file("report.json");
    const Answer odd = runCli({"report", "bounces", "--store", store, "--from", "2026-01-02", "--to", "2026-01-31",
                               "--format", "json", "--out", file});
    CHECK(odd.code == cli::exitWrong);
    CHECK(odd.err.find("--to: expected whole calendar months") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(runCli({"report", "bounces", "--store", store, "--from", "2026-02-01", "--to", "2026-01-31", "--format",
                  "json", "--out", file})
              .err.find("--to: expected a day on or after --from") != std::string::npos);
}
