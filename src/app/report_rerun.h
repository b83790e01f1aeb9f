// An old report counted again, as at the event that it was made at.
#pragma once

#include "app/reports.h"
#include "store/disposal_repository.h"

#include <cstdint>
#include <string>

namespace holdfast::app {

/// What a report says of where it comes from.
struct ReportOrigin {
    std::string store;
    std::int64_t events = 0;
    Instant at;
};

struct ReportAsAt {
    report::Document document;
    std::int64_t missing = 0;          ///< events that the report had counted and that are gone
    store::DisposedCounts disposed{};  ///< of records that were disposed of since
    std::int64_t alike = 0;  ///< events of the very instant of the last one that it had not counted, and this one has
};

/// Made in memory from the events that the report knew; the store is only read. What is not kept from before is as it is
/// now: a person's area and date of birth, what a service offers, who works in which team. Audited as an export.
Result<ReportAsAt> reportAsAt(Workspace& workspace, const Session& session, const ReportRequest& request,
                              const ReportOrigin& origin);

}  // namespace holdfast::app
