// A bounce report as JSON with stable keys, for other programs.
#pragma once

#include "report/bounce_report.h"

namespace holdfast::exchange {

/// One object, indented, keys in this order, every key always there:
///   report ("bounces"), version (1), from, to, by, service, need (null: all), data_as_of,
///   policy {id, version},
///   totals {bounces, never, handover, soft, people, people_twice_or_more, days_lost, days_lost_median, challenged,
///           overturned, legs_sent, held_now, joined_now, open_without_holder, substance_use_cited,
///           mental_health_cited},
///   groups, by_service, by_reason, by_month: lists of {key, label, bounces, never, handover, soft, people,
///           days_lost_median, challenged, overturned, legs_sent, common_reason},
///   flow: list of {from, to (null: nobody named), count}.
/// A median of nothing is null, and so is a common reason there is not.
std::string writeBounceJson(const report::BounceReport& report);

}  // namespace holdfast::exchange
