#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

app::Today today(AppWorld& world, const app::Session& session, app::Scope scope)
{
    app::TodayQuery query;
    query.scope = scope;
    auto answer = world.worklist().today(session, query);
    REQUIRE(answer);
    return *std::move(answer);
}

const app::WorkItem* itemOf(const app::Today& today, app::WorkGroup group)
{
    const auto at = std::ranges::find(today.items, group, &app::WorkItem::group);
    return at == today.items.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a refusal lands on the keyworker's list with the words that were said")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}), "come back in three months");
        const app::Today mine = today(world, world.priya, app::Scope::mine);
        const app::WorkItem* item = itemOf(mine, app::WorkGroup::bounces);
        REQUIRE(item != nullptr);
        CHECK(item->person == person.id);
        CHECK(item->action.what == "keyworker_query");
        CHECK(item->words == "come back in three months");
        CHECK(item->reason == "N02");
        CHECK(item->serviceName == "Wrenfield CMHT");
        CHECK(item->ownerName == "Priya Raman");
        CHECK(item->leg == LegState::challenged);
        CHECK(item->workingDaysOverdue == 0);
        CHECK(item->since == world.clock.now());  // the clock of the challenge began with the refusal
        CHECK(mine.held.people == 1);
        CHECK(mine.held.oneOpen == 1);
        CHECK(mine.held.withoutLead == 0);
        CHECK(mine.held.withoutDate == 0);
        CHECK(today(world, world.samir, app::Scope::mine).items.empty());
    });
}

TEST_CASE("a silence is noticed by the sweep, once, and a late answer ends it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        CHECK(*world.worklist().sweep(world.priya) == 0);
        world.clock.advance(std::chrono::days{4});
        CHECK(*world.worklist().sweep(world.priya) == 1);
        CHECK(*world.worklist().sweep(world.priya) == 0);
        const app::Today mine = today(world, world.priya, app::Scope::mine);
        const app::WorkItem* item = itemOf(mine, app::WorkGroup::overdueReplies);
        REQUIRE(item != nullptr);
        CHECK(item->action.what == "chase");
        CHECK(item->workingDaysOverdue > 0);
        app::ReferralQuery query;
        query.filter = app::ReferralFilter::silent;
        const auto silent = world.worklist().referrals(world.priya, query);
        REQUIRE(silent);
        REQUIRE(silent->rows.size() == 1);
        CHECK(silent->rows.front().silent);
        CHECK(*world.worklist().referralTotals(world.priya, query) == silent->totals);
        CHECK(world.audit().back().detail == "totals");
        CHECK(world.worklist().referralTotals(world.rowan, query).error().code == ErrorCode::forbidden);
        CHECK(silent->rows.front().service == ServiceId{"cmht"});
        world.recorded(
            person.id,
            event::Response{Need::mentalHealth, ServiceId{"cmht"}, ResponseKind::acknowledged, {}, {}, {}, {}});
        CHECK(world.worklist().referrals(world.priya, query)->rows.empty());
    });
}

TEST_CASE("a crisis is on everybody's list in the service, at once and first")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::RecordInput input = world.toRecord(person.id, declined(ReasonCode{"N01"}));
        input.safety.suicidalThoughts = true;
        REQUIRE(world.cases().record(world.priya, input));
        for (const app::Session& session : {world.priya, world.joanne}) {
            const app::Today mine = today(world, session, app::Scope::mine);
            REQUIRE_FALSE(mine.items.empty());
            CHECK(mine.items.front().group == app::WorkGroup::crisis);
            CHECK(mine.items.front().action.owner.role == engine::OwnerRole::supervisor);
            CHECK(mine.groupTotals.at(0) >= 1);
        }
    });
}

TEST_CASE("one person's safety is one row on the list, whichever needs raised it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto say = [&](const EventBody& body) {
            app::RecordInput input = world.toRecord(person.id, body);
            input.safety.suicidalThoughts = true;
            REQUIRE(world.cases().record(world.priya, input));
        };
        say(declined(ReasonCode{"N01"}));
        world.clock.advance(std::chrono::minutes{40});
        say(declined(ReasonCode{"N02"}));
        const auto actions = world.file(person.id).now.nextActions;
        REQUIRE(std::ranges::count(actions, "safety_follow_up", &engine::NextAction::what) > 1);
        const auto first = std::ranges::find(actions, "safety_follow_up", &engine::NextAction::what);
        const app::Today all = today(world, world.priya, app::Scope::everyone);
        REQUIRE(std::ranges::count(all.items, "safety_follow_up",
                                   [](const app::WorkItem& item) { return item.action.what; }) == 1);
        CHECK(itemOf(all, app::WorkGroup::crisis)->action.due == first->due);
        CHECK(all.groupTotals.at(0) == 1);
    });
}

TEST_CASE("a check-in comes onto the list two working days before it is due")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(
            person.id,
            event::Response{
                Need::substanceUse, ServiceId{"lantern"}, ResponseKind::started, {}, {}, {}, WorkerId{"priya"}});
        const auto checkIns = [&] {
            const app::Today mine = today(world, world.priya, app::Scope::mine);
            return std::ranges::count_if(mine.items, [](const app::WorkItem& item) {
                return item.group == app::WorkGroup::checkIns && item.action.need == NeedScope::substanceUse;
            });
        };
        CHECK(checkIns() == 0);
        const auto due = world.file(person.id).now.nextActions;
        const auto review = std::ranges::find_if(
            due, [](const engine::NextAction& action) { return action.need == NeedScope::substanceUse; });
        REQUIRE(review != due.end());
        world.clock.set(review->due - std::chrono::hours{20});
        REQUIRE(world.worklist().sweep(world.priya));
        CHECK(checkIns() == 1);
    });
}

TEST_CASE("totals count what the page leaves out")
{
    onEveryStore([](AppWorld& world) {
        for (const char* name : {"Ada", "Bea", "Cam"})
            world.recorded(world.referred(name).id, declined(ReasonCode{"N02"}));
        app::TodayQuery query;
        query.limit = 1;
        const auto answer = world.worklist().today(world.priya, query);
        REQUIRE(answer);
        CHECK(answer->items.size() == 1);
        CHECK(answer->total == 3);
        app::ReferralQuery referrals;
        referrals.filter = app::ReferralFilter::refused;
        referrals.limit = 2;
        const auto first = world.worklist().referrals(world.priya, referrals);
        REQUIRE(first);
        CHECK(first->rows.size() == 2);
        CHECK(first->totals.at(static_cast<std::size_t>(app::ReferralFilter::refused)) == 3);
        REQUIRE_FALSE(first->next.empty());
        referrals.after = first->next;
        CHECK(world.worklist().referrals(world.priya, referrals)->rows.size() == 1);
    });
}

TEST_CASE("an administrator has no worklist")
{
    onEveryStore([](AppWorld& world) {
        CHECK(world.worklist().today(world.rowan, {}).error().code == ErrorCode::forbidden);
        CHECK(world.worklist().referrals(world.rowan, {}).error().code == ErrorCode::forbidden);
        CHECK(world.worklist().sweep(world.rowan).error().code == ErrorCode::forbidden);
    });
}
