#include "cli/report_files.h"

#include "app/growing_folder.h"
#include "app/report_writing.h"
#include "base/platform.h"
#include "cli/stores.h"
#include "report/picture.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace holdfast::cli {
namespace {

namespace fs = std::filesystem;

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

/// All or none: what stands beside the first file waits under another name until that one is in its place.
Result<Done> writeFiles(const std::vector<app::ReportFile>& files)
{
    const auto waiting = [](const app::ReportFile& file) { return file.path + ".new"; };
    const auto takeAway = [&] {
        std::error_code ignored;
        for (std::size_t i = 1; i < files.size(); ++i)
            fs::remove(waiting(files[i]), ignored);
    };
    Result<Done> done = Done{};
    for (std::size_t i = 1; i < files.size() && done; ++i)
        done = platform::writeFileAtomically(waiting(files[i]), files[i].content);
    if (done)
        done = platform::writeFileAtomically(files.front().path, files.front().content);
    for (std::size_t i = 1; i < files.size() && done; ++i)
        done = platform::replaceFile(waiting(files[i]), files[i].path);
    if (!done)
        takeAway();
    return done;
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
    std::error_code problem;
    const auto aside = fs::temp_directory_path(problem) / "holdfast-report";  // only a workbook needs a place to grow
    const auto files = app::reportFiles(document, format, out == "-" ? aside.string() : out, arguments.has("--bom"));
    if (!files)
        return files.error();
    return out == "-" ? writeOut(out, files->front().content, around.out) : writeFiles(*files);
}

}  // namespace holdfast::cli
