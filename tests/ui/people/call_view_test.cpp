#include "person/call_view.h"

#include "domain/calendar.h"
#include "people/samples.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

const WorkingDays days;
const InstrumentSet none;
const ServiceId cmht{"cmht"};
const ServiceId lantern{"lantern"};

CaseLens look(const app::CaseFile& file)
{
    return {file, sampleNow(), days, none, WorkerId{"priya"}};
}

void call(app::CaseFile& file, Instant at, const ServiceId& service, ContactOutcome outcome,
          ContactDirection direction = ContactDirection::out)
{
    app::HistoryEntry entry;
    entry.event.id = EventId{"c" + std::to_string(file.history.size())};
    entry.event.at = at;
    entry.event.recordedAt = at;
    entry.event.body = event::Contact{service, direction, outcome};
    entry.author = WorkerId{"priya"};
    file.history.push_back(std::move(entry));
}

engine::NextAction chaseOf(const ServiceId& service, NeedScope need, const char* what)
{
    engine::NextAction action;
    action.need = need;
    action.what = what;
    action.due = on(2025, 11, 20);
    action.about = service;
    return action;
}

}  // namespace

TEST_CASE("calls are counted for each service since it was asked, without what was entered in error")
{
    app::CaseFile file = danisCase();  // one entry in error about the team, one call answered by Lantern
    call(file, on(2025, 5, 1), cmht, ContactOutcome::spoke);  // before they were asked
    call(file, on(2025, 11, 16, 9), cmht, ContactOutcome::leftMessage);
    call(file, on(2025, 11, 17, 9), cmht, ContactOutcome::replied, ContactDirection::in);  // a letter
    call(file, on(2025, 11, 17, 16, 20), cmht, ContactOutcome::spoke, ContactDirection::in);
    call(file, on(2025, 11, 18, 9, 30), cmht, ContactOutcome::noAnswer);

    const auto calls = callsOf(look(file));
    REQUIRE(calls.size() == 2);
    const CallTally& team = calls[0].service == cmht ? calls[0] : calls[1];
    const CallTally& charity = calls[0].service == cmht ? calls[1] : calls[0];
    CHECK(team.tries.size() == 3);
    CHECK(team.rung == 2);
    CHECK(team.answered == 0);
    CHECK(team.theyRang == 1);
    CHECK(tallyWords(team, sampleNow()) ==
          QStringLiteral("Rung 2 times, never answered; they rang once. Last Today 09:30"));
    CHECK(charity.rung == 1);
    CHECK(charity.answered == 1);
    CHECK(tallyWords(charity, sampleNow()) == QStringLiteral("Rung once, answered once. Last Fri 14 Nov, 11:05"));
    CHECK(tryWords(team.tries.back(), sampleNow(), file.names) ==
          QStringLiteral("Today 09:30: nobody answered (Priya Raman)"));
}

TEST_CASE("who is being chased is rung first, and the worker's own service last")
{
    app::CaseFile file = danisCase();
    CHECK(callsOf(look(file), cmht).front().service == lantern);
    CHECK(callsOf(look(file), lantern).front().service == cmht);

    file.now.nextActions = {chaseOf(lantern, NeedScope::substanceUse, "call_back")};
    CHECK(callsOf(look(file), lantern).front().service == lantern);
    file.now.nextActions = {chaseOf({}, NeedScope::mentalHealth, "chase"),
                            chaseOf(lantern, NeedScope::substanceUse, "call_back")};
    CHECK(callsOf(look(file)).front().service == cmht);
}

TEST_CASE("a service that has both needs is rung once for both, and one whose leg has ended not at all")
{
    app::CaseFile file = danisCase();
    file.now.needs.substanceUse.leg->service = cmht;
    REQUIRE(callsOf(look(file)).size() == 1);
    CHECK(callsOf(look(file)).front().needs.size() == 2);

    file.now.needs.substanceUse.leg->state = LegState::completed;
    CHECK(callsOf(look(file)).front().needs.size() == 1);
    file.now.needs.mentalHealth.leg.reset();
    CHECK(callsOf(look(file)).empty());
}

TEST_CASE("a lane tells its service's calls, and names the service where another one holds the need")
{
    app::CaseFile file = danisCase();
    CHECK(laneOf(look(file), Need::mentalHealth).calls.isEmpty());
    CHECK(laneOf(look(file), Need::substanceUse).calls ==
          QStringLiteral("Rung once, answered once. Last Fri 14 Nov, 11:05"));

    file = garethsCase();
    call(file, on(2025, 11, 18, 9, 30), cmht, ContactOutcome::noAnswer);
    CHECK(laneOf(look(file), Need::mentalHealth).calls ==
          QStringLiteral("Wrenfield CMHT: rung once, not answered. Last Today 09:30"));
}
