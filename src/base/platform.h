// What only the operating system can do. One implementation per system: platform_posix.cpp; Windows gets its own.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace holdfast::platform {

/// First thing in main: files of ours are readable by their owner only, and the process leaves no core dump. Standard
/// streams that are missing stay unusable instead of becoming the next file that is opened, and a reader that hangs up
/// is an error of the write instead of the end of the process.
void hardenProcess();

/// True when only the owner may read the file.
bool isPrivate(const std::string& path);

/// Writes a file so that a crash leaves the old content or the new one: checked writes to a neighbour, fsync,
/// rename, fsync of the folder. The file is created private (0600). What is there and not a file (a folder, a device)
/// is refused.
Result<Done> writeFileAtomically(const std::string& path, std::string_view content);

/// Makes what was renamed or created in `folder` survive a power cut.
Result<Done> syncFolder(const std::string& folder);

/// Replaces `to` by `from` in one step and syncs the folder.
Result<Done> replaceFile(const std::string& from, const std::string& to);

/// Bytes of the file, at most `limit`; an error when it is longer or cannot be read.
Result<std::string> readFile(const std::string& path, std::size_t limit);

/// Everything on standard input, at most `limit` bytes.
Result<std::string> readStandardInput(std::size_t limit);

/// Asks on the terminal without echo; an error when there is no terminal.
Result<std::string> askSecretly(std::string_view prompt);

/// Held while a store is open for writing; dies with the process, so it cannot go stale.
class FileLock {
public:
    virtual ~FileLock() = default;
};

/// A small file whose records are written in place.
class RecordFile {
public:
    virtual ~RecordFile() = default;
    virtual Result<std::string> readAt(std::int64_t place, std::size_t size) const = 0;  ///< shorter at the file's end
    virtual Result<Done> writeAt(std::int64_t place, std::string_view bytes) = 0;        ///< on the disk on return

    /// Runs `work` while no other process is inside this.
    virtual Result<Done> alone(const std::function<Result<Done>()>& work) = 0;
};

enum class OpenFor : std::uint8_t { reading, writing };  ///< for writing it is made, private, when missing

Result<std::unique_ptr<RecordFile>> openRecordFile(const std::string& path, OpenFor use);

/// An error with ErrorCode::busy when another process holds it.
Result<std::unique_ptr<FileLock>> lockFile(const std::string& path);

/// Where this platform keeps an application's data, e.g. ~/.local/share/holdfast. Created private when missing.
Result<std::string> dataFolder();

/// What this computer is called; empty when it does not say.
std::string hostName();

/// The kind of file system that the folder of `path` is on, as the system names it: "ext4", "nfs4", "fuse.sshfs". Empty when
/// it does not say.
std::string fileSystemName(const std::string& path);

/// True when the folder of `path` is on a network share, where WAL is not safe.
bool isOnNetworkShare(const std::string& path);

}  // namespace holdfast::platform
