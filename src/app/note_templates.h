// The texts that a team writes again and again, with their shortcuts. Everybody of the team uses them; its coordinators
// and supervisors change them.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/note.h"

#include <vector>

namespace holdfast::app {

class NoteTemplates {
public:
    explicit NoteTemplates(Workspace& workspace) : m_workspace{workspace} {}

    /// Of the worker's own service, by shortcut.
    Result<std::vector<NoteTemplate>> list(const Session& session);
    /// Its service is the worker's. An empty id makes a new one; ErrorCode::conflict with `where` "shortcut" when the
    /// team has it already, with "version" when it was changed since it was read.
    Result<NoteTemplate> save(const Session& session, const NoteTemplate& made);
    Result<Done> remove(const Session& session, const NoteTemplateId& id, std::int64_t version);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
