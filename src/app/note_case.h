// What the use cases of notes share: the worker as stored now, and the names of whoever a note speaks of.
#pragma once

#include "app/notes.h"

namespace holdfast::app {

inline constexpr const char* aboutNote = "note";

/// Drafts of this worker, newest first; nobody else's.
Result<std::vector<NoteDraft>> ownDrafts(Workspace& workspace, const Session& session, const PersonId& person);

/// The worker at the screen as the store knows them now: a session may be older than a change of team.
Worker workerNow(Workspace& workspace, const Session& session);

/// Adds the workers of these notes and the services to a name book.
void addNames(Workspace& workspace, NameBook& names, const std::vector<NoteRecord>& records);
void addName(Workspace& workspace, NameBook& names, const WorkerId& worker);

/// All notes of a person that a worker may know of, newest first, those they may not read without what is in them.
std::vector<NoteView> viewsFor(const Worker& worker, std::vector<NoteRecord> records);

}  // namespace holdfast::app
