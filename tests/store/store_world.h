// A small caseload for the tests of the store: a builder for each row, and every backend through one macro.
#pragma once

#include "db/transaction.h"
#include "domain/person.h"
#include "domain/service.h"
#include "domain/worker.h"
#include "store/case_cache.h"
#include "store/command_log.h"
#include "store/event_repository.h"
#include "store/person_repository.h"
#include "store/schema.h"
#include "store/service_repository.h"
#include "store/worker_repository.h"
#include "support/backends.h"
#include "support/manual_clock.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

namespace holdfast::test {

using namespace std::chrono_literals;

inline std::vector<Backend> stores()
{
    return backends(store::schema().sqlite, store::schema().postgres);
}

inline constexpr Date mondaysDate = std::chrono::floor<std::chrono::days>(monday);

inline Person aPerson(std::string_view id, std::string given, std::string family)
{
    Person person;
    person.id = PersonId{id};
    person.givenName = std::move(given);
    person.familyName = std::move(family);
    person.nhsNumberMissing = NhsNumberMissing::notKnown;
    return person;
}

inline Worker aWorker(std::string_view id, std::string name, std::string_view service)
{
    Worker worker;
    worker.id = WorkerId{id};
    worker.name = std::move(name);
    worker.service = ServiceId{service};
    return worker;
}

inline Service aService(std::string_view id, std::string name)
{
    Service service;
    service.id = ServiceId{id};
    service.name = std::move(name);
    service.needs = {Need::mentalHealth};
    return service;
}

/// A case with both needs open, held by Priya of Lantern, both legs sent, one action on her desk.
inline store::CaseCacheRows aCase(std::string_view person)
{
    store::CaseCacheRows rows;
    rows.person = PersonId{person};
    rows.version = 0;
    rows.computedAt = monday;
    rows.nextWake = monday + 48h;
    rows.clasp = ClaspState::held;
    rows.openNeeds = 2;
    rows.nextDue = monday + 24h;
    rows.accountable = WorkerId{"priya"};
    rows.policyVersion = "england 1";
    for (const Need need : allNeeds) {
        store::NeedCache& cached = rows.needs[need];
        cached.status = NeedStatus::present;
        cached.severity = Severity::moderate;
        cached.detail = need == Need::mentalHealth ? "psychosis" : "alcohol";
        cached.firstAskedAt = monday - 24h;
        cached.holderService = ServiceId{"lantern"};
        cached.holderWorker = WorkerId{"priya"};
        cached.heldSince = monday - 24h;
        cached.legState = LegState::sent;
        cached.legService = ServiceId{need == Need::mentalHealth ? "cmht" : "lantern"};
        cached.legSince = monday;
        cached.sentAt = monday;
        cached.silentFrom = monday + 48h;
        cached.nextDue = monday + 24h;
        cached.nextWhat = "chase";
    }
    store::ActionCache action;
    action.what = "chase";
    action.ownerRole = "worker";
    action.ownerWorker = WorkerId{"priya"};
    action.due = monday + 24h;
    action.rule = RuleId{"silence.chase"};
    action.group = 1;
    action.desk = store::deskOf(WorkerId{"priya"});
    action.team = ServiceId{"lantern"};
    action.aboutService = ServiceId{"cmht"};
    rows.actions = {action};
    return rows;
}

inline store::BounceCache aBounce(Date on, std::string service = "cmht", std::string_view code = "N02")
{
    store::BounceCache bounce;
    bounce.event = EventId{"event-1"};
    bounce.code = ReasonCode{code};
    bounce.cls = BounceClass::never;
    bounce.service = std::move(service);
    bounce.pointsTo = ServiceId{"lantern"};
    bounce.on = on;
    bounce.at = Instant{on} + 10h;
    bounce.daysLost = 7;
    bounce.substanceUseCited = true;
    return bounce;
}

inline store::EventRow anEvent(std::string_view person, std::int64_t seq, Instant at = monday)
{
    store::EventRow event;
    event.person = PersonId{person};
    event.seq = seq;
    event.id = EventId{std::string{person} + "-" + std::to_string(seq)};
    event.at = at;
    event.recordedAt = monday + 1h;
    event.kind = "contact";
    event.body = R"({"service":"lantern"})";
    event.words = "Rang twice — \"no answer\"";
    event.author = WorkerId{"priya"};
    event.policyVersion = "england 1";
    event.command = CommandId{"command-1"};
    event.channel = "phone";
    event.toldBy = "duty clinician";
    return event;
}

/// The command that anEvent() names.
inline void rememberCommand(db::Connection& connection, std::string_view id = "command-1")
{
    store::CommandLog{connection}.remember(
        {CommandId{id}, "record_contact", "person-1", WorkerId{"priya"}, monday + 1h});
}

inline void addPerson(db::Connection& connection, const Person& person)
{
    if (!store::PersonRepository{connection}.insert(person))
        throw std::logic_error{"the test's own person was refused"};
}

/// Priya of Lantern, Jo of the community team, and the two services.
inline void addStaff(db::Connection& connection)
{
    store::WorkerRepository workers{connection};
    store::ServiceRepository services{connection};
    const bool added = workers.insert(aWorker("priya", "Priya Raman", "lantern")) &&
                       workers.insert(aWorker("jo", "Jo Mercer", "cmht")) &&
                       services.insert(aService("lantern", "Lantern Drug and Alcohol")) &&
                       services.insert(aService("cmht", "Wrenfield Community Mental Health Team"));
    if (!added)
        throw std::logic_error{"the test's own staff were refused"};
}

}  // namespace holdfast::test

/// Opens an empty store of each kind in turn, as `connection`.
#define ON_EVERY_STORE(connection)                                                                                     \
    const auto backend = GENERATE(from_range(holdfast::test::stores()));                                               \
    INFO(backend.name);                                                                                                \
    const auto owned = backend.open();                                                                                 \
    holdfast::db::Connection& connection = *owned
