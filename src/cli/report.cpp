#include "app/reports.h"
#include "cli/commands.h"
#include "cli/report_files.h"
#include "cli/report_request.h"
#include "cli/stores.h"
#include "exchange/document_files.h"
#include "report/bounce_document.h"
#include "report/measure.h"

#include <ostream>

namespace holdfast::cli {
namespace {

int listMeasures(const Arguments& arguments, Surroundings& around)
{
    const auto json = wantsJson(arguments);
    if (!json)
        return complain(around.err, json.error());
    if (*json) {
        around.out << exchange::writeTableJson(report::definitionsTable());
        return exitDone;
    }
    for (const report::Measure& each : report::measures()) {
        around.out << each.id << ": " << each.title << '\n';
        if (!each.definition.empty())
            around.out << "    " << each.definition << '\n';
        around.out << "    Counted: " << each.part << '\n';
        if (!each.whole.empty())
            around.out << "    Of: " << each.whole << '\n';
        around.out << "    Source: " << each.source << " (" << nameOf(each.certainty) << ")\n";
    }
    return exitDone;
}

}  // namespace

int reportCommand(const Arguments& typed, Surroundings& around)
{
    if (typed.operands.front() == "list")
        return listMeasures(typed, around);
    if (typed.operands.front() == "rerun")
        return rerunReport(typed, around);
    const auto whole = completed(typed, around.clock);
    if (!whole)
        return complain(around.err, whole.error());
    const Arguments& arguments = *whole;
    if (const auto known = knownFormat(arguments, around); !known)
        return complain(around.err, known.error());
    const auto request = reportRequest(arguments);
    if (!request)
        return complain(around.err, request.error());
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    const auto document = app::Reports{*opened->workspace}.bounceDocument(opened->session, *request);
    if (!document) {
        Error error = document.error();
        if (error.where == "to")
            error.where = "--to";
        return complain(around.err, inStore(arguments, std::move(error)));
    }
    if (const auto written = writeReport(*document, arguments, around); !written)
        return complain(around.err, written.error());
    return exitDone;
}

}  // namespace holdfast::cli
