#include "domain/calendar.h"

using namespace holdfast;
using namespace std::chrono;

namespace {

Instant at(const char* text)
{
    return parseInstant(text).value();
}

Date on(const char* text)
{
    return parseDate(text).value();
}

std::vector<std::string> holidaysOf(int y)
{
    std::vector<std::string> texts;
    for (const Date date : computedBankHolidays(year{y}))
        texts.push_back(formatDate(date));
    return texts;
}

}  // namespace

TEST_CASE("England's bank holidays are those of the published lists")
{
    using List = std::vector<std::string>;
    CHECK(holidaysOf(2024) == List{"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
                                   "2024-12-25", "2024-12-26"});
    CHECK(holidaysOf(2025) == List{"2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25",
                                   "2025-12-25", "2025-12-26"});
    CHECK(holidaysOf(2026) == List{"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
                                   "2026-12-25", "2026-12-28"});
    CHECK(holidaysOf(2027) == List{"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
                                   "2027-12-27", "2027-12-28"});
}

TEST_CASE("a holiday on a weekend has its substitute day")
{
    CHECK(holidaysOf(2021).at(6) == "2021-12-27");  // Christmas on a Saturday
    CHECK(holidaysOf(2021).at(7) == "2021-12-28");
    CHECK(holidaysOf(2022).at(0) == "2022-01-03");  // New Year on a Saturday
    CHECK(holidaysOf(2022).at(6) == "2022-12-26");  // Christmas on a Sunday
    CHECK(holidaysOf(2022).at(7) == "2022-12-27");
    CHECK(holidaysOf(2023).at(0) == "2023-01-02");  // New Year on a Sunday
    CHECK(holidaysOf(2020).at(7) == "2020-12-28");  // Boxing Day on a Saturday
}

TEST_CASE("Easter is where the almanac has it")
{
    for (const char* monday : {"1994-04-04", "2000-04-24", "2008-03-24", "2011-04-25", "2019-04-22", "2038-04-26",
                               "2057-04-23", "2076-04-20"})
        CHECK(WorkingDays{}.isBankHoliday(on(monday)));
}

TEST_CASE("special days are added and taken away")
{
    const WorkingDays plain;
    const WorkingDays days{{{on("2020-05-04"), false, "moved"}, {on("2020-05-08"), true, "VE Day"}}};
    CHECK(plain.isBankHoliday(on("2020-05-04")));
    CHECK_FALSE(plain.isBankHoliday(on("2020-05-08")));
    CHECK_FALSE(days.isBankHoliday(on("2020-05-04")));
    CHECK(days.isWorkingDay(on("2020-05-04")));
    CHECK(days.isBankHoliday(on("2020-05-08")));
    CHECK_FALSE(days.isWorkingDay(on("2020-05-08")));
    CHECK_FALSE(plain == days);
}

TEST_CASE("a special day that is a holiday already, or on a weekend, changes nothing")
{
    const WorkingDays days{{{on("2026-12-25"), true, "again"},
                            {on("2026-12-25"), true, "and again"},
                            {on("2026-11-21"), true, "Saturday"}}};
    CHECK(days.due(at("2026-12-24T09:00:00Z"), 1) == WorkingDays{}.due(at("2026-12-24T09:00:00Z"), 1));
    CHECK(days.due(at("2026-11-20T09:00:00Z"), 1) == at("2026-11-23T17:00:00Z"));
}

TEST_CASE("working days are due at 17:00 London on the nth day after")
{
    const WorkingDays days;
    CHECK(days.due(at("2026-03-02T10:00:00Z"), 1) == at("2026-03-03T17:00:00Z"));
    CHECK(days.due(at("2026-03-06T10:00:00Z"), 1) == at("2026-03-09T17:00:00Z"));  // over a weekend
    CHECK(days.due(at("2026-03-07T10:00:00Z"), 1) == at("2026-03-09T17:00:00Z"));  // from a Saturday
    CHECK(days.due(at("2026-03-27T10:00:00Z"), 1) == at("2026-03-30T16:00:00Z"));  // into summer time
    CHECK(days.due(at("2026-04-02T10:00:00Z"), 1) == at("2026-04-07T16:00:00Z"));  // over Easter
    CHECK(days.due(at("2026-12-24T10:00:00Z"), 2) == at("2026-12-30T17:00:00Z"));  // over Christmas
    CHECK(days.due(at("2026-03-09T09:00:00Z"), 10) == at("2026-03-23T17:00:00Z"));
}

TEST_CASE("the day an event falls on is London's, not UTC's")
{
    const WorkingDays days;
    CHECK(days.due(at("2026-07-01T23:30:00Z"), 1) == at("2026-07-03T16:00:00Z"));
    CHECK(days.due(at("2026-07-01T22:30:00Z"), 1) == at("2026-07-02T16:00:00Z"));
}

TEST_CASE("due and between agree with counting day by day")
{
    const WorkingDays days;
    const Instant from = at("2025-12-19T12:00:00Z");
    int counted = 0;
    for (Date date = on("2025-12-20"); date < on("2027-02-01"); date += std::chrono::days{1}) {
        if (days.isWorkingDay(date)) {
            ++counted;
            REQUIRE(days.due(from, counted) == londonInstant(date, hours{17}));
        }
        REQUIRE(days.between(from, Instant{date} + hours{12}) == counted);
        REQUIRE(days.between(Instant{date} + hours{12}, from) == -counted);
    }
    CHECK(counted > 270);
}

TEST_CASE("dates at and beyond the ends of the tables are answered")
{
    const WorkingDays days;
    CHECK(days.due(at("1850-01-01T00:00:00Z"), 1) == at("1850-01-02T17:00:00Z"));
    CHECK(days.due(at("1969-12-31T12:00:00Z"), 1) == at("1970-01-02T17:00:00Z"));
    CHECK(days.due(at("1969-06-30T12:00:00Z"), 1) == at("1969-07-01T16:00:00Z"));
    CHECK(days.due(at("2200-12-31T12:00:00Z"), 400) == londonInstant(Date{year{2201} / December / 31}, hours{17}));
    CHECK(days.due(instantFromMillis(INT64_C(9999999999999)), 5) ==
          londonInstant(Date{year{2201} / December / 31}, hours{17}));
    CHECK(days.between(instantFromMillis(INT64_C(-9999999999999)), at("1850-01-03T12:00:00Z")) == 2);
}
