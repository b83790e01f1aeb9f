// What ends a draft: the copy that is kept, and the record of how it left.
#include "app/find_index.h"
#include "app/event_rules.h"
#include "app/letter_case.h"
#include "app/letters.h"
#include "app/recorder.h"
#include "app/sha256.h"
#include "app/use_case.h"
#include "exchange/letter_json.h"
#include "letters/sending.h"
#include "store/command_log.h"
#include "store/document_repository.h"
#include "store/found_index.h"
#include "store/draft_repository.h"

#include <array>

namespace holdfast::app {
namespace {

constexpr const char* draftPrefix = "letter:";
constexpr std::size_t longestAddress = 1'000;

Error invalid(const char* where, const char* expected)
{
    return {ErrorCode::invalid, where, expected};
}

Result<Done> checkPdf(const std::string& bytes)
{
    if (mediaTypeOf(bytes) != MediaType::pdf)
        return invalid("pdf", "expected a PDF");
    if (bytes.size() > largestDocument)
        return invalid("pdf", "expected at most 10 MB");
    return Done{};
}

KeptDocument keptOf(Workspace& workspace, const Session& session, const FinaliseInput& input, const LetterCase& of,
                    const letters::Draft& draft)
{
    const letters::Request& request = draft.request;
    KeptDocument kept;
    kept.id = workspace.ids().make<DocumentId>();
    kept.person = input.person;
    kept.role = DocumentRole::letter;
    kept.kind = holdfast::nameOf(request.kind);
    kept.media = MediaType::pdf;
    kept.recipient = letters::recipientOf(request.kind, request.service);
    kept.recipientName = of.recipientName(request);
    kept.need = request.need;
    kept.variant = holdfast::nameOf(draft.document.variant);
    if (!request.event.empty()) {
        kept.aboutKind = "event";
        kept.about = request.event.str();
    }
    kept.source = exchange::writeLetterDraft(draft);
    kept.createdAt = workspace.clock().now();
    kept.worker = session.worker.id;
    kept.command = input.command;
    kept.size = static_cast<std::int64_t>(input.pdf.size());
    kept.sha256 = sha256Of(input.pdf);
    return kept;
}

/// A letter to or about somebody who died while it was being written is not made final.
Result<Done> mayStillBeSent(const LetterCase& of, letters::LetterKind kind)
{
    if (of.now().died && kind != letters::LetterKind::partnerSheet)
        return Error{ErrorCode::refused, "died", "no letter leaves for somebody who has died"};
    return Done{};
}

struct Sending {
    KeptDocument kept;
    letters::LetterKind kind = letters::LetterKind::challenge;
};

Result<Sending> sendingOf(Workspace& workspace, const SentInput& input)
{
    auto kept = store::DocumentRepository{workspace.connection()}.find(input.document);
    if (!kept || kept->person != input.person || kept->role != DocumentRole::letter)
        return Error{ErrorCode::notFound, "document", {}};
    const auto kind = named<letters::LetterKind>(kept->kind);
    if (!kind)
        return Error{ErrorCode::damaged, "document", "the kind of this letter is not known"};
    if (input.address.size() > longestAddress)
        return invalid("address", "expected at most 1000 characters");
    if (input.address.empty() && input.method != LetterMethod::handedOver)
        return invalid("address", "expected where it went");
    // An event's time has whole seconds; the letter may have been made in the same one.
    if (input.at < std::chrono::floor<std::chrono::seconds>(kept->createdAt))
        return invalid("/at", "expected a time after the letter was made final");
    return Sending{*std::move(kept), *kind};
}

Result<Done> checkSafeContact(const LetterCase& of, const Sending& sending, const SentInput& input)
{
    const auto advice = letters::adviseSending(of.person(), of.now().died, sending.kind, input.method);
    switch (advice.risk) {
    case letters::SendRisk::safe: return Done{};
    case letters::SendRisk::warn:
        if (input.warningSeen)
            return Done{};
        return Error{ErrorCode::refused, "warning", advice.reasons.front()};
    case letters::SendRisk::refuse: return Error{ErrorCode::refused, "method", advice.reasons.front()};
    }
    return Done{};
}

event::LetterSent eventOf(const Sending& sending, LetterMethod method)
{
    event::LetterSent left;
    left.need = sending.kept.need ? scopeOf(*sending.kept.need) : NeedScope::both;
    left.kind = sending.kept.kind;
    left.to = sending.kept.recipient;
    left.method = method;
    left.document = sending.kept.id.str();
    return left;
}

}  // namespace

Result<KeptDocument> Letters::finalise(const Session& session, const FinaliseInput& input)
{
    if (input.command.empty())
        return invalid("command", "expected an id of its own for each command");
    const auto action = Action::writeLetter;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<KeptDocument> {
        db::Connection& connection = m_workspace.connection();
        store::DocumentRepository documents{connection};
        if (auto first = documents.byCommand(input.command)) {
            note.detail = "repeated";
            return *std::move(first);
        }
        if (auto fine = checkPdf(input.pdf); !fine)
            return std::move(fine).error();
        auto of = LetterCase::load(m_workspace, session, input.person);
        if (!of)
            return std::move(of).error();
        store::DraftRepository drafts{connection};
        const std::string draftKind = draftPrefix + input.draft;
        const auto row = drafts.find(draftKind, input.person);
        if (!row)
            return Error{ErrorCode::notFound, "draft", {}};
        auto draft = exchange::readLetterDraft(row->body);
        if (!draft)
            return Error{ErrorCode::damaged, "draft" + draft.error().where, draft.error().detail};
        if (auto may = mayStillBeSent(*of, draft->request.kind); !may)
            return std::move(may).error();
        if (auto removed = drafts.remove(draftKind, input.person, input.version); !removed)
            return std::move(removed).error();
        KeptDocument kept = keptOf(m_workspace, session, input, *of, *draft);
        if (!store::CommandLog{connection}.remember({input.command, std::string{nameOf(action)}, input.person.str(),
                                                     session.worker.id, m_workspace.clock().now()}))
            return Error{ErrorCode::conflict, "command", "the command was used for something else"};
        documents.insert(kept, input.pdf);
        store::FoundIndex{m_workspace.connection()}.add(
            {store::FoundKind::letter, kept.id.str(), 0, kept.createdAt}, kept.worker, wordsOfLetter(kept.source));
        note.detail = "final " + kept.id.str();
        return kept;
    });
}

Result<RecordOutcome> Letters::markSent(const Session& session, const SentInput& input)
{
    if (input.command.empty())
        return invalid("command", "expected an id of its own for each command");
    const auto action = Action::recordLetterSent;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<RecordOutcome> {
        Recorder recorder{m_workspace};
        auto first = recorder.repeated(input.person, input.command);
        if (!first)
            return std::move(first).error();
        if (*first) {
            note.detail = "repeated";
            return recorder.outcome(**first);
        }
        auto sending = sendingOf(m_workspace, input);
        if (!sending)
            return std::move(sending).error();
        auto of = LetterCase::load(m_workspace, session, input.person);
        if (!of)
            return std::move(of).error();
        if (auto safe = checkSafeContact(*of, *sending, input); !safe)
            return std::move(safe).error();
        Submission submission;
        submission.at = input.at;
        submission.body = eventOf(*sending, input.method);
        if (auto may = permitted(m_workspace, session, actionFor(submission.body)); !may)
            return std::move(may).error();
        const std::array submissions{std::move(submission)};
        auto folded = recorder.fold(input.person, input.seenVersion, session.worker.id, input.command, submissions);
        if (!folded)
            return std::move(folded).error();
        if (auto saved = recorder.save(*folded, session.worker.id, input.command, nameOf(action)); !saved)
            return std::move(saved).error();
        store::DocumentRepository{m_workspace.connection()}.insertSending(
            {folded->added.front(), input.person, input.document, input.address});
        note.detail = input.document.str();
        return recorder.outcome(*folded);
    });
}

}  // namespace holdfast::app
