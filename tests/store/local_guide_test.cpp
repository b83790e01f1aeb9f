#include "store/local_guide_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

LocalGuide aGuide(std::string_view id, std::string name, std::string edition, int firstDay)
{
    LocalGuide guide;
    guide.id = LocalGuideId{id};
    guide.name = std::move(name);
    guide.edition = std::move(edition);
    guide.from = mondaysDate + std::chrono::days{firstDay};
    guide.addedBy = WorkerId{"jo"};
    guide.addedAt = monday;
    return guide;
}

}  // namespace

TEST_CASE("a local protocol comes back as it was added, by name and the latest version first")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::LocalGuideRepository guides{connection};
    LocalGuide leaflet = aGuide("c", "Getting help — leaflet", "May 2026", -3);
    leaflet.kind = LocalGuideKind::leaflet;
    leaflet.service = ServiceId{"cmht"};
    leaflet.need = NeedScope::mentalHealth;
    leaflet.withdrawnOn = mondaysDate;
    REQUIRE(guides.insert(aGuide("a", "Joint working protocol", "2", -400)));
    REQUIRE(guides.insert(aGuide("b", "Joint working protocol", "3", 14)));
    leaflet = guides.insert(leaflet).value();

    const auto all = guides.all();
    REQUIRE(all.size() == 3);
    CHECK(all[0] == leaflet);
    CHECK(all[0].version == 1);
    CHECK(all[1].edition == "3");
    CHECK(all[2].edition == "2");
    CHECK(guides.find(LocalGuideId{"b"}) == all[1]);
    CHECK_FALSE(guides.find(LocalGuideId{"nothing"}));
}

TEST_CASE("one name has each version once")
{
    ON_EVERY_STORE(connection);
    store::LocalGuideRepository guides{connection};
    REQUIRE(guides.insert(aGuide("a", "Joint working protocol", "3", 0)));
    const auto again = guides.insert(aGuide("b", "Joint working protocol", "3", 5));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::conflict);
    CHECK(again.error().where == "edition");
    CHECK(guides.insert(aGuide("b", "Another protocol", "3", 5)));
}

TEST_CASE("a version is withdrawn and brought back by whoever read it last")
{
    ON_EVERY_STORE(connection);
    store::LocalGuideRepository guides{connection};
    const LocalGuide guide = guides.insert(aGuide("a", "Joint working protocol", "3", 0)).value();

    const auto withdrawn = guides.setWithdrawn(guide, mondaysDate + std::chrono::days{2});
    REQUIRE(withdrawn);
    CHECK(withdrawn->version == 2);
    CHECK(guides.find(guide.id) == *withdrawn);
    CHECK(guides.setWithdrawn(guide, std::nullopt).error().where == "version");
    const auto back = guides.setWithdrawn(*withdrawn, std::nullopt);
    REQUIRE(back);
    CHECK_FALSE(guides.find(guide.id)->withdrawnOn);
}

TEST_CASE("the store refuses a version that ends before it begins, and one of a service it does not know")
{
    ON_EVERY_STORE(connection);
    store::LocalGuideRepository guides{connection};
    LocalGuide backwards = aGuide("a", "Joint working protocol", "3", 0);
    backwards.withdrawnOn = mondaysDate - std::chrono::days{1};
    CHECK_THROWS_AS(guides.insert(backwards), db::Failure);
    LocalGuide nowhere = aGuide("b", "Joint working protocol", "4", 0);
    nowhere.service = ServiceId{"nowhere"};
    CHECK_THROWS_AS(guides.insert(nowhere), db::Failure);
}
