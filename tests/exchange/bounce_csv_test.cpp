#include "exchange/bounce_csv.h"

#include "report/bounce_rows.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using report::GroupBy;

TEST_CASE("the table by service is a header, its rows and the totals")
{
    auto made = report::bounceReport(summer(), someBounces(), {});
    addLegsSent(made, {{"cmht", "The cmht", 12}});
    made.wentWell = 4;
    made.heldBoth = 3;
    made.groups.front().wentWell = 4;
    made.groups.front().heldBoth = 3;

    CHECK(exchange::writeBounceCsv(made) ==
          R"("service","label","legs_sent","bounces","never","handover","soft","people","days_lost_median",)"
          R"("challenged","overturned","common_reason","went_well","held_both")"
          "\r\n"
          "\"cmht\",\"The cmht\",12,3,2,1,0,3,20,2,1,\"N02\",4,3\r\n"
          "\"lantern\",\"The lantern\",0,2,1,0,1,2,6.5,1,1,\"N05\",0,0\r\n"
          "\"gp\",\"The gp\",0,1,0,0,1,1,0,0,0,\"S01\",0,0\r\n"
          "\"total\",\"\",12,6,3,1,2,3,9,3,2,\"N02\",4,3\r\n");
}

TEST_CASE("tables by reason and month say so in their header, and an unknown median is an empty cell")
{
    const auto byMonth = exchange::writeBounceCsv(report::bounceReport(summer(GroupBy::month), someBounces(), {}));

    CHECK(byMonth.starts_with(R"("month","label","bounces","never",)"));
    CHECK(byMonth.find("\"2025-08\",\"2025-08\",0,0,0,0,0,,0,0,\"\"\r\n") != std::string::npos);
    CHECK(exchange::writeBounceCsv(report::bounceReport(summer(GroupBy::reason), {}, {})) ==
          R"("reason","label","bounces","never","handover","soft","people","days_lost_median",)"
          R"("challenged","overturned","common_reason")"
          "\r\n"
          "\"total\",\"\",0,0,0,0,0,,0,0,\"\"\r\n");
}

TEST_CASE("no name can break the table or become a formula")
{
    const struct {
        const char* name;
        const char* cell;
    } cases[] = {
        {"Wrenfield, \"North\"", "\"Wrenfield, \"\"North\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"=1+1", "\"'=1+1\""},
        {"+44 1632", "\"'+44 1632\""},
        {"-1", "\"'-1\""},
        {"@sum", "\"'@sum\""},
        {"  =1", "\"'  =1\""},
        {"\xc2\xa0=1", "\"'\xc2\xa0=1\""},
        {"\xef\xbc\x9d"
         "1",
         "\"'\xef\xbc\x9d"
         "1\""},
        {"safe\n=1", "\"safe\n'=1\""},
        {"\t=1", "\"'\t=1\""},
        {"Lantern-North", "\"Lantern-North\""},
        {"Żółw é", "\"Żółw é\""},
    };
    for (const auto& row : cases) {
        INFO(row.name);
        auto bounce = bounceOn("2025-07-01", "cmht", "N02", "p1", 1);
        bounce.serviceName = row.name;
        const std::string csv = exchange::writeBounceCsv(report::bounceReport(summer(), {bounce}, {}));
        CHECK(csv.find("\r\n\"cmht\"," + std::string{row.cell} + ",0,1,") != std::string::npos);
    }
}
