#include "app/retention.h"

#include "app/note_case.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "base/log.h"
#include "domain/calendar.h"
#include "store/command_log.h"
#include "store/record_parts.h"
#include "store/retention_repository.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace holdfast::app {
namespace {

constexpr int batch = 500;       ///< records asked for at a time
constexpr int mostBatches = 20;  ///< of one list: nobody waits for a transaction that reads every closed record
constexpr int mostKept = 1000;
constexpr std::size_t mostTakenOut = 100'000;
constexpr int mostYearsKept = 100;
constexpr int monthsOfYear = 12;

/// Makes the lines of one list.
class Lister {
public:
    Lister(Workspace& workspace, const RetentionQuestion& question)
        : m_workspace{workspace},
          m_connection{workspace.connection()},
          m_question{question},
          m_today{londonDate(workspace.clock().now())}
    {}

    RetentionList run()
    {
        if ((m_list.everything = store::RetentionRepository{m_connection}.ofAll()))
            m_list.suspendedBy = nameOf(m_list.everything->worker);
        if (m_question.filter == RetentionFilter::kept)
            addKept();
        else
            addDue();
        return std::move(m_list);
    }

private:
    std::string nameOf(const WorkerId& worker)
    {
        addName(m_workspace, m_names, worker);
        return m_names.workers[worker];
    }

    Date lastDay() const
    {
        switch (m_question.filter) {
        case RetentionFilter::soon: return addMonths(m_today, monthsOfYear);
        case RetentionFilter::all: return m_question.dueBy.value_or(m_today);
        case RetentionFilter::due:
        case RetentionFilter::kept: break;
        }
        return m_today;
    }

    void addDue()
    {
        const store::RetentionQuery query{m_connection, m_workspace.unseen()};
        const Instant before = londonInstant(lastContactWorthAsking(lastDay()) + std::chrono::days{1}, {});
        m_list.next = m_question.after;
        for (int read = 0; read < mostBatches; ++read) {
            store::RetentionPage page = query.page(before, m_list.next, batch);
            for (store::RetentionRow& row : page.rows)
                addIfAsked(std::move(row));
            m_list.next = page.next;
            if (!page.next || m_list.lines.size() >= static_cast<std::size_t>(m_question.limit))
                return;
        }
    }

    void addIfAsked(store::RetentionRow row)
    {
        RetentionReview review = retentionOf(row.facts);
        if (!review.isDueOn(lastDay()) || (m_question.filter == RetentionFilter::soon && review.isDueOn(m_today)))
            return;
        auto keep = store::RetentionRepository{m_connection}.longestOf(row.person.id, m_today);
        if (keep && m_question.filter != RetentionFilter::all)
            return;
        add(std::move(row), std::move(review), std::move(keep));
    }

    void addKept()
    {
        const store::RetentionQuery query{m_connection, m_workspace.unseen()};
        std::set<PersonId> seen;
        for (const RetentionKeep& each : store::RetentionRepository{m_connection}.standing(m_today, mostKept)) {
            const PersonId record = store::recordOf(m_connection, each.person);
            if (!seen.insert(record).second)
                continue;
            if (auto row = query.find(record)) {
                RetentionReview review = retentionOf(row->facts);
                add(*std::move(row), std::move(review),
                    store::RetentionRepository{m_connection}.longestOf(record, m_today));
            }
        }
    }

    void add(store::RetentionRow row, RetentionReview review, std::optional<RetentionKeep> keep)
    {
        std::string keptBy = keep ? nameOf(keep->worker) : std::string{};
        m_list.lines.push_back({row.person.id, std::move(row.person.name), std::move(row.person.nhsNumber),
                                row.person.born, row.facts.lastContact, std::move(review), std::move(keep),
                                std::move(keptBy)});
    }

    Workspace& m_workspace;
    db::Connection& m_connection;
    const RetentionQuestion& m_question;
    Date m_today;
    NameBook m_names;
    RetentionList m_list;
};

}  // namespace

Result<RetentionList> Retention::list(const Session& session, const RetentionQuestion& question)
{
    return audited(m_workspace, session, Action::reviewRetention, {}, [&](AuditNote& note) -> Result<RetentionList> {
        RetentionList list = Lister{m_workspace, question}.run();
        note.detail = std::to_string(list.lines.size()) + " rows";
        return list;
    });
}

Result<RetentionList> Retention::whole(const Session& session, RetentionQuestion question)
{
    RetentionList all;
    do {
        auto page = unsaved(m_workspace, session, Action::exportRetention, {}, [&]() -> Result<RetentionList> {
            return Lister{m_workspace, question}.run();
        });
        if (!page)
            return page;
        std::ranges::move(page.value().lines, std::back_inserter(all.lines));
        all.everything = std::move(page.value().everything);
        all.suspendedBy = std::move(page.value().suspendedBy);
        question.after = page.value().next;
        if (all.lines.size() > mostTakenOut)
            return Error{ErrorCode::invalid, "records", "expected at most 100,000"};
    } while (question.after);
    const auto noted = audited(m_workspace, session, Action::exportRetention, {}, [&](AuditNote& note) -> Result<Done> {
        note.detail = std::to_string(all.lines.size()) + " rows";
        return Done{};
    });
    return noted ? Result<RetentionList>{std::move(all)} : noted.error();
}

Result<RetentionKeep> Retention::keep(const Session& session, const KeepInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    if (auto fine = checkReason(input.reason); !fine)
        return std::move(fine).error();
    const auto action = Action::reviewRetention;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<RetentionKeep> {
        db::Connection& connection = m_workspace.connection();
        store::RetentionRepository kept{connection};
        if (auto before = kept.byCommand(input.command)) {
            note.detail = "repeated";
            return *std::move(before);
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        const Instant now = m_workspace.clock().now();
        const Date today = londonDate(now);
        if (input.until <= today || input.until > addMonths(today, mostYearsKept * monthsOfYear))
            return Error{ErrorCode::invalid, "until", "expected a day after today, within 100 years"};
        const PersonId record = store::recordOf(connection, input.person);
        RetentionKeep made{m_workspace.ids().make<RetentionKeepId>(),
                           record,
                           input.until,
                           input.reason,
                           session.worker.id,
                           now,
                           input.command};
        if (!store::CommandLog{connection}.remember(
                {input.command, std::string{nameOf(action)}, record.str(), session.worker.id, now}))
            return commandUsed();
        kept.insert(made);
        note = {record.str(), "kept " + made.id.str(), made.reason};
        log::info("record.kept", made.id);
        return made;
    });
}

Result<RetentionKeep> Retention::suspendAll(const Session& session, const std::string& reason, const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    if (auto fine = checkReason(reason); !fine)
        return std::move(fine).error();
    const auto action = Action::reviewRetention;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<RetentionKeep> {
        store::RetentionRepository kept{m_workspace.connection()};
        if (auto before = kept.byCommand(command)) {
            note.detail = "repeated";
            return *std::move(before);
        }
        if (kept.ofAll())
            return Error{ErrorCode::conflict, "suspended", "no record may go already"};
        const Instant now = m_workspace.clock().now();
        RetentionKeep made{m_workspace.ids().make<RetentionKeepId>(), {}, {}, reason, session.worker.id, now, command};
        if (!store::CommandLog{m_workspace.connection()}.remember(
                {command, std::string{nameOf(action)}, made.id.str(), session.worker.id, now}))
            return commandUsed();
        kept.insert(made);
        note = {{}, "suspended " + made.id.str(), reason};
        log::info("retention.suspended", made.id);
        return made;
    });
}

Result<Done> Retention::lift(const Session& session, const RetentionKeepId& keep, const std::string& reason,
                             const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    if (auto fine = checkReason(reason); !fine)
        return fine;
    const auto action = Action::reviewRetention;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<Done> {
        store::RetentionRepository kept{m_workspace.connection()};
        const auto stands = kept.find(keep);
        if (!stands || m_workspace.unseen().contains(stands->person))
            return Error{ErrorCode::notFound, "keep", {}};
        note = {stands->person.str(), "lifted " + keep.str(), reason};
        if (stands->lifted)
            return stands->lifted->command == command ? Result<Done>{Done{}}
                                                      : Error{ErrorCode::conflict, "keep", "lifted already"};
        const Instant now = m_workspace.clock().now();
        if (!store::CommandLog{m_workspace.connection()}.remember(
                {command, std::string{nameOf(action)}, stands->person.str(), session.worker.id, now}))
            return commandUsed();
        if (!kept.lift(keep, {reason, session.worker.id, now, command}))
            return Error{ErrorCode::conflict, "keep", "lifted already"};
        log::info("retention.lifted", keep);
        return Done{};
    });
}

}  // namespace holdfast::app
