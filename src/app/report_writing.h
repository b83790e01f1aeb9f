// A report as files of each kind that needs no screen, and putting files of any kind in their places. For the screens, which
// speak to app only.
#pragma once

#include "base/result.h"
#include "report/document.h"
#include "report/picture.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::app {

struct ReportFile {
    std::string path;
    std::string content;
};

/// "csv" (with the file beside it that says how it was made), "json", "html" and "xlsx", which grows beside `path` meanwhile.
/// ErrorCode::invalid for another format. The mark is for a CSV that a spreadsheet shall read as UTF-8.
Result<std::vector<ReportFile>> reportFiles(const report::Document& document, std::string_view format,
                                            const std::string& path, bool byteOrderMark);

/// Puts all of them in their places or none: every one is written aside first, so what was there before stays when one of
/// them cannot be. ErrorCode::cancelled when `stopped` says so before the first is in its place.
Result<Done> writeTogether(const std::vector<ReportFile>& files, const std::function<bool()>& stopped = {});

/// A picture as a file of its own, with the caveats under it.
std::string pictureSvg(const report::Picture& picture, const report::Document& document);

}  // namespace holdfast::app
