#include "fault/disk/rewind.h"

#include "fault/disk/disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>

namespace holdfast::test::disk {
namespace fs = std::filesystem;

Rewind::Rewind(const fs::path& folder) : m_folder{folder}, m_contents{contentsOf(folder)}
{
    for (const auto& [name, content] : m_contents)
        fs::create_hard_link(folder / name, m_links.path() / name);
}

void Rewind::restore() const
{
    // Not noted: thousands of times the whole store would fill the memory of which every point copies the tables.
    const Pause pause;
    for (const auto& entry : fs::directory_iterator{m_folder})
        if (!m_contents.contains(entry.path().filename().string()))
            fs::remove(entry.path());
    for (const auto& [name, content] : m_contents) {
        const fs::path path = m_folder / name;
        const fs::path kept = m_links.path() / name;
        if (!fs::exists(path) || !fs::equivalent(path, kept)) {
            fs::remove(path);
            fs::create_hard_link(kept, path);
        }
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const bool whole = ::pwrite(file, content.data(), content.size(), 0) == static_cast<ssize_t>(content.size()) &&
                           ::ftruncate(file, static_cast<off_t>(content.size())) == 0;
        ::close(file);
        if (!whole)
            throw std::runtime_error{"a file cannot be put back"};
    }
}

}  // namespace holdfast::test::disk
