#include "report/waits.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace std::chrono_literals;
using report::Wait;
using report::waitsOf;
using report::WaitState;

namespace {

const ServiceId lantern{"lantern"};
const ServiceId harbour{"harbour"};
constexpr Date firstDay{2026y / std::chrono::March / 2};

constexpr Date day(int number)
{
    return firstDay + std::chrono::days{number};
}

/// A history told by the day; each event's id is its place, from "#1".
class Told {
public:
    Told& on(int number, EventBody body, SafetyFacts safety = {})
    {
        Event event;
        event.id = EventId{"#" + std::to_string(m_events.size() + 1)};
        event.at = Instant{day(number)} + 10h;
        event.safety = safety;
        event.body = std::move(body);
        m_events.push_back(std::move(event));
        return *this;
    }
    Told& sent(int number, const ServiceId& service)
    {
        return on(number, event::ReferralSent{{{Need::substanceUse, service}}});
    }
    Told& said(int number, ResponseKind kind, const ServiceId& service = lantern)
    {
        return on(number, event::Response{Need::substanceUse, service, kind, {}, {}, {}, {}});
    }
    /// Refused by the answer that was told last.
    Told& refused()
    {
        m_refusals.push_back(m_events.back().id);
        return *this;
    }
    std::vector<Wait> waits() const { return waitsOf(m_events, m_refusals); }

private:
    std::vector<Event> m_events;
    std::vector<EventId> m_refusals;
};

Wait wait(int from, std::optional<int> until, WaitState state, const ServiceId& service = lantern,
          std::string_view sent = "#1")
{
    return {EventId{sent}, Need::substanceUse, service, day(from), until ? std::optional{day(*until)} : std::nullopt,
            state};
}

using Waits = std::vector<Wait>;

}  // namespace

TEST_CASE("a wait goes from the day a leg was sent to the day the service began, whatever it said between")
{
    const Told told = Told{}
                          .sent(0, lantern)
                          .said(1, ResponseKind::acknowledged)
                          .said(3, ResponseKind::accepted)
                          .said(4, ResponseKind::waitingList)
                          .said(20, ResponseKind::appointmentOffered)
                          .said(27, ResponseKind::didNotAttend);

    CHECK(told.waits() == Waits{wait(0, std::nullopt, WaitState::waiting)});
    CHECK(Told{told}.said(34, ResponseKind::started).waits() == Waits{wait(0, 34, WaitState::started)});
}

TEST_CASE("asking the same service again does not begin the wait anew")
{
    const Told told = Told{}.sent(0, lantern).sent(14, lantern).said(30, ResponseKind::started);

    CHECK(told.waits() == Waits{wait(0, 30, WaitState::started)});
    CHECK(Told{told}.sent(90, lantern).waits() ==
          Waits{wait(0, 30, WaitState::started), wait(90, std::nullopt, WaitState::waiting, lantern, "#4")});
}

TEST_CASE("a refusal that stands ends what is known of the wait on its day")
{
    Told told = Told{}.sent(0, lantern).said(5, ResponseKind::declined).refused();

    CHECK(told.waits() == Waits{wait(0, 5, WaitState::refused)});
    told.sent(9, harbour);
    CHECK(told.waits() ==
          Waits{wait(0, 5, WaitState::refused), wait(9, std::nullopt, WaitState::waiting, harbour, "#3")});
}

TEST_CASE("where a service takes the person after all, they have been waiting since the first day")
{
    const Told asked = Told{}.sent(0, lantern).said(5, ResponseKind::declined).refused();

    CHECK(Told{asked}.said(12, ResponseKind::accepted).waits() == Waits{wait(0, std::nullopt, WaitState::waiting)});
    CHECK(Told{asked}.said(12, ResponseKind::started).waits() == Waits{wait(0, 12, WaitState::started)});
    CHECK(Told{asked}.sent(8, lantern).waits() == Waits{wait(0, std::nullopt, WaitState::waiting)});
    // Overturned: the refusal is no longer among those that stand.
    CHECK(Told{}.sent(0, lantern).said(5, ResponseKind::declined).waits() ==
          Waits{wait(0, std::nullopt, WaitState::waiting)});
}

TEST_CASE("a soft answer, or another service's answer, leaves the person waiting")
{
    CHECK(Told{}
              .sent(0, lantern)
              .said(2, ResponseKind::signposted)
              .said(3, ResponseKind::started, harbour)
              .said(4, ResponseKind::declined, harbour)
              .refused()
              .waits() == Waits{wait(0, std::nullopt, WaitState::waiting)});
}

TEST_CASE("a leg that is pointed elsewhere, or handed over, was not waited for to its end")
{
    CHECK(Told{}.sent(0, lantern).sent(6, harbour).said(8, ResponseKind::started, harbour).waits() ==
          Waits{wait(0, 6, WaitState::movedOn), wait(6, 8, WaitState::started, harbour, "#2")});
    CHECK(Told{}
              .sent(0, lantern)
              .on(7, event::HandoverAccepted{Need::substanceUse, harbour, WorkerId{"ben"}})
              .said(9, ResponseKind::started, harbour)
              .waits() == Waits{wait(0, 7, WaitState::movedOn)});
}

TEST_CASE("what the person decides ends the wait only when it was theirs to decide")
{
    const auto declined = [](std::optional<bool> capacity) {
        return event::PersonDeclined{Need::substanceUse, day(100), capacity};
    };
    SafetyFacts intoxicated;
    intoxicated.intoxicatedNow = true;
    const Waits stays{wait(0, std::nullopt, WaitState::waiting)};

    CHECK(Told{}.sent(0, lantern).on(4, declined(true)).waits() == Waits{wait(0, 4, WaitState::withdrawn)});
    CHECK(Told{}.sent(0, lantern).on(4, declined(std::nullopt)).waits() == stays);
    CHECK(Told{}.sent(0, lantern).on(4, declined(true), intoxicated).waits() == stays);
}

TEST_CASE("a wait ends with the need, with a closure and with the person's life")
{
    event::AssessmentSigned noNeed;
    noNeed.found.substanceUse.status = NeedStatus::none;
    event::AssessmentSigned stillNeed;
    stillNeed.found.substanceUse.status = NeedStatus::present;

    CHECK(Told{}.sent(0, lantern).on(4, noNeed).waits() == Waits{wait(0, 4, WaitState::closed)});
    CHECK(Told{}.sent(0, lantern).on(4, stillNeed).waits() == Waits{wait(0, std::nullopt, WaitState::waiting)});
    CHECK(Told{}.sent(0, lantern).on(4, event::JointClosure{"done", {"mdt"}, "agrees"}).waits() ==
          Waits{wait(0, 4, WaitState::closed)});
    CHECK(Told{}.sent(0, lantern).said(4, ResponseKind::discharged).waits() == Waits{wait(0, 4, WaitState::closed)});
    CHECK(Told{}.sent(0, lantern).on(9, event::PersonDied{day(7)}).waits() == Waits{wait(0, 7, WaitState::died)});
}

TEST_CASE("the two needs wait apart")
{
    const auto waits =
        waitsOf(std::vector{Event{EventId{"#1"},
                                  Instant{day(0)} + 10h,
                                  {},
                                  {},
                                  {},
                                  event::ReferralSent{{{Need::mentalHealth, harbour}, {Need::substanceUse, lantern}}}},
                            Event{EventId{"#2"},
                                  Instant{day(8)} + 10h,
                                  {},
                                  {},
                                  {},
                                  event::Response{Need::mentalHealth, harbour, ResponseKind::started, {}, {}, {}, {}}}},
                {});

    REQUIRE(waits.size() == 2);
    CHECK(waits[0] == Wait{EventId{"#1"}, Need::mentalHealth, harbour, day(0), day(8), WaitState::started});
    CHECK(waits[1] == wait(0, std::nullopt, WaitState::waiting));
}

TEST_CASE("nothing is estimated of a service below ten waits that ended, whatever else is known")
{
    const report::Survival nine{{{10, 5, 40}, {20, 4, 0}}};
    const report::Survival ten{{{10, 5, 0}, {20, 5, 0}}};

    const auto few = report::expectedWait(lantern, 40, day(0), nine);
    CHECK(few.ended == 9);
    CHECK_FALSE(few.seen);
    CHECK(few.statedDays == 40);
    const auto enough = report::expectedWait(lantern, std::nullopt, day(0), ten);
    REQUIRE(enough.seen);
    CHECK(enough.seen->median == 10);
    CHECK(enough.seen->lower == 10);
    CHECK(enough.seen->upper == 20);
    CHECK(enough.seen->longest == 20);
    CHECK(enough.ended == 10);
}

TEST_CASE("a time that the curve does not come down to is not there")
{
    const auto expected = report::expectedWait(lantern, 40, day(0), report::Survival{{{10, 10, 0}, {30, 0, 14}}});

    REQUIRE(expected.seen);
    CHECK(expected.seen->lower == 10);
    CHECK_FALSE(expected.seen->median);
    CHECK_FALSE(expected.seen->upper);
    CHECK(expected.seen->longest == 30);
}

TEST_CASE("recent is two years, also from the end of February")
{
    CHECK(report::recentSince(2026y / std::chrono::November / 22) == Date{2024y / std::chrono::November / 22});
    CHECK(report::recentSince(2028y / std::chrono::February / 29) == Date{2026y / std::chrono::February / 28});
}
