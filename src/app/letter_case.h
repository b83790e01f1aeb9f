// A person's case as letters read it: the record, the state of now, the directory, and who writes.
#pragma once

#include "app/history.h"
#include "app/session.h"
#include "letters/compose.h"

#include <optional>

namespace holdfast::app {

class Workspace;

class LetterCase {
public:
    /// ErrorCode::notFound when there is no such person.
    static Result<LetterCase> load(Workspace& workspace, const Session& session, const PersonId& person);

    const Person& person() const { return m_person; }
    const engine::Snapshot& now() const { return m_now; }
    const History& history() const { return m_history; }
    const std::map<WorkerId, std::string>& workers() const { return m_workers; }

    /// Everything the letter may say. Refers to this object and the workspace.
    letters::Facts facts(const letters::Request& request) const;

    /// A service's name, a carer's, or what the person likes to be called.
    std::string recipientName(const letters::Request& request) const;

private:
    LetterCase(Workspace& workspace, Person person, History history);
    std::vector<std::string> interimSupport() const;
    std::optional<engine::Verdict> verdictOf(const EventId& event) const;

    Workspace* m_workspace;
    Person m_person;
    History m_history;
    std::vector<Event> m_events;
    engine::Snapshot m_now;
    std::map<WorkerId, std::string> m_workers;
    Worker m_author;
};

}  // namespace holdfast::app
