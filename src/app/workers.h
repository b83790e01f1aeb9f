// Workers and the choice of who is at the screen.
#pragma once

#include "app/session.h"
#include "app/workspace.h"

#include <optional>
#include <vector>

namespace holdfast::app {

class Workers {
public:
    explicit Workers(Workspace& workspace) : m_workspace{workspace} {}

    /// Whom one may work as. Needs no session: it is asked before there is one.
    Result<std::vector<Worker>> signInChoices();
    /// The one of them who holds the most open needs: who a practice begins as. Nothing when nobody holds any.
    Result<std::optional<WorkerId>> busiest();
    /// Only where a store has no accounts of its own (sign_in.h): for practice, and on a server, whose own accounts say
    /// who may connect.
    Result<Session> signIn(const WorkerId& worker);

    Result<std::vector<Worker>> list(const Session& session);
    /// Adds (version 0) or saves. Making a worker inactive names nobody in their place: each of their cases gets a
    /// worker_changed event in the same transaction, so HELD and NEXT hold.
    Result<Worker> save(const Session& session, const Worker& worker, const CommandId& command);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
