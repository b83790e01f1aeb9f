#include "store/cover_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Cover aCover(std::string_view id, Date from, Date to)
{
    Cover cover;
    cover.id = CoverId{id};
    cover.worker = WorkerId{"priya"};
    cover.by = WorkerId{"jo"};
    cover.from = from;
    cover.to = to;
    cover.note = "annual leave";
    cover.arrangedBy = WorkerId{"jo"};
    cover.arrangedAt = monday;
    return cover;
}

constexpr Date day(int days)
{
    return mondaysDate + std::chrono::days{days};
}

}  // namespace

TEST_CASE("a cover comes back as it was arranged, and the ones that have passed are not listed")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::CoverRepository covers{connection};
    REQUIRE(covers.insert(aCover("past", day(-9), day(-1))));
    REQUIRE(covers.insert(aCover("later", day(20), day(24))));
    REQUIRE(covers.insert(aCover("now", day(0), day(4))));
    CHECK(covers.insert(aCover("now", day(0), day(4))).error().code == ErrorCode::conflict);

    const auto listed = covers.from(mondaysDate);
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].id == CoverId{"now"});
    CHECK(listed[0] == covers.find(CoverId{"now"}));
    CHECK(listed[0].includes(day(4)));
    CHECK_FALSE(listed[0].includes(day(5)));
    CHECK(listed[1].id == CoverId{"later"});
}

TEST_CASE("a cover that has ended counts no more and can be ended once")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::CoverRepository covers{connection};
    const Cover cover = covers.insert(aCover("now", day(0), day(4))).value();

    const auto ended = covers.end(cover, monday + 1h);

    REQUIRE(ended);
    CHECK(ended->version == 2);
    CHECK_FALSE(ended->includes(mondaysDate));
    CHECK(covers.from(mondaysDate).empty());
    CHECK(covers.find(cover.id) == *ended);
    CHECK(covers.end(cover, monday + 2h).error().code == ErrorCode::conflict);
    CHECK(covers.end(*ended, monday + 2h).error().code == ErrorCode::conflict);
}

TEST_CASE("nobody covers for themselves, and no cover ends before it begins")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::CoverRepository covers{connection};
    Cover own = aCover("own", day(0), day(1));
    own.by = own.worker;
    CHECK_THROWS_AS(covers.insert(own), db::Failure);
    CHECK_THROWS_AS(covers.insert(aCover("backwards", day(1), day(0))), db::Failure);
}
