#include "people/people_page.h"

#include "people/people_model.h"
#include "person/case_actions.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/messages.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct PeopleFixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    PeoplePage page{theme, *desk, settings, actions};
    QLineEdit* search = page.findChild<QLineEdit*>(QStringLiteral("peopleSearch"));
    QTableView* table = page.findChild<QTableView*>(QStringLiteral("peopleTable"));

    PeopleFixture()
    {
        page.resize(1400, 820);
        page.show();
        page.refresh();
        REQUIRE(eventually([&] { return table->model()->rowCount() == 1; }));
    }
    bool answered(int rows)
    {
        return eventually([&] { return table->model()->rowCount() == rows && isDone(); });
    }
    bool isDone() const { return static_cast<PeopleModel*>(table->model())->isComplete(); }
    QWidget* empty(const char* words) const
    {
        for (auto* state : page.findChildren<EmptyState*>())
            if (state->isVisible() && state->accessibleName().contains(QString::fromLatin1(words)))
                return state;
        return nullptr;
    }
};

}  // namespace

TEST_CASE_METHOD(PeopleFixture, "typing the start of a name finds the person, and Enter opens them")
{
    QSignalSpy opened{&page, &PeoplePage::personRequested};
    QTest::keyClicks(search, QStringLiteral("bran"));
    REQUIRE(answered(1));
    CHECK(table->model()->index(0, 0).data().toString() == QStringLiteral("Tomasz Brandt"));

    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened[0][0].value<PersonId>() == person);
}

TEST_CASE_METHOD(PeopleFixture, "a date of birth finds the person")
{
    QTest::keyClicks(search, QStringLiteral("5/3/1980"));
    CHECK(answered(1));
}

TEST_CASE_METHOD(PeopleFixture, "nobody found says so, and one press clears the search")
{
    QTest::keyClicks(search, QStringLiteral("zzz"));
    REQUIRE(answered(0));

    EmptyState* shown = nullptr;
    for (auto* state : page.findChildren<EmptyState*>())
        if (state->isVisible())
            shown = state;
    REQUIRE(shown);
    shown->findChild<QAbstractButton*>()->click();

    CHECK(search->text().isEmpty());
    CHECK(answered(1));
}

TEST_CASE_METHOD(PeopleFixture, "a chosen filter comes back, what was typed does not")
{
    QTest::keyClicks(search, QStringLiteral("bran"));
    for (auto* chip : page.findChildren<QAbstractButton*>())
        if (chip->accessibleName() == QStringLiteral("Show: Overdue"))
            chip->click();
    REQUIRE(answered(0));

    PeoplePage again{theme, *desk, settings, actions};
    CHECK(again.findChild<QLineEdit*>(QStringLiteral("peopleSearch"))->text().isEmpty());
    bool chosen = false;
    for (auto* chip : again.findChildren<QAbstractButton*>())
        chosen = chosen || (chip->isChecked() && chip->accessibleName() == QStringLiteral("Show: Overdue"));
    CHECK(chosen);
}

TEST_CASE_METHOD(PeopleFixture, "Down goes from the search into the list and Enter opens the person")
{
    QSignalSpy opened{&page, &PeoplePage::personRequested};
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);

    CHECK(opened.count() == 1);
}
