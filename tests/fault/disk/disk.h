// The disk as one process sees it, watched and made to fail. This program defines the calls of the C library by which
// SQLCipher, the platform layer and the standard library reach files (open, pread, pwrite, ftruncate, fdatasync, rename,
// unlink, ...), so every byte of a store is seen: the store, its journal, the anchor and the keys beside it. Nothing of
// it is in the shipped program.
//
// One folder is watched at a time. Syncs are noted and not carried out: what a power cut would leave is worked out from
// the notes (power_cut.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace holdfast::test::disk {

enum class What : std::uint8_t { read, write, truncate, sync, create, rename, remove, link, syncFolder, open };

/// One call, as it was carried out. Reads and openings are only counted: they change nothing.
struct Step {
    What what = What::write;
    std::string name;        ///< of the file, in the folder
    std::int64_t place = 0;  ///< of a write; the new size of a truncation
    std::string bytes;       ///< what was written
    std::string to;          ///< of a rename or a link
};

/// What goes wrong. `full` takes half of a write and then nothing more; `lostWrite` says that it wrote and did not, as if
/// nobody had looked at the answer: for control tests.
enum class Trouble : std::uint8_t {
    readError,
    writeError,
    full,
    truncateError,
    syncError,
    openError,
    namesError,
    lostWrite
};
inline constexpr Trouble allTroubles[]{Trouble::readError,     Trouble::writeError, Trouble::full,
                                       Trouble::truncateError, Trouble::syncError,  Trouble::openError,
                                       Trouble::namesError};
const char* nameOf(Trouble trouble);

/// From now on calls on files of `folder` are noted.
void watch(const std::filesystem::path& folder);
/// Forgets the notes and lets every call through.
void unwatch();
/// While it lives, calls are the test's own and not noted.
struct Pause {
    Pause();
    ~Pause();
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;
};

const std::vector<Step>& steps();

/// The `nth` call, from 1, that `trouble` can happen to fails; with `forGood` every later one too.
void breakAt(Trouble trouble, std::int64_t nth, bool forGood);
/// The disk works again.
void mend();
/// How many calls failed since breakAt(). 0: the trouble never happened.
int broken();

}  // namespace holdfast::test::disk
