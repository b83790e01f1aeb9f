// The columns that every row of a report has, as they stand one after another. Only for the .cpp files of this folder.
#pragma once

#include "report/fact.h"
#include "store/columns.h"

namespace holdfast::store {

/// age, area, recorder
inline report::Circumstances circumstancesAt(const db::Row& row, int first)
{
    return {optionalNumberAt(row, first), row.text(first + 1), idAt<WorkerId>(row, first + 2)};
}

/// number, answered_day, answer_due, decided_day, decision_due, accepted_day, bounced, other_need_cited, wishes
inline report::ReferralMarks marksAt(const db::Row& row, int first)
{
    return {numberAt(row, first),           optionalDateAt(row, first + 1), optionalDateAt(row, first + 2),
            optionalDateAt(row, first + 3), optionalDateAt(row, first + 4), optionalDateAt(row, first + 5),
            yesAt(row, first + 6),          yesAt(row, first + 7),          numberAt(row, first + 8)};
}

/// kind, need, service, on_day, until_day, outcome, yes, age, area, recorder
inline report::Fact factAt(const db::Row& row, int first)
{
    return {enumAt<report::FactKind>(row, first),
            enumAt<NeedScope>(row, first + 1),
            row.text(first + 2),
            dateFromDays(row.integer(first + 3)),
            optionalDateAt(row, first + 4),
            enumAt<report::Outcome>(row, first + 5),
            yesAt(row, first + 6),
            circumstancesAt(row, first + 7)};
}

}  // namespace holdfast::store
