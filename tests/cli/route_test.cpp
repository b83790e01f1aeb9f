#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr const char* assessment = R"({"at": "2026-03-02T10:00:00Z", "type": "assessment_signed",
  "worker": "k", "service": "lantern",
  "mental_health": {"status": "present", "severity": "moderate", "conditions": ["low mood"]},
  "substance_use": {"status": "present", "severity": "moderate", "substances": ["alcohol"]},
  "safety": {"suicidal_thoughts": false},
  "instruments": {"PHQ-9": [2,2,2,2,1,2,1,1,0], "AUDIT": [3,2,2,2,1,1,2,1,0,2]}})";
constexpr const char* directory = R"([
  {"id": "cmht", "name": "Team", "needs": ["mental_health"], "kind": "community_mental_health", "min_age": 18},
  {"id": "lantern", "name": "Lantern", "needs": ["substance_use"], "kind": "drug_and_alcohol"}])";

std::vector<std::string> route(const TempFolder& folder, const std::string& format)
{
    return {"route", "--assessment", folder.file("a.json"), "--directory", folder.file("d.json"), "--format", format};
}

}  // namespace

TEST_CASE("an assessment is routed with scores, candidates, urgency, lead and why")
{
    const TempFolder folder;
    write(folder.file("a.json"), assessment);
    write(folder.file("d.json"), directory);
    const Answer json = runCli(route(folder, "json"));
    INFO(json.err);
    REQUIRE(json.code == cli::exitDone);
    for (const char* key : {"\"urgency\":\"routine\"", "\"quadrant\":", "\"candidates\":", "\"lead\":", "\"cautions\":",
                            "\"why\":", "\"PHQ-9\":{\"total\":13", "\"service\":\"lantern\"", "\"interim_support\":"})
        CHECK(json.out.find(key) != std::string::npos);
    const Answer text = runCli(route(folder, "text"));
    CHECK(text.code == cli::exitDone);
    CHECK(text.out.find("Lantern (lantern)") != std::string::npos);
}

TEST_CASE("a bad assessment or directory is refused with its file and pointer")
{
    const TempFolder folder;
    write(folder.file("a.json"), assessment);
    write(folder.file("d.json"), R"([{"id": "x", "name": "X", "needs": ["hunger"], "kind": "gp"}])");
    const Answer wrongDirectory = runCli(route(folder, "json"));
    CHECK(wrongDirectory.code == cli::exitWrong);
    CHECK(wrongDirectory.err.find(folder.file("d.json") + ": /0/needs/0") != std::string::npos);
    write(folder.file("d.json"), directory);
    write(folder.file("a.json"), R"({"at": "2026-03-02T10:00:00Z", "type": "contact"})");
    const Answer wrongAssessment = runCli(route(folder, "json"));
    CHECK(wrongAssessment.code == cli::exitWrong);
    CHECK(wrongAssessment.out.empty());
    CHECK(isOneLine(wrongAssessment.err));
    CHECK(wrongAssessment.err.find(folder.file("a.json")) != std::string::npos);
}
