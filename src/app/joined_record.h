// One record that was joined to another, as the other one shows it.
#pragma once

#include "domain/merge.h"

namespace holdfast::app {

struct JoinedRecord {
    MergeRecord record;
    Person merged;  ///< the details as they are kept under its own id

    friend bool operator==(const JoinedRecord&, const JoinedRecord&) = default;
};

}  // namespace holdfast::app
