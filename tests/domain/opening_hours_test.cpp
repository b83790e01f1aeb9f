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
