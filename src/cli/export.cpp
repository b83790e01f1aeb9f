#include "app/event_export.h"
#include "cli/commands.h"
#include "cli/period_options.h"
#include "cli/stores.h"

#include <ostream>

namespace holdfast::cli {
namespace {

Result<app::EventExportRequest> exportRequestOf(const Arguments& arguments)
{
    app::EventExportRequest request;
    const auto days = daysAsked(arguments);
    if (!days)
        return days.error();
    request.from = days->from;
    request.to = days->to;
    request.folder = arguments.get("--out");
    request.pseudonymous = arguments.has("--pseudonymous");
    return request;
}

}  // namespace

int exportCommand(const Arguments& arguments, Surroundings& around)
{
    const auto request = exportRequestOf(arguments);
    if (!request)
        return complain(around.err, request.error());
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    const auto written = app::EventExport{*opened->workspace}.write(opened->session, *request);
    if (!written)
        return complain(around.err, inStore(arguments, written.error()));
    around.out << written->people << " people, " << written->events << " events in " << request->folder << '\n';
    return exitDone;
}

}  // namespace holdfast::cli
