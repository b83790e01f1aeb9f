// Signed notes and what stands beside them. Only a pin may go again; everything else stays as it was written.
#pragma once

#include "domain/note.h"
#include "store/unseen.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// A note that somebody has not read, with whom it is about.
struct UnreadNote {
    Note note;
    std::string givenName;
    std::string preferredName;
    std::string familyName;
    bool amended = false;
};

class NoteRepository {
public:
    explicit NoteRepository(db::Connection& connection) : m_connection{connection} {}

    void insert(const Note& note);
    std::optional<Note> find(const NoteId& id) const;
    std::optional<Note> byCommand(const CommandId& command) const;
    std::vector<Note> forPerson(const PersonId& person) const;  ///< newest first

    void insertAmendment(const NoteAmendment& amendment);
    std::optional<NoteAmendment> amendmentByCommand(const CommandId& command) const;
    std::vector<NoteAmendment> amendments(const PersonId& person) const;  ///< by note, oldest first

    /// False when it is in error already.
    bool insertInError(const NoteInError& inError);
    std::vector<NoteInError> inError(const PersonId& person) const;

    void pin(const NotePin& pin);  ///< a note that is pinned stays as it was pinned
    void unpin(const NoteId& note);
    std::vector<NotePin> pins(const PersonId& person) const;

    /// False when that worker had read it so before.
    bool insertReading(const NoteReading& reading);
    std::vector<NoteReading> readings(const NoteId& note) const;  ///< oldest first
    std::vector<NoteReading> readings(const PersonId& person, const WorkerId& worker) const;

    /// Everything of one person, newest first, with what `worker` has read.
    std::vector<NoteRecord> records(const PersonId& person, const WorkerId& worker) const;

    /// Of everybody with an open need that `worker` holds: the notes they have not read as they now stand, newest first.
    std::vector<UnreadNote> unread(const WorkerId& worker, const Unseen& unseen, int limit) const;

private:
    PersonId besideOf(const NoteId& id, const PersonId& person) const;

    db::Connection& m_connection;
};

class NoteTemplateRepository {
public:
    explicit NoteTemplateRepository(db::Connection& connection) : m_connection{connection} {}

    std::optional<NoteTemplate> find(const NoteTemplateId& id) const;
    std::vector<NoteTemplate> of(const ServiceId& service) const;  ///< by shortcut
    /// Saves if `made.version` is current (0: it is new) and returns it one up; else ErrorCode::conflict, with `where`
    /// "shortcut" when another of the service has it.
    Result<NoteTemplate> save(NoteTemplate made);
    Result<Done> remove(const NoteTemplateId& id, std::int64_t version);

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
