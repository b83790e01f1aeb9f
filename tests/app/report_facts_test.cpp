// What the reports count, from what workers record: the whole way from the events to the figures.
#include "app/app_world.h"
#include "app/november_report.h"

#include "report/measure.h"
#include "store/case_cache.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using report::FactKind;

namespace {

const ServiceId cmht{"cmht"};
const ServiceId lantern{"lantern"};

store::CaseCacheRows rowsOf(AppWorld& world, const PersonId& person)
{
    return store::CaseCache{world.workspace->connection()}.find(person).value();
}

std::vector<report::Fact> factsOf(AppWorld& world, const PersonId& person, FactKind kind)
{
    std::vector<report::Fact> found;
    for (const report::Fact& each : rowsOf(world, person).facts)
        if (each.kind == kind)
            found.push_back(each);
    return found;
}

/// "1 of 2", "3", or "*" as the document has a measure.
std::string figure(const report::Document& document, std::string_view id)
{
    const auto words = [](const report::Cell& cell) {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return std::to_string(*number);
        return std::string{std::holds_alternative<report::Hidden>(cell) ? "*" : ""};
    };
    for (const auto& row : document.table("measures")->rows)
        if (std::get<std::string>(row[0]) == id)
            return words(row[3]) + (words(row[4]).empty() ? "" : " of " + words(row[4]));
    return "none";
}

}  // namespace

TEST_CASE("a referral knows what came of it: answered, turned away for the other need, and not accepted")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.clock.advance(std::chrono::days{3});
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        const auto rows = rowsOf(world, person.id);
        const auto leg = std::ranges::find(rows.sent, Need::mentalHealth, &store::SentCache::need);
        REQUIRE(leg != rows.sent.end());
        CHECK(leg->marks.number == 1);
        CHECK(leg->marks.answered == leg->on + std::chrono::days{3});
        CHECK(leg->marks.decided == leg->marks.answered);
        CHECK(leg->marks.answerDue == leg->on + std::chrono::days{2});    // Tuesday to Thursday
        CHECK(leg->marks.decisionDue == leg->on + std::chrono::days{7});  // five working days
        CHECK_FALSE(leg->marks.accepted);
        CHECK(leg->marks.bounced);
        CHECK(leg->marks.otherNeedCited);
        CHECK(leg->where.author == world.priya.worker.id);
        const auto other = std::ranges::find(rows.sent, Need::substanceUse, &store::SentCache::need);
        REQUIRE(other != rows.sent.end());
        CHECK(other->marks.accepted);
        CHECK_FALSE(other->marks.bounced);
        const auto refusal = std::ranges::find(rows.bounces, ReasonCode{"N02"}, &store::BounceCache::code);
        REQUIRE(refusal != rows.bounces.end());  // beside the silence of the days before
        CHECK(refusal->where.author == world.priya.worker.id);
        CHECK(refusal->quadrant == "held_together");
        CHECK_FALSE(refusal->attempt);
    });
}

TEST_CASE("a challenge runs to its answer, its further steps count once, and calls before it were not needed")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, event::Contact{cmht, ContactDirection::out, ContactOutcome::spoke});
        world.clock.advance(std::chrono::days{1});
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        world.recorded(person.id, event::ChallengeSent{Need::mentalHealth, cmht});
        world.clock.advance(std::chrono::days{2});
        world.recorded(person.id, event::Contact{cmht, ContactDirection::out, ContactOutcome::noAnswer});
        world.recorded(person.id, event::ChallengeSent{Need::mentalHealth, cmht});
        world.clock.advance(std::chrono::days{2});
        world.recorded(person.id,
                       event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, true, {}, {}});
        const auto challenges = factsOf(world, person.id, FactKind::challenge);
        REQUIRE(challenges.size() == 1);
        CHECK(challenges.front().outcome == report::Outcome::overturned);
        CHECK(challenges.front().until == challenges.front().on + std::chrono::days{4});
        const auto calls = factsOf(world, person.id, FactKind::contactOut);
        REQUIRE(calls.size() == 2);
        CHECK_FALSE(calls.front().yes);
        CHECK(calls.back().yes);
        CHECK(calls.back().outcome == report::Outcome::noAnswer);
        const auto joint = factsOf(world, person.id, FactKind::joint);
        REQUIRE(joint.size() == 1);
        CHECK(joint.front().until == joint.front().on + std::chrono::days{5});
    });
}

TEST_CASE("two services that send somebody to each other play one match, until a joint meeting")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto refuse = [&](const ServiceId& by, Need need, const ServiceId& to) {
            event::Response refusal = declined(ReasonCode{need == Need::mentalHealth ? "N04" : "N05"}, by, need);
            refusal.pointsTo = to;
            world.clock.advance(std::chrono::days{1});
            world.recorded(person.id, refusal);
        };
        refuse(cmht, Need::mentalHealth, lantern);
        refuse(lantern, Need::substanceUse, cmht);
        refuse(cmht, Need::mentalHealth, lantern);
        const auto bounces = rowsOf(world, person.id).bounces;
        REQUIRE(bounces.size() == 3);
        CHECK_FALSE(bounces[0].tennis);
        CHECK(bounces[1].tennis);
        CHECK_FALSE(bounces[2].tennis);
    });
}

TEST_CASE("days lost are the whole days since the person was referred, whenever the case was last looked at")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        world.clock.advance(std::chrono::days{10} - std::chrono::hours{6});
        world.recorded(person.id, event::Contact{lantern, ContactDirection::out, ContactOutcome::spoke});
        world.clock.advance(std::chrono::hours{7});
        const auto made = app::Reports{*world.workspace}.bounceDocument(world.joanne, exactNovember());
        REQUIRE(made);
        const auto& rows = made->table("measures")->rows;
        const auto lost = std::ranges::find(rows, report::Cell{std::string{"days_lost.bounce"}},
                                            [](const auto& row) { return row[0]; });
        REQUIRE(lost != rows.end());
        CHECK(std::get<double>((*lost)[6]) == 10);
    });
}

TEST_CASE("the report's measures say what was recorded, exact for those inside and hidden for others")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        world.recorded(person.id,
                       event::GoodExperience{NeedScope::both, lantern, world.samir.worker.id, true, "Rang."});
        world.clock.advance(std::chrono::days{6});
        app::Reports reports{*world.workspace};
        const auto exact = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(exact);
        CHECK(figure(*exact, "qs188.mental_health") == "1 of 1");
        CHECK(figure(*exact, "qs188.substance_use") == "0 of 1");
        CHECK(figure(*exact, "bounces.all") == "1");
        CHECK(figure(*exact, "bounces.never") == "1 of 1");
        CHECK(figure(*exact, "people.twice") == "0 of 1");
        CHECK(figure(*exact, "clock.answer") == "0 of 2");
        CHECK(figure(*exact, "well.accepted_first") == "1 of 2");
        CHECK(figure(*exact, "well.held_both") == "1 of 1");
        CHECK(figure(*exact, "first_help.mental_health") == "1");
        CHECK(world.audit().back().action == "export_reports");
        CHECK(world.audit().back().detail == "json 2026-11-01 2026-11-30 exact");
        auto request = exactNovember();
        request.rule = report::DisclosureRule{};
        request.comparePrevious = true;
        const auto safe = reports.bounceDocument(world.joanne, request);
        REQUIRE(safe);
        CHECK(figure(*safe, "bounces.all") == "*");
        CHECK(figure(*safe, "qs188.mental_health") == "* of *");
        CHECK(world.audit().back().detail == "json 2026-11-01 2026-11-30");
    });
}

TEST_CASE("a report for others is of whole months, and a keyworker exports none")
{
    onEveryStore([](AppWorld& world) {
        app::Reports reports{*world.workspace};
        auto request = exactNovember();
        request.query.to -= std::chrono::days{1};
        CHECK(reports.bounceDocument(world.joanne, request));
        request.rule = report::DisclosureRule{};
        CHECK(reports.bounceDocument(world.joanne, request).error().where == "to");
        CHECK(reports.bounceDocument(world.priya, exactNovember()).error().code == ErrorCode::forbidden);
        CHECK(reports.bounceDocument(world.rowan, exactNovember()).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("a report can be narrowed to an area, an age and a team, which a later correction of the person follows")
{
    onEveryStore([](AppWorld& world) {
        Person person = world.referred();
        world.recorded(person.id, declined(ReasonCode{"N02"}));
        app::Reports reports{*world.workspace};
        auto request = exactNovember();
        const auto bounces = [&] {
            const auto made = reports.bounceDocument(world.joanne, request);
            REQUIRE(made);
            return figure(*made, "bounces.all");
        };
        request.query.team = "lantern";
        CHECK(bounces() == "1");
        request.query.team = "cmht";
        CHECK(bounces() == "0");
        request.query.team = {};
        person = world.file(person.id).person;
        person.postcode = "SG1 1AA";
        person.born = Date{std::chrono::year{1990} / 1 / 1};
        REQUIRE(world.people().save(world.priya, person));
        request.query.area = "SG";
        request.query.ageBand = report::AgeBand::from35;
        CHECK(bounces() == "1");
        request.query.ageBand = report::AgeBand::from25;
        CHECK(bounces() == "0");
    });
}

TEST_CASE("a no from somebody who is intoxicated does not end the wait for the first help, and their decision does")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const Date later = londonDate(world.clock.now()) + std::chrono::days{30};
        app::RecordInput input = world.toRecord(person.id, event::PersonDeclined{Need::mentalHealth, later, true});
        input.safety.intoxicatedNow = true;
        REQUIRE(world.cases().record(world.priya, input));
        const auto isLost = [&] {
            return factsOf(world, person.id, FactKind::asked).front().outcome == report::Outcome::lost;
        };
        CHECK_FALSE(isLost());
        world.clock.advance(std::chrono::hours{24});
        input.seenVersion = world.file(person.id).version;
        input.command = world.command();
        input.at = world.clock.now();
        input.safety.intoxicatedNow = false;
        REQUIRE(world.cases().record(world.priya, input));
        CHECK(isLost());
    });
}

TEST_CASE("a need that was met without help that began is followed until then and no longer")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        event::AssessmentSigned assessed = bothNeeds();
        assessed.found.substanceUse = {NeedStatus::none, std::nullopt, {}};
        world.recorded(person.id, assessed);
        world.recorded(person.id, event::ReferralSent{{{Need::mentalHealth, cmht}}});
        event::Response said{Need::mentalHealth, cmht, ResponseKind::accepted, {}, {}, {}, world.samir.worker.id};
        world.recorded(person.id, said);
        world.clock.advance(std::chrono::hours{48});
        said.kind = ResponseKind::completed;
        said.worker.reset();
        const auto asked = [&] {
            for (const report::Fact& each : factsOf(world, person.id, FactKind::asked))
                if (each.need == NeedScope::mentalHealth)
                    return each;
            return report::Fact{};
        };
        world.recorded(person.id, said);  // without a plan for after the leg stays open
        CHECK_FALSE(asked().until);
        world.recorded(person.id, event::AftercarePlanned{Need::mentalHealth, std::nullopt, true});
        world.recorded(person.id, said);
        CHECK(asked().until == londonDate(world.clock.now()));
        CHECK(asked().outcome == report::Outcome::lost);
    });
}

TEST_CASE("a plan for after that was made before the need was opened again does not count for its second ending")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto went = [&](EventBody body) {
            world.clock.advance(std::chrono::hours{1});
            world.recorded(person.id, std::move(body));
        };
        event::Response accepted{Need::mentalHealth, cmht, ResponseKind::accepted, {}, {}, {}, world.samir.worker.id};
        event::Response completed{Need::mentalHealth, cmht, ResponseKind::completed, {}, {}, {}, {}};
        went(event::AftercarePlanned{Need::mentalHealth, std::nullopt, true});
        went(accepted);
        went(completed);
        CHECK(factsOf(world, person.id, FactKind::ended).back().yes);
        went(event::PersonDeclined{Need::mentalHealth, londonDate(world.clock.now()) + std::chrono::days{28}, true});
        went(event::Reopened{Need::mentalHealth, world.samir.worker.id, cmht, "It came back."});
        went(event::ReferralSent{{{Need::mentalHealth, cmht}}});
        went(accepted);
        went(completed);
        CHECK_FALSE(factsOf(world, person.id, FactKind::ended).back().yes);
    });
}

TEST_CASE("somebody born on a twenty-ninth of February turns eighteen on the first of March")
{
    onEveryStore([](AppWorld& world) {
        world.clock.set(Instant{Date{std::chrono::year{2026} / 2 / 2}} + std::chrono::hours{10});
        Person person = world.registered();
        person.born = Date{std::chrono::year{2008} / 2 / 29};
        REQUIRE(world.people().save(world.priya, person));
        world.recorded(person.id, bothNeeds());
        const auto birthdays = factsOf(world, person.id, FactKind::eighteen);
        REQUIRE(birthdays.size() == 2);
        CHECK(birthdays.front().on == Date{std::chrono::year{2026} / 3 / 1});
    });
}
