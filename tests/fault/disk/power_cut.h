// What a disk may hold after the power went at a given moment, by the hardest reading of what a file system promises:
// each 512 bytes that were written since the last sync of their file are the old ones, the new ones or garbage, each
// by itself; a file may keep its old size; names that were made, changed or removed since the last sync of their folder
// may be as before.
#pragma once

#include "base/random.h"
#include "fault/disk/disk.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::test::disk {

using Contents = std::map<std::string, std::string>;  ///< by name in the folder

/// Everything in the folder, as it is.
Contents contentsOf(const std::filesystem::path& folder);
/// Makes the folder hold this and nothing else.
void put(const std::filesystem::path& folder, const Contents& contents);

class PowerCut {
public:
    explicit PowerCut(const Contents& before);

    /// The next thing that the process did.
    void then(const Step& step);
    /// A disk that breaks its promise: syncs of files whose name ends like this do nothing. For control tests.
    void ignoreSyncsOf(std::string ending) { m_ignored = std::move(ending); }

    /// One of the many things that the disk may hold now.
    Contents cut(Random& random) const;

private:
    enum class Arrived : std::uint8_t { nothing, everything, sectors, garbled };
    struct File {
        std::string safe;            ///< what no power cut takes
        std::vector<Step> unsynced;  ///< writes and truncations since
    };
    struct Names {
        Step step;
        int file = 0;  ///< that was made
    };

    std::map<std::string, int> namesNow() const;
    static void apply(std::map<std::string, int>& names, const Names& change);
    static std::string contentAfterCut(const File& file, Arrived arrived, Random& random);
    void sync(File& file);

    std::map<int, File> m_files;
    std::map<std::string, int> m_names;  ///< that no power cut takes
    std::vector<Names> m_changes;        ///< since the folder was synced
    int m_lastFile = 0;
    std::optional<std::string> m_ignored;
};

}  // namespace holdfast::test::disk
