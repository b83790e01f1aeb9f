#include "exchange/report_definition.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using exchange::Period;
using exchange::periodNamed;

namespace {

Date day(const char* text)
{
    return parseDate(text).value();
}

}  // namespace

TEST_CASE("a period that moves on is of whole months that are over")
{
    const Date today = day("2026-11-23");
    CHECK(periodNamed("last_month", today) == Period{day("2026-10-01"), day("2026-10-31")});
    CHECK(periodNamed("last_quarter", today) == Period{day("2026-07-01"), day("2026-09-30")});
    CHECK(periodNamed("last_12_months", today) == Period{day("2025-11-01"), day("2026-10-31")});
    CHECK(periodNamed("last_year", today) == Period{day("2025-01-01"), day("2025-12-31")});
    CHECK(periodNamed("last_financial_year", today) == Period{day("2025-04-01"), day("2026-03-31")});
    const Date first = day("2026-01-01");
    CHECK(periodNamed("last_month", first) == Period{day("2025-12-01"), day("2025-12-31")});
    CHECK(periodNamed("last_quarter", first) == Period{day("2025-10-01"), day("2025-12-31")});
    CHECK(periodNamed("last_financial_year", first) == Period{day("2024-04-01"), day("2025-03-31")});
    CHECK(periodNamed("last_month", day("2028-03-31")) == Period{day("2028-02-01"), day("2028-02-29")});
    CHECK_FALSE(periodNamed("this_month", today));
}

TEST_CASE("the name of a file says its period")
{
    const Period month{day("2026-10-01"), day("2026-10-31")};
    CHECK(exchange::withPeriod("b-{period}.html", month) == "b-2026-10.html");
    CHECK(exchange::withPeriod("{from}/{to}", month) == "2026-10-01/2026-10-31");
    CHECK(exchange::withPeriod("b-{period}", {day("2026-07-01"), day("2026-09-30")}) == "b-2026-07_2026-09");
    CHECK(exchange::withPeriod("{other}", month) == "{other}");
}

TEST_CASE("a definition is options under the names of the command line, and anything else is refused by its place")
{
    const auto read = exchange::readReportDefinition(
        R"({"report": "bounces", "period": "last_month", "by": "reason", "age_band": "18_24", "bom": true})");
    REQUIRE(read);
    CHECK(*read == std::map<std::string, std::string>{
                       {"--period", "last_month"}, {"--by", "reason"}, {"--age-band", "18_24"}, {"--bom", ""}});
    CHECK(exchange::readReportDefinition(R"({"by": "reason"})").error().where == "/report");
    CHECK(exchange::readReportDefinition(R"({"report": "waits"})").error().where == "/report");
    CHECK(exchange::readReportDefinition(R"({"report": "bounces", "store": "x"})").error().where == "/store");
    CHECK(exchange::readReportDefinition(R"({"report": "bounces", "by": 3})").error().where == "/by");
    CHECK_FALSE(exchange::readReportDefinition("[]"));
    CHECK_FALSE(exchange::readReportDefinition("{"));
}
