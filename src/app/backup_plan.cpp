// When backups are due, and what is remembered of them in the store.
#include "app/backups.h"
#include "app/use_case.h"
#include "db/backup.h"
#include "db/connection.h"
#include "domain/calendar.h"
#include "store/meta_repository.h"

#include <charconv>
#include <filesystem>
#include <optional>

namespace holdfast::app {
namespace {

constexpr auto aDay = std::chrono::minutes{24 * 60};

std::optional<std::chrono::minutes> minutesIn(const std::string& text)
{
    int minutes = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || minutes < 0 || minutes >= aDay.count())
        return std::nullopt;
    return std::chrono::minutes{minutes};
}

BackupPlan planIn(db::Connection& connection)
{
    const store::MetaRepository meta{connection};
    return {meta.get(store::metaBackupFolder).value_or(""), minutesIn(meta.get(store::metaBackupAt).value_or(""))};
}

BackupStanding standingIn(db::Connection& connection, Instant now)
{
    const auto last = store::MetaRepository{connection}.get(store::metaBackupLast);
    return standingOf(planIn(connection), last ? parseInstant(*last) : std::nullopt, now);
}

Result<Done> checked(const BackupPlan& plan)
{
    std::error_code problem;
    if (plan.dailyAt && (plan.dailyAt->count() < 0 || *plan.dailyAt >= aDay))
        return Error{ErrorCode::invalid, "dailyAt", "expected a time of day"};
    if (plan.dailyAt && plan.folder.empty())
        return Error{ErrorCode::invalid, "folder", "expected a folder to keep backups in"};
    if (!plan.folder.empty() &&
        (!std::filesystem::path{plan.folder}.is_absolute() || !std::filesystem::is_directory(plan.folder, problem)))
        return Error{ErrorCode::notFound, plan.folder, "there is no such folder; choose another one"};
    return Done{};
}

}  // namespace

Instant lastDue(std::chrono::minutes dailyAt, Instant now)
{
    const Date today = londonDate(now);
    const Instant due = londonInstant(today, dailyAt);
    return due <= now ? due : londonInstant(today - std::chrono::days{1}, dailyAt);
}

BackupStanding standingOf(const BackupPlan& plan, std::optional<Instant> last, Instant now)
{
    BackupStanding standing{plan, last};
    if (!plan.dailyAt)
        return standing;
    const Instant due = lastDue(*plan.dailyAt, now);
    // One from a later moment: the computer's clock was set back. What its time says is not believed.
    standing.due = !last || *last < due || *last > now;
    standing.overdue = standing.due && (!last || *last < due - aDay);
    return standing;
}

Result<BackupStanding> Backups::standing(const Session& session)
{
    return unsaved(m_workspace, session, Action::backUpStore, {}, [&]() -> Result<BackupStanding> {
        if (auto possible = jobFor({}); !possible)
            return possible.error();
        return standingIn(m_workspace.connection(), m_workspace.clock().now());
    });
}

Result<Done> Backups::keepPlan(const Session& session, const BackupPlan& plan)
{
    if (auto sound = checked(plan); !sound)
        return sound;
    return audited(m_workspace, session, Action::planBackups, {}, [&](AuditNote& note) -> Result<Done> {
        if (auto possible = jobFor({}); !possible)
            return possible.error();
        store::MetaRepository meta{m_workspace.connection()};
        const std::string at = plan.dailyAt ? std::to_string(plan.dailyAt->count()) : std::string{};
        meta.set(store::metaBackupFolder, plan.folder);
        meta.set(store::metaBackupAt, at);
        note.detail = at.empty() ? "by hand" : "daily, " + at + " minutes after midnight";
        return Done{};
    });
}

Result<std::optional<BackupJob>> Backups::beginDue(const Session& session)
{
    using Due = std::optional<BackupJob>;
    return unsaved(m_workspace, session, Action::backUpWhenDue, {}, [&]() -> Result<Due> {
        const BackupStanding standing = standingIn(m_workspace.connection(), m_workspace.clock().now());
        if (!standing.due)
            return Due{};
        auto made = jobFor(standing.plan.folder);
        return made ? Result<Due>{Due{*std::move(made)}} : made.error();
    });
}

Result<Done> Backups::noteMade(const Session& session, const BackupMade& made)
{
    return audited(m_workspace, session, Action::backUpWhenDue, {}, [&](AuditNote& note) -> Result<Done> {
        const auto at = madeAt(made.file);
        if (!at)
            return Error{ErrorCode::invalid, "file", "expected the name of a backup"};
        store::MetaRepository{m_workspace.connection()}.set(store::metaBackupLast, formatInstant(*at));
        note.detail = formatInstant(*at) + ", read back";
        return Done{};
    });
}

}  // namespace holdfast::app
