#include "exchange/assessment_reader.h"

#include "exchange/world.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

const std::string assessment =
    R"({"at": "2026-03-02T10:00:00Z", "type": "assessment_signed", "worker": "w", "service": "anywhere",
    "mental_health": {"status": "present"}, "substance_use": {"status": "possible"}, "instruments": {"GAD-7": [1,1,1,1,1,1,1]}})";

}  // namespace

TEST_CASE("an assessment is read bare or beside its person")
{
    const auto bare = readAssessment(assessment, samples::instruments());
    REQUIRE(bare);
    CHECK(bare->person.id == PersonId{"person"});
    CHECK(std::get<event::AssessmentSigned>(bare->assessment.body).instruments.size() == 1);

    const auto both = readAssessment(
        R"({"person": {"id": "p", "born": "2009-01-01"}, "assessment": )" + assessment + '}', samples::instruments());
    REQUIRE(both);
    CHECK(both->person.born == parseDate("2009-01-01"));
    CHECK(both->assessment == bare->assessment);
}

TEST_CASE("an assessment that cannot be is refused at its place")
{
    const auto placeOf = [](const std::string& text) {
        return readAssessment(text, samples::instruments()).error().where;
    };
    CHECK(placeOf(R"({"at": "2026-03-02T10:00:00Z", "type": "now"})") == "/type");
    CHECK(placeOf("[]").empty());
    CHECK(placeOf(R"({"assessment": {"type": "now"}})") == "/assessment/type");
    CHECK(placeOf(R"({"person": {"id": "p", "born": "2027-01-01"}, "assessment": )" + assessment + '}') ==
          "/person/born");
    CHECK(placeOf(R"({"person": {"id": "p", "born": null}, "assessments": 1, "assessment": )" + assessment + '}') ==
          "/assessments");
    CHECK(placeOf(R"({"person": {"born": null}, "assessment": )" + assessment + '}') == "/person/id");
}
