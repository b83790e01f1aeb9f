// The scenarios that travel with the program.
#include "app/policy_scenarios.h"

#include "policy_suite_texts.h"

#include <string_view>
#include <utility>

namespace holdfast::app {
namespace {

constexpr std::pair<std::string_view, std::string_view> scenarios[]{
#include "policy_suite_list.inc"
};

}  // namespace

std::vector<ScenarioFile> shippedScenarios()
{
    std::vector<ScenarioFile> files;
    for (const auto& [name, text] : scenarios)
        files.push_back({std::string{name}, std::string{text}});
    return files;
}

}  // namespace holdfast::app
