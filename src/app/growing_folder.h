// A folder of files that is made aside and put in its place whole: until then, and when anything fails, nothing of it can be
// seen under its name.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace holdfast::platform {
class RecordFile;
}

namespace holdfast::app {

class GrowingFolder {
public:
    /// Beside `path`, as "NAME.part". ErrorCode::conflict when there is something at `path` other than an empty folder.
    static Result<std::unique_ptr<GrowingFolder>> beside(const std::string& path);
    /// Takes away what was not finished.
    ~GrowingFolder();
    GrowingFolder(const GrowingFolder&) = delete;
    GrowingFolder& operator=(const GrowingFolder&) = delete;

    Result<Done> append(const std::string& file, std::string_view text);
    /// Puts it in its place.
    Result<Done> finish();

private:
    explicit GrowingFolder(std::string path);

    struct Open;
    std::string m_path;
    std::string m_part;
    std::map<std::string, Open, std::less<>> m_files;
    bool m_finished = false;
};

}  // namespace holdfast::app
