// One flipped bit in the journal makes SQLite drop every save after it without a word; the record beside notices.
#include "base/platform.h"
#include "base/random.h"
#include "db/integrity.h"
#include "fault/child.h"
#include "fault/tiny_store.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr int flips = 100;
constexpr std::int64_t saves = 40;

/// Forty saves that are only in the journal, as after a crash.
void saveAndCrash(const TinyStore& store)
{
    Child child{[&]() -> int {
        const auto opened = store.open();
        for (std::int64_t number = 1; number <= saves; ++number)
            moveOnce(*opened.value(), number);
        ::_exit(7);
    }};
    REQUIRE(child.wait() == 7);
    REQUIRE(std::filesystem::file_size(store.path() + "-wal") > 40 * 4096);
}

/// The files of the store as they were after the crash, put back before each flip.
class Snapshot {
public:
    explicit Snapshot(const TinyStore& store) : m_store{store}
    {
        for (const char* suffix : {"", "-wal", ".anchor"})
            m_contents.push_back(platform::readFile(store.path() + suffix, 1U << 24U).value());
    }

    std::size_t journalSize() const { return m_contents[1].size(); }

    void restoreWithFlip(std::size_t bit, bool withRecord) const
    {
        std::filesystem::remove(m_store.path() + "-shm");
        std::string journal = m_contents[1];
        journal[bit / 8] = static_cast<char>(journal[bit / 8] ^ (1 << (bit % 8)));
        put("", m_contents[0]);
        put("-wal", journal);
        put(".anchor", m_contents[2]);
        if (!withRecord)
            std::filesystem::remove(m_store.path() + ".anchor");
    }

private:
    void put(const char* suffix, const std::string& content) const
    {
        std::ofstream{m_store.path() + suffix, std::ios::binary} << content;
    }

    const TinyStore& m_store;
    std::vector<std::string> m_contents;
};

}  // namespace

TEST_CASE("100 flipped bits in the journal of an encrypted store are all noticed or harmless, and nothing is changed")
{
    const TinyStore store;
    saveAndCrash(store);
    const Snapshot snapshot{store};
    SeededRandom random{20261122};
    int noticed = 0;
    for (int round = 0; round < flips; ++round) {
        const std::size_t bit = random.below(snapshot.journalSize() * 8);
        snapshot.restoreWithFlip(bit, true);
        const std::string before = platform::readFile(store.path() + "-wal", 1U << 24U).value();
        INFO("bit " << bit);
        const auto opened = store.open();
        if (opened) {
            CHECK(wholeSaves(*opened.value()) == saves);
        } else {
            CHECK(opened.error().code == ErrorCode::damaged);
            CHECK(platform::readFile(store.path() + "-wal", 1U << 24U).value() == before);
            CHECK_FALSE(db::checkIntegrity(store.location, store.key, tinySchema()).value().ok());
            ++noticed;
        }
    }
    CHECK(noticed > flips * 9 / 10);
}

TEST_CASE("without the record beside it the same flips lose saves in silence, so the record is what notices")
{
    const TinyStore store;
    saveAndCrash(store);
    const Snapshot snapshot{store};
    SeededRandom random{20261122};
    int silent = 0;
    for (int round = 0; round < flips / 4; ++round) {
        snapshot.restoreWithFlip(random.below(snapshot.journalSize() * 8), false);
        const auto opened = store.open();
        silent += opened && wholeSaves(*opened.value()) < saves ? 1 : 0;
    }
    CHECK(silent > flips / 5);
}

TEST_CASE("after a crash and no damage everything is there")
{
    const TinyStore store;
    saveAndCrash(store);
    const auto opened = store.open();
    REQUIRE(opened);
    CHECK(wholeSaves(*opened.value()) == saves);
}
