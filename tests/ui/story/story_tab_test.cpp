#include "story/story_tab.h"

#include "drafts/difference_sheet.h"
#include "print/letter_paper.h"
#include "story/handover_card.h"
#include "story/handover_sheet.h"
#include "story/passport_sheet.h"
#include "story/story_line.h"
#include "story/story_sheet.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct TabFixture : OpenDesk {
    QWidget window;
    StoryTab tab{theme, *desk, &window};
    QStringList said;
    std::function<void()> undo;

    TabFixture()
    {
        window.resize(1300, 900);
        tab.resize(1300, 900);
        window.show();
        QObject::connect(&tab, &StoryTab::done, &window,
                         [this](const QString& message, const std::function<void()>& back) {
                             said << message;
                             undo = back;
                         });
        QObject::connect(&tab, &StoryTab::failed, &window, [this](const QString& message) { said << message; });
        referTogether();
        tab.show(file());
        REQUIRE(eventually([&] { return tab.file().has_value(); }));
    }

    template <class Widget>
    Widget* in(const char* name)
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }
    template <class Widget>
    Widget* come(const char* name)
    {
        REQUIRE(eventually([&] { return in<Widget>(name) != nullptr; }));
        return in<Widget>(name);
    }
    int number() const { return tab.file() ? tab.file()->current.number : -1; }

    /// Written by Samir, so that Priya has not read it.
    void toldToSamir(const char* words)
    {
        Story story;
        story[StoryPart::ownWords].text = words;
        const auto current =
            must(now([&](auto& use, const auto& session) { return use.stories.open(session, person); }));
        must(now([&](auto& use, const auto&) {
            return use.stories.write(app::Session{samir},
                                     {person, story, current.current.number, ids.make<CommandId>()});
        }));
    }
    void reload() { tab.show(file()); }
};

}  // namespace

TEST_CASE_METHOD(TabFixture, "a story is written by keyboard, kept, and stands first on the tab")
{
    in<Button>("storyWrite")->setFocus();
    QTest::keyClick(in<Button>("storyWrite"), Qt::Key_Space);
    auto* sheet = come<StorySheet>("storySheet");
    auto* own = in<GrowingText>("story.own_words");
    own->setFocus();
    QTest::keyClicks(own, QStringLiteral("Ask me, do not tell me. [[Ann drinks]]"));
    QTest::keyClicks(in<GrowingText>("story.helps"), QStringLiteral("A walk"));
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return number() == 1; }));
    CHECK(said.last().contains(QStringLiteral("New workers are asked")));
    auto* first = come<QWidget>("storyPart.own_words");
    const auto labels = first->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text() == QStringLiteral("Ask me, do not tell me."); }));
    CHECK(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().startsWith(QStringLiteral("About somebody else")); }));
    CHECK_FALSE(in<QWidget>("storyOwed")->isVisible());  // who wrote it has read it
}

TEST_CASE_METHOD(TabFixture,
                 "whoever opens the person newly is offered to confirm, and the title says so until they do")
{
    toldToSamir("Ask me.");
    reload();
    REQUIRE(eventually([&] { return number() == 1; }));
    auto* owed = in<QWidget>("storyOwed");
    CHECK(owed->isVisible());
    CHECK(tab.title() == QStringLiteral("Story  new"));
    owed->findChild<Button*>()->click();
    REQUIRE(eventually([&] { return !tab.file()->owed; }));
    CHECK_FALSE(owed->isVisible());
    CHECK(tab.title() == QStringLiteral("Story"));
}

TEST_CASE_METHOD(TabFixture, "over a colleague's newer version both are shown, and both are kept")
{
    in<Button>("storyWrite")->click();
    auto* sheet = come<StorySheet>("storySheet");
    in<GrowingText>("story.own_words")->setPlainText(QStringLiteral("Mine"));
    toldToSamir("Theirs");
    in<Button>("storySave")->click();
    Button* both = nullptr;
    REQUIRE(eventually([&] {
        for (auto* button : sheet->findChildren<Button*>())
            if (button->isVisible() && button->text() == QStringLiteral("See both"))
                both = button;
        return both != nullptr;
    }));
    both->click();
    REQUIRE(eventually([&] { return window.findChild<DifferenceSheet*>() != nullptr; }));
    for (auto* button : window.findChild<DifferenceSheet*>()->findChildren<Button*>())
        if (button->text().startsWith(QStringLiteral("Keep mine")))
            button->click();
    REQUIRE(eventually([&] { return number() == 2; }));
    CHECK(tab.file()->current.story[StoryPart::ownWords].text == "Mine");
    REQUIRE(tab.file()->earlier.size() == 1);
    CHECK(tab.file()->earlier[0].story[StoryPart::ownWords].text == "Theirs");
    come<Button>("storyVersion1");
}

TEST_CASE_METHOD(TabFixture, "a promise is added, marked as kept, and taken back; a telling is counted and taken back")
{
    toldToSamir("Ask me.");
    reload();
    REQUIRE(eventually([&] { return number() == 1; }));
    come<Button>("promiseAdd")->click();
    come<QWidget>("promiseSheet");
    in<GrowingText>("promiseWhat")->setPlainText(QStringLiteral("Ring on Monday"));
    in<DayEdit>("promiseDue")->setText(QStringLiteral("30/11/2026"));
    QTest::keyClick(in<QWidget>("promiseSheet"), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return number() == 2; }));
    come<Button>("promiseKept0")->click();
    REQUIRE(eventually([&] { return number() == 3; }));
    CHECK(tab.file()->current.story.promises[0].state == PromiseState::kept);
    undo();
    REQUIRE(eventually([&] { return number() == 4; }));
    CHECK(tab.file()->current.story.promises[0].state == PromiseState::open);

    in<Button>("storyAgain")->click();
    come<QLineEdit>("retellingWhom")->setText(QStringLiteral("the duty desk"));
    QTest::keyClick(in<QWidget>("retellingSheet"), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return tab.file() && tab.file()->retellings.size() == 1; }));
    undo();
    REQUIRE(eventually([&] { return tab.file()->retellings.empty(); }));
}

TEST_CASE_METHOD(TabFixture, "a passport fits two pages, says what it leaves out, and shows the chosen sections only")
{
    Story story;
    for (const StoryPart part : allStoryParts)
        story[part].text = std::string(static_cast<std::size_t>(part == StoryPart::ownWords ? 2'500 : 900), 'w');
    for (auto& part : story.parts)
        for (std::size_t i = 7; i < part.text.size(); i += 8)
            part.text[i] = ' ';
    must(now([&](auto& use, const auto& session) {
        return use.stories.write(session, {person, story, 0, ids.make<CommandId>()});
    }));
    const auto paper =
        must(now([&](auto& use, const auto& session) { return use.stories.passport(session, person, {}); }));
    const FittedPassport fitted = fitPassport(paper);
    CHECK(fitted.pages == passportPages);
    REQUIRE_FALSE(fitted.leftOut.empty());
    CHECK(fitted.leftOut.front() == PassportSection::history);
    CHECK(fittedWords(paper, fitted).contains(QStringLiteral("Left out to keep to two pages: My history in brief")));
    CHECK(letters::plainText(fitted.document).find("Left out to keep to two pages") != std::string::npos);
    auto large = paper;
    large.choice.largePrint = true;
    CHECK(fitPassport(large).leftOut.empty());
    CHECK(fitPassport(large).pages > passportPages);

    reload();
    REQUIRE(eventually([&] { return number() == 1; }));
    in<Button>("storyPassport")->click();
    auto* sheet = come<PassportSheet>("passportSheet");
    REQUIRE(eventually([&] { return sheet->fitted().pages == passportPages; }));
    for (auto* box : sheet->findChildren<QCheckBox*>())
        if (box->objectName().startsWith(QStringLiteral("passport.")) &&
            box->objectName() != QStringLiteral("passport.name"))
            box->setChecked(false);
    REQUIRE(eventually([&] { return sheet->fitted().pages == 1; }));
    CHECK(sheet->choice().sections == std::vector{PassportSection::name});
}

TEST_CASE_METHOD(TabFixture, "a handover is written from the record, seen on Today by who receives it, and agreed")
{
    Worker jo;
    jo.name = "Jo Mercer";
    jo.role = holdfast::Role::keyworker;
    jo.service = lantern;
    jo = must(now([&](auto& use, const auto&) { return use.workers.save(lead, jo, ids.make<CommandId>()); }));
    reload();
    REQUIRE(eventually([&] { return in<Button>("storyHandOver")->isVisible(); }));
    in<Button>("storyHandOver")->click();
    auto* sheet = come<HandoverSheet>("handoverSheet");
    CHECK_FALSE(in<GrowingText>("handoverStory")->toPlainText().isEmpty());
    in<GrowingText>("handoverMatters")->setPlainText(QStringLiteral("Mornings are hard."));
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(30);
    CHECK(in<QLineEdit>("handoverWhy")->isVisible());  // they have not agreed the ten lines, and nobody said why
    in<QCheckBox>("handoverAgreed")->setChecked(true);
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return in<QWidget>("storyHandovers") != nullptr; }));
    CHECK(said.last().contains(QStringLiteral("waits for Jo Mercer")));
    CHECK(file().now.needs.substanceUse.holder->worker == priya.id);

    desk->setSession(app::Session{jo});
    const auto waiting = must(now([&](auto& use, const auto&) { return use.handovers.waiting(app::Session{jo}); }));
    REQUIRE(waiting.lines.size() == 1);
    HandoverCard card{theme, waiting, jo.id, clock.now()};
    QSignalSpy opened{&card, &HandoverCard::opened};
    card.findChild<Button*>(QStringLiteral("handoverOpen"))->click();
    REQUIRE(opened.size() == 1);
    tab.openHandover(waiting.lines[0].record.pack.id);
    come<HandoverView>("handoverView");
    in<Button>("handoverDecline")->click();
    CHECK(in<QWidget>("handoverView") != nullptr);  // a refusal needs a reason
    QSignalSpy changed{&tab, &StoryTab::changed};
    QTest::keyClick(in<QWidget>("handoverView"), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return !changed.isEmpty(); }));
    CHECK(changed.last().first().toBool());
    CHECK(file().now.needs.substanceUse.holder->worker == jo.id);
}

TEST_CASE_METHOD(TabFixture, "the line on the overview says the first words and whether they were read")
{
    StoryLine line{theme};
    line.show(std::nullopt);
    CHECK_FALSE(line.isVisible());
    line.show(app::StoryBrief{});
    CHECK(line.findChild<Button*>(QStringLiteral("storyOpen"))->text() == QStringLiteral("Write it"));
    app::StoryBrief brief;
    brief.number = 2;
    brief.words = "Ask me.";
    brief.workersSoFar = 3;
    brief.readBy = 1;
    brief.toldAgain = 2;
    brief.owed = true;
    line.show(brief);
    CHECK(line.findChild<RunLabel*>(QStringLiteral("storyWords"))->text() == QStringLiteral("“Ask me.”"));
    CHECK(line.findChild<RunLabel*>(QStringLiteral("storyFacts"))->text().contains(QStringLiteral("not confirmed")));
    CHECK(line.findChild<Button*>(QStringLiteral("storyOpen"))->text() == QStringLiteral("Read and confirm"));
}
