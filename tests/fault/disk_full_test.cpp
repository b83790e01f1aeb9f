// No room left: the save is refused with a clear word, what was saved stays, and the store opens and reads.
#include "db/integrity.h"
#include "db/transaction.h"
#include "fault/child.h"
#include "fault/tiny_store.h"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr int plainWriteWorked = 101;
constexpr int wrongFailure = 102;
constexpr int neverFull = 103;

void limitFileSize(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// Whether an ordinary program can still write `bytes` into the folder. If it can, the fault is not there.
bool plainWriteWorks(const std::string& path, std::size_t bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const std::string content(bytes, 'x');
    const bool worked =
        file >= 0 && ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size());
    ::close(file);
    ::unlink(path.c_str());
    return worked;
}

/// Saves until there is no room; 0 when that was said as it should be. `acknowledged` counts the saves before.
int saveUntilFull(const db::Opened& opened, std::int64_t from, SharedCount& acknowledged)
{
    for (std::int64_t number = from; number < from + 20000; ++number) {
        try {
            moveOnce(*opened.value(), number);
            acknowledged.set(number);
        } catch (const db::Failure& failure) {
            if (failure.kind() != db::Failure::Kind::diskFull)
                return wrongFailure;
            return wholeSaves(*opened.value()) == acknowledged.get() ? 0 : wrongFailure;  // it can still be read
        }
    }
    return neverFull;
}

}  // namespace

TEST_CASE("a limit on file sizes refuses a save as a full disk, and loses nothing")
{
    const TinyStore store;
    SharedCount acknowledged;
    Child child{[&] {
        const auto opened = store.open();
        limitFileSize(600 * 1024);
        if (plainWriteWorks(store.folder.file("plain"), 700 * 1024))
            return plainWriteWorked;
        return saveUntilFull(opened, 1, acknowledged);
    }};
    CHECK(child.wait() == 0);
    CHECK(acknowledged.get() > 10);
    const auto opened = store.open();
    REQUIRE(opened);
    CHECK(wholeSaves(*opened.value()) == acknowledged.get());
    moveOnce(*opened.value(), acknowledged.get() + 1);
    CHECK(wholeSaves(*opened.value()) == acknowledged.get() + 1);
}

TEST_CASE("where there is no room a new store is refused and leaves nothing behind")
{
    const test::TempFolder folder;
    const TinyStore other;
    Child child{[&] {
        limitFileSize(8 * 1024);
        if (plainWriteWorks(folder.file("plain"), 9 * 1024))
            return plainWriteWorked;
        const auto made = db::createEncrypted(folder.file("store"), other.keys, tinySchema());
        return !made && made.error().code == ErrorCode::diskFull ? 0 : wrongFailure;
    }};
    CHECK(child.wait() == 0);
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
        CHECK(entry.path().filename() == "store.lock");
}

TEST_CASE("a migration without room for its copy leaves the store as it was")
{
    const TinyStore store;
    {
        const auto opened = store.open();
        db::Transaction filling{*opened.value(), db::Access::write};
        for (int i = 0; i < 4000; ++i)
            opened.value()->execute("INSERT INTO line (body) VALUES ($1)", {std::string(100, 'n')});
        filling.commit();
    }
    Child child{[&] {
        limitFileSize(100 * 1024);
        const auto opened = store.open(tinySchemaLater());
        return !opened && opened.error().code == ErrorCode::diskFull ? 0 : wrongFailure;
    }};
    CHECK(child.wait() == 0);
    CHECK_FALSE(std::filesystem::exists(store.path() + ".migrating"));
    CHECK(store.open());
    CHECK(store.open(tinySchemaLater()));
}

TEST_CASE("a small disk that fills up refuses the save, keeps what was saved, and works again with room")
{
    if (::geteuid() != 0)
        SKIP("mounting a small disk needs root");
    const test::TempFolder disk;
    if (::mount("tmpfs", disk.path().c_str(), "tmpfs", 0, "size=600k,mode=0700") != 0)
        SKIP("this machine does not let root mount");
    {
        const TinyStore elsewhere;
        const std::string path = disk.file("store.holdfast");
        const db::StoreLocation location{db::StoreLocation::Kind::file, path};
        {
            REQUIRE(db::createEncrypted(path, elsewhere.keys, tinySchema()));
        }
        SharedCount acknowledged;
        {
            const auto opened = db::openStore(location, &elsewhere.keys.key, tinySchema());
            CHECK(saveUntilFull(opened, 1, acknowledged) == 0);
            CHECK_FALSE(plainWriteWorks(disk.file("plain"), 8192));
            CHECK(acknowledged.get() > 10);
        }
        REQUIRE(::mount("tmpfs", disk.path().c_str(), "tmpfs", MS_REMOUNT, "size=4m") == 0);
        const auto opened = db::openStore(location, &elsewhere.keys.key, tinySchema());
        REQUIRE(opened);
        CHECK(wholeSaves(*opened.value()) == acknowledged.get());
        moveOnce(*opened.value(), acknowledged.get() + 1);
    }
    ::umount2(disk.path().c_str(), MNT_DETACH);
}
