// Letters: what could be written now, drafts saved as typed, the exact copy that is kept, and where it went. Holdfast
// sends nothing itself.
#pragma once

#include "app/cases.h"
#include "app/local_drafts.h"
#include "domain/document.h"
#include "domain/letterhead.h"
#include "letters/draft.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// A letter in the making. `id` names the draft.
struct LetterDraft {
    std::string id;
    letters::Draft draft;
    std::string recipientName;
    std::int64_t version = 0;
    std::optional<Instant> savedAt;
    std::string savedBy;
};

/// A letter of a list: in the making, or kept.
struct LetterLine {
    std::string draft;    ///< id of the draft; empty when it is final
    DocumentId document;  ///< of the kept copy; empty while it is a draft
    letters::LetterKind kind = letters::LetterKind::challenge;
    letters::Variant variant = letters::Variant::standard;
    std::string recipientName;
    std::optional<Need> need;
    Instant at;  ///< saved last, or made final
    std::string worker;
    struct Sent {
        EventId event;
        Instant at;
        LetterMethod method = LetterMethod::post;
        std::string address;
    };
    std::vector<Sent> sent;  ///< oldest first
};

/// A letter that the case asks for now.
struct LetterOffer {
    letters::Request request;
    std::string recipientName;
    std::string why;  ///< a code: "refused", "silent", "handover_owed", "referred"; empty for those always there
    std::optional<Instant> since;
};

/// What the Letters tab shows.
struct LetterList {
    std::vector<LetterLine> lines;    ///< drafts first, then newest first
    std::vector<LetterOffer> offers;  ///< most pressing first
    std::vector<KeptDocument> attachments;
    std::string statusLine;  ///< for the person, in plain words
};

struct FinaliseInput {
    PersonId person;
    std::string draft;
    std::int64_t version = 0;
    CommandId command;
    std::string pdf;
};

struct SentInput {
    PersonId person;
    std::int64_t seenVersion = 0;  ///< of the case
    CommandId command;
    DocumentId document;
    Instant at;
    LetterMethod method = LetterMethod::post;
    std::string address;
    bool warningSeen = false;  ///< the worker read what safe contact asks for
    CarerId copyTo;            ///< a copy of a letter to the person goes to this carer
};

class Letters {
public:
    explicit Letters(Workspace& workspace) : m_workspace{workspace} {}

    Result<LetterList> list(const Session& session, const PersonId& person);

    /// The letter made ready from the facts and kept as a draft; the draft that is there when the same was asked before.
    Result<LetterDraft> begin(const Session& session, const PersonId& person, const letters::Request& request);
    Result<LetterDraft> draft(const Session& session, const PersonId& person, const std::string& id);
    /// Saves if `version` is current; else ErrorCode::conflict, nothing changed.
    /// The text that lost is kept beside it and in the history all the same (app/drafts.h).
    Result<LetterDraft> saveDraft(const Session& session, const PersonId& person, const LetterDraft& draft);
    static std::vector<Passage> passagesOf(const letters::Document& document);
    static DraftText textOf(const PersonId& person, const LetterDraft& draft);
    Result<Done> discard(const Session& session, const PersonId& person, const std::string& id, std::int64_t version);
    /// Writes the text anew from the facts of now, in this form; what was typed goes. Saves nothing. The request comes
    /// back with what a carer may be told now.
    Result<letters::Draft> remake(const Session& session, const PersonId& person, const letters::Request& request);

    /// The guidance that its text quotes, each with why it fits the person; empty for a letter that answers no refusal.
    Result<std::vector<engine::VerdictCitation>> quoted(const Session& session, const PersonId& person,
                                                        const std::string& draft);
    Result<std::vector<engine::VerdictCitation>> quoted(const Session& session, const PersonId& person,
                                                        const DocumentId& document);

    /// Keeps the exact bytes with their hash and ends the draft. ErrorCode::conflict when the draft was saved since;
    /// ErrorCode::refused with `where` "share" when the person no longer agrees to what it says.
    Result<KeptDocument> finalise(const Session& session, const FinaliseInput& input);

    /// Records that a kept letter left, as an event. ErrorCode::refused with `where` "method" when safe contact forbids
    /// it, with `where` "warning" when it was not shown, with "share" when the person did not agree; `detail` is the
    /// reason's code.
    Result<RecordOutcome> markSent(const Session& session, const SentInput& input);

    /// The team's own; made from the directory's entry of the service when nobody has set one.
    Result<Letterhead> letterhead(const Session& session);
    Result<Letterhead> saveLetterhead(const Session& session, const Letterhead& letterhead);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
