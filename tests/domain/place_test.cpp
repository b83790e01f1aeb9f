#include "domain/place.h"

using namespace holdfast;

namespace {

MapPlace placeAt(std::string_view latitude, std::string_view longitude)
{
    return MapPlace::make(*parseDegrees(latitude), *parseDegrees(longitude), "invented").value();
}

}  // namespace

TEST_CASE("degrees come back as they were written, to a tenth of a metre")
{
    for (const char* text : {"51.7527", "-0.3394", "0.0", "53.000001", "-8.5"})
        CHECK(formatDegrees(*parseDegrees(text)) == text);
    CHECK(*parseDegrees("51.75269949") == 51'752'699);
    CHECK(*parseDegrees("51.75269951") == 51'752'700);
    CHECK(*parseDegrees("+53") == 53'000'000);
    for (const char* text : {"", "-", "51,75", "51.", ".5", "fifty", "51.7527 N", "1e2", "181", "51.0000000001"})
        CHECK_FALSE(parseDegrees(text));
}

TEST_CASE("coordinates never stand without a source, and swapped or far ones are noticed")
{
    CHECK(MapPlace::make(51'752'700, -339'400, "  a map,  May 2026 ")->source() == "a map, May 2026");
    CHECK(MapPlace::make(51'752'700, -339'400, " ").error().where == "source");
    CHECK(MapPlace::make(-339'400, 51'752'700, "swapped").error().where == "latitude");
    CHECK(MapPlace::make(51'752'700, 3'394'000, "over the sea").error().where == "longitude");
    CHECK(MapPlace::make(51'752'700, -339'400, std::string(201, 'x')).error().where == "source");
    CHECK(MapPlace::make(-339'400, 0, "x").error().detail ==
          "expected a latitude from 49 to 61, as 51.7527, found -0.3394");
}

TEST_CASE("a straight line is measured on the sphere, in tenths of a mile")
{
    // A sixtieth of a degree of latitude is 1.1515 miles on the mean sphere; a degree 69.09.
    CHECK(straightLine(placeAt("53.0", "1.0"), placeAt("54.0", "1.0")) == 691);
    CHECK(straightLine(placeAt("53.0", "0.0"), placeAt("53.0", "1.0")) == 416);  // 69.09 times the cosine of 53
    CHECK(straightLine(placeAt("53.0", "1.0"), placeAt("53.0", "1.0")) == 0);
    CHECK(straightLine(placeAt("50.1", "-5.5"), placeAt("58.6", "-3.1")) ==
          straightLine(placeAt("58.6", "-3.1"), placeAt("50.1", "-5.5")));
}

TEST_CASE("miles are typed as people write them")
{
    CHECK(*parseMiles("4.5") == 45);
    CHECK(*parseMiles(" 4 miles ") == 40);
    CHECK(*parseMiles("12.25 mi") == 123);
    CHECK(*parseMiles("700") == 7000);
    for (const char* text : {"", "miles", "-1", "four", "700.1", "4,5", "5 km"})
        CHECK_FALSE(parseMiles(text));
    CHECK(formatMiles(45) == "4.5 miles");
    CHECK(formatMiles(10) == "1.0 miles");
}
