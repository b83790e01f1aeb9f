#include "db/integrity.h"

#include "base/platform.h"
#include "db/journal_scan.h"
#include "db/transaction.h"
#include "support/postgres.h"
#include "support/temp_folder.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::db;

namespace {

constexpr std::array steps{Migration{1, "0001_note",
                                     "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE,"
                                     " parent INTEGER REFERENCES note (id)) STRICT"}};
constexpr Schema schema{steps, {}};

struct Made {
    test::TempFolder folder;
    StoreLocation location{StoreLocation::Kind::file, folder.file("store.holdfast")};
    NewEnvelope keys = createEnvelope({"w", "w"}, Secret::copyOf("four plain lanterns wander"), smallCost).value();
    const StoreKey* key = nullptr;

    explicit Made(bool encrypted) : key{encrypted ? &keys.key : nullptr}
    {
        auto opened = encrypted ? createEncrypted(location.text, keys, schema) : createPlain(location.text, schema);
        Connection& connection = *opened.value();
        Transaction transaction{connection, Access::write};
        for (int i = 0; i < 2000; ++i)
            connection.execute("INSERT INTO note (body) VALUES ($1)",
                               {"a note of some length, number " + std::to_string(i)});
        transaction.commit();
    }

    void flip(std::size_t at) const
    {
        std::fstream file{location.text, std::ios::binary | std::ios::in | std::ios::out};
        file.seekg(static_cast<std::streamoff>(at));
        const int byte = file.get();
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ 1));
    }

    IntegrityReport report() const { return checkIntegrity(location, key, schema).value(); }
};

bool finds(const IntegrityReport& report, const std::string& check)
{
    return std::ranges::any_of(report.findings, [&](const Finding& finding) { return finding.check == check; });
}

}  // namespace

TEST_CASE("a sound store passes every check, and the check changes nothing")
{
    const bool encrypted = GENERATE(false, true);
    const Made made{encrypted};
    const std::string before = platform::readFile(made.location.text, 1U << 26U).value();
    const IntegrityReport report = made.report();
    CHECK(report.ok());
    CHECK(report.passed ==
          (encrypted ? std::vector<std::string>{"schema", "pages", "seals", "references", "recent saves", "keys"}
                     : std::vector<std::string>{"schema", "pages", "references", "recent saves"}));
    CHECK(platform::readFile(made.location.text, 1U << 26U).value() == before);
}

TEST_CASE("a check runs beside a client that is saving")
{
    const Made made{true};
    const auto client = openStore(made.location, made.key, schema);
    REQUIRE(client);
    client.value()->execute("INSERT INTO note (body) VALUES ('one more')");
    Transaction saving{*client.value(), Access::write};
    client.value()->execute("INSERT INTO note (body) VALUES ('not saved yet')");
    CHECK(made.report().ok());
    saving.commit();
    CHECK(made.report().ok());
}

TEST_CASE("a flipped bit in any page of an encrypted store is found, or the store does not open")
{
    const Made made{true};
    const auto size = std::filesystem::file_size(made.location.text);
    for (std::size_t at = 0; at < size; at += 4096 + 57) {
        INFO("byte " << at);
        made.flip(at);
        const auto report = checkIntegrity(made.location, made.key, schema);
        // The salt in the first sixteen bytes is a copy that is never read: ours comes from the envelope.
        CHECK((!report || !report->ok() || at < 16));
        made.flip(at);
    }
    CHECK(made.report().ok());
}

TEST_CASE("a page torn while the journal was being folded in is no finding as long as the journal holds it")
{
    const Made made{true};
    const std::string copy = made.folder.file("copy.holdfast");
    {
        const auto client = openStore(made.location, made.key, schema);
        REQUIRE(client);
        Transaction saving{*client.value(), Access::write};
        client.value()->execute("UPDATE note SET body = body || '.' WHERE id < 20");
        saving.commit();
        for (const char* suffix : {"", "-wal", ".anchor", ".keys-a", ".keys-b"})
            std::filesystem::copy_file(made.location.text + suffix, copy + suffix);
    }
    const StoreLocation location{StoreLocation::Kind::file, copy};
    const auto held = scanJournal(copy + "-wal").pages;
    REQUIRE(held.size() > 1);
    const auto tear = [&](std::uint32_t page) {
        std::fstream file{copy, std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(static_cast<std::streamoff>(page - 1) * 4096 + 512);
        file << std::string(512, 'x');
    };
    for (const std::uint32_t page : held)
        if (page * std::uint64_t{4096} <= std::filesystem::file_size(copy))
            tear(page);
    CHECK(checkIntegrity(location, made.key, schema).value().ok());
    auto other = static_cast<std::uint32_t>(std::filesystem::file_size(copy) / 4096);
    while (held.contains(other))
        --other;
    tear(other);
    CHECK(finds(checkIntegrity(location, made.key, schema).value(), "seals"));
}

TEST_CASE("in a plain store the same flips often go unnoticed, which is why only practice stores are plain")
{
    const Made made{false};
    const auto size = std::filesystem::file_size(made.location.text);
    int unnoticed = 0;
    for (std::size_t at = 4096; at < size; at += 4096 + 57) {
        made.flip(at);
        const auto report = checkIntegrity(made.location, made.key, schema);
        unnoticed += report && report->ok() ? 1 : 0;
        made.flip(at);
    }
    CHECK(unnoticed > 0);
}

TEST_CASE("a reference to nothing is found")
{
    const Made made{false};
    {
        const auto client = openStore(made.location, made.key, schema);
        client.value()->script("PRAGMA foreign_keys = OFF; UPDATE note SET parent = 99999 WHERE id = 5");
    }
    const IntegrityReport report = made.report();
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0] == Finding{"references", "row 5 of note refers to a missing note"});
}

TEST_CASE("a lost copy of the keys and a record of saves that does not fit are found")
{
    const Made made{true};
    std::filesystem::remove(made.location.text + ".keys-b");
    CHECK(finds(made.report(), "keys"));
    {
        REQUIRE(openStore(made.location, made.key, schema));
    }  // opening for work mends it
    CHECK(made.report().ok());

    std::filesystem::remove(made.location.text + ".anchor");
    CHECK(finds(made.report(), "recent saves"));
}

TEST_CASE("a server is checked too")
{
    const auto conninfo = test::postgresConninfo();
    if (!conninfo)
        SKIP("no PostgreSQL server");
    const auto connection = test::openFreshPostgres(*conninfo);
    const auto name =
        connection->first("SELECT current_schema()", {}, [](const Row& row) { return row.text(0); }).value();
    const StoreLocation location{StoreLocation::Kind::server, *conninfo + " options='-c search_path=" + name + "'"};
    constexpr std::array serverSteps{Migration{
        1, "0001", "CREATE TABLE a (id BIGINT PRIMARY KEY); CREATE TABLE b (a BIGINT); INSERT INTO b VALUES (1)"}};
    REQUIRE(openStore(location, nullptr, {{}, serverSteps}));
    CHECK(checkIntegrity(location, nullptr, {{}, serverSteps}).value().ok());

    connection->script("ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a (id) NOT VALID");
    const auto report = checkIntegrity(location, nullptr, {{}, serverSteps}).value();
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].detail == "the rule b_a was never checked");
}
