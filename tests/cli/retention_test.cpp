#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

class Store {
public:
    Store() { REQUIRE(runCli({"demo", "--people", "60", "--as-of", "2026-11-23", "--store", path}).code == 0); }

    Answer run(std::vector<std::string> words, Instant now = monday) const
    {
        words.insert(words.begin(), {"retention", "list", "--store", path});
        return runCli(words, now);
    }

    TempFolder folder;
    std::string path = folder.file("team.holdfast");
};

}  // namespace

TEST_CASE("a caseload of this year has nobody whose time is over, and the answer is done")
{
    const Store store;
    const Answer text = store.run({});
    INFO(text.err);
    CHECK(text.code == 0);
    CHECK(text.out == "0 records due by 2026-11-23\n");
    CHECK(store.run({"--format", "json"}).out == R"({"due_by":"2026-11-23","suspended":null,"records":[]})"
                                                 "\n");
}

TEST_CASE("in a hundred years it lists every closed record, with the rule, its day, how sure it is and its source")
{
    const Store store;
    const Answer text = store.run({"--due-by", "2126-11-23"});
    INFO(text.err);
    REQUIRE(text.code == 0);
    CHECK_FALSE(text.out.starts_with("0 records"));
    CHECK(text.out.find("  last contact 2026-") != std::string::npos);

    const Answer json = store.run({"--due-by", "2126-11-23", "--format", "json"});
    REQUIRE(json.code == 0);
    CHECK(json.out.starts_with(R"({"due_by":"2126-11-23","suspended":null,"records":[{"person":")"));
    for (const char* part :
         {R"("nhs_number":")", R"("born":")", R"("last_contact":"2026-)", R"("due":"20)", R"("rules":[{"rule":")",
          R"("until":"20)", R"("certainty":")", R"("source":")", R"("kept":null})"})
        CHECK(json.out.find(part) != std::string::npos);

    const Answer csv = store.run({"--due-by", "2126-11-23", "--format", "csv"});
    REQUIRE(csv.code == 0);
    CHECK(csv.out.starts_with(R"("person","name","nhs_number",)"));
    CHECK(std::ranges::count(csv.out, '\n') == std::ranges::count(text.out, '\n'));  // a head each
}

TEST_CASE("a wrong day, a wrong format and anything but a list are refused with what to do")
{
    const Store store;
    const Answer day = store.run({"--due-by", "31/3/2026"});
    CHECK(day.code == 2);
    CHECK(day.err == "holdfast: --due-by: expected a date such as 2026-03-31, found \"31/3/2026\"\n");
    CHECK(store.run({"--format", "xml"}).code == 2);
    CHECK(runCli({"retention", "dispose", "--store", store.path}).err ==
          "holdfast: dispose: cannot be done here; use list\n");
    const Answer who = store.run({"--worker", "nobody"});
    CHECK(who.code == 2);
    CHECK(who.out.empty());
}
