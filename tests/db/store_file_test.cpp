#include "db/store_file.h"

#include "base/platform.h"
#include "db/transaction.h"
#include "db/two_versions.h"
#include "support/postgres.h"
#include "support/temp_folder.h"

#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::db;
using namespace holdfast::test;

namespace {

constexpr std::size_t big = std::size_t{64} << 20U;

const NewEnvelope& keys()
{
    static const NewEnvelope made =
        createEnvelope({"worker-1", "w1"}, Secret::copyOf("four plain lanterns wander"), smallCost).value();
    return made;
}

StoreLocation at(const std::string& path)
{
    return {StoreLocation::Kind::file, path};
}

std::string contentOf(const std::string& path)
{
    return platform::readFile(path, big).value();
}

void put(const std::string& path, const std::string& content)
{
    std::ofstream{path, std::ios::binary} << content;
}

void addNotes(Connection& connection, int count)
{
    Transaction transaction{connection, Access::write};
    for (int i = 0; i < count; ++i)
        connection.execute("INSERT INTO note (body) VALUES ($1)", {"canary " + std::to_string(i)});
    transaction.commit();
}

/// A closed store with 500 notes in a file of its own.
struct Made {
    test::TempFolder folder;
    std::string path = folder.file("store.holdfast");
    const StoreKey* key = nullptr;

    explicit Made(bool encrypted) : key{encrypted ? &keys().key : nullptr}
    {
        auto opened = encrypted ? createEncrypted(path, keys(), today) : createPlain(path, today);
        REQUIRE(opened);
        addNotes(*opened.value(), 500);
    }
};

/// Refused with `code`, and the file has the bytes it had.
void checkRefusedUntouched(const std::string& path, const StoreKey* key, const Schema& schema, ErrorCode code)
{
    const std::string before = contentOf(path);
    const auto opened = openStore(at(path), key, schema);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == code);
    CHECK(opened.error().where == path);
    CHECK(contentOf(path) == before);
    CHECK((!std::filesystem::exists(path + "-wal") || std::filesystem::file_size(path + "-wal") == 0));
}

}  // namespace

TEST_CASE("a location is a file or a server, and never carries a password")
{
    CHECK(parseLocation("/tmp/a store.holdfast")->isFile());
    CHECK(parseLocation("C:\\data\\store.holdfast")->isFile());
    CHECK_FALSE(parseLocation("postgresql://clerk@localhost:5433/team")->isFile());
    CHECK(parseLocation("postgresql://clerk@localhost:5433/team")->label() == "localhost/team");

    const auto secret = parseLocation("postgresql://clerk:hunter2@localhost/team");
    REQUIRE_FALSE(secret);
    CHECK(secret.error().code == ErrorCode::invalid);
    CHECK(secret.error().detail.find("hunter2") == std::string::npos);
    for (const char* text :
         {"", "mysql://x/y", "postgresql://clerk:pw@host:port:port/",
          ":memory:", "postgresql://localhost/team?password=hunter2",
          "postgresql://db.example.org/team?sslmode=disable", "postgresql://db.example.org/team?sslmode=prefer",
          "postgresql://localhost,db.example.org/team?sslmode=allow"}) {
        INFO(text);
        CHECK_FALSE(parseLocation(text));
    }
    CHECK(parseLocation("postgresql://db.example.org/team?sslmode=verify-full"));
    CHECK(parseLocation("postgresql://db.example.org/team"));
    CHECK(parseLocation("postgresql://127.0.0.1/team?sslmode=disable"));
}

TEST_CASE("a new store is private, holds its schema, and is never made over a file")
{
    const bool encrypted = GENERATE(false, true);
    Made made{encrypted};
    CHECK(platform::isPrivate(made.path));
    CHECK(probe(made.path) == (encrypted ? FileKind::encryptedStore : FileKind::plainStore));
    const std::string before = contentOf(made.path);

    CHECK(createPlain(made.path, today).error().code == ErrorCode::conflict);
    CHECK(createEncrypted(made.path, keys(), today).error().code == ErrorCode::conflict);
    CHECK(contentOf(made.path) == before);

    const auto opened = openStore(at(made.path), made.key, today);
    REQUIRE(opened);
    CHECK(notesIn(*opened.value()) == 500);
    CHECK(opened.value()->first("PRAGMA journal_mode", {}, [](const Row& r) { return r.text(0); }) == "wal");
    CHECK(opened.value()->first("PRAGMA cell_size_check", {}, [](const Row& r) { return r.integer(0); }) == 1);
}

TEST_CASE("a new store is not made beside what another one left")
{
    const char* suffix = GENERATE("-wal", "-journal", ".keys-a", ".keys-b");
    const test::TempFolder folder;
    const std::string path = folder.file("store.holdfast");
    put(path + suffix, "left over");

    CHECK(createPlain(path, today).error().code == ErrorCode::conflict);
    CHECK(createEncrypted(path, keys(), today).error().code == ErrorCode::conflict);
    CHECK(contentOf(path + suffix) == "left over");
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(createPlain(folder.file("missing/store"), today).error().code == ErrorCode::notFound);
}

TEST_CASE("an encrypted store holds no word of its content on disk, and begins with the salt we chose")
{
    const Made made{true};
    const auto opened = openStore(at(made.path), made.key, today);
    addNotes(*opened.value(), 10);
    for (const auto& entry : std::filesystem::directory_iterator{made.folder.path()}) {
        const std::string bytes = contentOf(entry.path().string());
        INFO(entry.path());
        CHECK(bytes.find("canary") == std::string::npos);
        CHECK(bytes.find("CREATE TABLE") == std::string::npos);
        CHECK(bytes.find("SQLite format") == std::string::npos);
    }
    const std::string head = contentOf(made.path).substr(0, 16);
    CHECK(std::equal(head.begin(), head.end(), reinterpret_cast<const char*>(keys().key.salt.data())));

    const Made plain{false};  // the same search does find it where nothing is encrypted
    CHECK(contentOf(plain.path).find("canary") != std::string::npos);
}

TEST_CASE("a wrong key, no key and another store's key are refused")
{
    const Made made{true};
    const NewEnvelope other =
        createEnvelope({"x", "x"}, Secret::copyOf("four plain lanterns wander"), smallCost).value();
    checkRefusedUntouched(made.path, nullptr, today, ErrorCode::wrongKey);
    checkRefusedUntouched(made.path, &other.key, today, ErrorCode::wrongKey);
    StoreKey forged;
    forged.storeId = keys().key.storeId;
    forged.salt = keys().key.salt;
    forged.data = Secret::random(32);
    forged.lasting = Secret::copyOf(keys().key.lasting.view());
    checkRefusedUntouched(made.path, &forged, today, ErrorCode::damaged);
}

TEST_CASE("what is not a store is refused and left alone")
{
    const test::TempFolder folder;
    const std::string path = folder.file("file");
    SECTION("a text file")
    {
        put(path, std::string(9000, 'x'));
    }
    SECTION("an empty file")
    {
        put(path, "");
    }
    SECTION("a database of something else")
    {
        const Made made{false};
        std::string bytes = contentOf(made.path);
        bytes[68] = 'X';  // the application id
        put(path, bytes);
    }
    SECTION("the head of a database and nothing more")
    {
        put(path, std::string{"SQLite format 3\0", 16});
    }
    checkRefusedUntouched(path, nullptr, today, ErrorCode::notAStore);
    CHECK(openStore(at(folder.path().string()), nullptr, today).error().code == ErrorCode::notAStore);
    CHECK(openStore(at(folder.file("none")), nullptr, today).error().code == ErrorCode::notFound);
    CHECK_FALSE(std::filesystem::exists(folder.file("none")));
}

TEST_CASE("a store from a newer program is refused untouched, naming both versions")
{
    const bool encrypted = GENERATE(false, true);
    Made made{encrypted};
    {
        REQUIRE(openStore(at(made.path), made.key, tomorrow));
    }
    checkRefusedUntouched(made.path, made.key, today, ErrorCode::newerStore);
    CHECK(openStore(at(made.path), made.key, today).error().detail == "it is at version 2, this program knows 1");
}

TEST_CASE("a truncated or overwritten file is refused as damaged, untouched")
{
    const bool encrypted = GENERATE(false, true);
    const Made made{encrypted};
    const std::string good = contentOf(made.path);
    SECTION("half of it")
    {
        put(made.path, good.substr(0, good.size() / 2));
    }
    SECTION("one page short")
    {
        put(made.path, good.substr(0, good.size() - 4096));
    }
    SECTION("first page overwritten after its head")
    {
        put(made.path, good.substr(0, 100) + std::string(4000, 'z') + good.substr(4100));
    }
    checkRefusedUntouched(made.path, made.key, today, ErrorCode::damaged);
}

TEST_CASE("an encrypted file emptied by something else is damaged, not a new store")
{
    const Made made{true};
    put(made.path, "");
    checkRefusedUntouched(made.path, made.key, today, ErrorCode::damaged);
}

TEST_CASE("a plain file under an encrypted store's keys is not opened as if it were encrypted")
{
    const Made encrypted{true};
    const Made plain{false};
    put(encrypted.path, contentOf(plain.path));
    CHECK_FALSE(openStore(at(encrypted.path), encrypted.key, today));
}

TEST_CASE("an older copy put back is noticed by the record of saves beside it")
{
    const bool encrypted = GENERATE(false, true);
    const Made made{encrypted};
    const std::string yesterday = contentOf(made.path);
    {
        const auto opened = openStore(at(made.path), made.key, today);
        addNotes(*opened.value(), 1);
        addNotes(*opened.value(), 1);
    }
    put(made.path, yesterday);
    checkRefusedUntouched(made.path, made.key, today, ErrorCode::damaged);
    const auto refused = openStore(at(made.path), made.key, today);
    CHECK(refused.error().detail.find("2 saved change(s) are missing: 3 were recorded, 1 are there") == 0);

    SECTION("without the record nobody would know")
    {
        std::filesystem::remove(made.path + ".anchor");
        CHECK(openStore(at(made.path), made.key, today));
    }
    SECTION("it can still be read, for rescue")
    {
        OpenOptions options;
        options.readOnly = true;
        const auto opened = openStore(at(made.path), made.key, today, options);
        REQUIRE(opened);
        CHECK(notesIn(*opened.value()) == 500);
        CHECK_THROWS_AS(addNotes(*opened.value(), 1), Failure);
    }
}

TEST_CASE("two programs may have a store open; a writer that waits too long is told that it is busy")
{
    const Made made{true};
    OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds{0};
    const auto one = openStore(at(made.path), made.key, today, impatient);
    const auto two = openStore(at(made.path), made.key, today, impatient);
    REQUIRE(one);
    REQUIRE(two);
    addNotes(*one.value(), 1);
    addNotes(*two.value(), 1);
    CHECK(notesIn(*one.value()) == 502);

    Transaction holding{*one.value(), Access::write};
    try {
        addNotes(*two.value(), 1);
        FAIL("two writers at once");
    } catch (const Failure& failure) {
        CHECK(failure.kind() == Failure::Kind::busy);
    }
}

TEST_CASE("an older store is brought up to date on a copy, and the old file is kept")
{
    const bool encrypted = GENERATE(false, true);
    const Made made{encrypted};
    const auto opened = openStore(at(made.path), made.key, tomorrow);
    REQUIRE(opened);
    CHECK(notesIn(*opened.value()) == 500);
    CHECK(opened.value()->first("SELECT author FROM note", {}, [](const Row& row) { return row.text(0); }) == "");
    CHECK_FALSE(std::filesystem::exists(made.path + ".migrating"));
    CHECK(platform::isPrivate(made.path));

    const std::string kept = made.path + ".before-v1";
    REQUIRE(std::filesystem::exists(kept));
    const std::string copy = made.folder.file("rescued");
    std::filesystem::copy_file(kept, copy);
    if (encrypted)
        REQUIRE(writeEnvelope(copy, keys().envelope));
    const auto old = openStore(at(copy), made.key, today);
    REQUIRE(old);
    CHECK(notesIn(*old.value()) == 500);
}

TEST_CASE("a store that another program has open is not brought up to date under it")
{
    const Made made{true};
    OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds{0};
    const auto user = openStore(at(made.path), made.key, today);
    REQUIRE(user);
    CHECK(notesIn(*user.value()) == 500);

    CHECK(openStore(at(made.path), made.key, tomorrow, impatient).error().code == ErrorCode::busy);
    addNotes(*user.value(), 1);
    CHECK(notesIn(*user.value()) == 501);
}

TEST_CASE("while a store is brought up to date nobody else can save into the file that is about to be replaced")
{
    const bool encrypted = GENERATE(false, true);
    const Made made{encrypted};
    OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds{0};
    std::vector<ErrorCode> answers;
    OpenOptions watching;
    watching.onMigration = [&](MigrationStage stage) {
        if (stage == MigrationStage::swapped)
            return;
        const auto other = openStore(at(made.path), made.key, today, impatient);
        answers.push_back(other ? ErrorCode::cancelled : other.error().code);
    };
    REQUIRE(openStore(at(made.path), made.key, tomorrow, watching));
    CHECK(answers == std::vector<ErrorCode>(4, ErrorCode::busy));
}

TEST_CASE("a step that fails leaves the store as it was, at the version it had")
{
    constexpr std::array broken{noteSteps[0],
                                Migration{2, "0002", "ALTER TABLE note ADD COLUMN x TEXT; SELECT nonsense"}};
    const Made made{true};
    const auto opened = openStore(at(made.path), made.key, {broken, {}});
    REQUIRE_FALSE(opened);
    CHECK_FALSE(std::filesystem::exists(made.path + ".migrating"));
    const auto again = openStore(at(made.path), made.key, today);
    REQUIRE(again);
    CHECK(notesIn(*again.value()) == 500);
}

TEST_CASE("a server's database is migrated when empty and refused when it holds something else")
{
    const auto conninfo = test::postgresConninfo();
    if (!conninfo)
        SKIP("no PostgreSQL server");
    const auto other = test::openFreshPostgres(*conninfo);
    const auto schema = other->first("SELECT current_schema()", {}, [](const Row& row) { return row.text(0); }).value();
    const StoreLocation location{StoreLocation::Kind::server, *conninfo + " options='-c search_path=" + schema + "'"};
    constexpr std::array serverSteps{Migration{1, "0001", "CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT)"}};

    CHECK(openStore(location, nullptr, {{}, serverSteps}));
    CHECK(openStore(location, nullptr, {{}, serverSteps}));
    CHECK(openStore(location, nullptr, {{}, {}}).error().code == ErrorCode::newerStore);

    const auto stranger = test::openFreshPostgres(*conninfo);
    stranger->script("CREATE TABLE somebody_elses (x int)");
    const auto theirs =
        stranger->first("SELECT current_schema()", {}, [](const Row& row) { return row.text(0); }).value();
    const StoreLocation there{StoreLocation::Kind::server, *conninfo + " options='-c search_path=" + theirs + "'"};
    CHECK(openStore(there, nullptr, {{}, serverSteps}).error().code == ErrorCode::notAStore);
}
