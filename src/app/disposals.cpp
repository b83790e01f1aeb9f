#include "app/disposals.h"

#include "app/disposal_checks.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "store/command_log.h"
#include "store/disposal_repository.h"
#include "store/meta_repository.h"
#include "store/record_parts.h"
#include "store/record_removal.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr int mostDone = 1000;

/// For those who see people; an administrator confirms by what is counted and since when.
std::string nameFor(Workspace& workspace, const Worker& reader, const PersonId& id)
{
    if (!authorise(reader, Action::viewPerson))
        return {};
    const auto person = Recorder{workspace}.person(id);
    return person ? displayName(*person) : std::string{};
}

bool remember(Workspace& workspace, const Session& session, Action action, const CommandId& command,
              const PersonId& person)
{
    return store::CommandLog{workspace.connection()}.remember(
        {command, std::string{nameOf(action)}, person.str(), session.worker.id, workspace.clock().now()});
}

/// Nobody can tell whether an earlier clearing came to its end: it is asked for until one is known to have.
bool clearTraces(Workspace& workspace)
{
    db::Connection& connection = workspace.connection();
    if (!connection.clearDeleted())
        return false;
    const auto noted = inTransaction(connection, db::Access::write, [&]() -> Result<Done> {
        store::MetaRepository{connection}.set(store::metaUncleared, {});
        return Done{};
    });
    return noted.has_value();
}

}  // namespace

Result<DisposalCase> Disposals::compare(const Session& session, const PersonId& person)
{
    return unsaved(m_workspace, session, Action::proposeDisposal, person.str(), [&]() -> Result<DisposalCase> {
        db::Connection& connection = m_workspace.connection();
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const PersonId record = store::recordOf(connection, person);
        DisposalCase found = disposalCase(m_workspace, record);
        found.personName = nameFor(m_workspace, session.worker, record);
        if (const auto open = store::DisposalRepository{connection}.openOf(record))
            found.proposal = open->disposal;
        return found;
    });
}

Result<DisposalCase> Disposals::look(const Session& session, const DisposalId& disposal)
{
    return unsaved(m_workspace, session, Action::confirmDisposal, {}, [&]() -> Result<DisposalCase> {
        const auto row = store::DisposalRepository{m_workspace.connection()}.find(disposal);
        if (!row || row->answer || m_workspace.unseen().contains(row->disposal.person))
            return Error{ErrorCode::notFound, "disposal", {}};
        DisposalCase found = disposalCase(m_workspace, row->disposal.person);
        found.changed = !mayConfirm(m_workspace, row->disposal);
        found.personName = nameFor(m_workspace, session.worker, row->disposal.person);
        found.proposerName = nameOfWorker(m_workspace, row->disposal.worker);
        found.mine = row->disposal.worker == session.worker.id;
        found.proposal = row->disposal;
        return found;
    });
}

Result<DisposalId> Disposals::propose(const Session& session, const DisposalInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    if (auto fine = checkReason(input.reason); !fine)
        return std::move(fine).error();
    const auto action = Action::proposeDisposal;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<DisposalId> {
        db::Connection& connection = m_workspace.connection();
        store::DisposalRepository disposals{connection};
        if (const auto before = disposals.byCommand(input.command)) {
            note.detail = "repeated";
            return before->disposal.id;
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        const PersonId record = store::recordOf(connection, input.person);
        if (disposals.openOf(record))
            return Error{ErrorCode::conflict, "disposal", "it is proposed already"};
        const RecordRetention retention = retentionOfRecord(m_workspace, record);
        if (auto may = mayGo(m_workspace, retention); !may)
            return std::move(may).error();
        const Disposal made{m_workspace.ids().make<DisposalId>(),
                            record,
                            input.reason,
                            retention.review.reasons.front().rule,
                            *retention.review.due,
                            store::RecordRemoval{connection, record}.held(),
                            session.worker.id,
                            m_workspace.clock().now(),
                            input.command};
        if (!remember(m_workspace, session, action, input.command, record))
            return commandUsed();
        disposals.insert(made);
        note = {record.str(), "proposed " + made.id.str()};
        return made.id;
    });
}

Result<Done> Disposals::withdraw(const Session& session, const DisposalId& disposal, const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    const auto action = Action::proposeDisposal;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<Done> {
        store::DisposalRepository disposals{m_workspace.connection()};
        const auto row = disposals.find(disposal);
        if (!row || m_workspace.unseen().contains(row->disposal.person))
            return Error{ErrorCode::notFound, "disposal", {}};
        note = {row->disposal.person.str(), "withdrawn " + disposal.str()};
        if (row->answer)
            return row->answer->command == command ? Result<Done>{Done{}} : answeredBefore(*row->answer);
        if (!remember(m_workspace, session, action, command, row->disposal.person))
            return commandUsed();
        const Instant now = m_workspace.clock().now();
        if (!disposals.answer({disposal, DisposalVerdict::withdrawn, session.worker.id, now, command}))
            return Error{ErrorCode::conflict, "disposal", "somebody else decided just now"};
        return Done{};
    });
}

Result<DisposalOutcome> Disposals::confirm(const Session& session, const DisposalId& disposal, const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    const auto action = Action::confirmDisposal;
    auto outcome = audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<DisposalOutcome> {
        store::DisposalRepository disposals{m_workspace.connection()};
        const auto row = disposals.find(disposal);
        if (!row || m_workspace.unseen().contains(row->disposal.person))
            return Error{ErrorCode::notFound, "disposal", {}};
        note = {row->disposal.person.str(), "repeated"};
        if (row->answer)
            return row->answer->command == command ? Result<DisposalOutcome>{DisposalOutcome{row->answer->at, {}}}
                                                   : answeredBefore(*row->answer);
        if (row->disposal.worker == session.worker.id)
            return Error{ErrorCode::refused, "disposal.own", {}};
        store::RecordRemoval removal{m_workspace.connection(), row->disposal.person};
        removal.lock();
        if (auto may = mayConfirm(m_workspace, row->disposal); !may)
            return std::move(may).error();
        if (!remember(m_workspace, session, action, command, row->disposal.person))
            return commandUsed();
        DisposalOutcome done{m_workspace.clock().now(), removal.contents()};
        if (!disposals.answer({disposal, DisposalVerdict::confirmed, session.worker.id, done.at, command}))
            return Error{ErrorCode::conflict, "disposal", "somebody else decided just now"};
        removeRecord(m_workspace, removal, disposal);
        store::MetaRepository{m_workspace.connection()}.set(store::metaUncleared, disposal.str());
        note.detail = "disposed " + disposal.str() + ", " + std::to_string(done.gone[RecordPart::events]) + " events";
        return done;
    });
    if (outcome)
        outcome.value().cleared = clearTraces(m_workspace);
    return outcome;
}

Result<bool> Disposals::finishClearing(const Session& session)
{
    const auto left = unsaved(m_workspace, session, Action::confirmDisposal, {}, [&]() -> Result<bool> {
        const auto of = store::MetaRepository{m_workspace.connection()}.get(store::metaUncleared);
        return of && !of->empty();
    });
    if (!left || !*left)
        return left ? Result<bool>{true} : left;
    const bool done = clearTraces(m_workspace);
    log::info("disposal.cleared_later", done);
    return done;
}

Result<int> Disposals::toConfirm(const Session& session)
{
    return unsaved(m_workspace, session, Action::confirmDisposal, {}, [&]() -> Result<int> {
        const auto waiting = store::DisposalRepository{m_workspace.connection()}.awaiting(m_workspace.unseen());
        return static_cast<int>(
            std::ranges::count_if(waiting, [&](const auto& row) { return row.disposal.worker != session.worker.id; }));
    });
}

Result<std::vector<AwaitingDisposal>> Disposals::awaiting(const Session& session)
{
    using Lines = std::vector<AwaitingDisposal>;
    const auto lines = [&] {
        Lines found;
        const store::DisposalRepository disposals{m_workspace.connection()};
        for (store::DisposalRow& row : disposals.awaiting(m_workspace.unseen())) {
            const PersonId person = row.disposal.person;
            found.push_back({std::move(row.disposal), nameFor(m_workspace, session.worker, person), {}, false});
            found.back().proposerName = nameOfWorker(m_workspace, found.back().disposal.worker);
            found.back().mine = found.back().disposal.worker == session.worker.id;
        }
        return found;
    };
    // Who sees no people sees no names here, so that there is nothing to note of whom they saw.
    if (!authorise(session.worker, Action::reviewRetention))
        return unsaved(m_workspace, session, Action::confirmDisposal, {}, [&]() -> Result<Lines> { return lines(); });
    return audited(m_workspace, session, Action::reviewRetention, {}, [&](AuditNote& note) -> Result<Lines> {
        Lines found = lines();
        note.detail = std::to_string(found.size()) + " proposed";
        return found;
    });
}

Result<std::vector<DisposalDone>> Disposals::done(const Session& session)
{
    using Lines = std::vector<DisposalDone>;
    return unsaved(m_workspace, session, Action::confirmDisposal, {}, [&]() -> Result<Lines> {
        Lines found;
        for (const store::DisposalRow& row : store::DisposalRepository{m_workspace.connection()}.done(mostDone))
            found.push_back({row.disposal.id, row.disposal.person, row.disposal.rule,
                             nameOfWorker(m_workspace, row.disposal.worker), row.disposal.at,
                             nameOfWorker(m_workspace, row.answer->worker), row.answer->at});
        return found;
    });
}

}  // namespace holdfast::app
