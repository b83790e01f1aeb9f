#include "person/person_page.h"

#include "people/samples.h"
#include "person/case_actions.h"
#include "person/history_row.h"
#include "person/next_card.h"
#include "person/overview_tab.h"
#include "person/timeline_card.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/bounce_table.h"
#include "widgets/lane_card.h"
#include "widgets/messages.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct PersonFixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    PersonPage page{theme, *desk, settings, actions};

    PersonFixture()
    {
        window.resize(1400, 900);
        window.show();
        page.resize(1400, 820);
        page.QWidget::show();
    }
    QPushButton* button(const char* text) const
    {
        for (auto* each : page.findChildren<QPushButton*>())
            if (each->text() == QString::fromLatin1(text) && each->isVisible())
                return each;
        return nullptr;
    }
    QStringList recordMenuTexts() const
    {
        QStringList texts;
        for (auto* menu : page.findChildren<QMenu*>())
            if (menu->title() == QStringLiteral("Record"))
                for (auto* entry : menu->actions())
                    texts << entry->text();
        return texts;
    }
};

}  // namespace

TEST_CASE_METHOD(PersonFixture, "the case in the store is on the page, and a reply can be logged from it")
{
    referTogether();
    page.goTo(QString::fromStdString(person.str()));
    page.refresh();
    REQUIRE(eventually([&] { return page.findChild<QLabel*>(QStringLiteral("personName")) != nullptr; }));
    CHECK(page.findChild<QLabel*>(QStringLiteral("personName"))->text() == QStringLiteral("Tomasz Brandt"));
    CHECK(page.findChildren<LaneCard*>().first()->data().holder == QStringLiteral("Lantern Drug and Alcohol"));

    REQUIRE(button("Log a reply"));
    button("Log a reply")->click();
    CHECK(eventually([&] { return window.findChild<QDialog*>() != nullptr; }));
}

TEST_CASE_METHOD(PersonFixture, "the history keeps what was late or wrong, and says so")
{
    page.show(danisCase(), {});
    page.showTab(PersonPage::History);

    QStringList names;
    for (const auto* row : page.findChildren<HistoryRow*>())
        if (row->isVisible())
            names << row->accessibleName();
    CHECK(names.size() == 10);
    CHECK(names[0].contains(QStringLiteral("Entered in error: Belongs to somebody else")));
    CHECK(names[1].contains(QStringLiteral("Entered late, on 18 Nov")));
    CHECK(names.last().contains(QStringLiteral("Referral sent")));
}

TEST_CASE_METHOD(PersonFixture, "picture or table is remembered, a narrow window is not a choice")
{
    page.show(danisCase(), {});
    auto* table = page.findChild<BounceTable*>();
    CHECK_FALSE(table->isVisible());

    page.resize(800, 820);
    CHECK(eventually([&] { return table->isVisible(); }));
    page.resize(1400, 820);
    CHECK(eventually([&] { return !table->isVisible(); }));

    auto* picture = page.findChild<BounceTimeline*>();
    picture->setFocus();
    QTest::keyClick(picture, Qt::Key_T);
    CHECK(table->isVisible());
    PersonPage again{theme, *desk, settings, actions};
    again.resize(1400, 820);
    again.QWidget::show();
    again.show(danisCase(), {});
    CHECK(again.findChild<BounceTable*>()->isVisible());
}

TEST_CASE_METHOD(PersonFixture, "a lane leads to its referral and replies")
{
    page.show(danisCase(), {});
    auto* lane = page.findChildren<LaneCard*>().first();
    lane->setFocus();
    QTest::keyClick(lane, Qt::Key_Return);

    CHECK(page.tabs().currentIndex() == PersonPage::Replies);
}

TEST_CASE_METHOD(PersonFixture, "Tab comes to the tabs before the parts, however often the head is drawn again")
{
    const auto* overview = page.findChild<OverviewTab*>();
    for (int drawn = 0; drawn < 3; ++drawn) {
        page.show(danisCase(), {});
        QWidget* next = page.nextInFocusChain();
        while (next != &page.tabs() && !overview->isAncestorOf(next))
            next = next->nextInFocusChain();
        CHECK(next == &page.tabs());
    }
}

TEST_CASE_METHOD(PersonFixture, "what may not be recorded by a role is not offered")
{
    CHECK_FALSE(recordMenuTexts().contains(QStringLiteral("End the hold together")));
    CHECK(recordMenuTexts().contains(QStringLiteral("A contact or a call")));

    Worker supervisor = priya;
    supervisor.role = holdfast::Role::supervisor;
    desk->setSession(app::Session{supervisor});
    page.goTo(QString::fromStdString(person.str()));
    page.refresh();
    CHECK(recordMenuTexts().contains(QStringLiteral("End the hold together")));
}

TEST_CASE_METHOD(PersonFixture, "after a death nobody is asked to log a reply")
{
    app::CaseFile file = danisCase();
    file.now.died = true;
    file.now.clasp = ClaspState::released;
    page.show(file, {});

    CHECK_FALSE(button("Log a reply"));
}

TEST_CASE_METHOD(PersonFixture, "every outstanding action has its owner, its day and its verb")
{
    page.show(garethsCase(), {});
    auto* next = page.findChild<QWidget*>(QStringLiteral("nextCard"));
    REQUIRE(next);
    QStringList verbs;
    for (const auto* each : next->findChildren<QPushButton*>())
        if (!each->objectName().endsWith(QStringLiteral("Why")))
            verbs << each->text();
    CHECK(verbs == QStringList{QStringLiteral("Challenge"), QStringLiteral("Record MDT")});
}
