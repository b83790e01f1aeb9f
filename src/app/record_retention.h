// Whether a record's time is over, from what the store knows of it now.
#pragma once

#include "base/id.h"
#include "domain/retention.h"

#include <optional>

namespace holdfast::app {

class Workspace;

struct RecordRetention {
    RetentionReview review;
    bool held = false;  ///< somebody keeps it, or every record, for longer
};

/// Of the record that this id leads; inside a use case.
RecordRetention retentionOfRecord(Workspace& workspace, const PersonId& record);

}  // namespace holdfast::app
