#include "exchange/document_files.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace holdfast;
using report::Document;
using report::Table;

namespace {

/// A report by service with text that wants to be a formula, a tag, or the end of a cell.
Document hostile()
{
    Document document;
    document.title = "Referral bounces";
    document.subtitle = "2026-01-01 to 2026-03-31";
    document.parameters = {{"from", "2026-01-01"},
                           {"to", "2026-03-31"},
                           {"by", "service"},
                           {"service", ""},
                           {"need", ""},
                           {"data_as_of", "2026-04-01T00:00:00Z"},
                           {"policy", "england 2026.1"}};
    document.caveats = {"Do not pass <this> on."};
    Table totals{"totals", "Totals", "", {{"key", "Key"}, {"value", "Value"}}, {}};
    totals.rows = {{std::string{"bounces"}, std::int64_t{12}}, {std::string{"soft"}, report::Hidden{}}};
    Table groups{"groups",
                 "By service",
                 "",
                 {{"key", "Key"},
                  {"label", "Name"},
                  {"legs_sent", "Sent"},
                  {"bounces", "Bounces", report::ColumnKind::count},
                  {"never", "Never"},
                  {"handover", "Hand over"},
                  {"soft", "Soft"},
                  {"people", "People"},
                  {"days_lost_median", "Days", report::ColumnKind::decimal},
                  {"challenged", "Challenged"},
                  {"overturned", "Overturned"},
                  {"went_well", "Well"},
                  {"held_both", "Both"},
                  {"common_reason", "Reason"}},
                 {}};
    for (const char* name : {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "a\n=b", "He said \"no\", twice",
                             "<script>alert(1)</script>",
                             "\xef\xbc\x9d"
                             "1+1"})
        groups.rows.push_back({std::string{"cmht"}, std::string{name}, std::int64_t{3}, std::int64_t{10},
                               report::Hidden{}, std::int64_t{0}, report::Hidden{}, std::int64_t{5}, 7.5,
                               std::int64_t{0}, std::int64_t{0}, std::int64_t{1}, std::int64_t{0}, report::Cell{}});
    document.tables = {totals, groups};
    return document;
}

}  // namespace

TEST_CASE("no cell of the CSV can run as a formula, and quotes and commas stay inside their cell")
{
    const std::string csv = exchange::writeDocumentCsv(hostile(), false);
    CHECK(csv.starts_with("\"service\",\"label\",\"legs_sent\",\"bounces\",\"never\",\"handover\",\"soft\",\"people\","
                          "\"days_lost_median\",\"challenged\",\"overturned\",\"common_reason\",\"went_well\","
                          "\"held_both\"\r\n"));
    CHECK(csv.find("\"'=HYPERLINK(\"\"x\"\")\",3,10,\"*\",0,\"*\",5,7.5,0,0,,1,0\r\n") != std::string::npos);
    for (const char* safe : {"\"'+1\"", "\"'-1\"", "\"'@SUM(A1)\"", "\"'\tx\"", "\"a\n'=b\"",
                             "\"'\xef\xbc\x9d"
                             "1+1\"",
                             "\"He said \"\"no\"\", twice\""})
        CHECK(csv.find(safe) != std::string::npos);
    CHECK(csv.find("\"total\",\"\",,12,,,\"*\"") != std::string::npos);
    CHECK(exchange::writeDocumentCsv(hostile(), true) == "\xef\xbb\xbf" + csv);
}

TEST_CASE("the JSON keeps its first keys where they were and says where something is hidden")
{
    const auto json = nlohmann::json::parse(exchange::writeDocumentJson(hostile()));
    CHECK(json["report"] == "bounces");
    CHECK(json["version"] == 1);
    CHECK(json["service"].is_null());
    CHECK(json["policy"]["version"] == "2026.1");
    CHECK(json["totals"]["bounces"] == 12);
    CHECK(json["totals"]["soft"].is_null());
    CHECK(json["groups"][0]["days_lost_median"] == 7.5);
    CHECK(json["groups"][0]["common_reason"].is_null());
    CHECK(json["hidden"][0] == "/totals/soft");
    CHECK(json["hidden"][1] == "/groups/0/never");
    CHECK(json["caveats"].size() == 1);
    CHECK(json["parameters"]["by"] == "service");
}

TEST_CASE("the page is plain text in elements, with a caption, heads of columns and rows, and every caveat")
{
    const std::string html = exchange::writeDocumentHtml(hostile());
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(html.find("<html lang=\"en-GB\">") != std::string::npos);
    CHECK(html.find("<caption>By service</caption>") != std::string::npos);
    CHECK(html.find("<th scope=\"col\">Bounces</th>") != std::string::npos);
    CHECK(html.find("<th scope=\"row\">cmht</th>") != std::string::npos);
    CHECK(html.find("Do not pass &lt;this&gt; on.") != std::string::npos);
    CHECK(html.find("<a href=\"#groups\">") != std::string::npos);
}
