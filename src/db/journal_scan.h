// Reads SQLite's write-ahead journal the way recovery does, to say what recovery would leave out without a word.
#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace holdfast::db {

struct JournalScan {
    std::int64_t saves = 0;      ///< transactions that recovery can read
    std::int64_t lostSaves = 0;  ///< transactions of the same journal after the first frame it cannot read
    std::int64_t badFrame = 0;   ///< that frame, from 1; 0 when the journal is sound

    std::set<std::uint32_t> pages{};  ///< that a save in the journal holds: what the file has of them is no longer read

    /// A power cut can leave one unfinished transaction at the end; more than one cannot come about that way.
    bool sound() const noexcept { return lostSaves < 2; }
};

/// An absent or empty journal is sound. Scanning while another program saves is safe.
JournalScan scanJournal(const std::string& walPath);

}  // namespace holdfast::db
