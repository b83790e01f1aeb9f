// What the reports count, read from one person's history: each referral with what came of it, who played tennis, when help
// was asked for and came. Part of the rows that case_cache.h makes.
#pragma once

#include "app/history.h"
#include "engine/snapshot.h"
#include "store/case_cache.h"

namespace holdfast::app {

/// Fills in the referrals, what went well and the other facts, and what the reports want to know of the bounces, which
/// are there already: one for each of the snapshot's, in its order.
void addReportFacts(store::CaseCacheRows& rows, const engine::Context& context, const Person& person,
                    const History& history, const engine::Snapshot& today);

}  // namespace holdfast::app
