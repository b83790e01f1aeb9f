#include "db/backup.h"

#include "base/platform.h"
#include "db/integrity.h"
#include "db/transaction.h"
#include "db/two_versions.h"
#include "support/temp_folder.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::db;
using namespace holdfast::test;

namespace {

const Secret& firstPassphrase()
{
    static const Secret typed = Secret::copyOf("four plain lanterns wander");
    return typed;
}
const Secret& laterPassphrase()
{
    static const Secret typed = Secret::copyOf("seven brass kettles whistle");
    return typed;
}

class Office {
public:
    explicit Office(bool encrypted)
        : m_keys{createEnvelope({"first", "worker-1"}, firstPassphrase(), smallCost).value()}
    {
        if (encrypted)
            key = &m_keys.key;
        REQUIRE((encrypted ? createEncrypted(path, m_keys, today) : createPlain(path, today)).has_value());
    }

    Opened open(const std::string& at, const Schema& schema = today) const
    {
        return openStore({StoreLocation::Kind::file, at}, key, schema);
    }

    void write(int count) const
    {
        auto opened = open(path);
        REQUIRE(opened);
        writeIn(**opened, count);
    }
    static void writeIn(Connection& connection, int count)
    {
        for (int i = 0; i < count; ++i) {
            Transaction transaction{connection, Access::write};
            connection.execute("INSERT INTO note (body) VALUES ($1)", {std::string{"canary"} + std::string(400, 'x')});
            transaction.commit();
        }
    }
    std::int64_t notes(const std::string& at, const Schema& schema = today) const
    {
        auto opened = open(at, schema);
        INFO((opened ? "" : opened.error().detail));
        REQUIRE(opened);
        return notesIn(**opened);
    }
    bool isSound(const std::string& at) const
    {
        return checkIntegrity({StoreLocation::Kind::file, at}, key, today).value().ok();
    }
    std::vector<std::string> files() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{folder.file("")})
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
    Result<std::string> putBack(bool withPresentKey = true, const Schema& schema = today) const
    {
        return restore({backup, key, path, withPresentKey ? key : nullptr}, schema);
    }

    test::TempFolder folder;
    std::string path = folder.file("store.holdfast");
    std::string backup = folder.file("backup.holdfast");
    const StoreKey* key = nullptr;

private:
    NewEnvelope m_keys;
};

bool holds(const std::string& path, std::string_view text)
{
    return platform::readFile(path, std::size_t{64} << 20U).value().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a backup holds the store as it was at one moment, whatever is saved while it is made")
{
    const bool encrypted = GENERATE(true, false);
    const Office office{encrypted};
    auto work = office.open(office.path);
    Office::writeIn(**work, 3000);
    int told = 0;
    std::int64_t copied = 0;
    const auto made = backUp(office.path, office.key, office.backup, [&](std::int64_t done, std::int64_t of) {
        ++told;
        CHECK(done <= of);
        CHECK((done > copied || done == of));
        copied = done;
        Office::writeIn(**work, 5);
        return true;
    });
    INFO((made ? "" : made.error().detail));
    REQUIRE(made);
    CHECK(told > 1);
    work.value().reset();
    CHECK(office.notes(office.backup) == 3000);
    CHECK(office.notes(office.path) == 3000 + 5 * told);
    CHECK(office.isSound(office.backup));
    CHECK(holds(office.backup, "canary") == !encrypted);
    CHECK(platform::isPrivate(office.backup));
}

TEST_CASE("a backup that is stopped leaves nothing, and one over another is refused")
{
    const Office office{true};
    office.write(10);
    const auto before = office.files();
    const auto stopped = backUp(office.path, office.key, office.backup, [](auto, auto) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::cancelled);
    CHECK(office.files().size() == before.size());

    REQUIRE(backUp(office.path, office.key, office.backup));
    const auto again = backUp(office.path, office.key, office.backup);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::conflict);
    CHECK(office.notes(office.backup) == 10);

    removeBackup(office.backup);
    CHECK(office.files() == before);
    CHECK(backUp(office.path, office.key, office.folder.file("nowhere/b")).error().code == ErrorCode::notFound);
}

TEST_CASE("a backup can be stopped while it is read back, and a restore while the backup is read")
{
    const bool encrypted = GENERATE(true, false);
    const Office office{encrypted};
    office.write(3000);
    const auto before = office.files();
    int asked = 0;
    const auto stopsAt = [&asked](int at) {
        asked = 0;
        return [&asked, at](std::int64_t done, std::int64_t of) { return done < of || ++asked != at; };
    };
    REQUIRE(backUp(office.path, office.key, office.backup, stopsAt(0)));
    const int all = asked;
    removeBackup(office.backup);
    CHECK(all > 10);  // asked while SQLite reads, not only before
    for (int at = 2; at <= all; at += 5) {
        INFO("question " << at << " of " << all);
        const auto stopped = backUp(office.path, office.key, office.backup, stopsAt(at));
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::cancelled);
        CHECK(office.files() == before);
    }
    REQUIRE(backUp(office.path, office.key, office.backup));
    const auto restored = [&](auto stop) {
        return restore({office.backup, office.key, office.path, office.key}, today, stop);
    };
    CHECK(restored([](std::int64_t done, std::int64_t) { return done > 0; }).error().code == ErrorCode::cancelled);
    CHECK(restored(stopsAt(3)).error().code == ErrorCode::cancelled);
    CHECK(office.notes(office.path) == 3000);
    CHECK_FALSE(std::filesystem::exists(office.path + ".restoring"));
}

TEST_CASE("a backup that cannot be read back is not kept")
{
    const Office office{true};
    office.write(300);
    const auto spoiled = backUp(office.path, office.key, office.backup, [&](std::int64_t done, std::int64_t of) {
        if (done == of)
            std::filesystem::resize_file(office.backup + ".part", 4096);
        return true;
    });
    REQUIRE_FALSE(spoiled);
    CHECK_FALSE(std::filesystem::exists(office.backup));
    CHECK_FALSE(std::filesystem::exists(office.backup + ".part"));
    CHECK(office.notes(office.path) == 300);
}

TEST_CASE("a restored store holds what the backup held, opens with today's passphrase, and the other one is kept")
{
    const Office office{true};
    office.write(20);
    REQUIRE(backUp(office.path, office.key, office.backup));
    office.write(7);
    REQUIRE(changePassphrase(office.path, *office.key, "first", laterPassphrase(), false, smallCost));

    const auto kept = office.putBack();
    INFO((kept ? "" : kept.error().detail));
    REQUIRE(kept);
    CHECK(*kept == office.path + ".before-restore");
    CHECK(office.notes(office.path) == 20);
    CHECK(office.notes(*kept) == 27);
    CHECK(office.isSound(office.path));
    CHECK(openWithPassphrase(office.path, laterPassphrase()));
    CHECK_FALSE(openWithPassphrase(office.path, firstPassphrase()));
    CHECK(openWithPassphrase(office.backup, firstPassphrase()));

    office.write(1);
    CHECK(office.putBack().value() == office.path + ".before-restore-2");
    CHECK(office.notes(office.path) == 20);
}

TEST_CASE("a store that was damaged, or is gone, comes back with the passphrase of its backup")
{
    const Office office{true};
    office.write(200);
    REQUIRE(backUp(office.path, office.key, office.backup));
    SECTION("damaged, with a journal that nobody could fold in")
    {
        std::filesystem::resize_file(office.path, 512);
        std::ofstream{office.path + "-wal", std::ios::binary} << std::string(5000, 'j');
        const auto kept = office.putBack(false);
        INFO((kept ? "" : kept.error().detail));
        REQUIRE(kept);
        CHECK(std::filesystem::exists(*kept + "-wal"));
    }
    SECTION("gone")
    {
        removeBackup(office.path);
        CHECK(office.putBack(false).value().empty());
    }
    CHECK(office.notes(office.path) == 200);
    CHECK(openWithPassphrase(office.path, firstPassphrase()));
    CHECK(office.isSound(office.path));
}

TEST_CASE("a backup that is damaged, of a later version or of an open store is refused, and the store is as it was")
{
    const Office office{true};
    office.write(200);
    REQUIRE(backUp(office.path, office.key, office.backup));
    office.write(1);
    SECTION("damaged")
    {
        std::fstream file{office.backup, std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(40'000);
        file.put('\x5a');
        file.close();
        CHECK(office.putBack().error().code == ErrorCode::damaged);
    }
    SECTION("later")
    {
        CHECK(office.notes(office.backup, tomorrow) == 200);  // brings it up to date
        CHECK(office.putBack().error().code == ErrorCode::newerStore);
    }
    SECTION("open elsewhere")
    {
        const auto work = office.open(office.path);
        notesIn(**work);
        CHECK(office.putBack().error().code == ErrorCode::busy);
    }
    SECTION("stopped")
    {
        const auto stopped =
            restore({office.backup, office.key, office.path, office.key}, today, [](auto, auto) { return false; });
        CHECK(stopped.error().code == ErrorCode::cancelled);
    }
    CHECK(office.notes(office.path) == 201);
    CHECK_FALSE(std::filesystem::exists(office.path + ".restoring"));
    CHECK_FALSE(std::filesystem::exists(office.path + ".before-restore"));
}
