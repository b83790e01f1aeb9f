#include "app/note_case.h"

#include "app/use_case.h"
#include "domain/service.h"
#include "store/note_repository.h"
#include "store/record_parts.h"
#include "store/worker_repository.h"

namespace holdfast::app {

Worker workerNow(Workspace& workspace, const Session& session)
{
    auto stored = store::WorkerRepository{workspace.connection()}.find(session.worker.id);
    return stored ? *std::move(stored) : session.worker;
}

void addName(Workspace& workspace, NameBook& names, const WorkerId& worker)
{
    if (worker.empty() || names.workers.contains(worker))
        return;
    names.workers[worker] = nameOfWorker(workspace, worker);
}

void addNames(Workspace& workspace, NameBook& names, const std::vector<NoteRecord>& records)
{
    const auto addService = [&](const ServiceId& id) {
        const Service* service = workspace.directory().find(id);
        names.services[id] = service ? service->name : id.str();
    };
    for (const NoteRecord& record : records) {
        addName(workspace, names, record.note.author);
        addService(record.note.service);
        for (const NoteAmendment& amendment : record.amendments) {
            addName(workspace, names, amendment.author);
            addService(amendment.service);
        }
        if (record.inError)
            addName(workspace, names, record.inError->worker);
        if (record.pin)
            addName(workspace, names, record.pin->worker);
    }
}

std::vector<NoteView> viewsFor(const Worker& worker, std::vector<NoteRecord> records)
{
    std::vector<NoteView> views;
    for (NoteRecord& record : records) {
        NoteView view;
        view.withheld = !maySee(record.note, worker);
        view.mayEnterInError = !record.inError && mayEnterInError(record.note, worker);
        if (view.withheld) {
            NoteRecord rest;
            rest.note.id = record.note.id;
            rest.note.person = record.note.person;
            rest.note.happenedAt = record.note.happenedAt;
            rest.note.writtenAt = record.note.writtenAt;
            rest.note.audience = record.note.audience;
            rest.note.author = record.note.author;
            rest.note.role = record.note.role;
            rest.note.service = record.note.service;
            rest.readUpTo = 0;
            record = std::move(rest);
        }
        view.record = std::move(record);
        views.push_back(std::move(view));
    }
    return views;
}

Result<Note> readableNote(Workspace& workspace, const Session& session, const PersonId& person, const NoteId& note)
{
    auto found = store::NoteRepository{workspace.connection()}.find(note);
    if (!found || !store::isSameRecord(workspace.connection(), found->person, person) ||
        !maySee(*found, workerNow(workspace, session)))
        return Error{ErrorCode::notFound, "note", {}};
    return *std::move(found);
}

}  // namespace holdfast::app
