// The list of a team's own local protocols and leaflets: which version is in use from when, and for which service and
// need. Entries name a version by its words, so nothing that is done here changes what was recorded.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/local_guide.h"

#include <optional>
#include <vector>

namespace holdfast::app {

class LocalGuides {
public:
    explicit LocalGuides(Workspace& workspace) : m_workspace{workspace} {}

    /// Every version, by name, the latest of each first.
    Result<std::vector<LocalGuide>> list(const Session& session);

    /// Adds a version. One that it takes the place of is used until the day before. ErrorCode::invalid with `where` the
    /// field; ErrorCode::conflict with where "edition" when that name has such a version already.
    Result<LocalGuide> add(const Session& session, const LocalGuide& guide, const std::optional<LocalGuideId>& replaces,
                           const CommandId& command);

    /// From today it is offered no more; one that is still to come never will be. It stays on the list.
    Result<LocalGuide> withdraw(const Session& session, const LocalGuideId& id, std::int64_t version);
    /// It is used again as if it had never been withdrawn.
    Result<LocalGuide> bringBack(const Session& session, const LocalGuideId& id, std::int64_t version);

private:
    Result<LocalGuide> change(const Session& session, const LocalGuideId& id, std::int64_t version, bool withdrawn);

    Workspace& m_workspace;
};

}  // namespace holdfast::app
