#include "app/app_world.h"

#include "app/unit_of_work.h"
#include "domain/calendar.h"
#include "store/meta_repository.h"
#include "store/schema.h"
#include "store/service_repository.h"
#include "store/worker_repository.h"
#include "support/backends.h"

#include <catch2/catch_test_macros.hpp>

namespace holdfast::test {
namespace {

Service aService(const char* id, const char* name, ServiceKind kind, std::vector<Need> needs)
{
    Service service;
    service.id = ServiceId{id};
    service.name = name;
    service.kind = kind;
    service.needs = std::move(needs);
    service.minAge = 18;
    return service;
}

Worker aWorker(const char* id, const char* name, Role role, const char* service)
{
    Worker worker;
    worker.id = WorkerId{id};
    worker.name = name;
    worker.role = role;
    worker.service = ServiceId{service};
    return worker;
}

void fill(db::Connection& connection)
{
    store::ServiceRepository services{connection};
    for (const Service& each :
         {aService("cmht", "Wrenfield CMHT", ServiceKind::communityMentalHealth, {Need::mentalHealth}),
          aService("talking", "Wrenfield Talking Therapies", ServiceKind::talkingTherapies, {Need::mentalHealth}),
          aService("lantern", "Lantern Drug and Alcohol", ServiceKind::drugAndAlcohol, {Need::substanceUse}),
          aService("duty", "Duty desk", ServiceKind::other, {Need::mentalHealth, Need::substanceUse})})
        REQUIRE(services.insert(each));
    store::WorkerRepository workers{connection};
    for (const Worker& each : {aWorker("priya", "Priya Raman", Role::keyworker, "lantern"),
                               aWorker("theo", "Theo Grant", Role::keyworker, "lantern"),
                               aWorker("samir", "Samir Haddad", Role::coordinator, "cmht"),
                               aWorker("joanne", "Joanne Mercer", Role::supervisor, "lantern"),
                               aWorker("rowan", "Rowan Ellery", Role::administrator, "lantern"),
                               aWorker("duty-worker", "Duty worker", Role::coordinator, "duty")})
        REQUIRE(workers.insert(each));
}

}  // namespace

AppWorld::AppWorld(std::unique_ptr<db::Connection> connection, bool practice, bool filled)
{
    {
        db::Transaction transaction{*connection, db::Access::write};
        store::MetaRepository{*connection}.set(store::metaPractice, practice ? "yes" : "no");
        if (filled)
            fill(*connection);
        transaction.commit();
    }
    app::StoreFacts facts;
    facts.practice = practice;
    auto made = app::Workspace::make(std::move(connection), facts, clock, random);
    REQUIRE(made);
    workspace = *std::move(made);
    if (!filled)
        return;
    app::Workers workers{*workspace};
    for (auto& [session, id] :
         {std::pair{&priya, "priya"}, {&samir, "samir"}, {&joanne, "joanne"}, {&rowan, "rowan"}}) {
        auto signedIn = workers.signIn(WorkerId{id});
        REQUIRE(signedIn);
        *session = *std::move(signedIn);
    }
}

Person AppWorld::registered(const std::string& given, const std::string& family)
{
    Person person;
    person.givenName = given;
    person.familyName = family;
    person.born = Date{std::chrono::year{1984} / 5 / 6};
    person.sex = Sex::female;
    person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    auto saved = people().registerPerson(priya, person, command());
    REQUIRE(saved);
    return *std::move(saved);
}

app::RecordInput AppWorld::toRecord(const PersonId& person, EventBody body)
{
    app::RecordInput input;
    input.person = person;
    input.seenVersion = file(person).version;
    input.command = command();
    input.at = clock.now();
    input.body = std::move(body);
    return input;
}

Result<app::RecordOutcome> AppWorld::recordAs(const app::Session& session, const PersonId& person, EventBody body,
                                              Instant at, std::string words)
{
    app::RecordInput input = toRecord(person, std::move(body));
    input.at = at;
    input.words = std::move(words);
    return cases().record(session, input);
}

Result<app::RecordOutcome> AppWorld::record(const PersonId& person, EventBody body, std::string words)
{
    return recordAs(priya, person, std::move(body), clock.now(), std::move(words));
}

app::RecordOutcome AppWorld::recorded(const PersonId& person, EventBody body, std::string words)
{
    auto outcome = record(person, std::move(body), std::move(words));
    INFO((outcome ? std::string{} : outcome.error().where + ' ' + outcome.error().detail));
    REQUIRE(outcome);
    return *std::move(outcome);
}

Person AppWorld::referred(const std::string& given, const std::string& family)
{
    Person person = registered(given, family);
    recorded(person.id, bothNeeds());
    recorded(person.id, toBoth());
    event::Response accepted{Need::substanceUse, ServiceId{"lantern"}, ResponseKind::accepted, {}, {}, {},
                             WorkerId{"priya"}};
    recorded(person.id, accepted);
    return person;
}

app::CaseFile AppWorld::file(const PersonId& person)
{
    auto opened = cases().open(joanne, person);
    REQUIRE(opened);
    return *std::move(opened);
}

std::vector<store::AuditRow> AppWorld::audit()
{
    return store::AuditTrail{workspace->connection()}.page(0, 100'000);
}

void onEveryStore(const std::function<void(AppWorld&)>& test)
{
    for (const Backend& backend :
         backends(store::migrations(db::Dialect::sqlite), store::migrations(db::Dialect::postgres))) {
        INFO(backend.name);
        AppWorld world{backend.open()};
        test(world);
    }
}

record::AssessmentForm askedAboutBoth()
{
    record::AssessmentForm form;
    form.whatMatters = "I want to sleep.";
    form.askedAboutBoth = true;
    form.status = {NeedStatus::present, NeedStatus::present};
    form.severity = {Severity::moderate, Severity::moderate};
    form.conditions = {"low mood"};
    form.substances = {{"alcohol", "most evenings", {}, {}, {}, {}}};
    form.safety = {false, false, false, false, false, false};
    form.safetyPlanReviewed = londonDate(tuesday);
    return form;
}

event::AssessmentSigned bothNeeds()
{
    event::AssessmentSigned assessed;
    assessed.worker = WorkerId{"priya"};
    assessed.service = ServiceId{"lantern"};
    assessed.found.mentalHealth = {NeedStatus::present, Severity::moderate, {"low mood"}};
    assessed.found.substanceUse = {NeedStatus::present, Severity::moderate, {"alcohol"}};
    return assessed;
}

event::ReferralSent toBoth()
{
    return {{{Need::mentalHealth, ServiceId{"cmht"}}, {Need::substanceUse, ServiceId{"lantern"}}}};
}

event::Response declined(const ReasonCode& reason, const ServiceId& service, Need need)
{
    return {need, service, ResponseKind::declined, reason, {}, {}, {}};
}

}  // namespace holdfast::test
