#include "base/storage_place.h"

#include "base/platform.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace holdfast {
namespace {

namespace fs = std::filesystem;

struct Sign {
    std::string_view sign;
    std::string_view by;
};

// Names that the programs give their folders, in small letters. "OneDrive - Wrenfield Trust" and "Dropbox (Team)" begin so.
constexpr std::array namedBy{
    Sign{"onedrive", "OneDrive"},
    Sign{"dropbox", "Dropbox"},
    Sign{"google drive", "Google Drive"},
    Sign{"googledrive", "Google Drive"},
    Sign{"my drive", "Google Drive"},
    Sign{"icloud drive", "iCloud"},
    Sign{"iclouddrive", "iCloud"},
    Sign{"com~apple~clouddocs", "iCloud"},
    Sign{"nextcloud", "Nextcloud"},
    Sign{"owncloud", "ownCloud"},
    Sign{"box sync", "Box"},
    Sign{"pclouddrive", "pCloud"},
    Sign{"megasync", "MEGA"},
    Sign{"proton drive", "Proton Drive"},
};

// What they leave in the folder that they keep in step, whatever it is called. Not ".dropbox": a home folder has one too.
constexpr std::array markedBy{
    Sign{".dropbox.cache", "Dropbox"},       Sign{".tmp.drivedownload", "Google Drive"},
    Sign{".nextcloudsync.log", "Nextcloud"}, Sign{".owncloudsync.log", "ownCloud"},
    Sign{".stfolder", "Syncthing"},          Sign{".seafile-data", "Seafile"},
};

constexpr std::array shares{"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "ncpfs", "lustre", "gfs2"};

std::string small(std::string text)
{
    std::ranges::transform(text, text.begin(), smallLetter);
    return text;
}

/// "onedrive", "onedrive - trust", "dropbox (team)"; not "dropboxes".
bool isNamed(const std::string& folder, std::string_view sign)
{
    return folder.starts_with(sign) &&
           (folder.size() == sign.size() || folder[sign.size()] == ' ' || folder[sign.size()] == '-');
}

std::string syncedBy(const fs::path& folder)
{
    const std::string name = small(folder.filename().string());
    for (const Sign& each : namedBy)
        if (isNamed(name, each.sign))
            return std::string{each.by};
    std::error_code ignored;
    for (const Sign& each : markedBy)
        if (fs::exists(folder / each.sign, ignored))
            return std::string{each.by};
    return {};
}

}  // namespace

StoragePlace placeOnFileSystem(const std::string& name)
{
    if (std::ranges::find(shares, name) != shares.end())
        return {StoragePlace::Kind::networkShare, name};
    // "fuseblk" is a disk of this computer (NTFS, exFAT).
    if (name == "fuse" || name.starts_with("fuse."))
        return {StoragePlace::Kind::remoteMount, name};
    return {};
}

StoragePlace placeOf(const std::string& path)
{
    std::error_code problem;
    // A link into a synced folder is in it.
    fs::path folder = fs::weakly_canonical(fs::absolute(path), problem);
    if (problem)
        folder = fs::absolute(path);
    for (fs::path above = folder; above.has_relative_path(); above = above.parent_path())
        if (const std::string by = syncedBy(above); !by.empty())
            return {StoragePlace::Kind::syncedFolder, by};
    // Asked of the file itself it may not be there yet.
    const std::string inside = fs::is_directory(folder, problem) ? (folder / "x").string() : folder.string();
    if (platform::isOnNetworkShare(inside))
        return {StoragePlace::Kind::networkShare, platform::fileSystemName(inside)};
    return placeOnFileSystem(platform::fileSystemName(inside));
}

}  // namespace holdfast
