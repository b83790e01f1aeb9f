// Scenario files run against a policy: what holds, what fails, and what comes out differently than under another one.
#pragma once

#include "base/result.h"
#include "domain/calendar.h"
#include "domain/instrument.h"
#include "domain/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

struct ScenarioFile {
    std::string name;  ///< of the file, for messages
    std::string text;
};

/// The acceptance suite built into the program, by name.
std::vector<ScenarioFile> shippedScenarios();

/// The *.json files of a folder, by name. ErrorCode::invalid when there is none or one cannot be read.
Result<std::vector<ScenarioFile>> scenariosIn(const std::string& folder);

/// An expectation that does not hold.
struct ScenarioFault {
    std::string pointer;
    std::string expected;
    std::string found;
    friend bool operator==(const ScenarioFault&, const ScenarioFault&) = default;
};

/// One thing that comes out differently, at the first event where it does.
struct ScenarioChange {
    std::size_t event = 1;  ///< its 1-based position
    Instant at;
    std::string what;                 ///< "next_actions", "bounces", "legs", "holder", "flags", "letters", "clasp"
    std::vector<std::string> before;  ///< what is no longer there, in codes
    std::vector<std::string> after;   ///< what is there instead
    friend bool operator==(const ScenarioChange&, const ScenarioChange&) = default;
};

struct ScenarioOutcome {
    std::string name;
    std::string title;
    std::vector<ScenarioFault> faults;
    std::vector<ScenarioChange> changes;
    friend bool operator==(const ScenarioOutcome&, const ScenarioOutcome&) = default;

    bool holds() const { return faults.empty(); }
};

class ScenarioBench {
public:
    /// `over` is the national policy a local one changes: a scenario may ask for either by name. With `before`, the
    /// outcome also says what comes out differently.
    static Result<ScenarioBench> make(Policy policy, std::string over, std::optional<Policy> before);

    /// An error's `where` is "file: pointer"; a scenario that expects nothing is one.
    Result<ScenarioOutcome> run(const ScenarioFile& file) const;

private:
    struct Rules {
        Policy policy;
        WorkingDays days;
    };
    ScenarioBench(Rules rules, std::string over, std::optional<Rules> before, InstrumentSet instruments)
        : m_rules{std::move(rules)},
          m_over{std::move(over)},
          m_before{std::move(before)},
          m_instruments{std::move(instruments)}
    {}

    Rules m_rules;
    std::string m_over;
    std::optional<Rules> m_before;
    InstrumentSet m_instruments;
};

}  // namespace holdfast::app
