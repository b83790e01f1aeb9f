#include "app/plans.h"

#include "app/draft_shelf.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "domain/calendar.h"
#include "domain/service.h"
#include "exchange/plan_json.h"
#include "store/draft_repository.h"
#include "store/plan_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

const std::string draftPrefix = "plan:";

std::string kindOfDraft(PlanKind kind)
{
    return draftPrefix + std::string{nameOf(kind)};
}

Result<PlanDraft> draftOf(const store::DraftRow& row)
{
    auto content = exchange::readPlan(row.body);
    if (!content)
        return Error{ErrorCode::damaged, "draft" + content.error().where, content.error().detail};
    return PlanDraft{*std::move(content), row.version, row.savedAt, row.worker};
}

Result<std::vector<Plan>> plansOf(Workspace& workspace, const PersonId& person)
{
    std::vector<Plan> plans;
    for (auto& row : store::PlanRepository{workspace.connection()}.forPerson(person)) {
        auto content = exchange::readPlan(row.body);
        if (!content)
            return Error{ErrorCode::damaged, "plan" + content.error().where, content.error().detail};
        row.plan.content = *std::move(content);
        plans.push_back(std::move(row.plan));
    }
    return plans;
}

void addNames(Workspace& workspace, NameBook& names, const PlanContent& content)
{
    for (const PlanLine& line : content.lines)
        addName(workspace, names, line.worker);
}

void addNames(Workspace& workspace, NameBook& names, const Plan& plan)
{
    addName(workspace, names, plan.author);
    const Service* service = workspace.directory().find(plan.service);
    names.services[plan.service] = service ? service->name : plan.service.str();
    addNames(workspace, names, plan.content);
}

Result<PlanDraft> keepDraft(Workspace& workspace, const Session& session, const DraftText& text, PlanDraft draft)
{
    // What is written must come back the same: the store's text is as strict as a file from outside.
    if (auto read = exchange::readPlan(text.body); !read)
        return read.error();
    auto saved = shelve(workspace, session, text);
    if (!saved)
        return std::move(saved).error();
    draft.version = saved->version;
    draft.savedAt = saved->savedAt;
    draft.savedBy = saved->worker;
    return draft;
}

}  // namespace

const Plan* PlanList::current(PlanKind kind) const
{
    const auto found = std::ranges::find(plans, kind, [](const Plan& plan) { return plan.content.kind; });
    return found == plans.end() ? nullptr : &*found;
}

const PlanDraft* PlanList::draft(PlanKind kind) const
{
    const auto found = std::ranges::find(drafts, kind, [](const PlanDraft& draft) { return draft.content.kind; });
    return found == drafts.end() ? nullptr : &*found;
}

DraftText Plans::textOf(const PersonId& person, const PlanDraft& draft)
{
    return {kindOfDraft(draft.content.kind), person, exchange::writePlan(draft.content), draft.version};
}

Result<PlanList> Plans::list(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewPlans, person.str(), [&](AuditNote&) -> Result<PlanList> {
        auto known = Recorder{m_workspace}.person(person);
        if (!known)
            return std::move(known).error();
        PlanList list;
        auto plans = plansOf(m_workspace, person);
        if (!plans)
            return std::move(plans).error();
        list.plans = *std::move(plans);
        for (const store::DraftRow& row :
             store::DraftRepository{m_workspace.connection()}.forPerson(person, draftPrefix)) {
            auto draft = draftOf(row);
            if (!draft)
                return std::move(draft).error();
            addNames(m_workspace, list.names, draft->content);
            addName(m_workspace, list.names, draft->savedBy);
            list.drafts.push_back(*std::move(draft));
        }
        list.marks = store::PlanRepository{m_workspace.connection()}.marks(person);
        for (const PlanMark& mark : list.marks)
            addName(m_workspace, list.names, mark.worker);
        for (const Plan& plan : list.plans)
            addNames(m_workspace, list.names, plan);
        for (Worker& worker : store::WorkerRepository{m_workspace.connection()}.all())
            if (worker.active && authorise(worker, Action::viewPlans))
                list.workers.push_back(std::move(worker));
        std::ranges::sort(list.workers, {}, &Worker::name);
        list.offersTransition = offersTransition(known->born, londonDate(m_workspace.clock().now()));
        return list;
    });
}

Result<PlanDraft> Plans::begin(const Session& session, const PersonId& person, const PlanContent& first)
{
    const PlanKind kind = first.kind;
    return audited(m_workspace, session, Action::writePlan, person.str(), [&](AuditNote& audit) -> Result<PlanDraft> {
        audit.detail = "begun " + std::string{nameOf(kind)};
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const store::DraftRepository drafts{m_workspace.connection()};
        if (const auto row = drafts.find(kindOfDraft(kind), person))
            return draftOf(*row);
        auto plans = plansOf(m_workspace, person);
        if (!plans)
            return std::move(plans).error();
        PlanDraft draft;
        draft.content = first;
        for (const Plan& plan : *plans)
            if (plan.content.kind == kind) {
                draft.content = plan.content;
                draft.content.lines =
                    outstanding(plan.content, store::PlanRepository{m_workspace.connection()}.marks(person));
                draft.content.accord.reset();
                draft.content.personsView.clear();
                draft.content.reviewOn.reset();
                break;
            }
        const DraftText text = textOf(person, draft);
        auto kept = keepDraft(m_workspace, session, text, std::move(draft));
        // Nobody has typed anything yet.
        if (kept)
            store::DraftRepository{m_workspace.connection()}.leave(text.kind, person, m_workspace.sitting());
        return kept;
    });
}

Result<PlanDraft> Plans::saveDraft(const Session& session, const PersonId& person, const PlanDraft& draft)
{
    const auto action = Action::writePlan;
    const DraftText text = textOf(person, draft);
    auto done = audited(m_workspace, session, action, person.str(), [&](AuditNote& audit) -> Result<PlanDraft> {
        audit.detail = "saved";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        return keepDraft(m_workspace, session, text, draft);
    });
    if (!done && done.error().code == ErrorCode::conflict)
        setAside(m_workspace, session, action, text);
    return done;
}

Result<Done> Plans::discard(const Session& session, const PersonId& person, PlanKind kind, std::int64_t version)
{
    return audited(m_workspace, session, Action::writePlan, person.str(), [&](AuditNote& audit) -> Result<Done> {
        audit.detail = "discarded";
        return store::DraftRepository{m_workspace.connection()}.remove(kindOfDraft(kind), person, version);
    });
}

Result<PlanOnPaper> Plans::onPaper(const Session& session, const PersonId& person, PlanKind kind, int number)
{
    return audited(m_workspace, session, Action::exportPlan, person.str(),
                   [&](AuditNote& audit) -> Result<PlanOnPaper> {
                       audit.detail = std::string{nameOf(kind)} + ' ' + std::to_string(number);
                       auto known = Recorder{m_workspace}.person(person);
                       if (!known)
                           return std::move(known).error();
                       auto plans = plansOf(m_workspace, person);
                       if (!plans)
                           return std::move(plans).error();
                       for (const Plan& plan : *plans)
                           if (plan.content.kind == kind && plan.number == number) {
                               PlanOnPaper paper{*std::move(known), plan, {}, {}};
                               paper.marks = store::PlanRepository{m_workspace.connection()}.marks(person);
                               addNames(m_workspace, paper.names, paper.plan);
                               return paper;
                           }
                       return Error{ErrorCode::notFound, "plan", {}};
                   });
}

}  // namespace holdfast::app
