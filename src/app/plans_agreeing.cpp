// A plan is agreed: its draft becomes a version, its lines stand, and an aftercare plan is recorded for its needs.
#include "app/note_case.h"
#include "app/plans.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "domain/calendar.h"
#include "exchange/plan_json.h"
#include "store/command_log.h"
#include "store/draft_repository.h"
#include "store/plan_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

class Agreeing {
public:
    Agreeing(Workspace& workspace, const AgreePlanInput& input, Worker worker, PlanContent content)
        : m_workspace{workspace}, m_input{input}, m_worker{std::move(worker)}, m_content{std::move(content)}
    {}

    Result<PlanId> agree()
    {
        if (auto fine = checkPlan(m_content, londonDate(m_now)); !fine)
            return std::move(fine).error();
        if (auto known = checkWorkers(); !known)
            return std::move(known).error();
        if (auto recorded = record(); !recorded)
            return std::move(recorded).error();
        Plan plan;
        plan.id = m_workspace.ids().make<PlanId>();
        plan.person = m_input.person;
        plan.content = m_content;
        plan.number = 1;
        for (const auto& row : m_plans.forPerson(m_input.person))
            if (row.plan.content.kind == m_content.kind)
                plan.number = std::max(plan.number, row.plan.number + 1);
        plan.author = m_worker.id;
        plan.role = m_worker.role;
        plan.service = m_worker.service;
        plan.agreedAt = m_now;
        plan.command = m_input.command;
        if (!m_plans.insert(plan, exchange::writePlan(m_content)))
            return Error{ErrorCode::conflict, "version", "somebody agreed another version at the same time"};
        stand();
        return plan.id;
    }

private:
    Result<Done> checkWorkers() const
    {
        const store::WorkerRepository workers{m_workspace.connection()};
        for (std::size_t i = 0; i < m_content.lines.size(); ++i)
            if (const WorkerId& id = m_content.lines[i].worker; !id.empty()) {
                const auto worker = workers.find(id);
                if (!worker || !worker->active || !authorise(*worker, Action::viewPlans))
                    return Error{ErrorCode::invalid, "lines/" + std::to_string(i) + "/owner", "expected a worker"};
            }
        return Done{};
    }

    /// The command is remembered with the events, or by itself where a plan is no event.
    Result<Done> record()
    {
        const std::string action{nameOf(Action::agreePlan)};
        std::vector<Submission> submissions;
        if (m_content.kind == PlanKind::aftercare)
            for (const Need need : allNeeds)
                if (covers(m_content.need, need))
                    submissions.push_back({m_now,
                                           event::AftercarePlanned{need, m_content.until, false},
                                           m_content.personsView,
                                           {},
                                           {},
                                           {},
                                           {}});
        if (submissions.empty()) {
            const store::CommandRow row{m_input.command, action, m_input.person.str(), m_worker.id, m_now};
            if (!store::CommandLog{m_workspace.connection()}.remember(row))
                return commandUsed();
            return Done{};
        }
        Recorder recorder{m_workspace};
        auto history = History::load(m_workspace.connection(), m_input.person);
        if (!history)
            return std::move(history).error();
        auto folded = recorder.fold(m_input.person, history->version(), m_worker.id, m_input.command, submissions);
        if (!folded)
            return std::move(folded).error();
        return recorder.save(*folded, m_worker.id, m_input.command, action);
    }

    void stand()
    {
        const auto marks = m_plans.marks(m_input.person);
        const std::string source{nameOf(m_content.kind)};
        std::vector<store::AgreedLine> lines;
        for (const PlanLine& line : m_content.lines)
            lines.push_back({m_input.person, source, line, !isDone(line.id, marks)});
        m_plans.standInstead(m_input.person, source, lines);
    }

    Workspace& m_workspace;
    const AgreePlanInput& m_input;
    Worker m_worker;
    PlanContent m_content;
    store::PlanRepository m_plans{m_workspace.connection()};
    Instant m_now = m_workspace.clock().now();
};

}  // namespace

Result<PlanId> Plans::agree(const Session& session, const AgreePlanInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const auto action = Action::agreePlan;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& audit) -> Result<PlanId> {
        if (const auto before = store::PlanRepository{m_workspace.connection()}.byCommand(input.command)) {
            audit.detail = "repeated";
            return *before;
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        store::DraftRepository drafts{m_workspace.connection()};
        const std::string kind = "plan:" + std::string{nameOf(input.kind)};
        const auto row = drafts.find(kind, input.person);
        if (!row)
            return Error{ErrorCode::notFound, "draft", {}};
        if (row->version != input.version)
            return Error{ErrorCode::conflict, "version", "the draft was saved since it was read"};
        auto content = exchange::readPlan(row->body);
        if (!content)
            return Error{ErrorCode::damaged, "draft" + content.error().where, content.error().detail};
        auto made = Agreeing{m_workspace, input, workerNow(m_workspace, session), *std::move(content)}.agree();
        if (!made)
            return made;
        if (auto gone = drafts.remove(kind, input.person, input.version); !gone)
            return std::move(gone).error();
        audit.detail = std::string{nameOf(input.kind)} + ' ' + made->str();
        return made;
    });
}

Result<Done> Plans::mark(const Session& session, const PersonId& person, const std::string& line, bool done)
{
    return audited(m_workspace, session, Action::writePlan, person.str(), [&](AuditNote& audit) -> Result<Done> {
        store::PlanRepository plans{m_workspace.connection()};
        const auto lines = plans.lines(person);
        const auto stands = std::ranges::find(lines, line, [](const auto& each) { return each.line.id; });
        if (stands == lines.end())
            return Error{ErrorCode::notFound, "line", {}};
        audit.detail = (done ? "done " : "not done ") + line;
        if (stands->open != done)
            return Done{};  // a colleague was quicker
        int number = 1;
        for (const PlanMark& mark : plans.marks(person))
            if (mark.line == line)
                number = std::max(number, mark.number + 1);
        plans.mark({person, line, number, done, session.worker.id, m_workspace.clock().now()});
        plans.setOpen(person, line, !done);
        return Done{};
    });
}

}  // namespace holdfast::app
