#include "app/disposal_checks.h"

#include "app/find_index.h"
#include "base/log.h"
#include "domain/calendar.h"
#include "exchange/meeting_json.h"
#include "store/meeting_repository.h"
#include "store/meta_repository.h"
#include "store/record_removal.h"

#include <algorithm>

namespace holdfast::app {
namespace {

BackupTraces tracesOf(Workspace& workspace)
{
    BackupTraces traces;
    traces.server = workspace.facts().server;
    const std::string at = store::MetaRepository{workspace.connection()}.get(store::metaBackupAt).value_or("");
    if (!traces.server && !at.empty())
        traces.until = drivenOutFrom(workspace.clock().now());
    return traces;
}

/// Who was on the agenda of a meeting, with why, is written on the meeting and not on the person.
void takeOffAgendas(db::Connection& connection, const std::vector<PersonId>& people)
{
    store::MeetingRepository meetings{connection};
    for (const PersonId& person : people)
        for (store::MeetingRow& row : meetings.naming(person)) {
            if (!exchange::readMeetingBody(row.body, row.meeting))
                throw db::Failure{db::Failure::Kind::damaged, "a meeting cannot be read"};
            if (std::erase_if(row.meeting.items, [&](const AgendaItem& item) { return item.person == person; }) == 0)
                continue;
            row.body = exchange::writeMeetingBody(row.meeting);
            if (!meetings.save(row))
                throw db::Failure{db::Failure::Kind::busy, "a meeting was saved by somebody else just now"};
        }
}

}  // namespace

Result<Done> mayGo(Workspace& workspace, const RecordRetention& retention)
{
    if (!retention.review.isDueOn(londonDate(workspace.clock().now())))
        return Error{ErrorCode::refused, "disposal.not_due", {}};
    if (retention.held)
        return Error{ErrorCode::refused, "disposal.kept", {}};
    return Done{};
}

Result<Done> mayConfirm(Workspace& workspace, const Disposal& proposed)
{
    const RecordRetention now = retentionOfRecord(workspace, proposed.person);
    if (auto may = mayGo(workspace, now); !may)
        return may;
    const bool same = now.review.due == proposed.dueOn && now.review.reasons.front().rule == proposed.rule &&
                      store::RecordRemoval{workspace.connection(), proposed.person}.held() == proposed.held;
    return same ? Result<Done>{Done{}} : Error{ErrorCode::refused, "disposal.changed", {}};
}

Error answeredBefore(const DisposalAnswer& answer)
{
    return {ErrorCode::conflict, "disposal",
            answer.kind == DisposalVerdict::confirmed ? "it was confirmed already" : "it was withdrawn"};
}

DisposalCase disposalCase(Workspace& workspace, const PersonId& record)
{
    DisposalCase found;
    const RecordRetention retention = retentionOfRecord(workspace, record);
    found.review = retention.review;
    found.kept = retention.held;
    found.mayGo = mayGo(workspace, retention).has_value();
    found.contents = store::RecordRemoval{workspace.connection(), record}.contents();
    found.backups = tracesOf(workspace);
    return found;
}

void removeRecord(Workspace& workspace, store::RecordRemoval& removal, const DisposalId& disposal)
{
    takeOffAgendas(workspace.connection(), removal.people());
    removal.run(disposal, wordsOfLetter);
    log::info("record.disposed", disposal);
}

}  // namespace holdfast::app
