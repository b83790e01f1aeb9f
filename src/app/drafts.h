// What was typed and is not finished: versions of every draft, what was cut off and is offered back, sheets, and what
// waited on this computer while the store could not be reached.
#pragma once

#include "app/local_drafts.h"
#include "app/session.h"
#include "app/workspace.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

struct DraftVersion {
    std::int64_t seq = 0;
    Instant at;
    std::string worker;  ///< a name
    bool isNow = false;  ///< what the draft says now
    std::vector<Passage> passages;
};

/// A draft whose sitting did not end well, or a text that a colleague's save overtook.
struct CutOff {
    std::string kind;  ///< of the draft it is about
    PersonId person;   ///< may be empty
    std::string personName;
    Instant at;
    bool overtaken = false;
};

struct Recovered {
    CutOff what;
    std::vector<Passage> before;  ///< what stood before that sitting; of an overtaken text, what the colleague saved
    std::vector<Passage> now;     ///< what was typed
};

/// What a sheet's fields hold, by their labels. It belongs to the worker who typed it.
struct SheetDraft {
    std::string sheet;  ///< "reply", "record/contact"
    PersonId person;    ///< empty when it is about nobody on record
    std::map<std::string, std::string> answers;
    std::int64_t version = 0;
    std::optional<Instant> savedAt;
    bool wasCutOff = false;
};

class Drafts {
public:
    explicit Drafts(Workspace& workspace) : m_workspace{workspace} {}

    /// Of the last 30 days, the newest first.
    Result<std::vector<DraftVersion>> versions(const Session& session, const PersonId& person, const std::string& kind);
    /// Makes that version the draft; what it said before stays in the history. Answers with the version that says so,
    /// for undoing; 0 when there was no draft.
    Result<std::int64_t> putBack(const Session& session, const PersonId& person, const std::string& kind,
                                 std::int64_t seq);

    /// What this worker had open when the program or the machine stopped, the newest first.
    Result<std::vector<CutOff>> cutOff(const Session& session);
    /// Of this draft; nothing when it was left in good order.
    Result<std::optional<Recovered>> recovered(const Session& session, const PersonId& person, const std::string& kind);
    /// The text stays. Of an overtaken text: it becomes the draft, and the colleague's stays in the history.
    Result<Done> keepRecovered(const Session& session, const PersonId& person, const std::string& kind);
    /// The draft is again what it was before that sitting; what was typed stays in the history.
    Result<Done> discardRecovered(const Session& session, const PersonId& person, const std::string& kind);
    /// The editor was left in good order.
    Result<Done> leave(const Session& session, const PersonId& person, const std::string& kind);

    Result<std::optional<SheetDraft>> sheet(const Session& session, const PersonId& person, const std::string& sheet);
    /// Saves whatever was saved before: a sheet is one worker's. What it takes the place of stays in the history.
    Result<SheetDraft> saveSheet(const Session& session, const SheetDraft& draft);
    /// It was recorded, or given up; the history keeps it.
    Result<Done> endSheet(const Session& session, const PersonId& person, const std::string& sheet);
    static std::string kindOfSheet(const Session& session, const std::string& sheet);
    static DraftText textOf(const Session& session, const SheetDraft& draft);

    /// Opens this computer's own keeping place in `folder`, with the key that lies in the store.
    Result<std::shared_ptr<LocalDrafts>> openLocal(const Session& session, const std::string& folder);
    /// Takes what this worker's earlier sittings kept there into the store, to be offered; how many.
    Result<int> bringHome(const Session& session, LocalDrafts& local);

private:
    Result<Done> bringOneHome(const Session& session, const LocalDraft& draft);

    Workspace& m_workspace;
};

}  // namespace holdfast::app
