// The directory of services: reading, editing, importing from CSV.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/service.h"

#include <string>
#include <vector>

namespace holdfast::app {

struct ImportProblem {
    int line = 0;  ///< 1-based line of the file
    std::string column;
    std::string detail;  ///< what was expected, what was found
    friend bool operator==(const ImportProblem&, const ImportProblem&) = default;
};

struct ImportReport {
    int rows = 0;
    int added = 0;
    int changed = 0;
    int same = 0;
    std::vector<ImportProblem> problems;  ///< every bad row; when not empty nothing is imported
    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

class DirectoryOfServices {
public:
    explicit DirectoryOfServices(Workspace& workspace) : m_workspace{workspace} {}

    Result<std::vector<Service>> list(const Session& session, bool withInactive);

    /// Adds (version 0) or saves a service; ErrorCode::conflict when somebody saved it first. Its coordinates may be
    /// changed only by those who may edit places.
    Result<Service> save(const Session& session, const Service& service, const CommandId& command);

    /// What an import would do. Nothing is changed.
    Result<ImportReport> previewImport(const Session& session, const std::string& csv);
    /// All rows or none.
    Result<ImportReport> import(const Session& session, const std::string& csv, const CommandId& command);
    Result<std::string> exportCsv(const Session& session);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
