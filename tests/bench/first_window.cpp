// From starting the program to its first usable window: Today painted with its rows, and the program waiting for its
// user. The program is the real one; when it got there is read from the times in its own log. Of an encrypted store
// the time until it is unlocked is not counted.
//   bench_first_window PROGRAM STORE FOLDER KIND TIMES [PASSPHRASE_FILE]
// FOLDER is used as the home of the program. A line for the table is printed.
#include "bench/figures.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <thread>

namespace holdfast::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::system_clock;

constexpr double windowLimit = 500;
constexpr auto patience = 60s;

/// "2026-03-09T09:00:00.123Z info client.ready" -> its time.
std::optional<Clock::time_point> timeOf(const std::string& line, const std::string& event)
{
    if (!line.ends_with(' ' + event))
        return std::nullopt;
    std::tm calendar{};
    int milliseconds = 0;
    if (std::sscanf(line.c_str(), "%d-%d-%dT%d:%d:%d.%dZ", &calendar.tm_year, &calendar.tm_mon, &calendar.tm_mday,
                    &calendar.tm_hour, &calendar.tm_min, &calendar.tm_sec, &milliseconds) != 7)
        return std::nullopt;
    calendar.tm_year -= 1900;
    calendar.tm_mon -= 1;
    return Clock::from_time_t(timegm(&calendar)) + std::chrono::milliseconds{milliseconds};
}

std::optional<Clock::time_point> whenLogged(const std::filesystem::path& log, const std::string& event)
{
    std::ifstream in{log};
    for (std::string line; std::getline(in, line);)
        if (const auto time = timeOf(line, event))
            return time;
    return std::nullopt;
}

pid_t start(const std::vector<std::string>& words)
{
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0)
        throw std::runtime_error{"cannot start the program"};
    if (child == 0) {
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    return child;
}

Took once(const std::vector<std::string>& words, const std::filesystem::path& log, bool unlocks)
{
    std::filesystem::remove(log);
    const auto started = Clock::now();
    const pid_t child = start(words);
    std::optional<Clock::time_point> ready;
    while (!ready && Clock::now() - started < patience) {
        std::this_thread::sleep_for(20ms);
        ready = whenLogged(log, "client.ready");
    }
    const auto unlocked = unlocks ? whenLogged(log, "store.unlocked") : started;
    kill(child, SIGTERM);
    rusage used{};
    wait4(child, nullptr, 0, &used);
    if (!ready || !unlocked)
        throw std::runtime_error{"the window did not come"};
    const auto milliseconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return {std::chrono::duration<double, std::milli>{*ready - *unlocked}.count(),
            unlocks ? 0 : milliseconds(used.ru_utime) + milliseconds(used.ru_stime)};
}

int run(const std::vector<std::string>& given)
{
    const std::filesystem::path home = given[2];
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        setenv(name, home.c_str(), 1);
    std::vector<std::string> words{given[0], "--store", given[1]};
    const bool unlocks = given.size() == 6;
    if (unlocks)
        words.insert(words.end(), {"--passphrase-file", given[5]});
    const std::filesystem::path log = home / "holdfast" / "holdfast.log";
    (void)once(words, log, unlocks);  // the first start of the day sweeps the caseload, and the disk is cold
    std::vector<Took> took;
    for (int i = 0; i < std::stoi(given[4]); ++i)
        took.push_back(once(words, log, unlocks));
    report(stdout, {"window", "First usable window", windowLimit}, given[3], took);
    return 0;
}

}  // namespace
}  // namespace holdfast::test

int main(int argc, char** argv)
{
    if (argc < 6 || argc > 7) {
        std::cerr << "usage: bench_first_window PROGRAM STORE FOLDER KIND TIMES [PASSPHRASE_FILE]\n";
        return 2;
    }
    return holdfast::test::runBench("bench_first_window", holdfast::test::run, {argv + 1, argv + argc});
}
