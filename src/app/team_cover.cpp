// Covering for somebody who is away. Nothing changes hands: on those days the work of the one is on the other's list too.
#include "app/team.h"

#include "app/use_case.h"
#include "base/text.h"
#include "domain/calendar.h"
#include "store/command_log.h"
#include "store/cover_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr std::size_t longestCoverNote = 1000;
constexpr std::chrono::days longestCover{366};

Error refusedBecause(const char* where, const char* why)
{
    return {ErrorCode::refused, where, why};
}

Result<Done> checkDays(const Cover& cover, Date today)
{
    if (cover.to < cover.from || cover.to - cover.from > longestCover)
        return Error{ErrorCode::invalid, "to", "expected a last day on or after the first, within a year"};
    if (cover.to < today)
        return Error{ErrorCode::invalid, "to", "expected a day that has not passed"};
    if (cover.note.size() > longestCoverNote || !isValidUtf8(cover.note))
        return Error{ErrorCode::invalid, "note", "expected a note of at most 1000 bytes"};
    return Done{};
}

/// A cover works for the same service and may do at least what the other does.
Result<Done> checkPair(const Cover& cover, db::Connection& connection)
{
    const store::WorkerRepository workers{connection};
    const auto away = workers.find(cover.worker);
    const auto by = workers.find(cover.by);
    if (!away || !away->active || away->role == Role::administrator)
        return Error{ErrorCode::invalid, "worker", "expected a worker who is here and works with people"};
    if (!by || !by->active || by->role == Role::administrator || by->id == away->id)
        return Error{ErrorCode::invalid, "by", "expected another worker who is here and works with people"};
    if (away->service != by->service)
        return refusedBecause("by", "cover.other_service");
    if (by->role < away->role)
        return refusedBecause("by", "cover.lesser_role");
    return Done{};
}

/// On no day somebody is away twice, or stands in for another while away.
Result<Done> checkOverlaps(const Cover& cover, const std::vector<Cover>& others)
{
    std::size_t covered = 0;
    for (const Cover& other : others) {
        if (!other.touches(cover.from, cover.to))
            continue;
        if (other.worker == cover.worker || other.by == cover.worker)
            return refusedBecause("from", "cover.overlaps");
        if (other.worker == cover.by)
            return refusedBecause("by", "cover.overlaps");
        if (other.by == cover.by)
            ++covered;
    }
    if (covered >= mostCovered)
        return refusedBecause("by", "cover.too_many");
    return Done{};
}

}  // namespace

Result<Cover> Team::arrangeCover(const Session& session, const Cover& given, const CommandId& command)
{
    const Action action = Action::arrangeCover;
    return audited(m_workspace, session, action, given.worker.str(), [&](AuditNote& note) -> Result<Cover> {
        db::Connection& connection = m_workspace.connection();
        store::CoverRepository covers{connection};
        store::CommandLog commands{connection};
        if (const auto known = commands.find(command)) {
            const auto cover = known->action == nameOf(action) ? covers.find(CoverId{known->subject}) : std::nullopt;
            if (!cover)
                return commandUsed();
            note.detail = "repeated";
            return *cover;
        }
        const Instant now = m_workspace.clock().now();
        const Date today = londonDate(now);
        if (auto checked = checkDays(given, today); !checked)
            return std::move(checked).error();
        if (auto checked = checkPair(given, connection); !checked)
            return std::move(checked).error();
        if (auto checked = checkOverlaps(given, covers.from(std::min(today, given.from))); !checked)
            return std::move(checked).error();
        Cover cover = given;
        cover.id = m_workspace.ids().make<CoverId>();
        cover.arrangedBy = session.worker.id;
        cover.arrangedAt = now;
        cover.endedAt.reset();
        commands.remember({command, std::string{nameOf(action)}, cover.id.str(), session.worker.id, now});
        note.detail = "by " + cover.by.str() + " " + formatDate(cover.from) + " to " + formatDate(cover.to);
        return covers.insert(cover);
    });
}

Result<Cover> Team::endCover(const Session& session, const CoverId& id, std::int64_t version)
{
    return audited(m_workspace, session, Action::arrangeCover, {}, [&](AuditNote& note) -> Result<Cover> {
        store::CoverRepository covers{m_workspace.connection()};
        auto cover = covers.find(id);
        if (!cover)
            return Error{ErrorCode::notFound, "cover", {}};
        note = {cover->worker.str(), "ended"};
        cover->version = version;
        return covers.end(*cover, m_workspace.clock().now());
    });
}

std::vector<Worker> coveredBy(Workspace& workspace, const WorkerId& worker, Date day)
{
    std::vector<Worker> covered;
    const store::WorkerRepository workers{workspace.connection()};
    for (const Cover& cover : store::CoverRepository{workspace.connection()}.from(day))
        if (cover.by == worker && cover.includes(day) && covered.size() < mostCovered)
            if (auto away = workers.find(cover.worker))
                covered.push_back(*std::move(away));
    return covered;
}

}  // namespace holdfast::app
