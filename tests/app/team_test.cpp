#include "app/team.h"

#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

app::TeamMember member(AppWorld& world, const char* id, app::Scope scope = app::Scope::everyone)
{
    const auto view = app::Team{*world.workspace}.overview(world.joanne, scope);
    REQUIRE(view);
    const auto found =
        std::ranges::find(view->members, WorkerId{id}, [](const app::TeamMember& each) { return each.worker.id; });
    REQUIRE(found != view->members.end());
    return *found;
}

app::ReassignInput toTheo(AppWorld& world, std::vector<PersonId> people)
{
    return {WorkerId{"priya"}, WorkerId{"theo"}, std::move(people), "prefers mornings", world.command()};
}

void everyOpenNeedIsHeld(AppWorld& world, const PersonId& person)
{
    const app::CaseFile file = world.file(person);
    for (const Need need : allNeeds) {
        if (!isOpen(file.now.needs[need].status))
            continue;
        REQUIRE(file.now.needs[need].holder);
        CHECK_FALSE(file.now.needs[need].holder->worker.empty());
        CHECK_FALSE(file.now.needs[need].holder->service.empty());
    }
    CHECK_FALSE(file.now.nextActions.empty());
}

Cover priyaAway(AppWorld& world, const char* by, int fromDays, int toDays)
{
    const Date today = londonDate(world.clock.now());
    Cover cover;
    cover.worker = WorkerId{"priya"};
    cover.by = WorkerId{by};
    cover.from = today + std::chrono::days{fromDays};
    cover.to = today + std::chrono::days{toDays};
    cover.note = "leave";
    return cover;
}

std::vector<app::WorkItem> mineOf(AppWorld& world, const app::Session& session)
{
    auto today = world.worklist().today(session, {});
    REQUIRE(today);
    return std::move(today->items);
}

}  // namespace

TEST_CASE("a team shows what each of its workers carries")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.referred("Bea");
        world.recorded(person.id, declined(ReasonCode{"N02"}), "come back in three months");
        const app::TeamMember priya = member(world, "priya", app::Scope::team);
        CHECK(priya.people == 2);
        CHECK(priya.needs == 4);
        CHECK(priya.overdue == 0);
        CHECK(priya.toConfirm == 1);
        CHECK(priya.serviceName == "Lantern Drug and Alcohol");
        world.clock.advance(std::chrono::days{2});
        CHECK(member(world, "priya").overdue >= 1);
        CHECK(member(world, "theo").people == 0);
        const auto team = app::Team{*world.workspace}.overview(world.joanne, app::Scope::team);
        CHECK(
            std::ranges::none_of(team->members, [](const auto& each) { return each.worker.id == WorkerId{"samir"}; }));
        const auto held = app::Team{*world.workspace}.heldBy(world.joanne, WorkerId{"priya"});
        REQUIRE(held);
        REQUIRE(held->size() == 2);
        CHECK(held->front().name == "Ada Fenwick");
        CHECK((held->front().held.mentalHealth && held->front().held.substanceUse));
    });
}

TEST_CASE("a safety follow-up counts as a same-day alert for who holds the person")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::RecordInput input = world.toRecord(person.id, declined(ReasonCode{"N01"}));
        input.safety.suicidalThoughts = true;
        REQUIRE(world.cases().record(world.priya, input));
        CHECK(member(world, "priya").alerts == 1);
        CHECK(member(world, "theo").alerts == 0);
    });
}

TEST_CASE("people are handed on together, with who, when and a note, and nobody is left without a holder")
{
    onEveryStore([](AppWorld& world) {
        const Person first = world.referred("Ada");
        const Person second = world.referred("Bea");
        const Person stays = world.referred("Cam");
        app::Team team{*world.workspace};
        const app::ReassignInput input = toTheo(world, {first.id, second.id});
        const auto done = team.reassign(world.joanne, input);
        REQUIRE(done);
        CHECK(done->moved.size() == 2);
        for (const PersonId& person : {first.id, second.id}) {
            everyOpenNeedIsHeld(world, person);
            const app::CaseFile file = world.file(person);
            for (const Need need : allNeeds)
                CHECK(file.now.needs[need].holder->worker == WorkerId{"theo"});
            const app::HistoryEntry& last = file.history.back();
            CHECK(std::holds_alternative<event::WorkerChanged>(last.event.body));
            CHECK(last.author == WorkerId{"joanne"});
            CHECK(last.event.at == std::chrono::floor<std::chrono::seconds>(world.clock.now()));
            CHECK(last.event.words == "prefers mornings");
        }
        CHECK(world.file(stays.id).now.needs.mentalHealth.holder->worker == WorkerId{"priya"});
        CHECK(member(world, "theo").people == 2);
        CHECK(std::ranges::any_of(world.audit(), [](const auto& row) {
            return row.action == "reassign_people" && row.detail == "2 people to theo";
        }));

        const auto again = team.reassign(world.joanne, input);
        REQUIRE(again);
        CHECK(again->moved == done->moved);
        CHECK(world.file(first.id).history.size() == 4);
        const auto late = team.reassign(world.joanne, toTheo(world, {first.id, stays.id}));
        REQUIRE(late);
        CHECK(late->notHeld == 1);
        CHECK(late->moved.size() == 1);
    });
}

TEST_CASE("a hand-over that was a mistake is taken back for everybody at once, and stays visible")
{
    onEveryStore([](AppWorld& world) {
        const Person first = world.referred("Ada");
        const Person second = world.referred("Bea");
        app::Team team{*world.workspace};
        const auto done = team.reassign(world.joanne, toTheo(world, {first.id, second.id}));
        REQUIRE(done);
        const auto back = team.takeBack(world.joanne, *done, world.command());
        REQUIRE(back);
        CHECK(*back == 2);
        for (const PersonId& person : {first.id, second.id}) {
            everyOpenNeedIsHeld(world, person);
            const app::CaseFile file = world.file(person);
            CHECK(file.now.needs.mentalHealth.holder->worker == WorkerId{"priya"});
            CHECK(std::ranges::any_of(file.history, &app::HistoryEntry::voided));
        }
        CHECK(*team.takeBack(world.joanne, *done, world.command()) == 0);
        CHECK(team.takeBack(world.priya, *done, world.command()).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("the need that another worker of the same service holds stays with them")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, event::WorkerChanged{ServiceId{"lantern"}, WorkerId{"joanne"}, Need::mentalHealth});
        REQUIRE(app::Team{*world.workspace}.reassign(world.joanne, toTheo(world, {person.id})));
        const app::CaseFile file = world.file(person.id);
        CHECK(file.now.needs.mentalHealth.holder->worker == WorkerId{"joanne"});
        CHECK(file.now.needs.substanceUse.holder->worker == WorkerId{"theo"});
        Worker theo = app::Workers{*world.workspace}.signIn(WorkerId{"theo"})->worker;
        theo.active = false;
        REQUIRE(app::Workers{*world.workspace}.save(world.joanne, theo, world.command()));
        everyOpenNeedIsHeld(world, person.id);
        CHECK_FALSE(world.file(person.id).now.needs.mentalHealth.holder->acting);
        CHECK(world.file(person.id).now.needs.substanceUse.holder->acting);
    });
}

TEST_CASE("a hand-over that cannot be is refused for everybody, and says where")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Team team{*world.workspace};
        const auto refusal = [&](auto change) {
            app::ReassignInput input = toTheo(world, {person.id});
            change(input);
            const auto answer = team.reassign(world.joanne, input);
            REQUIRE_FALSE(answer);
            return answer.error();
        };
        CHECK(refusal([](auto& input) { input.note = "  "; }).where == "note");
        CHECK(refusal([](auto& input) { input.people.clear(); }).where == "people");
        CHECK(refusal([](auto& input) { input.to = input.from; }).where == "to");
        CHECK(refusal([](auto& input) { input.to = WorkerId{"rowan"}; }).where == "to");
        CHECK(refusal([](auto& input) { input.to = WorkerId{"nobody"}; }).where == "to");
        CHECK(refusal([](auto& input) { input.to = WorkerId{"samir"}; }).detail == "team.other_service");
        CHECK(refusal([](auto& input) { input.people.emplace_back("stranger"); }).code == ErrorCode::notFound);
        CHECK(world.file(person.id).history.size() == 3);
        for (const app::Session& session : {world.priya, world.rowan}) {
            CHECK(team.reassign(session, toTheo(world, {person.id})).error().code == ErrorCode::forbidden);
            CHECK(team.overview(session, app::Scope::team).error().code == ErrorCode::forbidden);
            CHECK(team.declines(session, app::Scope::team, 10).error().code == ErrorCode::forbidden);
            CHECK(team.arrangeCover(session, priyaAway(world, "theo", 0, 1), world.command()).error().code ==
                  ErrorCode::forbidden);
        }
    });
}

TEST_CASE("while somebody is away their work is on the cover's list, marked with whose it is, and nobody changes hands")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        const app::Session theo = *app::Workers{*world.workspace}.signIn(WorkerId{"theo"});
        CHECK(mineOf(world, theo).empty());
        app::Team team{*world.workspace};
        const CommandId command = world.command();
        const auto cover = team.arrangeCover(world.joanne, priyaAway(world, "theo", 0, 4), command);
        REQUIRE(cover);
        CHECK(team.arrangeCover(world.joanne, priyaAway(world, "theo", 0, 4), command)->id == cover->id);
        const auto items = mineOf(world, theo);
        REQUIRE_FALSE(items.empty());
        CHECK(items.front().coverFor == "Priya Raman");
        CHECK(items.front().person == person.id);
        CHECK(mineOf(world, world.priya).front().coverFor.empty());
        everyOpenNeedIsHeld(world, person.id);
        CHECK(world.file(person.id).now.needs.mentalHealth.holder->worker == WorkerId{"priya"});
        const app::TeamMember priya = member(world, "priya");
        CHECK(priya.awayNow);
        CHECK(priya.coveredBy == "Theo Grant");
        CHECK(member(world, "theo").covers == std::vector<std::string>{"Priya Raman"});

        REQUIRE(team.endCover(world.joanne, cover->id, cover->version));
        CHECK(mineOf(world, theo).empty());
        CHECK(team.endCover(world.joanne, cover->id, cover->version).error().code == ErrorCode::conflict);
        REQUIRE(team.arrangeCover(world.joanne, priyaAway(world, "theo", 2, 3), world.command()));
        CHECK(mineOf(world, theo).empty());
        world.clock.advance(std::chrono::days{2});
        CHECK_FALSE(mineOf(world, theo).empty());
        world.clock.advance(std::chrono::days{2});
        CHECK(mineOf(world, theo).empty());
    });
}

TEST_CASE("a cover is somebody of the same service who may do as much and is not away or stood in for")
{
    onEveryStore([](AppWorld& world) {
        app::Team team{*world.workspace};
        const auto refusal = [&](const Cover& cover) {
            const auto answer = team.arrangeCover(world.joanne, cover, world.command());
            REQUIRE_FALSE(answer);
            return answer.error().where + " " + answer.error().detail;
        };
        CHECK(refusal(priyaAway(world, "samir", 0, 1)) == "by cover.other_service");
        CHECK(refusal(priyaAway(world, "priya", 0, 1)).starts_with("by "));
        CHECK(refusal(priyaAway(world, "rowan", 0, 1)).starts_with("by "));
        CHECK(refusal(priyaAway(world, "theo", 3, 1)).starts_with("to "));
        CHECK(refusal(priyaAway(world, "theo", -3, -1)).starts_with("to "));
        Cover joanne = priyaAway(world, "theo", 0, 1);
        joanne.worker = WorkerId{"joanne"};
        CHECK(refusal(joanne) == "by cover.lesser_role");
        REQUIRE(team.arrangeCover(world.joanne, priyaAway(world, "theo", 0, 4), world.command()));
        CHECK(refusal(priyaAway(world, "joanne", 4, 5)) == "from cover.overlaps");
        Cover theo = priyaAway(world, "joanne", 2, 2);
        theo.worker = WorkerId{"theo"};
        CHECK(refusal(theo) == "from cover.overlaps");
        theo.from = theo.to = theo.from + std::chrono::days{5};
        CHECK(team.arrangeCover(world.joanne, theo, world.command()));
    });
}

TEST_CASE("a decline is confirmed or reclassified once, and both readings are kept")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        event::Response vague = declined(ReasonCode{"S12"});
        const auto outcome = world.recorded(person.id, vague, "not until six months sober");
        app::Team team{*world.workspace};
        const auto waiting = team.declines(world.joanne, app::Scope::team, 100);
        REQUIRE(waiting);
        REQUIRE(waiting->size() == 1);
        CHECK(waiting->front().event == outcome.event);
        REQUIRE(waiting->front().masked);
        CHECK(waiting->front().masked->code == ReasonCode{"N02"});
        const auto look = team.look(world.joanne, person.id, outcome.event);
        REQUIRE(look);
        CHECK(look->label == "Offer cannot be reached");
        CHECK_FALSE(look->protocol.empty());
        CHECK(look->candidates.front().code == ReasonCode{"N02"});
        CHECK(look->decline.words == "not until six months sober");
        CHECK(look->decline.authorName == "Priya Raman");

        REQUIRE(world.recordAs(world.joanne, person.id,
                               event::SecondLook{outcome.event, BounceClass::never, "a condition", WorkerId{"joanne"}},
                               world.clock.now()));
        CHECK(team.declines(world.joanne, app::Scope::team, 100)->empty());
        const app::CaseFile file = world.file(person.id);
        CHECK(file.now.bounces.front().cls == BounceClass::never);
        CHECK(file.now.bounces.front().recordedClass == BounceClass::soft);
        CHECK(file.now.needs.mentalHealth.leg->state == LegState::challenged);
        REQUIRE(world.cases().undo(world.joanne, person.id, file.history.back().event.id, world.command()));
        CHECK(team.declines(world.joanne, app::Scope::team, 100)->size() == 1);
        CHECK(team.look(world.priya, person.id, outcome.event).error().code == ErrorCode::forbidden);
        CHECK(team.look(world.joanne, person.id, EventId{"none"}).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("what a coordinator wrote down needs no confirming")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        REQUIRE(world.recordAs(world.samir, person.id, declined(ReasonCode{"N02"}), world.clock.now()));
        CHECK(app::Team{*world.workspace}.declines(world.joanne, app::Scope::everyone, 100)->empty());
    });
}

TEST_CASE("only a supervisor hands a step of a challenge on, and its outcome is counted")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const event::Response refusal = declined(ReasonCode{"N02"});
        world.recorded(person.id, refusal);
        const event::StepHandedOn handOn{Need::mentalHealth, ServiceId{"cmht"}, WorkerId{"theo"}, "on leave"};
        CHECK(world.record(person.id, handOn).error().code == ErrorCode::forbidden);
        CHECK(world.recordAs(world.samir, person.id, handOn, world.clock.now()).error().code == ErrorCode::forbidden);
        REQUIRE(world.recordAs(world.joanne, person.id, handOn, world.clock.now()));
        const app::Session theo = *app::Workers{*world.workspace}.signIn(WorkerId{"theo"});
        REQUIRE(mineOf(world, theo).size() == 1);
        CHECK(mineOf(world, theo).front().action.what == "keyworker_query");
        const app::CaseFile file = world.file(person.id);
        REQUIRE(file.ladders.size() == 1);
        CHECK(file.ladders.front().rungs.front().handedOn);

        world.recorded(person.id, event::ChallengeSent{Need::mentalHealth, ServiceId{"cmht"}});
        const auto tally = [&] { return app::Team{*world.workspace}.overview(world.joanne, {})->challenges.at(0); };
        CHECK(tally().unanswered == 1);
        event::ChallengeAnswered answer{Need::mentalHealth, ServiceId{"cmht"}, ChallengeOutcome::upheld, false, {}};
        world.recorded(person.id, answer, "we do not agree");
        CHECK(tally().upheld == 1);
        answer.outcome = ChallengeOutcome::overturned;
        world.recorded(person.id, answer);
        CHECK(tally().overturned == 1);
        CHECK(tally().upheld == 0);

        // An answer counts also where nobody wrote down when the challenge was sent.
        const Person other = world.referred("Bea", "Marsh");
        world.recorded(other.id, declined(ReasonCode{"N02"}));
        CHECK(tally().sent == 1);
        answer.outcome = ChallengeOutcome::upheld;
        answer.reason = ReasonCode{"N02"};
        world.recorded(other.id, answer);
        CHECK(tally().sent == 2);
        CHECK(tally().upheld == 1);
    });
}
