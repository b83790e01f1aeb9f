// Words that mean harm in the files and options of the command line: the answer says them back exactly, or it is one line
// that says what was found, with an exit code that says so.
#include "support/hostile.h"

#include "cli/cli_world.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr std::string_view gap = "@HOSTILE@";

constexpr const char* scenario = R"({
  "directory": [{"id": "cmht", "name": "@HOSTILE@", "needs": ["mental_health"], "kind": "community_mental_health"}],
  "person": {"id": "p1", "born": "1984-05-06"},
  "events": [
    {"at": "2026-03-02T10:00:00Z", "type": "assessment_signed", "worker": "k", "service": "cmht",
     "mental_health": {"status": "present", "conditions": ["@HOSTILE@"]}, "substance_use": {"status": "present"}},
    {"at": "2026-03-02T11:00:00Z", "type": "contact", "words": "@HOSTILE@"}]})";
constexpr const char* codes = R"({
  "directory": [{"id": "@HOSTILE@", "name": "Team", "needs": ["@HOSTILE@"], "kind": "community_mental_health"}],
  "person": {"id": "@HOSTILE@", "born": "@HOSTILE@"}, "@HOSTILE@": 1, "events": []})";
constexpr const char* assessed = R"({"at": "2026-03-02T10:00:00Z", "type": "assessment_signed", "worker": "k",
  "service": "lantern", "mental_health": {"status": "present", "severity": "moderate", "conditions": ["@HOSTILE@"]},
  "substance_use": {"status": "present", "severity": "moderate", "substances": ["@HOSTILE@"]},
  "instruments": {"PHQ-9": [2,2,2,2,1,2,1,1,0]}})";
constexpr const char* directory = R"([
  {"id": "cmht", "name": "@HOSTILE@", "needs": ["mental_health"], "kind": "community_mental_health", "min_age": 18},
  {"id": "lantern", "name": "Lantern", "needs": ["substance_use"], "kind": "drug_and_alcohol", "notes": "@HOSTILE@"}])";

std::string inPlace(std::string_view text, const std::string& hostile)
{
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find(gap, at), text.size());
        filled += text.substr(at, next - at);
        filled += next < text.size() ? hostile : std::string{};
        at = next + (next < text.size() ? gap.size() : 0);
    }
    return filled;
}

/// As JSON writes it, without the quotation marks; bytes that are no text stay as they are.
std::string escaped(const std::string& text)
{
    try {
        const std::string quoted = nlohmann::json(text).dump();
        return quoted.substr(1, quoted.size() - 2);
    } catch (const nlohmann::json::exception&) {
        return text;
    }
}

class Commands {
public:
    /// With no name the words are not looked for in what is printed.
    void takes(const std::string& where, const std::vector<std::string>& words, const std::string* expected)
    {
        const Answer answer = runCli(words);
        INFO(where);
        ++m_inputs;
        CHECK((answer.code == cli::exitDone || answer.code == cli::exitNo || answer.code == cli::exitWrong));
        if (answer.code == cli::exitWrong) {
            ++m_refused;
            CHECK(answer.out.empty());
            CHECK((isOneLine(answer.err) && answer.err.size() < 2'000));
            CHECK((std::ranges::none_of(answer.err, [](char c) { return c == '\x1B' || c == '\0' || c == '\r'; })));
        } else if (answer.code == cli::exitDone && expected != nullptr) {
            CHECK((holds(nlohmann::json::parse(answer.out), *expected)));
        }
    }
    int inputs() const { return m_inputs; }
    int refused() const { return m_refused; }

private:
    static bool holds(const nlohmann::json& json, const std::string& text)
    {
        if (json.is_string())
            return json.get<std::string>().find(text) != std::string::npos;
        return std::ranges::any_of(json, [&](const nlohmann::json& each) {
            return (each.is_structured() || each.is_string()) && holds(each, text);
        });
    }

    int m_inputs = 0;
    int m_refused = 0;
};

}  // namespace

TEST_CASE("words that mean harm in files come back exactly or are refused in one line")
{
    const TempFolder folder;
    Commands commands;
    int number = 0;
    const std::string file = folder.file("in.json");
    const std::string other = folder.file("directory.json");
    for (const Hostile& hostile : hostileTexts()) {
        const std::string where = hostile.tries + ' ' + std::to_string(++number);
        for (const std::string& text : {escaped(hostile.text), hostile.text}) {
            for (const char* form : {scenario, codes}) {
                write(file, inPlace(form, text));
                commands.takes("scenario, " + where, {"replay", file, "--format", "json"}, nullptr);
            }
            write(file, inPlace(assessed, "low mood"));
            write(other, inPlace(directory, text));
            const bool shown = text != hostile.text && !hostile.text.empty();
            commands.takes("directory, " + where,
                           {"route", "--assessment", file, "--directory", other, "--format", "json"},
                           shown ? &hostile.text : nullptr);
            write(file, inPlace(assessed, text));
            write(other, inPlace(directory, "Team"));
            commands.takes("assessment, " + where,
                           {"route", "--assessment", file, "--directory", other, "--format", "text"}, nullptr);
            write(file, inPlace(R"({"id": "local", "version": "@HOSTILE@", "extends": "@HOSTILE@"})", text));
            commands.takes("policy, " + where, {"policy", "diff", file}, nullptr);
        }
    }
    CHECK(commands.inputs() >= 2'000);
    tell("hostile inputs, files of the command line: " + std::to_string(commands.inputs()) + ", of which " +
         std::to_string(commands.refused()) + " refused");
}

TEST_CASE("words that mean harm in options are taken as they are or refused in one line, and reach no other file")
{
    const TempFolder folder;
    Commands commands;
    int number = 0;
    const auto inside = [&] {
        return std::ranges::distance(std::filesystem::recursive_directory_iterator{folder.path()},
                                     std::filesystem::recursive_directory_iterator{});
    };
    for (const Hostile& hostile : hostileTexts()) {
        if (hostile.text.find('\0') != std::string::npos)
            continue;  // no argument of a program can hold one
        const std::string where = hostile.tries + ' ' + std::to_string(++number);
        for (const std::vector<std::string>& words : std::initializer_list<std::vector<std::string>>{
                 {hostile.text},
                 {"replay", hostile.text},
                 {"replay", "--format", hostile.text},
                 {"policy", "test", hostile.text},
                 {"route", "--assessment", hostile.text, "--directory", "x"},
                 {"check", "--store", "./" + hostile.text},
                 {"report", "rerun", hostile.text, "--store", "none"},
                 {"report", "bounces", "--store", "none", "--from", hostile.text},
                 {"audit", "verify", "--store", "none", "--worker", hostile.text}})
            commands.takes(where, words, nullptr);
    }
    CHECK(inside() == 0);
    tell("hostile inputs, options of the command line: " + std::to_string(commands.inputs()) + ", of which " +
         std::to_string(commands.refused()) + " refused");
}

TEST_CASE("JSON that is too deep, too long or cut off anywhere is refused in one line")
{
    const TempFolder folder;
    Commands commands;
    const std::string file = folder.file("in.json");
    const std::string whole = inPlace(scenario, "words");
    for (std::size_t cut = 0; cut < whole.size(); cut += 3) {
        write(file, whole.substr(0, cut));
        commands.takes("cut at " + std::to_string(cut), {"replay", file}, nullptr);
    }
    for (const int depth : {65, 1'000, 100'000, 2'000'000}) {
        const auto deep = static_cast<std::size_t>(depth);
        for (const std::string& text : {std::string(deep, '['), std::string(deep, '[') + std::string(deep, ']')}) {
            write(file, text);
            commands.takes("deep " + std::to_string(depth), {"replay", file}, nullptr);
        }
    }
    write(file, inPlace(scenario, tenMegabytes()));
    commands.takes("ten megabytes", {"replay", file}, nullptr);
    CHECK(commands.refused() == commands.inputs());
}
