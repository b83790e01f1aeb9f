#include "app/report_rerun.h"

#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/report_request.h"
#include "cli/stores.h"
#include "exchange/document_files.h"
#include "exchange/report_origin.h"

#include <charconv>
#include <ostream>

namespace holdfast::cli {
namespace {

using exchange::ReadableReport;

constexpr std::size_t mostShown = 50;

/// A report as it was written, and where it says that it comes from.
struct OldReport {
    ReadableReport kind = ReadableReport::json;
    std::string text;
    std::map<std::string, std::string> parameters;
    app::ReportOrigin origin;
};

std::string_view formatOf(ReadableReport kind)
{
    switch (kind) {
    case ReadableReport::json: return "json";
    case ReadableReport::csv: return "csv";
    case ReadableReport::html: return "html";
    }
    return {};
}

Result<app::ReportOrigin> originOf(const std::map<std::string, std::string>& parameters)
{
    app::ReportOrigin origin;
    origin.store = parameters.at("store");
    const std::string& events = parameters.at("events");
    const auto [end, problem] = std::from_chars(events.data(), events.data() + events.size(), origin.events);
    const auto at = parseInstant(parameters.at("data_as_of"));
    if (problem != std::errc{} || end != events.data() + events.size() || origin.events < 0 || !at)
        return Error{ErrorCode::invalid, "", "expected the number of an event and an instant in its parameters"};
    origin.at = *at;
    return origin;
}

Result<OldReport> readOld(const std::string& file)
{
    auto text = readInput(file);
    if (!text)
        return text.error();
    if (text->starts_with("PK") || text->starts_with("%PDF"))
        return Error{ErrorCode::invalid, file,
                     "expected a report as JSON, CSV or HTML; workbooks and PDF cannot be read back"};
    OldReport old;
    old.kind = exchange::kindOfReport(*text);
    old.text = *std::move(text);
    std::string about = old.text;
    std::string aboutFile = file;
    if (old.kind == ReadableReport::csv) {
        aboutFile = exchange::csvMetadataName(file);
        auto metadata = readInput(aboutFile);
        if (!metadata)
            return metadata.error();
        about = *std::move(metadata);
    }
    auto parameters = exchange::reportParameters(old.kind, about);
    if (!parameters)
        return inFile(aboutFile, parameters.error());
    old.parameters = *std::move(parameters);
    const auto origin = originOf(old.parameters);
    if (!origin)
        return inFile(aboutFile, origin.error());
    old.origin = *origin;
    return old;
}

std::string writtenAgain(const report::Document& document, const OldReport& old)
{
    switch (old.kind) {
    case ReadableReport::json: return exchange::writeDocumentJson(document);
    case ReadableReport::csv: return exchange::writeDocumentCsv(document, old.text.starts_with("\xef\xbb\xbf"));
    case ReadableReport::html: return exchange::writeDocumentHtml(document);
    }
    return {};
}

std::string counted(std::int64_t number, const std::string& what)
{
    return std::to_string(number) + ' ' + what + (number == 1 ? "" : "s");
}

int tell(const exchange::ReportComparison& found, const app::ReportAsAt& made, const OldReport& old, std::ostream& out)
{
    if (made.missing > 0)
        out << "Of " << old.origin.events << " events that it counted " << made.missing
            << " are no longer in the store and cannot be counted.\n";
    if (made.disposed.records > 0)
        out << counted(made.disposed.records, "record") << " that it counted, with "
            << counted(made.disposed.events, "event")
            << ", can no longer be counted: disposed of since, as their time was over.\n";
    if (made.alike > 0)
        out << made.alike << " more events bear the time of the last one that it counted, and are counted here.\n";
    if (found.words > 0)
        out << found.words << " names or titles read otherwise now; they are no figures.\n";
    if (found.differing.empty()) {
        out << "The same: all " << found.figures << " figures, as at event " << old.origin.events << ".\n";
        return exitDone;
    }
    out << found.differing.size() << " of " << found.figures << " figures differ, as at event " << old.origin.events
        << ":\n";
    for (std::size_t i = 0; i < found.differing.size() && i < mostShown; ++i)
        out << "  " << found.differing[i].where << ": " << found.differing[i].then << " then, "
            << found.differing[i].now << " now\n";
    if (found.differing.size() > mostShown)
        out << "  and " << found.differing.size() - mostShown << " more\n";
    return exitNo;
}

}  // namespace

int rerunReport(const Arguments& arguments, Surroundings& around)
{
    const std::string& file = arguments.operands.back();
    const auto old = readOld(file);
    if (!old)
        return complain(around.err, old.error());
    const auto request = reportRequest(reportArguments(old->parameters, std::string{formatOf(old->kind)}));
    if (!request)
        return complain(around.err, inFile(file, request.error()));
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    const auto made = app::reportAsAt(*opened->workspace, opened->session, *request, old->origin);
    if (!made)
        return complain(around.err, inStore(arguments, made.error()));
    const auto found = exchange::compareReports(old->kind, old->text, writtenAgain(made->document, *old));
    if (!found)
        return complain(around.err, inFile(file, found.error()));
    return tell(*found, *made, *old, around.out);
}

}  // namespace holdfast::cli
