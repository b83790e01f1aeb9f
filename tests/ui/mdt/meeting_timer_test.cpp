#include "mdt/meeting_timer.h"

#include "support/manual_clock.h"
#include "theme/theme.h"
#include "widgets/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;
using namespace std::chrono_literals;

TEST_CASE("the timer says how much of the time planned for a person is left, then how far over it is")
{
    const Theme theme;
    ManualClock clock{monday + 13h};
    MeetingTimer timer{theme, clock};
    const auto said = [&] { return timer.findChild<RunLabel*>()->text(); };
    CHECK(timer.isHidden());
    timer.setEnd(clock.now() + 15min);
    CHECK_FALSE(timer.isHidden());
    CHECK(said().contains(QStringLiteral("15 min left for this person")));
    CHECK(said().contains(QStringLiteral("13:00")));
    clock.advance(9min + 30s);
    timer.tick();
    CHECK(said().contains(QStringLiteral("6 min left")));
    clock.advance(8min);
    timer.tick();
    CHECK(said().contains(QStringLiteral("2 min over")));
    CHECK(timer.accessibleName().contains(QStringLiteral("It is 13:17")));
    timer.setEnd(std::nullopt);
    CHECK(timer.isHidden());
}
