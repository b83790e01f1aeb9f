// Restricted records: who may see one, and how somebody else opens it in an emergency. Whom a worker may not see is asked
// by permitted() in use_case.h; here it is decided.
#pragma once

#include "app/cases.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/restriction.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

struct RestrictInput {
    PersonId person;
    bool restricted = true;
    std::vector<WorkerId> named;  ///< of those who may see the record from now on; nobody when it is lifted
    std::string reason;
    CommandId command;
};

/// How a record stands, for those who may see it.
struct RestrictionState {
    std::vector<Restriction> decisions;  ///< newest first; the first one holds
    std::optional<Emergency> emergency;  ///< by which the worker who asks sees it
    std::vector<WorkerId> holders;       ///< of an open need, an action or an agreed line: they must be named
    std::vector<Worker> workers;         ///< who can be named: holders, then by name
    NameBook names;

    bool restricted() const { return !decisions.empty() && decisions.front().restricted; }
};

/// What the top of a person's pages says.
struct RestrictionBrief {
    bool restricted = false;
    int named = 0;
    std::optional<Emergency> emergency;
    bool maybeTwice = false;  ///< somebody alike is registered too: whoever added them was not told of this record
};

/// By number, or by whole name and date of birth.
struct EmergencyInput {
    std::string nhsNumber;
    std::string name;
    std::optional<Date> born;
    std::string reason;
    CommandId command;
};

struct EmergencyLine {
    Emergency emergency;
    std::optional<EmergencyReview> review;
    std::string personName;  ///< empty for a supervisor who may not see the person
    std::string workerName;
    std::string reviewerName;
    bool open = false;
    bool mine = false;  ///< nobody reviews what they opened themselves
};

/// A restriction is of one record, and who may see it must stay plain: it is lifted before records are joined or parted.
/// Inside a use case; ErrorCode::refused with `where` "restricted.join".
Result<Done> mayBeJoined(Workspace& workspace, const PersonId& one, const PersonId& other);

class Restrictions {
public:
    explicit Restrictions(Workspace& workspace) : m_workspace{workspace} {}

    Result<RestrictionBrief> brief(const Session& session, const PersonId& person);
    Result<RestrictionState> state(const Session& session, const PersonId& person);

    /// ErrorCode::invalid with `where` "reason" or "named"; ErrorCode::refused with `where` "restricted.few",
    /// "restricted.supervisor" or "restricted.holders" when the record would be without those it needs.
    Result<Restriction> decide(const Session& session, const RestrictInput& input);

    /// Opens a restricted record for emergencyLasts. Nothing when none fits that the worker does not see anyway.
    Result<std::optional<Emergency>> open(const Session& session, const EmergencyInput& input);
    /// Gives it back before its time.
    Result<Done> giveBack(const Session& session, const EmergencyId& emergency);

    /// Newest first, for review.
    Result<std::vector<EmergencyLine>> emergencies(const Session& session, bool waiting);
    /// How many wait for a review that this worker may write. Looks at nobody: nothing is noted.
    Result<int> toReview(const Session& session);
    Result<Done> review(const Session& session, const EmergencyId& emergency, const std::string& note,
                        const CommandId& command);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
