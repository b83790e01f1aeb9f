// What the engine made of each case, as rows that lists and reports read. Written in the transaction of the event that
// changed it; can be dropped and rebuilt from the events. The caller (app) turns a snapshot into these rows.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"
#include "report/fact.h"
#include "report/waits.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// One of the two needs, with its holder, its leg and its first next action. An empty id means none. The database
/// refuses an open need without holder service, holder worker and next due time: HELD and NEXT.
struct NeedCache {
    NeedStatus status = NeedStatus::notAsked;
    std::optional<Severity> severity;
    std::string detail;  ///< "psychosis, low mood" as lists show it
    std::optional<Instant> firstAskedAt;
    ServiceId holderService;
    WorkerId holderWorker;
    std::optional<Instant> heldSince;
    bool acting = false;
    std::optional<LegState> legState;
    ServiceId legService;
    std::optional<Instant> legSince;
    std::optional<Instant> sentAt;
    std::optional<Instant> silentFrom;  ///< readers call the leg silent once this has passed
    std::optional<Instant> nextDue;     ///< earliest action that covers this need
    std::string nextWhat;
    int escalationLevel = 0;
    std::string lastReason;  ///< code of the latest refusal by legService, may be empty

    friend bool operator==(const NeedCache&, const NeedCache&) = default;
};

struct ActionCache {
    NeedScope need = NeedScope::both;
    std::string what;
    std::string ownerRole;  ///< name of engine::OwnerRole: "worker", "coordinator", ...
    WorkerId ownerWorker;
    ServiceId ownerService;
    Instant due;
    RuleId rule;
    int escalationLevel = 0;
    int group = 0;              ///< static_cast<int>(app::WorkGroup): the place on Today
    std::string desk;           ///< whose list it is on: deskOf(...)
    ServiceId team;             ///< which service's list it is on
    ServiceId aboutService;     ///< the service the action is about
    std::string reason;         ///< reason code of the bounce it answers, may be empty
    std::int64_t eventSeq = 0;  ///< seq of the event it answers (for its words), 0 for none
    PersonId eventPerson{};     ///< under which id that is; empty: the record's own

    friend bool operator==(const ActionCache&, const ActionCache&) = default;
};

struct BounceCache {
    EventId event;  ///< of a silence: the event whose clock ran out, may be empty
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    std::string service;  ///< directory id, or the source of an attempt
    Need need = Need::mentalHealth;
    ServiceId pointsTo;
    Instant at;
    Date on;                             ///< London day of `at`
    int daysLost = 0;                    ///< at computedAt
    std::optional<Instant> runningFrom;  ///< days are still being lost; readers add the whole days since then
    bool challenged = false;
    bool overturned = false;
    bool substanceUseCited = false;
    bool mentalHealthCited = false;
    WorkerId author;      ///< who wrote the answer down; empty for a silence or an attempt
    bool looked = false;  ///< somebody looked at it a second time
    bool upheld = false;  ///< challenged, and the service stood by it
    report::Circumstances where{};
    std::string quadrant;  ///< as last assessed before, in the policy's words; may be empty
    bool attempt = false;  ///< at a door, before any referral
    bool tennis = false;   ///< the refusal with which two services came to send the person to each other

    friend bool operator==(const BounceCache&, const BounceCache&) = default;
};

/// One leg sent, for "referrals sent in the period".
struct SentCache {
    Need need = Need::mentalHealth;
    ServiceId service;
    Date on;                                  ///< London day
    std::optional<report::WaitState> wait{};  ///< of the wait that began with it; nothing where one went on already
    std::optional<Date> until{};              ///< its last London day; nothing while the person waits
    report::ReferralMarks marks{};
    report::Circumstances where{};
    friend bool operator==(const SentCache&, const SentCache&) = default;
};

/// One thing that a service did well.
struct WentWellCache {
    ServiceId service;
    NeedScope need = NeedScope::both;
    bool heldBoth = false;
    Date on;  ///< London day
    friend bool operator==(const WentWellCache&, const WentWellCache&) = default;
};

struct CaseCacheRows {
    PersonId person;
    std::int64_t version = 0;  ///< number of events folded
    Instant computedAt;
    std::optional<Instant> nextWake;  ///< when time alone will change it
    ClaspState clasp = ClaspState::released;
    int openNeeds = 0;      ///< 0 to 2
    int acceptedNeeds = 0;  ///< open needs whose leg is accepted, waiting or started
    bool died = false;
    std::optional<Date> diedOn{};    ///< nothing also where it was recorded without a day that stands
    std::optional<Instant> lastAt;   ///< when the last event happened; nothing = none yet
    std::optional<Instant> nextDue;  ///< of all actions; the database refuses an open need without
    WorkerId accountable;            ///< who answers for the person now, empty when nobody needs to
    std::string policyVersion;
    PerNeed<NeedCache> needs;
    std::vector<ActionCache> actions;
    std::vector<BounceCache> bounces;
    std::vector<SentCache> sent;
    std::vector<WentWellCache> wentWell;
    std::vector<report::Fact> facts;

    friend bool operator==(const CaseCacheRows&, const CaseCacheRows&) = default;
};

/// The column last_at of somebody who was only registered: before everything, so that one index has them all.
inline constexpr Instant noEventYet = instantFromMillis(-100'000'000'000'000);

/// The lists an action can lie on. A worker reads their own desk and those of their role in their service.
std::string deskOf(const WorkerId& worker);
std::string deskOf(std::string_view ownerRole, const ServiceId& service);

class CaseCache {
public:
    explicit CaseCache(db::Connection& connection) : m_connection{connection} {}

    /// Puts these rows in the place of all that was cached for this person.
    void replace(const CaseCacheRows& rows);
    /// The same for a person who has no rows yet: what bulk work uses. ReportPages::build() must follow.
    void insert(const CaseCacheRows& rows);

    std::optional<CaseCacheRows> find(const PersonId& person) const;

    /// Cases that time alone has changed by `now`, earliest first.
    std::vector<PersonId> waking(Instant now, int limit) const;

    /// Drops what is cached under this id: the person was joined to another.
    void remove(const PersonId& person);

    /// Drops every cached row of every person, except from the report's pages.
    void clear();

private:
    void drop(const PersonId& person);

    db::Connection& m_connection;
};

}  // namespace holdfast::store
