#include "exchange/report_origin.h"

#include "exchange/document_files.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace holdfast;
using exchange::ReadableReport;
using report::Document;
using report::Table;

namespace {

Document made(int bounces)
{
    Document document;
    document.title = "Referral bounces";
    document.subtitle = "2026-01-01 to 2026-03-31";
    document.parameters = {{"from", "2026-01-01"}, {"to", "2026-03-31"}, {"by", "service"},
                           {"team", "A & <B>"},    {"suppress", "5"},    {"round", "5"},
                           {"store", "s1"},        {"events", "77"},     {"data_as_of", "2026-04-01T00:00:00Z"},
                           {"policy", "england 1"}};
    document.caveats = {"Keep it in mind."};
    Table totals{"totals", "Totals", "", {{"key", "Key"}, {"value", "Value", report::ColumnKind::decimal}}, {}};
    totals.rows = {{std::string{"bounces"}, std::int64_t{bounces}}};
    Table groups{"groups", "By service", "", {{"key", "Key"}, {"label", "Name"}}, {}};
    for (const char* key : {"legs_sent", "bounces", "never", "handover", "soft", "people", "days_lost_median",
                            "challenged", "overturned", "went_well", "held_both", "common_reason"})
        groups.columns.push_back({key, key, report::ColumnKind::count});
    std::vector<report::Cell> row{std::string{"cmht"}, std::string{"The CMHT"}};
    row.resize(groups.columns.size(), report::Cell{std::int64_t{5}});
    row[3] = std::int64_t{bounces};
    row[4] = report::Hidden{};
    groups.rows = {row};
    document.tables = {totals, groups};
    return document;
}

std::string fileOf(const Document& document, ReadableReport kind)
{
    switch (kind) {
    case ReadableReport::json: return exchange::writeDocumentJson(document);
    case ReadableReport::csv: return exchange::writeDocumentCsv(document, true);
    case ReadableReport::html: return exchange::writeDocumentHtml(document);
    }
    return {};
}

constexpr std::array kinds{ReadableReport::json, ReadableReport::csv, ReadableReport::html};

}  // namespace

TEST_CASE("a report says how it was made, in every kind of file that can be read back")
{
    const Document document = made(10);
    for (const ReadableReport kind : kinds) {
        const std::string file = fileOf(document, kind);
        CHECK(exchange::kindOfReport(file) == kind);
        const std::string about =
            kind == ReadableReport::csv ? exchange::writeCsvMetadata(document, "bounces.csv", file) : file;
        const auto read = exchange::reportParameters(kind, about);
        INFO((read ? "" : read.error().detail));
        REQUIRE(read);
        for (const auto& [key, value] : document.parameters) {
            INFO(key);
            CHECK(read->at(key) == value);
        }
    }
}

TEST_CASE("the file beside a CSV names its columns, its caveats and itself")
{
    const Document document = made(10);
    const auto json = nlohmann::json::parse(
        exchange::writeCsvMetadata(document, "bounces.csv", exchange::writeDocumentCsv(document, false)));
    CHECK(json["@context"] == "http://www.w3.org/ns/csvw");
    CHECK(json["url"] == "bounces.csv");
    CHECK(json["rdfs:comment"][0] == "Keep it in mind.");
    CHECK(json["tableSchema"]["columns"][0]["titles"] == "service");
    CHECK(json["tableSchema"]["columns"].size() == 14);
    CHECK(exchange::csvMetadataName("a/b.csv") == "a/b.csv-metadata.json");
}

TEST_CASE("the same figures compare as the same, and one that differs is named with both values")
{
    for (const ReadableReport kind : kinds) {
        const std::string then = fileOf(made(10), kind);
        Document renamed = made(10);
        renamed.tables[1].rows[0][1] = std::string{"Another name"};
        renamed.parameters.back().second = "england 2";
        auto found = exchange::compareReports(kind, then, fileOf(renamed, kind));
        REQUIRE(found);
        CHECK(found->differing.empty());
        CHECK(found->figures > 5);
        CHECK(found->words == (kind == ReadableReport::html ? 0 : 1));
        found = exchange::compareReports(kind, then, fileOf(made(15), kind));
        REQUIRE(found);
        REQUIRE(found->differing.size() == 2);
        CHECK(found->differing[0].then == "10");
        CHECK(found->differing[0].now == "15");
        Document longer = made(10);
        longer.tables[1].rows.push_back(longer.tables[1].rows.front());
        CHECK_FALSE(exchange::compareReports(kind, then, fileOf(longer, kind))->differing.empty());
    }
}

TEST_CASE("what is no report of ours is refused, whatever it is")
{
    for (const char* text :
         {"", "{", "{}", "[]", R"({"parameters": 3})", R"({"parameters": {"from": "x"}})", "a,b\r\n"})
        CHECK_FALSE(exchange::reportParameters(ReadableReport::json, text));
    CHECK_FALSE(exchange::reportParameters(ReadableReport::html, "<!DOCTYPE html><dt>from</dt><dd>"));
    CHECK_FALSE(exchange::reportParameters(ReadableReport::json, std::string(100'000, '[')));
}
