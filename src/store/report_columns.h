// The columns that every row of a report has, as they stand one after another, and how a bounce is selected and read. Only
// for the .cpp files of this folder.
#pragma once

#include "report/bounce_report.h"
#include "report/fact.h"
#include "store/columns.h"

namespace holdfast::store {

/// age, area, recorder
inline report::Circumstances circumstancesAt(const db::Row& row, int first)
{
    return {optionalNumberAt(row, first), row.text(first + 1), idAt<WorkerId>(row, first + 2)};
}

/// Of a stretch of London days, both included.
inline constexpr std::string_view bouncesBetween = R"(
    SELECT service, need, code, class, on_day, person, points_to, days_lost, running_from, challenged, overturned,
           substance_use_cited, mental_health_cited, upheld, age, area, recorder, quadrant, attempt, tennis
    FROM bounce
    WHERE on_day BETWEEN ? AND ?)";

/// As they were when the case was folded: without a service's name, and with the days lost by then.
inline void readBounceRow(const db::Row& row, report::BounceRow& bounce)
{
    bounce.service = row.view(0);
    bounce.need = enumAt<Need>(row, 1);
    bounce.code = idAt<ReasonCode>(row, 2);
    bounce.cls = enumAt<BounceClass>(row, 3);
    bounce.on = dateFromDays(row.integer(4));
    bounce.person = idAt<PersonId>(row, 5);
    bounce.pointsTo = row.view(6);
    bounce.daysLost = numberAt(row, 7);
    bounce.challenged = yesAt(row, 9);
    bounce.overturned = yesAt(row, 10);
    bounce.substanceUseCited = yesAt(row, 11);
    bounce.mentalHealthCited = yesAt(row, 12);
    bounce.upheld = yesAt(row, 13);
    bounce.where = circumstancesAt(row, 14);
    bounce.quadrant = row.view(17);
    bounce.attempt = yesAt(row, 18);
    bounce.tennis = yesAt(row, 19);
}

/// Since when more days are lost; nothing when the person was asked about again.
inline std::optional<Instant> runningFrom(const db::Row& row)
{
    return optionalInstantAt(row, 8);
}

/// Whole days that were lost since then besides; none before it.
inline int daysLostSince(Instant from, Instant now)
{
    return from < now ? static_cast<int>(std::chrono::floor<std::chrono::days>(now - from).count()) : 0;
}

/// number, answered_day, answer_due, decided_day, decision_due, accepted_day, bounced, other_need_cited, wishes
inline report::ReferralMarks marksAt(const db::Row& row, int first)
{
    return {numberAt(row, first),           optionalDateAt(row, first + 1), optionalDateAt(row, first + 2),
            optionalDateAt(row, first + 3), optionalDateAt(row, first + 4), optionalDateAt(row, first + 5),
            yesAt(row, first + 6),          yesAt(row, first + 7),          numberAt(row, first + 8)};
}

/// kind, need, service, on_day, until_day, outcome, yes, pence, age, area, recorder
inline report::Fact factAt(const db::Row& row, int first)
{
    return {enumAt<report::FactKind>(row, first),
            enumAt<NeedScope>(row, first + 1),
            row.text(first + 2),
            dateFromDays(row.integer(first + 3)),
            optionalDateAt(row, first + 4),
            enumAt<report::Outcome>(row, first + 5),
            yesAt(row, first + 6),
            numberAt(row, first + 7),
            circumstancesAt(row, first + 8)};
}

}  // namespace holdfast::store
