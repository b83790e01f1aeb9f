#include "app/practice_plans.h"

#include "domain/calendar.h"
#include "exchange/json_input.h"
#include "exchange/plan_json.h"
#include "store/plan_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using exchange::JsonIn;

constexpr std::uint64_t ownSeries = 0x706c616e73;  ///< so that the ids are other than the caseload's
constexpr int longAgo = -4'000;
constexpr int longAhead = 4'000;
constexpr auto agreedAt = std::chrono::hours{15};

int dayOf(const JsonIn& in)
{
    return in.integer(longAgo, longAhead);
}

StoryPlan planOf(const JsonIn& in)
{
    in.allowOnly({"kind", "d", "by", "accord", "view", "answers", "lines", "done", "review", "copies"});
    StoryPlan plan;
    plan.day = dayOf(in.at("d"));
    plan.by = in.at("by").id<WorkerId>();
    plan.content.kind = in.at("kind").named<PlanKind>();
    plan.content.accord = in.at("accord").named<PlanAccord>();
    plan.content.personsView = in.at("view").text();
    plan.content.copiesTo = in.at("copies").text();
    const JsonIn answers = in.at("answers");
    for (const std::string& code : answers.names())
        plan.content.answers[code] = answers.at(code).someText();
    for (const auto& [line, day] : exchange::listOf(in.at("lines"), [](const JsonIn& each) {
             each.allowOnly({"need", "what", "worker", "who", "d"});
             PlanLine made;
             made.need = each.at("need").named<NeedScope>();
             made.what = each.at("what").someText();
             if (const auto worker = each.find("worker"))
                 made.worker = worker->id<WorkerId>();
             if (const auto who = each.find("who"))
                 made.who = who->someText();
             return std::pair{made, dayOf(each.at("d"))};
         })) {
        plan.content.lines.push_back(line);
        plan.lineDays.push_back(day);
    }
    if (const auto done = in.find("done"))
        plan.doneLines = exchange::listOf(*done, [](const JsonIn& each) { return each.integer(1, 60); });
    plan.review = dayOf(in.at("review"));
    return plan;
}

PracticePlans plansOf(const JsonIn& in)
{
    in.allowOnly({"comment", "plans"});
    PracticePlans plans;
    const JsonIn people = in.at("plans");
    for (const std::string& story : people.names())
        plans[story] = exchange::listOf(people.at(story), planOf);
    return plans;
}

}  // namespace

Result<PracticePlans> readPracticePlans(std::string_view text)
{
    return exchange::readJson(text, plansOf);
}

PracticePlanWriter::PracticePlanWriter(Workspace& workspace, PracticePlans plans, std::uint64_t seed, Date asOf,
                                       Instant now, const std::vector<Worker>& workers)
    : m_plans{std::move(plans)}, m_pen{workspace, seed ^ ownSeries, asOf, now, workers}
{}

Result<Done> PracticePlanWriter::write(const PersonId& person, const std::string& story)
{
    const auto told = m_plans.find(story);
    if (told == m_plans.end())
        return Done{};
    const CommandId command = m_pen.begin(person);
    for (const StoryPlan& plan : told->second)
        if (auto written = writeOne(person, plan, command); !written)
            return Error{written.error().code, story + "/plan/" + written.error().where, written.error().detail};
    return Done{};
}

Result<Done> PracticePlanWriter::writeOne(const PersonId& person, const StoryPlan& told, const CommandId& command)
{
    auto author = m_pen.worker(told.by);
    if (!author)
        return std::move(author).error();
    store::PlanRepository plans{m_pen.connection()};
    Plan plan;
    plan.id = m_pen.make<PlanId>();
    plan.person = person;
    plan.content = told.content;
    plan.content.reviewOn = m_pen.day(told.review);
    for (std::size_t i = 0; i < plan.content.lines.size(); ++i) {
        plan.content.lines[i].id = m_pen.make<PlanId>().str();
        plan.content.lines[i].due = m_pen.day(told.lineDays[i]);
    }
    if (auto fine = checkPlan(plan.content, m_pen.day(told.day)); !fine)
        return fine;
    for (const auto& row : plans.forPerson(person))
        if (row.plan.content.kind == plan.content.kind)
            plan.number = std::max(plan.number, row.plan.number + 1);
    plan.author = author->id;
    plan.role = author->role;
    plan.service = author->service;
    plan.agreedAt = londonInstant(m_pen.day(told.day), agreedAt);
    plan.command = command;
    plans.insert(plan, exchange::writePlan(plan.content));
    std::vector<store::AgreedLine> lines;
    for (std::size_t i = 0; i < plan.content.lines.size(); ++i) {
        const PlanLine& line = plan.content.lines[i];
        const bool done = std::ranges::find(told.doneLines, static_cast<int>(i) + 1) != told.doneLines.end();
        if (done)
            plans.mark({person, line.id, 1, true, author->id, londonInstant(*line.due, agreedAt)});
        lines.push_back({person, std::string{nameOf(plan.content.kind)}, line, !done});
    }
    plans.standInstead(person, std::string{nameOf(plan.content.kind)}, lines);
    return Done{};
}

}  // namespace holdfast::app
