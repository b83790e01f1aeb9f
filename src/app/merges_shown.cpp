// What a record shows of those that were joined to it.
#include "app/merges.h"
#include "app/note_case.h"
#include "store/merge_repository.h"
#include "store/person_repository.h"
#include "store/record_parts.h"

namespace holdfast::app {

std::vector<JoinedRecord> joinedTo(Workspace& workspace, const PersonId& record, NameBook& names)
{
    db::Connection& connection = workspace.connection();
    std::vector<JoinedRecord> joined;
    for (MergeRecord& each : store::MergeRepository{connection}.into(store::partsOf(connection, record))) {
        addName(workspace, names, each.merge.worker);
        if (each.undone)
            addName(workspace, names, each.undone->worker);
        auto merged = store::PersonRepository{connection}.find(each.merge.merged);
        joined.push_back({std::move(each), merged ? *std::move(merged) : Person{}});
    }
    return joined;
}

}  // namespace holdfast::app
