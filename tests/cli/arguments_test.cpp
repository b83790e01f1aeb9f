#include "cli/arguments.h"

#include "cli/cli_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using cli::Verb;

namespace {

cli::Arguments parsed(const std::vector<std::string>& words)
{
    const auto arguments = cli::parseArguments(words);
    REQUIRE(arguments);
    return *arguments;
}

}  // namespace

TEST_CASE("every command is read with its options, in either spelling")
{
    CHECK(parsed({}).verb == Verb::client);
    CHECK(parsed({"--store", "a.db"}).get("--store") == "a.db");
    CHECK(parsed({"--store=a.db"}).get("--store") == "a.db");
    CHECK(parsed({"create", "--store", "a.db"}).verb == Verb::create);
    CHECK(parsed({"demo", "--store", "a.db", "--people", "5"}).get("--people") == "5");
    CHECK(parsed({"replay", "--format", "text", "x.json"}).operands == std::vector<std::string>{"x.json"});
    CHECK(parsed({"policy", "test", "cases", "--policy", "x"}).operands == std::vector<std::string>{"test", "cases"});
    CHECK(parsed({"route", "--assessment", "a", "--directory", "d"}).verb == Verb::route);
    CHECK(parsed({"check", "--store", "a.db", "--rebuild"}).has("--rebuild"));
    CHECK(parsed({"report", "bounces", "--store", "a", "--from", "x", "--to", "y", "--format", "csv", "--out", "-"})
              .get("--out") == "-");
    CHECK(parsed({"--help"}).verb == Verb::help);
    CHECK(parsed({"demo", "--help"}).verb == Verb::help);
    CHECK(parsed({"--version"}).verb == Verb::version);
}

TEST_CASE("wrong use is one line that names the word and what to do, exit 2, nothing on standard output")
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"demmo"}, "demmo"},
        {{"--stroe", "a"}, "--stroe"},
        {{"demo"}, "--store"},
        {{"demo", "--store"}, "--store"},
        {{"demo", "--store", "--people", "5"}, "--store"},
        {{"demo", "--store="}, "--store"},
        {{"demo", "--store", "a", "--store", "b"}, "--store"},
        {{"demo", "--store", "a", "stray"}, "stray"},
        {{"demo", "--store", "/nowhere/a.db", "--people", "many"}, "--people"},
        {{"demo", "--store", "/nowhere/a.db", "--as-of", "2026-02-30"}, "--as-of"},
        {{"replay"}, "SCENARIO.json"},
        {{"replay", "a.json", "--format", "xml"}, "--format"},
        {{"route", "--assessment", "a"}, "--directory"},
        {{"report", "waits", "--store", "a", "--from", "x", "--to", "y", "--format", "csv", "--out", "-"}, "waits"},
        {{"check", "--store", "a", "--rebuild=yes"}, "--rebuild"},
        {{"check", "--store", "a", "--passphrase", "x"}, "--passphrase"},
    };
    for (const auto& [words, named] : wrong) {
        INFO(words.front() << ' ' << named);
        const Answer answer = runCli(words);
        CHECK(answer.code == cli::exitWrong);
        CHECK(answer.out.empty());
        CHECK(isOneLine(answer.err));
        CHECK(answer.err.find(named) != std::string::npos);
    }
}

TEST_CASE("help names every command and version is one line")
{
    const Answer help = runCli({"--help"});
    CHECK(help.code == cli::exitDone);
    for (const char* word : {"create", "demo", "replay", "policy test", "policy diff", "route", "report bounces",
                             "check", "--passphrase-file"})
        CHECK(help.out.find(word) != std::string::npos);
    CHECK(isOneLine(runCli({"--version"}).out));
}
