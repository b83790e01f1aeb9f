#include "app/event_export.h"
#include "cli/commands.h"
#include "cli/stores.h"

#include <ostream>

namespace holdfast::cli {
namespace {

Result<app::EventExportRequest> exportRequestOf(const Arguments& arguments)
{
    app::EventExportRequest request;
    for (const std::string_view option : {"--from", "--to"}) {
        const auto day = parseDate(arguments.get(option));
        if (!day)
            return unfit(arguments, option, "a date such as 2026-03-31");
        (option == "--from" ? request.from : request.to) = *day;
    }
    if (request.to < request.from)
        return unfit(arguments, "--to", "a day on or after --from");
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
    auto secret = passphraseFor(arguments, arguments.get("--store"));
    if (!secret)
        return complain(around.err, secret.error());
    auto opened = openFor(arguments, around, std::move(secret).value());
    if (!opened)
        return complain(around.err, inStore(arguments, opened.error()));
    const auto written = app::EventExport{*opened->workspace}.write(opened->session, *request);
    if (!written)
        return complain(around.err, inStore(arguments, written.error()));
    around.out << written->people << " people, " << written->events << " events in " << request->folder << '\n';
    return exitDone;
}

}  // namespace holdfast::cli
