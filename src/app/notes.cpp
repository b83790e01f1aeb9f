#include "app/notes.h"

#include "app/note_case.h"
#include "app/recorder.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "base/text.h"
#include "store/command_log.h"
#include "store/document_repository.h"
#include "store/note_repository.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

constexpr int mostUnread = 200;

std::string shownName(const store::UnreadNote& row)
{
    return tidied((row.preferredName.empty() ? row.givenName : row.preferredName) + ' ' + row.familyName);
}

/// Those attached to notes that the worker may read.
std::vector<KeptDocument> papersOf(Workspace& workspace, const PersonId& person, const std::vector<NoteView>& notes)
{
    std::set<std::string> readable;
    for (const NoteView& view : notes)
        if (!view.withheld)
            readable.insert(view.record.note.id.str());
    auto papers = store::DocumentRepository{workspace.connection()}.forPerson(person);
    std::erase_if(papers, [&](const KeptDocument& paper) {
        return paper.aboutKind != aboutNote || !readable.contains(paper.about);
    });
    return papers;
}

std::vector<CarerTopic> topicsIn(const std::vector<NoteView>& notes)
{
    std::set<CarerTopic> topics;
    for (const NoteView& view : notes)
        for (const CarerTopic topic : topicsOfNote(view.record.note))
            topics.insert(topic);
    return {topics.begin(), topics.end()};
}

/// What is left of a text on paper, and how many passages are not.
std::string onlyOwn(const std::string& text, int& leftOut)
{
    leftOut += static_cast<int>(std::ranges::count(passagesOf(text), true, &NotePassage::thirdParty));
    return withoutThirdParty(text, thirdPartyLeftOut);
}

}  // namespace

std::vector<CarerTopic> topicsOfNote(const Note& note)
{
    auto topics = topicsAbout(note.need);
    if (note.kind == NoteKind::safety)
        topics.push_back(CarerTopic::safety);
    return topics;
}

Result<NoteList> Notes::list(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewNotes, person.str(), [&](AuditNote&) -> Result<NoteList> {
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const Worker worker = workerNow(m_workspace, session);
        auto records = store::NoteRepository{m_workspace.connection()}.records(person, worker.id);
        NoteList list;
        addNames(m_workspace, list.names, records);
        list.notes = viewsFor(worker, std::move(records));
        for (const NoteView& view : list.notes)
            if (!view.withheld && !view.record.inError && view.record.isUnread())
                ++list.unread;
        list.papers = papersOf(m_workspace, person, list.notes);
        auto drafts = ownDrafts(m_workspace, session, person);
        if (!drafts)
            return std::move(drafts).error();
        list.drafts = *std::move(drafts);
        return list;
    });
}

Result<Done> Notes::enterInError(const Session& session, const NoteErrorInput& input)
{
    const auto action = Action::noteInError;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& audit) -> Result<Done> {
        auto note = readableNote(m_workspace, session, input.person, input.note);
        if (!note)
            return std::move(note).error();
        audit.detail = input.note.str();
        if (!mayEnterInError(*note, workerNow(m_workspace, session)))
            return Error{ErrorCode::refused, "note", "note.not_theirs"};
        if (auto fine = checkReason(input.reason); !fine)
            return fine;
        if (input.command.empty())
            return commandNeeded();
        store::NoteRepository notes{m_workspace.connection()};
        const Instant now = m_workspace.clock().now();
        const bool fresh = store::CommandLog{m_workspace.connection()}.remember(
            {input.command, std::string{nameOf(action)}, input.person.str(), session.worker.id, now});
        if (!fresh) {
            const auto there = notes.inError(input.person);
            if (std::ranges::find(there, input.command, &NoteInError::command) == there.end())
                return commandUsed();
            audit.detail = "repeated";
            return Done{};
        }
        if (!notes.insertInError({input.note, input.person, input.reason, session.worker.id, now, input.command}))
            return Error{ErrorCode::conflict, "note", "it was entered in error already"};
        return Done{};
    });
}

Result<Done> Notes::pin(const Session& session, const PersonId& person, const NoteId& note, bool pinned)
{
    return audited(m_workspace, session, Action::pinNote, person.str(), [&](AuditNote& audit) -> Result<Done> {
        if (auto readable = readableNote(m_workspace, session, person, note); !readable)
            return std::move(readable).error();
        audit.detail = (pinned ? "pinned " : "unpinned ") + note.str();
        store::NoteRepository notes{m_workspace.connection()};
        if (pinned)
            notes.pin({note, person, session.worker.id, m_workspace.clock().now()});
        else
            notes.unpin(note);
        return Done{};
    });
}

Result<Done> Notes::markRead(const Session& session, const PersonId& person, const NoteId& note, int amendments)
{
    return audited(m_workspace, session, Action::readNote, person.str(), [&](AuditNote& audit) -> Result<Done> {
        if (auto readable = readableNote(m_workspace, session, person, note); !readable)
            return std::move(readable).error();
        audit.detail = note.str();
        store::NoteRepository notes{m_workspace.connection()};
        const auto all = notes.amendments(person);
        const auto there = std::ranges::count(all, note, &NoteAmendment::note);
        if (amendments < 0 || amendments > there)
            return Error{ErrorCode::invalid, "amendments", "expected as many as the note has, or fewer"};
        notes.insertReading({note, amendments, session.worker.id, person, m_workspace.clock().now()});
        return Done{};
    });
}

Result<NoteReaders> Notes::readers(const Session& session, const PersonId& person, const NoteId& note)
{
    return audited(m_workspace, session, Action::viewNotes, person.str(), [&](AuditNote& audit) -> Result<NoteReaders> {
        auto readable = readableNote(m_workspace, session, person, note);
        if (!readable)
            return std::move(readable).error();
        audit.detail = "readers " + note.str();
        NoteReaders readers;
        readers.readings = store::NoteRepository{m_workspace.connection()}.readings(note);
        std::erase_if(readers.readings,
                      [&](const NoteReading& each) { return each.worker == readable->author && each.amendments == 0; });
        for (const NoteReading& each : readers.readings)
            addName(m_workspace, readers.names, each.worker);
        return readers;
    });
}

Result<UnreadNotes> Notes::unread(const Session& session)
{
    return audited(m_workspace, session, Action::viewNotes, {}, [&](AuditNote& audit) -> Result<UnreadNotes> {
        audit.detail = "unread";
        const Worker worker = workerNow(m_workspace, session);
        UnreadNotes unread;
        std::vector<NoteRecord> records;
        for (store::UnreadNote& row :
             store::NoteRepository{m_workspace.connection()}.unread(worker.id, m_workspace.unseen(), mostUnread + 1)) {
            if (!maySee(row.note, worker))
                continue;
            row.note.text.clear();
            unread.lines.push_back({row.note, shownName(row), row.amended});
            records.push_back({row.note, {}, {}, {}, {}});
        }
        unread.more = unread.lines.size() > mostUnread;
        if (unread.more)
            unread.lines.pop_back();
        addNames(m_workspace, unread.names, records);
        return unread;
    });
}

Result<NotesOnPaper> Notes::onPaper(const Session& session, const PersonId& person, const std::vector<NoteId>& notes,
                                    const Recipient& to)
{
    return audited(m_workspace, session, Action::exportNotes, person.str(),
                   [&](AuditNote& audit) -> Result<NotesOnPaper> {
                       auto known = Recorder{m_workspace}.person(person);
                       if (!known)
                           return std::move(known).error();
                       const Worker worker = workerNow(m_workspace, session);
                       auto records = store::NoteRepository{m_workspace.connection()}.records(person, worker.id);
                       NotesOnPaper paper;
                       paper.person = *std::move(known);
                       const std::set<NoteId> wanted{notes.begin(), notes.end()};
                       std::erase_if(records, [&](const NoteRecord& each) { return !wanted.contains(each.note.id); });
                       addNames(m_workspace, paper.names, records);
                       paper.notes = viewsFor(worker, std::move(records));
                       std::erase_if(paper.notes, &NoteView::withheld);
                       if (paper.notes.size() != wanted.size())
                           return Error{ErrorCode::notFound, "note", {}};
                       if (auto may = requireSharing(m_workspace, person, to, topicsIn(paper.notes)); !may)
                           return std::move(may).error();
                       std::ranges::reverse(paper.notes);
                       for (NoteView& view : paper.notes) {
                           view.record.note.text = onlyOwn(view.record.note.text, paper.leftOut);
                           for (NoteAmendment& amendment : view.record.amendments)
                               amendment.text = onlyOwn(amendment.text, paper.leftOut);
                       }
                       audit.detail = std::to_string(paper.notes.size()) + " notes for " + nameOf(to);
                       return paper;
                   });
}

}  // namespace holdfast::app
