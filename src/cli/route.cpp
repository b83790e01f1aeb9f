#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/route_output.h"
#include "exchange/assessment_reader.h"
#include "exchange/service_json.h"
#include "exchange/shipped.h"

#include <ostream>

namespace holdfast::cli {

int routeCommand(const Arguments& arguments, Surroundings& around)
{
    const std::string format = arguments.get("--format", "json");
    if (format != "json" && format != "text")
        return complain(around.err, unfit(arguments, "--format", "json or text"));
    const auto shipped = exchange::readShipped();
    if (!shipped)
        return complain(around.err, shipped.error());
    const std::string assessmentFile = arguments.get("--assessment");
    const std::string directoryFile = arguments.get("--directory");
    const auto assessmentText = readInput(assessmentFile);
    if (!assessmentText)
        return complain(around.err, assessmentText.error());
    const auto directoryText = readInput(directoryFile);
    if (!directoryText)
        return complain(around.err, directoryText.error());
    const auto input = exchange::readAssessment(*assessmentText, shipped->instruments);
    if (!input)
        return complain(around.err, inFile(assessmentFile, input.error()));
    const auto directory = exchange::readDirectory(*directoryText);
    if (!directory)
        return complain(around.err, inFile(directoryFile, directory.error()));
    const engine::Context context{shipped->policy, *directory, shipped->days, shipped->instruments};
    const Instant at = input->assessment.at;
    const auto decision =
        engine::assess(context, input->person, std::get<event::AssessmentSigned>(input->assessment.body),
                       input->assessment.safety, at);
    around.out << (format == "json" ? routeJson(decision, at) : routeText(decision, at));
    return exitDone;
}

}  // namespace holdfast::cli
