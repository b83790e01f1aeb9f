// An import of the directory: what a file would change against what is kept, and changing it, all rows or none.
#pragma once

#include "app/directory.h"
#include "app/use_case.h"
#include "base/log.h"
#include "store/command_log.h"

#include <optional>
#include <vector>

namespace holdfast::app {

template <class Thing>
struct CsvImport {
    ImportReport report;
    std::vector<Thing> toAdd;
    std::vector<Thing> toSave;
};

/// `things` as they were read, with their problems and rows. `find` gives what is kept of a thing, if anything is;
/// `keep` puts into the thing what a file does not say.
template <class Thing, class Problems, class Find, class Keep>
CsvImport<Thing> comparedWithKept(std::vector<Thing> things, Problems problems, int rows, Find find, Keep keep)
{
    CsvImport<Thing> import;
    import.report.rows = rows;
    for (auto& problem : problems)
        import.report.problems.push_back({problem.line, std::move(problem.column), std::move(problem.detail)});
    for (Thing& thing : things) {
        const std::optional<Thing> known = find(thing);
        if (!known) {
            ++import.report.added;
            import.toAdd.push_back(std::move(thing));
            continue;
        }
        keep(thing, *known);
        if (thing == *known) {
            ++import.report.same;
        } else {
            ++import.report.changed;
            import.toSave.push_back(std::move(thing));
        }
    }
    return import;
}

/// Within an audited use case. A file with a problem and a command that was carried out before change nothing.
template <class Thing, class Repository>
Result<ImportReport> carryOut(const CsvImport<Thing>& import, Repository& repository, Workspace& workspace,
                              const store::CommandRow& command, AuditNote& note, log::Label logged)
{
    if (!import.report.problems.empty())
        return import.report;
    if (!store::CommandLog{workspace.connection()}.remember(command)) {
        note.detail += " repeated";
        return import.report;
    }
    for (const Thing& thing : import.toAdd)
        if (auto added = repository.insert(thing); !added)
            return std::move(added).error();
    for (const Thing& thing : import.toSave)
        if (auto saved = repository.save(thing); !saved)
            return std::move(saved).error();
    log::info(logged, import.report.added, import.report.changed);
    return import.report;
}

}  // namespace holdfast::app
