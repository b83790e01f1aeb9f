#include "app/use_case.h"

#include "base/log.h"
#include "base/text.h"
#include "store/audit_trail.h"
#include "store/restriction_repository.h"
#include "store/worker_repository.h"

namespace holdfast::app {

Result<Worker> permitted(Workspace& workspace, const Session& session, Action action)
{
    auto stored = store::WorkerRepository{workspace.connection()}.find(session.worker.id);
    if (!stored)
        return Error{ErrorCode::forbidden, std::string{nameOf(action)}, "this worker is not known to the store"};
    if (auto allowed = authorise(*stored, action); !allowed)
        return std::move(allowed).error();
    workspace.leaveUnseen(
        store::RestrictionRepository{workspace.connection()}.unseenBy(stored->id, workspace.clock().now()));
    return *std::move(stored);
}

Result<Done> visible(const Workspace& workspace, const std::string& subject)
{
    if (workspace.unseen().contains(subject))
        return Error{ErrorCode::notFound, "person", {}};
    return Done{};
}

Error commandNeeded()
{
    return {ErrorCode::invalid, "command", "expected an id of its own for each command"};
}

Error commandUsed()
{
    return {ErrorCode::conflict, "command", "the command was used for something else"};
}

Result<Done> checkReason(const std::string& reason)
{
    constexpr std::size_t longest = 1000;
    if (isBlank(reason) || reason.size() > longest || !isValidUtf8(reason))
        return Error{ErrorCode::invalid, "reason", "expected why, in at most 1000 bytes"};
    return Done{};
}

std::string nameOfWorker(Workspace& workspace, const WorkerId& id)
{
    const auto worker = store::WorkerRepository{workspace.connection()}.find(id);
    return worker ? worker->name : id.str();
}

void noteRefusal(Workspace& workspace, const Session& session, Action action, const std::string& subject)
{
    log::warn("access.refused", session.worker.id, static_cast<int>(action));
    const auto noted = inTransaction(workspace.connection(), db::Access::write, [&]() -> Result<Done> {
        writeAudit(workspace, session.worker.id, action, {subject, "refused"});
        return Done{};
    });
    if (!noted)
        log::warn("access.refusal_not_noted", noted.error().code);
}

void noteFailedSignIn(Workspace& workspace, const WorkerId& worker, const std::string& why)
{
    log::warn("sign_in.failed", worker);
    const auto noted = inTransaction(workspace.connection(), db::Access::write, [&]() -> Result<Done> {
        writeAudit(workspace, worker, Action::signIn, {worker.str(), "refused", why});
        return Done{};
    });
    if (!noted)
        log::warn("sign_in.failure_not_noted", noted.error().code);
}

void writeAudit(Workspace& workspace, const WorkerId& worker, Action action, const AuditNote& note)
{
    store::AuditTrail{workspace.connection()}.append({.seq = 0,
                                                      .at = workspace.clock().now(),
                                                      .worker = worker,
                                                      .action = std::string{nameOf(action)},
                                                      .subject = note.subject,
                                                      .detail = note.detail,
                                                      .reason = note.reason});
    workspace.noteAuditEntry();
}

}  // namespace holdfast::app
