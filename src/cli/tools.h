// What replay and route need without any store: the policy, instruments and calendar built into the program, and files.
#pragma once

#include "base/result.h"
#include "domain/calendar.h"
#include "domain/instrument.h"
#include "domain/policy.h"

#include <string>

namespace holdfast::cli {

struct Tools {
    Policy policy;
    InstrumentSet instruments;
    WorkingDays days;
};

Result<Tools> shippedTools();

/// A JSON file of at most 5 MB.
Result<std::string> readInput(const std::string& file);

/// The same error with the file before its place: "scenario.json: /events/2/reason".
Error inFile(const std::string& file, Error error);

}  // namespace holdfast::cli
