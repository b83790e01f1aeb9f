#include "domain/service.h"

using namespace holdfast;

TEST_CASE("the directory finds a service by id, whatever the order it was given")
{
    Service a;
    a.id = ServiceId{"b"};
    Service b;
    b.id = ServiceId{"a"};
    const Directory directory{{a, b}};
    CHECK(directory.find(ServiceId{"a"})->id == b.id);
    CHECK(directory.services().front().id == b.id);
    CHECK(directory.find(ServiceId{"c"}) == nullptr);
    CHECK(Directory{}.find(ServiceId{"a"}) == nullptr);
}

TEST_CASE("a large directory finds every service, and none that is not there")
{
    std::vector<Service> services;
    for (int i = 0; i < 1000; ++i)
        services.emplace_back().id = ServiceId{"service-with-a-long-common-beginning-" + std::to_string(i)};
    const Directory directory{services};
    for (const Service& service : services) {
        const Service* const found = directory.find(service.id);
        REQUIRE(found != nullptr);
        CHECK(found->id == service.id);
    }
    CHECK(directory.find(ServiceId{"service-with-a-long-common-beginning-1000"}) == nullptr);
    CHECK(Directory{}.find(services.front().id) == nullptr);
}

TEST_CASE("the directory knows where a postcode district lies, or that nobody entered it")
{
    const MapPlace place = MapPlace::make(51'700'000, -300'000, "invented").value();
    const Directory directory{{}, {{"SG1", place, 1}, {"AL1", place, 1}}};
    REQUIRE(directory.outwardPlace("AL1") != nullptr);
    CHECK(*directory.outwardPlace("AL1") == place);
    CHECK(directory.outwardPlace("AL2") == nullptr);
    CHECK(directory.outwardPlace("") == nullptr);
}
