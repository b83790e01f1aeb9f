#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const std::string ours = std::string{HOLDFAST_SOURCE_DIR} + "/tests/scenarios";

/// A decline for a code, and what is expected after it.
std::string scenario(const std::string& expect, const std::string& more = {})
{
    return R"({"title": "A referral that nobody answers", )" + more + R"(
  "directory": [{"id": "cmht", "name": "Team", "needs": ["mental_health"], "kind": "community_mental_health"},
                {"id": "lantern", "name": "Lantern", "needs": ["substance_use"], "kind": "drug_and_alcohol"}],
  "person": {"id": "p1", "born": "1984-05-06"},
  "events": [
    {"at": "2026-03-02T10:00:00Z", "type": "assessment_signed", "worker": "k", "service": "lantern",
     "mental_health": {"status": "present"}, "substance_use": {"status": "present"}},
    {"at": "2026-03-02T11:00:00Z", "type": "referral_sent",
     "legs": [{"need": "mental_health", "service": "cmht"}, {"need": "substance_use", "service": "lantern"}]},
    {"at": "2026-03-03T18:00:00Z", "type": "now"}])" +
           (expect.empty() ? "" : ",\n  \"expect\": " + expect) + "\n}";
}

const std::string stillQuiet = R"([{"after": 3, "bounces": [], "legs": {"mental_health": "sent"}, "clasp": "held"}])";
const std::string silentAlready = R"([{"after": 3, "flags": ["silence"]}])";

/// Silence after one working day instead of two.
constexpr const char* quicker = R"({"id": "wrenfield", "version": "3", "title": "Wrenfield", "over": "england",
    "silence_clocks": [{"state": "sent", "working_days": 1}]})";

}  // namespace

TEST_CASE("our own scenarios hold under the shipped policy")
{
    const Answer answer = runCli({"policy", "test", ours});
    INFO(answer.err);
    CHECK(answer.code == cli::exitDone);
    CHECK(answer.err.empty());
    CHECK(answer.out.starts_with(R"({"policy":{"id":"england",)"));
    CHECK(answer.out.find("\"failed\":0}") != std::string::npos);
    const Answer text = runCli({"policy", "test", ours, "--format", "text"});
    CHECK(text.code == cli::exitDone);
    CHECK(text.out.find("holds  001_4_002_29_sober_first.json") != std::string::npos);
    CHECK(text.out.find(", 0 fail\n") != std::string::npos);
}

TEST_CASE("an expectation that fails is exit 1, with one line for it, and the others are run as well")
{
    const TempFolder folder;
    write(folder.file("a.json"), scenario(silentAlready));
    write(folder.file("b.json"), scenario(stillQuiet));
    const Answer answer = runCli({"policy", "test", folder.path(), "--format", "text"});
    CHECK(answer.code == cli::exitNo);
    CHECK(answer.out.find("FAILS  a.json") != std::string::npos);
    CHECK(answer.out.find("holds  b.json") != std::string::npos);
    CHECK(answer.out.find("2 scenarios, 1 hold, 1 fail") != std::string::npos);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find("a.json: /expect/0/flags/0: expected") != std::string::npos);
}

TEST_CASE("a local policy laid over the national one decides the same scenarios anew")
{
    const TempFolder folder;
    std::filesystem::create_directory(folder.file("cases"));
    write(folder.file("cases/a.json"), scenario(silentAlready));
    write(folder.file("local.json"), quicker);
    const Answer answer = runCli({"policy", "test", folder.file("cases"), "--policy", folder.file("local.json")});
    INFO(answer.err);
    CHECK(answer.code == cli::exitDone);
    CHECK(answer.out.find(R"("policy":{"id":"wrenfield","version":"3"})") != std::string::npos);
    CHECK(runCli({"policy", "test", folder.file("cases")}).code == cli::exitNo);
}

TEST_CASE("what cannot be read is exit 2 with the file and the place, and nothing on standard output")
{
    const TempFolder folder;
    const auto cases = folder.file("cases");
    std::filesystem::create_directory(cases);
    const auto refused = [&](const std::string& named, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"policy", "test", cases};
        words.insert(words.end(), more.begin(), more.end());
        const Answer answer = runCli(words);
        INFO(answer.err);
        CHECK(answer.code == cli::exitWrong);
        CHECK(answer.out.empty());
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(named) != std::string::npos);
    };
    refused("cases: expected at least one scenario file");  // an empty folder
    write(folder.file("cases/notes.txt"), "not a scenario");
    refused("cases: expected at least one scenario file");
    write(folder.file("cases/a.json"), scenario(stillQuiet));
    write(folder.file("cases/b.json"), scenario(""));
    refused("b.json: /expect: expected at least one expectation");
    write(folder.file("cases/b.json"), scenario("[]"));
    refused("b.json: /expect: expected at least one expectation");
    write(folder.file("cases/b.json"), scenario(stillQuiet, R"("policy": "wales",)"));
    refused("b.json: /policy: expected \"england\"");
    write(folder.file("cases/b.json"), "{");
    refused("b.json: line 1, column 2");
    write(folder.file("cases/b.json"), scenario(stillQuiet, R"("colour": "green",)"));
    refused("b.json: /colour: expected only");
    write(folder.file("cases/b.json"), scenario(R"([{"after": 4, "clasp": "held"}])"));
    refused("b.json: /expect/0/after");
    write(folder.file("cases/b.json"), scenario(stillQuiet));
    write(folder.file("local.json"), R"({"id": "w", "version": "1", "title": "W", "over": "england",
        "silence_clocks": [{"state": "sent", "code": "S99"}]})");
    refused("local.json: /silence_clocks/0/code: expected the code of a reason",
            {"--policy", folder.file("local.json")});
    refused("nowhere.json", {"--policy", folder.file("nowhere.json")});
    refused("--format", {"--format", "xml"});
}

TEST_CASE("a folder that is not there is refused, and so is another verb")
{
    const TempFolder folder;
    const Answer nowhere = runCli({"policy", "test", folder.file("nowhere")});
    CHECK(nowhere.code == cli::exitWrong);
    CHECK(isOneLine(nowhere.err));
    const Answer verb = runCli({"policy", "burn", folder.path()});
    CHECK(verb.code == cli::exitWrong);
    CHECK(verb.err.find("use test or diff") != std::string::npos);
    CHECK(runCli({"policy", "test"}).code == cli::exitWrong);
}

TEST_CASE("what a local policy changes is said in words")
{
    const TempFolder folder;
    write(folder.file("local.json"), quicker);
    const Answer text = runCli({"policy", "diff", folder.file("local.json")});
    INFO(text.err);
    CHECK(text.code == cli::exitDone);
    CHECK(text.out.find("becomes wrenfield 3\n\nSilence\n"
                        "  Silence clock after \"sent\": 2 working days becomes 1\n") != std::string::npos);
    const Answer json = runCli({"policy", "diff", folder.file("local.json"), "--format", "json"});
    CHECK(json.out.find(
              R"("subject":"Silence clock after \"sent\"","before":"2 working days","after":"1 working day")") !=
          std::string::npos);
    const Answer same = runCli({"policy", "diff", folder.file("local.json"), "--policy", folder.file("local.json")});
    CHECK(same.out.find("Both decide alike.") != std::string::npos);
}
