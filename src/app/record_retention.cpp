#include "app/record_retention.h"

#include "app/workspace.h"
#include "domain/calendar.h"
#include "store/retention_query.h"
#include "store/retention_repository.h"

namespace holdfast::app {

RecordRetention retentionOfRecord(Workspace& workspace, const PersonId& record)
{
    db::Connection& connection = workspace.connection();
    const store::RetentionRepository kept{connection};
    RecordRetention found;
    if (const auto row = store::RetentionQuery{connection, store::everyoneSeen()}.find(record))
        found.review = retentionOf(row->facts);
    found.held = kept.ofAll() || kept.longestOf(record, londonDate(workspace.clock().now()));
    return found;
}

}  // namespace holdfast::app
