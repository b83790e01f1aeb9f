#include "exchange/service_json.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

const std::string full =
    R"({"id":"cmht","name":"Wrenfield Community Mental Health Team","kind":"community_mental_health","needs":["mental_health"],)"
    R"("min_age":18,"max_age":65,"areas":["SG","AL1"],"hours":["mon-fri 09:00-17:00","wed 17:00-20:00"],"wait_days":60,)"
    R"("severities":["moderate","severe"],"postcode":"SG1 1AA","latitude":51.7527,"longitude":-0.3394,"coordinates_source":"a map","languages":["Polish"],"accepts_concurrent_use":false,)"
    R"("helps_with_travel_cost":true,"step_free_access":true,"offers_group":true,"offers_one_to_one":true,"offers_remote":false,)"
    R"("offers_in_person":true,"workers_with_lived_experience":true,"offers_family_or_carers":false,"phone":"01632 960001","email":"cmht@example.org",)"
    R"("address":"1 Mill Lane","website":"https://example.org","notes":"ring first","ods_code":"X1","active":false})";

const std::string required = R"({"id":"a","name":"A","needs":["mental_health"],"kind":"gp")";

}  // namespace

TEST_CASE("a service comes back as it was written")
{
    const auto service = readService(full);
    REQUIRE(service);
    CHECK(writeService(*service) == full);
    CHECK(service->hours.size() == 2);
    CHECK(service->acceptsConcurrentUse == false);
}

TEST_CASE("what is not recorded stays unknown, never a quiet no")
{
    const auto service = readService(required + R"(,"wait_days":null})");
    REQUIRE(service);
    CHECK_FALSE(service->acceptsConcurrentUse);
    CHECK_FALSE(service->waitDays);
    CHECK(service->active);
    CHECK(writeService(*service) == R"({"id":"a","name":"A","kind":"gp","needs":["mental_health"]})");
}

TEST_CASE("a mistake in a service names its place")
{
    struct Mistake {
        const char* more;
        const char* where;
    };
    for (const Mistake& mistake : std::vector<Mistake>{{R"("min_age":-1)", "/min_age"},
                                                       {R"("min_age":"18")", "/min_age"},
                                                       {R"("min_age":18,"max_age":18)", "/max_age"},
                                                       {R"("areas":["sg"])", "/areas/0"},
                                                       {R"("areas":["SG",""])", "/areas/1"},
                                                       {R"("areas":["SG1 1AA"])", "/areas/0"},
                                                       {R"("hours":["mon 9-5"])", "/hours/0"},
                                                       {R"("wait_days":-3)", "/wait_days"},
                                                       {R"("wait_days":99999999999)", "/wait_days"},
                                                       {R"("severities":["mild","bad"])", "/severities/1"},
                                                       {R"("postcode":"nowhere")", "/postcode"},
                                                       {R"("accepts_concurrent_use":"yes")", "/accepts_concurrent_use"},
                                                       {R"("opens":"mon")", "/opens"},
                                                       {R"("languages":[1])", "/languages/0"}}) {
        INFO(mistake.more);
        const auto service = readService(required + ',' + mistake.more + '}');
        REQUIRE_FALSE(service);
        CHECK(service.error().where == mistake.where);
    }
    CHECK(readService(R"({"id":"a","name":"A","needs":[],"kind":"gp"})").error().where == "/needs");
    CHECK(readService(R"({"id":"a","name":"A","needs":["both"],"kind":"gp"})").error().where == "/needs/0");
    CHECK(readService(R"({"id":"a","name":"A","needs":["mental_health"],"kind":"clinic"})").error().where == "/kind");
    CHECK(readService(R"({"id":" a","name":"A","needs":["mental_health"],"kind":"gp"})").error().where == "/id");
    CHECK(readService(R"({"id":"a\u0007","name":"A","needs":["mental_health"],"kind":"gp"})").error().where == "/id");
    CHECK(readService(R"({"id":"a","needs":["mental_health"],"kind":"gp"})").error().where == "/name");
}

TEST_CASE("a directory is an array, or an object that holds one, and no id comes twice")
{
    const std::string one = required + "}";
    CHECK(readDirectory('[' + one + ']').value().services().size() == 1);
    CHECK(readDirectory(R"({"directory":[)" + one + "]}").value().services().size() == 1);
    CHECK(readDirectory('[' + one + ',' + one + ']').error().where == "/0/id");
    CHECK(readDirectory(R"({"services":[]})").error().where == "/services");
    CHECK(readDirectory("3").error().detail == "expected an array, found 3");
    CHECK(writeDirectory(readDirectory("[" + full + ']').value()) == "[" + full + "]");
}
