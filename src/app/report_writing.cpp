#include "app/report_writing.h"

#include "base/platform.h"
#include "exchange/document_files.h"
#include "exchange/picture_svg.h"
#include "exchange/report_origin.h"

#include <filesystem>

namespace holdfast::app {
namespace {

namespace fs = std::filesystem;

/// What stands beside the first file waits under this name until that one is in its place.
std::string waiting(const ReportFile& file)
{
    return file.path + ".new";
}

void takeAway(const std::vector<ReportFile>& files)
{
    std::error_code ignored;
    for (std::size_t i = 1; i < files.size(); ++i)
        fs::remove(waiting(files[i]), ignored);
}

}  // namespace

Result<std::vector<ReportFile>> reportFiles(const report::Document& document, std::string_view format,
                                            const std::string& path, bool byteOrderMark)
{
    using Files = std::vector<ReportFile>;
    if (format == "json")
        return Files{{path, exchange::writeDocumentJson(document)}};
    if (format == "html")
        return Files{{path, exchange::writeDocumentHtml(document)}};
    if (format == "csv") {
        const std::string csv = exchange::writeDocumentCsv(document, byteOrderMark);
        const std::string name = fs::path{path}.filename().string();
        return Files{{path, csv}, {exchange::csvMetadataName(path), exchange::writeCsvMetadata(document, name, csv)}};
    }
    if (format != "xlsx")
        return Error{ErrorCode::invalid, "format", "expected csv, json, html or xlsx"};
    return exchange::writeDocumentXlsx(document, path + ".making").transform([&](std::string&& bytes) {
        return Files{{path, std::move(bytes)}};
    });
}

Result<Done> writeTogether(const std::vector<ReportFile>& files, const std::function<bool()>& stopped)
{
    const auto write = [&](const std::string& path, const ReportFile& file) -> Result<Done> {
        if (stopped && stopped())
            return Error{ErrorCode::cancelled, "report", "stopped"};
        return platform::writeFileAtomically(path, file.content);
    };
    Result<Done> done = Done{};
    for (std::size_t i = 1; i < files.size() && done; ++i)
        done = write(waiting(files[i]), files[i]);
    if (done)
        done = write(files.front().path, files.front());
    for (std::size_t i = 1; i < files.size() && done; ++i)
        done = platform::replaceFile(waiting(files[i]), files[i].path);
    if (!done)
        takeAway(files);
    return done;
}

std::string pictureSvg(const report::Picture& picture, const report::Document& document)
{
    return exchange::writePictureSvg(picture, document);
}

}  // namespace holdfast::app
