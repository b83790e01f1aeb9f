// The retention review list as a file for a spreadsheet.
#pragma once

#include "app/retention.h"

#include <string>

namespace holdfast::app {

/// A header row, then a row for each record: `person`, `name`, `nhs_number`, `born`, `last_contact`, `due`, `rules` (each with
/// its day, the one that holds it longest first), `kept_until`, `kept_by`, `kept_because`. Days are as 2041-03-10.
std::string retentionCsv(const RetentionList& list);

}  // namespace holdfast::app
