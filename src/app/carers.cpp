#include "app/carers.h"

#include "app/note_case.h"
#include "app/recorder.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "base/text.h"
#include "domain/calendar.h"
#include "store/carer_repository.h"
#include "store/command_log.h"
#include "store/consent_repository.h"
#include "store/note_repository.h"
#include "store/record_parts.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr int mostFound = 8;
constexpr int mostOwed = 100;

CarerView viewOf(const store::CarerRow& row, const std::vector<ConsentRecord>& records,
                 const std::vector<ShareException>& exceptions, Date today)
{
    CarerView view;
    view.carer = row.carer;
    view.link = row.link;
    view.others = row.others;
    view.young = isYoungCarer(row.carer, today);
    for (const CarerTopic topic : allCarerTopics)
        view.mayTell[topic] = mayShare(records, exceptions, {ShareKind::carer, row.carer.id, {topic}, today});
    if (const Consent* now = standingConsent(records, ShareKind::carer, row.carer.id)) {
        view.consent = *now;
        view.standing = standingOf(now, today);
        view.due = dueOf(*now, today);
    }
    return view;
}

std::vector<CarerView> viewsOf(Workspace& workspace, const PersonId& person)
{
    const store::ConsentRepository consents{workspace.connection()};
    const auto records = consents.records(person);
    const auto exceptions = consents.exceptions(person);
    const Date today = londonDate(workspace.clock().now());
    std::vector<CarerView> views;
    for (const store::CarerRow& row : store::CarerRepository{workspace.connection()}.of(person))
        views.push_back(viewOf(row, records, exceptions, today));
    return views;
}

std::vector<CallLine> callsOf(Workspace& workspace, const Worker& worker, const PersonId& person)
{
    const auto notes = store::NoteRepository{workspace.connection()}.records(person, worker.id);
    std::vector<CallLine> lines;
    for (CarerCall& call : store::CarerRepository{workspace.connection()}.calls(person)) {
        CallLine line;
        const auto note = std::ranges::find(notes, call.note, [](const NoteRecord& each) { return each.note.id; });
        if (note != notes.end()) {
            line.inError = note->inError.has_value();
            line.mayUndo = !call.undoneAt && !note->inError && mayEnterInError(note->note, worker);
            if (maySee(note->note, worker))
                line.words = note->textNow();
        }
        line.call = std::move(call);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string nameOfRow(const store::OwedRow& row)
{
    return tidied((row.preferredName.empty() ? row.givenName : row.preferredName) + ' ' + row.familyName);
}

Carer tidiedUp(Carer carer)
{
    for (std::string* line :
         {&carer.name, &carer.likedName, &carer.contact.phone, &carer.contact.email, &carer.contact.preference})
        *line = tidied(*line);
    return carer;
}

}  // namespace

Result<CarerList> Carers::list(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewCarers, person.str(), [&](AuditNote&) -> Result<CarerList> {
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        CarerList list;
        list.today = londonDate(m_workspace.clock().now());
        list.carers = viewsOf(m_workspace, person);
        list.calls = callsOf(m_workspace, workerNow(m_workspace, session), person);
        for (const CallLine& line : list.calls) {
            addName(m_workspace, list.names, line.call.worker);
            addName(m_workspace, list.names, line.call.calledBackBy);
            if (line.call.owed)
                addName(m_workspace, list.names, line.call.owed->whom);
        }
        return list;
    });
}

Result<std::vector<FoundCarer>> Carers::search(const Session& session, const PersonId& person, const std::string& text)
{
    using Found = std::vector<FoundCarer>;
    return audited(m_workspace, session, Action::editCarer, person.str(), [&](AuditNote& note) -> Result<Found> {
        note.detail = "searched";
        const store::CarerRepository carers{m_workspace.connection()};
        Found found;
        for (Carer& carer : carers.search(text, m_workspace.unseen(), mostFound)) {
            const bool theirs = carers.link(carer.id, person).has_value();
            found.push_back({std::move(carer), theirs});
        }
        return found;
    });
}

Result<CarerView> Carers::save(const Session& session, const SaveCarerInput& input)
{
    const auto action = Action::editCarer;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<CarerView> {
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        store::CarerRepository carers{m_workspace.connection()};
        const Instant now = m_workspace.clock().now();
        Carer carer = tidiedUp(input.carer);
        CarerLink link = input.link;
        link.relationship = tidied(link.relationship);
        if (auto fine = checkCarer(carer, londonDate(now)); !fine)
            return std::move(fine).error();
        if (auto fine = checkLink(link, londonDate(now)); !fine)
            return std::move(fine).error();
        note.detail = "saved";
        if (carer.id.empty()) {
            if (input.command.empty())
                return commandNeeded();
            store::CommandLog commands{m_workspace.connection()};
            const auto known = commands.find(input.command);
            if (known && known->action != nameOf(action))
                return commandUsed();
            carer.id = known ? CarerId{known->subject} : m_workspace.ids().make<CarerId>();
            if (!known)
                commands.remember({input.command, std::string{nameOf(action)}, carer.id.str(), session.worker.id, now});
            note.detail = known ? "repeated" : "added";
        }
        link.carer = carer.id;
        link.person = input.person;
        if (note.detail != "repeated") {
            auto saved = carers.save(std::move(carer));
            if (!saved)
                return std::move(saved).error();
            auto linked = carers.save(link);
            if (!linked)
                return std::move(linked).error();
        }
        for (CarerView& view : viewsOf(m_workspace, input.person))
            if (view.carer.id == link.carer)
                return std::move(view);
        return Error{ErrorCode::notFound, "carer", {}};
    });
}

Result<Done> Carers::setCalledBack(const Session& session, const PersonId& person, const CarerCallId& id, bool done)
{
    const auto action = Action::recordCarerCall;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Done> {
        store::CarerRepository carers{m_workspace.connection()};
        const auto call = carers.call(id);
        if (!call || !store::isSameRecord(m_workspace.connection(), call->person, person))
            return Error{ErrorCode::notFound, "call", {}};
        note.detail = (done ? "called back " : "owed again ") + id.str();
        const auto at = done ? std::optional{m_workspace.clock().now()} : std::nullopt;
        if (!carers.setCalledBack(id, at, session.worker.id) && done != call->calledBackAt.has_value())
            return Error{ErrorCode::conflict, "call", "no call is owed"};
        return Done{};
    });
}

Result<std::vector<OwedCall>> Carers::owed(const Session& session)
{
    using Owed = std::vector<OwedCall>;
    return audited(m_workspace, session, Action::viewCarers, {}, [&](AuditNote& note) -> Result<Owed> {
        note.detail = "owed";
        Owed owed;
        for (store::OwedRow& row :
             store::CarerRepository{m_workspace.connection()}.owed(session.worker.id, m_workspace.unseen(), mostOwed)) {
            std::string person = nameOfRow(row);
            owed.push_back({std::move(row.call), shortName(row.carer), row.carer.contact.phone, std::move(person)});
        }
        return owed;
    });
}

}  // namespace holdfast::app
