#include "fault/disk/disk.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <map>

namespace holdfast::test::disk {
namespace {

/// The C library's own function behind ours.
template <class Function>
Function* real(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

struct Watched {
    std::string folder;  ///< with a slash at its end; empty: nothing is watched
    bool paused = false;
    std::map<int, std::string> open;  ///< names by descriptor; "/" for the folder itself
    std::vector<Step> steps;
    bool armed = false;
    bool forGood = false;
    Trouble trouble = Trouble::readError;
    std::int64_t left = 0;
    int broken = 0;
    bool wasHalf = false;  ///< the last write was cut short for want of room
};

// Never destroyed: files are closed after static objects are gone.
Watched& watched()
{
    static auto* const one = new Watched;
    return *one;
}

bool isOn()
{
    return !watched().folder.empty() && !watched().paused;
}

/// The name within the folder; empty for a file elsewhere, "/" for the folder.
std::string nameOfPath(const char* path)
{
    const std::string text = path;
    const std::string& folder = watched().folder;
    if (folder.empty())
        return {};
    if (text + '/' == folder || text == folder)
        return "/";
    return text.starts_with(folder) ? text.substr(folder.size()) : std::string{};
}

/// What was opened there; null when it is not watched.
const std::string* nameOfOpen(int descriptor)
{
    if (!isOn())
        return nullptr;
    const auto found = watched().open.find(descriptor);
    return found == watched().open.end() ? nullptr : &found->second;
}

/// SQLite's shared memory is no part of what a disk keeps.
bool isKept(const std::string& name)
{
    return !name.ends_with("-shm");
}

bool fits(Trouble trouble, What what)
{
    switch (trouble) {
    case Trouble::readError: return what == What::read;
    case Trouble::writeError:
    case Trouble::full:
    case Trouble::lostWrite: return what == What::write;
    case Trouble::truncateError: return what == What::truncate;
    case Trouble::syncError: return what == What::sync || what == What::syncFolder;
    case Trouble::openError: return what == What::open;
    case Trouble::namesError: return what == What::rename || what == What::remove || what == What::link;
    }
    return false;
}

/// Whether this call is one that fails now.
bool fails(What what)
{
    Watched& disk = watched();
    if (!isOn() || !disk.armed || !fits(disk.trouble, what))
        return false;
    if (--disk.left > 0 || (disk.left < 0 && !disk.forGood && !disk.wasHalf))
        return false;
    ++disk.broken;
    return true;
}

void note(What what, const std::string& name, std::int64_t place = 0, std::string bytes = {}, std::string to = {})
{
    if (isKept(name))
        watched().steps.push_back({what, name, place, std::move(bytes), std::move(to)});
}

template <class Call>
int opened(const char* path, int flags, Call call)
{
    const std::string name = isOn() ? nameOfPath(path) : std::string{};
    if (name.empty())
        return call();
    if (fails(What::open)) {
        errno = EIO;
        return -1;
    }
    struct stat facts {};
    const bool isNew = (flags & O_CREAT) != 0 && ::lstat(path, &facts) != 0;
    const int descriptor = call();
    if (descriptor < 0)
        return descriptor;
    watched().open[descriptor] = name;
    if (isNew)
        note(What::create, name);
    else if ((flags & O_TRUNC) != 0)
        note(What::truncate, name, 0);
    return descriptor;
}

ssize_t written(int descriptor, const void* bytes, std::size_t size, std::int64_t place,
                ssize_t (*call)(int, const void*, std::size_t, std::int64_t))
{
    const std::string* name = nameOfOpen(descriptor);
    if (!name)
        return call(descriptor, bytes, size, place);
    Watched& disk = watched();
    if (fails(What::write)) {
        if (disk.trouble == Trouble::lostWrite)
            return static_cast<ssize_t>(size);
        const bool half = disk.trouble == Trouble::full && disk.broken == 1 && size > 1;
        if (!half) {
            disk.wasHalf = false;
            errno = disk.trouble == Trouble::full ? ENOSPC : EIO;
            return -1;
        }
        disk.wasHalf = true;
        size /= 2;
    }
    const ssize_t count = call(descriptor, bytes, size, place);
    if (count > 0)
        note(What::write, *name, place, {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    return count;
}

ssize_t readFrom(int descriptor, void* bytes, std::size_t size, std::int64_t place,
                 ssize_t (*call)(int, void*, std::size_t, std::int64_t))
{
    if (nameOfOpen(descriptor) && fails(What::read)) {
        errno = EIO;
        return -1;
    }
    return call(descriptor, bytes, size, place);
}

int truncated(int descriptor, std::int64_t size, int (*call)(int, std::int64_t))
{
    const std::string* name = nameOfOpen(descriptor);
    if (name && fails(What::truncate)) {
        errno = EIO;
        return -1;
    }
    const int code = call(descriptor, size);
    if (name && code == 0)
        note(What::truncate, *name, size);
    return code;
}

int synced(int descriptor, int (*call)(int))
{
    const std::string* name = nameOfOpen(descriptor);
    if (!name)
        return call(descriptor);
    const What what = *name == "/" ? What::syncFolder : What::sync;
    if (fails(what)) {
        errno = EIO;
        return -1;
    }
    note(what, *name);
    return 0;
}

/// Names that change: `call` does it.
template <class Call>
int renamed(What what, const char* from, const char* to, Call call)
{
    const std::string name = isOn() ? nameOfPath(from) : std::string{};
    if (name.empty() || name == "/")
        return call();
    if (fails(what)) {
        errno = EIO;
        return -1;
    }
    const int code = call();
    if (code != 0)
        return code;
    const std::string target = to ? nameOfPath(to) : std::string{};
    note(what, name, 0, {}, target);
    if (what == What::rename)
        for (auto& [descriptor, open] : watched().open)
            open = open == name ? target : open;
    return code;
}

std::int64_t positionOf(int descriptor)
{
    return ::lseek(descriptor, 0, SEEK_CUR);
}

}  // namespace

const char* nameOf(Trouble trouble)
{
    constexpr const char* names[]{"read error", "write error", "disk full",   "truncate error",
                                  "sync error", "open error",  "names error", "lost write"};
    return names[static_cast<std::size_t>(trouble)];
}

void watch(const std::filesystem::path& folder)
{
    watched() = {};
    watched().folder = folder.string() + '/';
}

void unwatch()
{
    watched() = {};
}

Pause::Pause()
{
    watched().paused = true;
}

Pause::~Pause()
{
    watched().paused = false;
}

const std::vector<Step>& steps()
{
    return watched().steps;
}

void breakAt(Trouble trouble, std::int64_t nth, bool forGood)
{
    Watched& disk = watched();
    disk.armed = true;
    disk.trouble = trouble;
    disk.left = nth;
    disk.forGood = forGood;
    disk.broken = 0;
    disk.wasHalf = false;
}

void mend()
{
    watched().armed = false;
}

int broken()
{
    return watched().broken;
}

}  // namespace holdfast::test::disk

// ---------------------------------------------------------------- what the linker finds before the C library

using namespace holdfast::test::disk;

namespace {

int openReal(const char* name, const char* path, int flags, mode_t mode)
{
    return real<int(const char*, int, ...)>(name)(path, flags, mode);
}

mode_t modeOf(int flags, va_list list)
{
    return (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : mode_t{0};
}

ssize_t pwriteReal(int file, const void* bytes, std::size_t size, std::int64_t place)
{
    static const auto call = real<ssize_t(int, const void*, std::size_t, off_t)>("pwrite");
    return call(file, bytes, size, place);
}

ssize_t preadReal(int file, void* bytes, std::size_t size, std::int64_t place)
{
    static const auto call = real<ssize_t(int, void*, std::size_t, off_t)>("pread");
    return call(file, bytes, size, place);
}

int ftruncateReal(int file, std::int64_t size)
{
    static const auto call = real<int(int, off_t)>("ftruncate");
    return call(file, size);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(path, flags, [&] { return openReal("open", path, flags, mode); });
}

int open64(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(path, flags, [&] { return openReal("open64", path, flags, mode); });
}

int close(int file)
{
    static const auto call = real<int(int)>("close");
    watched().open.erase(file);
    return call(file);
}

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t place)
{
    return written(file, bytes, size, place, pwriteReal);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t place)
{
    return written(file, bytes, size, place, pwriteReal);
}

ssize_t write(int file, const void* bytes, std::size_t size)
{
    return written(file, bytes, size, nameOfOpen(file) ? positionOf(file) : 0,
                   [](int to, const void* from, std::size_t count, std::int64_t) {
                       static const auto call = real<ssize_t(int, const void*, std::size_t)>("write");
                       return call(to, from, count);
                   });
}

ssize_t pread(int file, void* bytes, std::size_t size, off_t place)
{
    return readFrom(file, bytes, size, place, preadReal);
}

ssize_t pread64(int file, void* bytes, std::size_t size, off64_t place)
{
    return readFrom(file, bytes, size, place, preadReal);
}

ssize_t read(int file, void* bytes, std::size_t size)
{
    return readFrom(file, bytes, size, 0, [](int from, void* to, std::size_t count, std::int64_t) {
        static const auto call = real<ssize_t(int, void*, std::size_t)>("read");
        return call(from, to, count);
    });
}

int ftruncate(int file, off_t size) noexcept
{
    return truncated(file, size, ftruncateReal);
}

int ftruncate64(int file, off64_t size) noexcept
{
    return truncated(file, size, ftruncateReal);
}

int fsync(int file)
{
    return synced(file, real<int(int)>("fsync"));
}

int fdatasync(int file)
{
    return synced(file, real<int(int)>("fdatasync"));
}

int rename(const char* from, const char* to) noexcept
{
    return renamed(What::rename, from, to, [&] { return real<int(const char*, const char*)>("rename")(from, to); });
}

int link(const char* from, const char* to) noexcept
{
    return renamed(What::link, from, to, [&] { return real<int(const char*, const char*)>("link")(from, to); });
}

int unlink(const char* path) noexcept
{
    return renamed(What::remove, path, nullptr, [&] { return real<int(const char*)>("unlink")(path); });
}

int remove(const char* path) noexcept
{
    return renamed(What::remove, path, nullptr, [&] { return real<int(const char*)>("remove")(path); });
}

}  // extern "C"
