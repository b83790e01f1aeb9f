// Rows of Today: outstanding actions with the person they are for, and the summary of who is held.
#pragma once

#include "store/case_cache.h"
#include "store/person_brief.h"
#include "store/unseen.h"

namespace holdfast::store {

/// Whose work. Exactly one is used: desks when not empty, else team when not empty, else everyone.
struct WorkScope {
    std::vector<std::string> desks;  ///< at most 12
    ServiceId team;
    friend bool operator==(const WorkScope&, const WorkScope&) = default;
};

enum class WorkOrder : std::uint8_t {
    urgent,   ///< by group, escalation level downwards, due
    name,     ///< by group, family name, due
    soonest,  ///< by group, due
};

struct WorkRow {
    PersonBrief person;
    ActionCache action;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;
    std::optional<LegState> leg;        ///< of the action's need; nothing when it is about both
    std::optional<Instant> silentFrom;  ///< when the clock of that leg runs or ran out
    std::string ownerName;              ///< of the owning worker, may be empty
    std::string serviceName;            ///< of aboutService, may be empty
    std::string words;                  ///< of the event it answers
    std::optional<Instant> answersAt;   ///< when that happened; nothing when it answers none

    friend bool operator==(const WorkRow&, const WorkRow&) = default;
};

/// People with an open need, by how many of their legs are accepted.
struct HeldCounts {
    int people = 0;
    int bothAccepted = 0;
    int oneOpen = 0;
    int waitingOnBoth = 0;
    int withoutLead = 0;
    int withoutDate = 0;
    friend bool operator==(const HeldCounts&, const HeldCounts&) = default;
};

class WorklistQuery {
public:
    WorklistQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    std::vector<WorkRow> rows(const WorkScope& scope, WorkOrder order, int limit) const;

    /// Outstanding actions by group number, `groups` long.
    std::vector<int> totals(const WorkScope& scope, int groups) const;

    /// People with an open need held by this worker, else by this service, else by anybody (both empty).
    HeldCounts held(const WorkerId& worker, const ServiceId& service) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
