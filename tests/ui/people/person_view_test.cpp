#include "person/person_view.h"

#include "domain/calendar.h"
#include "people/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

const WorkingDays days;

InstrumentSet instruments()
{
    Instrument phq;
    phq.id = InstrumentId{"PHQ-9"};
    phq.need = Need::mentalHealth;
    Instrument audit;
    audit.id = InstrumentId{"AUDIT"};
    audit.need = Need::substanceUse;
    return InstrumentSet{{phq, audit}};
}

const InstrumentSet known = instruments();

CaseLens look(const app::CaseFile& file)
{
    return {file, sampleNow(), days, known, WorkerId{"priya"}};
}

}  // namespace

TEST_CASE("a lane says who holds the need, what is next by when, and how the score moved")
{
    const app::CaseFile file = danisCase();
    const LaneCardData lane = laneOf(look(file), Need::mentalHealth);

    CHECK(lane.holder == QStringLiteral("Wrenfield CMHT"));
    CHECK(lane.person == QStringLiteral("Samir Haddad"));
    CHECK(lane.stateText == QStringLiteral("Waiting"));
    CHECK(lane.stateDay == QStringLiteral("2 Jun"));
    CHECK(lane.next == QStringLiteral("Thu 27 Nov, 17:30"));
    REQUIRE(lane.measures.size() == 2);
    CHECK(lane.measures[0].value == QStringLiteral("169 days"));
    CHECK(lane.measures[0].detail == QStringLiteral("since 2 Jun"));
    CHECK(lane.measures[1].value == QStringLiteral("14"));
    CHECK(lane.measures[1].detail == QStringLiteral("was 19 in June"));
}

TEST_CASE("the worker at the screen is told that it is them")
{
    const app::CaseFile file = danisCase();
    CHECK(laneOf(look(file), Need::substanceUse).person == QStringLiteral("Priya Raman (you)"));
}

TEST_CASE("a need that is not open keeps its lane and says when it was asked about")
{
    app::CaseFile file = danisCase();
    file.now.needs.substanceUse = {};
    file.now.needs.substanceUse.status = NeedStatus::none;
    const LaneCardData lane = laneOf(look(file), Need::substanceUse);

    CHECK(lane.holder == QStringLiteral("No need found"));
    CHECK(lane.person == QStringLiteral("Asked on 3 Nov"));
    CHECK(lane.state == TagState::asked);
}

TEST_CASE("a refusing service stays named in the lane until another one accepts")
{
    const app::CaseFile file = garethsCase();
    const LaneCardData lane = laneOf(look(file), Need::mentalHealth);

    CHECK(lane.state == TagState::bounced);
    CHECK(lane.caption.contains(QStringLiteral("Wrenfield CMHT")));
    CHECK(lane.holder == QStringLiteral("Lantern Drug & Alcohol"));
}

TEST_CASE("the clasp counts from the day the later service accepted")
{
    const app::CaseFile file = danisCase();
    const ClaspData clasp = claspOf(look(file));

    CHECK(clasp.state == ClaspData::State::held);
    CHECK(clasp.headline == QStringLiteral("Held together"));
    CHECK(clasp.since == QStringLiteral("since 2 Jun, day 169"));
}

TEST_CASE("the clasp changes with a refusal, a late reply, an open lane and an ended hold, and never goes")
{
    app::CaseFile file = garethsCase();
    CHECK(claspOf(look(file)).state == ClaspData::State::challenged);

    auto& leg = *file.now.needs.mentalHealth.leg;
    leg.state = LegState::sent;
    CHECK(claspOf(look(file)).state == ClaspData::State::open);
    CHECK(claspOf(look(file)).openLane == Lane::mentalHealth);

    leg.silentFrom = sampleNow() - std::chrono::hours{96};
    CHECK(claspOf(look(file)).state == ClaspData::State::late);
    CHECK(claspOf(look(file)).since == QStringLiteral("2 days overdue"));

    file.now.clasp = ClaspState::released;
    CHECK(claspOf(look(file)).state == ClaspData::State::ended);
}

TEST_CASE("neither an acceptance that was voided nor one that was taken back starts the hold")
{
    app::HistoryEntry early;
    early.event.at = on(2025, 1, 20);
    early.event.body = event::Response{Need::mentalHealth, ServiceId{"cmht"}, ResponseKind::accepted, {}, {}, {}, {}};

    app::CaseFile takenBack = danisCase();  // refused on 3 February
    takenBack.history.insert(takenBack.history.begin() + 1, early);
    CHECK(joinedSince(takenBack) == on(2025, 6, 2));

    app::CaseFile voided = danisCase();
    early.event.at = on(2025, 5, 30);
    early.voided = true;
    voided.history.insert(voided.history.begin() + 6, early);
    CHECK(joinedSince(voided) == on(2025, 6, 2));
}

TEST_CASE("a case that is not joined has no day from which it was held together")
{
    app::CaseFile file = danisCase();
    file.now.clasp = ClaspState::held;
    CHECK_FALSE(joinedSince(file));
    CHECK_FALSE(timelineOf(look(file)).heldFrom);
}

TEST_CASE("the timeline shows what was said, by whom, and the days lost")
{
    const app::CaseFile file = danisCase();
    const TimelineData timeline = timelineOf(look(file));

    REQUIRE(timeline.bounces.size() == 5);
    CHECK(timeline.bounces[0].words == QStringLiteral("Must be abstinent 3 months"));
    CHECK(timeline.bounces[2].service == QStringLiteral("Talking Therapies"));
    CHECK(timeline.bounces[2].daysLost == 37);
    CHECK(timeline.firstReferral == QDate(2025, 1, 13));
    CHECK(timeline.heldFrom == QDate(2025, 6, 2));

    QString sum;
    for (const auto& run : timelineSum(look(file)))
        sum += run.text;
    CHECK(sum == QStringLiteral("5 bounces between 3 teams. 140 days lost before Dani was held by both."));
}

TEST_CASE("safety comes first in the strip, one alert a line, with its explanation")
{
    app::CaseFile file = danisCase();
    file.now.safety.suicidalThoughts = true;
    file.now.safety.overdose = false;
    const auto alerts = alertsOf(look(file));

    REQUIRE(alerts.size() >= 5);
    CHECK(alerts[0].strong == QStringLiteral("Seizure risk"));
    CHECK(alerts[0].rest == QStringLiteral("if drinking stops suddenly"));
    CHECK(alerts[3].strong == QStringLiteral("Thoughts of suicide"));
    bool stillSafety = true;
    for (const auto& alert : alerts) {
        CHECK((stillSafety || !alert.safety));
        stillSafety = alert.safety;
    }
}

TEST_CASE("the header groups the number 3 3 4, and says why there is none")
{
    const app::CaseFile dani = danisCase();
    CHECK(headerOf(look(dani)).nhsNumber == QStringLiteral("999 526 0182"));
    CHECK(headerOf(look(dani)).likesToBeCalled == QStringLiteral("Dani"));
    CHECK(headerOf(look(dani)).age == QStringLiteral("34"));

    const app::CaseFile gareth = garethsCase();
    CHECK(headerOf(look(gareth)).nhsNumber == QStringLiteral("not looked up yet"));
    CHECK(headerOf(look(gareth)).likesToBeCalled.isEmpty());
}
