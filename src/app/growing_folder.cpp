#include "app/growing_folder.h"

#include "base/platform.h"

#include <filesystem>

namespace holdfast::app {
namespace {

namespace fs = std::filesystem;

Error folderFailure(const std::error_code& problem, const std::string& where)
{
    if (problem == std::errc::no_space_on_device)
        return {ErrorCode::diskFull, where, "there is no room left"};
    if (problem == std::errc::permission_denied || problem == std::errc::operation_not_permitted ||
        problem == std::errc::read_only_file_system)
        return {ErrorCode::readOnly, where, "it may not be written"};
    if (problem == std::errc::no_such_file_or_directory || problem == std::errc::not_a_directory)
        return {ErrorCode::notFound, where, "the folder it would lie in is not there"};
    return {ErrorCode::unavailable, where, "the folder could not be made"};
}

}  // namespace

struct GrowingFolder::Open {
    std::unique_ptr<platform::RecordFile> file;
    std::int64_t size = 0;
};

GrowingFolder::GrowingFolder(std::string path) : m_path{std::move(path)}, m_part{m_path + ".part"} {}

GrowingFolder::~GrowingFolder()
{
    m_files.clear();
    std::error_code ignored;
    if (!m_finished)
        fs::remove_all(m_part, ignored);
}

Result<std::unique_ptr<GrowingFolder>> GrowingFolder::beside(const std::string& path)
{
    std::string plain = path;
    while (plain.size() > 1 && plain.back() == '/')
        plain.pop_back();
    std::error_code problem;
    const fs::file_status there = fs::symlink_status(plain, problem);
    const bool emptyFolder = fs::is_directory(there) && fs::is_empty(plain, problem);
    if (fs::exists(there) && !emptyFolder)
        return Error{ErrorCode::conflict, path,
                     "expected a new or an empty folder; choose another one, nothing was written"};
    std::unique_ptr<GrowingFolder> folder{new GrowingFolder{plain}};
    const bool made = fs::create_directory(folder->m_part, problem);
    if (!made) {
        folder->m_finished = true;  // it is not ours to take away
        if (problem)
            return folderFailure(problem, path);
        return Error{ErrorCode::conflict, folder->m_part,
                     "is in the way, perhaps left by an export that was cut off; remove it and try again"};
    }
    fs::permissions(folder->m_part, fs::perms::owner_all, problem);
    return folder;
}

Result<Done> GrowingFolder::append(const std::string& file, std::string_view text)
{
    auto at = m_files.find(file);
    if (at == m_files.end()) {
        auto opened = platform::openRecordFile(m_part + '/' + file, platform::OpenFor::writing);
        if (!opened)
            return std::move(opened).error();
        at = m_files.emplace(file, Open{*std::move(opened), 0}).first;
    }
    if (auto written = at->second.file->writeAt(at->second.size, text); !written)
        return written;
    at->second.size += static_cast<std::int64_t>(text.size());
    return Done{};
}

Result<Done> GrowingFolder::finish()
{
    m_files.clear();
    if (auto synced = platform::syncFolder(m_part); !synced)
        return synced;
    auto moved = platform::replaceFile(m_part, m_path);  // over an empty folder too
    m_finished = moved.has_value();
    return moved;
}

}  // namespace holdfast::app
