#include "app/policies.h"

#include "app/app_world.h"
#include "app/check.h"
#include "domain/policy_book.h"
#include "exchange/shipped.h"
#include "store/event_repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// A local file over the national one with these members.
std::string local(const std::string& members, const std::string& version = "1")
{
    return R"({"id": "wrenfield", "version": ")" + version +
           R"(", "title": "Wrenfield local protocol", "over": "england")" + (members.empty() ? "" : ", " + members) +
           '}';
}

const std::string quicker = R"("silence_clocks": [{"state": "sent", "working_days": 1}], "delays": {"name_worker": 1})";

app::PolicyDraft read(AppWorld& world, const std::string& text)
{
    auto draft = app::Policies{*world.workspace}.read(world.joanne, text);
    INFO((draft ? std::string{} : draft.error().where + ' ' + draft.error().detail));
    REQUIRE(draft);
    return *std::move(draft);
}

app::PolicyOverview putInForce(AppWorld& world, const app::PolicyDraft& draft, Date from)
{
    auto view = app::Policies{*world.workspace}.putInForce(world.joanne, draft, from);
    INFO((view ? std::string{} : view.error().where + ' ' + view.error().detail));
    REQUIRE(view);
    return *std::move(view);
}

Date today(const AppWorld& world)
{
    return londonDate(world.clock.now());
}

bool isHealthy(AppWorld& world)
{
    const auto report = app::checkStore(*world.workspace, world.joanne, false);
    REQUIRE(report);
    for (const auto& finding : report->findings)
        UNSCOPED_INFO(finding.what << ": " << finding.detail);
    return report->findings.empty();
}

int auditOf(AppWorld& world, const std::string& action)
{
    const auto rows = world.audit();
    return static_cast<int>(std::ranges::count(rows, action, &store::AuditRow::action));
}

}  // namespace

TEST_CASE("a store begins with the shipped policy in force since ever")
{
    onEveryStore([](AppWorld& world) {
        const auto view = app::Policies{*world.workspace}.view(world.priya);
        REQUIRE(view);
        REQUIRE(view->kept.size() == 1);
        CHECK(view->kept[0].id == "england");
        CHECK(view->kept[0].loadedBy.empty());
        REQUIRE(view->terms.size() == 1);
        CHECK(view->terms[0].sinceEver);
        CHECK(view->inForce == view->kept[0].number);
        CHECK(view->policy == world.workspace->policy());
    });
}

TEST_CASE("a local file is read, compared in words and not kept")
{
    onEveryStore([](AppWorld& world) {
        const auto draft = read(world, local(quicker));
        CHECK(draft.policy.id == "wrenfield");
        CHECK_FALSE(draft.number);
        REQUIRE(draft.changes.size() == 2);
        CHECK(report::sentence(draft.changes[0]) == "Silence clock after \"sent\": 2 working days becomes 1");
        CHECK(report::sentence(draft.changes[1]) == "Name a worker: 2 working days becomes 1");
        CHECK(app::Policies{*world.workspace}.view(world.joanne)->kept.size() == 1);
        CHECK(auditOf(world, "load_policy") == 1);
    });
}

TEST_CASE("a bad file is refused with its place, and the policy in force stays")
{
    onEveryStore([](AppWorld& world) {
        const std::string before = world.workspace->policy().version;
        const auto refused = app::Policies{*world.workspace}.read(
            world.joanne, local(R"("silence_clocks": [{"state": "sent", "code": "S99"}])"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where == "/silence_clocks/0/code");
        const auto nobody = app::Policies{*world.workspace}.read(
            world.joanne, local(R"("duty_holder": {"service": "duty", "worker": "somebody"})"));
        REQUIRE_FALSE(nobody);
        CHECK(nobody.error().where == "/duty_holder/worker");
        CHECK(world.workspace->policy().version == before);
        CHECK(app::Policies{*world.workspace}.view(world.joanne)->terms.size() == 1);
    });
}

TEST_CASE("a policy in force from today decides what happens from now on, and nothing that happened before")
{
    onEveryStore([](AppWorld& world) {
        const Person early = world.referred("Ada", "Fenwick");
        const auto silentBefore = world.file(early.id).now.needs.mentalHealth.leg->silentFrom;
        putInForce(world, read(world, local(quicker)), today(world));
        CHECK(world.file(early.id).now.needs.mentalHealth.leg->silentFrom == silentBefore);
        CHECK(isHealthy(world));

        world.clock.advance(std::chrono::minutes{10});
        const Person late = world.referred("Bo", "Lind");
        CHECK(*world.file(late.id).now.needs.mentalHealth.leg->silentFrom < *silentBefore);
        CHECK(world.file(late.id).now.policyId == "wrenfield");
        CHECK(world.workspace->policy().id == "wrenfield");
        const auto rows = store::EventRepository{world.workspace->connection()}.forPerson(late.id);
        REQUIRE_FALSE(rows.empty());
        CHECK(rows.front().policyVersion == "wrenfield 1");
        CHECK(store::EventRepository{world.workspace->connection()}.forPerson(early.id).front().policyVersion ==
              "england " + world.workspace->policyBook().pages().front().policy.version);
        CHECK(isHealthy(world));
    });
}

TEST_CASE("an old decision is explained by the policy of its day, and a late letter is decided by it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const Instant refusedAt = world.clock.now() + std::chrono::hours{1};
        world.clock.advance(std::chrono::hours{48});
        putInForce(world, read(world, local(R"("reasons": [{"code": "N02", "protocol": "Ours says so too."}])")),
                   today(world));
        world.clock.advance(std::chrono::hours{24});
        const auto late = world.recordAs(world.priya, person.id, declined(ReasonCode{"N02"}), refusedAt);
        REQUIRE(late);
        REQUIRE(late->verdict);
        CHECK(late->verdict->policyId == "england");
        CHECK(late->verdict->protocol != "Ours says so too.");
        const auto rows = store::EventRepository{world.workspace->connection()}.forPerson(person.id);
        CHECK(rows.back().policyVersion.starts_with("england "));
        const auto fresh = world.record(person.id, declined(ReasonCode{"N02"}));
        REQUIRE(fresh);
        REQUIRE(fresh->verdict);
        CHECK(fresh->verdict->protocol == "Ours says so too.");
        CHECK(fresh->verdict->policyId == "wrenfield");
        CHECK(isHealthy(world));
    });
}

TEST_CASE("a policy may wait for its day; a day that has passed is refused")
{
    onEveryStore([](AppWorld& world) {
        const auto draft = read(world, local(quicker));
        const auto past =
            app::Policies{*world.workspace}.putInForce(world.joanne, draft, today(world) - std::chrono::days{1});
        REQUIRE_FALSE(past);
        CHECK(past.error().where == "from");
        const auto view = putInForce(world, draft, today(world) + std::chrono::days{3});
        CHECK(world.workspace->policy().id == "england");
        REQUIRE(view.terms.size() == 2);
        CHECK(view.find(view.terms.front().policy)->id == "wrenfield");
        CHECK(view.find(view.terms.front().policy)->loadedBy == "Joanne Mercer");
        CHECK(view.terms.front().putBy == "Joanne Mercer");
        CHECK(view.find(view.inForce)->id == "england");
        const Person person = world.referred();
        world.clock.advance(std::chrono::days{4});
        CHECK(world.workspace->policy().id == "wrenfield");
        CHECK(app::Policies{*world.workspace}
                  .view(world.joanne)
                  ->find(app::Policies{*world.workspace}.view(world.joanne)->inForce)
                  ->id == "wrenfield");
        CHECK(world.file(person.id).now.policyId == "wrenfield");
        CHECK(isHealthy(world));
    });
}

TEST_CASE("an earlier policy can be put in force again")
{
    onEveryStore([](AppWorld& world) {
        const auto first = app::Policies{*world.workspace}.view(world.joanne)->inForce;
        putInForce(world, read(world, local(quicker)), today(world));
        world.clock.advance(std::chrono::hours{1});
        const auto back = app::Policies{*world.workspace}.kept(world.joanne, first);
        REQUIRE(back);
        CHECK(report::sentence(back->changes[0]) == "Silence clock after \"sent\": 1 working day becomes 2");
        putInForce(world, *back, today(world));
        world.clock.advance(std::chrono::seconds{2});
        CHECK(world.workspace->policy().id == "england");
        CHECK(app::Policies{*world.workspace}.view(world.joanne)->kept.size() == 2);
        CHECK(app::Policies{*world.workspace}.view(world.joanne)->terms.size() == 3);
    });
}

TEST_CASE("a name and version stand for one text for ever")
{
    onEveryStore([](AppWorld& world) {
        putInForce(world, read(world, local(quicker)), today(world) + std::chrono::days{1});
        const auto other = app::Policies{*world.workspace}.read(world.joanne, local(""));
        REQUIRE_FALSE(other);
        CHECK(other.error().code == ErrorCode::conflict);
        CHECK(other.error().where == "/version");
        CHECK(read(world, local(quicker)).number);
        CHECK_FALSE(read(world, local("", "2")).number);
    });
}

TEST_CASE("a citation is signed off by name, once, and only then printed in a letter")
{
    onEveryStore([](AppWorld& world) {
        app::Policies policies{*world.workspace};
        const auto before = policies.view(world.joanne);
        REQUIRE(before);
        REQUIRE_FALSE(before->citations.empty());
        const std::string key = before->citations.front().citation.key;
        CHECK_FALSE(before->citations.front().citation.printable());
        const auto after = policies.signOff(world.joanne, key);
        REQUIRE(after);
        CHECK(after->citations.front().citation.signedOffBy == "Joanne Mercer");
        CHECK(after->citations.front().signedAt == world.clock.now());
        CHECK(world.workspace->policy().citation(key)->printable());
        REQUIRE(policies.signOff(world.rowan, key));
        CHECK(policies.view(world.joanne)->citations.front().citation.signedOffBy == "Joanne Mercer");
        CHECK_FALSE(policies.signOff(world.joanne, "No such guide"));
        CHECK(auditOf(world, "sign_off_citation") == 2);
    });
}

TEST_CASE("other words than those that were signed need another sign-off")
{
    onEveryStore([](AppWorld& world) {
        app::Policies policies{*world.workspace};
        const std::string key = policies.view(world.joanne)->citations.front().citation.key;
        REQUIRE(policies.signOff(world.joanne, key));
        putInForce(world, read(world, local(R"("citations": [{"key": ")" + key + R"(", "text": "our own words"}])")),
                   today(world));
        world.clock.advance(std::chrono::seconds{2});
        CHECK_FALSE(policies.view(world.joanne)->citations.front().citation.printable());
    });
}

TEST_CASE("only supervisors and administrators change the policy; everybody may read it")
{
    onEveryStore([](AppWorld& world) {
        app::Policies policies{*world.workspace};
        const auto draft = read(world, local(quicker));
        for (const app::Session& session : {world.priya, world.samir}) {
            CHECK(policies.view(session));
            CHECK(policies.read(session, local(quicker)).error().code == ErrorCode::forbidden);
            CHECK(policies.kept(session, 1).error().code == ErrorCode::forbidden);
            CHECK(policies.bench(session, draft).error().code == ErrorCode::forbidden);
            CHECK(policies.putInForce(session, draft, today(world)).error().code == ErrorCode::forbidden);
            CHECK(policies.signOff(session, "NG225").error().code == ErrorCode::forbidden);
        }
        CHECK(policies.view(world.rowan));
        CHECK(world.workspace->policy().id == "england");
    });
}

TEST_CASE("the scenarios that travel with the program hold, and show what a local policy changes")
{
    onEveryStore([](AppWorld& world) {
        const auto files = app::shippedScenarios();
        REQUIRE(files.size() >= 9);
        app::Policies policies{*world.workspace};
        const auto same = policies.bench(world.joanne, read(world, local("")));
        const auto other = policies.bench(world.joanne, read(world, local(quicker)));
        REQUIRE(same);
        REQUIRE(other);
        int changed = 0;
        for (const app::ScenarioFile& file : files) {
            INFO(file.name);
            const auto alike = same->run(file);
            REQUIRE(alike);
            CHECK(alike->holds());
            CHECK(alike->changes.empty());
            const auto outcome = other->run(file);
            REQUIRE(outcome);
            changed += outcome->changes.empty() ? 0 : 1;
        }
        CHECK(changed > 0);
    });
}

TEST_CASE("another window on the same store notices a new policy before its next decision")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto draft = read(world, local(quicker));
        putInForce(world, draft, today(world));
        const auto* before = &world.workspace->policyBook();
        world.workspace->refreshPolicies();
        CHECK(before == &world.workspace->policyBook());  // read again only when somebody changed it
        world.workspace->forgetPolicies();
        CHECK(world.workspace->policyBook().pages().size() == 2);
        CHECK(before->pages().size() == 2);  // who still reads the old one may go on
    });
}
