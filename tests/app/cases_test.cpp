#include "app/app_world.h"

#include "app/check.h"
#include "store/dump.h"
#include "store/event_repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const ReasonCode soberFirst{"N02"};

std::int64_t eventsOf(AppWorld& world, const PersonId& person)
{
    return store::EventRepository{world.workspace->connection()}.count(person);
}

bool has(const std::vector<app::Change>& changes, std::string_view what, std::string_view after)
{
    return std::ranges::any_of(changes,
                               [&](const app::Change& change) { return change.what == what && change.after == after; });
}

app::RecordInput refusal(AppWorld& world, const Person& person)
{
    app::RecordInput input = world.toRecord(person.id, declined(soberFirst));
    input.words = "come back in three months";
    return input;
}

}  // namespace

TEST_CASE("a refusal until sober leaves the holder in place and is challenged")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto outcome = world.recorded(person.id, declined(soberFirst), "come back in three months");
        REQUIRE(outcome.verdict);
        CHECK(outcome.verdict->cls == BounceClass::never);
        const engine::NeedSnapshot& need = outcome.after.needs.mentalHealth;
        REQUIRE(need.leg);
        CHECK(need.leg->state == LegState::challenged);
        REQUIRE(need.holder);
        CHECK(need.holder->worker == WorkerId{"priya"});
        CHECK(has(outcome.changed, "leg", "challenged"));
        CHECK(has(outcome.changed, "bounce", "N02"));
        CHECK_FALSE(outcome.late);
        CHECK(outcome.names.services.at(ServiceId{"cmht"}) == "Wrenfield CMHT");
        CHECK(outcome.names.workers.at(WorkerId{"priya"}) == "Priya Raman");

        const app::CaseFile file = world.file(person.id);
        CHECK(file.version == outcome.version);
        CHECK(file.history.back().event.words == "come back in three months");
        CHECK(file.now.bounces == outcome.after.bounces);
    });
}

TEST_CASE("a preview answers like the record and saves nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const app::RecordInput input = refusal(world, person);
        const auto audited = world.audit().size();
        const auto preview = world.cases().preview(world.priya, input);
        REQUIRE(preview);
        CHECK(world.audit().size() == audited);
        CHECK(eventsOf(world, person.id) == 3);
        const auto recorded = world.cases().record(world.priya, input);
        REQUIRE(recorded);
        CHECK(recorded->changed == preview->changed);
        CHECK(recorded->after.nextActions == preview->after.nextActions);
        CHECK(recorded->verdict->title == preview->verdict->title);
    });
}

TEST_CASE("a save that carries an old version is a conflict and changes nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::RecordInput stale = refusal(world, person);
        world.recorded(person.id, event::Contact{ServiceId{"cmht"}, ContactDirection::out, ContactOutcome::noAnswer});
        const app::CaseFile before = world.file(person.id);
        const auto answer = world.cases().record(world.priya, stale);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::conflict);
        CHECK(answer.error().where == "version");
        CHECK(world.file(person.id).version == before.version);
        CHECK(world.file(person.id).now.bounces.empty());
    });
}

TEST_CASE("a command sent twice is recorded once and answered the same")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const app::RecordInput input = refusal(world, person);
        const auto first = world.cases().record(world.priya, input);
        REQUIRE(first);
        world.recorded(person.id, event::ChallengeSent{Need::mentalHealth, ServiceId{"cmht"}});
        const auto again = world.cases().record(world.priya, input);
        REQUIRE(again);
        CHECK(again->event == first->event);
        CHECK(again->version == first->version);
        CHECK(again->changed == first->changed);
        CHECK(again->after == first->after);
        CHECK(eventsOf(world, person.id) == 5);
    });
}

TEST_CASE("last week's letter is put where it belongs and says what it changed")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const Instant letter = world.clock.now() + std::chrono::days{1};
        world.clock.advance(std::chrono::days{7});
        world.recorded(person.id, event::Contact{ServiceId{"cmht"}, ContactDirection::out, ContactOutcome::noAnswer});
        const auto outcome = world.recordAs(world.priya, person.id, declined(soberFirst), letter, "by letter");
        REQUIRE(outcome);
        CHECK(outcome->late);
        CHECK(has(outcome->changed, "leg", "challenged"));
        const app::CaseFile file = world.file(person.id);
        REQUIRE(file.history.size() == 5);
        CHECK(file.history[3].event.id == outcome->event);
        CHECK(file.history[3].late);
        CHECK(file.history[3].seq == 5);
        CHECK_FALSE(file.history[4].late);
    });
}

TEST_CASE("what cannot have happened is refused at its field")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto wrong = [&](EventBody body, Instant at) {
            const auto answer = world.recordAs(world.priya, person.id, std::move(body), at);
            REQUIRE_FALSE(answer);
            CHECK(answer.error().code == ErrorCode::invalid);
            return answer.error().where;
        };
        const Instant now = world.clock.now();
        CHECK(wrong(declined(soberFirst), now + std::chrono::minutes{6}) == "/at");
        CHECK(wrong(declined(soberFirst), Instant{std::chrono::sys_days{std::chrono::year{1980} / 1 / 1}}) == "/at");
        CHECK(wrong(declined(ReasonCode{"N99"}), now) == "/reason");
        CHECK(wrong(declined(soberFirst, ServiceId{"nowhere"}), now) == "/service");
        CHECK(wrong(event::EnteredInError{EventId{"unknown"}, "typing"}, now) == "/event");
        CHECK(wrong(event::Now{}, now) == "/type");
        CHECK(world.file(person.id).version == 3);
        CHECK(world.recordAs(world.priya, person.id, declined(soberFirst), now + std::chrono::minutes{4}));
    });
}

TEST_CASE("what the engine does not allow is refused with its rule and nothing is saved")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto answer = world.recordAs(world.samir, person.id, event::JointClosure{"done", {"priya"}, "fine", {}},
                                           world.clock.now());
        REQUIRE_FALSE(answer);
        CHECK(answer.error().where.starts_with('/'));
        CHECK(world.file(person.id).version == 3);
    });
}

TEST_CASE("who stands by a refusal says why: by a reason, or in their own words")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.recorded(person.id, declined(soberFirst));
        event::ChallengeAnswered answer{Need::mentalHealth, ServiceId{"cmht"}, ChallengeOutcome::upheld, false, {}};
        for (const char* nothing : {"", " \n"}) {
            const auto refused = world.record(person.id, answer, nothing);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::invalid);
            CHECK(refused.error().where == "/reason");
        }
        CHECK(world.record(person.id, answer, "not before six weeks"));
        answer.reason = ReasonCode{"N99"};
        CHECK(world.record(person.id, answer).error().where == "/reason");
        answer.reason = soberFirst;
        const auto kept = world.record(person.id, answer);
        REQUIRE(kept);
        const app::CaseFile file = world.file(person.id);
        CHECK(std::get<event::ChallengeAnswered>(file.history.back().event.body).reason == soberFirst);
        // Changing an answer needs no reason, and has none.
        answer.outcome = ChallengeOutcome::overturned;
        CHECK(world.record(person.id, answer).error().where == "/reason");
        answer.reason.reset();
        CHECK(world.record(person.id, answer));
    });
}

TEST_CASE("protocols and leaflets that were named before are offered again, the latest first")
{
    onEveryStore([](AppWorld& world) {
        const ServiceId cmht{"cmht"};
        const Person person = world.referred();
        const Person other = world.referred("Bea", "Marsh");
        CHECK(world.cases().protocolsNamed(world.priya)->empty());
        const auto name = [&](const Person& of, const char* protocol) {
            world.recorded(of.id, event::ProtocolApplied{Need::mentalHealth, cmht, true, {}, protocol});
            world.clock.advance(std::chrono::hours{1});
        };
        name(person, "Joint protocol 2");
        name(other, "Joint protocol 3");
        name(other, "");
        name(person, "Leaflet, May 2026");
        name(other, "Joint protocol 3");
        CHECK(*world.cases().protocolsNamed(world.priya) ==
              std::vector<std::string>{"Joint protocol 3", "Leaflet, May 2026", "Joint protocol 2"});
        CHECK(world.cases().protocolsNamed(world.rowan).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("a history that is refused leaves every table as it was")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.clock.advance(std::chrono::days{3});
        world.recorded(person.id, event::PersonDied{londonDate(world.clock.now())});
        const Person other = world.referred("Bea", "Marsh");
        const app::CaseFile died = world.file(person.id);
        const app::CaseFile there = world.file(other.id);
        const auto lines = [&] {
            std::vector<std::string> all;
            store::dump(world.workspace->connection(), [&](std::string_view line) { all.emplace_back(line); });
            return all;
        };
        const Instant now = world.clock.now();
        struct Wrong {
            const app::CaseFile& of;
            EventBody body;
            Instant at;
        };
        const std::vector<Wrong> wrongs{
            // the engine's own rules
            {there, event::JointClosure{"done", {"priya"}, "fine"}, now},
            {there, event::ChallengeWithdrawn{Need::mentalHealth, ServiceId{"cmht"}, "a mistake"}, now},
            {there, event::HandoverAccepted{Need::mentalHealth, ServiceId{"nowhere"}, WorkerId{"samir"}}, now},
            {there, event::ReferralSent{{{Need::mentalHealth, ServiceId{"nowhere"}}}}, now},
            // what comes late and would make the rest impossible, and what has not happened yet
            {died, event::PersonDied{londonDate(now)}, now - std::chrono::days{1}},
            {there, declined(soberFirst), now + std::chrono::hours{1}},
            {there, event::PersonDied{londonDate(now) + std::chrono::days{1}}, now},
        };
        for (std::size_t i = 0; i < wrongs.size(); ++i) {
            INFO(i);
            const auto before = lines();
            app::RecordInput input;
            input.person = wrongs[i].of.person.id;
            input.seenVersion = wrongs[i].of.version;
            input.command = world.command();
            input.at = wrongs[i].at;
            input.body = wrongs[i].body;
            CHECK_FALSE(world.cases().record(world.samir, input));
            CHECK((lines() == before));
        }
        const auto before = lines();
        app::SignInput sign;
        sign.person = there.person.id;
        sign.seenVersion = there.version;
        sign.command = world.command();
        sign.at = now + std::chrono::hours{1};
        sign.form.askedAboutBoth = true;
        sign.form.status = {NeedStatus::present, NeedStatus::present};
        CHECK_FALSE(app::Assessments{*world.workspace}.sign(world.priya, sign));
        CHECK((lines() == before));
    });
}

TEST_CASE("undo voids an entry and keeps it in sight")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto refused = world.recorded(person.id, declined(soberFirst));
        const auto undone = world.cases().undo(world.priya, person.id, refused.event, world.command());
        REQUIRE(undone);
        CHECK(undone->after.bounces.empty());
        CHECK(undone->after.needs.mentalHealth.leg->state == LegState::sent);
        const app::CaseFile file = world.file(person.id);
        const auto entry = std::ranges::find(file.history, refused.event, [](const auto& e) { return e.event.id; });
        REQUIRE(entry != file.history.end());
        CHECK(entry->voided);
        CHECK_FALSE(entry->voidReason.empty());
        const auto again = world.cases().undo(world.priya, person.id, refused.event, world.command());
        REQUIRE_FALSE(again);
        CHECK(again.error().where == "/event");
    });
}

TEST_CASE("a second look keeps both classes, and a keyworker cannot give one")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto refused = world.recorded(person.id, declined(soberFirst));
        const event::SecondLook look{refused.event, BounceClass::handover, "looked at again", WorkerId{"samir"}};
        const auto denied = world.record(person.id, look);
        REQUIRE_FALSE(denied);
        CHECK(denied.error().code == ErrorCode::forbidden);
        const auto looked = world.recordAs(world.samir, person.id, look, world.clock.now());
        REQUIRE(looked);
        const app::CaseFile file = world.file(person.id);
        const auto entry = std::ranges::find(file.history, refused.event, [](const auto& e) { return e.event.id; });
        REQUIRE(entry != file.history.end());
        CHECK(entry->secondLook == BounceClass::handover);
        CHECK(std::get<event::Response>(entry->event.body).reason == soberFirst);
        CHECK(file.now.bounces.front().cls == BounceClass::handover);
    });
}

TEST_CASE("when a person has died nothing is asked of anybody but the bereavement action")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto outcome = world.recorded(person.id, event::PersonDied{londonDate(world.clock.now())});
        CHECK(outcome.after.died);
        REQUIRE(outcome.after.nextActions.size() == 1);
        CHECK(outcome.after.nextActions.front().what == "bereavement");
        CHECK(outcome.after.letters.empty());
    });
}

TEST_CASE("what has no meaning after a death is refused in words, what came before or mends the record is not")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.clock.advance(std::chrono::days{1});
        const Instant before = world.clock.now();
        world.clock.advance(std::chrono::days{1});
        const auto death = world.recorded(person.id, event::PersonDied{londonDate(world.clock.now())});
        const WorkerId priya{"priya"};
        const ServiceId lantern{"lantern"};
        const std::vector<EventBody> meaningless{
            toBoth(),
            bothNeeds(),
            event::Reopened{Need::mentalHealth, priya, lantern, "asked again"},
            event::HandoverAccepted{Need::mentalHealth, lantern, priya},
            event::WorkerChanged{lantern, priya, Need::mentalHealth},
            event::AftercarePlanned{Need::mentalHealth, londonDate(world.clock.now() + std::chrono::days{90}), {}},
            event::SecondOpinionRequested{Need::mentalHealth, ServiceId{"cmht"}},
            event::SupportCheckIn{NeedScope::both, priya, ContactOutcome::spoke, SupportChange::same},
            event::Attempt{Need::mentalHealth, "gp", {}, priya, {}, {}},
            event::PersonDied{londonDate(world.clock.now())},
        };
        for (const EventBody& body : meaningless) {
            INFO(eventKindNames[body.index()]);
            const auto refused = world.record(person.id, body);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::refused);
            CHECK(refused.error().detail.starts_with("person.died"));
        }
        CHECK(world.record(person.id, event::Contact{lantern, ContactDirection::out, ContactOutcome::spoke}));
        CHECK(world.record(person.id, event::OutcomeFedBack{"gp", "by phone"}));
        CHECK(world.recordAs(world.priya, person.id, toBoth(), before));
        REQUIRE(world.record(person.id, event::EnteredInError{death.event, "it was somebody else"}));
        const auto again = world.record(person.id, toBoth());
        CHECK(again);
        CHECK_FALSE(world.file(person.id).now.died);
    });
}

TEST_CASE("a history in which something followed a death still opens")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const Instant now = world.clock.now();
        world.clock.advance(std::chrono::days{2});
        world.recorded(person.id, toBoth());
        const auto death =
            world.recordAs(world.priya, person.id, event::PersonDied{londonDate(now)}, now + std::chrono::hours{1});
        REQUIRE(death);  // learned of late: what was recorded since stays
        const app::CaseFile file = world.file(person.id);
        CHECK(file.now.died);
        CHECK(std::holds_alternative<event::ReferralSent>(file.history.back().event.body));
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
    });
}

TEST_CASE("every use case writes one audit entry, views too, and a refused attempt as well")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        auto count = world.audit().size();
        const auto one = [&](std::string_view action, std::string_view detail) {
            const auto audit = world.audit();
            REQUIRE(audit.size() == ++count);
            CHECK(audit.back().action == action);
            CHECK(audit.back().detail == detail);
            CHECK(audit.back().subject == person.id.text());
        };
        app::RecordInput input = refusal(world, person);
        one("view_person", "");
        REQUIRE(world.cases().record(world.priya, input));
        one("record_response", "response");
        REQUIRE(world.cases().record(world.priya, input));
        one("record_response", "response repeated");
        REQUIRE_FALSE(world.cases().open(world.rowan, person.id));
        one("view_person", "refused");
    });
}

TEST_CASE("a session of a worker who has left since may do nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Workers workers{*world.workspace};
        Worker theo = *workers.signIn(WorkerId{"theo"}).transform([](app::Session s) { return s.worker; });
        const app::Session old{theo};
        theo.active = false;
        REQUIRE(workers.save(world.joanne, theo, world.command()));
        const auto answer = world.cases().open(old, person.id);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("the score before stands beside the new one")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        event::AssessmentSigned assessed = bothNeeds();
        assessed.instruments = {{InstrumentId{"PHQ-9"}, {2, 2, 2, 2, 2, 2, 2, 2, 0}}};
        world.recorded(person.id, assessed);
        CHECK(world.file(person.id).earlierScores.empty());
        world.clock.advance(std::chrono::days{30});
        assessed.instruments = {{InstrumentId{"PHQ-9"}, {1, 1, 1, 1, 1, 1, 1, 1, 0}}};
        world.recorded(person.id, assessed);
        const app::CaseFile file = world.file(person.id);
        REQUIRE(file.earlierScores.size() == 1);
        CHECK(file.earlierScores.front().total == 16);
        CHECK(file.now.scores.front().total == 8);
        CHECK(file.lastAssessedAt == world.clock.now());
    });
}
