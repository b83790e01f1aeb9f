// The main job from end to end: through the real windows with keys and clicks, then asked of the store.
#include "tour/main_job.h"

#include "base/platform.h"
#include "support/temp_folder.h"
#include "ui/support/case_of.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("an assessment, a joint referral, a refusal and a challenge lose nobody, and the report shows it")
{
    const TempFolder folder;
    const auto practice = ui::PracticeClient::make(folder.file("practice.holdfast"));
    REQUIRE(practice);
    const PersonId person = (*practice)->personNamed("Tomasz");
    REQUIRE_FALSE(person.empty());
    const auto before = caseOf(**practice, person);

    const auto said = ui::playMainJob(**practice, folder.path().string());
    INFO((said ? std::string{} : said.error().detail));
    REQUIRE(said);

    const auto after = caseOf(**practice, person);
    CHECK(after.history.size() == before.history.size() + 4);  // assessment, referral, response, challenge
    const auto& need = after.now.needs.mentalHealth;
    REQUIRE(need.holder);
    REQUIRE(need.leg);
    CHECK(need.leg->state == LegState::challenged);
    CHECK(after.now.clasp == ClaspState::held);
    const auto refusal = std::ranges::find(after.now.bounces, ReasonCode{"N02"}, &engine::Bounce::code);
    REQUIRE(refusal != after.now.bounces.end());
    CHECK(refusal->cls == BounceClass::never);
    CHECK(std::ranges::any_of(after.now.nextActions, [](const auto& action) {
        return covers(action.need, Need::mentalHealth) && action.rule.text().starts_with("challenge.");
    }));

    const auto csv = platform::readFile(folder.file("bounces.csv"), 1 << 20);
    REQUIRE(csv);
    CHECK(csv->find(need.leg->service.text()) != std::string::npos);
}
