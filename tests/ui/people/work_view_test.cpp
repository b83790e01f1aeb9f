#include "today/work_view.h"

#include "domain/calendar.h"
#include "people/samples.h"
#include "person/record_kind.h"
#include "words/actions.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

const WorkingDays days;
const WorkerId priya{"priya"};

WorkView viewOfName(const std::string& name)
{
    const app::Today today = sampleToday();
    for (const auto& item : today.items)
        if (item.name == name)
            return viewOf(item, today.now, days, priya);
    return {};
}

constexpr std::array engineCodes{"hold_mdt",
                                 "supervisor_review",
                                 "keyworker_query",
                                 "challenge_letter",
                                 "supervisors_contact",
                                 "strategic_lead_review",
                                 "external_route",
                                 "chase",
                                 "name_worker",
                                 "complete_handover",
                                 "reoffer",
                                 "ask_both",
                                 "ask_capacity",
                                 "plan_transition",
                                 "step_down_plan",
                                 "make_referral",
                                 "waiting_well_contact",
                                 "call_back",
                                 "missed_visit_follow_up",
                                 "safety_follow_up",
                                 "withdraw_challenge_reason",
                                 "check_reply",
                                 "review",
                                 "joint_closure",
                                 "confirm_with_person"};

}  // namespace

TEST_CASE("an overdue reply says who has not replied, since when, and offers to log it")
{
    const WorkView row = viewOfName("Marcus Adeyemi");

    CHECK(row.what == QStringLiteral("Wrenfield CMHT has not replied to the referral"));
    CHECK(row.due == QStringLiteral("Fri 14 Nov"));
    CHECK(row.relative == QStringLiteral("2 days overdue"));
    CHECK(row.late);
    CHECK(row.button == QStringLiteral("Log reply"));
    CHECK(row.about == QStringLiteral("41, he/him"));
}

TEST_CASE("a bounce keeps the service's words in quotation marks and says what the protocol makes of them")
{
    const WorkView row = viewOfName("Gareth Pugh");

    CHECK(row.what == QString::fromUtf8("Complex Needs said \u201calcohol is his main problem\u201d"));
    CHECK(row.why.startsWith(QStringLiteral("The protocol does not allow this.")));
    CHECK(row.relative == QStringLiteral("6 h 18 min left"));
    CHECK_FALSE(row.late);
}

TEST_CASE("a refusal without words is shown by its reason")
{
    CHECK(viewOfName("Aisha Rahman").what == QStringLiteral("Lantern Drug & Alcohol said Use seen as too low"));
}

TEST_CASE("only crisis, overdue replies and bounces pull the eye")
{
    const app::Today today = sampleToday();
    for (const auto& item : today.items) {
        const ButtonKind kind = viewOf(item, today.now, days, priya).kind;
        const bool urgent = item.group == app::WorkGroup::crisis;
        const bool filled = item.group == app::WorkGroup::overdueReplies || item.group == app::WorkGroup::bounces;
        CHECK(kind == (urgent ? ButtonKind::urgent : filled ? ButtonKind::primary : ButtonKind::secondary));
    }
}

TEST_CASE("a row is read as one sentence with its group, its needs, its day and its action")
{
    const QString name = viewOfName("Marcus Adeyemi").accessibleName;

    CHECK(name == QStringLiteral("Overdue replies. Marcus Adeyemi, 41, he/him. Psychosis and alcohol. Wrenfield CMHT "
                                 "has not replied to the referral. Due Fri 14 Nov, 2 days overdue. Log reply."));
}

TEST_CASE("every action of the engine has words of its own and a place to do it")
{
    for (const std::string_view code : engineCodes) {
        CAPTURE(code);
        CHECK(isKnownAction(code));
        CHECK(actionWords(code).toStdString() != code);
        CHECK(targetOf(code).place != ActionTarget::Place::person);
        CHECK(actionVerb(code) != QStringLiteral("Open person"));
    }
}

TEST_CASE("an action agreed at a meeting keeps its own words and opens the person")
{
    CHECK(actionWords("Share the joint plan") == QStringLiteral("Share the joint plan"));
    CHECK(actionVerb("Share the joint plan") == QStringLiteral("Open person"));
    CHECK(targetOf("Share the joint plan") == ActionTarget{});
}

TEST_CASE("the clocks shown are the most pressing ones, and one that ran out is full")
{
    const auto clocks = clocksOf(sampleToday(), days, 3);

    REQUIRE(clocks.size() == 3);
    CHECK(clocks[0].name == QStringLiteral("Soraya Haidari"));
    CHECK(clocks[0].elapsed == 1.0);
    CHECK(clocks[2].name == QStringLiteral("Leanne Whitford"));
    REQUIRE(clocks[2].elapsed);
    CHECK(*clocks[2].elapsed < 1.0);
}

TEST_CASE("what was said keeps its own full stop and gets no second one")
{
    app::Today today = sampleToday();
    for (auto& item : today.items) {
        item.words = "We only see people who are sober.";
        const WorkView row = viewOf(item, today.now, days, priya);
        for (const QString& said : {row.why, row.accessibleName}) {
            INFO(said.toStdString());
            CHECK_FALSE(said.contains(QStringLiteral(".”.")));
            CHECK_FALSE(said.contains(QStringLiteral("..")));
        }
    }
}
