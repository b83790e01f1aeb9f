// Every scenario file holds: our acceptance suite, and what `holdfast policy test` does for a local protocol.
#include "engine/world.h"

#include "exchange/scenario_reader.h"
#include "exchange/snapshot_json.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace holdfast;

namespace {

std::vector<std::filesystem::path> scenarioFiles()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{HOLDFAST_SOURCE_DIR "/tests/scenarios"})
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return std::move(text).str();
}

}  // namespace

TEST_CASE("Every scenario comes out as it expects")
{
    const auto files = scenarioFiles();
    REQUIRE(files.size() >= 22);
    const test::World& world = test::world();
    const auto isReason = [&](std::string_view, const ReasonCode& code) {
        return world.policy.reason(code) != nullptr;
    };
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto scenario = exchange::readScenario(contentOf(file), world.instruments, isReason);
        if (!scenario)
            FAIL(scenario.error().where << ": " << scenario.error().detail);
        REQUIRE_FALSE(scenario->expectations.empty());
        const engine::Context context{world.policy, scenario->directory, world.days, world.instruments};
        const auto snapshots = engine::replay(context, scenario->person, scenario->events, engine::Explain::yes);
        if (!snapshots)
            FAIL(snapshots.error().where << ": " << snapshots.error().detail);
        REQUIRE(snapshots->size() == scenario->events.size());
        for (const auto& expectation : scenario->expectations)
            for (const auto& mismatch : exchange::mismatches(expectation, (*snapshots)[expectation.after - 1]))
                FAIL_CHECK(mismatch.pointer << ": expected " << mismatch.expected << ", found " << mismatch.found);
        for (const auto& snapshot : *snapshots)
            CHECK(test::broken(snapshot) == "");
        const auto again = engine::replay(context, scenario->person, scenario->events, engine::Explain::yes);
        CHECK(exchange::writeSnapshots(*again) == exchange::writeSnapshots(*snapshots));
    }
}

TEST_CASE("The page of scenarios lists every file, and every file it lists is there")
{
    const std::string page = contentOf(HOLDFAST_SOURCE_DIR "/docs/scenarios.md");
    std::vector<std::string> listed;
    for (std::size_t end = page.find(".json`"); end != std::string::npos; end = page.find(".json`", end + 1)) {
        const auto begin = page.rfind('`', end) + 1;
        listed.push_back(page.substr(begin, end + 5 - begin));
    }
    std::ranges::sort(listed);
    std::vector<std::string> there;
    for (const auto& file : scenarioFiles())
        there.push_back(file.filename().string());
    CHECK(listed == there);
}
