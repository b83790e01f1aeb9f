// Today: what needs somebody, most urgent first, and proof that nobody held is without a lead and a date.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/consent.h"
#include "engine/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// In the fixed order of the page.
enum class WorkGroup : std::uint8_t { crisis, overdueReplies, bounces, checkIns, mdtActions, turning18, unanswered };

/// An answer about sharing whose day has come, or the assessment that a carer is owed.
struct ReviewDue {
    ShareKind with = ShareKind::betweenServices;
    CarerId carer;
    std::string carerName;
    bool assessment = false;
    friend bool operator==(const ReviewDue&, const ReviewDue&) = default;
};

struct WorkItem {
    WorkGroup group = WorkGroup::checkIns;
    PersonId person;
    std::string name;
    std::optional<int> age;
    std::string pronouns;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;
    engine::NextAction action;
    std::string ownerName;    ///< the worker's name, or empty for a role
    std::string coverFor;     ///< who is away today and has it on their list; empty: it is on one's own
    std::string serviceName;  ///< the service the action is about, may be empty
    std::string words;        ///< what the service said, if the action answers a bounce
    std::string reason;       ///< reason code of that bounce, may be empty
    std::optional<LegState> leg;
    int workingDaysOverdue = 0;         ///< 0 when not overdue
    std::string line{};                 ///< of what was agreed in a plan or a meeting: its id, to mark it as done
    std::optional<ReviewDue> review{};  ///< what is to be asked again, or offered
    std::optional<Instant> since;       ///< since when this clock runs: of a late reply, since when it is late;
                                        ///< of an answer to a refusal, since the refusal
    friend bool operator==(const WorkItem&, const WorkItem&) = default;
};

struct HeldSummary {
    int people = 0;
    int bothAccepted = 0;
    int oneOpen = 0;  ///< one accepted, one open
    int waitingOnBoth = 0;
    int withoutLead = 0;  ///< always 0: HELD
    int withoutDate = 0;  ///< always 0: NEXT
    friend bool operator==(const HeldSummary&, const HeldSummary&) = default;
};

enum class WorkSort : std::uint8_t { mostUrgent, byName, bySoonest };

struct TodayQuery {
    Scope scope = Scope::mine;
    WorkSort sort = WorkSort::mostUrgent;
    int limit = 200;  ///< rows at most; `total` still counts all
    friend bool operator==(const TodayQuery&, const TodayQuery&) = default;
};

struct Today {
    Instant now;
    std::vector<WorkItem> items;   ///< by group, then as sorted
    std::vector<int> groupTotals;  ///< by WorkGroup
    int total = 0;
    HeldSummary held;
};

/// Everything due, as far as `viewReferrals` shows it.
enum class ReferralFilter : std::uint8_t { all, sent, silent, refused, due, accepted };

struct ReferralRow {
    PersonId person;
    std::string name;
    std::string pronouns;
    std::optional<int> age;
    Need need = Need::mentalHealth;
    ServiceId service;
    std::string serviceName;
    LegState state = LegState::draft;
    std::optional<Instant> sentAt;
    Instant stateSince;
    std::optional<Instant> due;  ///< next action of this need
    std::string dueWhat;
    int escalationLevel = 0;
    bool silent = false;
    std::string lastReason;  ///< code of the latest refusal by this service, may be empty
    int workingDaysOverdue = 0;
    std::string holderName;
    friend bool operator==(const ReferralRow&, const ReferralRow&) = default;
};

struct ReferralQuery {
    ReferralFilter filter = ReferralFilter::all;
    std::optional<Need> need;
    std::optional<ServiceId> service;
    Scope scope = Scope::everyone;
    std::string text;  ///< start of a name
    std::string after;
    int limit = 100;
    friend bool operator==(const ReferralQuery&, const ReferralQuery&) = default;
};

struct ReferralPage {
    std::vector<ReferralRow> rows;
    std::string next;
    std::vector<int> totals;  ///< by ReferralFilter, over the same scope, need and service
};

class Worklist {
public:
    explicit Worklist(Workspace& workspace) : m_workspace{workspace} {}

    Result<Today> today(const Session& session, const TodayQuery& query);
    Result<ReferralPage> referrals(const Session& session, const ReferralQuery& query);
    /// The totals of such a page without its rows.
    Result<std::vector<int>> referralTotals(const Session& session, const ReferralQuery& query);

    /// Brings the cached states up to `now`: silences that began, rungs that opened, birthdays near. Runs at opening
    /// and every few minutes; cheap when nothing is due. Returns how many cases changed.
    Result<int> sweep(const Session& session);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
