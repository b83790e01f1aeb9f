#include "app/record_retention.h"

#include "app/history.h"
#include "app/record_person.h"
#include "app/workspace.h"
#include "domain/calendar.h"
#include "store/case_cache.h"

namespace holdfast::app {

RecordRetention retentionOfRecord(Workspace& workspace, const PersonId& record)
{
    db::Connection& connection = workspace.connection();
    RetentionFacts facts;
    if (const auto person = personOfRecord(connection, record))
        facts.born = person->born;
    if (const auto rows = store::CaseCache{connection}.find(record)) {
        facts.open = rows->openNeeds > 0;
        for (const Need need : allNeeds)
            facts.holds[need] = rows->needs[need].firstAskedAt.has_value();
    }
    if (const auto history = History::load(connection, record); history && history->lastAt())
        facts.lastContact = londonDate(*history->lastAt());
    return {retentionOf(facts), false};
}

}  // namespace holdfast::app
