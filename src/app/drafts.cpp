#include "app/drafts.h"

#include "app/draft_passages.h"
#include "app/draft_shelf.h"
#include "app/recorder.h"
#include "app/use_case.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr std::string_view sheetPrefix = "form:";
constexpr std::string_view notePrefix = "note:";  // "note:", its id, and whose it is: nobody else's

/// Who may write the draft may see what it was. A sheet is its worker's own.
Result<Action> actionFor(const Session& session, const std::string& kind)
{
    if (kind == "assessment")
        return Action::draftAssessment;
    if (kind.starts_with("letter:"))
        return Action::writeLetter;
    if (kind.starts_with("plan:"))
        return Action::writePlan;
    if (kind.starts_with("meeting:"))
        return Action::runMeeting;
    if (kind.starts_with(notePrefix) && !kind.ends_with(':' + session.worker.id.str()))
        return Error{ErrorCode::forbidden, "draft", "this note is in the making by another worker"};
    if (kind.starts_with(notePrefix))
        return Action::writeNote;
    if (kind.starts_with(sheetPrefix) && !kind.ends_with(':' + session.worker.id.str()))
        return Error{ErrorCode::forbidden, "draft", "this sheet was filled in by another worker"};
    if (kind.starts_with(sheetPrefix))
        return Action::keepDrafts;
    return Action::recordContact;
}

Result<std::string> nameOfPerson(Workspace& workspace, const PersonId& id)
{
    if (id.empty())
        return std::string{};
    auto person = Recorder{workspace}.person(id);
    if (!person)
        return std::move(person).error();
    return displayName(*person);
}

/// What this worker left of it in a sitting that is over: the draft itself, or a text set aside.
std::optional<store::DraftRow> leftOf(Workspace& workspace, const Session& session, const PersonId& person,
                                      const std::string& kind)
{
    const store::DraftRepository drafts{workspace.connection()};
    const WorkerId& worker = session.worker.id;
    for (const std::string& each : {asideKind(worker, kind), kind})
        if (auto row = drafts.find(each, person);
            row && row->worker == worker && !row->writing.empty() && row->writing != workspace.sitting())
            return row;
    return std::nullopt;
}

/// The draft becomes `body`, whoever saved it last, and is left in good order.
Result<Done> restore(Workspace& workspace, const Session& session, const PersonId& person, const std::string& kind,
                     const std::string& body)
{
    store::DraftRepository drafts{workspace.connection()};
    const auto now = drafts.find(kind, person);
    auto saved = shelve(workspace, session, {kind, person, body, now ? now->version : 0}, store::Step::stands);
    if (!saved)
        return std::move(saved).error();
    drafts.leave(kind, person, workspace.sitting());
    return Done{};
}

}  // namespace

Result<std::vector<DraftVersion>> Drafts::versions(const Session& session, const PersonId& person,
                                                   const std::string& kind)
{
    const auto action = actionFor(session, kind);
    if (!action)
        return action.error();
    return audited(
        m_workspace, session, *action, person.str(), [&](AuditNote& note) -> Result<std::vector<DraftVersion>> {
            note.detail = "versions";
            db::Connection& connection = m_workspace.connection();
            const auto now = store::DraftRepository{connection}.find(kind, person);
            std::vector<DraftVersion> versions;
            bool isFound = false;
            for (const auto& row : store::DraftHistory{connection}.versions(kind, person, m_workspace.clock().now())) {
                const bool isNow = !isFound && now && row.body == now->body;
                isFound = isFound || isNow;
                versions.push_back(
                    {row.seq, row.savedAt, nameOfWorker(m_workspace, row.worker), isNow, passagesOf(kind, row.body)});
            }
            return versions;
        });
}

Result<std::int64_t> Drafts::putBack(const Session& session, const PersonId& person, const std::string& kind,
                                     std::int64_t seq)
{
    const auto action = actionFor(session, kind);
    if (!action)
        return action.error();
    return audited(m_workspace, session, *action, person.str(), [&](AuditNote& note) -> Result<std::int64_t> {
        note.detail = "version put back";
        db::Connection& connection = m_workspace.connection();
        const store::DraftHistory history{connection};
        const auto wanted = history.version(kind, person, seq);
        if (!wanted || wanted->body.empty())
            return Error{ErrorCode::notFound, "version", {}};
        std::int64_t before = 0;
        if (const auto now = store::DraftRepository{connection}.find(kind, person))
            for (const auto& row : history.versions(kind, person, m_workspace.clock().now()))
                if (before == 0 && row.body == now->body)
                    before = row.seq;
        if (auto done = restore(m_workspace, session, person, kind, wanted->body); !done)
            return std::move(done).error();
        return before;
    });
}

Result<std::vector<CutOff>> Drafts::cutOff(const Session& session)
{
    return unsaved(m_workspace, session, Action::keepDrafts, {}, [&]() -> Result<std::vector<CutOff>> {
        std::vector<CutOff> found;
        const WorkerId& worker = session.worker.id;
        for (const auto& row : store::DraftRepository{m_workspace.connection()}.cutOff(worker, m_workspace.sitting())) {
            if (m_workspace.unseen().contains(row.person))
                continue;
            auto name = nameOfPerson(m_workspace, row.person);
            if (!name)
                return std::move(name).error();
            const auto overtaken = kindSetAside(worker, row.kind);
            const std::string kind = overtaken.value_or(row.kind);
            const bool known = std::ranges::any_of(
                found, [&](const CutOff& each) { return each.kind == kind && each.person == row.person; });
            if (!known)
                found.push_back({kind, row.person, *std::move(name), row.savedAt, overtaken.has_value()});
        }
        return found;
    });
}

Result<std::optional<Recovered>> Drafts::recovered(const Session& session, const PersonId& person,
                                                   const std::string& kind)
{
    const auto action = actionFor(session, kind);
    if (!action)
        return action.error();
    return unsaved(m_workspace, session, *action, person.str(), [&]() -> Result<std::optional<Recovered>> {
        const auto left = leftOf(m_workspace, session, person, kind);
        if (!left)
            return std::optional<Recovered>{};
        auto name = nameOfPerson(m_workspace, person);
        if (!name)
            return std::move(name).error();
        db::Connection& connection = m_workspace.connection();
        Recovered recovered;
        recovered.what = {kind, person, *std::move(name), left->savedAt, left->kind != kind};
        recovered.now = passagesOf(kind, left->body);
        if (recovered.what.overtaken) {
            if (const auto theirs = store::DraftRepository{connection}.find(kind, person))
                recovered.before = passagesOf(kind, theirs->body);
        } else if (const auto before = store::DraftHistory{connection}.before(kind, person, left->writing)) {
            recovered.before = passagesOf(kind, before->body);
        }
        return std::optional{std::move(recovered)};
    });
}

Result<Done> Drafts::keepRecovered(const Session& session, const PersonId& person, const std::string& kind)
{
    const auto action = actionFor(session, kind);
    if (!action)
        return action.error();
    return audited(m_workspace, session, *action, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "recovered text kept";
        const auto left = leftOf(m_workspace, session, person, kind);
        if (!left)
            return Done{};
        store::DraftRepository drafts{m_workspace.connection()};
        if (left->kind == kind) {
            drafts.leave(kind, person, left->writing);
            return Done{};
        }
        if (auto done = restore(m_workspace, session, person, kind, left->body); !done)
            return done;
        return drafts.remove(left->kind, person, left->version);
    });
}

Result<Done> Drafts::discardRecovered(const Session& session, const PersonId& person, const std::string& kind)
{
    const auto action = actionFor(session, kind);
    if (!action)
        return action.error();
    return audited(m_workspace, session, *action, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "recovered text discarded";
        const auto left = leftOf(m_workspace, session, person, kind);
        if (!left)
            return Done{};
        db::Connection& connection = m_workspace.connection();
        const auto before = store::DraftHistory{connection}.before(kind, person, left->writing);
        if (left->kind == kind && before && !before->body.empty())
            return restore(m_workspace, session, person, kind, before->body);
        return store::DraftRepository{connection}.remove(left->kind, person, left->version);
    });
}

Result<Done> Drafts::leave(const Session& session, const PersonId& person, const std::string& kind)
{
    const auto action = actionFor(session, kind);
    if (!action)
        return action.error();
    return audited(m_workspace, session, *action, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "left";
        store::DraftRepository{m_workspace.connection()}.leave(kind, person, m_workspace.sitting());
        return Done{};
    });
}

}  // namespace holdfast::app
