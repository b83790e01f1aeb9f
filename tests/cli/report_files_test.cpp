#include "app/cases.h"
#include "app/people.h"
#include "app/store_setup.h"
#include "app/workers.h"
#include "cli/cli_world.h"
#include "cli/report_files.h"
#include "report/picture.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>

using namespace holdfast;
using namespace holdfast::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A practice store with a report of 2026 in it, and where files go.
struct Desk {
    TempFolder folder;
    std::string store = folder.file("practice.db");

    Desk()
    {
        REQUIRE(runCli({"demo", "--store", store, "--people", "8", "--as-of", "2026-11-22"}).code == cli::exitDone);
    }

    std::string file(const std::string& name) const { return folder.file(name); }

    Answer report(const std::vector<std::string>& more, Instant now = monday) const
    {
        std::vector<std::string> words{"report", "bounces", "--store", store};
        words.insert(words.end(), more.begin(), more.end());
        return runCli(words, now);
    }

    Answer write(const std::string& format, const std::string& out, const std::vector<std::string>& more = {},
                 Instant now = monday) const
    {
        std::vector<std::string> words{"--from", "2026-01-01", "--to", "2026-11-30", "--format", format, "--out", out};
        words.insert(words.end(), more.begin(), more.end());
        return report(words, now);
    }

    /// A year later.
    Answer rerun(const std::string& out) const
    {
        return runCli({"report", "rerun", out, "--store", store}, monday + std::chrono::days{365});
    }

    /// Besides the store and what it keeps beside itself.
    std::size_t files() const
    {
        const std::string own = fs::path{store}.filename().string();
        const fs::directory_iterator all{fs::path{store}.parent_path()};
        return static_cast<std::size_t>(std::count_if(begin(all), end(all), [&](const fs::directory_entry& entry) {
            return !entry.path().filename().string().starts_with(own);
        }));
    }
};

/// Help that was refused in October, written down two days later about somebody new.
void refuseLater(const std::string& store)
{
    const ManualClock clock{monday + std::chrono::days{9}};
    SystemRandom random;
    const auto workspace = app::openStore(store, {}, clock, random).value().workspace;
    app::Workers workers{*workspace};
    const auto choices = workers.signInChoices().value();
    const auto writer = std::ranges::find(choices, Role::keyworker, &Worker::role);
    REQUIRE(writer != choices.end());
    const auto session = workers.signIn(writer->id).value();
    Person person;
    person.givenName = "Ada";
    person.familyName = "Fenwick";
    person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    app::People people{*workspace};
    const auto saved = people.registerPerson(session, person, workspace->ids().make<CommandId>());
    REQUIRE(saved);
    app::RecordInput input;
    input.person = saved->id;
    input.command = workspace->ids().make<CommandId>();
    input.at = monday - std::chrono::days{40};
    input.body = event::Attempt{Need::mentalHealth, "gp", ReasonCode{"N16"}, session.worker.id, {}, {}};
    const auto recorded = app::Cases{*workspace}.record(session, input);
    INFO((recorded ? "" : recorded.error().where + recorded.error().detail));
    REQUIRE(recorded);
}

}  // namespace

TEST_CASE("a report counts the same again after more was recorded, and says which figures differ when one was changed")
{
    const Desk desk;
    const std::string json = desk.file("then.json");
    const std::string csv = desk.file("then.csv");
    const std::string html = desk.file("then.html");
    const Instant later = monday + std::chrono::days{8};  // silences ran out meanwhile, and nobody looked
    REQUIRE(desk.write("json", json, {"--suppress", "none", "--compare", "previous"}, later).code == cli::exitDone);
    REQUIRE(desk.write("csv", csv, {"--bom", "--by", "reason"}, later).code == cli::exitDone);
    REQUIRE(desk.write("html", html, {"--suppress", "none"}, later).code == cli::exitDone);
    refuseLater(desk.store);
    const std::string since = desk.file("since.json");
    REQUIRE(desk.write("json", since, {"--suppress", "none"}, monday + std::chrono::days{10}).code == cli::exitDone);
    REQUIRE(Json::parse(contentOf(since))["totals"] != Json::parse(contentOf(json))["totals"]);
    for (const std::string& file : {json, csv, html, since}) {
        const Answer again = desk.rerun(file);
        INFO(file << again.err << again.out);
        CHECK(again.code == cli::exitDone);
        CHECK(again.out.starts_with("The same: all "));
    }

    Json changed = Json::parse(contentOf(json));
    changed["totals"]["bounces"] = 1;
    changed["by_service"][0]["label"] = "Another name";
    write(json, changed.dump());
    const Answer other = desk.rerun(json);
    CHECK(other.code == cli::exitNo);
    CHECK(other.out.find("1 names or titles read otherwise now") != std::string::npos);
    CHECK(other.out.find("  /totals/bounces: 1 then, ") != std::string::npos);
    CHECK(other.err.empty());

    changed["parameters"]["events"] = "999999";
    write(json, changed.dump());
    CHECK(desk.rerun(json).out.find("are no longer in the store and cannot be counted.") != std::string::npos);
}

TEST_CASE("what cannot be counted again is one line that says why")
{
    const Desk desk;
    const auto refused = [&](const std::string& file, const std::string& says) {
        const Answer answer = desk.rerun(file);
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(answer.out.empty());
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(says) != std::string::npos);
    };
    const std::string file = desk.file("report.json");
    refused(file, "there is no such file");
    write(file, "{}");
    refused(file, "expected a report that Holdfast wrote");
    write(file, "%PDF-1.4");
    refused(file, "workbooks and PDF cannot be read back");
    REQUIRE(desk.write("json", file).code == cli::exitDone);
    Json json = Json::parse(contentOf(file));
    json["parameters"]["store"] = "another";
    write(file, json.dump());
    refused(file, "was made from another store");
    json["parameters"]["by"] = "colour";
    write(file, json.dump());
    refused(file, "--by: expected service");
    json["parameters"]["events"] = "many";
    write(file, json.dump());
    refused(file, "expected the number of an event");
    const std::string csv = desk.file("report.csv");
    REQUIRE(desk.write("csv", csv).code == cli::exitDone);
    fs::remove(csv + "-metadata.json");
    refused(csv, "report.csv-metadata.json: there is no such file");
    CHECK(runCli({"report", "rerun", "--store", desk.store}).err.find("needs the file of a report") !=
          std::string::npos);
    CHECK(runCli({"report", "rerun", csv, "--store", desk.store, "--by", "reason"}).code == cli::exitWrong);
}

TEST_CASE("a saved definition makes the report of the month that is over, under a name that says which")
{
    const Desk desk;
    const std::string definition = desk.file("monthly.json");
    write(definition, R"({"report": "bounces", "period": "last_month", "by": "reason", "format": "json",
                          "out": ")" +
                          desk.file("bounces-{period}.json") + R"("})");
    const Answer made = desk.report({"--definition", definition});
    INFO(made.err);
    REQUIRE(made.code == cli::exitDone);
    const Json json = Json::parse(contentOf(desk.file("bounces-2026-10.json")));
    CHECK(json["from"] == "2026-10-01");
    CHECK(json["to"] == "2026-10-31");
    CHECK(json["by"] == "reason");
    const Answer typed =
        desk.report({"--definition", definition, "--period", "last_quarter", "--by", "need", "--out", "-"});
    CHECK(Json::parse(typed.out)["from"] == "2026-07-01");
    CHECK(Json::parse(typed.out)["by"] == "need");

    const auto refused = [&](const std::vector<std::string>& more, const std::string& says) {
        const Answer answer = desk.report(more);
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(says) != std::string::npos);
    };
    refused({"--definition", desk.file("none.json")}, "there is no such file");
    refused({"--definition", definition, "--period", "next_month"}, "--period: expected last_month, last_quarter");
    refused({"--period", "last_month", "--from", "2026-01-01"}, "--period: says the days");
    refused({"--period", "last_month", "--out", "-"}, "--format: is missing");
    write(definition, R"({"report": "bounces", "periode": "last_month"})");
    refused({"--definition", definition}, "monthly.json: /periode");
}

TEST_CASE("pictures are files in a new folder, the workbook is one file, and a CSV has a file beside it that says how "
          "it was made")
{
    const Desk desk;
    const std::string folder = desk.file("pictures");
    REQUIRE(desk.write("svg", folder).code == cli::exitDone);
    std::size_t found = 0;
    for (const auto& entry : fs::directory_iterator{folder}) {
        const std::string svg = contentOf(entry.path().string());
        INFO(entry.path());
        CHECK(svg.find("role=\"img\"") != std::string::npos);
        CHECK(svg.find("Practice: every person in this report is made up.") != std::string::npos);
        ++found;
    }
    CHECK(found >= 4);
    CHECK(desk.write("svg", folder).code == cli::exitWrong);  // there is something in it
    CHECK(desk.write("svg", "-").code == cli::exitWrong);

    const std::string csv = desk.file("report.csv");
    REQUIRE(desk.write("csv", csv).code == cli::exitDone);
    const Json about = Json::parse(contentOf(csv + "-metadata.json"));
    CHECK(about["url"] == "report.csv");
    CHECK(about["parameters"]["suppress"] == "5");
    const std::size_t before = desk.files();
    REQUIRE(desk.write("xlsx", desk.file("report.xlsx")).code == cli::exitDone);
    CHECK(contentOf(desk.file("report.xlsx")).starts_with("PK"));
    CHECK(desk.files() == before + 1);
}

TEST_CASE(
    "where a file cannot be written each format says so in one line and leaves nothing, nor touches what was there")
{
    const Desk desk;
    const std::string old = desk.file("old");
    write(old, "what was there");
    fs::create_directory(desk.file("folder"));
    const std::size_t before = desk.files();
    const auto refused = [&](const std::string& format, const std::string& out, const std::string& says) {
        const Answer answer = desk.write(format, out);
        INFO(format << ' ' << answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(says) != std::string::npos);
        CHECK(desk.files() == before);
    };
    for (const char* format : {"csv", "xlsx"}) {
        refused(format, desk.file("missing/report"), "there is no such file or folder");
        refused(format, desk.file("folder"), "expected a file, found a folder");
    }
    refused("html", desk.file("missing/report"), "there is no such file or folder");
    refused("json", "/dev/full", "expected a file, found a device");
    refused("svg", old, "expected a new or an empty folder");

    CHECK(contentOf(old) == "what was there");
}

TEST_CASE("a disk that is full in mid-export leaves no half file, and what was there before as it was")
{
    const TempFolder folder;
    report::Document document;
    document.title = "Referral bounces";
    document.tables = {{"totals", "Totals", "", {{"key", "Key"}, {"value", "Value"}}, {}},
                       {"groups", "Groups", "", {{"key", "Key"}}, {}},
                       {"by_reason", "Reasons", "", {{"label", "Label"}, {"bounces", "Bounces"}}, {}}};
    for (int i = 0; i < 200; ++i)
        document.tables[2].rows.push_back({std::string(20, 'x'), std::int64_t{i}});
    const ManualClock clock{monday};
    SystemRandom random;
    std::ostringstream out;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit normal{};
    ::getrlimit(RLIMIT_FSIZE, &normal);
    for (const char* format : {"json", "html", "svg", "xlsx"}) {
        const std::string file = folder.file(std::string{"report."} + format);
        if (std::string_view{format} != "svg")
            write(file, "what was there");
        cli::Arguments arguments;
        arguments.options = {{"--format", format}, {"--out", file}};
        cli::Surroundings around{clock, random, out, out};
        const rlimit tight{500, normal.rlim_max};  // no file may grow past this
        ::setrlimit(RLIMIT_FSIZE, &tight);
        const auto written = cli::writeReport(document, arguments, around);
        ::setrlimit(RLIMIT_FSIZE, &normal);
        INFO(format);
        REQUIRE_FALSE(written);
        if (std::string_view{format} != "xlsx")
            CHECK(written.error().code == ErrorCode::diskFull);
        if (std::string_view{format} != "svg")
            CHECK(contentOf(file) == "what was there");
        for (const auto& entry : fs::directory_iterator{fs::path{file}.parent_path()}) {
            INFO(entry.path());
            CHECK((entry.path().extension() == ".json" || entry.path().extension() == ".html" ||
                   entry.path().extension() == ".xlsx"));
        }
    }
}

TEST_CASE("what only the program with its screens can paint is refused without them, and written by them")
{
    const TempFolder folder;
    report::Document document;
    document.tables = {{"by_reason", "Reasons", "", {{"label", "Label"}, {"bounces", "Bounces"}}, {}}};
    document.tables[0].rows.push_back({std::string{"Too complex"}, std::int64_t{5}});
    const ManualClock clock{monday};
    SystemRandom random;
    std::ostringstream out;
    cli::Arguments arguments;
    arguments.options = {{"--format", "png"}, {"--out", folder.file("pictures")}};
    cli::Surroundings around{clock, random, out, out};
    CHECK_FALSE(cli::knownFormat(arguments, around));
    around.paintPng = [](const report::Drawing& drawing) -> Result<std::string> {
        return std::string{drawing.shapes.empty() ? "nothing" : "a picture"};
    };
    around.writePdf = [](const report::Document&, const std::vector<report::Picture>& pictures) -> Result<std::string> {
        return std::to_string(pictures.size()) + " pictures";
    };
    REQUIRE(cli::knownFormat(arguments, around));
    REQUIRE(cli::writeReport(document, arguments, around));
    CHECK(contentOf(folder.file("pictures/reasons.png")) == "a picture");
    arguments.options = {{"--format", "pdf"}, {"--out", folder.file("report.pdf")}};
    REQUIRE(cli::knownFormat(arguments, around));
    REQUIRE(cli::writeReport(document, arguments, around));
    CHECK(contentOf(folder.file("report.pdf")) == "1 pictures");
}
