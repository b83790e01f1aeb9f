// Handing people on from one worker to another, and taking it back.
#include "app/team.h"

#include "app/use_case.h"
#include "app/worker_change.h"
#include "base/text.h"
#include "store/command_log.h"
#include "store/worker_repository.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

Error wrong(const char* where, const char* detail)
{
    return {ErrorCode::invalid, where, detail};
}

Result<Done> checkInput(const ReassignInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    if (input.people.empty() || input.people.size() > mostReassigned)
        return wrong("people", "expected at least one person and at most 500");
    if (input.note.empty() || input.note.size() > longestNote || !isValidUtf8(input.note))
        return wrong("note", "expected a note of at most 4000 bytes");
    if (input.from == input.to)
        return wrong("to", "expected somebody else");
    return Done{};
}

/// Who takes over must be here and work for the service that holds: another service must accept, not be assigned to.
Result<Done> checkWorkers(const ReassignInput& input, db::Connection& connection)
{
    const store::WorkerRepository workers{connection};
    const auto from = workers.find(input.from);
    const auto to = workers.find(input.to);
    if (!from)
        return wrong("from", "expected a worker of this store");
    if (!to || !to->active)
        return wrong("to", "expected a worker who is here now");
    if (!authorise(*to, Action::viewPerson))
        return wrong("to", "expected somebody who may see the person");
    return Done{};
}

class Handing {
public:
    Handing(Workspace& workspace, const ReassignInput& input, const WorkerId& author)
        : m_workspace{workspace}, m_recorder{workspace}, m_input{input}, m_author{author}
    {}

    Result<Reassigned> run()
    {
        const auto to = store::WorkerRepository{m_workspace.connection()}.find(m_input.to);
        const std::set<PersonId> people{m_input.people.begin(), m_input.people.end()};
        for (const PersonId& person : people)
            if (auto moved = move(person, to->service); !moved)
                return std::move(moved).error();
        return m_done;
    }

private:
    Result<Done> move(const PersonId& id, const ServiceId& service)
    {
        if (auto seen = visible(m_workspace, id.str()); !seen)
            return seen;
        auto person = m_recorder.person(id);
        if (!person)
            return std::move(person).error();
        auto history = History::load(m_workspace.connection(), id);
        if (!history)
            return std::move(history).error();
        const Instant now = m_workspace.clock().now();
        auto snapshot = engine::evaluate(contextOf(m_workspace), factsOf(*person), history->events(),
                                         asOf(*history, now), engine::Explain::no);
        if (!snapshot)
            return std::move(snapshot).error();
        auto changes = changesOfWorker(*snapshot, m_input.from, m_input.to);
        if (changes.empty()) {
            ++m_done.notHeld;
            return Done{};
        }
        if (std::ranges::any_of(changes, [&](const auto& change) { return change.service != service; }))
            return Error{ErrorCode::refused, "to", "team.other_service"};
        const auto submissions = submissionsOf(std::move(changes), now, m_input.note);
        auto folded = m_recorder.fold(id, history->version(), m_author, m_input.command, submissions);
        if (!folded)
            return std::move(folded).error();
        if (auto saved = m_recorder.save(*folded, m_author, m_input.command, nameOf(Action::reassignPeople)); !saved)
            return std::move(saved).error();
        m_done.moved.push_back({id, folded->added});
        return Done{};
    }

    Workspace& m_workspace;
    Recorder m_recorder;
    const ReassignInput& m_input;
    WorkerId m_author;
    Reassigned m_done;
};

/// What the command did when it was first sent.
Result<Reassigned> repeated(Workspace& workspace, const ReassignInput& input)
{
    Reassigned done;
    const store::EventRepository events{workspace.connection()};
    const std::set<PersonId> people{input.people.begin(), input.people.end()};
    for (const PersonId& person : people) {
        Reassigned::Moved moved{person, {}};
        for (const store::EventRow& row : events.byCommand(person, input.command))
            moved.events.push_back(row.id);
        if (moved.events.empty())
            ++done.notHeld;
        else
            done.moved.push_back(std::move(moved));
    }
    return done;
}

std::vector<Submission> corrections(const std::vector<EventId>& events, const History& history, Instant now)
{
    std::vector<Submission> submissions;
    for (const EventId& event : events) {
        if (history.isVoided(event))
            continue;
        Submission& submission = submissions.emplace_back();
        submission.at = now;
        submission.body = event::EnteredInError{event, "taken back by the person who recorded it"};
    }
    return submissions;
}

}  // namespace

Result<Reassigned> Team::reassign(const Session& session, const ReassignInput& given)
{
    const Action action = Action::reassignPeople;
    ReassignInput input = given;
    input.note = tidied(given.note).empty() ? std::string{} : given.note;
    if (auto checked = checkInput(input); !checked)
        return std::move(checked).error();
    return audited(m_workspace, session, action, input.from.str(), [&](AuditNote& note) -> Result<Reassigned> {
        if (const auto known = store::CommandLog{m_workspace.connection()}.find(input.command)) {
            if (known->action != nameOf(action))
                return commandUsed();
            note.detail = "repeated";
            return repeated(m_workspace, input);
        }
        if (auto checked = checkWorkers(input, m_workspace.connection()); !checked)
            return std::move(checked).error();
        auto done = Handing{m_workspace, input, session.worker.id}.run();
        if (!done)
            return done;
        for (const Reassigned::Moved& moved : done->moved)
            writeAudit(m_workspace, session.worker.id, action, {moved.person.str(), "to " + input.to.str()});
        note.detail = std::to_string(done->moved.size()) + " people to " + input.to.str();
        return done;
    });
}

Result<int> Team::takeBack(const Session& session, const Reassigned& reassigned, const CommandId& command)
{
    const Action action = Action::reassignPeople;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<int> {
        Recorder recorder{m_workspace};
        int people = 0;
        for (const Reassigned::Moved& moved : reassigned.moved) {
            if (auto seen = visible(m_workspace, moved.person.str()); !seen)
                return std::move(seen).error();
            auto history = History::load(m_workspace.connection(), moved.person);
            if (!history)
                return std::move(history).error();
            for (const EventId& event : moved.events) {
                const Entry* entry = history->find(event);
                if (entry == nullptr || !std::holds_alternative<event::WorkerChanged>(entry->event.body))
                    return Error{ErrorCode::notFound, "event", {}};
            }
            const auto submissions = corrections(moved.events, *history, m_workspace.clock().now());
            if (submissions.empty())
                continue;
            auto folded = recorder.fold(moved.person, history->version(), session.worker.id, command, submissions);
            if (!folded)
                return std::move(folded).error();
            if (auto saved = recorder.save(*folded, session.worker.id, command, nameOf(action)); !saved)
                return std::move(saved).error();
            writeAudit(m_workspace, session.worker.id, action, {moved.person.str(), "taken back"});
            ++people;
        }
        note.detail = std::to_string(people) + " people taken back";
        return people;
    });
}

}  // namespace holdfast::app
