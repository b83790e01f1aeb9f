// A synthetic caseload: the same people, seed and as-of date give the same logical dump on every store.
#pragma once

#include "app/workspace.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace holdfast::app {

inline constexpr int mostPracticePeople = 800'000;  ///< as many numbers as the 999 range comfortably has

struct PracticeInput {
    int people = 60;
    std::uint64_t seed = 1;
    Date asOf;
};

struct PracticeResult {
    int people = 0;
    int events = 0;
    std::string dumpSha256;            ///< of the logical dump: the same on SQLite and PostgreSQL
    std::vector<std::string> missing;  ///< reason codes and seed situations that so few people cannot show
};

using Progress = std::function<bool(int done, int of)>;  ///< false = stop

Result<PracticeResult> makePractice(Workspace& workspace, const PracticeInput& input, const Progress& progress);

}  // namespace holdfast::app
