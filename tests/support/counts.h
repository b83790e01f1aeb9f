// How often a fault test does what it does: few times in a run of all tests, often by ./dev soak; and where it says so.
#pragma once

#include <cstdint>
#include <string>

namespace holdfast::test {

/// What the environment asks for, or `otherwise`.
int countAsked(const char* variable, int otherwise);

/// HOLDFAST_FAULT_SEED, or the one that every run of the tests uses.
std::uint64_t faultSeed();

/// A line about what was done, on standard output and, where HOLDFAST_SOAK_NOTES names a file, at its end.
void tell(const std::string& line);

}  // namespace holdfast::test
