#include "app/report_writing.h"

#include "exchange/document_files.h"
#include "exchange/picture_svg.h"
#include "exchange/report_origin.h"

#include <filesystem>

namespace holdfast::app {

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
        const std::string name = std::filesystem::path{path}.filename().string();
        return Files{{path, csv}, {exchange::csvMetadataName(path), exchange::writeCsvMetadata(document, name, csv)}};
    }
    if (format != "xlsx")
        return Error{ErrorCode::invalid, "format", "expected csv, json, html or xlsx"};
    return exchange::writeDocumentXlsx(document, path + ".making").transform([&](std::string&& bytes) {
        return Files{{path, std::move(bytes)}};
    });
}

std::string pictureSvg(const report::Picture& picture, const report::Document& document)
{
    return exchange::writePictureSvg(picture, document);
}

}  // namespace holdfast::app
