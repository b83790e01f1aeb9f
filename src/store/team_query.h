// What a supervisor sees of a team: what each worker carries, whom they hold, and the declines nobody has confirmed yet.
#pragma once

#include "domain/need.h"
#include "store/person_brief.h"
#include "store/unseen.h"

#include <map>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// What one worker carries now.
struct Caseload {
    int people = 0;     ///< with an open need they hold
    int needs = 0;      ///< open needs they hold
    int acting = 0;     ///< of these, held on paper until a new worker is named
    int overdue = 0;    ///< their own actions whose day has passed
    int alerts = 0;     ///< people they hold whose safety has to be seen to
    int omissions = 0;  ///< people they hold where the joint protocol was not applied, or nobody has said
    int toConfirm = 0;  ///< declines they wrote down that nobody has confirmed
    friend bool operator==(const Caseload&, const Caseload&) = default;
};

/// One open need that a worker holds.
struct HeldNeedRow {
    PersonBrief person;
    Need need = Need::mentalHealth;
    ServiceId service;  ///< that holds
    std::optional<LegState> leg;
    bool acting = false;
    std::optional<Instant> nextDue;
    std::string nextWhat;
    friend bool operator==(const HeldNeedRow&, const HeldNeedRow&) = default;
};

/// A decline as it was written down.
struct DeclineRow {
    PersonBrief person;
    EventId event;
    Need need = Need::mentalHealth;
    std::string service;
    std::string serviceName;
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    Instant at;
    WorkerId author;
    std::string authorName;
    std::string words;
    friend bool operator==(const DeclineRow&, const DeclineRow&) = default;
};

/// How the challenges to one service ended, of the refusals of a period.
struct ChallengeCounts {
    std::string service;
    std::string serviceName;
    int sent = 0;
    int overturned = 0;
    int upheld = 0;  ///< and not overturned since
    int unanswered = 0;
    friend bool operator==(const ChallengeCounts&, const ChallengeCounts&) = default;
};

class TeamQuery {
public:
    TeamQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    /// Of the workers of that service, else (empty) of all. Who carries nothing is not among them.
    std::map<WorkerId, Caseload> caseloads(const ServiceId& service, Instant now) const;

    /// By family name, then need; `limit` rows at most.
    std::vector<HeldNeedRow> heldBy(const WorkerId& worker, int limit) const;

    /// Written down by keyworkers of that service, else of all, oldest first; needs that are closed are left out.
    std::vector<DeclineRow> toConfirm(const ServiceId& service, int limit) const;

    /// Refusals of [from, to] that were challenged, by service.
    std::vector<ChallengeCounts> challenges(Date from, Date to) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
