#include "app/report_period.h"

namespace holdfast::app {

Result<Done> checkPeriod(Date from, Date to)
{
    if (to < from)
        return Error{ErrorCode::invalid, "to", "expected a day on or after the first day"};
    if (to - from > std::chrono::days{366 * 20})
        return Error{ErrorCode::invalid, "to", "expected at most twenty years"};
    return Done{};
}

std::string periodWords(Date from, Date to)
{
    return formatDate(from) + ' ' + formatDate(to);
}

}  // namespace holdfast::app
