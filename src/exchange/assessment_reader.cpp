#include "exchange/assessment_reader.h"

#include "domain/calendar.h"
#include "exchange/event_json.h"
#include "exchange/json_input.h"
#include "exchange/person_json.h"

namespace holdfast::exchange {
namespace {

Event assessmentOf(const JsonIn& in, const InstrumentSet& instruments)
{
    const JsonIn type = in.at("type");
    if (!type.isText() || type.text() != "assessment_signed")
        type.failCode("assessment_signed");
    return eventOf(in, EventId{"#1"}, Known{nullptr, &instruments, {}});
}

}  // namespace

Result<AssessmentInput> readAssessment(std::string_view text, const InstrumentSet& instruments)
{
    return readJson(text, [&](const JsonIn& in) {
        AssessmentInput input;
        input.person.id = PersonId{"person"};
        if (!in.isObject() || !in.find("assessment")) {
            input.assessment = assessmentOf(in, instruments);
            return input;
        }
        in.allowOnly({"person", "assessment"});
        input.assessment = assessmentOf(in.at("assessment"), instruments);
        if (const auto person = in.find("person"))
            input.person = personFactsOf(*person);
        if (input.person.born && *input.person.born > londonDate(input.assessment.at))
            in.at("person").at("born").failCode("a date no later than the assessment");
        return input;
    });
}

}  // namespace holdfast::exchange
