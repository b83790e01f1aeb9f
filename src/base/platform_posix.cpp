#include "base/platform.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

namespace holdfast::platform {
namespace {

/// Closes on every way out.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number{number} {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : m_number{std::exchange(other.m_number, -1)} {}
    Descriptor& operator=(Descriptor&&) = delete;

    int get() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number;
};

Error failure(int number, std::string where)
{
    switch (number) {
    case ENOENT: return {ErrorCode::notFound, std::move(where), "there is no such file or folder"};
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return {ErrorCode::diskFull, std::move(where), "there is no room left"};
    case EACCES:
    case EPERM:
    case EROFS: return {ErrorCode::readOnly, std::move(where), "it may not be written or read"};
    default:
        return {ErrorCode::unavailable, std::move(where), "the system refused (errno " + std::to_string(number) + ")"};
    }
}

std::string folderOf(const std::string& path)
{
    const auto folder = std::filesystem::path{path}.parent_path().string();
    return folder.empty() ? "." : folder;
}

Result<std::string> readAll(int descriptor, std::size_t limit, const std::string& where)
{
    std::string content;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(errno, where);
        if (count == 0)
            return content;
        content.append(buffer.data(), static_cast<std::size_t>(count));
        if (content.size() > limit)
            return Error{ErrorCode::invalid, where, "expected at most " + std::to_string(limit) + " bytes, found more"};
    }
}

Result<Done> writeAll(int descriptor, std::string_view content, const std::string& where)
{
    while (!content.empty()) {
        const ssize_t count = ::write(descriptor, content.data(), content.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(errno, where);
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return Done{};
}

/// Where a standard stream is missing, the next file to be opened would get its number and what is printed its text.
void occupyStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0)
            static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
}

class PosixRecordFile final : public RecordFile {
public:
    PosixRecordFile(Descriptor descriptor, std::string path)
        : m_descriptor{std::move(descriptor)}, m_path{std::move(path)}
    {}

    Result<std::string> readAt(std::int64_t place, std::size_t size) const override
    {
        std::string bytes(size, '\0');
        const ssize_t count = ::pread(m_descriptor.get(), bytes.data(), size, place);
        if (count < 0)
            return failure(errno, m_path);
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }

    Result<Done> writeAt(std::int64_t place, std::string_view bytes) override
    {
        const ssize_t count = ::pwrite(m_descriptor.get(), bytes.data(), bytes.size(), place);
        if (count != static_cast<ssize_t>(bytes.size()))
            return failure(count < 0 ? errno : ENOSPC, m_path);
        if (::fdatasync(m_descriptor.get()) != 0)
            return failure(errno, m_path);
        return Done{};
    }

    Result<Done> alone(const std::function<Result<Done>()>& work) override
    {
        if (::flock(m_descriptor.get(), LOCK_EX) != 0)
            return failure(errno, m_path);
        auto done = work();
        ::flock(m_descriptor.get(), LOCK_UN);
        return done;
    }

private:
    Descriptor m_descriptor;
    std::string m_path;
};

class HeldLock final : public FileLock {
public:
    explicit HeldLock(Descriptor descriptor) : m_descriptor{std::move(descriptor)} {}

private:
    Descriptor m_descriptor;
};

}  // namespace

void hardenProcess()
{
    occupyStandardStreams();
    std::signal(SIGPIPE, SIG_IGN);
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

bool isPrivate(const std::string& path)
{
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 && (facts.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

Result<Done> writeFileAtomically(const std::string& path, std::string_view content)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode))
        return Error{ErrorCode::invalid, path,
                     S_ISDIR(facts.st_mode) ? "expected a file, found a folder" : "expected a file, found a device"};
    const std::string part = path + ".part";
    {
        const Descriptor file{::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
        if (!file)
            return failure(errno, path);
        auto written = writeAll(file.get(), content, path);
        if (written && ::fsync(file.get()) != 0)
            written = failure(errno, path);
        if (!written) {
            ::unlink(part.c_str());
            return written;
        }
    }
    return replaceFile(part, path);
}

Result<Done> syncFolder(const std::string& folder)
{
    const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!opened || ::fsync(opened.get()) != 0)
        return failure(errno, folder);
    return Done{};
}

Result<Done> replaceFile(const std::string& from, const std::string& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return failure(errno, to);
    return syncFolder(folderOf(to));
}

Result<std::string> readFile(const std::string& path, std::size_t limit)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file)
        return failure(errno, path);
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0 || S_ISDIR(facts.st_mode))
        return Error{ErrorCode::invalid, path, "expected a file, found a folder"};
    return readAll(file.get(), limit, path);
}

Result<std::string> readStandardInput(std::size_t limit)
{
    return readAll(STDIN_FILENO, limit, "standard input");
}

Result<std::string> askSecretly(std::string_view prompt)
{
    const Descriptor terminal{::open("/dev/tty", O_RDWR | O_CLOEXEC)};
    termios before{};
    if (!terminal || ::tcgetattr(terminal.get(), &before) != 0)
        return Error{ErrorCode::unavailable, "terminal", "there is no terminal to ask on; use --passphrase-file"};
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal.get(), TCSAFLUSH, &silent);

    auto asked = writeAll(terminal.get(), prompt, "terminal");
    std::string typed;
    char c = 0;
    while (asked && ::read(terminal.get(), &c, 1) == 1 && c != '\n' && typed.size() < 4096)
        typed += c;
    ::tcsetattr(terminal.get(), TCSAFLUSH, &before);
    asked = writeAll(terminal.get(), "\n", "terminal");
    if (!asked)
        return asked.error();
    return typed;
}

Result<std::unique_ptr<RecordFile>> openRecordFile(const std::string& path, OpenFor use)
{
    const int flags = use == OpenFor::reading ? O_RDONLY : O_RDWR | O_CREAT;
    Descriptor file{::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!file)
        return failure(errno, path);
    return std::unique_ptr<RecordFile>{std::make_unique<PosixRecordFile>(std::move(file), path)};
}

Result<std::unique_ptr<FileLock>> lockFile(const std::string& path)
{
    Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!file)
        return failure(errno, path);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCode::busy, path, "another program has it open"};
    return std::unique_ptr<FileLock>{std::make_unique<HeldLock>(std::move(file))};
}

Result<std::string> dataFolder()
{
    const char* chosen = std::getenv("XDG_DATA_HOME");
    std::string base = chosen && *chosen == '/' ? chosen : "";
    if (base.empty()) {
        const char* home = std::getenv("HOME");
        const passwd* user = home ? nullptr : ::getpwuid(::getuid());
        base = std::string{home ? home : user ? user->pw_dir : "."} + "/.local/share";
    }
    const std::string folder = base + "/holdfast";
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return failure(problem.value(), folder);
    return folder;
}

std::string hostName()
{
    std::array<char, 256> name{};  // the last byte stays: a name that was cut short need not end in one
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()} : std::string{};
}

std::string fileSystemName(const std::string& path)
{
    struct stat facts {};
    if (::stat(folderOf(path).c_str(), &facts) != 0)
        return {};
    const std::string device =
        ' ' + std::to_string(major(facts.st_dev)) + ':' + std::to_string(minor(facts.st_dev)) + ' ';
    // "36 35 98:0 /root /mount options - ext4 /dev/sda1 rw"; a space in a name is written \040.
    std::ifstream mounts{"/proc/self/mountinfo"};
    for (std::string line; std::getline(mounts, line);) {
        const auto kind = line.find(" - ");
        if (kind == std::string::npos || line.find(device) > line.find('/'))
            continue;
        const auto begin = kind + 3;
        return line.substr(begin, line.find(' ', begin) - begin);
    }
    return {};
}

bool isOnNetworkShare(const std::string& path)
{
    constexpr std::array<long, 4> networked{0x6969, 0xff534d42, 0x517b, 0xfe534d42};  // NFS, CIFS, SMB, SMB2
    struct statfs facts {};
    if (::statfs(folderOf(path).c_str(), &facts) != 0)
        return false;
    for (const long kind : networked)
        if ((static_cast<unsigned long>(facts.f_type) & 0xffffffffUL) == static_cast<unsigned long>(kind))
            return true;
    return false;
}

}  // namespace holdfast::platform
