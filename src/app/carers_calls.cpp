// A carer's call: its facts, its words as a shared note, and undoing both.
#include "app/carers.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "base/text.h"
#include "domain/calendar.h"
#include "domain/note_text.h"
#include "store/carer_repository.h"
#include "store/command_log.h"
#include "store/consent_repository.h"
#include "store/note_repository.h"
#include "store/record_parts.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

Error invalid(const char* where, const char* detail)
{
    return {ErrorCode::invalid, where, detail};
}

/// One call on its way into the store.
class Logging {
public:
    Logging(Workspace& workspace, const CallInput& input, Worker worker)
        : m_workspace{workspace}, m_input{input}, m_worker{std::move(worker)}
    {}

    Result<CarerCallId> log()
    {
        if (auto fine = check(); !fine)
            return std::move(fine).error();
        if (auto may = mayHaveTold(); !may)
            return std::move(may).error();
        auto note = writeNote();
        if (!note)
            return std::move(note).error();
        CarerCall call;
        call.id = m_workspace.ids().make<CarerCallId>();
        call.carer = m_input.carer;
        call.person = m_input.person;
        call.at = m_input.at;
        call.direction = m_input.direction;
        call.outcome = m_input.outcome;
        call.told = m_input.told;
        call.owed = m_input.owed;
        call.note = *note;
        call.worker = m_worker.id;
        call.recordedAt = m_now;
        call.command = m_input.command;
        store::CarerRepository{m_workspace.connection()}.insertCall(call);
        return call.id;
    }

private:
    Result<Done> check() const
    {
        if (!store::CarerRepository{m_workspace.connection()}.link(m_input.carer, m_input.person))
            return invalid("carer", "expected a carer of this person");
        if (m_input.outcome == ContactOutcome::replied)
            return invalid("outcome", "expected what becomes of a call");
        if (!m_input.told.empty() && m_input.outcome != ContactOutcome::spoke)
            return invalid("told", "expected nothing told when nobody was spoken to");
        if (!m_input.owed)
            return Done{};
        if (m_input.owed->by < londonDate(m_now))
            return invalid("owed_by", "expected today or a later day");
        if (m_input.owed->about.size() > longestCarerLine || !isValidUtf8(m_input.owed->about))
            return invalid("owed_about", "too_long");
        const auto whom = store::WorkerRepository{m_workspace.connection()}.find(m_input.owed->whom);
        if (!whom || !whom->active)
            return invalid("owed_whom", "expected a worker who is here");
        return Done{};
    }

    /// What was to be asked first needs the person's word of today, which is kept as such.
    Result<Done> mayHaveTold()
    {
        if (m_input.told.empty())
            return Done{};
        const auto verdict = sharingNow(m_workspace, m_input.person, ShareKind::carer, m_input.carer, m_input.told);
        if (verdict.answer != ShareAnswer::askFirst)
            return requireSharing(verdict);
        if (isBlank(m_input.agreedNow) || m_input.agreedNow.size() > longestNoteReason ||
            !isValidUtf8(m_input.agreedNow))
            return invalid("agreed_now", "expected what the person said when asked");
        store::ConsentRepository{m_workspace.connection()}.insertException(
            {m_workspace.ids().make<ShareExceptionId>(), m_input.person, ShareKind::carer, m_input.carer,
             verdict.notCovered, ExceptionGrounds::asked, m_input.agreedNow, londonDate(m_now), m_worker.id,
             m_worker.role, m_worker.service, m_now, m_input.command});
        return Done{};
    }

    Result<NoteId> writeNote()
    {
        NoteContent content;
        content.kind = NoteKind::carerContact;
        content.happenedAt = m_input.at;
        content.text = callNoteText(m_input.summary, m_input.said, m_input.inConfidence, m_input.toldWords);
        if (auto fine = checkNote(content, m_now); !fine)
            return std::move(fine).error();
        Note note;
        note.id = m_workspace.ids().make<NoteId>();
        note.person = m_input.person;
        note.happenedAt = std::min(m_input.at, m_now);
        note.writtenAt = m_now;
        note.kind = content.kind;
        note.text = withMarksClosed(content.text);
        note.author = m_worker.id;
        note.role = m_worker.role;
        note.service = m_worker.service;
        note.command = m_input.command;
        store::NoteRepository notes{m_workspace.connection()};
        notes.insert(note);
        notes.insertReading({note.id, 0, m_worker.id, note.person, m_now});
        return note.id;
    }

    Workspace& m_workspace;
    const CallInput& m_input;
    Worker m_worker;
    Instant m_now = m_workspace.clock().now();
};

}  // namespace

Result<CarerCallId> Carers::logCall(const Session& session, const CallInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const auto action = Action::recordCarerCall;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<CarerCallId> {
        if (const auto first = store::CarerRepository{m_workspace.connection()}.callByCommand(input.command)) {
            note.detail = "repeated";
            return first->id;
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        if (!store::CommandLog{m_workspace.connection()}.remember({input.command, std::string{nameOf(action)},
                                                                   input.person.str(), session.worker.id,
                                                                   m_workspace.clock().now()}))
            return commandUsed();
        auto logged = Logging{m_workspace, input, workerNow(m_workspace, session)}.log();
        if (logged)
            note.detail = logged->str();
        return logged;
    });
}

Result<Done> Carers::undoCall(const Session& session, const PersonId& person, const CarerCallId& id,
                              const std::string& reason, const CommandId& command)
{
    const auto action = Action::recordCarerCall;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Done> {
        store::CarerRepository carers{m_workspace.connection()};
        store::NoteRepository notes{m_workspace.connection()};
        const auto call = carers.call(id);
        if (!call || !store::isSameRecord(m_workspace.connection(), call->person, person))
            return Error{ErrorCode::notFound, "call", {}};
        note.detail = "undone " + id.str();
        const auto written = notes.find(call->note);
        if (!written || !mayEnterInError(*written, workerNow(m_workspace, session)))
            return Error{ErrorCode::refused, "note", "note.not_theirs"};
        if (auto fine = checkReason(reason); !fine)
            return fine;
        const Instant now = m_workspace.clock().now();
        if (!store::CommandLog{m_workspace.connection()}.remember(
                {command, std::string{nameOf(action)}, person.str(), session.worker.id, now}))
            return call->undoneAt ? Result<Done>{Done{}} : commandUsed();
        if (!carers.undoCall(id, now, session.worker.id))
            return Error{ErrorCode::conflict, "call", "it was undone already"};
        notes.insertInError({call->note, person, reason, session.worker.id, now, command});
        return Done{};
    });
}

}  // namespace holdfast::app
