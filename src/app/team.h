// A team as its coordinators and supervisors see it: what each worker carries, handing people on with a note, covering
// for somebody who is away, and the declines that nobody has confirmed yet.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/cover.h"
#include "domain/event.h"
#include "engine/verdict.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

struct TeamMember {
    Worker worker;
    std::string serviceName;
    int people = 0;             ///< with an open need they hold
    int needs = 0;              ///< open needs they hold
    int acting = 0;             ///< of these, held on paper until a new worker is named
    int overdue = 0;            ///< their own actions whose day has passed
    int alerts = 0;             ///< people they hold whose safety has to be seen to the same day
    int omissions = 0;          ///< people they hold where the joint protocol was not applied, or nobody has said
    int toConfirm = 0;          ///< declines they wrote down that nobody has confirmed
    std::optional<Cover> away;  ///< now, else the next that is arranged
    std::string coveredBy;      ///< name of who covers then; empty when that worker has left
    bool awayNow = false;
    std::vector<std::string> covers;  ///< names of those they cover for today
    friend bool operator==(const TeamMember&, const TeamMember&) = default;
};

/// What came of the challenges to one service.
struct ChallengeTally {
    std::string serviceName;
    int sent = 0;
    int overturned = 0;
    int upheld = 0;
    int unanswered = 0;
    friend bool operator==(const ChallengeTally&, const ChallengeTally&) = default;
};

struct TeamView {
    Instant now;
    std::vector<TeamMember> members;         ///< by name; who has left only while they still hold somebody
    std::vector<ChallengeTally> challenges;  ///< of refusals of the last twelve months
};

/// A person with the needs that one worker holds.
struct HeldPerson {
    PersonId person;
    std::string name;
    std::optional<int> age;
    std::string pronouns;
    PerNeed<bool> held;
    PerNeed<std::optional<LegState>> leg;
    bool acting = false;
    std::optional<Instant> nextDue;
    std::string nextWhat;
    friend bool operator==(const HeldPerson&, const HeldPerson&) = default;
};

struct UnconfirmedDecline {
    PersonId person;
    std::string name;
    EventId event;
    Need need = Need::mentalHealth;
    std::string serviceName;
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    Instant at;
    std::string authorName;
    std::string words;
    /// The words read like a reason that is never one, under a code of another class: a proposal, never set by itself.
    std::optional<engine::CodeCandidate> masked;
    friend bool operator==(const UnconfirmedDecline&, const UnconfirmedDecline&) = default;
};

/// One decline, opened for a second look.
struct DeclineLook {
    UnconfirmedDecline decline;
    std::string label;                              ///< of the code
    std::string protocol;                           ///< what the protocol says of it
    std::string requiredStep;                       ///< what must follow
    std::vector<engine::CodeCandidate> candidates;  ///< what the words may mean, best first
    std::string policy;                             ///< "england 2026.1"
    std::int64_t version = 0;                       ///< of the case; goes with the record
};

struct ReassignInput {
    WorkerId from;
    WorkerId to;
    std::vector<PersonId> people;
    std::string note;  ///< what the one who takes over must know; stays with the event
    CommandId command;
};

struct Reassigned {
    struct Moved {
        PersonId person;
        std::vector<EventId> events;
        friend bool operator==(const Moved&, const Moved&) = default;
    };
    std::vector<Moved> moved;
    int notHeld = 0;  ///< somebody else had moved them already
    friend bool operator==(const Reassigned&, const Reassigned&) = default;
};

inline constexpr std::size_t mostReassigned = 500;
inline constexpr std::size_t longestNote = 4000;
/// How many workers one can stand in for on one day.
inline constexpr std::size_t mostCovered = 4;

class Team {
public:
    explicit Team(Workspace& workspace) : m_workspace{workspace} {}

    /// `scope` everyone, else the workers of the session's service.
    Result<TeamView> overview(const Session& session, Scope scope);
    Result<std::vector<HeldPerson>> heldBy(const Session& session, const WorkerId& worker);

    /// All of them or none. `from` and `to` work for the same service: to move somebody to another service that service
    /// must accept. Each person gets a worker_changed event that says who, when and the note; each open need keeps a holder.
    Result<Reassigned> reassign(const Session& session, const ReassignInput& input);
    /// Marks the events as entered in error, so that each person is held as before. Returns how many people.
    Result<int> takeBack(const Session& session, const Reassigned& reassigned, const CommandId& command);

    /// ErrorCode::refused with `detail` "cover.overlaps" when either is away or covers somebody on one of the days,
    /// "cover.other_service", "cover.lesser_role" when the cover may not do what the other does, "cover.too_many".
    Result<Cover> arrangeCover(const Session& session, const Cover& cover, const CommandId& command);
    Result<Cover> endCover(const Session& session, const CoverId& cover, std::int64_t version);

    Result<std::vector<UnconfirmedDecline>> declines(const Session& session, Scope scope, int limit);
    Result<DeclineLook> look(const Session& session, const PersonId& person, const EventId& event);

private:
    Workspace& m_workspace;
};

/// Those a worker stands in for on that day.
std::vector<Worker> coveredBy(Workspace& workspace, const WorkerId& worker, Date day);

}  // namespace holdfast::app
