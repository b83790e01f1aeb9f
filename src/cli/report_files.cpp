#include "cli/report_files.h"

#include "app/growing_folder.h"
#include "base/platform.h"
#include "cli/stores.h"
#include "exchange/document_files.h"
#include "exchange/picture_svg.h"
#include "exchange/report_origin.h"
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
                                             : Result<std::string>{exchange::writePictureSvg(picture, document)};
        if (!painted)
            return painted.error();
        if (auto written = (*made)->append(picture.id + '.' + format, *painted); !written)
            return written;
    }
    return (*made)->finish();
}

/// The workbook grows beside its target, where there has to be room for it anyway.
Result<std::string> workbook(const report::Document& document, const std::string& out)
{
    if (out != "-")
        return exchange::writeDocumentXlsx(document, out + ".making");
    std::error_code problem;
    const auto folder = fs::temp_directory_path(problem);
    return exchange::writeDocumentXlsx(document,
                                       ((problem ? fs::path{"."} : folder) / "holdfast-report.making").string());
}

/// Both or none: the second file waits under another name until the first is in its place.
Result<Done> writeCsv(const report::Document& document, const Arguments& arguments, std::ostream& out)
{
    const std::string file = arguments.get("--out");
    const std::string csv = exchange::writeDocumentCsv(document, arguments.has("--bom"));
    if (file == "-")
        return writeOut(file, csv, out);
    const std::string about = exchange::csvMetadataName(file);
    const std::string waiting = about + ".new";
    const std::string name = fs::path{file}.filename().string();
    if (auto written = platform::writeFileAtomically(waiting, exchange::writeCsvMetadata(document, name, csv));
        !written)
        return written;
    auto written = writeOut(file, csv, out);
    if (written)
        return platform::replaceFile(waiting, about);
    std::error_code ignored;
    fs::remove(waiting, ignored);
    return written;
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
    if (format == "csv")
        return writeCsv(document, arguments, around.out);
    if (format == "json")
        return writeOut(out, exchange::writeDocumentJson(document), around.out);
    if (format == "html")
        return writeOut(out, exchange::writeDocumentHtml(document), around.out);
    const auto bytes = format == "xlsx" ? workbook(document, out) : around.writePdf(document, picturesOf(document));
    if (!bytes)
        return bytes.error();
    return writeOut(out, *bytes, around.out);
}

}  // namespace holdfast::cli
