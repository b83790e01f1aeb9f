#include "app/report_pages.h"

#include "app/unit_of_work.h"
#include "base/log.h"
#include "store/report_pages.h"

namespace holdfast::app {

Result<Done> buildReportPagesIfNeeded(db::Connection& connection)
{
    store::ReportPages pages{connection};
    const auto built = inTransaction(connection, db::Access::read, [&]() -> Result<bool> { return pages.isBuilt(); });
    if (!built)
        return built.error();
    if (*built)
        return Done{};
    return inTransaction(connection, db::Access::write, [&]() -> Result<Done> {
        if (pages.isBuilt())  // somebody else was quicker
            return Done{};
        pages.build();
        log::info("report_pages.built");
        return Done{};
    });
}

}  // namespace holdfast::app
