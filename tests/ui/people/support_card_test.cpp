#include "person/support_card.h"

#include "domain/calendar.h"
#include "people/samples.h"
#include "person/wait_view.h"
#include "theme/theme.h"
#include "words/waits.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QPushButton>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

const WorkingDays days;
const InstrumentSet none;
const ServiceId cmht{"cmht"};
constexpr Date since{std::chrono::year{2024} / 11 / 18};

report::ExpectedWait seen(std::optional<int> median, std::optional<int> lower, std::optional<int> upper,
                          int longest = 120)
{
    return {cmht, since, 14, report::ExpectedWait::Estimate{median, lower, upper, longest}, 40};
}

report::ExpectedWait notSeen(int ended, std::optional<int> stated)
{
    return {cmht, since, ended, std::nullopt, stated};
}

engine::SupportPlan everyTwoWeeks()
{
    engine::SupportPlan plan;
    plan.need = NeedScope::mentalHealth;
    plan.everyWeeks = 2;
    plan.who.worker = WorkerId{"samir"};
    plan.nextBy = on(2025, 11, 27, 17, 30);
    plan.ifWorse = {"If the person is in danger now, call 999."};
    return plan;
}

QString wordsOn(const QWidget& card)
{
    QStringList lines;
    for (const auto* label : card.findChildren<QLabel*>())
        lines << label->text();
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

TEST_CASE("an expected wait is said with its spread and with how much it rests on")
{
    CHECK(expectedWaitWords(seen(63, 41, 90)) ==
          QStringLiteral("Usually 63 days (half of people between 41 and 90 days; 14 waits ended since Nov 2024)"));
    CHECK(briefWaitWords(seen(63, 41, 90)) == QStringLiteral("usually 63 days"));
    CHECK(expectedWaitWords(seen(1, 0, 2)).startsWith(QStringLiteral("Usually 1 day (half of people between 0 and 2")));
    CHECK(expectedWaitWords(seen(0, 0, 0)).startsWith(QStringLiteral("Usually the same day (")));
    CHECK(expectedWaitWords(seen(7, 7, 7)).contains(QStringLiteral("(so it was for half of people or more;")));
}

TEST_CASE("what the waits do not reach is said as that")
{
    CHECK(expectedWaitWords(seen(63, 41, std::nullopt)) ==
          QStringLiteral("Usually 63 days (a quarter of people within 41 days, more than a quarter longer than 120 "
                         "days; 14 waits ended since Nov 2024)"));
    CHECK(expectedWaitWords(seen(std::nullopt, 41, std::nullopt)) ==
          QStringLiteral("Usually longer than 120 days (a quarter of people started within 41 days; 14 waits ended "
                         "since Nov 2024)"));
    CHECK(expectedWaitWords(seen(std::nullopt, std::nullopt, std::nullopt))
              .contains(QStringLiteral("fewer than a quarter of people have started")));
}

TEST_CASE("from too few waits there is no figure but the service's own, which is called that")
{
    CHECK(expectedWaitWords(notSeen(3, 40)) ==
          QStringLiteral("The service says about 40 days; Holdfast has seen 3 waits end here since Nov 2024"));
    CHECK(expectedWaitWords(notSeen(1, 40)).endsWith(QStringLiteral("seen 1 wait end here since Nov 2024")));
    CHECK(expectedWaitWords(notSeen(0, 40)).endsWith(QStringLiteral("seen no wait end here since Nov 2024")));
    CHECK(briefWaitWords(notSeen(3, 40)) == QStringLiteral("service says 40 days"));
    CHECK(expectedWaitWords(notSeen(3, std::nullopt)).startsWith(QStringLiteral("Not known")));
    CHECK(briefWaitWords(notSeen(3, std::nullopt)).isEmpty());
    CHECK(expectedWaitWords(notSeen(3, 0)).startsWith(QStringLiteral("The service says there is no wait; Holdfast")));
    CHECK(briefWaitWords(notSeen(3, 0)) == QStringLiteral("service says no wait"));
}

TEST_CASE("while somebody waits, the lane and the card say how long it is and may be")
{
    const app::CaseFile file = danisCase();
    const std::vector<report::ExpectedWait> waits{seen(63, 41, 90)};
    const CaseLens lens{file, sampleNow(), days, none, WorkerId{"priya"}, nullptr, &waits};

    const auto lane = laneOf(lens, Need::mentalHealth);
    REQUIRE_FALSE(lane.measures.isEmpty());
    CHECK(lane.measures[0].caption == QStringLiteral("Waiting"));
    CHECK(lane.measures[0].value == QStringLiteral("169 days"));
    CHECK(lane.measures[0].detail == QStringLiteral("usually 63 days"));
    CHECK_FALSE(waitMeasure(lens, file.now.needs.substanceUse));  // it has started

    Theme theme;
    REQUIRE(SupportCard::hasAnything(lens));
    const QString words = wordsOn(SupportCard{theme, lens});
    CHECK(words.contains(QStringLiteral("Wrenfield CMHT")));
    CHECK(words.contains(QStringLiteral("169 days so far, since 2 Jun")));
    CHECK(words.contains(expectedWaitWords(waits.front())));
    CHECK_FALSE(words.contains(QStringLiteral("Lantern")));
}

TEST_CASE("the card says how often, who, by when, and what to do if it gets worse, and logs a check-in")
{
    app::CaseFile file = danisCase();
    file.support = everyTwoWeeks();
    const CaseLens lens{file, sampleNow(), days, none, WorkerId{"priya"}};
    Theme theme;
    SupportCard card{theme, lens};
    const QString words = wordsOn(card);

    CHECK(words.contains(QStringLiteral("Somebody is in touch every 2 weeks: Samir Haddad")));
    CHECK(words.contains(QStringLiteral("Next by Thu 27 Nov, 17:30")));
    CHECK(words.contains(QStringLiteral("Nobody has recorded a contact since the wait began")));
    CHECK(words.contains(QStringLiteral("If the person is in danger now, call 999.")));

    std::optional<int> asked;
    QObject::connect(&card, &SupportCard::checkInRequested, [&](int scope) { asked = scope; });
    card.findChild<QPushButton*>(QStringLiteral("logCheckIn"))->click();
    CHECK(asked == static_cast<int>(NeedScope::mentalHealth));
}

TEST_CASE("a service that refused is not waited for, and where nobody waits there is no card")
{
    app::CaseFile file = garethsCase();
    const CaseLens lens{file, sampleNow(), days, none, WorkerId{"priya"}};
    CHECK_FALSE(isAwaited(file.now.needs.mentalHealth));

    file.now.needs.substanceUse.leg->state = LegState::started;
    file.support.reset();
    CHECK_FALSE(SupportCard::hasAnything(lens));
}
