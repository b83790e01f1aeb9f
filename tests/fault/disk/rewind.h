// Puts a folder back as it was, under the feet of a process that has its files open: the same files with the same
// bytes. So a forked child may do to them what it likes, and the next child begins where it began.
#pragma once

#include "fault/disk/power_cut.h"
#include "support/temp_folder.h"

namespace holdfast::test::disk {

class Rewind {
public:
    explicit Rewind(const std::filesystem::path& folder);
    void restore() const;
    const Contents& contents() const { return m_contents; }

private:
    std::filesystem::path m_folder;
    TempFolder m_links;  ///< second names, so that a file that the child removed is not gone
    Contents m_contents;
};

}  // namespace holdfast::test::disk
