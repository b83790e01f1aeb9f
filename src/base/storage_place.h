// Whether a folder is one that other computers or a sync program reach: there two copies of one store can come to be, or an
// older one put in the place of a newer, without anybody noticing.
#pragma once

#include <cstdint>
#include <string>

namespace holdfast {

struct StoragePlace {
    enum class Kind : std::uint8_t {
        local,         ///< as far as can be seen
        networkShare,  ///< NFS, SMB and the like
        remoteMount,   ///< made to look like a disk by a program: sshfs, rclone
        syncedFolder   ///< a program copies it to servers elsewhere
    };
    Kind kind = Kind::local;
    std::string by{};  ///< "OneDrive", "fuse.sshfs"; empty for local
    friend bool operator==(const StoragePlace&, const StoragePlace&) = default;
};

/// Of the folder of `path`: by its file system, by the names of the folders above it, and by what sync programs leave in
/// them.
StoragePlace placeOf(const std::string& path);

/// By the name of a file system alone.
StoragePlace placeOnFileSystem(const std::string& name);

}  // namespace holdfast
