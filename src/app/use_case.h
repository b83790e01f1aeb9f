// The frame of every use case: the acting worker as the store knows them now, permission, one transaction, one audit
// entry.
#pragma once

#include "app/access.h"
#include "app/session.h"
#include "app/unit_of_work.h"
#include "app/workspace.h"

#include <string>

namespace holdfast::app {

/// What the audit will say; the work fills in what it was about.
struct AuditNote {
    std::string subject;   ///< id of a person, service, worker; empty when it is about none
    std::string detail;    ///< a code or a count; never a person's data
    std::string reason{};  ///< in the worker's words, where one was asked for
};

/// The worker as stored now, allowed to do `action`; else ErrorCode::forbidden. A session may be older than a change of
/// role or a departure, so its copy is not believed.
Result<Worker> permitted(Workspace& workspace, const Session& session, Action action);

/// Notes a refused attempt in the audit and the log. In a transaction of its own.
void noteRefusal(Workspace& workspace, const Session& session, Action action, const std::string& subject);

void writeAudit(Workspace& workspace, const WorkerId& worker, Action action, const AuditNote& note);

/// Notes a sign-in that failed, and why in a code: "passphrase", "locked". In a transaction of its own.
void noteFailedSignIn(Workspace& workspace, const WorkerId& worker, const std::string& why);

/// Done, unless `subject` is somebody whom the acting worker may not see: then the same as for an id that nobody has. Asked
/// after permitted(), which says whom they may see.
Result<Done> visible(const Workspace& workspace, const std::string& subject);

/// For a use case that was given an empty CommandId: what it may do twice cannot be told from what it shall do once.
Error commandNeeded();
/// For a CommandId that something else was done with before.
Error commandUsed();

/// Why something is done, in plain words: at most 1000 bytes of text that are not blank. ErrorCode::invalid at "reason".
Result<Done> checkReason(const std::string& reason);

/// The id where nobody has it.
std::string nameOfWorker(Workspace& workspace, const WorkerId& id);

/// Runs `work(AuditNote&)` in one transaction with its audit entry. `subject` is whom or what it is about, when known.
template <class Work>
auto audited(Workspace& workspace, const Session& session, Action action, const std::string& subject, Work work)
    -> std::invoke_result_t<Work, AuditNote&>
{
    workspace.anchorAuditIfDue();
    bool refused = false;
    AuditNote note;
    auto result =
        inTransaction(workspace.connection(), db::Access::write, [&]() -> std::invoke_result_t<Work, AuditNote&> {
            note = {subject, {}};
            refused = false;
            if (auto actor = permitted(workspace, session, action); !actor) {
                refused = true;
                return std::move(actor).error();
            }
            if (auto seen = visible(workspace, subject); !seen) {
                refused = true;
                return std::move(seen).error();
            }
            auto done = work(note);
            if (done)
                writeAudit(workspace, session.worker.id, action, note);
            return done;
        });
    if (refused)
        noteRefusal(workspace, session, action, subject);
    return result;
}

/// Runs `work()` in one reading transaction, without an audit entry: for previews, which save nothing. `subject` as above.
template <class Work>
auto unsaved(Workspace& workspace, const Session& session, Action action, const std::string& subject, Work work)
    -> std::invoke_result_t<Work>
{
    return inTransaction(workspace.connection(), db::Access::read, [&]() -> std::invoke_result_t<Work> {
        if (auto actor = permitted(workspace, session, action); !actor)
            return std::move(actor).error();
        if (auto seen = visible(workspace, subject); !seen)
            return std::move(seen).error();
        return work();
    });
}

}  // namespace holdfast::app
