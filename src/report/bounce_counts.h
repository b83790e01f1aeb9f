// Every count that a bounce report publishes, and how they add up. Only for the makers of the document.
#pragma once

#include "report/full_report.h"

#include <array>
#include <map>

namespace holdfast::report {

class BounceCounts {
public:
    using Counted = Disclosure::Cell;

    BounceCounts(const FullReport& report, const DisclosureRule& rule);

    const Disclosure& tables() const { return m_tables; }
    std::optional<int> shown(Counted cell) const { return m_tables.shown(cell); }

    struct Shown {
        Counted part = 0;
        std::optional<Counted> whole;
    };

    std::vector<Shown> measures;  ///< in the order of measures()
    std::vector<Shown> before;    ///< the same of the period before
    Counted bounces = 0;
    Counted legs = 0;
    Counted good = 0;
    Counted heldBoth = 0;
    Counted challenged = 0;
    Counted overturned = 0;
    Counted held = 0;
    Counted joined = 0;
    std::vector<Counted> byService;  ///< as in the report
    std::vector<Counted> legsOf;     ///< of the services
    std::vector<Counted> goodOf;
    std::vector<Counted> byReason;
    std::vector<Counted> groups;
    std::vector<Counted> months;
    std::vector<Counted> flow;
    std::vector<Counted> quadrants;  ///< of quadrantLines()

private:
    Counted add(int count) { return m_tables.add(count); }
    /// What is left of the whole, which nobody publishes.
    void within(Counted whole, Counted part);
    std::vector<Shown> addMeasures(const std::vector<Figure>& figures, Counted all,
                                   const std::array<Counted, 3>& classes, Counted silences,
                                   std::optional<Counted> unreachable);
    std::optional<Counted> reasonCell(std::string_view code) const;
    Counted addReasons();
    void addServices();
    void addQuadrants();
    void addGroups();
    void addMonths(std::optional<Counted> earlier);
    void addOthers();

    const FullReport& m_report;
    Disclosure m_tables;
    std::array<Counted, 3> m_classes{};
};

}  // namespace holdfast::report
