#include "mdt/mdt_page.h"

#include "mdt/meeting_actions.h"
#include "mdt/outcome_form.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/text.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <iostream>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

constexpr int mostKeys = 25;  // for one person, besides what is written

struct MdtFixture : OpenDesk {
    QWidget window;
    Worker ines = lead.worker;
    MdtPage* page = nullptr;
    int keys = 0;

    explicit MdtFixture(int people = 1)
    {
        ines.service = lantern;
        desk->setSession({ines});
        referTogether();
        refuse(person);
        const std::array<const char*, 9> names{"Alma",  "Boris", "Carla", "Dilan", "Edda",
                                               "Farid", "Gina",  "Hugo",  "Ines"};
        for (int i = 1; i < people; ++i)
            refuse(another(names.at(static_cast<std::size_t>(i) - 1)));
        page = new MdtPage{theme, *desk, &window};
        window.resize(1440, 900);
        page->resize(window.size());
        window.show();
        window.activateWindow();
        refresh();
    }

    app::Session asInes() const { return app::Session{ines}; }
    PersonId another(const char* given)
    {
        Person made;
        made.givenName = given;
        made.familyName = "Marsh";
        made.nhsNumberMissing = NhsNumberMissing::notYetTraced;
        const auto known = must(now([&](auto& use, const auto& session) {
            return use.people.registerPerson(session, made, ids.make<CommandId>());
        }));
        const PersonId before = std::exchange(person, known.id);
        referTogether();
        std::exchange(person, before);
        return known.id;
    }
    void refuse(const PersonId& who)
    {
        const PersonId before = std::exchange(person, who);
        event::Response said{};
        said.need = Need::mentalHealth;
        said.service = cmht;
        said.kind = ResponseKind::declined;
        said.reason = ReasonCode{"N01"};
        record(said, "Stop drinking first.");
        person = before;
    }
    void refresh()
    {
        QSignalSpy counted{page, &MdtPage::countChanged};
        page->refresh();
        REQUIRE(eventually([&] { return !counted.isEmpty(); }));
    }
    void start(bool both = true)
    {
        Meeting meeting = page->board()->meeting;
        meeting.attendees = {{ines.id, {}, {}, MeetingSide::substanceUse, Presence::here},
                             {samir.id, {}, {}, MeetingSide::mentalHealth, both ? Presence::here : Presence::away}};
        must(now([&](auto& use, const auto&) { return use.meetings.start(asInes(), meeting, ids.make<CommandId>()); }));
        refresh();
        REQUIRE(eventually([&] { return page->form().isOpen(); }));
    }
    app::MeetingBoard board()
    {
        return must(now([&](auto& use, const auto&) { return use.meetings.board(asInes()); }));
    }
    static QWidget& focus()
    {
        QWidget* widget = QApplication::focusWidget();
        REQUIRE(widget);
        return *widget;
    }
    void press(int key, Qt::KeyboardModifiers with = {})
    {
        ++keys;
        QTest::keyClick(&focus(), static_cast<Qt::Key>(key), with);
    }
    static void write(const char* words) { QTest::keyClicks(&focus(), QString::fromLatin1(words)); }

    /// As somebody does who never touches the mouse: from what the person says to the next person.
    void talkAbout()
    {
        const PersonId who = page->form().person();
        write("I want one person who rings me back.");
        press(Qt::Key_Tab);
        press(Qt::Key_1);
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Tab);
        write("Samir sees them on Friday. A drink on the day does not end the visit.");
        press(Qt::Key_A, Qt::AltModifier);
        write("Withdraw the refusal in writing");
        press(Qt::Key_Tab);
        press(Qt::Key_S);
        QSignalSpy recorded{&page->form(), &OutcomeForm::recorded};
        press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(eventually([&] { return !recorded.isEmpty(); }));
        REQUIRE(eventually(
            [&] { return page->board()->toDecide() == 0 || (page->form().isOpen() && page->form().person() != who); }));
    }
    Button* button(const char* name) { return page->findChild<Button*>(QString::fromLatin1(name)); }
    QString fault() { return page->findChild<RunLabel*>(QStringLiteral("meetingFault"))->text(); }
};

}  // namespace

TEST_CASE("a meeting of ten people is run with the keys alone, in at most 25 for each besides what is written")
{
    MdtFixture world{10};
    REQUIRE(world.page->board()->lines.size() == 10);
    world.start();
    int most = 0;
    for (int i = 0; i < 10; ++i) {
        world.keys = 0;
        world.talkAbout();
        most = std::max(most, world.keys);
    }
    std::cout << "keys for one person of the meeting: " << most << '\n';
    CHECK(most <= mostKeys);
    const auto board = world.board();
    for (const auto& line : board.lines) {
        REQUIRE(line.record);
        CHECK(line.record->state == MeetingState::decided);
        REQUIRE(line.record->outcome.actions.size() == 1);
        CHECK(line.record->outcome.actions.front().owner == world.samir.id);
    }
}

TEST_CASE("an action without an owner holds the meeting up, and the foot says which")
{
    MdtFixture world;
    world.start();
    MdtFixture::write("Ring me.");
    world.press(Qt::Key_Tab);
    world.press(Qt::Key_2);
    for (int i = 0; i < 4; ++i)
        world.press(Qt::Key_Tab);
    MdtFixture::write("Priya leads.");
    world.press(Qt::Key_A, Qt::AltModifier);
    MdtFixture::write("Ask the GP");
    world.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(world.fault() == QStringLiteral("Action 1 needs an owner before you move on"));
    CHECK(MdtFixture::focus().objectName() == QStringLiteral("actionOwner"));
    CHECK_FALSE(world.board().lines.front().record);
}

TEST_CASE("while one service is away the page says so, and what is decided is kept as not decided")
{
    MdtFixture world;
    world.start(false);
    CHECK(world.page->findChild<RunLabel*>(QStringLiteral("decisionStands"))
              ->text()
              .contains(QStringLiteral("One service is missing")));
    world.talkAbout();
    REQUIRE(world.board().lines.front().record);
    CHECK(world.board().lines.front().record->state == MeetingState::notDecided);
}

TEST_CASE("what was recorded is taken back with undo, and what was typed is there again")
{
    MdtFixture world;
    world.start();
    QSignalSpy undoable{world.page, &MdtPage::undoable};
    world.talkAbout();
    REQUIRE(!undoable.isEmpty());
    undoable.back().at(1).value<std::function<void()>>()();
    REQUIRE(eventually([&] { return world.page->form().isOpen(); }));
    CHECK(world.page->form().outcome().personsView == "I want one person who rings me back.");
    CHECK_FALSE(world.board().lines.front().record);
}

TEST_CASE("what a meeting types is kept while it is typed")
{
    MdtFixture world;
    world.start();
    MdtFixture::write("Ring me.");
    world.page->mayLeave();
    const auto draft = must(world.now([&](auto& use, const auto&) {
        return use.meetings.begin(world.asInes(), world.page->board()->meeting.id, world.person, {});
    }));
    CHECK(draft.outcome.personsView == "Ring me.");
}

TEST_CASE("somebody is taken off the agenda with a reason, and a keyworker does not run the meeting")
{
    MdtFixture world{2};
    world.start();
    world.button("agendaOff")->click();
    REQUIRE(eventually([&] { return world.window.findChild<DialogSheet*>() != nullptr; }));
    auto* sheet = world.window.findChild<DialogSheet*>();
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    CHECK(world.board().toDecide() == 2);
    sheet->findChild<QLineEdit*>(QStringLiteral("agendaWhyOff"))->setText(QStringLiteral("Seen this morning"));
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return world.page->board()->toDecide() == 1; }));

    world.desk->setSession({world.priya});
    world.refresh();
    CHECK_FALSE(world.button("mdtFinish")->isVisible());
    CHECK_FALSE(world.button("mdtMinutes")->isVisible());
    CHECK_FALSE(world.page->form().isVisible());
}
