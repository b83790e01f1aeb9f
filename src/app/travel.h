// How far people have to go: where postcode districts lie, with who says so, and distances that workers type.
#pragma once

#include "app/directory.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/place.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

struct OutwardList {
    std::vector<OutwardPlace> places;  ///< by outward code
    std::vector<std::string> missing;  ///< codes in use by people and services that are not among them
    friend bool operator==(const OutwardList&, const OutwardList&) = default;
};

class Travel {
public:
    explicit Travel(Workspace& workspace) : m_workspace{workspace} {}

    Result<OutwardList> outwardCodes(const Session& session);

    /// Adds (version 0) or saves; ErrorCode::conflict when somebody was first.
    Result<OutwardPlace> save(const Session& session, const OutwardPlace& place);
    Result<Done> remove(const Session& session, const OutwardPlace& place);

    /// What an import would do. Nothing is changed.
    Result<ImportReport> previewImport(const Session& session, const std::string& csv);
    /// All rows or none. Codes that are not in the file stay.
    Result<ImportReport> import(const Session& session, const std::string& csv, const CommandId& command);
    Result<std::string> exportCsv(const Session& session);

    /// How far it is for this person, in tenths of a mile; nothing forgets what was typed before.
    Result<Done> typeDistance(const Session& session, const PersonId& person, const ServiceId& service,
                              const std::optional<int>& tenths);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
