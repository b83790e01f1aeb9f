#include "app/workers.h"

#include "app/use_case.h"
#include "app/worker_change.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/service.h"
#include "store/command_log.h"
#include "store/person_search.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr int pageOfPeople = 200;

std::vector<PersonId> peopleHeldBy(Workspace& workspace, const WorkerId& worker)
{
    std::vector<PersonId> people;
    store::PersonSearchQuery query;
    query.heldBy.worker = worker;
    query.now = workspace.clock().now();
    query.limit = pageOfPeople;
    const store::PersonSearch search{workspace.connection(), store::everyoneSeen()};
    do {
        const auto page = search.page(query);
        for (const auto& row : page.rows)
            people.push_back(row.person.id);
        query.after = page.next;
    } while (!query.after.empty());
    return people;
}

/// Every case the worker holds learns that they have left, so that somebody is asked to name a new one.
Result<int> releaseCases(Workspace& workspace, const WorkerId& leaving, const WorkerId& author,
                         const CommandId& command)
{
    Recorder recorder{workspace};
    int cases = 0;
    for (const PersonId& person : peopleHeldBy(workspace, leaving)) {
        const std::int64_t version = store::EventRepository{workspace.connection()}.count(person);
        auto history = History::load(workspace.connection(), person);
        if (!history)
            return std::move(history).error();
        auto facts = recorder.person(person);
        if (!facts)
            return std::move(facts).error();
        const Instant now = workspace.clock().now();
        auto snapshot = engine::evaluate(contextOf(workspace), factsOf(*facts), history->events(), asOf(*history, now),
                                         engine::Explain::no);
        if (!snapshot)
            return std::move(snapshot).error();
        const auto submissions = submissionsOf(changesOfWorker(*snapshot, leaving, std::nullopt), now, {});
        if (submissions.empty())
            continue;
        auto folded = recorder.fold(person, version, author, command, submissions);
        if (!folded)
            return std::move(folded).error();
        if (auto saved = recorder.save(*folded, author, command, nameOf(Action::manageWorkers)); !saved)
            return std::move(saved).error();
        writeAudit(workspace, author, Action::manageWorkers, {person.str(), "left by " + leaving.str()});
        ++cases;
    }
    return cases;
}

Result<Worker> checkedWorker(Worker worker, const Directory& directory)
{
    worker.name = tidied(worker.name);
    worker.team = tidied(worker.team);
    if (worker.name.empty() || worker.name.size() > 200 || !isValidUtf8(worker.name))
        return Error{ErrorCode::invalid, "name", "expected a name of at most 200 bytes"};
    if (worker.team.size() > 200 || !isValidUtf8(worker.team))
        return Error{ErrorCode::invalid, "team", "expected a team of at most 200 bytes"};
    if (!worker.service.empty() && directory.find(worker.service) == nullptr)
        return Error{ErrorCode::invalid, "service", "expected a service of the directory"};
    return worker;
}

/// Somebody must be left who may add workers, or the store would lock everybody out.
bool leavesNobodyInCharge(const std::vector<Worker>& all, const Worker& changed)
{
    if (authorise(changed, Action::manageWorkers))
        return false;
    return std::ranges::none_of(all, [&](const Worker& worker) {
        return worker.id != changed.id && authorise(worker, Action::manageWorkers).has_value();
    });
}

}  // namespace

Result<std::vector<Worker>> Workers::signInChoices()
{
    return inTransaction(m_workspace.connection(), db::Access::read, [&]() -> Result<std::vector<Worker>> {
        auto workers = store::WorkerRepository{m_workspace.connection()}.all();
        // The duty desk holds what nobody else holds yet; nobody works under its name.
        const WorkerId& duty = m_workspace.policy().dutyHolder.worker;
        std::erase_if(workers, [&](const Worker& worker) { return !worker.active || worker.id == duty; });
        return workers;
    });
}

Result<std::optional<WorkerId>> Workers::busiest()
{
    const auto choices = signInChoices();
    if (!choices)
        return choices.error();
    return inTransaction(m_workspace.connection(), db::Access::read, [&]() -> Result<std::optional<WorkerId>> {
        const auto held = store::WorkerRepository{m_workspace.connection()}.openNeedsHeld();
        std::optional<WorkerId> most;
        int needs = 0;
        for (const Worker& worker : *choices)
            if (const auto count = held.find(worker.id); count != held.end() && count->second > needs) {
                most = worker.id;
                needs = count->second;
            }
        return most;
    });
}

Result<Session> Workers::signIn(const WorkerId& id)
{
    if (m_workspace.facts().encrypted && !m_workspace.facts().practice)
        return Error{ErrorCode::forbidden, "worker", "in this store a passphrase says who somebody is"};
    return inTransaction(m_workspace.connection(), db::Access::write, [&]() -> Result<Session> {
        auto worker = store::WorkerRepository{m_workspace.connection()}.find(id);
        if (!worker)
            return Error{ErrorCode::notFound, "worker", {}};
        if (!worker->active)
            return Error{ErrorCode::forbidden, "worker", "this worker has left"};
        writeAudit(m_workspace, id, Action::signIn, {id.str(), {}});
        log::info("worker.signed_in", id);
        return Session{*std::move(worker)};
    });
}

Result<std::vector<Worker>> Workers::list(const Session& session)
{
    return audited(m_workspace, session, Action::viewWorkers, {}, [&](AuditNote& note) -> Result<std::vector<Worker>> {
        auto workers = store::WorkerRepository{m_workspace.connection()}.all();
        note.detail = std::to_string(workers.size()) + " rows";
        return workers;
    });
}

Result<Worker> Workers::save(const Session& session, const Worker& given, const CommandId& command)
{
    const Action action = Action::manageWorkers;
    return audited(m_workspace, session, action, given.id.str(), [&](AuditNote& note) -> Result<Worker> {
        store::WorkerRepository workers{m_workspace.connection()};
        store::CommandLog commands{m_workspace.connection()};
        if (const auto known = commands.find(command)) {
            const auto worker = workers.find(WorkerId{known->subject});
            if (known->action != nameOf(action) || !worker)
                return commandUsed();
            note = {known->subject, "repeated"};
            return *worker;
        }
        auto checked = checkedWorker(given, m_workspace.directory());
        if (!checked)
            return std::move(checked).error();
        const bool isNew = given.version == 0;
        if (isNew && checked->id.empty())
            checked.value().id = m_workspace.ids().make<WorkerId>();
        const auto before = workers.find(checked->id);
        if (!isNew && !before)
            return Error{ErrorCode::notFound, "worker", {}};
        if (leavesNobodyInCharge(workers.all(), *checked))
            return Error{ErrorCode::refused, "role", "workers.last_manager"};
        auto saved = isNew ? workers.insert(*checked) : workers.save(*checked);
        if (!saved)
            return std::move(saved).error();
        note = {saved->id.str(), isNew ? "added" : "saved"};
        commands.remember(
            {command, std::string{nameOf(action)}, saved->id.str(), session.worker.id, m_workspace.clock().now()});
        const bool left = before && before->active && !saved->active;
        const bool moved = before && before->active && saved->active && before->service != saved->service;
        if (left || moved) {
            auto released = releaseCases(m_workspace, saved->id, session.worker.id, command);
            if (!released)
                return std::move(released).error();
            note.detail = (left ? "left, " : "moved, ") + std::to_string(*released) + " cases";
        }
        return *std::move(saved);
    });
}

}  // namespace holdfast::app
