#include "theme/theme.h"
#include "widgets/bounce_table.h"
#include "widgets/bounce_timeline.h"
#include "widgets/timeline_layout.h"

#include <catch2/catch_test_macros.hpp>

#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast::ui;

namespace {

using Label = TimelineLayout::Label;

TimelineBounce aBounce(int number, const QDate& refused, Lane lane, const QString& words)
{
    TimelineBounce bounce;
    bounce.id = QStringLiteral("b%1").arg(number);
    bounce.lane = lane;
    bounce.asked = refused.addDays(-14);
    bounce.refused = refused;
    bounce.service = QStringLiteral("CMHT");
    bounce.words = words;
    bounce.daysLost = 14;
    return bounce;
}

/// Bounces from side to side, one every `apart` days, from 13 January.
TimelineData timeline(int bounces, int apart = 28)
{
    TimelineData data;
    data.firstReferral = {2025, 1, 13};
    for (int i = 0; i < bounces; ++i)
        data.bounces.append(aBounce(i, data.firstReferral.addDays((i + 1) * apart),
                                    i % 2 ? Lane::substanceUse : Lane::mentalHealth, QStringLiteral("Too complex")));
    data.heldFrom = data.firstReferral.addDays((bounces + 1) * apart);
    data.today = data.heldFrom->addDays(100);
    return data;
}

struct Fixture {
    Theme theme;
    BounceTimeline widget{theme};

    void show(const TimelineData& data)
    {
        widget.resize(840, 324);
        widget.setData(data);
        widget.show();
    }
};

}  // namespace

TEST_CASE("time before the hold takes most of the width, time since the rest")
{
    const Theme theme;
    const TimelineData data = timeline(4);
    const TimelineLayout layout = layOut(data, theme, {840, 324});
    const qreal room = layout.today - layout.left;
    CHECK(layout.held);
    CHECK(qRound((layout.hold - layout.left) / room * 1000) == 715);
    for (const TimelineLayout::Mark& mark : layout.marks) {
        CHECK(mark.at.x() > layout.left);
        CHECK(mark.at.x() < layout.hold);
        CHECK(mark.at.y() == layout.rail(mark.lane));
        CHECK(mark.label == Label::full);
        CHECK_FALSE(mark.pill.isNull());
    }
}

TEST_CASE("without a hold the rails run to today on one scale")
{
    const Theme theme;
    TimelineData data = timeline(3);
    data.heldFrom.reset();
    const TimelineLayout layout = layOut(data, theme, {840, 324});
    CHECK_FALSE(layout.held);
    CHECK(layout.hold == layout.today);
    const auto& marks = layout.marks;
    CHECK(qAbs((marks[1].at.x() - marks[0].at.x()) - (marks[2].at.x() - marks[1].at.x())) < 0.01);
}

TEST_CASE("labels that would touch drop to one line, then to their number, and the earlier one keeps its place")
{
    const Theme theme;
    TimelineData data = timeline(6, 6);
    for (TimelineBounce& bounce : data.bounces)
        bounce.words = QStringLiteral("Had been drinking when seen");
    data.heldFrom.reset();
    data.today = data.firstReferral.addDays(200);
    const TimelineLayout layout = layOut(data, theme, {840, 324});
    CHECK(layout.marks[0].label == Label::full);
    CHECK(layout.marks[1].label == Label::full);  // the other rail
    CHECK(layout.marks[2].label == Label::number);
    CHECK(layout.marks[2].words == QStringLiteral("3"));
    const TimelineLayout small = layOut(data, theme, {840, 220});
    CHECK(small.compact);
    CHECK(small.marks[0].label == Label::oneLine);
}

TEST_CASE("of more than eight bounces the last eight are drawn, and how many came before is said")
{
    const Theme theme;
    const TimelineLayout layout = layOut(timeline(11), theme, {840, 324});
    CHECK(layout.marks.size() == 8);
    CHECK(layout.firstDrawn == 3);
    CHECK(layout.ticks.first().text == QStringLiteral("+3 earlier"));
}

TEST_CASE("days lost never cover each other")
{
    const Theme theme;
    for (const int apart : {3, 7, 14, 40}) {
        TimelineData data = timeline(8, apart);
        const TimelineLayout layout = layOut(data, theme, {840, 324});
        for (const auto& a : layout.marks)
            for (const auto& b : layout.marks)
                if (&a != &b && !a.pill.isNull() && !b.pill.isNull())
                    CHECK((qAbs(a.pill.x() - b.pill.x()) >= 58 || qAbs(a.pill.y() - b.pill.y()) >= 20));
    }
}

TEST_CASE("a refusal after the hold began does not undo it")
{
    const Theme theme;
    TimelineData data = timeline(3);
    data.bounces.append(aBounce(9, data.heldFrom->addDays(30), Lane::mentalHealth, QStringLiteral("Not now")));
    const TimelineLayout layout = layOut(data, theme, {840, 324});
    CHECK(layout.held);
    CHECK(layout.marks.last().afterHold);
    CHECK(layout.marks.last().at.x() > layout.hold);
}

TEST_CASE_METHOD(Fixture, "arrows move between bounces, Enter opens the reply, T asks for the table")
{
    show(timeline(3));
    QSignalSpy opened{&widget, &BounceTimeline::bounceActivated};
    QSignalSpy table{&widget, &BounceTimeline::tableRequested};
    widget.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&widget, Qt::Key_End);
    CHECK(widget.currentBounce() == 2);
    QTest::keyClick(&widget, Qt::Key_Left);
    CHECK(widget.currentBounce() == 1);
    QTest::keyClick(&widget, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first().first().toString() == QStringLiteral("b1"));
    QTest::keyClick(&widget, Qt::Key_Home);
    QTest::keyClick(&widget, Qt::Key_Left);
    CHECK(widget.currentBounce() == 0);
    QTest::keyClick(&widget, Qt::Key_T);
    CHECK(table.count() == 1);
}

TEST_CASE_METHOD(Fixture, "a screen reader finds the sum and one item for each bounce")
{
    show(timeline(5));
    CHECK(widget.accessibleName() ==
          QStringLiteral("Referral timeline. 5 bounces and 70 days lost. Held together for 100 days."));
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&widget);
    REQUIRE(list);
    CHECK(list->role() == QAccessible::List);
    REQUIRE(list->childCount() == 5);
    QAccessibleInterface* third = list->child(2);
    CHECK(third->role() == QAccessible::ListItem);
    CHECK(third->text(QAccessible::Name) == QStringLiteral("Bounce 3 of 5. CMHT, 7 April. Too complex. 14 days lost."));
    CHECK(list->indexOfChild(third) == 2);
    CHECK(third->parent() == list);
}

TEST_CASE_METHOD(Fixture, "not held yet offers the one thing that helps, to those who may")
{
    TimelineData data = timeline(2);
    data.heldFrom.reset();
    show(data);
    auto* hold = widget.findChild<QPushButton*>();
    CHECK_FALSE(hold->isVisible());
    data.offerHold = true;
    show(data);
    QSignalSpy asked{&widget, &BounceTimeline::holdTogetherRequested};
    REQUIRE(hold->isVisible());
    QTest::mouseClick(hold, Qt::LeftButton);
    CHECK(asked.count() == 1);
}

TEST_CASE_METHOD(Fixture, "too narrow to draw asks for the table, which says the same")
{
    show(timeline(2));
    QSignalSpy table{&widget, &BounceTimeline::tableRequested};
    widget.resize(500, 324);
    CHECK(table.count() == 1);
    BounceTable twin{theme};
    twin.setData(timeline(2));
    REQUIRE(twin.rowCount() == 3);
    CHECK(twin.item(0, 2)->text() == QStringLiteral("Too complex"));
    CHECK(twin.item(1, 3)->text() == QStringLiteral("14"));
    CHECK(twin.item(2, 2)->text() == QStringLiteral("Held together, no bounces since"));
}

TEST_CASE_METHOD(Fixture, "nothing referred yet is said, not drawn")
{
    widget.resize(840, 324);
    widget.setData({});
    widget.show();
    CHECK(widget.firstDrawn() == 0);
    CHECK(widget.grab().width() == 840);
    CHECK(widget.accessibleName().contains(QStringLiteral("No bounces")));
}
