#include "cli/report_files.h"

#include "app/growing_folder.h"
#include "app/report_writing.h"
#include "base/platform.h"
#include "cli/stores.h"
#include "report/picture.h"

#include <algorithm>
#include <array>

namespace holdfast::cli {
namespace {

constexpr std::array<std::string_view, 5> formats{"csv", "json", "html", "xlsx", "svg"};

Result<Done> writePictures(const report::Document& document, const Arguments& arguments, const Surroundings& around)
{
    const std::string format = arguments.get("--format");
    auto made = app::GrowingFolder::beside(arguments.get("--out"));
    if (!made)
        return std::move(made).error();
    for (const report::Picture& picture : picturesOf(document)) {
        const auto painted = format == "png" ? around.paintPng(framed(picture, document))
                                             : Result<std::string>{app::pictureSvg(picture, document)};
        if (!painted)
            return painted.error();
        if (auto written = (*made)->append(picture.id + '.' + format, *painted); !written)
            return written;
    }
    return (*made)->finish();
}

/// Only a workbook needs one beside the output: where nobody else may look, nor put something in its way.
Result<std::string> placeToGrow(const std::string& format, const std::string& out)
{
    if (out != "-" || format != "xlsx")
        return out;
    return platform::dataFolder().transform([](std::string&& folder) { return std::move(folder) + "/report"; });
}

}  // namespace

Result<Done> knownFormat(const Arguments& arguments, const Surroundings& around)
{
    const std::string format = arguments.get("--format");
    const bool pictures = format == "svg" || format == "png";
    if (pictures && arguments.get("--out") == "-")
        return Error{ErrorCode::invalid, "--out", "expected a new folder for the pictures"};
    if (std::ranges::find(formats, format) != formats.end() || (format == "pdf" && around.writePdf) ||
        (format == "png" && around.paintPng))
        return Done{};
    return unfit(arguments, "--format",
                 around.writePdf ? "csv, json, html, xlsx, svg, png or pdf" : "csv, json, html, xlsx or svg");
}

Result<Done> writeReport(const report::Document& document, const Arguments& arguments, Surroundings& around)
{
    const std::string format = arguments.get("--format");
    const std::string out = arguments.get("--out");
    if (format == "svg" || format == "png")
        return writePictures(document, arguments, around);
    if (format == "pdf") {
        const auto pages = around.writePdf(document, picturesOf(document));
        return pages ? writeOut(out, *pages, around.out) : Result<Done>{pages.error()};
    }
    const auto grows = placeToGrow(format, out);
    if (!grows)
        return grows.error();
    const auto files = app::reportFiles(document, format, *grows, arguments.has("--bom"));
    if (!files)
        return files.error();
    return out == "-" ? writeOut(out, files->front().content, around.out) : app::writeTogether(*files);
}

}  // namespace holdfast::cli
