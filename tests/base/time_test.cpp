#include "base/time.h"

using namespace holdfast;

TEST_CASE("instants have one text form and come back from it")
{
    const auto instant = parseInstant("2026-03-02T10:00:00Z");
    REQUIRE(instant);
    CHECK(formatInstant(*instant) == "2026-03-02T10:00:00Z");
    CHECK(toMillis(*parseInstant("1970-01-01T00:00:01.250Z")) == 1250);
}

TEST_CASE("impossible or foreign instants are refused")
{
    for (const char* text :
         {"2026-02-29T10:00:00Z", "2026-03-02T24:00:00Z", "2026-03-02T10:00:00", "2026-03-02 10:00:00Z",
          "2026-3-02T10:00:00Z", "2026-03-02T10:00:60Z", "2026-03-02T10:00:00.1Z", "1849-01-01T00:00:00Z", ""})
        CHECK_FALSE(parseInstant(text));
    CHECK_FALSE(parseDate("02/03/2026"));
    CHECK_FALSE(parseDate("2026-13-01"));
}

TEST_CASE("ages are counted as people count them")
{
    const Date leap = *parseDate("2008-02-29");
    CHECK(yearsBetween(leap, *parseDate("2026-02-28")) == 17);
    CHECK(yearsBetween(leap, *parseDate("2026-03-01")) == 18);
    CHECK(yearsBetween(*parseDate("1984-05-06"), *parseDate("2026-05-06")) == 42);
}

TEST_CASE("months are added without inventing days")
{
    CHECK(formatDate(addMonths(*parseDate("2026-08-31"), 6)) == "2027-02-28");
    CHECK(formatDate(addMonths(*parseDate("2026-03-31"), -1)) == "2026-02-28");
}
