#include "cli/cli_world.h"
#include "db/sqlite_connection.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const Instant inACentury = monday + std::chrono::days{100 * 365};

class Store {
public:
    Store()
    {
        REQUIRE(runCli({"demo", "--people", "60", "--as-of", "2026-11-23", "--store", path}).code == 0);
        person = one("SELECT person FROM case_state WHERE open_needs = 0 AND version > 0 ORDER BY person LIMIT 1");
        supervisor = one("SELECT id FROM worker WHERE role = 'supervisor' ORDER BY id LIMIT 1");
        administrator = one("SELECT id FROM worker WHERE role = 'administrator' ORDER BY id LIMIT 1");
    }

    Answer run(std::vector<std::string> words, Instant now = inACentury) const
    {
        words.insert(words.end(), {"--store", path});
        return runCli(words, now);
    }

    /// As a supervisor and as an administrator of the practice team.
    Answer as(const std::string& worker, std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--worker", worker});
        return run(std::move(words));
    }

    std::string one(std::string_view sql) const
    {
        const auto connection = db::openSqlite(path, {});
        return connection->word(sql);
    }

    TempFolder folder;
    std::string path = folder.file("team.holdfast");
    std::string person;  ///< with no open need, so that time is all that keeps the record
    std::string supervisor;
    std::string administrator;
};

}  // namespace

TEST_CASE("two people dispose of a record on the command line, and what is left says so")
{
    const Store store;
    REQUIRE_FALSE(store.person.empty());
    const Answer early = store.run({"disposal", "propose", store.person, "--reason", "Long over"}, monday);
    CHECK(early.code == 1);
    CHECK(early.err == "holdfast: " + store.person + ": the time of this record is not over, so it stays\n");
    CHECK(store.run({"disposal", "list"}).out == "0 proposed, 0 disposed of\n");

    const Answer proposed = store.as(store.supervisor, {"disposal", "propose", store.person, "--reason", "Long over"});
    INFO(proposed.err);
    REQUIRE(proposed.code == 0);
    CHECK(proposed.out.starts_with("Proposed as "));
    CHECK(proposed.out.find("What goes: events ") != std::string::npos);
    CHECK(proposed.out.find("No schedule makes backups") != std::string::npos);
    const std::string disposal = store.one("SELECT id FROM disposal");

    const Answer own = store.as(store.supervisor, {"disposal", "confirm", disposal, "--yes"});
    CHECK(own.code == 1);
    CHECK(own.err.find("somebody else has to confirm it") != std::string::npos);
    const Answer list = store.as(store.administrator, {"disposal", "list", "--format", "json"});
    CHECK(list.out.starts_with(R"({"awaiting":[{"disposal":")" + disposal + R"(","person":")" + store.person +
                               R"(","name":"","proposed_by":")"));
    const Answer done = store.as(store.administrator, {"disposal", "confirm", disposal, "--yes"});
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK(done.out.ends_with("The record was disposed of.\n"));

    const Answer after = store.run({"disposal", "list"});
    CHECK(after.out.starts_with("0 proposed, 1 disposed of\ndisposed " + disposal + "  person " + store.person));
    const Answer again = store.as(store.supervisor, {"disposal", "propose", store.person, "--reason", "Long over"});
    CHECK(again.code == 2);
    CHECK(again.err.find("its record was disposed of on ") != std::string::npos);
    CHECK(store.run({"audit", "verify"}).code == 0);
    const Answer check = store.run({"check"});
    INFO(check.out << check.err);
    CHECK(check.code == 0);
}

TEST_CASE("a proposal that is withdrawn keeps the record, and wrong use of a disposal is refused with what to do")
{
    const Store store;
    REQUIRE(store.as(store.supervisor, {"disposal", "propose", store.person, "--reason", "Long over"}).code == 0);
    const std::string disposal = store.one("SELECT id FROM disposal");
    CHECK(store.as(store.supervisor, {"disposal", "withdraw", disposal}).out == "Withdrawn. The record stays.\n");
    const Answer late = store.as(store.administrator, {"disposal", "confirm", disposal, "--yes"});
    CHECK(late.code == 2);
    CHECK(store.one("SELECT id FROM person WHERE id = '" + store.person + "'") == store.person);

    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
             {"disposal"},
             {"disposal", "undo"},
             {"disposal", "propose"},
             {"disposal", "propose", store.person},
             {"disposal", "propose", "nobody", "--reason", "x"},
             {"disposal", "confirm"},
             {"disposal", "confirm", "nothing", "--yes"},
             {"disposal", "confirm", disposal, "--reason", "x"},
             {"disposal", "list", "more"},
             {"disposal", "list", "--format", "csv"},
             {"disposal", "list", "--yes"},
         }) {
        const Answer answer = store.run(wrong);
        INFO(answer.err);
        CHECK(answer.code == 2);
        CHECK(isOneLine(answer.err));
    }
}
