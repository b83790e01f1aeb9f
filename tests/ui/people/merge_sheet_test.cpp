#include "merge/joined_line.h"
#include "merge/merge_actions.h"
#include "merge/merge_sheet.h"
#include "merge/merge_words.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct MergeFixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    PersonPage page{theme, *desk, settings, actions};
    Person twin;
    MergeSheet* sheet = nullptr;

    MergeFixture()
    {
        referTogether();
        twin.givenName = "Tomas";
        twin.familyName = "Brandt";
        twin.born = Date{std::chrono::year{1980} / 3 / 5};
        twin.nhsNumber = "9990000018";
        twin = must(now([&](auto& cases, const auto& session) {
            return cases.people.registerPerson(session, twin, ids.make<CommandId>());
        }));
        actAs(holdfast::Role::coordinator);
        window.resize(1300, 1000);
        window.show();
        page.setParent(&window);
        page.resize(1300, 1000);
        page.QWidget::show();
        QObject::connect(&actions, &CaseActions::changed, &page, [this] { page.refresh(); });
    }
    void actAs(holdfast::Role role)
    {
        Worker worker = samir;
        worker.role = role;
        must(now([&](auto&, const auto&) {
            return app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
                return store::WorkerRepository{workspace->connection()}.save(worker);
            });
        }));
        desk->setSession(app::Session{worker});
    }
    void openSheet()
    {
        joinRecords(theme, *desk, actions, file().person, window);
        sheet = window.findChild<MergeSheet*>();
        REQUIRE(sheet);
    }
    QListWidget* list() const { return sheet->findChild<QListWidget*>(QStringLiteral("otherRecords")); }
    void type(const char* keys) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(keys)); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    /// As Tab goes, until the editor of that name has the focus.
    void tabTo(const char* name)
    {
        for (int i = 0; i < 12; ++i) {
            if (QApplication::focusWidget()->objectName() == QString::fromLatin1(name))
                return;
            press(Qt::Key_Tab);
        }
        FAIL("Tab does not come to " << name);
    }
    std::string toastText() const { return toasts.current() ? toasts.current()->text().toStdString() : std::string{}; }
    QString joinedText() const
    {
        const auto* line = page.findChild<JoinedLine*>();
        return line && line->isVisible()
                   ? line->accessibleDescription() + line->findChild<QLabel*>(QStringLiteral("joinedWords"))->text()
                   : QString{};
    }
};

}  // namespace

TEST_CASE_METHOD(MergeFixture, "two records are joined with the keyboard alone, and Undo gives both back")
{
    openSheet();
    REQUIRE(eventually([&] { return list()->count() == 1 && list()->item(0)->flags().testFlag(Qt::ItemIsEnabled); }));
    CHECK(list()->item(0)->text().contains(QStringLiteral("Tomas Brandt")));
    CHECK(list()->item(0)->text().contains(QStringLiteral("born on the same day")));
    tabTo("otherRecord");
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return sheet->findChild<QRadioButton*>(QStringLiteral("keepThis")) != nullptr; }));
    auto* join = sheet->findChild<QPushButton*>(QStringLiteral("joinRecords"));
    CHECK(eventually([&] { return join->isEnabled(); }));

    press(Qt::Key_Return, Qt::ControlModifier);  // a reason is missing
    REQUIRE(eventually([&] { return QApplication::focusWidget()->objectName() == QStringLiteral("mergeReason"); }));
    type("Asked him, he has two cards.");
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return toastText().starts_with("Joined:"); }));

    page.goTo(QString::fromStdString(twin.id.str()));
    page.refresh();
    REQUIRE(eventually([&] { return page.person() == person; }));
    auto* line = page.findChild<JoinedLine*>();
    CHECK(line->isVisible());
    CHECK(joinedText().contains(QStringLiteral("The record you asked for was joined to this one.")));
    CHECK(joinedText().contains(QStringLiteral("Asked him, he has two cards.")));

    auto* apart = line->findChild<QPushButton*>(QStringLiteral("takeApart"));
    REQUIRE(apart->isVisible());
    apart->setFocus();
    press(Qt::Key_Space);
    REQUIRE(eventually([&] { return window.findChild<QDialog*>(QStringLiteral("takeApartSheet")) != nullptr; }));
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return toastText().starts_with("Both records are back"); }));
    CHECK(eventually([&] { return !line->isVisible(); }));
    CHECK(must(now([&](auto& cases, const auto& session) { return cases.cases.open(session, twin.id); })).person.id ==
          twin.id);
}

TEST_CASE_METHOD(MergeFixture, "the other record can lead, and two numbers ask for a reason of their own")
{
    Person mine = file().person;
    mine.nhsNumber = "9990000026";
    mine.nhsNumberMissing = NhsNumberMissing::none;
    must(now([&](auto& cases, const auto& session) { return cases.people.save(session, mine); }));
    openSheet();
    sheet->choose(twin.id);
    REQUIRE(eventually([&] { return sheet->findChild<QRadioButton*>(QStringLiteral("keepOther")) != nullptr; }));
    CHECK(sheet->findChild<QPlainTextEdit*>(QStringLiteral("mergeDespite"))->isVisible());
    tabTo("keepThis");
    press(Qt::Key_Right);
    auto* join = sheet->findChild<QPushButton*>(QStringLiteral("joinRecords"));
    REQUIRE(eventually([&] {
        const auto* other = sheet->findChild<QRadioButton*>(QStringLiteral("keepOther"));
        return other && other->isChecked() && join->isEnabled();
    }));
    sheet->findChild<QPlainTextEdit*>(QStringLiteral("mergeReason"))->setPlainText(QStringLiteral("Same man."));
    join->click();
    REQUIRE(eventually([&] { return QApplication::focusWidget()->objectName() == QStringLiteral("mergeDespite"); }));
    type("One was given out twice.");
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return toastText().starts_with("Joined:"); }));
    CHECK(file().person.id == twin.id);
}

TEST_CASE_METHOD(MergeFixture, "who may not join records is not offered it")
{
    const auto offers = [&] {
        page.goTo(QString::fromStdString(person.str()));
        page.refresh();
        for (const QAction* action : page.actions())
            if (action->text() == QStringLiteral("Join with another record"))
                return action->isEnabled() && action->isVisible();
        return false;
    };
    CHECK(offers());
    desk->setSession(asPriya());
    CHECK_FALSE(offers());
}
