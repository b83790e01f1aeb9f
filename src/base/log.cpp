#include "base/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <filesystem>
#include <memory>

namespace holdfast::log {
namespace {

constexpr std::size_t fileSize = std::size_t{1024} * 1024;
constexpr std::size_t files = 3;

// A process has one log; it is the only mutable global, and it cannot carry meaning back into the program.
std::unique_ptr<spdlog::logger>& logger()
{
    static std::unique_ptr<spdlog::logger> instance;
    return instance;
}

void writeAt(spdlog::level::level_enum level, Label event, std::initializer_list<std::string> values)
{
    if (!logger())
        return;
    std::string line{event.text()};
    for (const std::string& value : values)
        line += ' ' + value;
    logger()->log(level, line);
}

}  // namespace

Result<Done> openFile(const std::string& folder)
{
    try {
        std::filesystem::create_directories(folder);
        const auto path = (std::filesystem::path{folder} / "holdfast.log").string();
        auto opened = std::make_unique<spdlog::logger>(
            "holdfast", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path, fileSize, files));
        opened->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        opened->flush_on(spdlog::level::info);
        logger() = std::move(opened);
        return Done{};
    } catch (const std::exception&) {  // what() would hold the path, and a path can hold a person's name
        return Error{ErrorCode::readOnly, "log", "the log folder cannot be written"};
    }
}

void write(Label event, std::initializer_list<std::string> values)
{
    writeAt(spdlog::level::info, event, values);
}

void writeWarning(Label event, std::initializer_list<std::string> values)
{
    writeAt(spdlog::level::warn, event, values);
}

}  // namespace holdfast::log
