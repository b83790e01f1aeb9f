#include "app/plans.h"

#include "app/app_world.h"
#include "domain/calendar.h"
#include "store/plan_repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

using std::chrono::days;

Date today(AppWorld& world)
{
    return londonDate(world.clock.now());
}

/// Everything that kind asks for, with a line for Samir tomorrow and one for the person.
PlanContent complete(AppWorld& world, PlanKind kind)
{
    PlanContent content;
    content.kind = kind;
    for (const PlanSection& section : sectionsOf(kind))
        if (section.required)
            content.answers[std::string{section.code}] = "As they said it.";
    content.lines = {
        {"l1", NeedScope::mentalHealth, "Ring about the visit", world.samir.worker.id, {}, today(world) + days{1}},
        {"l2", NeedScope::substanceUse, "Go to the group", {}, "Ada", today(world) + days{3}}};
    content.reviewOn = today(world) + days{28};
    if (kind == PlanKind::aftercare)
        content.until = today(world) + days{365};
    content.accord = PlanAccord::agreed;
    content.personsView = "It is what I asked for.";
    return content;
}

app::PlanDraft written(AppWorld& world, const app::Session& session, const PersonId& person, const PlanContent& content)
{
    app::Plans plans{*world.workspace};
    auto draft = plans.begin(session, person, content);
    REQUIRE(draft);
    draft.value().content = content;
    draft = plans.saveDraft(session, person, *draft);
    REQUIRE(draft);
    return *std::move(draft);
}

Result<PlanId> agreedBy(AppWorld& world, const app::Session& session, const PersonId& person,
                        const PlanContent& content)
{
    const auto draft = written(world, session, person, content);
    return app::Plans{*world.workspace}.agree(session, {person, content.kind, draft.version, world.command()});
}

app::PlanList listOf(AppWorld& world, const PersonId& person)
{
    auto list = app::Plans{*world.workspace}.list(world.priya, person);
    REQUIRE(list);
    return *std::move(list);
}

bool isNext(const app::CaseFile& file, const std::string& what)
{
    return std::ranges::any_of(file.now.nextActions, [&](const auto& action) { return action.what == what; });
}

app::Today todayOf(AppWorld& world, const app::Session& session)
{
    auto today = world.worklist().today(session, {});
    REQUIRE(today);
    return *std::move(today);
}

int linesOn(const app::Today& today)
{
    return static_cast<int>(std::ranges::count_if(today.items, [](const auto& item) { return !item.line.empty(); }));
}

}  // namespace

TEST_CASE("both services write one draft, and a save over a newer one changes nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Plans plans{*world.workspace};
        const auto priyas = written(world, world.priya, person.id, complete(world, PlanKind::care));
        PlanContent first;
        auto samirs = plans.begin(world.samir, person.id, first);
        REQUIRE(samirs);
        CHECK(samirs->content == priyas.content);
        samirs.value().content.answers["goals"] = "To sleep at night.";
        REQUIRE(plans.saveDraft(world.samir, person.id, *samirs));
        const auto late = plans.saveDraft(world.priya, person.id, priyas);
        REQUIRE_FALSE(late);
        CHECK(late.error().code == ErrorCode::conflict);
        const auto list = listOf(world, person.id);
        REQUIRE(list.draft(PlanKind::care));
        CHECK(list.draft(PlanKind::care)->content.answers.at("goals") == "To sleep at night.");
        CHECK(list.draft(PlanKind::care)->savedBy == world.samir.worker.id);
        CHECK(list.current(PlanKind::care) == nullptr);
    });
}

TEST_CASE("an agreed plan does not change, and the next version begins with what it says and with what is still to do")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Plans plans{*world.workspace};
        const PlanContent content = complete(world, PlanKind::care);
        REQUIRE(agreedBy(world, world.priya, person.id, content));
        auto list = listOf(world, person.id);
        REQUIRE(list.current(PlanKind::care));
        CHECK(list.current(PlanKind::care)->content == content);
        CHECK(list.current(PlanKind::care)->number == 1);
        CHECK(list.drafts.empty());

        REQUIRE(plans.mark(world.samir, person.id, "l1", true));
        PlanContent first;
        auto next = plans.begin(world.samir, person.id, first);
        REQUIRE(next);
        CHECK(next->content.answers == content.answers);
        REQUIRE(next->content.lines.size() == 1);
        CHECK(next->content.lines.front().id == "l2");
        CHECK_FALSE(next->content.accord);
        CHECK(next->content.personsView.empty());

        PlanContent second = complete(world, PlanKind::care);
        second.answers["goals"] = "To work again.";
        REQUIRE(agreedBy(world, world.samir, person.id, second));
        list = listOf(world, person.id);
        REQUIRE(list.plans.size() == 2);
        CHECK(list.plans[0].number == 2);
        CHECK(list.plans[0].service == world.samir.worker.service);
        CHECK(list.plans[1].content == content);
    });
}

TEST_CASE("what a worker does by when stands on their Today and on the person's page until it is done, with undo")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Plans plans{*world.workspace};
        CHECK(linesOn(todayOf(world, world.samir)) == 0);
        const int before = todayOf(world, world.samir).total;
        REQUIRE(agreedBy(world, world.priya, person.id, complete(world, PlanKind::care)));
        auto today = todayOf(world, world.samir);
        CHECK(linesOn(today) == 1);
        CHECK(today.total == before + 1);
        CHECK(linesOn(todayOf(world, world.priya)) == 0);
        CHECK(isNext(world.file(person.id), "Ring about the visit"));
        CHECK_FALSE(isNext(world.file(person.id), "Go to the group"));  // that is hers

        REQUIRE(plans.mark(world.samir, person.id, "l1", true));
        CHECK(linesOn(todayOf(world, world.samir)) == 0);
        CHECK_FALSE(isNext(world.file(person.id), "Ring about the visit"));
        REQUIRE(plans.mark(world.priya, person.id, "l1", true));  // a colleague was quicker
        REQUIRE(plans.mark(world.samir, person.id, "l1", false));
        CHECK(linesOn(todayOf(world, world.samir)) == 1);
        CHECK(listOf(world, person.id).marks.size() == 2);
        CHECK(plans.mark(world.samir, person.id, "unknown", true).error().code == ErrorCode::notFound);

        // What the next version leaves out stands no more.
        PlanContent without = complete(world, PlanKind::care);
        without.lines.erase(without.lines.begin());
        REQUIRE(agreedBy(world, world.priya, person.id, without));
        CHECK(linesOn(todayOf(world, world.samir)) == 0);
    });
}

TEST_CASE("an aftercare plan is recorded for its needs, so that the rules of closing see it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        PlanContent content = complete(world, PlanKind::aftercare);
        content.need = NeedScope::substanceUse;
        REQUIRE(agreedBy(world, world.priya, person.id, content));
        const auto file = world.file(person.id);
        std::vector<event::AftercarePlanned> planned;
        for (const auto& entry : file.history)
            if (const auto* body = std::get_if<event::AftercarePlanned>(&entry.event.body))
                planned.push_back(*body);
        REQUIRE(planned.size() == 1);
        CHECK(planned.front().need == Need::substanceUse);
        CHECK(planned.front().until == content.until);
        CHECK_FALSE(planned.front().declined);
    });
}

TEST_CASE("a plan that says too little is not agreed, and its draft stays")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        PlanContent content = complete(world, PlanKind::care);
        content.personsView.clear();
        CHECK(agreedBy(world, world.priya, person.id, content).error().where == "persons_view");
        content = complete(world, PlanKind::care);
        content.lines[0].worker = WorkerId{"nobody"};
        CHECK(agreedBy(world, world.priya, person.id, content).error().where == "lines/0/owner");
        CHECK(listOf(world, person.id).draft(PlanKind::care));
        CHECK(listOf(world, person.id).plans.empty());
    });
}

TEST_CASE("agreeing again with the same command answers the same, and with an older draft changes nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Plans plans{*world.workspace};
        const auto draft = written(world, world.priya, person.id, complete(world, PlanKind::safety));
        const CommandId command = world.command();
        CHECK(plans.agree(world.priya, {person.id, PlanKind::safety, draft.version - 1, command}).error().code ==
              ErrorCode::conflict);
        const auto once = plans.agree(world.priya, {person.id, PlanKind::safety, draft.version, command});
        REQUIRE(once);
        const auto twice = plans.agree(world.priya, {person.id, PlanKind::safety, draft.version, command});
        REQUIRE(twice);
        CHECK(*once == *twice);
        CHECK(listOf(world, person.id).plans.size() == 1);
    });
}

TEST_CASE("a plan on paper is the version that was asked for, and taking it out is written down")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Plans plans{*world.workspace};
        REQUIRE(agreedBy(world, world.priya, person.id, complete(world, PlanKind::safety)));
        const auto paper = plans.onPaper(world.samir, person.id, PlanKind::safety, 1);
        REQUIRE(paper);
        CHECK(paper->plan.number == 1);
        CHECK(world.audit().back().action == "export_plan");
        CHECK(world.audit().back().detail == "safety 1");
        CHECK(plans.onPaper(world.samir, person.id, PlanKind::safety, 2).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("who does not see people sees no plans")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Plans plans{*world.workspace};
        CHECK(plans.list(world.rowan, person.id).error().code == ErrorCode::forbidden);
        CHECK(plans.begin(world.rowan, person.id, {}).error().code == ErrorCode::forbidden);
        CHECK(plans.mark(world.rowan, person.id, "l1", true).error().code == ErrorCode::forbidden);
        CHECK(plans.onPaper(world.rowan, person.id, PlanKind::care, 1).error().code == ErrorCode::forbidden);
    });
}
