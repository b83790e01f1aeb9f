#include "support/counts.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace holdfast::test {

int countAsked(const char* variable, int otherwise)
{
    const char* asked = std::getenv(variable);
    return asked != nullptr ? std::atoi(asked) : otherwise;
}

std::uint64_t faultSeed()
{
    return static_cast<std::uint64_t>(countAsked("HOLDFAST_FAULT_SEED", 20261123));
}

void tell(const std::string& line)
{
    std::cout << line << std::endl;
    if (const char* notes = std::getenv("HOLDFAST_SOAK_NOTES"))
        std::ofstream{notes, std::ios::app} << line << '\n';
}

}  // namespace holdfast::test
