// "Rang, nobody answered" through the real client: two keys, the second one saving.
#include "person/call_view.h"
#include "person/person_page.h"
#include "shell/main_window.h"
#include "support/eventually.h"
#include "support/temp_folder.h"
#include "ui/support/case_of.h"
#include "widgets/lane_card.h"
#include "widgets/messages.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct ContactLog {
    TempFolder folder;
    std::unique_ptr<PracticeClient> practice;
    PersonId person;

    ContactLog()
    {
        auto made = PracticeClient::make(folder.file("practice.holdfast"));
        REQUIRE(made);
        practice = std::move(made).value();
        window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window()));
        person = practice->personNamed("Gareth");
        REQUIRE_FALSE(person.empty());
        practice->client().openPerson(person);
        practice->settle();
    }

    MainWindow& window() const { return practice->client().window(); }
    PersonPage& page() const { return *static_cast<PersonPage*>(window().page(QStringLiteral("person"))); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    app::CaseFile file() const { return caseOf(*practice, person); }
    QString toast() const { return window().toasts().current() ? window().toasts().current()->text() : QString{}; }
    QStringList laneLines() const
    {
        QStringList lines;
        for (const auto* label : page().findChildren<QLabel*>(QStringLiteral("laneCalls")))
            if (label->isVisible())
                lines << label->text();
        return lines;
    }
};

std::vector<app::HistoryEntry> contactsOf(const app::CaseFile& file)
{
    std::vector<app::HistoryEntry> contacts;
    std::ranges::copy_if(file.history, std::back_inserter(contacts),
                         [](const auto& entry) { return std::holds_alternative<event::Contact>(entry.event.body); });
    return contacts;
}

bool isRungBack(const app::CaseFile& file, const ServiceId& service)
{
    return std::ranges::any_of(file.now.nextActions, [&](const auto& action) {
        return action.what == "call_back" && action.about == service;
    });
}

}  // namespace

TEST_CASE_METHOD(ContactLog, "rang, nobody answered: two keys record it, it becomes a chase, and Ctrl Z takes it back")
{
    const app::CaseFile before = file();
    const QStringList linesBefore = laneLines();

    key(Qt::Key_F9);
    key(Qt::Key_Return);

    REQUIRE(eventually([&] { return toast().contains(QStringLiteral("nobody answered: recorded.")); }));
    window().toasts().current()->timer().stop();  // undo is offered until this has looked, on a slow machine too
    const app::CaseFile after = file();
    CHECK(after.version == before.version + 1);
    const auto contacts = contactsOf(after);
    REQUIRE(contacts.size() == contactsOf(before).size() + 1);
    const auto contact = std::get<event::Contact>(contacts.back().event.body);
    CHECK(contact.direction == ContactDirection::out);
    CHECK(contact.outcome == ContactOutcome::noAnswer);
    CHECK(contacts.back().channel == "phone");
    CHECK(contacts.back().event.at == practice->clock().now());
    CHECK(std::ranges::any_of(allNeeds, [&](Need need) {
        return after.now.needs[need].leg && after.now.needs[need].leg->service == contact.service;
    }));
    CHECK(isRungBack(after, contact.service));
    const QString once = QStringLiteral("ung once, not answered");
    REQUIRE(eventually([&] { return laneLines() != linesBefore && laneLines().join(u'\n').contains(once); }));
    const QString told = laneLines().join(QLatin1Char('\n'));
    CHECK(told.contains(once));
    CHECK(told.contains(QStringLiteral("Last Today 10:42")));

    key(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(eventually([&] { return toast().startsWith(QStringLiteral("Taken back.")); }));
    const app::CaseFile undone = file();
    REQUIRE(contactsOf(undone).size() == contacts.size());
    CHECK(contactsOf(undone).back().voided);
    CHECK_FALSE(isRungBack(undone, contact.service));
    CHECK(eventually([&] { return laneLines() == linesBefore; }));
    key(Qt::Key_Z, Qt::ControlModifier);
    practice->settle();
    CHECK(file().version == undone.version);
}

TEST_CASE_METHOD(ContactLog, "every call is counted for its own service, and a colleague's entry is no obstacle")
{
    const std::size_t before = contactsOf(file()).size();
    key(Qt::Key_F9);
    key(Qt::Key_2);
    REQUIRE(eventually([&] { return contactsOf(file()).size() == before + 1; }));
    key(Qt::Key_F9);  // the page may not have been drawn again yet
    key(Qt::Key_2);
    REQUIRE(eventually([&] { return contactsOf(file()).size() == before + 2; }));
    practice->settle();
    key(Qt::Key_F9);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_S);
    REQUIRE(eventually([&] { return contactsOf(file()).size() == before + 3; }));

    const auto contacts = contactsOf(file());
    const auto service = [&](std::size_t index) {
        return std::get<event::Contact>(contacts[index].event.body).service;
    };
    CHECK(service(before) == service(before + 1));
    REQUIRE(eventually([&] {
        return std::ranges::any_of(laneLines(), [](const QString& line) { return line.contains(u"answered once"); });
    }));
}

TEST_CASE_METHOD(ContactLog, "Keys lists it, and after a death it is not there")
{
    QStringList keys;
    for (const QAction* action : page().actions())
        if (action->isVisible())
            keys << action->shortcut().toString();
    CHECK(keys.contains(QStringLiteral("F9")));
    CHECK(keys.contains(QStringLiteral("Ctrl+Z")));

    app::CaseFile died = file();
    died.now.died = true;
    page().show(died, {});
    key(Qt::Key_F9);
    CHECK_FALSE(page().findChild<QWidget*>(QStringLiteral("callPanel"))->isVisible());
}
