#include "app/store_setup.h"
#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

namespace {

std::vector<std::string> bounceReport(const std::string& store, const std::string& out,
                                      const std::string& format = "csv")
{
    return {"report", "bounces", "--store",  store,  "--from", "2025-11-23", "--to",       "2026-11-23",
            "--by",   "reason",  "--format", format, "--out",  out,          "--suppress", "none"};
}

}  // namespace

TEST_CASE("demo, check and report do the main job without a display")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    const Answer demo = runCli({"demo", "--store", store, "--as-of", "2026-11-22"});
    INFO(demo.err);
    REQUIRE(demo.code == cli::exitDone);
    CHECK(demo.out.starts_with("60 people, "));
    CHECK(demo.out.find("\nsha256 ") != std::string::npos);
    CHECK(demo.out.find("not shown") == std::string::npos);

    const Answer check = runCli({"check", "--store", store});
    INFO(check.err);
    CHECK(check.code == cli::exitDone);
    CHECK(check.out.find(" 0 findings") != std::string::npos);

    const Answer toOut = runCli(bounceReport(store, "-"));
    REQUIRE(toOut.code == cli::exitDone);
    CHECK(toOut.out.starts_with(R"("reason","label",)"));
    CHECK(toOut.out.find("\"N02\"") != std::string::npos);
    const Answer toFile = runCli(bounceReport(store, folder.file("bounces.csv")));
    CHECK(toFile.code == cli::exitDone);
    CHECK(toFile.out.empty());
    CHECK(contentOf(folder.file("bounces.csv")) == toOut.out);
    CHECK(runCli(bounceReport(store, "-", "json")).out.find("\"open_without_holder\": 0") != std::string::npos);

    const Answer again = runCli({"demo", "--store", store});
    CHECK(again.code == cli::exitWrong);
    CHECK(isOneLine(again.err));
    CHECK(runCli({"check", "--store", store}).out == check.out);
}

TEST_CASE("a command says that this computer's clock is behind what was written, and does its work")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "3", "--as-of", "2026-11-22"}).code == cli::exitDone);
    CHECK(runCli(bounceReport(store, "-")).err.empty());
    const Answer behind = runCli(bounceReport(store, "-"), monday - std::chrono::hours{48});
    CHECK(behind.code == cli::exitDone);
    CHECK(behind.err.starts_with("holdfast: warning: this computer's clock says 2026-11-21T00:00:00"));
    CHECK(isOneLine(behind.err));
    const Answer checked = runCli({"check", "--store", store}, monday - std::chrono::hours{48});
    CHECK(checked.code == cli::exitDone);
    CHECK(checked.err == behind.err);
}

TEST_CASE("too few people are listed as what they leave out")
{
    const TempFolder folder;
    const Answer demo = runCli({"demo", "--store", folder.file("small.db"), "--people", "3"});
    REQUIRE(demo.code == cli::exitDone);
    CHECK(demo.out.find("not shown by so few people: H01") != std::string::npos);
}

TEST_CASE("a check that finds something is the answer no")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "5"}).code == cli::exitDone);
    std::string bytes = contentOf(store);
    for (std::size_t page = 20 * 4096; page < bytes.size(); page += 4096)
        bytes.replace(page, 8, 8, '\x5a');
    write(store, bytes);
    const Answer check = runCli({"check", "--store", store});
    INFO(check.err);
    CHECK(check.code == cli::exitNo);
    CHECK(check.err.find(store) != std::string::npos);
}

TEST_CASE("reports and checks act as a worker who may, and refuse one who may not")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "5"}).code == cli::exitDone);
    auto words = bounceReport(store, "-");
    words.insert(words.end(), {"--worker", "priya-raman"});
    const Answer keyworker = runCli(words);
    CHECK(keyworker.code == cli::exitWrong);
    CHECK(keyworker.out.empty());
    CHECK(isOneLine(keyworker.err));
    words.back() = "nobody";
    CHECK(runCli(words).err.find("--worker") != std::string::npos);
    words.back() = "samir-haddad";
    CHECK(runCli(words).code == cli::exitDone);
}

TEST_CASE("what cannot be opened gets one clear line and stays as it is")
{
    const TempFolder folder;
    write(folder.file("letter.txt"), "a letter that is not a store at all, long enough to be looked at");
    for (const std::string& store : {folder.file("letter.txt"), folder.file("none.db"), folder.path().string()}) {
        for (const Answer& answer : {runCli({"check", "--store", store}), runCli(bounceReport(store, "-"))}) {
            INFO(store << answer.err);
            CHECK(answer.code == cli::exitWrong);
            CHECK(answer.out.empty());
            CHECK(isOneLine(answer.err));
        }
    }
    CHECK(runCli({"demo", "--store", folder.file("letter.txt")}).code == cli::exitWrong);
    CHECK(contentOf(folder.file("letter.txt")).starts_with("a letter"));
    CHECK_FALSE(std::filesystem::exists(folder.file("none.db")));
}

TEST_CASE("a value that does not fit is named with what was found, before any store is made")
{
    const TempFolder folder;
    const std::string store = folder.file("new.db");
    const auto refused = [&](const std::vector<std::string>& words, const std::string& says) {
        std::vector<std::string> all{"demo", "--store", store};
        all.insert(all.end(), words.begin(), words.end());
        const Answer answer = runCli(all);
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(says) != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(store));
    };
    refused({"--people", "0"}, "--people: expected 1 to 800000, found \"0\"");
    refused({"--people", "many"}, "--people: expected a whole number, found \"many\"");
    refused({"--as-of", "2026-02-30"}, "--as-of: expected a date such as 2026-03-31, found \"2026-02-30\"");
    refused({"--seed", std::string(500, '7')}, "found \"" + std::string(40, '7') + "...\"");
}

TEST_CASE("a report never takes the place of a folder, and leaves nothing where it cannot be written")
{
    const TempFolder folder;
    const std::string store = folder.file("practice.db");
    REQUIRE(runCli({"demo", "--store", store, "--people", "5"}).code == cli::exitDone);
    std::filesystem::create_directory(folder.file("out"));
    for (const std::string& out : {folder.file("out"), folder.file("none/report.csv")}) {
        const Answer answer = runCli(bounceReport(store, out));
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(out) != std::string::npos);
    }
    CHECK(std::filesystem::is_empty(folder.file("out")));
}

TEST_CASE("a passphrase comes from a file that only its owner can read")
{
    const TempFolder folder;
    const std::string store = folder.file("real.db");
    const ManualClock clock{monday};
    SystemRandom random;
    Worker worker;
    worker.name = "Rowan";
    worker.role = Role::supervisor;
    auto made =
        app::NewStore::begin(store, {"rowan", "seven otters juggle lanterns"}, worker, "Lantern", clock, random);
    REQUIRE(made);
    REQUIRE((*made)->confirm(std::string{(*made)->recoveryKey()}));
    const std::string secret = folder.file("secret");
    write(secret, "seven otters juggle lanterns\n");
    namespace fs = std::filesystem;
    CHECK(runCli({"check", "--store", store, "--passphrase-file", folder.file("none")})
              .err.find("there is no such file") != std::string::npos);
    fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    const std::vector<std::string> words{"check", "--store", store, "--passphrase-file", secret};
    const Answer open = runCli(words);
    CHECK(open.code == cli::exitWrong);
    CHECK(open.err.find("chmod 600") != std::string::npos);
    fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write);
    const Answer checked = runCli(words);
    INFO(checked.err);
    CHECK(checked.code == cli::exitDone);
    auto named = words;
    named.insert(named.end(), {"--user", "rowan"});
    CHECK(runCli(named).code == cli::exitDone);
    named.back() = "somebody";
    CHECK(runCli(named).code == cli::exitWrong);
    auto other = words;
    other.insert(other.end(), {"--worker", "duty-worker"});
    CHECK(runCli(other).err.find("--worker") != std::string::npos);
    write(secret, "another one altogether\n");
    CHECK(runCli(words).code == cli::exitWrong);
    CHECK(runCli({"demo", "--store", store}).err.find("real people") != std::string::npos);
}
