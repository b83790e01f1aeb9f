#include "exchange/expectation.h"

#include "exchange/scenario_reader.h"
#include "exchange/snapshot_builder.h"
#include "exchange/world.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

/// What does not hold of the sample snapshot when a scenario expects `members`.
std::vector<Mismatch> mismatchesOf(const std::string& members)
{
    const auto scenario =
        readScenario(samples::scenarioWith(R"({"after": 3, "bounces")",
                                           R"({"after": 3, )" + members + R"(}, {"after": 3, "bounces")"),
                     samples::instruments(), samples::isReason);
    if (!scenario)
        return {{scenario.error().where, "a scenario", scenario.error().detail}};
    return mismatches(scenario->expectations.at(0), samples::aSnapshot());
}

}  // namespace

TEST_CASE("an expectation holds when it is part of what was found")
{
    for (
        const char* members :
        {R"("clasp": "held")", R"("legs": {"mental_health": "challenged"})",
         R"("legs": {"mental_health": {"service": "cmht"}})", R"("holder": {"mental_health": "lantern"})",
         R"("holder": {"mental_health": {"worker": "keyworker-1", "acting": false}})",
         R"("holder": {"substance_use": null})", R"("legs": {"substance_use": null})", R"("flags": ["tennis"])",
         R"("flags": [])", R"("bounces": [{"code": "N02", "points_to": "lantern"}])",
         R"("bounces": [{"code": "S01"}, {"code": "N02"}])",
         R"("next_actions": [{"what": "hold_mdt", "owner": "supervisor:lantern", "escalation_level": 3}])",
         R"("letters": [{"kind": "challenge", "citations": ["QS188 st.2"]}])",
         R"("needs": {"mental_health": {"status": "present", "days_since_asked": 6}})",
         R"("scores": {"PHQ-9": {"total": 13, "band": "moderate", "positive": null}, "DUDIT": {"positive": {"female": true}}})",
         R"("why": [{"rule": "challenge.open", "facts": {"reason": "N02"}}])", R"("at": "2026-03-09T09:00:00Z")"}) {
        INFO(members);
        CHECK(mismatchesOf(members).empty());
    }
}

TEST_CASE("an expectation that does not hold says where, what was expected and what was found")
{
    CHECK(mismatchesOf(R"("clasp": "joined")") == std::vector<Mismatch>{{"/expect/0/clasp", "\"joined\"", "\"held\""}});
    CHECK(mismatchesOf(R"("legs": {"mental_health": "sent"})") ==
          std::vector<Mismatch>{{"/expect/0/legs/mental_health/state", "\"sent\"", "\"challenged\""}});
    CHECK(mismatchesOf(R"("legs": {"substance_use": "sent"})") ==
          std::vector<Mismatch>{{"/expect/0/legs/substance_use", "{\"state\":\"sent\"}", "nothing"}});
    CHECK(mismatchesOf(R"("holder": {"mental_health": "cmht"})") ==
          std::vector<Mismatch>{{"/expect/0/holder/mental_health/service", "\"cmht\"", "\"lantern\""}});
    CHECK(mismatchesOf(R"("holder": {"mental_health": null})").at(0).expected == "null");
    CHECK(mismatchesOf(R"("flags": ["tennis", "loop"])") ==
          std::vector<Mismatch>{{"/expect/0/flags/1", "\"loop\"", "[\"safety\",\"tennis\"]"}});
    CHECK(mismatchesOf(R"("bounces": [{"code": "N02", "service": "lantern"}])").at(0).pointer == "/expect/0/bounces/0");
    CHECK(mismatchesOf(R"("next_actions": [{"what": "hold_mdt", "escalation_level": 2}])").at(0).pointer ==
          "/expect/0/next_actions/0");
    CHECK(mismatchesOf(R"("letters": [{"kind": "challenge", "citations": ["NG58"]}])").size() == 1);
    CHECK(mismatchesOf(R"("scores": {"PHQ-9": {"total": 14}})").at(0) ==
          Mismatch{"/expect/0/scores/PHQ-9/total", "14", "13"});
    CHECK(mismatchesOf(R"("scores": {"AUDIT": {"total": 14}})").at(0).found == "nothing");
    CHECK(mismatchesOf(R"("scores": {"PHQ-9": {"positive": false}})").size() == 1);
    CHECK(mismatchesOf(R"("clasp": "joined", "flags": ["loop"])").size() == 2);
}
