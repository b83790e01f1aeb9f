// A disk that fails to confirm a write: what it holds is unknown, so the store takes no more saves until it is opened
// again and found sound. Retrying the fsync would report success for pages that were dropped.
#include "fault/child.h"
#include "fault/tiny_store.h"

#include <sqlite3.h>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// SQLite's own way to the disk with a switch in it. Used in forked children only, so it never outlives a test.
struct FailingDisk {
    static inline bool fails = false;
    static inline sqlite3_vfs* real = nullptr;
    static inline sqlite3_vfs shim{};
    static inline sqlite3_io_methods methods{};
    static inline int (*realSync)(sqlite3_file*, int) = nullptr;

    static int sync(sqlite3_file* file, int flags) { return fails ? SQLITE_IOERR_FSYNC : realSync(file, flags); }

    static int open(sqlite3_vfs* /*vfs*/, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
    {
        const int code = real->xOpen(real, name, file, flags, outFlags);
        if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL) != 0) {  // the journal is what a save waits for
            methods = *file->pMethods;
            realSync = methods.xSync;
            methods.xSync = sync;
            file->pMethods = &methods;
        }
        return code;
    }

    static void install()
    {
        real = sqlite3_vfs_find(nullptr);
        shim = *real;
        shim.zName = "failing";
        shim.xOpen = open;
        sqlite3_vfs_register(&shim, 1);
    }
};

constexpr int saveWasTaken = 101;
constexpr int wrongFailure = 102;
constexpr int laterSaveWasTaken = 103;
constexpr int notReadable = 104;

int saveOnFailingDisk(const TinyStore& store)
{
    FailingDisk::install();
    const auto opened = store.open();
    db::Connection& connection = *opened.value();
    moveOnce(connection, 1);

    FailingDisk::fails = true;
    try {
        moveOnce(connection, 2);
        return saveWasTaken;
    } catch (const db::Failure& failure) {
        if (failure.kind() != db::Failure::Kind::unavailable)
            return wrongFailure;
    }
    FailingDisk::fails = false;
    try {
        moveOnce(connection, 3);
        return laterSaveWasTaken;
    } catch (const db::Failure& failure) {
        if (failure.kind() != db::Failure::Kind::unavailable)
            return wrongFailure;
    }
    return wholeSaves(connection) >= 1 ? 0 : notReadable;
}

}  // namespace

TEST_CASE("after a failed fsync no save is taken until the store has been opened again")
{
    const TinyStore store;
    Child child{[&] { return saveOnFailingDisk(store); }};
    CHECK(child.wait() == 0);

    const auto opened = store.open();
    REQUIRE(opened);
    const std::int64_t there = wholeSaves(*opened.value());
    CHECK((there == 1 || there == 2));  // the second was never acknowledged, but it may have reached the disk
    moveOnce(*opened.value(), 10);
    CHECK(wholeSaves(*opened.value()) == there + 1);
}
