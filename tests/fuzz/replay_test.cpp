// What fuzzing kept, and a few thousand changes to it, through every reader; without libFuzzer, so that it is in every
// run of the tests.
#include "base/random.h"
#include "fuzz/target.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace holdfast;

namespace {

constexpr int changesOfEach = 100;

std::vector<std::string> filesIn(const std::string& folder)
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator{HOLDFAST_SOURCE_DIR "/" + folder})
        paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    std::vector<std::string> contents;
    for (const std::string& path : paths) {
        std::ifstream file{path, std::ios::binary};
        contents.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return contents;
}

std::string changed(std::string text, Random& random)
{
    for (std::uint64_t left = 1 + random.below(3); left > 0 && !text.empty(); --left) {
        const std::size_t at = random.below(text.size());
        switch (random.below(4)) {
        case 0: text[at] = static_cast<char>(random.below(256)); break;
        case 1: text.erase(at, 1 + random.below(20)); break;
        case 2: text.insert(at, text.substr(at, random.below(40))); break;
        default: text.insert(at, 1, static_cast<char>(random.below(256)));
        }
    }
    return text;
}

}  // namespace

TEST_CASE("every reader takes what fuzzing kept, and changes of it, or refuses it with a reason")
{
    std::size_t runs = 0;
    fuzz::forEachTarget([&](const fuzz::Target& target) {
        INFO(target.name);
        SeededRandom random{20261123};
        auto inputs = filesIn("tests/fuzz/corpus/" + std::string{target.name});
        REQUIRE_FALSE(inputs.empty());
        if (!target.seeds.empty())
            for (std::string& seed : filesIn(std::string{target.seeds}))
                inputs.push_back(std::move(seed));
        for (const std::string& input : inputs) {
            REQUIRE_NOTHROW(target.run(input));
            for (int i = 0; i < changesOfEach && input.size() < 10'000; ++i) {
                REQUIRE_NOTHROW(target.run(changed(input, random)));
                ++runs;
            }
        }
    });
    CHECK(runs > 5000);
}

TEST_CASE("a reader that breaks its promise is noticed")
{
    CHECK_THROWS_AS(fuzz::mustHold(false, "planted"), fuzz::Broken);
    CHECK_THROWS_AS(fuzz::mustBeClear(Error{ErrorCode::invalid, "here", ""}), fuzz::Broken);
}
