// Sheets as they are filled in, and what waited on this computer.
#include "app/draft_shelf.h"
#include "app/drafts.h"
#include "app/recorder.h"
#include "app/sha256.h"
#include "base/log.h"
#include "db/sealed.h"
#include "exchange/json_input.h"
#include "exchange/json_output.h"
#include "store/disposal_repository.h"
#include "store/meta_repository.h"

namespace holdfast::app {
namespace {

constexpr std::string_view metaLocalDrafts = "local_drafts";
constexpr std::size_t longestAnswer = 50'000;
constexpr std::size_t nameDigits = 16;

std::optional<db::Secret> secretOf(std::string_view hex)
{
    if (hex.size() != 2 * db::sealingKeyBytes)
        return std::nullopt;
    db::Secret secret{db::sealingKeyBytes};
    for (std::size_t i = 0; i < db::sealingKeyBytes; ++i) {
        const auto digit = [&](char letter) { return letter <= '9' ? letter - '0' : letter - 'a' + 10; };
        secret.bytes()[i] = static_cast<unsigned char>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    }
    return secret;
}

Result<SheetDraft> answersOf(const std::string& body)
{
    return exchange::readJson(body, [](const exchange::JsonIn& in) {
        SheetDraft read;
        const auto answers = in.at("answers");
        for (std::size_t i = 0; i < answers.size(); ++i)
            read.answers.emplace(answers.names()[i], answers[i].text(longestAnswer));
        return read;
    });
}

Result<SheetDraft> sheetOf(Workspace& workspace, const std::string& sheet, const store::DraftRow& row)
{
    auto draft = answersOf(row.body);
    if (!draft)
        return Error{ErrorCode::damaged, "draft" + draft.error().where, draft.error().detail};
    draft.value().sheet = sheet;
    draft.value().person = row.person;
    draft.value().version = row.version;
    draft.value().savedAt = row.savedAt;
    draft.value().wasCutOff = !row.writing.empty() && row.writing != workspace.sitting();
    return draft;
}

}  // namespace

std::string Drafts::kindOfSheet(const Session& session, const std::string& sheet)
{
    return "form:" + sheet + ':' + session.worker.id.str();
}

DraftText Drafts::textOf(const Session& session, const SheetDraft& draft)
{
    exchange::JsonOut out;
    out.beginObject().key("answers").beginObject();
    for (const auto& [field, answer] : draft.answers)
        out.member(field, answer);
    out.endObject().endObject();
    return {kindOfSheet(session, draft.sheet), draft.person, std::move(out).str(), draft.version};
}

Result<std::optional<SheetDraft>> Drafts::sheet(const Session& session, const PersonId& person,
                                                const std::string& sheet)
{
    return unsaved(m_workspace, session, Action::keepDrafts, person.str(), [&]() -> Result<std::optional<SheetDraft>> {
        const auto row = store::DraftRepository{m_workspace.connection()}.find(kindOfSheet(session, sheet), person);
        if (!row)
            return std::optional<SheetDraft>{};
        auto draft = sheetOf(m_workspace, sheet, *row);
        if (!draft)
            return std::move(draft).error();
        return std::optional{*std::move(draft)};
    });
}

Result<SheetDraft> Drafts::saveSheet(const Session& session, const SheetDraft& draft)
{
    const auto action = Action::keepDrafts;
    return audited(m_workspace, session, action, draft.person.str(), [&](AuditNote& note) -> Result<SheetDraft> {
        note.detail = "sheet saved";
        if (!draft.person.empty())
            if (auto known = Recorder{m_workspace}.person(draft.person); !known)
                return std::move(known).error();
        DraftText text = textOf(session, draft);
        // What is written must come back the same: the store's text is as strict as a file from outside.
        if (auto read = answersOf(text.body); !read)
            return read.error();
        const auto before = store::DraftRepository{m_workspace.connection()}.find(text.kind, text.person);
        text.version = before ? before->version : 0;
        auto saved = shelve(m_workspace, session, text);
        if (!saved)
            return std::move(saved).error();
        SheetDraft kept = draft;
        kept.version = saved->version;
        kept.savedAt = saved->savedAt;
        return kept;
    });
}

Result<Done> Drafts::endSheet(const Session& session, const PersonId& person, const std::string& sheet)
{
    const auto action = Action::keepDrafts;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "sheet ended";
        store::DraftRepository drafts{m_workspace.connection()};
        const std::string kind = kindOfSheet(session, sheet);
        const auto row = drafts.find(kind, person);
        return row ? drafts.remove(kind, person, row->version) : Result<Done>{Done{}};
    });
}

Result<std::shared_ptr<LocalDrafts>> Drafts::openLocal(const Session& session, const std::string& folder)
{
    const auto action = Action::keepDrafts;
    auto known = audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<std::string> {
        store::MetaRepository meta{m_workspace.connection()};
        note.detail = "local key read";
        if (auto there = meta.get(metaLocalDrafts))
            return *std::move(there);
        note.detail = "local key made";
        std::string made =
            hexOf(db::Secret::random(nameDigits / 2).view()) + hexOf(db::Secret::random(db::sealingKeyBytes).view());
        meta.set(metaLocalDrafts, made);
        return made;
    });
    if (!known)
        return std::move(known).error();
    auto key = secretOf(std::string_view{*known}.substr(std::min(nameDigits, known->size())));
    if (!key)
        return Error{ErrorCode::damaged, "local_drafts", "the store's key for drafts kept elsewhere is not sound"};
    const std::string store = known->substr(0, nameDigits);
    db::wipe(known.value());
    return std::make_shared<LocalDrafts>(folder, store, m_workspace.sitting(), *std::move(key));
}

Result<Done> Drafts::bringOneHome(const Session& session, const LocalDraft& draft)
{
    const auto action = Action::keepDrafts;
    return audited(m_workspace, session, action, draft.text.person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "brought home";
        if (store::DisposalRepository{m_workspace.connection()}.disposedAt(draft.text.person))
            return Done{};  // and let go of there
        store::DraftRepository drafts{m_workspace.connection()};
        const auto there = drafts.find(draft.text.kind, draft.text.person);
        if (there && there->body == draft.text.body)
            return Done{};
        if (there && there->version != draft.text.version) {
            putAside(m_workspace, draft.text, draft.worker, draft.sitting, draft.savedAt);
            return Done{};
        }
        auto saved = drafts.save({draft.text.kind, draft.text.person, draft.text.body, there ? there->version : 0,
                                  draft.savedAt, draft.worker, draft.sitting});
        if (!saved)
            return std::move(saved).error();
        return Done{};
    });
}

Result<int> Drafts::bringHome(const Session& session, LocalDrafts& local)
{
    int brought = 0;
    for (const LocalDraft& draft : local.leftBehind()) {
        if (draft.worker != session.worker.id)
            continue;  // theirs, when they sign in
        if (auto home = bringOneHome(session, draft); !home)
            return std::move(home).error();
        if (auto gone = local.broughtHome(draft); !gone)
            return std::move(gone).error();
        ++brought;
    }
    return brought;
}

}  // namespace holdfast::app
