#include "domain/opening_hours.h"

using namespace holdfast;

TEST_CASE("opening hours come back as they were written")
{
    for (const char* text : {"mon-fri 09:00-17:00", "wed 17:00-20:00", "sat-mon 00:00-24:00"}) {
        const auto hours = parseOpeningHours(text);
        REQUIRE(hours);
        CHECK(formatOpeningHours(*hours) == text);
    }
}

TEST_CASE("opening hours that cannot be are refused")
{
    for (const char* text :
         {"", "mon", "mon 9:00-17:00", "mon 17:00-09:00", "mon 09:00-24:01", "mon 09:60-10:00", "moon 09:00-17:00",
          "mon-fri 09:00", "Mon 09:00-17:00", "mon  09:00-17:00", "mon 09:00-09:00"})
        CHECK_FALSE(parseOpeningHours(text));
}

TEST_CASE("work and opening hours overlap or they do not")
{
    const auto open = *parseOpeningHours("mon-fri 09:00-17:00");
    CHECK(overlap(open, *parseOpeningHours("fri 16:59-20:00")));
    CHECK_FALSE(overlap(open, *parseOpeningHours("fri 17:00-20:00")));
    CHECK_FALSE(overlap(open, *parseOpeningHours("sat-sun 10:00-12:00")));
    CHECK(overlap(open, *parseOpeningHours("sun-mon 10:00-12:00")));
}

TEST_CASE("working hours may be several shifts, and one may end the next day")
{
    const auto shifts = parseWorkHours("mon-fri 06:00-14:00, sat 08:00-12:00");
    REQUIRE(shifts);
    CHECK(formatHours(*shifts) == "mon-fri 06:00-14:00, sat 08:00-12:00");
    CHECK(formatHours(*parseWorkHours("mon-fri 22:00-06:00")) == "mon-fri 22:00-24:00, tue-sat 00:00-06:00");
    CHECK(formatHours(*parseWorkHours("sun 22:00-06:00; wed 09:00-17:00")) ==
          "sun 22:00-24:00, mon 00:00-06:00, wed 09:00-17:00");
    CHECK(formatHours(*parseWorkHours("fri 18:00-00:00")) == "fri 18:00-24:00");
    for (const char* text : {"", "mon-fri", "mon 09:00-17:00,", "mon 09:00-17:00, whenever", "mon 09:00-09:00"})
        CHECK_FALSE(parseWorkHours(text));
    CHECK_FALSE(parseOpeningHours("mon 22:00-06:00"));  // a service says when it closes
}
