// What ends a draft: the copy that is kept, and the record of how it left.
#include "app/event_rules.h"
#include "app/find_index.h"
#include "app/letter_case.h"
#include "app/letters.h"
#include "app/recorder.h"
#include "app/sha256.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "exchange/letter_json.h"
#include "letters/sending.h"
#include "store/carer_repository.h"
#include "store/command_log.h"
#include "store/document_repository.h"
#include "store/draft_repository.h"
#include "store/found_index.h"
#include "store/record_parts.h"

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
    letters::Draft letter;
};

Result<Sending> sendingOf(Workspace& workspace, const SentInput& input)
{
    auto kept = store::DocumentRepository{workspace.connection()}.find(input.document);
    if (!kept || !store::isSameRecord(workspace.connection(), kept->person, input.person) ||
        kept->role != DocumentRole::letter)
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
    auto letter = exchange::readLetterDraft(kept->source);
    if (!letter)
        return Error{ErrorCode::damaged, "document" + letter.error().where, letter.error().detail};
    return Sending{*std::move(kept), *kind, *std::move(letter)};
}

Result<Done> checkSafeContact(const LetterCase& of, const Sending& sending, const SentInput& input)
{
    const auto kind = input.copyTo.empty() ? sending.kind : letters::LetterKind::toCarer;
    const auto advice = letters::adviseSending(of.person(), of.now().died, kind, input.method);
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

/// The carer it goes to, when it goes to one: the addressee, or somebody who gets a copy of a letter to the person.
Result<CarerId> carerOf(const Sending& sending, const SentInput& input)
{
    if (input.copyTo.empty())
        return sending.letter.request.carer.id;
    if (sending.kind != letters::LetterKind::toPerson)
        return invalid("copyTo", "expected a letter to the person");
    return input.copyTo;
}

/// What the person agreed to now, not when the letter was written; and how the carer may be reached.
Result<Done> checkSharing(Workspace& workspace, const Sending& sending, const SentInput& input, const CarerId& carer)
{
    auto asked = sending.letter.request;
    if (!input.copyTo.empty()) {
        asked.kind = letters::LetterKind::toCarer;
        asked.carer.id = carer;
        asked.carer.topics.assign(letters::topicsOfLetter.begin(), letters::topicsOfLetter.end());
    }
    if (auto may = requireSharing(workspace, input.person, asked); !may)
        return may;
    if (letters::audienceOf(asked.kind) != letters::Audience::carer)
        return Done{};
    const store::CarerRepository carers{workspace.connection()};
    const auto known = carers.find(carer);
    if (!known || !carers.link(carer, input.person))
        return invalid("carer", "expected a carer of this person");
    if (input.method == LetterMethod::post && (!known->contact.mayWrite || known->address.empty()))
        return Error{ErrorCode::refused, "method", "carer_no_letters"};
    return Done{};
}

event::LetterSent eventOf(const Sending& sending, const SentInput& input)
{
    event::LetterSent left;
    left.need = sending.kept.need ? scopeOf(*sending.kept.need) : NeedScope::both;
    left.kind = sending.kept.kind;
    left.to = input.copyTo.empty() ? sending.kept.recipient : "carer";
    left.method = input.method;
    left.document = sending.kept.id.str();
    return left;
}

}  // namespace

Result<KeptDocument> Letters::finalise(const Session& session, const FinaliseInput& input)
{
    if (input.command.empty())
        return commandNeeded();
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
        if (auto may = requireSharing(m_workspace, input.person, draft->request); !may)
            return std::move(may).error();
        if (auto removed = drafts.remove(draftKind, input.person, input.version); !removed)
            return std::move(removed).error();
        KeptDocument kept = keptOf(m_workspace, session, input, *of, *draft);
        if (!store::CommandLog{connection}.remember({input.command, std::string{nameOf(action)}, input.person.str(),
                                                     session.worker.id, m_workspace.clock().now()}))
            return commandUsed();
        documents.insert(kept, input.pdf);
        store::FoundIndex{m_workspace.connection()}.add({store::FoundKind::letter, kept.id.str(), 0, kept.createdAt},
                                                        kept.worker, wordsOfLetter(kept.source));
        note.detail = "final " + kept.id.str();
        return kept;
    });
}

Result<RecordOutcome> Letters::markSent(const Session& session, const SentInput& input)
{
    if (input.command.empty())
        return commandNeeded();
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
        const auto carer = carerOf(*sending, input);
        if (!carer)
            return carer.error();
        if (auto may = checkSharing(m_workspace, *sending, input, *carer); !may)
            return std::move(may).error();
        if (auto safe = checkSafeContact(*of, *sending, input); !safe)
            return std::move(safe).error();
        Submission submission;
        submission.at = input.at;
        submission.body = eventOf(*sending, input);
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
