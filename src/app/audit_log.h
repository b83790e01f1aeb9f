// Reading the audit: for supervisors, line by line; for a person who asks who has looked at their record.
#pragma once

#include "app/access.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/person.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// What sort of thing was done.
enum class AuditKind : std::uint8_t { looked, changed, takenOut, signedIn, emergency, kept };

/// `takenOut` is what was printed, saved as a file or exported; `emergency` is a restricted record opened by somebody who
/// is not named, and its review; `kept` is work on the store itself, its lists and rules.
AuditKind kindOf(Action action);

struct AuditQuestion {
    std::optional<WorkerId> worker;
    std::optional<PersonId> person;
    std::optional<AuditKind> kind;
    bool refusedOnly = false;
    std::optional<Date> from;  ///< London days, both included
    std::optional<Date> to;
    std::string after;  ///< where the page before ended
    int limit = 100;
    friend bool operator==(const AuditQuestion&, const AuditQuestion&) = default;
};

struct AuditLine {
    std::int64_t seq = 0;
    Instant at;
    WorkerId worker;
    std::string workerName;  ///< empty for the program itself
    std::optional<Role> role;
    std::string serviceName;
    std::optional<Action> action;  ///< nothing for what the program noted about the audit itself
    bool refused = false;
    std::string subject;
    std::string personName;
    std::string detail;
    std::string reason;
};

struct AuditPage {
    std::vector<AuditLine> rows;
    std::string next;
};

/// One worker on one day, as the person may read it.
struct LookedLine {
    Date day;
    std::string workerName;
    std::optional<Role> role;
    std::string serviceName;
    int looked = 0;
    int changed = 0;
    int takenOut = 0;
    int emergencies = 0;  ///< opened although restricted, for a reason that was written down
    int refused = 0;
};

struct WhoLooked {
    Person person;
    std::vector<LookedLine> lines;  ///< newest first
    std::optional<Date> since;      ///< the day of the oldest entry
};

class AuditLog {
public:
    explicit AuditLog(Workspace& workspace) : m_workspace{workspace} {}

    Result<AuditPage> page(const Session& session, const AuditQuestion& question);
    /// All that the question asks for, as CSV. ErrorCode::invalid when that is more than a spreadsheet takes.
    Result<std::string> csv(const Session& session, const AuditQuestion& question);
    /// The same lines for paper, at most some thousands.
    Result<AuditPage> forPaper(const Session& session, const AuditQuestion& question);
    Result<WhoLooked> whoLooked(const Session& session, const PersonId& person);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
