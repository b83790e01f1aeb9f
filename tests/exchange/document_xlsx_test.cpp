#include "exchange/document_files.h"
#include "exchange/text_count.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

using namespace holdfast;
using report::Cell;
using report::ColumnKind;
using report::Document;
using report::Hidden;
using report::Table;

namespace {

Table tableOf(std::string id, std::vector<report::Column> columns, std::vector<std::vector<Cell>> rows)
{
    return {id, "Title of " + id, "A note.", std::move(columns), std::move(rows)};
}

Cell words(const char* text)
{
    return std::string{text};
}

Document document()
{
    Document made;
    made.title = "Referral bounces";
    made.subtitle = "2026-01-01 to 2026-03-31";
    made.caveats = {"Counts from 1 to 4 are shown as *.", "=Keep+it in mind."};
    made.parameters = {
        {"from", "2026-01-01"}, {"team", "=team()"}, {"events", "77"}, {"data_as_of", "2026-04-01T08:30:00Z"}};
    made.tables = {
        tableOf("by_reason", {{"key", "Key"}, {"label", "Name"}, {"bounces", "Bounces", ColumnKind::count}},
                {{words("=cmd|' /C calc'!A0"), words("@SUM(A1)"), std::int64_t{35}},
                 {words("N02"), words("-1+1"), Cell{Hidden{}}}}),
        tableOf("trend",
                {{"month", "Month"}, {"bounces", "Bounces", ColumnKind::count}, {"mean", "Mean", ColumnKind::decimal}},
                {{words("2026-01"), std::int64_t{20}, 15.5}, {words("2026-02"), std::int64_t{10}, 15.5}}),
        tableOf("definitions", {{"id", "Id"}, {"day", "Id"}},
                {{words("bounces.all"), Date{std::chrono::year{2026} / 2 / 3}}}),
        tableOf("waiting", {{"need", "Need"}}, {}),
    };
    return made;
}

/// Every part of the workbook as text, by another program than the one that wrote it; empty where there is none.
std::string partsOf(const std::string& bytes)
{
    const test::TempFolder folder;
    const std::string file = folder.file("report.xlsx");
    std::ofstream{file, std::ios::binary} << bytes;
    const std::string command =
        "python3 -c \"import zipfile, sys\nfor name in zipfile.ZipFile(sys.argv[1]).namelist():\n"
        " print('== ' + name)\n print(zipfile.ZipFile(sys.argv[1]).read(name).decode())\" '" +
        file + "' 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{::popen(command.c_str(), "r"), ::pclose};
    std::string text;
    for (int c = pipe ? std::fgetc(pipe.get()) : EOF; c != EOF; c = std::fgetc(pipe.get()))
        text += static_cast<char>(c);
    return text;
}

}  // namespace

TEST_CASE("a workbook has a cover, charts, a real table for each table, and every figure on a line of its own")
{
    const test::TempFolder folder;
    const std::string aside = folder.file("report.making");
    const auto made = exchange::writeDocumentXlsx(document(), aside);
    REQUIRE(made);
    CHECK(made->starts_with("PK"));
    CHECK_FALSE(std::filesystem::exists(aside));
    CHECK(std::filesystem::is_empty(std::filesystem::path{aside}.parent_path()));
    const std::string parts = partsOf(*made);
    if (parts.empty())
        SKIP("python3 is not installed");
    for (const char* sheet :
         {"Report", "Charts", "Chart data", "By reason", "Trend", "Definitions", "Waiting", "Data"}) {
        INFO(sheet);
        CHECK(parts.find("<sheet name=\"" + std::string{sheet} + "\"") != std::string::npos);
    }
    CHECK(test::occurrences(parts, "== xl/tables/table") == 4);  // none for a table without rows
    CHECK(test::occurrences(parts, "== xl/charts/chart") == 2);
    CHECK(parts.find("descr=\"Bars, longest first") != std::string::npos);
    CHECK(test::occurrences(parts, "<oddFooter>&amp;LCounts from 1 to 4 are shown as *.") == 8);
    // 3 February 2026 and the months are numbers of days, not words; the hidden count is a star and no number.
    CHECK(parts.find("<v>46056</v>") != std::string::npos);
    CHECK(test::occurrences(parts, "<v>46023</v>") >= 2);
    CHECK(parts.find("<t>*</t>") != std::string::npos);
    CHECK(parts.find("2026-04-01T08:30:00Z</dcterms:created>") != std::string::npos);
}

TEST_CASE("no cell of the workbook can run as a formula, nor become one when somebody edits it")
{
    const test::TempFolder folder;
    const auto made = exchange::writeDocumentXlsx(document(), folder.file("report.making"));
    REQUIRE(made);
    const std::string parts = partsOf(*made);
    if (parts.empty())
        SKIP("python3 is not installed");
    const std::string sheets = parts.substr(0, parts.find("== xl/charts"));
    CHECK(test::occurrences(sheets, "<f>") == 0);
    for (const char* safe : {"<t>'=cmd|' /C calc'!A0</t>", "<t>'@SUM(A1)</t>", "<t>'-1+1</t>", "<t>'=team()</t>",
                             "<t>'=Keep+it in mind.</t>"}) {
        INFO(safe);
        CHECK(parts.find(safe) != std::string::npos);
    }
    CHECK(parts.find("<t>=") == std::string::npos);
}

TEST_CASE("where a workbook cannot grow it says so, and leaves nothing")
{
    const test::TempFolder folder;
    const auto nowhere = exchange::writeDocumentXlsx(document(), folder.file("missing/report.making"));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == ErrorCode::notFound);
    const auto device = exchange::writeDocumentXlsx(document(), "/dev/full");
    REQUIRE_FALSE(device);
    CHECK(std::filesystem::exists("/dev/full"));
    const std::string kept = folder.file("kept");
    std::filesystem::create_directory(kept);
    CHECK_FALSE(exchange::writeDocumentXlsx(document(), kept));
    CHECK(std::filesystem::exists(kept));  // only what it made itself is taken away
}
