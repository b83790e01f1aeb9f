// Measuring one thing many times, and the lines that the table is made of.
#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace holdfast::test {

struct Took {
    double wall = 0;       ///< milliseconds
    double processor = 0;  ///< user and system, of the whole program
};

class Stopwatch {
public:
    Took elapsed() const
    {
        using Milliseconds = std::chrono::duration<double, std::milli>;
        return {Milliseconds{std::chrono::steady_clock::now() - m_wall}.count(), processor() - m_processor};
    }

private:
    static double processor()
    {
        timespec used{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
    }

    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
    double m_processor = processor();
};

inline double percentile(std::vector<double> all, int percent)
{
    if (all.empty())
        return 0;
    std::ranges::sort(all);
    return all[std::min(all.size() - 1, all.size() * static_cast<std::size_t>(percent) / 100)];
}

using FiguresFile = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// To write behind what is there. Throws when it cannot be written.
inline FiguresFile openFigures(const std::string& path)
{
    FiguresFile file{std::fopen(path.c_str(), "a"), std::fclose};
    if (!file)
        throw std::runtime_error{"the figures cannot be written"};
    return file;
}

/// What main returns: what `run` makes of the words of the command line, or 2 and a sentence when it throws.
inline int runBench(const char* name, int (*run)(const std::vector<std::string>&),
                    const std::vector<std::string>& words)
{
    try {
        return run(words);
    } catch (const std::exception& problem) {
        std::cerr << name << ": " << problem.what() << '\n';
        return 2;
    }
}

/// What one row of the table says. The limit is 0 where nothing was promised.
struct Promise {
    std::string key;   ///< joins it with what plain SQLite needed
    std::string what;  ///< for people
    double limit = 0;  ///< milliseconds
};

/// "key, what, kind, median, p95, p95 of processor time, limit", tab-separated.
inline void report(std::FILE* out, const Promise& promise, const std::string& kind, const std::vector<Took>& took)
{
    std::vector<double> wall;
    std::vector<double> processor;
    for (const Took& each : took) {
        wall.push_back(each.wall);
        processor.push_back(each.processor);
    }
    std::fprintf(out, "%s\t%s\t%s\t%.3f\t%.3f\t%.3f\t%.0f\n", promise.key.c_str(), promise.what.c_str(), kind.c_str(),
                 percentile(wall, 50), percentile(wall, 95), percentile(processor, 95), promise.limit);
    std::fflush(out);
}

}  // namespace holdfast::test
