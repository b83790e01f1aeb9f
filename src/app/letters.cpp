#include "app/letters.h"

#include "app/draft_shelf.h"
#include "app/event_rules.h"
#include "app/letter_case.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/sha256.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "exchange/letter_json.h"
#include "letters/offers.h"
#include "letters/sending.h"
#include "store/command_log.h"
#include "store/document_repository.h"
#include "store/draft_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr const char* draftPrefix = "letter:";
constexpr const char* aboutEvent = "event";

std::string kindOfDraft(const std::string& id)
{
    return draftPrefix + id;
}

/// The same letter was asked for: to the same, about the same. Its form may have changed since.
bool isSame(const letters::Request& a, const letters::Request& b)
{
    return a.kind == b.kind && a.service == b.service && a.event == b.event && a.carer.id == b.carer.id;
}

Result<LetterDraft> draftOf(Workspace& workspace, const store::DraftRow& row)
{
    auto draft = exchange::readLetterDraft(row.body);
    if (!draft)
        return Error{ErrorCode::damaged, "draft" + draft.error().where, draft.error().detail};
    LetterDraft made;
    made.id = row.kind.substr(std::string_view{draftPrefix}.size());
    made.draft = *std::move(draft);
    made.version = row.version;
    made.savedAt = row.savedAt;
    made.savedBy = nameOfWorker(workspace, row.worker);
    return made;
}

LetterLine lineOf(const LetterDraft& draft)
{
    LetterLine line;
    line.draft = draft.id;
    line.kind = draft.draft.request.kind;
    line.variant = draft.draft.document.variant;
    line.recipientName = draft.recipientName;
    line.need = draft.draft.request.need;
    line.at = draft.savedAt.value_or(Instant{});
    line.worker = draft.savedBy;
    return line;
}

std::vector<LetterLine::Sent> sentOf(const LetterCase& of, const std::vector<LetterSending>& sendings,
                                     const DocumentId& document)
{
    std::vector<LetterLine::Sent> sent;
    for (const LetterSending& sending : sendings) {
        const Entry* entry = sending.document == document ? of.history().find(sending.event) : nullptr;
        const auto* left = entry ? std::get_if<event::LetterSent>(&entry->event.body) : nullptr;
        if (left != nullptr && !of.history().isVoided(sending.event))
            sent.push_back({sending.event, entry->event.at, left->method, sending.address});
    }
    std::ranges::sort(sent, {}, &LetterLine::Sent::at);
    return sent;
}

/// Every letter in the making of this person, with the names of whom they go to.
Result<std::vector<LetterDraft>> draftsOf(Workspace& workspace, const LetterCase& of)
{
    std::vector<LetterDraft> drafts;
    for (const store::DraftRow& row :
         store::DraftRepository{workspace.connection()}.forPerson(of.person().id, draftPrefix)) {
        auto draft = draftOf(workspace, row);
        if (!draft)
            return std::move(draft).error();
        LetterDraft& made = drafts.emplace_back(*std::move(draft));
        made.recipientName = of.recipientName(made.draft.request);
    }
    return drafts;
}

void addKept(Workspace& workspace, const LetterCase& of, LetterList& list)
{
    const store::DocumentRepository documents{workspace.connection()};
    const auto sendings = documents.sendings(of.person().id);
    for (KeptDocument& kept : documents.forPerson(of.person().id)) {
        const auto kind = named<letters::LetterKind>(kept.kind);
        if (kept.aboutKind == aboutNote)
            continue;  // shown with its note, to those who may read it
        if (kept.role == DocumentRole::attachment) {
            list.attachments.push_back(std::move(kept));
            continue;
        }
        if (!kind)
            continue;
        LetterLine line;
        line.document = kept.id;
        line.kind = *kind;
        line.variant = named<letters::Variant>(kept.variant).value_or(letters::Variant::standard);
        line.recipientName = kept.recipientName;
        line.need = kept.need;
        line.at = kept.createdAt;
        line.worker = nameOfWorker(workspace, kept.worker);
        line.sent = sentOf(of, sendings, kept.id);
        list.lines.push_back(std::move(line));
    }
}

/// Offers that nobody has taken up yet. A letter to a service that was kept once is not offered again.
void addOffers(const LetterCase& of, LetterList& list, const std::vector<LetterDraft>& drafts)
{
    for (letters::Offer& offer : letters::offers(of.now())) {
        const std::string name = of.recipientName(offer.request);
        const auto taken = [&](const LetterDraft& draft) { return isSame(draft.draft.request, offer.request); };
        const auto kept = [&](const LetterLine& line) {
            return line.kind == offer.request.kind && line.recipientName == name && offer.since &&
                   line.at >= *offer.since;
        };
        if (std::ranges::any_of(drafts, taken) || std::ranges::any_of(list.lines, kept))
            continue;
        list.offers.push_back({std::move(offer.request), name, std::move(offer.why), offer.since});
    }
}

Result<store::DraftRow> keepDraft(Workspace& workspace, const Session& session, const DraftText& text)
{
    // What is written must come back the same: the store's text is as strict as a file from outside.
    if (auto read = exchange::readLetterDraft(text.body); !read)
        return read.error();
    return shelve(workspace, session, text);
}

}  // namespace

Result<LetterList> Letters::list(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewLetters, person.str(), [&](AuditNote&) -> Result<LetterList> {
        auto of = LetterCase::load(m_workspace, session, person);
        if (!of)
            return std::move(of).error();
        auto drafts = draftsOf(m_workspace, *of);
        if (!drafts)
            return std::move(drafts).error();
        LetterList list;
        for (const LetterDraft& draft : *drafts)
            list.lines.push_back(lineOf(draft));
        std::ranges::sort(list.lines, std::greater{}, &LetterLine::at);
        addKept(m_workspace, *of, list);
        addOffers(*of, list, *drafts);
        list.statusLine = letters::statusLine(of->facts({}));
        return list;
    });
}

Result<LetterDraft> Letters::begin(const Session& session, const PersonId& person, const letters::Request& asked)
{
    const auto action = Action::writeLetter;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<LetterDraft> {
        note.detail = "begun " + std::string{holdfast::nameOf(asked.kind)};
        auto of = LetterCase::load(m_workspace, session, person);
        if (!of)
            return std::move(of).error();
        auto agreed = withAgreedTopics(m_workspace, person, asked);
        if (!agreed)
            return std::move(agreed).error();
        const letters::Request& request = *agreed;
        auto drafts = draftsOf(m_workspace, *of);
        if (!drafts)
            return std::move(drafts).error();
        const auto there =
            std::ranges::find_if(*drafts, [&](const LetterDraft& each) { return isSame(each.draft.request, request); });
        if (there != drafts->end())
            return std::move(*there);
        auto text = letters::compose(of->facts(request), request);
        if (!text)
            return std::move(text).error();
        LetterDraft draft;
        draft.id = m_workspace.ids().make<DraftId>().str();
        draft.draft = {request, *std::move(text)};
        auto saved = keepDraft(m_workspace, session, textOf(person, draft));
        if (!saved)
            return std::move(saved).error();
        // Nobody has typed anything yet.
        store::DraftRepository{m_workspace.connection()}.leave(kindOfDraft(draft.id), person, m_workspace.sitting());
        draft.version = saved->version;
        draft.savedAt = saved->savedAt;
        draft.savedBy = session.worker.name;
        draft.recipientName = of->recipientName(request);
        return draft;
    });
}

Result<LetterDraft> Letters::draft(const Session& session, const PersonId& person, const std::string& id)
{
    const auto action = Action::writeLetter;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<LetterDraft> {
        note.detail = "read";
        const auto row = store::DraftRepository{m_workspace.connection()}.find(kindOfDraft(id), person);
        if (!row)
            return Error{ErrorCode::notFound, "draft", {}};
        auto draft = draftOf(m_workspace, *row);
        auto of = LetterCase::load(m_workspace, session, person);
        if (!of)
            return std::move(of).error();
        if (draft)
            draft.value().recipientName = of->recipientName(draft->draft.request);
        return draft;
    });
}

std::vector<Passage> Letters::passagesOf(const letters::Document& document)
{
    return {{"text", letters::plainText(document)}};
}

DraftText Letters::textOf(const PersonId& person, const LetterDraft& draft)
{
    return {kindOfDraft(draft.id), person, exchange::writeLetterDraft(draft.draft), draft.version};
}

Result<LetterDraft> Letters::saveDraft(const Session& session, const PersonId& person, const LetterDraft& draft)
{
    const auto action = Action::writeLetter;
    const DraftText text = textOf(person, draft);
    auto done = audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<LetterDraft> {
        note.detail = "saved";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        auto saved = keepDraft(m_workspace, session, text);
        if (!saved)
            return std::move(saved).error();
        LetterDraft kept = draft;
        kept.version = saved->version;
        kept.savedAt = saved->savedAt;
        kept.savedBy = session.worker.name;
        return kept;
    });
    if (!done && done.error().code == ErrorCode::conflict)
        setAside(m_workspace, session, action, text);
    return done;
}

Result<Done> Letters::discard(const Session& session, const PersonId& person, const std::string& id,
                              std::int64_t version)
{
    const auto action = Action::writeLetter;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "discarded";
        return store::DraftRepository{m_workspace.connection()}.remove(kindOfDraft(id), person, version);
    });
}

Result<letters::Draft> Letters::remake(const Session& session, const PersonId& person, const letters::Request& request)
{
    const auto action = Action::writeLetter;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<letters::Draft> {
        note.detail = "made again";
        auto of = LetterCase::load(m_workspace, session, person);
        if (!of)
            return std::move(of).error();
        auto agreed = withAgreedTopics(m_workspace, person, request);
        if (!agreed)
            return std::move(agreed).error();
        auto text = letters::compose(of->facts(*agreed), *agreed);
        if (!text)
            return std::move(text).error();
        return letters::Draft{*std::move(agreed), *std::move(text)};
    });
}

Result<Letterhead> Letters::letterhead(const Session& session)
{
    return unsaved(m_workspace, session, Action::viewDirectory, {}, [&]() -> Result<Letterhead> {
        const ServiceId& id = session.worker.service;
        if (auto kept = store::LetterheadRepository{m_workspace.connection()}.find(id))
            return *std::move(kept);
        Letterhead head;
        head.service = id;
        if (const Service* service = m_workspace.directory().find(id)) {
            head.organisation = service->name;
            head.address = service->address;
            head.phone = service->phone;
            head.email = service->email;
        }
        return head;
    });
}

Result<Letterhead> Letters::saveLetterhead(const Session& session, const Letterhead& letterhead)
{
    const auto action = Action::setLetterhead;
    return audited(m_workspace, session, action, session.worker.service.str(), [&](AuditNote&) -> Result<Letterhead> {
        if (auto fine = checkLetterhead(letterhead); !fine)
            return std::move(fine).error();
        Letterhead own = letterhead;
        own.service = session.worker.service;
        return store::LetterheadRepository{m_workspace.connection()}.save(std::move(own));
    });
}

}  // namespace holdfast::app
