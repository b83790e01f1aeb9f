#include "app/people.h"

#include "app/person_row.h"
#include "app/person_rules.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "base/log.h"
#include "base/text.h"
#include "store/command_log.h"
#include "store/person_repository.h"
#include "store/person_search.h"

namespace holdfast::app {
namespace {

store::CaseFilter filterOf(PeopleFilter filter)
{
    switch (filter) {
    case PeopleFilter::all: return store::CaseFilter::all;
    case PeopleFilter::held: return store::CaseFilter::held;
    case PeopleFilter::joined: return store::CaseFilter::joined;
    case PeopleFilter::bounced: return store::CaseFilter::bounced;
    case PeopleFilter::overdue: return store::CaseFilter::overdue;
    case PeopleFilter::released: return store::CaseFilter::released;
    }
    return store::CaseFilter::all;
}

store::HeldBy heldBy(const Session& session, Scope scope)
{
    switch (scope) {
    case Scope::mine: return {session.worker.id, {}};
    case Scope::team: return {{}, session.worker.service};
    case Scope::everyone: break;
    }
    return {};
}

}  // namespace

Result<PeoplePage> People::search(const Session& session, const PeopleQuery& query)
{
    return audited(m_workspace, session, Action::searchPeople, {}, [&](AuditNote& note) -> Result<PeoplePage> {
        if (!isValidUtf8(query.text) || !isValidUtf8(query.after))
            return Error{ErrorCode::invalid, "text", "expected text in UTF-8"};
        const Instant now = m_workspace.clock().now();
        store::PersonSearchQuery asked;
        asked.text = query.text;
        asked.filter = filterOf(query.filter);
        asked.heldBy = heldBy(session, query.scope);
        asked.alike = true;
        asked.now = now;
        asked.after = query.after;
        asked.limit = query.limit;
        const auto found = store::PersonSearch{m_workspace.connection(), m_workspace.unseen()}.page(asked);
        PeoplePage page;
        for (const store::PersonSearchRow& row : found.rows)
            page.rows.push_back(personRowOf(row, londonDate(now)));
        page.next = found.next;
        note.detail = std::to_string(page.rows.size()) + " rows";
        return page;
    });
}

Result<Person> People::find(const Session& session, const PersonId& id)
{
    return audited(m_workspace, session, Action::viewPerson, id.str(),
                   [&](AuditNote&) { return Recorder{m_workspace}.person(id); });
}

Result<Person> People::registerPerson(const Session& session, const Person& given, const CommandId& command,
                                      std::optional<NotTheSame> anyway)
{
    return audited(m_workspace, session, Action::registerPerson, {}, [&](AuditNote& note) -> Result<Person> {
        if (command.empty())
            return commandNeeded();
        store::CommandLog commands{m_workspace.connection()};
        Recorder recorder{m_workspace};
        if (const auto known = commands.find(command)) {
            if (known->action != nameOf(Action::registerPerson))
                return commandUsed();
            note = {known->subject, "repeated"};
            return recorder.person(PersonId{known->subject});
        }
        const Instant now = m_workspace.clock().now();
        auto checked = checkedPerson(given, londonDate(now));
        if (!checked)
            return std::move(checked).error();
        checked.value().id = m_workspace.ids().make<PersonId>();
        checked.value().fit.id = checked->id;
        auto inserted = store::PersonRepository{m_workspace.connection()}.insert(*std::move(checked));
        if (!inserted)
            return std::move(inserted).error();
        note.subject = inserted->id.str();
        if (anyway)
            note.detail = "despite somebody alike: " + std::string{holdfast::nameOf(*anyway)};
        commands.remember({command, std::string{nameOf(Action::registerPerson)}, note.subject, session.worker.id, now});
        if (auto cached = recorder.refresh(inserted->id); !cached)
            return std::move(cached).error();
        log::info("person.registered", inserted->id);
        return recorder.person(inserted->id);
    });
}

Result<Person> People::save(const Session& session, const Person& given)
{
    return audited(m_workspace, session, Action::editPerson, given.id.str(), [&](AuditNote&) -> Result<Person> {
        Recorder recorder{m_workspace};
        auto known = recorder.person(given.id);
        if (!known)
            return std::move(known).error();
        if (known->id != given.id)
            return Error{ErrorCode::conflict, "version", "the record was joined to another since it was read"};
        auto checked = checkedPerson(given, londonDate(m_workspace.clock().now()));
        if (!checked)
            return std::move(checked).error();
        const auto history = History::load(m_workspace.connection(), given.id);
        if (!history)
            return history.error();
        if (checked->born && !history->entries().empty() &&
            londonDate(history->entries().front().event.at) < *checked->born)
            return Error{ErrorCode::invalid, "born", "expected a day before the first thing that is recorded"};
        auto saved = store::PersonRepository{m_workspace.connection()}.save(*std::move(checked));
        if (!saved)
            return std::move(saved).error();
        // Age, sex and place bear on what the engine says, so the lists must say it too.
        if (auto cached = recorder.refresh(saved->id); !cached)
            return Error{ErrorCode::invalid, "born", "what is recorded does not fit: " + cached.error().detail};
        log::info("person.saved", saved->id);
        return recorder.person(saved->id);
    });
}

}  // namespace holdfast::app
