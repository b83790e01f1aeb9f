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
