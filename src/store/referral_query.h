// Rows of Referrals: every leg that was sent, most overdue first.
#pragma once

#include "domain/need.h"
#include "store/person_brief.h"
#include "store/person_search.h"
#include "store/unseen.h"

namespace holdfast::store {

enum class LegFilter : std::uint8_t {
    all,       ///< every leg that was sent and is not over
    sent,      ///< sent, acknowledged, more information asked for
    silent,    ///< its clock has run out
    refused,   ///< challenged or waiting for a handover
    due,       ///< its next action is due by now
    accepted,  ///< accepted, waiting, started
};
inline constexpr int legFilterCount = 6;

struct LegQuery {
    LegFilter filter = LegFilter::all;
    std::optional<Need> need;
    ServiceId service;  ///< the leg's service; empty: any
    HeldBy heldBy;
    std::string text;  ///< start of a name, as PersonSearch; not counted in the totals
    Instant now;
    std::string after;
    int limit = 100;
};

struct LegRow {
    PersonBrief person;
    Need need = Need::mentalHealth;
    ServiceId service;
    std::string serviceName;
    LegState state = LegState::draft;
    std::optional<Instant> sentAt;
    Instant since;
    std::optional<Instant> due;
    std::string dueWhat;
    int escalationLevel = 0;
    bool silent = false;
    std::string lastReason;
    std::string holderName;

    friend bool operator==(const LegRow&, const LegRow&) = default;
};

struct LegPage {
    std::vector<LegRow> rows;
    std::string next;
};

class ReferralQuery {
public:
    ReferralQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    LegPage page(const LegQuery& query) const;
    std::vector<int> totals(const LegQuery& query) const;  ///< by LegFilter, over the same need, service and holder

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
