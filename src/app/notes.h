// Notes that both services write about one person: drafts saved as typed, signing, and what stands beside a signed note.
// What a worker may not read, they see that it is there and whom to ask.
#pragma once

#include "app/cases.h"
#include "app/local_drafts.h"
#include "domain/consent.h"
#include "domain/document.h"
#include "domain/note.h"
#include "domain/note_text.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// A note as the worker who asks may see it.
struct NoteView {
    NoteRecord record;  ///< of one that is withheld only who wrote it for which service, and when
    bool withheld = false;
    bool mayEnterInError = false;
};

/// A note, or an amendment, in the making: its author's own.
struct NoteDraft {
    std::string id;
    NoteContent content;
    std::int64_t version = 0;
    std::optional<Instant> savedAt;
};

/// What the Notes tab shows.
struct NoteList {
    std::vector<NoteView> notes;       ///< newest first
    std::vector<NoteDraft> drafts;     ///< of the worker who asks, newest first
    std::vector<KeptDocument> papers;  ///< attached to notes that they may read
    NameBook names;
    int unread = 0;
};

struct SignNoteInput {
    PersonId person;
    std::string draft;
    std::int64_t version = 0;  ///< of the draft
    CommandId command;
};

struct NoteErrorInput {
    PersonId person;
    NoteId note;
    std::string reason;
    CommandId command;
};

struct NoteReaders {
    std::vector<NoteReading> readings;  ///< oldest first, without its author's own
    NameBook names;
};

struct UnreadNotes {
    struct Line {
        Note note;  ///< without its text
        std::string personName;
        bool amended = false;  ///< it was amended, perhaps since they read it
    };
    std::vector<Line> lines;  ///< newest first
    bool more = false;
    NameBook names;
};

/// Notes as they leave the program: without what belongs to third parties.
struct NotesOnPaper {
    Person person;
    std::vector<NoteView> notes;  ///< oldest first
    int leftOut = 0;              ///< passages of third parties
    NameBook names;
};

class Notes {
public:
    explicit Notes(Workspace& workspace) : m_workspace{workspace} {}

    Result<NoteList> list(const Session& session, const PersonId& person);

    /// An empty draft, or one to amend a note with its text as it stands; the own one that is there already.
    Result<NoteDraft> begin(const Session& session, const PersonId& person, const NoteContent& content);
    Result<NoteDraft> draft(const Session& session, const PersonId& person, const std::string& id);
    /// Saves if `version` is current; else ErrorCode::conflict, nothing changed.
    Result<NoteDraft> saveDraft(const Session& session, const PersonId& person, const NoteDraft& draft);
    static DraftText textOf(const Session& session, const PersonId& person, const NoteDraft& draft);
    Result<Done> discard(const Session& session, const PersonId& person, const std::string& id, std::int64_t version);

    /// The draft becomes a note, or an amendment. ErrorCode::conflict with `where` "version" when the draft was saved
    /// since, with "note" when somebody amended the note after this was begun.
    Result<NoteId> sign(const Session& session, const SignNoteInput& input);

    Result<Done> enterInError(const Session& session, const NoteErrorInput& input);
    Result<Done> pin(const Session& session, const PersonId& person, const NoteId& note, bool pinned);
    /// As it stands with so many amendments. Done also when they had read it before.
    Result<Done> markRead(const Session& session, const PersonId& person, const NoteId& note, int amendments);
    Result<NoteReaders> readers(const Session& session, const PersonId& person, const NoteId& note);

    /// Of everybody the worker holds a need of.
    Result<UnreadNotes> unread(const Session& session);

    /// For whoever will be given it, and an empty one is the person themselves; nobody takes notes out without saying for
    /// whom. ErrorCode::refused with `where` "share" when the person's word stands against it.
    Result<NotesOnPaper> onPaper(const Session& session, const PersonId& person, const std::vector<NoteId>& notes,
                                 const Recipient& to);

private:
    Workspace& m_workspace;
};

/// What of the person is in a note.
std::vector<CarerTopic> topicsOfNote(const Note& note);

/// Whether it is there, of this person, and theirs to read; ErrorCode::notFound otherwise. For what belongs to a note.
Result<Note> readableNote(Workspace& workspace, const Session& session, const PersonId& person, const NoteId& note);

}  // namespace holdfast::app
