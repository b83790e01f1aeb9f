#include "engine/exploration.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast::test;

TEST_CASE("No sequence of moves breaks an invariant")
{
    const Exploration seen = explore(4, 60'000);
    WARN(seen.states << " states, " << seen.transitions << " transitions (" << seen.refused << " refused), depth "
                     << seen.depth);
    CHECK(seen.violation == "");
    CHECK(seen.states >= 50'000);
    CHECK(seen.refused > 0);
}

TEST_CASE("No sequence of moves breaks an invariant in a million states", "[.soak]")
{
    const Exploration seen = explore(12, 1'000'000);
    WARN(seen.states << " states, " << seen.transitions << " transitions (" << seen.refused << " refused), depth "
                     << seen.depth);
    CHECK(seen.violation == "");
    CHECK(seen.states >= 1'000'000);
}
