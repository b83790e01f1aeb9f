#include "exchange/outward_csv.h"

#include "exchange/directory_csv.h"
#include "exchange/service_json.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

const std::string head = "outward,latitude,longitude,source\n";
using Problems = std::vector<CsvProblem>;

}  // namespace

TEST_CASE("postcode districts are read with their source, in any order of columns, and written alike")
{
    const auto sheet = readOutwardCsv("\xef\xbb\xbfsource,longitude,outward,latitude\r\n"
                                      "\"A map, May 2026\",-0.3394,al1,51.7527\r\nA map,1.15, WX1 ,53.72\r\n");
    CHECK(sheet.problems.empty());
    CHECK(sheet.rows == 2);
    REQUIRE(sheet.places.size() == 2);
    CHECK(sheet.places[0].outward == "AL1");
    CHECK(sheet.places[0].place.longitude() == -339'400);
    CHECK(sheet.places[0].place.source() == "A map, May 2026");
    const std::string text = writeOutwardCsv(sheet.places);
    CHECK(text.find("\"AL1\",51.7527,-0.3394,\"A map, May 2026\"") != std::string::npos);
    CHECK(readOutwardCsv(text).places == sheet.places);
}

TEST_CASE("every bad row of postcode districts is reported with line and column, and then nothing is taken")
{
    const auto sheet = readOutwardCsv(head + "AL1,51.7527,-0.3394,\n"
                                             "AL1 3JQ,51.7527,-0.3394,a map\n"
                                             "AL2,-0.3394,51.7527,a map\n"
                                             "AL3,north,,a map\n"
                                             "AL4,51.7,-0.3,a map\n"
                                             "AL5,51.7\n"
                                             "al4,51.7,-0.3,a map\n");
    CHECK(sheet.places.empty());
    const Problems expected{
        {2, "source", "expected where the coordinates were looked up, found nothing"},
        {3, "outward", "expected the first half of a postcode, as AL1, found a text of 7 bytes"},
        {4, "latitude", "expected a latitude from 49 to 61, as 51.7527, found -0.3394"},
        {5, "latitude", "expected degrees as 51.7527, found a text of 5 bytes"},
        {5, "longitude", "expected degrees as -0.3394, found nothing"},
        {7, "", "expected 4 cells, found 2"},
        {8, "outward", "expected each outward code once, found that of line 6"},
    };
    CHECK(sheet.problems == expected);
    CHECK(readOutwardCsv("outward,latitude,longitude\n").problems ==
          Problems{{1, "source", "expected this column, found none"}});
    CHECK(readOutwardCsv("").problems.size() == 1);
}

TEST_CASE("a service's coordinates come with their source in a sheet, or the row is refused")
{
    const std::string columns = "id,name,kind,needs,latitude,longitude,coordinates_source,offers_family_or_carers\n";
    const auto sheet = readDirectoryCsv(columns + "a,A,gp,mental_health,51.7527,-0.3394,a map,yes\n");
    CHECK(sheet.problems.empty());
    REQUIRE(sheet.services.size() == 1);
    REQUIRE(sheet.services[0].place);
    CHECK(sheet.services[0].place->source() == "a map");
    CHECK(sheet.services[0].offersFamilyOrCarers == true);
    CHECK(readDirectoryCsv(writeDirectoryCsv(sheet.services)).services == sheet.services);

    const auto problems = readDirectoryCsv(columns + "a,A,gp,mental_health,51.7527,-0.3394,,\n"
                                                     "b,B,gp,mental_health,51.7527,,a map,\n"
                                                     "c,C,gp,mental_health,north,-0.3394,a map,\n"
                                                     "d,D,gp,mental_health,-0.3394,51.7527,a map,maybe\n")
                              .problems;
    const Problems expected{
        {2, "coordinates_source", "expected where the coordinates were looked up, found nothing"},
        {3, "longitude", "expected the longitude too, found nothing"},
        {4, "latitude", "expected degrees with a point, as 51.7527, found a text of 5 bytes"},
        {5, "latitude", "expected a latitude from 49 to 61, as 51.7527, found -0.3394"},
        {5, "offers_family_or_carers", "expected yes or no, found a text of 5 bytes"},
    };
    CHECK(problems == expected);
}

TEST_CASE(
    "a directory file may say where postcode districts lie; a coordinate without a source is refused by its place")
{
    const std::string services = R"("directory":[{"id":"a","name":"A","kind":"gp","needs":["mental_health"],)"
                                 R"("latitude":53.5,"longitude":1,"coordinates_source":"a map"}])";
    const auto read = readDirectory(
        "{" + services +
        R"(,"outward_codes":[{"outward":"AL1","latitude":51.7527,"longitude":-0.3394,"source":"a map"}]})");
    REQUIRE(read);
    CHECK(read->services()[0].place->longitude() == 1'000'000);
    REQUIRE(read->outwardPlace("AL1") != nullptr);
    CHECK(readService(writeService(read->services()[0])).value() == read->services()[0]);

    const auto where = [&](const std::string& codes) {
        return readDirectory("{" + services + R"(,"outward_codes":[)" + codes + "]}").error().where;
    };
    CHECK(where(R"({"outward":"AL1","latitude":51.7527,"longitude":-0.3394})") == "/outward_codes/0/source");
    CHECK(where(R"({"outward":"AL1","latitude":51.7527,"longitude":"x","source":"a"})") ==
          "/outward_codes/0/longitude");
    CHECK(where(R"({"outward":"nowhere","latitude":51,"longitude":0,"source":"a"})") == "/outward_codes/0/outward");
    CHECK(where(R"({"outward":"AL1"})") == "/outward_codes/0");
    CHECK(where(R"({"outward":"AL1","latitude":99999999999,"longitude":0,"source":"a"})") ==
          "/outward_codes/0/latitude");
    const std::string one = R"({"outward":"AL1","latitude":51,"longitude":0,"source":"a"})";
    CHECK(where(one + "," + one) == "/outward_codes/1/outward");
}
