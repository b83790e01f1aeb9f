#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const std::string scenarios = std::string{HOLDFAST_SOURCE_DIR} + "/tests/scenarios";

constexpr const char* example = R"({
  "directory": [{"id": "cmht", "name": "Team", "needs": ["mental_health"], "kind": "community_mental_health"},
                {"id": "lantern", "name": "Lantern", "needs": ["substance_use"], "kind": "drug_and_alcohol"}],
  "person": {"id": "p1", "born": "1984-05-06"},
  "events": [
    {"at": "2026-03-02T10:00:00Z", "type": "assessment_signed", "worker": "k", "service": "lantern",
     "mental_health": {"status": "present"}, "substance_use": {"status": "present"}},
    {"at": "2026-03-02T11:00:00Z", "type": "referral_sent",
     "legs": [{"need": "mental_health", "service": "cmht"}, {"need": "substance_use", "service": "lantern"}]},
    {"at": "2026-03-09T09:00:00Z", "type": "response", "need": "mental_health", "service": "cmht",
     "response": "declined", "reason": "N02"}],
  "expect": [{"after": 3, "legs": {"mental_health": "challenged"}, "clasp": "held"}]
})";

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("every scenario of ours holds")
{
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator{scenarios}) {
        if (file.path().extension() != ".json")
            continue;
        ++count;
        const Answer answer = runCli({"replay", file.path().string()});
        INFO(file.path() << answer.err);
        CHECK(answer.code == cli::exitDone);
        CHECK(answer.out.starts_with("["));
        CHECK(runCli({"replay", file.path().string()}).out == answer.out);
    }
    CHECK(count >= 9);
}

TEST_CASE("a scenario prints one state for each event, as JSON or for reading")
{
    const TempFolder folder;
    write(folder.file("s.json"), example);
    const Answer json = runCli({"replay", folder.file("s.json")});
    INFO(json.err);
    REQUIRE(json.code == cli::exitDone);
    CHECK(json.err.empty());
    CHECK(json.out.find("\"code\":\"N02\"") != std::string::npos);
    const Answer text = runCli({"replay", folder.file("s.json"), "--format", "text"});
    CHECK(text.code == cli::exitDone);
    CHECK(text.out != json.out);
}

TEST_CASE("an expectation that fails is exit 1 with a line for each")
{
    const TempFolder folder;
    const std::string file = folder.file("s.json");
    write(file, replaced(replaced(example, "challenged", "sent"), "\"held\"", "\"joined\""));
    const Answer answer = runCli({"replay", file});
    CHECK(answer.code == cli::exitNo);
    CHECK(answer.out.starts_with("["));
    CHECK(answer.err.find(file + ": /expect/0/legs/mental_health") != std::string::npos);
    CHECK(answer.err.find(file + ": /expect/0/clasp") != std::string::npos);
    CHECK(std::count(answer.err.begin(), answer.err.end(), '\n') == 2);
}

TEST_CASE("bad input is exit 2 with file and pointer, and nothing on standard output")
{
    const TempFolder folder;
    const std::string file = folder.file("s.json");
    const std::vector<std::pair<std::string, std::string>> bad{
        {replaced(example, "N02", "N99"), "/events/2/reason"},
        {replaced(example, "\"response\": \"declined\"", "\"response\": \"shrugged\""), "/events/2/response"},
        {replaced(example, "1984-05-06", "2027-05-06"), "/person/born"},
        {replaced(example, "2026-03-09T09", "2026-03-01T09"), "/events/2/at"},
        {replaced(example, "\"person\"", "\"persons\""), "/"},
        {replaced(example, R"({"need": "mental_health", "service": "cmht"}, )", ""), "/events/1"},
        {"{", "line 1"},
        {std::string(6'000'000, ' '), ""},
    };
    for (const auto& [text, pointer] : bad) {
        write(file, text);
        const Answer answer = runCli({"replay", file});
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(answer.out.empty());
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(file) != std::string::npos);
        CHECK(answer.err.find(pointer) != std::string::npos);
    }
    CHECK(runCli({"replay", folder.file("none.json")}).code == cli::exitWrong);
}

TEST_CASE("an event the engine refuses is bad input, named by its place")
{
    const TempFolder folder;
    const std::string file = folder.file("s.json");
    write(file,
          replaced(example,
                   R"({"at": "2026-03-09T09:00:00Z", "type": "response", "need": "mental_health", "service": "cmht",
     "response": "declined", "reason": "N02"})",
                   R"({"at": "2026-03-09T09:00:00Z", "type": "joint_closure", "reason": "x", "agreed_by": ["k"],
     "persons_view": "y"})"));
    const Answer answer = runCli({"replay", file});
    INFO(answer.err);
    CHECK(answer.code == cli::exitWrong);
    CHECK(answer.out.empty());
    CHECK(answer.err.find("/events/2") != std::string::npos);
}
