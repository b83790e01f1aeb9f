// Notes in the making: drafts of their author, and signing, after which nothing changes any more.
#include "app/draft_shelf.h"
#include "app/history.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "exchange/note_json.h"
#include "store/command_log.h"
#include "store/draft_repository.h"
#include "store/note_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr std::string_view draftPrefix = "note:";

/// A draft's kind names its worker: nobody else finds it.
std::string kindOfDraft(const Session& session, const std::string& id)
{
    return std::string{draftPrefix} + id + ':' + session.worker.id.str();
}

Result<NoteDraft> draftOf(const store::DraftRow& row, const std::string& id)
{
    auto content = exchange::readNoteDraft(row.body);
    if (!content)
        return Error{ErrorCode::damaged, "draft" + content.error().where, content.error().detail};
    return NoteDraft{id, *std::move(content), row.version, row.savedAt};
}

Result<NoteDraft> ownDraft(Workspace& workspace, const Session& session, const PersonId& person, const std::string& id)
{
    const auto row = store::DraftRepository{workspace.connection()}.find(kindOfDraft(session, id), person);
    if (!row)
        return Error{ErrorCode::notFound, "draft", {}};
    return draftOf(*row, id);
}

Result<NoteDraft> keepDraft(Workspace& workspace, const Session& session, const DraftText& text, NoteDraft draft)
{
    // What is written must come back the same: the store's text is as strict as a file from outside.
    if (auto read = exchange::readNoteDraft(text.body); !read)
        return read.error();
    auto saved = shelve(workspace, session, text);
    if (!saved)
        return std::move(saved).error();
    draft.version = saved->version;
    draft.savedAt = saved->savedAt;
    return draft;
}

/// The note as it stands, to be amended.
Result<NoteRecord> amendable(Workspace& workspace, const Session& session, const PersonId& person, const NoteId& note)
{
    if (auto readable = readableNote(workspace, session, person, note); !readable)
        return std::move(readable).error();
    for (NoteRecord& record : store::NoteRepository{workspace.connection()}.records(person, session.worker.id)) {
        if (record.note.id != note)
            continue;
        if (record.inError)
            return Error{ErrorCode::refused, "note", "note.in_error"};
        return std::move(record);
    }
    return Error{ErrorCode::notFound, "note", {}};
}

Result<Done> checkLink(Workspace& workspace, const PersonId& person, const NoteLink& link)
{
    if (link.kind != NoteLinkKind::event)
        return Done{};
    auto history = History::load(workspace.connection(), person);
    if (!history)
        return std::move(history).error();
    if (!EventId::fits(link.id) || history->find(EventId{link.id}) == nullptr)
        return Error{ErrorCode::invalid, "link", "expected an entry of this person"};
    return Done{};
}

/// One signing: the draft as stored, by the worker as stored.
class Signing {
public:
    Signing(Workspace& workspace, const SignNoteInput& input, Worker worker, NoteContent content)
        : m_workspace{workspace}, m_input{input}, m_worker{std::move(worker)}, m_content{std::move(content)}
    {
        m_content.text = withMarksClosed(m_content.text);
    }

    Result<NoteId> sign(const Session& session)
    {
        if (auto fine = checkNote(m_content, m_now); !fine)
            return std::move(fine).error();
        if (!m_content.amends.empty())
            return amend(session);
        if (auto linked = checkLink(m_workspace, m_input.person, m_content.link); !linked)
            return std::move(linked).error();
        Note note;
        note.id = m_workspace.ids().make<NoteId>();
        note.person = m_input.person;
        note.happenedAt = std::min(m_content.happenedAt.value_or(m_now), m_now);
        note.writtenAt = m_now;
        note.kind = m_content.kind;
        note.need = m_content.need;
        note.audience = m_content.audience;
        if (note.audience != NoteAudience::everyone)
            note.whyLimited = m_content.whyLimited;
        note.text = m_content.text;
        note.link = m_content.link;
        note.author = m_worker.id;
        note.role = m_worker.role;
        note.service = m_worker.service;
        note.command = m_input.command;
        m_notes.insert(note);
        m_notes.insertReading({note.id, 0, m_worker.id, note.person, m_now});
        return note.id;
    }

private:
    Result<NoteId> amend(const Session& session)
    {
        auto record = amendable(m_workspace, session, m_input.person, m_content.amends);
        if (!record)
            return std::move(record).error();
        const int before = static_cast<int>(record->amendments.size());
        if (before != m_content.amendsAfter)
            return Error{ErrorCode::conflict, "note", "it was amended after this was begun"};
        if (m_content.text == record->textNow())
            return Error{ErrorCode::invalid, "text", "unchanged"};
        m_notes.insertAmendment({m_content.amends, before + 1, m_input.person, m_content.text, m_content.whyAmended,
                                 m_worker.id, m_worker.role, m_worker.service, m_now, m_input.command});
        m_notes.insertReading({m_content.amends, before + 1, m_worker.id, m_input.person, m_now});
        return m_content.amends;
    }

    Workspace& m_workspace;
    const SignNoteInput& m_input;
    Worker m_worker;
    NoteContent m_content;
    store::NoteRepository m_notes{m_workspace.connection()};
    Instant m_now = m_workspace.clock().now();
};

}  // namespace

Result<std::vector<NoteDraft>> ownDrafts(Workspace& workspace, const Session& session, const PersonId& person)
{
    const std::string end = kindOfDraft(session, {}).substr(draftPrefix.size());
    std::vector<NoteDraft> drafts;
    for (const store::DraftRow& row :
         store::DraftRepository{workspace.connection()}.forPerson(person, std::string{draftPrefix})) {
        if (!row.kind.ends_with(end))
            continue;
        const std::string id = row.kind.substr(draftPrefix.size(), row.kind.size() - draftPrefix.size() - end.size());
        auto draft = draftOf(row, id);
        if (!draft)
            return std::move(draft).error();
        drafts.push_back(*std::move(draft));
    }
    std::ranges::sort(drafts, std::greater{}, &NoteDraft::savedAt);
    return drafts;
}

DraftText Notes::textOf(const Session& session, const PersonId& person, const NoteDraft& draft)
{
    return {kindOfDraft(session, draft.id), person, exchange::writeNoteDraft(draft.content), draft.version};
}

Result<NoteDraft> Notes::begin(const Session& session, const PersonId& person, const NoteContent& content)
{
    const auto action = Action::writeNote;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& audit) -> Result<NoteDraft> {
        audit.detail = content.amends.empty() ? "begun" : "amendment begun";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        NoteDraft draft;
        draft.content = content;
        if (!content.amends.empty()) {
            auto record = amendable(m_workspace, session, person, content.amends);
            if (!record)
                return std::move(record).error();
            auto there = ownDrafts(m_workspace, session, person);
            if (!there)
                return std::move(there).error();
            for (NoteDraft& each : there.value())
                if (each.content.amends == content.amends)
                    return std::move(each);
            draft.content.text = record->textNow();
            draft.content.amendsAfter = static_cast<int>(record->amendments.size());
        }
        draft.id = m_workspace.ids().make<DraftId>().str();
        const DraftText text = textOf(session, person, draft);
        auto kept = keepDraft(m_workspace, session, text, std::move(draft));
        // Nobody has typed anything yet.
        if (kept)
            store::DraftRepository{m_workspace.connection()}.leave(text.kind, person, m_workspace.sitting());
        return kept;
    });
}

Result<NoteDraft> Notes::draft(const Session& session, const PersonId& person, const std::string& id)
{
    const auto action = Action::writeNote;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& audit) {
        audit.detail = "read";
        return ownDraft(m_workspace, session, person, id);
    });
}

Result<NoteDraft> Notes::saveDraft(const Session& session, const PersonId& person, const NoteDraft& draft)
{
    const auto action = Action::writeNote;
    const DraftText text = textOf(session, person, draft);
    auto done = audited(m_workspace, session, action, person.str(), [&](AuditNote& audit) -> Result<NoteDraft> {
        audit.detail = "saved";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        return keepDraft(m_workspace, session, text, draft);
    });
    if (!done && done.error().code == ErrorCode::conflict)
        setAside(m_workspace, session, action, text);
    return done;
}

Result<Done> Notes::discard(const Session& session, const PersonId& person, const std::string& id, std::int64_t version)
{
    const auto action = Action::writeNote;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& audit) -> Result<Done> {
        audit.detail = "discarded";
        if (auto own = ownDraft(m_workspace, session, person, id); !own)
            return std::move(own).error();
        return store::DraftRepository{m_workspace.connection()}.remove(kindOfDraft(session, id), person, version);
    });
}

Result<NoteId> Notes::sign(const Session& session, const SignNoteInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const auto action = Action::signNote;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& audit) -> Result<NoteId> {
        store::NoteRepository notes{m_workspace.connection()};
        const auto note = notes.byCommand(input.command);
        const auto amendment = notes.amendmentByCommand(input.command);
        if (note || amendment) {
            audit.detail = "repeated";
            return note ? note->id : amendment->note;
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        auto draft = ownDraft(m_workspace, session, input.person, input.draft);
        if (!draft)
            return std::move(draft).error();
        if (draft->version != input.version)
            return Error{ErrorCode::conflict, "version", "the draft was saved since it was read"};
        if (!store::CommandLog{m_workspace.connection()}.remember({input.command, std::string{nameOf(action)},
                                                                   input.person.str(), session.worker.id,
                                                                   m_workspace.clock().now()}))
            return commandUsed();
        const bool amends = !draft->content.amends.empty();
        auto made = Signing{m_workspace, input, workerNow(m_workspace, session), std::move(draft.value().content)}.sign(
            session);
        if (!made)
            return made;
        auto gone = store::DraftRepository{m_workspace.connection()}.remove(kindOfDraft(session, input.draft),
                                                                            input.person, input.version);
        if (!gone)
            return std::move(gone).error();
        audit.detail = (amends ? "amended " : "signed ") + made->str();
        return made;
    });
}

}  // namespace holdfast::app
