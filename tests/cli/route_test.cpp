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

TEST_CASE("distance decides the order of services that fit alike, and the answer says how it is known")
{
    const TempFolder folder;
    const auto person = [&](const std::string& wishes) {
        write(folder.file("a.json"), R"({"person": {"id": "p", "born": "1990-01-01", "postcode": "WX1 2AB")" + wishes +
                                         R"(}, "assessment": )" + assessment + "}");
    };
    write(folder.file("d.json"), R"({"directory": [
        {"id": "far", "name": "Far Hub", "needs": ["substance_use"], "kind": "drug_and_alcohol", "wait_days": 10,
         "latitude": 53.9, "longitude": 1.15, "coordinates_source": "Invented"},
        {"id": "near", "name": "Near Hub", "needs": ["substance_use"], "kind": "drug_and_alcohol", "wait_days": 10,
         "latitude": 53.73, "longitude": 1.15, "coordinates_source": "Invented"}],
        "outward_codes": [{"outward": "WX1", "latitude": 53.72, "longitude": 1.15, "source": "Invented"}]})");
    const auto ranked = [&](const std::string& answer) {
        return answer.substr(answer.find("\"substance_use\":[{\"service\""));
    };
    person("");
    const Answer json = runCli(route(folder, "json"));
    INFO(json.err);
    REQUIRE(json.code == cli::exitDone);
    CHECK(ranked(json.out).starts_with(R"("substance_use":[{"service":"near")"));
    CHECK(json.out.find(R"("distance":{"miles":0.7,"kind":"straight_line"})") != std::string::npos);
    const Answer text = runCli(route(folder, "text"));
    CHECK(text.out.find("0.7 miles in a straight line from the middle of WX1") != std::string::npos);
    CHECK(text.out.find("12.4 miles") != std::string::npos);

    person(R"(, "avoids_home_area": true)");
    CHECK(ranked(runCli(route(folder, "json")).out).starts_with(R"("substance_use":[{"service":"far")"));
    person(R"(, "distances": {"near": 14.2, "far": 3})");
    const Answer typed = runCli(route(folder, "json"));
    CHECK(ranked(typed.out).starts_with(R"("substance_use":[{"service":"far")"));
    CHECK(typed.out.find(R"("distance":{"miles":14.2,"kind":"typed"})") != std::string::npos);
    person(R"(, "distances": {"near": -1})");
    CHECK(runCli(route(folder, "json")).err.find("/person/distances/near") != std::string::npos);
}
