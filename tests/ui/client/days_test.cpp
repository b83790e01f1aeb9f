// A day as it is, through the real client with the keys alone: a joint meeting. Whatever is reached here is reached with
// Tab, arrows and shortcuts.
#include "mdt/mdt_page.h"
#include "mdt/meeting_words.h"
#include "mdt/outcome_form.h"
#include "shell/main_window.h"
#include "support/eventually.h"
#include "support/temp_folder.h"
#include "ui/support/case_of.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QTest>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Day {
    TempFolder folder;
    std::unique_ptr<PracticeClient> practice;

    Day()
    {
        auto made = PracticeClient::make(folder.file("practice.holdfast"));
        REQUIRE(made);
        practice = std::move(made).value();
        window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window()));
    }

    Client& client() const { return practice->client(); }
    MainWindow& window() const { return client().window(); }
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
    void until(const QString& name, int key, int most = 60) const
    {
        for (int i = 0; i < most; ++i) {
            if (QApplication::focusWidget() && nameOf(focus()).contains(name))
                return;
            press(key);
        }
        FAIL("not reached with the keys: " << name.toStdString());
    }
};

}  // namespace

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
