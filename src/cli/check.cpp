#include "app/check.h"
#include "cli/commands.h"
#include "cli/stores.h"

#include <ostream>

namespace holdfast::cli {

int checkCommand(const Arguments& arguments, Surroundings& around)
{
    const std::string store = arguments.get("--store");
    auto typed = signInFor(arguments, store);
    if (!typed)
        return complain(around.err, typed.error());
    warnOfStorePlace(around.err, store);
    const auto file = app::checkStoreFile(store, *typed, around.clock);
    if (!file) {
        const int wrong = complain(around.err, inStore(arguments, file.error()));
        return file.error().code == ErrorCode::damaged ? exitNo : wrong;
    }
    for (const app::CheckFinding& finding : *file)
        around.err << "holdfast: " << store << ": " << finding.what << ": " << finding.detail << '\n';
    if (!file->empty())
        return exitNo;  // what the lists say means nothing in a damaged file
    auto opened = openFor(arguments, around, *std::move(typed));
    if (!opened)
        return complain(around.err, inStore(arguments, opened.error()));
    const auto report = app::checkStore(*opened->workspace, opened->session, arguments.has("--rebuild"));
    if (!report)
        return complain(around.err, inStore(arguments, report.error()));
    for (const app::CheckFinding& finding : report->findings)
        around.err << "holdfast: " << store << ": " << finding.what << ": " << finding.detail << '\n';
    around.out << report->people << " people, " << report->events << " events, " << report->findings.size()
               << " findings";
    if (report->rebuilt > 0)
        around.out << ", " << report->rebuilt << " rebuilt";
    around.out << '\n';
    return report->findings.empty() ? exitDone : exitNo;
}

}  // namespace holdfast::cli
