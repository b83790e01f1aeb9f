#include "app/documents.h"

#include "app/history.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/sha256.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "exchange/letter_json.h"
#include "store/command_log.h"
#include "store/document_repository.h"
#include "store/record_parts.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr const char* aboutEvent = "event";

Error notThese(const char* detail)
{
    return {ErrorCode::invalid, "bytes", detail};
}

/// An event of this person, or a note of theirs that the worker may read.
Result<Done> checkAbout(Workspace& workspace, const Session& session, const AttachInput& input)
{
    if (!input.note.empty()) {
        if (auto note = readableNote(workspace, session, input.person, input.note); !note)
            return Error{ErrorCode::invalid, "note", "expected a note of this person"};
        return Done{};
    }
    auto history = History::load(workspace.connection(), input.person);
    if (!history)
        return std::move(history).error();
    if (history->find(input.event) == nullptr)
        return Error{ErrorCode::invalid, "event", "expected an event of this person"};
    return Done{};
}

/// Looks at the bytes and at what they are to belong to.
Result<KeptDocument> paperOf(Workspace& workspace, const Session& session, const AttachInput& input)
{
    if (input.bytes.empty())
        return notThese("empty");
    if (input.bytes.size() > largestDocument)
        return notThese("too_large");
    const auto media = mediaTypeOf(input.bytes);
    if (!media)
        return notThese("type");
    if (auto there = checkAbout(workspace, session, input); !there)
        return std::move(there).error();
    KeptDocument paper;
    paper.id = workspace.ids().make<DocumentId>();
    paper.person = input.person;
    paper.role = DocumentRole::attachment;
    paper.media = *media;
    paper.name = tidyFileName(input.name, *media);
    paper.aboutKind = input.note.empty() ? aboutEvent : aboutNote;
    paper.about = input.note.empty() ? input.event.str() : input.note.str();
    paper.createdAt = workspace.clock().now();
    paper.worker = session.worker.id;
    paper.command = input.command;
    paper.size = static_cast<std::int64_t>(input.bytes.size());
    paper.sha256 = sha256Of(input.bytes);
    return paper;
}

/// What leaves the program leaves it only as the person agrees now; reading it here is another thing.
Result<Done> mayLeave(Workspace& workspace, const KeptDocument& kept, Purpose purpose, const Recipient& to)
{
    if (purpose == Purpose::open)
        return Done{};
    if (kept.role != DocumentRole::letter)  // what somebody sent may be about anything
        return requireSharing(workspace, kept.person, to, topicsAbout(NeedScope::both));
    const auto letter = exchange::readLetterDraft(kept.source);
    if (!letter)
        return Error{ErrorCode::damaged, "document" + letter.error().where, letter.error().detail};
    return requireSharing(workspace, kept.person, letter->request);
}

}  // namespace

Result<KeptDocument> Documents::attach(const Session& session, const AttachInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const auto action = Action::attachDocument;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<KeptDocument> {
        db::Connection& connection = m_workspace.connection();
        store::DocumentRepository documents{connection};
        if (auto first = documents.byCommand(input.command)) {
            note.detail = "repeated";
            return *std::move(first);
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        auto paper = paperOf(m_workspace, session, input);
        if (!paper)
            return std::move(paper).error();
        for (const KeptDocument& kept : documents.forPerson(input.person))
            if (kept.about == paper->about && kept.sha256 == paper->sha256)
                return Error{ErrorCode::conflict, "bytes", "the same paper is attached to this entry already"};
        if (!store::CommandLog{connection}.remember({input.command, std::string{nameOf(action)}, input.person.str(),
                                                     session.worker.id, m_workspace.clock().now()}))
            return commandUsed();
        documents.insert(*paper, input.bytes);
        note.detail = paper->id.str();
        return paper;
    });
}

Result<Paper> Documents::read(const Session& session, const PersonId& person, const DocumentId& id, Purpose purpose,
                              const Recipient& to)
{
    const auto action = purpose == Purpose::open ? Action::openDocument : Action::exportDocument;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Paper> {
        const store::DocumentRepository documents{m_workspace.connection()};
        auto found = documents.find(id);
        if (!found || !store::isSameRecord(m_workspace.connection(), found->person, person))
            return Error{ErrorCode::notFound, "document", {}};
        // What belongs to a note is for those who may read the note.
        if (found->aboutKind == aboutNote)
            if (!readableNote(m_workspace, session, person, NoteId{found->about}))
                return Error{ErrorCode::notFound, "document", {}};
        if (auto may = mayLeave(m_workspace, *found, purpose, to); !may)
            return std::move(may).error();
        auto bytes = documents.content(id);
        if (!bytes || sha256Of(*bytes) != found->sha256)
            return Error{ErrorCode::damaged, "document", "the bytes do not match their hash: " + id.str()};
        note.detail = id.str();
        if (purpose == Purpose::takeOut && found->role != DocumentRole::letter)
            note.detail += " for " + nameOf(to);
        return Paper{*std::move(found), *std::move(bytes)};
    });
}

Result<Done> Documents::takenOut(const Session& session, const PersonId& person, std::string_view what)
{
    return audited(m_workspace, session, Action::exportDocument, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = what;
        return Done{};
    });
}

}  // namespace holdfast::app
