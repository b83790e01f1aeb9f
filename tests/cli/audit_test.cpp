#include "app/store_setup.h"
#include "cli/cli_world.h"
#include "db/sqlite_connection.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

namespace {

class Store {
public:
    Store()
    {
        REQUIRE(run({"demo", "--people", "3", "--as-of", "2026-11-23"}).code == 0);
        for (int i = 0; i < 5; ++i)
            REQUIRE(run({"check"}).code == 0);
    }

    Answer run(std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--store", path});
        return runCli(words);
    }

    /// Past our program, as somebody with the file would.
    void tamper(const std::string& sql) const
    {
        const auto connection = db::openSqlite(path, {});
        connection->script("DROP TRIGGER audit_kept; DROP TRIGGER audit_stays; DROP TRIGGER audit_head_onward;" + sql);
    }

    TempFolder folder;
    std::string path = folder.file("team.holdfast");
    std::string anchor = folder.file("elsewhere.txt");
};

}  // namespace

TEST_CASE("an audit nobody touched hangs together, and says what it was compared with")
{
    const Store store;
    const Answer answer = store.run({"audit", "verify"});
    INFO(answer.err);
    CHECK(answer.code == 0);
    CHECK(answer.out.find("all hang together\ncompared with the anchor of entry ") != std::string::npos);

    const Answer json = store.run({"audit", "verify", "--format", "json"});
    CHECK(json.out.starts_with("{\"ok\":true,\"checked_at\":\"2026-11-23T00:00:00"));
    CHECK(json.out.find("\"findings\":[],\"not_listed\":0}") != std::string::npos);
}

TEST_CASE("what was done to the audit is named, and the answer is no")
{
    const Store store;
    store.tamper("UPDATE audit SET worker = 'samir' WHERE seq = 3; DELETE FROM audit WHERE seq = 6");
    const Answer answer = store.run({"audit", "verify"});
    CHECK(answer.code == 1);
    CHECK(answer.err.empty());
    CHECK(answer.out.find("entry 3 is not as it was written") != std::string::npos);
    CHECK(answer.out.find("entry 6 was removed") != std::string::npos);

    const Answer json = store.run({"audit", "verify", "--format=json"});
    CHECK(json.code == 1);
    CHECK(json.out.find(R"({"kind":"changed","first":3,"last":3,)") != std::string::npos);
}

TEST_CASE("what was cut off stays found, however long work goes on afterwards")
{
    const Store store;
    store.tamper("DELETE FROM audit WHERE seq > 8; UPDATE audit_head SET seq = 8");
    const Answer first = store.run({"audit", "verify"});
    CHECK(first.code == 1);
    CHECK(first.out.find("cut off at the end") != std::string::npos);
    for (int i = 0; i < 5; ++i)
        REQUIRE(store.run({"check"}).code == 0);
    const Answer later = store.run({"audit", "verify"});
    CHECK(later.code == 1);
    CHECK(later.out.find("is not the one an anchor was made of") != std::string::npos);
}

TEST_CASE("an anchor kept elsewhere finds what the one beside the store no longer can")
{
    const Store store;
    REQUIRE(store.run({"audit", "anchor", "--out", store.anchor}).code == 0);
    CHECK(store.run({"audit", "verify", "--anchor", store.anchor}).code == 0);
    std::filesystem::remove(store.path + ".audit-anchor");
    store.tamper("DELETE FROM audit WHERE seq > 8; UPDATE audit_head SET seq = 8");
    const Answer without = store.run({"audit", "verify"});
    CHECK(without.code == 0);
    CHECK(without.out.find("would not be noticed") != std::string::npos);
    const Answer with = store.run({"audit", "verify", "--anchor", store.anchor});
    CHECK(with.code == 1);
}

TEST_CASE(
    "an anchor that was changed, of another store, or none at all is refused, and a changed one beside is a finding")
{
    const Store store;
    REQUIRE(store.run({"audit", "anchor", "--out", store.anchor}).code == 0);
    std::string text = contentOf(store.anchor);
    text.replace(text.find("written 2026"), 12, "written 2025");
    write(store.anchor, text);
    const Answer changed = store.run({"audit", "verify", "--anchor", store.anchor});
    CHECK(changed.code == 2);
    CHECK(isOneLine(changed.err));
    CHECK(changed.err.find("seal: the anchor was changed") != std::string::npos);

    const Store other;
    const Answer foreign = other.run({"audit", "verify", "--anchor", store.path + ".audit-anchor"});
    CHECK(foreign.code == 2);
    CHECK(foreign.err.find("another store") != std::string::npos);
    CHECK(store.run({"audit", "verify", "--anchor", store.path}).code == 2);
    CHECK(store.run({"audit", "verify", "--anchor", store.folder.file("none")}).code == 2);

    write(store.path + ".audit-anchor", text);
    const Answer beside = store.run({"audit", "verify"});
    CHECK(beside.code == 1);
    CHECK(beside.out.find("the anchor beside the store was changed") != std::string::npos);
}

TEST_CASE("the words of audit are checked, and a keyworker may neither check nor anchor it")
{
    const Store store;
    CHECK(store.run({"audit", "mend"}).code == 2);
    CHECK(store.run({"audit", "verify", "--out", "x"}).code == 2);
    CHECK(store.run({"audit", "anchor", "--format", "json"}).code == 2);
    CHECK(store.run({"audit", "verify", "--format", "xml"}).code == 2);
    CHECK(runCli({"audit", "verify"}).code == 2);
    for (const char* what : {"verify", "anchor"}) {
        const Answer refused = store.run({"audit", what, "--worker", "priya-raman"});
        CHECK(refused.code == 2);
        CHECK(refused.out.empty());
    }
}
