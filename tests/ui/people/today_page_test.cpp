#include "today/today_page.h"

#include "people/samples.h"
#include "person/case_actions.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "today/today_row.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct TodayFixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    TodayPage page{theme, *desk, settings, actions};

    TodayFixture()
    {
        page.resize(1400, 820);
        page.QWidget::show();
    }

    QString textOf(QWidget& root) const
    {
        QStringList all;
        for (const auto* label : root.findChildren<QLabel*>())
            all << label->text();
        for (const auto* label : root.findChildren<RunLabel*>())
            all << label->text();
        return all.join(QLatin1Char('|'));
    }
};

}  // namespace

TEST_CASE_METHOD(TodayFixture, "groups stand in their fixed order and empty ones are not drawn")
{
    app::Today today = sampleToday();
    std::erase_if(today.items, [](const auto& item) { return item.group == app::WorkGroup::checkIns; });
    today.groupTotals[static_cast<std::size_t>(app::WorkGroup::checkIns)] = 0;
    today.total -= 2;
    page.show(today);

    REQUIRE(page.rows().size() == 8);
    CHECK(page.rows()[0]->accessibleName().startsWith(QStringLiteral("Crisis. Leanne Whitford")));
    CHECK(page.rows()[1]->accessibleName().startsWith(QStringLiteral("Overdue replies. Marcus")));
    CHECK(page.rows()[7]->accessibleName().startsWith(QStringLiteral("Unanswered. Owen")));
    const QString all = textOf(page);
    CHECK_FALSE(all.contains(QStringLiteral("Check-ins")));
    CHECK(all.contains(QStringLiteral("Turning 18")));
}

TEST_CASE_METHOD(TodayFixture, "the summary counts what is urgent")
{
    page.show(sampleToday());

    const auto* summary = page.findChild<RunLabel*>(QStringLiteral("todaySummary"));
    CHECK(summary->text() == QStringLiteral("Tuesday 18 November. 10 things need you: 1 crisis, 2 overdue replies, 2 "
                                            "bounces to challenge."));
}

TEST_CASE_METHOD(TodayFixture, "Enter on a row opens the person and Down moves to the next row")
{
    page.show(sampleToday());
    QSignalSpy opened{&page, &TodayPage::personRequested};
    page.rows()[1]->setFocus();

    QTest::keyClick(page.rows()[1], Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened[0][0].value<PersonId>() == PersonId{"Marcus Adeyemi"});

    page.activateWindow();
    QTest::keyClick(page.rows()[1], Qt::Key_Down);
    CHECK(eventually([&] { return page.focusWidget() == page.rows()[2]; }));
}

TEST_CASE_METHOD(TodayFixture, "Tab goes from the row to its own button")
{
    page.show(sampleToday());
    page.rows()[0]->setFocus();

    QTest::keyClick(page.rows()[0], Qt::Key_Tab);

    CHECK(page.focusWidget() == page.rows()[0]->button());
}

TEST_CASE_METHOD(TodayFixture, "with nothing due it says so and leads to whom I hold")
{
    app::Today today;
    today.now = sampleNow();
    today.groupTotals.assign(7, 0);
    today.held = {23, 11, 7, 5, 0, 0};
    page.show(today);

    CHECK(page.rows().isEmpty());
    CHECK(textOf(page).contains(QStringLiteral("Nothing needs you right now")));
    CHECK(textOf(page).contains(QStringLiteral("All 23 have a named lead")));
}

TEST_CASE_METHOD(TodayFixture, "more than the shown rows can be asked for")
{
    app::Today today = sampleToday();
    today.total = 240;
    page.show(today);

    const auto* more = page.findChild<QPushButton*>(QStringLiteral("showMore"));
    REQUIRE(more);
    CHECK(more->text().contains(QStringLiteral("10 of 240")));
}

TEST_CASE_METHOD(TodayFixture, "whose work is shown is asked for and remembered")
{
    page.refresh();
    REQUIRE(eventually([&] { return textOf(page).contains(QStringLiteral("Held by you")); }));

    page.findChild<SegmentedControl*>()->setCurrent(2);

    CHECK(eventually([&] { return textOf(page).contains(QStringLiteral("Held by everyone")); }));
    CHECK(settings.value(QStringLiteral("today/scope"), 0).toInt() == 2);
}

TEST_CASE_METHOD(TodayFixture, "in a narrow window the side column goes and rows become cards")
{
    page.show(sampleToday());
    const int row = page.rows()[1]->height();
    page.resize(800, 820);
    CHECK(eventually([&] { return page.rows()[1]->height() > row; }));

    const auto* held = page.findChild<QWidget*>(QStringLiteral("heldCard"));
    REQUIRE(held);
    CHECK_FALSE(held->isVisible());
}

TEST_CASE_METHOD(TodayFixture, "what is due in the store is on the page, and its button opens what does it")
{
    referTogether();
    clock.advance(std::chrono::days{6});
    window.resize(1300, 900);
    window.show();
    page.refresh();
    REQUIRE(eventually([&] { return !page.rows().isEmpty(); }));

    const auto chase = std::find_if(page.rows().begin(), page.rows().end(), [](const TodayRow* row) {
        return row->button()->text() == QStringLiteral("Log reply");
    });
    REQUIRE(chase != page.rows().end());
    (*chase)->button()->click();
    CHECK(eventually([&] { return window.findChild<QDialog*>() != nullptr; }));
}

TEST_CASE_METHOD(TodayFixture, "what waits on another page is told above the list, each with the way there, and goes")
{
    page.setWaiting(QStringLiteral("audit"), QStringLiteral("1 emergency opening to review. "), QStringLiteral("Why"),
                    QStringLiteral("Review"));
    page.setWaiting(QStringLiteral("retention"), QStringLiteral("2 disposals to confirm. "), QStringLiteral("Why"),
                    QStringLiteral("Look"));
    const auto* reviews = page.findChild<Banner*>(QStringLiteral("waiting:audit"));
    const auto* disposals = page.findChild<Banner*>(QStringLiteral("waiting:retention"));
    REQUIRE(reviews);
    REQUIRE(disposals);
    CHECK(reviews->isVisible());
    CHECK(disposals->isVisible());
    page.layout()->activate();
    CHECK(reviews->geometry().right() < page.width() - theme.px(12));  // as the list below, not to the window's edge
    CHECK(disposals->geometry().top() > reviews->geometry().bottom() + theme.px(4));
    QSignalSpy asked{&page, &TodayPage::pageRequested};
    disposals->findChild<QPushButton*>()->click();
    REQUIRE(asked.count() == 1);
    CHECK(asked.first().first().toString() == QStringLiteral("retention"));

    page.setWaiting(QStringLiteral("retention"), {}, {}, {});
    CHECK_FALSE(disposals->isVisible());
    CHECK(reviews->isVisible());
}
