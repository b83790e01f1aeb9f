// One case as the makers of report facts read it. Only for report_facts.cpp and report_marks.cpp.
#pragma once

#include "app/history.h"
#include "engine/snapshot.h"
#include "store/case_cache.h"

#include <map>
#include <vector>

namespace holdfast::app {

struct CaseFacts {
    CaseFacts(const engine::Context& with, const Person& of, const History& all, const engine::Snapshot& now);

    const engine::Context& context;
    const Person& person;
    const History& history;
    const engine::Snapshot& today;
    std::vector<const Entry*> standing;      ///< without what was entered in error or has lost its ground since
    PerNeed<std::vector<Instant>> accepted;  ///< when a service took the need, in order
    std::string area;

    report::Circumstances circumstances(Date on, const WorkerId& author) const;
    bool turnsAway(const EventId& event) const;
    /// The first day on which a service began to help with the need.
    std::optional<Date> helped(Need need, Instant since) const;
    /// The first day on which the person was lost from sight with that need: it was met, declined, closed, or they died.
    std::optional<Date> lost(Need need, Instant since) const;
    /// At some time of that day; a need of which somebody learned only later was open from when it was asked about.
    bool wasOpen(Need need, Date day) const;

private:
    /// As things were then, by what stands now; nothing when that cannot be folded.
    std::optional<engine::Snapshot> asOf(Instant at) const;
    bool endedWith(const Event& event, Need need) const;
};

/// Every leg that was sent, with what came of it.
std::vector<store::SentCache> referralsOf(const CaseFacts& facts);

/// Marks each refusal that made two services send the person to each other, once between two joint meetings.
void markTennis(const CaseFacts& facts, std::vector<store::BounceCache>& bounces);

}  // namespace holdfast::app
