#include "store/cursor.h"

#include <catch2/catch_test_macros.hpp>

using holdfast::store::cursorOf;
using holdfast::store::keysOf;

TEST_CASE("a cursor gives its keys back, empty ones too, and nothing else passes for one")
{
    CHECK(keysOf(cursorOf({"", "okafor dani", "person-1"}), 3) ==
          std::vector<std::string>{"", "okafor dani", "person-1"});
    CHECK(keysOf("", 3) == std::nullopt);
    CHECK(keysOf("okafor", 3) == std::nullopt);
    CHECK(keysOf(cursorOf({"a", "b"}), 3) == std::nullopt);
}
