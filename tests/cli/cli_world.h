// Runs a command of the program in this process and keeps what it wrote.
#pragma once

#include "cli/run.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace holdfast::test {

struct Answer {
    int code = 0;
    std::string out;
    std::string err;
};

inline Answer runCli(const std::vector<std::string>& words, Instant now = monday)
{
    const ManualClock clock{now};
    SystemRandom random;
    std::ostringstream out;
    std::ostringstream err;
    const auto arguments = cli::parseArguments(words);
    if (!arguments) {
        const int code = cli::complain(err, arguments.error());
        return {code, out.str(), err.str()};
    }
    cli::Surroundings around{clock, random, out, err};
    const int code = cli::run(*arguments, around);
    return {code, out.str(), err.str()};
}

inline bool isOneLine(const std::string& text)
{
    return !text.empty() && text.find('\n') == text.size() - 1;
}

inline std::string contentOf(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

inline void write(const std::string& path, const std::string& text)
{
    std::ofstream{path, std::ios::binary} << text;
}

}  // namespace holdfast::test
