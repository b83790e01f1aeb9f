#include "app/draft_shelf.h"

#include "app/record_person.h"
#include "base/log.h"
#include "store/disposal_repository.h"

namespace holdfast::app {
namespace {

constexpr std::string_view asidePrefix = "aside:";

}  // namespace

std::string asideKind(const WorkerId& worker, const std::string& kind)
{
    return std::string{asidePrefix} + worker.str() + ':' + kind;
}

std::optional<std::string> kindSetAside(const WorkerId& worker, const std::string& kind)
{
    const std::string mine = asideKind(worker, {});
    return kind.starts_with(mine) ? std::optional{kind.substr(mine.size())} : std::nullopt;
}

Result<store::DraftRow> shelve(Workspace& workspace, const Session& session, const DraftText& text, store::Step step)
{
    store::DraftRepository drafts{workspace.connection()};
    const WorkerId& worker = session.worker.id;
    if (text.version == 0 && store::DisposalRepository{workspace.connection()}.disposedAt(text.person))
        return noSuchPerson(workspace.connection(), text.person);
    auto saved = drafts.save(
        {text.kind, text.person, text.body, text.version, workspace.clock().now(), worker, workspace.sitting()}, step);
    if (!saved)
        return saved;
    const std::string aside = asideKind(worker, text.kind);
    if (const auto waiting = drafts.find(aside, text.person); waiting && waiting->writing == workspace.sitting())
        if (auto gone = drafts.remove(aside, text.person, waiting->version); !gone)
            return std::move(gone).error();
    return saved;
}

void putAside(Workspace& workspace, const DraftText& text, const WorkerId& worker, const std::string& sitting,
              Instant at)
{
    store::DraftRepository drafts{workspace.connection()};
    if (store::DisposalRepository{workspace.connection()}.disposedAt(text.person))
        return;  // there is nobody left to keep it for
    store::DraftRow row{text.kind, text.person, text.body, 0, at, worker, sitting};
    store::DraftHistory{workspace.connection()}.keep(row);
    row.kind = asideKind(worker, text.kind);
    if (const auto before = drafts.find(row.kind, row.person))
        row.version = before->version;
    if (const auto saved = drafts.save(std::move(row)); !saved)
        log::warn("drafts.not_set_aside", saved.error().code);
}

void setAside(Workspace& workspace, const Session& session, Action action, const DraftText& text)
{
    const auto done = audited(workspace, session, action, text.person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "set aside";
        putAside(workspace, text, session.worker.id, workspace.sitting(), workspace.clock().now());
        return Done{};
    });
    if (!done)
        log::warn("drafts.not_set_aside", done.error().code);
}

}  // namespace holdfast::app
