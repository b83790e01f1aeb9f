// Days as they are, through the real client with the keys alone: a keyworker's morning, a coordinator's review, a change
// of keyworker, a joint meeting. Whatever is reached here is reached with Tab, arrows and shortcuts.
#include "mdt/mdt_page.h"
#include "mdt/meeting_words.h"
#include "mdt/outcome_form.h"
#include "notes/note_editor.h"
#include "notes/notes_tab.h"
#include "person/person_page.h"
#include "plans/plans_tab.h"
#include "shell/main_window.h"
#include "story/story_tab.h"
#include "support/eventually.h"
#include "support/temp_folder.h"
#include "ui/support/case_of.h"
#include "widgets/messages.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

/// A part that is shown before it has a parent becomes a window of its own and takes the keyboard away.
class StrayButtons final : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* button = event->type() == QEvent::Show ? qobject_cast<QAbstractButton*>(watched) : nullptr;
        count += button && button->isWindow() ? 1 : 0;
        return false;
    }
};

struct Day {
    StrayButtons strays;
    TempFolder folder;
    std::unique_ptr<PracticeClient> practice;

    Day()
    {
        qApp->installEventFilter(&strays);
        auto made = PracticeClient::make(folder.file("practice.holdfast"));
        REQUIRE(made);
        practice = std::move(made).value();
        window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window()));
    }

    ~Day() { CHECK(strays.count == 0); }

    Client& client() const { return practice->client(); }
    MainWindow& window() const { return client().window(); }
    PersonPage& page() const { return *static_cast<PersonPage*>(window().page(QStringLiteral("person"))); }
    QString toast() const { return window().toasts().current() ? window().toasts().current()->text() : QString{}; }
    bool said(const char* words) const
    {
        return eventually([&] { return toast().contains(QLatin1String{words}); });
    }
    static QWidget& focus()
    {
        QWidget* widget = QApplication::focusWidget();
        REQUIRE(widget);
        return *widget;
    }
    void press(int key, Qt::KeyboardModifiers with = {}) const
    {
        QWidget* widget = QApplication::focusWidget();
        QTest::keyClick(widget ? widget : static_cast<QWidget*>(&window()), static_cast<Qt::Key>(key), with);
    }
    static void write(const char* words) { QTest::keyClicks(&focus(), QString::fromLatin1(words)); }
    static QString nameOf(const QWidget& widget)
    {
        const auto* button = qobject_cast<const QAbstractButton*>(&widget);
        return button && !button->text().isEmpty() ? button->text() : widget.accessibleName();
    }
    /// Presses the key until what has the focus is called so.
    void until(const QString& name, int key, int most = 90) const
    {
        for (int i = 0; i < most; ++i) {
            if (QApplication::focusWidget() && nameOf(focus()).contains(name))
                return;
            press(key);
        }
        FAIL("not reached with the keys: " << name.toStdString());
    }
    /// The person's page, by name, from anywhere.
    void open(const char* name) const
    {
        const PersonId person = practice->personNamed(name);
        press(Qt::Key_K, Qt::ControlModifier);
        write(name);
        REQUIRE(eventually([&] {
            press(Qt::Key_Return);
            return window().current().id() == QStringLiteral("person") && page().person() == person;
        }));
        REQUIRE(eventually([&] { return page().tabs().isVisible(); }));
    }
    template <class Use>
    auto ask(Use use) const
    {
        using Answer = std::invoke_result_t<Use, UseCases&, const app::Session&>;
        std::optional<Answer> answer;
        QObject receiver;
        client().desk().ask(&receiver, use, [&](const Answer& answered) { answer = answered; });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        REQUIRE(*answer);
        return **answer;
    }
};

}  // namespace

TEST_CASE_METHOD(Day,
                 "a keyworker's morning: Today, a call, a note, and what was agreed ticked off, with the keys alone")
{
    press(Qt::Key_1, Qt::ControlModifier);
    until(QStringLiteral("Gareth"), Qt::Key_Down);
    press(Qt::Key_Return);
    const PersonId gareth = practice->personNamed("Gareth");
    REQUIRE(eventually([&] { return page().person() == gareth && page().tabs().isVisible(); }));
    const auto before = caseOf(*practice, gareth).version;
    press(Qt::Key_F9);
    press(Qt::Key_Return);
    REQUIRE(said("nobody answered: recorded."));
    CHECK(caseOf(*practice, gareth).version == before + 1);

    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(eventually([&] { return page().notes().editor().isOpen(); }));
    write("Rang the team, nobody there. Told him so.");
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(said("Signed."));
    const auto notes = ask([&](auto& use, const auto& session) { return use.notes.list(session, gareth); });
    CHECK(notes.notes.front().record.note.text == "Rang the team, nobody there. Told him so.");

    const auto linesOpen = [&] {
        const auto today = ask([](auto& use, const auto& session) { return use.worklist.today(session, {}); });
        return std::ranges::count_if(today.items, [](const app::WorkItem& item) { return !item.line.empty(); });
    };
    const auto agreed = linesOpen();
    REQUIRE(agreed > 0);
    press(Qt::Key_1, Qt::ControlModifier);
    until(QStringLiteral(" Done."), Qt::Key_Down, 80);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    REQUIRE(said("Done."));
    CHECK(linesOpen() == agreed - 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(said("Marked as not done."));
    CHECK(linesOpen() == agreed);
}

TEST_CASE_METHOD(Day,
                 "a coordinator's review: the story is read and confirmed, the safety plan looked at, a note signed")
{
    practice->signIn("Samir Haddad");
    open("Marcus");
    const PersonId marcus = page().person();
    const auto brief = [&] {
        return ask([&](auto& use, const auto& session) { return use.stories.brief(session, marcus); });
    };
    REQUIRE(brief().owed);
    until(QStringLiteral("Parts of the record"), Qt::Key_F6, 8);
    press(Qt::Key_Right);
    REQUIRE(page().tabs().currentIndex() == PersonPage::Story);
    REQUIRE(eventually([&] { return page().story().file().has_value(); }));
    until(QStringLiteral("I have read it"), Qt::Key_Tab);
    press(Qt::Key_Space);
    REQUIRE(eventually([&] { return !brief().owed; }));

    press(Qt::Key_S, Qt::AltModifier);
    CHECK(page().tabs().currentIndex() == PersonPage::Plans);
    press(Qt::Key_W, Qt::AltModifier);
    REQUIRE(eventually([&] { return window().findChild<QDialog*>() != nullptr; }));
    press(Qt::Key_Escape);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(eventually([&] { return page().notes().editor().isOpen(); }));
    write("Went through it with Priya. Both of us ring on Friday.");
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(said("Signed."));
}

TEST_CASE_METHOD(Day, "a change of keyworker: written by one, agreed by the other, and nobody is without a holder")
{
    open("Marcus");
    const PersonId marcus = page().person();
    until(QStringLiteral("Parts of the record"), Qt::Key_F6, 8);
    press(Qt::Key_Right);
    REQUIRE(eventually([&] { return page().story().file().has_value(); }));
    until(QStringLiteral("Hand over"), Qt::Key_Tab);
    press(Qt::Key_Space);
    REQUIRE(eventually([&] { return window().findChild<QDialog*>(QStringLiteral("handoverSheet")) != nullptr; }));
    const auto* to = window().findChild<QComboBox*>(QStringLiteral("handoverTo"));
    REQUIRE(to);
    const std::string receiver = to->currentText().section(u',', 0, 0).toStdString();
    auto* agreed = window().findChild<QAbstractButton*>(QStringLiteral("handoverAgreed"));
    REQUIRE(agreed);
    until(agreed->text(), Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] {
        auto* sheet = window().findChild<QDialog*>(QStringLiteral("handoverSheet"));
        return sheet == nullptr || !sheet->isVisible();
    }));
    const auto heldBy = [&] {
        const auto file = caseOf(*practice, marcus);
        std::vector<std::string> names;
        for (const Need need : allNeeds)
            if (const auto& holder = file.now.needs[need].holder)
                names.push_back(file.names.workers.at(holder->worker));
        return names;
    };
    const auto before = heldBy();
    CHECK(std::ranges::find(before, receiver) == before.end());

    practice->signIn(receiver);
    press(Qt::Key_1, Qt::ControlModifier);
    until(QStringLiteral("Read it and agree"), Qt::Key_Tab);
    press(Qt::Key_Space);
    REQUIRE(eventually([&] { return window().findChild<QDialog*>(QStringLiteral("handoverView")) != nullptr; }));
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return std::ranges::count(heldBy(), receiver) > 0; }));
    CHECK(heldBy().size() == before.size());
}

TEST_CASE_METHOD(Day, "a joint meeting: started, who is there said, one person decided on, and the next one is there")
{
    practice->signIn("Joanne Mercer");
    press(Qt::Key_4, Qt::ControlModifier);
    auto* mdt = static_cast<MdtPage*>(window().page(QStringLiteral("mdt")));
    REQUIRE(eventually([&] { return mdt->board().has_value(); }));
    until(QStringLiteral("Start the meeting"), Qt::Key_Tab);
    press(Qt::Key_Space);
    REQUIRE(eventually([&] { return mdt->board()->isOn() && mdt->form().isOpen(); }));
    for (int i = 0; i < 2; ++i) {  // one of each side comes in
        const int here = static_cast<int>(std::ranges::count_if(
            mdt->board()->meeting.attendees, [](const Attendee& each) { return each.presence != Presence::away; }));
        const auto side = i == 0 ? MeetingSide::mentalHealth : MeetingSide::substanceUse;
        const auto& attendees = mdt->board()->meeting.attendees;
        if (std::ranges::any_of(
                attendees, [&](const Attendee& each) { return each.side == side && each.presence != Presence::away; }))
            continue;
        const auto first = std::ranges::find(attendees, side, &Attendee::side);
        REQUIRE(first != attendees.end());
        until(attendeeName(*first, mdt->board()->names) + QStringLiteral(" is"), Qt::Key_Tab, 80);
        press(Qt::Key_Up);
        REQUIRE(eventually([&] {
            return static_cast<int>(std::ranges::count_if(mdt->board()->meeting.attendees, [](const Attendee& each) {
                       return each.presence != Presence::away;
                   })) > here;
        }));
    }
    REQUIRE(eventually([&] { return bothPresent(mdt->board()->meeting); }));
    const int open = mdt->board()->toDecide();
    const PersonId first = mdt->form().person();
    until(QStringLiteral("What the person says"), Qt::Key_Tab, 80);
    write("I want one person who rings me back.");
    press(Qt::Key_Tab);
    press(Qt::Key_1);
    until(QStringLiteral("In plain words"), Qt::Key_Tab, 12);
    write("Both teams stay. Samir rings on Friday.");
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return mdt->board()->toDecide() == open - 1; }));
    REQUIRE(eventually([&] { return mdt->form().isOpen() && mdt->form().person() != first; }));
    CHECK(std::ranges::any_of(caseOf(*practice, first).history,
                              [](const auto& entry) { return std::holds_alternative<event::Mdt>(entry.event.body); }));
}
