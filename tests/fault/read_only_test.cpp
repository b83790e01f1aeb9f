// A folder that may not be written: the store is refused for work, opens for reading, and is not changed. Run as root,
// a child without rights does it, and first shows that a plain write fails there.
#include "base/platform.h"
#include "fault/child.h"
#include "fault/tiny_store.h"

#include <filesystem>
#include <fstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::test;

namespace {

namespace fs = std::filesystem;

constexpr int plainWriteWorked = 101;
constexpr int notRefused = 102;
constexpr int notReadable = 103;
constexpr int rightsKept = 104;

/// Readable by everybody, writable by nobody.
void protect(const TinyStore& store)
{
    for (const auto& entry : fs::directory_iterator{store.folder.path()})
        fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(store.folder.path(), fs::perms{0555});
}

void unprotect(const TinyStore& store)
{
    fs::permissions(store.folder.path(), fs::perms{0755});
    for (const auto& entry : fs::directory_iterator{store.folder.path()})
        fs::permissions(entry.path(), fs::perms{0600});
}

bool plainWriteWorks(const TinyStore& store)
{
    std::ofstream file{store.folder.file("plain")};
    file << 'x';
    file.close();
    const bool worked = !file.fail();
    std::error_code ignored;
    fs::remove(store.folder.file("plain"), ignored);
    return worked;
}

int tryBoth(const TinyStore& store)
{
    if (plainWriteWorks(store))
        return plainWriteWorked;
    const auto refused = store.open();
    if (refused || refused.error().code != ErrorCode::readOnly)
        return notRefused;
    const auto later = store.open(tinySchemaLater());
    if (later || later.error().code != ErrorCode::readOnly)
        return notRefused;
    if (const auto made = db::createPlain(store.folder.file("new"), tinySchema());
        made || made.error().code != ErrorCode::readOnly)
        return notRefused;
    db::OpenOptions reading;
    reading.readOnly = true;
    const auto opened = store.open(tinySchema(), reading);
    return opened && wholeSaves(*opened.value()) == 3 ? 0 : notReadable;
}

void saveThrice(const TinyStore& store)
{
    const auto opened = store.open();
    for (int number = 1; number <= 3; ++number)
        moveOnce(*opened.value(), number);
}

}  // namespace

TEST_CASE("in a read-only folder a store is refused for work, can be read, and keeps every byte")
{
    const TinyStore store;
    saveThrice(store);
    const std::string before = platform::readFile(store.path(), 1U << 24U).value();
    protect(store);
    Child child{[&] { return dropRights() ? tryBoth(store) : rightsKept; }};
    CHECK(child.wait() == 0);
    unprotect(store);
    CHECK(platform::readFile(store.path(), 1U << 24U).value() == before);
    CHECK(store.open());
}

TEST_CASE("without the protection the same child can write, so the protection is what refuses")
{
    const TinyStore store;
    saveThrice(store);
    fs::permissions(store.folder.path(), fs::perms{0777});
    Child child{[&] { return dropRights() ? tryBoth(store) : rightsKept; }};
    CHECK(child.wait() == plainWriteWorked);
}

TEST_CASE("a store that only somebody else may read is called unreadable, not something else than a store")
{
    const TinyStore store;
    saveThrice(store);
    fs::permissions(store.folder.path(), fs::perms{0755});
    fs::permissions(store.path(), fs::perms::none);
    Child child{[&] {
        if (!dropRights())
            return rightsKept;
        const auto opened = store.open();
        return !opened && opened.error().code == ErrorCode::unavailable ? 0 : notRefused;
    }};
    CHECK(child.wait() == 0);
    unprotect(store);
    CHECK(store.open());
}

TEST_CASE("on a read-only disk a store is refused for work and can be read")
{
    if (::geteuid() != 0)
        SKIP("mounting needs root");
    const TinyStore store;
    saveThrice(store);
    const std::string folder = store.folder.path().string();
    if (::mount(folder.c_str(), folder.c_str(), "", MS_BIND, nullptr) != 0)
        SKIP("this machine does not let root mount");
    REQUIRE(::mount("", folder.c_str(), "", MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0);
    CHECK(tryBoth(store) == 0);
    ::umount2(folder.c_str(), MNT_DETACH);
}
