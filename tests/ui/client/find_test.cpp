// The search of the top bar, in the real window over a real store.
#include "app/notes.h"
#include "client/client.h"
#include "find/find_box.h"
#include "find/find_panel.h"
#include "people/people_page.h"
#include "person/person_page.h"
#include "shell/commands.h"
#include "shell/main_window.h"
#include "shell/settings_store.h"
#include "shell/top_bar.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"
#include "words/codes.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    std::unique_ptr<Client> client;
    QLineEdit* box = nullptr;
    QListView* list = nullptr;
    FindPanel* panel = nullptr;

    Fixture()
    {
        referTogether();
        note("Rang twice, no answer. Zo\u00eb next door says he is well.");
        note("Second note, nobody answered.");
        desk.reset();
        client = std::make_unique<Client>(theme, settings, clock, ids, std::move(workspace), asPriya(), QString{});
        client->window().resize(1440, 900);
        client->window().show();
        client->window().activateWindow();
        (void)QTest::qWaitForWindowActive(&client->window());
        box = &client->window().topBar().search();
        panel = &client->find().panel();
        list = panel->findChild<QListView*>(QStringLiteral("findList"));
    }

    void note(const std::string& text)
    {
        must(now([&](UseCases& use, const app::Session& session) -> Result<NoteId> {
            NoteContent content;
            content.text = text;
            const auto draft = use.notes.begin(session, person, content);
            if (!draft)
                return draft.error();
            return use.notes.sign(session, {person, draft->id, draft->version, ids.make<CommandId>()});
        }));
    }

    QStringList rows() const
    {
        QStringList titles;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            titles << list->model()->index(row, 0).data().toString();
        return titles;
    }
    bool shows(const QString& title)
    {
        return eventually([&] { return rows().contains(title); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QWidget* focus = client->window().focusWidget();
        QTest::keyClick(focus ? focus : &client->window(), key, with);
    }
    /// As Ctrl+K does, which has to find an active window.
    void openWithItsKey()
    {
        for (QAction* action : client->window().commands().menu(QStringLiteral("go"))->actions())
            if (action->shortcut() == QKeySequence{Qt::CTRL | Qt::Key_K})
                action->trigger();
    }
    void type(const char* words)
    {
        openWithItsKey();
        REQUIRE(client->window().focusWidget() == box);
        QTest::keyClicks(box, QString::fromUtf8(words));
    }
    QString current() const { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); }
    bool goTo(const QString& start)
    {
        for (int i = 0; i < 40 && !current().startsWith(start); ++i)
            press(Qt::Key_Down);
        return current().startsWith(start);
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "Ctrl K, a name and Enter open the person, with the keys alone")
{
    type("tom");
    CHECK(panel->isVisible());
    REQUIRE(shows(QStringLiteral("Tomasz Brandt")));
    CHECK(rows().first() == QStringLiteral("People"));
    CHECK(current().startsWith(QStringLiteral("Person: Tomasz Brandt")));
    CHECK(box->accessibleDescription() == current());
    press(Qt::Key_Return);
    CHECK(client->window().current().id() == QStringLiteral("person"));
    CHECK_FALSE(panel->isVisible());
}

TEST_CASE_METHOD(Fixture, "a name that is spelled otherwise says why it is shown")
{
    type("tomash brant");
    REQUIRE(eventually([&] { return !rows().isEmpty() || panel->isEmpty(); }));
    type("brant");
    REQUIRE(shows(QStringLiteral("Tomasz Brandt")));
    CHECK(current().contains(QStringLiteral("“Brandt” is one letter different")));
}

TEST_CASE_METHOD(Fixture, "words of a note find it, and Enter opens that note in the person's record")
{
    type("\"no answer\"");
    REQUIRE(shows(QStringLiteral("Notes")));
    REQUIRE(goTo(QStringLiteral("Tomasz Brandt · Contact")));
    CHECK(current().contains(QStringLiteral("no answer")));
    press(Qt::Key_Return);
    auto* page = dynamic_cast<PersonPage*>(client->window().page(QStringLiteral("person")));
    CHECK(client->window().current().id() == QStringLiteral("person"));
    CHECK(page->tabs().currentIndex() == PersonPage::Notes);
}

TEST_CASE_METHOD(Fixture, "services and commands are found too, a command with its key, and Enter runs it")
{
    type("lantern");
    REQUIRE(shows(QStringLiteral("Lantern Drug and Alcohol")));
    REQUIRE(goTo(QStringLiteral("Service: Lantern")));
    press(Qt::Key_Return);
    CHECK(client->window().current().id() == QStringLiteral("directory"));
    const auto* table = client->window().findChild<QTableView*>(QStringLiteral("directoryTable"));
    REQUIRE(eventually([&] { return table->currentIndex().isValid(); }));
    CHECK(table->model()->index(table->currentIndex().row(), 0).data().toString() ==
          QStringLiteral("Lantern Drug and Alcohol"));

    type("repo");
    REQUIRE(shows(QStringLiteral("Reports")));
    REQUIRE(goTo(QStringLiteral("Command: Reports · Ctrl")));
    press(Qt::Key_Return);
    CHECK(client->window().current().id() == QStringLiteral("reports"));
}

TEST_CASE_METHOD(Fixture, "Enter before the answer waits for it, and never opens what an older question found")
{
    type("repo");
    REQUIRE(shows(QStringLiteral("Reports")));
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("brandt"));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return client->window().current().id() == QStringLiteral("person"); }));
    CHECK(box->text() == QStringLiteral("brandt"));
}

TEST_CASE_METHOD(Fixture,
                 "Esc closes and gives the keys back; nothing found says what to do; filters narrow and are let go")
{
    auto* before = client->window().focusWidget();
    type("zzzz");
    REQUIRE(eventually([&] { return panel->isEmpty() && box->accessibleDescription().isEmpty(); }));
    press(Qt::Key_Escape);
    CHECK_FALSE(panel->isVisible());
    CHECK(client->window().focusWidget() == before);

    type("brandt");
    REQUIRE(shows(QStringLiteral("Tomasz Brandt")));
    auto* when = panel->findChild<FilterButton*>(QStringLiteral("findWhen"));
    when->setCurrent(1);
    emit when->chosen(1);
    REQUIRE(eventually([&] { return panel->isEmpty(); }));
    const auto buttons = panel->findChildren<QPushButton*>();
    const auto everywhere = std::ranges::find(buttons, QStringLiteral("Look everywhere"), &QPushButton::text);
    REQUIRE(everywhere != buttons.end());
    (*everywhere)->click();
    CHECK(shows(QStringLiteral("Tomasz Brandt")));
}

TEST_CASE_METHOD(Fixture, "another worker at the screen finds nothing of the one before")
{
    type("brandt");
    REQUIRE(shows(QStringLiteral("Tomasz Brandt")));
    client->useSession(app::Session{samir});
    CHECK_FALSE(panel->isVisible());
    CHECK(panel->isEmpty());
    CHECK(box->text().isEmpty());
}
