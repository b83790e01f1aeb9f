// What a reader with a solver could work out from a set of shown and hidden counts: asks glpsol, a program that is not
// ours, for the least and the most that each hidden count can be.
#pragma once

#include "report/disclosure.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace holdfast::test {

struct Feasible {
    report::Disclosure::Cell cell = 0;
    long least = 0;
    long most = 0;
};

/// One problem holds everything twice for each small count, once to make it least and once to make it most: one run
/// answers for all.
class Solver {
public:
    explicit Solver(const report::Disclosure& tables) : m_tables{tables} {}

    std::vector<Feasible> rangesOfSmall()
    {
        for (report::Disclosure::Cell cell = 0; cell < m_tables.size(); ++cell)
            if (m_tables.small(cell))
                m_small.push_back(cell);
        if (m_small.empty())
            return {};
        const TempFolder folder;
        std::ofstream{folder.file("tables.lp")} << problem();
        const std::string command = "glpsol --lp '" + folder.file("tables.lp") + "' --write '" + folder.file("found") +
                                    "' > '" + folder.file("log") + "' 2>&1";
        REQUIRE(std::system(command.c_str()) == 0);  // of the package glpk-utils
        return read(folder.file("found"));
    }

private:
    static constexpr long unbounded = 100'000;

    static std::string name(std::size_t copy, std::size_t cell)
    {
        return "x" + std::to_string(copy) + "_" + std::to_string(cell);
    }

    std::string problem() const
    {
        std::ostringstream objective;
        std::ostringstream rows;
        std::ostringstream bounds;
        for (std::size_t copy = 0; copy < 2 * m_small.size(); ++copy) {
            for (std::size_t cell = 0; cell < m_tables.size(); ++cell) {
                const int weight = cell != m_small[copy / 2] ? 0 : copy % 2 == 0 ? 1 : -1;
                objective << (weight < 0 ? " - 1 " : " + ") << (weight < 0 ? "" : std::to_string(weight) + ' ')
                          << name(copy, cell) << '\n';
                const report::Range alone = m_tables.alone(cell);
                bounds << ' ' << alone.low << " <= " << name(copy, cell) << " <= " << alone.high.value_or(unbounded)
                       << '\n';
            }
            for (const auto& sum : m_tables.sums()) {
                for (const auto part : sum.parts)
                    rows << " + " << name(copy, part);
                rows << " - " << name(copy, sum.total) << " = 0\n";
            }
        }
        return "Minimize\n obj:\n" + objective.str() + "Subject To\n" + rows.str() + "Bounds\n" + bounds.str() +
               "End\n";
    }

    std::vector<Feasible> read(const std::string& file) const
    {
        std::vector<Feasible> found;
        for (const auto cell : m_small)
            found.push_back({cell, 0, 0});
        std::ifstream lines{file};
        std::size_t seen = 0;
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words{line};
            std::string kind;
            std::string status;
            std::size_t column = 0;
            double value = 0;
            words >> kind;
            if (kind == "s")
                REQUIRE(line.find(" f f ") != std::string::npos);  // a solution, and the best one
            if (kind != "j")
                continue;
            words >> column >> status >> value;
            const std::size_t copy = (column - 1) / m_tables.size();
            if ((column - 1) % m_tables.size() != m_small[copy / 2])
                continue;
            (copy % 2 == 0 ? found[copy / 2].least : found[copy / 2].most) =
                copy % 2 == 0 ? static_cast<long>(value + 0.999999) : static_cast<long>(value + 0.000001);
            ++seen;
        }
        REQUIRE(seen == 2 * m_small.size());
        return found;
    }

    const report::Disclosure& m_tables;
    std::vector<report::Disclosure::Cell> m_small;
};

}  // namespace holdfast::test
