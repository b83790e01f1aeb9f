// Whose record has been kept for as long as the rules ask, for a supervisor to look at; and who keeps one, or all of them,
// for longer. Letting one go is app/disposals.h.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/retention.h"
#include "domain/retention_keep.h"
#include "store/retention_query.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

enum class RetentionFilter : std::uint8_t { due, soon, kept, all };

struct RetentionQuestion {
    RetentionFilter filter =
        RetentionFilter::due;     ///< `due` by today, `soon` within a year from then, `kept` for longer
    std::optional<Date> dueBy{};  ///< of `all`, kept ones too; nothing: today
    std::optional<store::RetentionCursor> after{};  ///< where the list before ended
    int limit = 200;                                ///< about so many; what was read with them comes along
};

struct RetentionLine {
    PersonId person;  ///< the id that leads the record
    std::string name;
    std::string nhsNumber;
    std::optional<Date> born;
    std::optional<Date> lastContact;
    RetentionReview review;
    std::optional<RetentionKeep> keep;  ///< the one that holds it longest now
    std::string keptBy;                 ///< the name of who decided that
};

struct RetentionList {
    std::vector<RetentionLine> lines;            ///< the longest quiet first; of `kept` the one that ends first
    std::optional<store::RetentionCursor> next;  ///< there is more, or may be
    std::optional<RetentionKeep> everything;     ///< no record may go now, and why
    std::string suspendedBy;                     ///< the name of who decided that
};

struct KeepInput {
    PersonId person;
    Date until;  ///< the first day on which it no longer holds
    std::string reason;
    CommandId command;
};

class Retention {
public:
    explicit Retention(Workspace& workspace) : m_workspace{workspace} {}

    Result<RetentionList> list(const Session& session, const RetentionQuestion& question);
    /// The whole of it, for paper, a file or the command line. ErrorCode::invalid with `where` "records" for more than 100,000.
    Result<RetentionList> whole(const Session& session, RetentionQuestion question);

    /// ErrorCode::invalid with `where` "reason" or "until".
    Result<RetentionKeep> keep(const Session& session, const KeepInput& input);
    /// No record may go until that is lifted. ErrorCode::conflict with `where` "suspended" when it is so already.
    Result<RetentionKeep> suspendAll(const Session& session, const std::string& reason, const CommandId& command);
    /// Of one record or of all. ErrorCode::conflict with `where` "keep" when it was lifted before.
    Result<Done> lift(const Session& session, const RetentionKeepId& keep, const std::string& reason,
                      const CommandId& command);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
