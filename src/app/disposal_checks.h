// What a disposal asks before it goes on, and the record taken out of the store. Only for disposals.cpp.
#pragma once

#include "app/disposals.h"

namespace holdfast::store {
class RecordRemoval;
}

namespace holdfast::app {

/// Done when its time is over and nobody keeps it; else ErrorCode::refused with "disposal.not_due" or "disposal.kept".
Result<Done> mayGo(Workspace& workspace, const RecordRetention& retention);
/// The same, and the record is as it was when it was proposed; else "disposal.changed".
Result<Done> mayConfirm(Workspace& workspace, const Disposal& proposed);
Error answeredBefore(const DisposalAnswer& answer);

DisposalCase disposalCase(Workspace& workspace, const PersonId& record);

/// In the transaction in which it was confirmed.
void removeRecord(Workspace& workspace, store::RecordRemoval& removal, const DisposalId& disposal);

}  // namespace holdfast::app
