#include "exchange/calendar_reader.h"
#include "exchange/shipped.h"

using namespace holdfast;

namespace {

std::string calendar(const std::string& days)
{
    return R"({"id": "x", "title": "x", "version": "1", "special_days": [)" + days + "]}";
}

}  // namespace

TEST_CASE("the shipped calendar holds the special days of England")
{
    const auto special = exchange::readCalendar(exchange::shippedCalendar());
    REQUIRE(special);
    const WorkingDays days{*special};
    for (const char* holiday :
         {"1995-05-08", "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04", "2012-06-05",
          "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-01", "2023-05-08"}) {
        INFO(holiday);
        CHECK(days.isBankHoliday(*parseDate(holiday)));
    }
    for (const char* workingDay :
         {"1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30", "2024-05-08"}) {
        INFO(workingDay);
        CHECK(days.isWorkingDay(*parseDate(workingDay)));
    }
}

TEST_CASE("every special day that is taken away was a computed bank holiday, and every one added was not")
{
    const WorkingDays computed;
    const auto special = exchange::readCalendar(exchange::shippedCalendar());
    REQUIRE_FALSE(special->empty());
    for (const SpecialDay& day : *special) {
        INFO(formatDate(day.date));
        CHECK(computed.isBankHoliday(day.date) == !day.holiday);
    }
}

TEST_CASE("a mistake in a calendar names its place")
{
    using exchange::readCalendar;
    CHECK(readCalendar(calendar("")).value().empty());
    CHECK(readCalendar(calendar(R"({"date": "2026-02-29", "holiday": true, "name": "x"})")).error().where ==
          "/special_days/0/date");
    CHECK(readCalendar(calendar(R"({"date": "2026-02-28", "holiday": 1, "name": "x"})")).error().where ==
          "/special_days/0/holiday");
    CHECK(readCalendar(calendar(R"({"date": "2026-02-28", "holiday": true})")).error().where == "/special_days/0/name");
    CHECK(readCalendar(calendar(R"({"date": "2026-02-28", "holiday": true, "name": "x", "why": 1})")).error().where ==
          "/special_days/0/why");
    CHECK(
        readCalendar(
            calendar(
                R"({"date": "2026-02-28", "holiday": true, "name": "x"}, {"date": "2026-02-28", "holiday": true, "name": "x"})"))
            .error()
            .where == "/special_days/1/date");
    CHECK(readCalendar("[]").error().where.empty());
    CHECK(readCalendar(R"({"id": "x", "title": "x", "special_days": []})").error().where == "/version");
}
