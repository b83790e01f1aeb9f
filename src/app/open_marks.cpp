#include "app/open_marks.h"

#include "base/platform.h"
#include "base/text.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace holdfast::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view infix = ".open-";
constexpr std::size_t longestMark = 1000;
constexpr std::size_t longestPart = 100;

std::string markOf(const std::string& store, const std::string& sitting)
{
    return store + std::string{infix} + sitting;
}

/// The next line. What lies beside a store may have been written by anybody.
std::string takeLine(std::string& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    std::string line = text.substr(0, std::min(end, longestPart));
    text.erase(0, std::min(end + 1, text.size()));
    const bool isSound =
        isValidUtf8(line) && std::ranges::none_of(line, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return isSound ? line : std::string{};
}

std::optional<Opening> read(const std::string& mark)
{
    const auto content = platform::readFile(mark, longestMark);
    if (!content)
        return std::nullopt;
    std::string text = *content;
    Opening opening;
    opening.worker = WorkerId{takeLine(text)};
    opening.host = takeLine(text);
    const auto since = parseInstant(takeLine(text));
    if (!since)
        return std::nullopt;
    opening.since = *since;
    return opening;
}

std::vector<std::string> marksAt(const std::string& store)
{
    const std::string begin = fs::path{store}.filename().string() + std::string{infix};
    std::vector<std::string> marks;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator{fs::absolute(store).parent_path(), problem})
        if (entry.path().filename().string().starts_with(begin))
            marks.push_back(entry.path().string());
    return marks;
}

}  // namespace

Result<std::unique_ptr<OpenMark>> OpenMark::leave(const std::string& store, const std::string& sitting,
                                                  const WorkerId& worker, Instant since)
{
    const std::string path = markOf(store, sitting);
    auto lock = platform::lockFile(path);
    if (!lock)
        return std::move(lock).error();
    std::unique_ptr<OpenMark> mark{new OpenMark{path, *std::move(lock)}};
    const auto file = platform::openRecordFile(path, platform::OpenFor::writing);
    if (!file)
        return file.error();
    if (auto written =
            (*file)->writeAt(0, worker.str() + '\n' + platform::hostName() + '\n' + formatInstant(since) + '\n');
        !written)
        return written.error();
    return mark;
}

OpenMark::OpenMark(std::string path, std::unique_ptr<platform::FileLock> lock)
    : m_path{std::move(path)}, m_lock{std::move(lock)}
{}

OpenMark::~OpenMark()
{
    std::error_code ignored;
    fs::remove(m_path, ignored);
}

std::vector<Opening> othersAt(const std::string& store, const std::string& sitting)
{
    std::vector<Opening> others;
    for (const std::string& mark : marksAt(store)) {
        if (!sitting.empty() && mark.ends_with(std::string{infix} + sitting))
            continue;
        if (const auto lock = platform::lockFile(mark); lock) {
            std::error_code ignored;
            fs::remove(mark, ignored);  // its program was cut off
        } else if (const auto opening = read(mark)) {
            others.push_back(*opening);
        }
    }
    std::ranges::sort(others, {}, &Opening::since);
    return others;
}

}  // namespace holdfast::app
