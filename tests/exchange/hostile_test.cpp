// Thousands of damaged files: each is read or refused with a place and a reason, and nothing else happens.
#include "base/random.h"
#include "exchange/assessment_form_json.h"
#include "exchange/assessment_reader.h"
#include "exchange/directory_csv.h"
#include "exchange/scenario_reader.h"
#include "exchange/service_json.h"
#include "exchange/world.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

/// `text` with a few bytes changed, taken out, doubled or swapped for a piece of syntax.
std::string damaged(std::string text, Random& random)
{
    constexpr std::array<std::string_view, 14> pieces{"\"",   "{",  "}",   "[",       "]",    ",",  ":",
                                                      "null", "-1", "1e9", "\\u0000", "\xff", "\n", "\"\":"};
    for (std::uint64_t left = 1 + random.below(3); left > 0; --left) {
        const std::size_t at = random.below(text.size());
        switch (random.below(4)) {
        case 0: text[at] = static_cast<char>(random.below(256)); break;
        case 1: text.erase(at, 1 + random.below(20)); break;
        case 2: text.insert(at, text.substr(at, random.below(60))); break;
        default: text.insert(at, pieces.at(random.below(pieces.size())));
        }
        if (text.empty())
            text = " ";
    }
    return text;
}

template <class Read>
int refusedOf(int trials, const std::string& good, Read&& read)
{
    SeededRandom random{20260302};
    int refused = 0;
    for (int i = 0; i < trials; ++i) {
        const auto result = read(damaged(good, random));
        if (result)
            continue;
        ++refused;
        INFO(result.error().where << ": " << result.error().detail);
        REQUIRE(result.error().code == ErrorCode::invalid);
        REQUIRE(result.error().detail.starts_with("expected "));
        REQUIRE(result.error().detail.size() < 1000);
    }
    return refused;
}

}  // namespace

TEST_CASE("damaged scenarios are read or refused, never worse")
{
    const auto read = [](const std::string& text) {
        return readScenario(text, samples::instruments(), samples::isReason);
    };
    CHECK(refusedOf(4000, samples::scenario, read) > 2500);
}

TEST_CASE("damaged assessments, forms and services are read or refused, never worse")
{
    CHECK(
        refusedOf(
            1000,
            R"({"at":"2026-03-02T10:00:00Z","type":"assessment_signed","worker":"w","service":"s","instruments":{"GAD-7":[1,1,1,1,1,1,1]}})",
            [](const std::string& text) { return readAssessment(text, samples::instruments()); }) > 500);
    CHECK(
        refusedOf(
            1000,
            R"({"what_matters":"a","mental_health":{"status":"present"},"barriers":[{"code":"travel"}],"readiness":"ready"})",
            [](const std::string& text) { return readAssessmentForm(text); }) > 500);
    CHECK(
        refusedOf(
            1000,
            R"([{"id":"a","name":"A","needs":["mental_health"],"kind":"gp","hours":["mon-fri 09:00-17:00"],"min_age":18}])",
            [](const std::string& text) { return readDirectory(text); }) > 500);
}

TEST_CASE("damaged directory sheets are read or reported row by row, never worse")
{
    const std::string good = "id,name,kind,needs,min_age,hours\r\na,\"A, the first\",gp,mental_health,18,mon-fri "
                             "09:00-17:00\r\nb,B,gp,substance_use,,\r\n";
    SeededRandom random{7};
    int reported = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto sheet = readDirectoryCsv(damaged(good, random));
        REQUIRE((sheet.problems.empty() || sheet.services.empty()));
        for (const CsvProblem& problem : sheet.problems)
            REQUIRE(problem.detail.starts_with("expected "));
        reported += sheet.problems.empty() ? 0 : 1;
    }
    CHECK(reported > 1000);
}
