// The files that replay and route work on.
#pragma once

#include "base/result.h"

#include <string>

namespace holdfast::cli {

/// A JSON file of at most 5 MB.
Result<std::string> readInput(const std::string& file);

/// The same error with the file before its place: "scenario.json: /events/2/reason".
Error inFile(const std::string& file, Error error);

}  // namespace holdfast::cli
