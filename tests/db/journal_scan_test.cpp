#include "db/journal_scan.h"

#include "base/platform.h"
#include "db/integrity.h"
#include "db/store_file.h"
#include "db/transaction.h"
#include "support/temp_folder.h"

#include <array>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::db;

namespace {

constexpr std::array steps{Migration{1, "0001", "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT"}};
constexpr Schema schema{steps, {}};
constexpr std::size_t frame = 24 + 4096;

/// A store that is open, with saves in its journal, and a copy of its files to damage.
struct Copied {
    test::TempFolder folder;
    std::string copy = folder.file("copy");
    std::int64_t frames = 0;

    explicit Copied(int saves = 10)
    {
        const std::string path = folder.file("store");
        const auto opened = createPlain(path, schema);
        for (int i = 0; i < saves; ++i) {
            Transaction saving{*opened.value(), Access::write};
            opened.value()->execute("INSERT INTO note (body) VALUES ('x')");
            saving.commit();
        }
        for (const char* suffix : {"", "-wal", ".anchor"})
            std::filesystem::copy_file(path + suffix, copy + suffix);
        frames = static_cast<std::int64_t>((std::filesystem::file_size(copy + "-wal") - 32) / frame);
    }

    void write(std::size_t at, const std::string& bytes) const
    {
        std::fstream file{copy + "-wal", std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(static_cast<std::streamoff>(at));
        file << bytes;
    }

    void flip(std::size_t at) const
    {
        std::fstream file{copy + "-wal", std::ios::binary | std::ios::in | std::ios::out};
        file.seekg(static_cast<std::streamoff>(at));
        const int byte = file.get();
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ 16));
    }
};

}  // namespace

TEST_CASE("a whole journal is sound, and so are none and an empty one")
{
    const Copied copied;
    const JournalScan scan = scanJournal(copied.copy + "-wal");
    CHECK(scan.sound());
    CHECK(scan.saves == 10);
    CHECK(scan.badFrame == 0);
    CHECK(scanJournal(copied.folder.file("none")).sound());
    std::ofstream{copied.folder.file("empty")};
    CHECK(scanJournal(copied.folder.file("empty")).sound());
}

TEST_CASE("a flipped bit is named by its frame, with how many saves are behind it")
{
    const Copied copied;
    copied.flip(32 + 2 * frame + 24 + 1000);
    const JournalScan scan = scanJournal(copied.copy + "-wal");
    CHECK_FALSE(scan.sound());
    CHECK(scan.badFrame == 3);
    CHECK(scan.saves + scan.lostSaves == 10);
}

TEST_CASE("a damaged head of the journal is not sound")
{
    const Copied copied;
    copied.flip(17);
    CHECK_FALSE(scanJournal(copied.copy + "-wal").sound());
}

TEST_CASE("one save cut off at the end is what a power cut leaves, and is sound")
{
    const Copied copied;
    std::filesystem::resize_file(copied.copy + "-wal", 32 + static_cast<std::uintmax_t>(copied.frames) * frame - 100);
    const JournalScan scan = scanJournal(copied.copy + "-wal");
    CHECK(scan.sound());
    CHECK(scan.saves == 9);
}

TEST_CASE("garbage beside the mark of a journal does not make two lost saves of one that was cut off")
{
    const Copied copied{60};
    constexpr std::size_t torn = 32 + 41 * frame;
    STATIC_REQUIRE(torn % 512 == 504);  // the head of this frame lies on two blocks of a disk
    REQUIRE(copied.frames > 44);
    std::filesystem::resize_file(copied.copy + "-wal", torn + 3 * frame);
    copied.write(torn, std::string(8, 'x'));
    copied.write(torn + frame + 4, std::string(4, '\0'));
    copied.write(torn + 2 * frame + 4, std::string(4, 'x'));  // the end of the save that was cut off
    const JournalScan scan = scanJournal(copied.copy + "-wal");
    CHECK(scan.badFrame == 42);
    CHECK(scan.lostSaves == 1);
    CHECK(scan.sound());
    copied.flip(32 + 24 + 1000);  // what was saved before is another matter
    CHECK_FALSE(scanJournal(copied.copy + "-wal").sound());
}

TEST_CASE("the check of a store names a damaged journal even when the record beside it is gone")
{
    const Copied copied;
    std::filesystem::remove(copied.copy + ".anchor");
    copied.flip(32 + 2 * frame + 24 + 1000);
    const auto report = checkIntegrity({StoreLocation::Kind::file, copied.copy}, nullptr, schema);
    REQUIRE(report);
    const Finding expected{"recent saves", "the journal is damaged from frame 3 on"};
    CHECK(std::find(report->findings.begin(), report->findings.end(), expected) != report->findings.end());
}
