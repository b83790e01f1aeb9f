// Plans that were agreed, what of them was marked as done, and the lines that stand: who does what by when.
#pragma once

#include "domain/plan.h"
#include "store/person_brief.h"
#include "store/unseen.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// A line that stands, wherever it was agreed.
struct AgreedLine {
    PersonId person;
    std::string source;  ///< the kind of plan, or "meeting"
    PlanLine line;       ///< with a due day
    bool open = true;    ///< still to do
    friend bool operator==(const AgreedLine&, const AgreedLine&) = default;
};

/// The same with whom it is for and who does it.
struct LineRow {
    AgreedLine agreed;
    PersonBrief person;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;
    std::string workerName;
    friend bool operator==(const LineRow&, const LineRow&) = default;
};

/// Whose lines. Exactly one is used: workers when not empty, else team when not empty, else everyone's.
struct LineScope {
    std::vector<WorkerId> workers;  ///< at most 8
    ServiceId team;
    Unseen unseen;
    friend bool operator==(const LineScope&, const LineScope&) = default;
};

class PlanRepository {
public:
    explicit PlanRepository(db::Connection& connection) : m_connection{connection} {}

    /// False when there is such a number of that kind already.
    bool insert(const Plan& plan, const std::string& body);
    std::optional<PlanId> byCommand(const CommandId& command) const;

    struct Row {
        Plan plan;         ///< without its content
        std::string body;  ///< of its content
    };
    std::vector<Row> forPerson(const PersonId& person) const;  ///< by kind, newest first

    void mark(const PlanMark& mark);
    std::vector<PlanMark> marks(const PersonId& person) const;  ///< by line, then number

    /// The lines of one source take the place of what stood of it.
    void standInstead(const PersonId& person, const std::string& source, const std::vector<AgreedLine>& lines);
    void put(const AgreedLine& line);
    void setOpen(const PersonId& person, const std::string& line, bool open);
    std::vector<AgreedLine> lines(const PersonId& person) const;  ///< open and done, by due day

    /// Still to do by a worker, due by that day, most overdue first.
    std::vector<LineRow> due(const LineScope& scope, Date by, int limit) const;
    int countDue(const LineScope& scope, Date by) const;

    /// How many actions of the engine a line of a meeting stands for.
    int countStandIns(const LineScope& scope) const;
    /// Whether a line of a meeting stands for what the engine asks of this person in these words.
    bool standsFor(const PersonId& person, const std::string& what) const;

private:
    PersonId ownerOf(const PersonId& person, const std::string& line) const;

    db::Connection& m_connection;
};

}  // namespace holdfast::store
