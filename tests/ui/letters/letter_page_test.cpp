#include "letters/letter_page.h"

#include "drafts/difference_sheet.h"
#include "letters/letter_editor.h"
#include "letters/sent_sheet.h"
#include "person/why_sheet.h"
#include "print/paper_view.h"
#include "support/open_desk.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"

#include <QAction>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct LetterFixture : OpenDesk {
    QWidget window;
    LetterPage page{*desk, theme, &window};

    LetterFixture()
    {
        referTogether();
        window.resize(1400, 900);
        window.show();
        page.resize(1400, 860);
        page.QWidget::show();
    }

    /// A refusal an hour later, and the challenge letter begun.
    app::LetterDraft challenge()
    {
        app::RecordInput input;
        input.person = person;
        input.seenVersion = file().version;
        input.command = ids.make<CommandId>();
        input.at = clock.now();
        input.body = event::Response{Need::mentalHealth, cmht, ResponseKind::declined, ReasonCode{"N01"}, {}, {}, {}};
        input.words = "still drinking";
        const auto outcome =
            must(now([&](auto& use, const auto& session) { return use.cases.record(session, input); }));
        letters::Request request;
        request.service = cmht;
        request.need = Need::mentalHealth;
        request.event = outcome.event;
        return begun(request);
    }
    app::LetterDraft begun(const letters::Request& request)
    {
        return must(now([&](auto& use, const auto& session) { return use.letters.begin(session, person, request); }));
    }
    void open(const app::LetterDraft& draft)
    {
        page.goTo(LetterPage::placeOf(person, draft.id));
        page.refresh();
        REQUIRE(eventually([&] { return page.editor().isEnabled(); }));
    }
    app::LetterList list()
    {
        return must(now([&](auto& use, const auto& session) { return use.letters.list(session, person); }));
    }
    QAction* action(const char* text)
    {
        for (QAction* each : page.actions())
            if (each->text().remove(QLatin1Char('&')) == QString::fromLatin1(text))
                return each;
        return nullptr;
    }
    QPushButton* buttonOf(QWidget& in, const char* text)
    {
        for (auto* each : in.findChildren<QPushButton*>())
            if (each->text() == QString::fromLatin1(text) && each->isVisibleTo(&in))
                return each;
        return nullptr;
    }
    void confirm(const char* text)
    {
        auto* sheet = window.findChildren<DialogSheet*>().last();
        REQUIRE(buttonOf(*sheet, text));
        buttonOf(*sheet, text)->click();
    }
};

}  // namespace

TEST_CASE("what is typed into a letter is saved as it is typed, in plain text")
{
    LetterFixture fixture;
    const app::LetterDraft draft = fixture.challenge();
    fixture.open(draft);
    QTextEdit& text = fixture.page.editor().text();
    CHECK(text.toPlainText().contains(QStringLiteral("still drinking")));
    text.moveCursor(QTextCursor::End);
    QTest::keyClicks(&text, QStringLiteral(" We met <b>today</b>."));
    CHECK(fixture.page.keeper().isUnsaved());
    fixture.page.mayLeave();
    REQUIRE(eventually([&] { return !fixture.page.keeper().isUnsaved(); }));
    const auto kept = must(fixture.now(
        [&](auto& use, const auto& session) { return use.letters.draft(session, fixture.person, draft.id); }));
    CHECK(letters::plainText(kept.draft.document).find("We met <b>today</b>.") != std::string::npos);
    CHECK(kept.draft.request == draft.draft.request);
}

TEST_CASE("a colleague's change to the same draft takes nothing away, and mine can be kept on top")
{
    LetterFixture fixture;
    app::LetterDraft theirs = fixture.challenge();
    fixture.open(theirs);
    theirs.draft.document.paragraph("Their line.");
    must(fixture.now(
        [&](auto& use, const auto& session) { return use.letters.saveDraft(session, fixture.person, theirs); }));
    QTest::keyClicks(&fixture.page.editor().text(), QStringLiteral("Mine."));
    fixture.page.mayLeave();
    REQUIRE(eventually([&] { return fixture.page.keeper().isInConflict(); }));
    CHECK(fixture.page.editor().text().toPlainText().contains(QStringLiteral("Mine.")));
    DifferenceSheet* both = nullptr;
    REQUIRE(eventually([&] { return (both = fixture.window.findChild<DifferenceSheet*>()) != nullptr; }));
    fixture.buttonOf(*both, "Keep mine")->click();
    REQUIRE(eventually([&] { return !fixture.page.keeper().isUnsaved() && !fixture.page.keeper().isInConflict(); }));
    const auto kept = must(fixture.now(
        [&](auto& use, const auto& session) { return use.letters.draft(session, fixture.person, theirs.id); }));
    CHECK(kept.version == 3);
    CHECK(letters::plainText(kept.draft.document).find("Mine.") != std::string::npos);
}

TEST_CASE("made final, the exact pages that were seen are kept and shown, and can no longer be typed on")
{
    LetterFixture fixture;
    fixture.open(fixture.challenge());
    QTest::keyClicks(&fixture.page.editor().text(), QStringLiteral("Last words. "));
    fixture.action("See the pages")->trigger();
    CHECK(fixture.page.findChild<PaperView*>()->pages() >= 1);
    fixture.action("Make final")->trigger();
    fixture.confirm("Make final");
    REQUIRE(eventually([&] {
        return fixture.page.place().contains(QStringLiteral("final")) && fixture.action("Record as sent")->isEnabled();
    }));
    CHECK(fixture.page.sight().isFinal);
    CHECK_FALSE(fixture.action("Make final")->isVisible());
    CHECK(fixture.page.findChild<PaperView*>()->isVisible());
    const auto line = fixture.list().lines.front();
    const auto paper = must(fixture.now([&](auto& use, const auto& session) {
        return use.documents.read(session, fixture.person, line.document, app::Purpose::open);
    }));
    CHECK(QByteArray::fromStdString(paper.bytes) == fixture.page.pdf());
    CHECK(paper.about.source.find("Last words.") != std::string::npos);
}

TEST_CASE("recorded as sent, the page and the case say so")
{
    LetterFixture fixture;
    fixture.open(fixture.challenge());
    fixture.action("Make final")->trigger();
    fixture.confirm("Make final");
    REQUIRE(eventually([&] { return fixture.action("Record as sent")->isEnabled(); }));
    QSignalSpy said{&fixture.page, &LetterPage::done};
    fixture.action("Record as sent")->trigger();
    REQUIRE(eventually([&] { return fixture.window.findChild<SentSheet*>() != nullptr; }));
    auto* sheet = fixture.window.findChild<SentSheet*>();
    sheet->findChild<GrowingText*>(QStringLiteral("sentAddress"))->setPlainText(QStringLiteral("1 Station Road"));
    fixture.buttonOf(*sheet, "Record as sent")->click();
    REQUIRE(eventually([&] { return said.size() == 1; }));
    const auto line = fixture.list().lines.front();
    REQUIRE(line.sent.size() == 1);
    CHECK(line.sent.front().address == "1 Station Road");
    CHECK(std::holds_alternative<event::LetterSent>(fixture.file().history.back().event.body));
}

TEST_CASE("the sheet refuses a way that is not safe for the person before anything is recorded")
{
    LetterFixture fixture;
    letters::Request request;
    request.kind = letters::LetterKind::toPerson;
    fixture.open(fixture.begun(request));
    fixture.action("Make final")->trigger();
    fixture.confirm("Make final");
    REQUIRE(eventually([&] { return fixture.action("Record as sent")->isEnabled(); }));
    fixture.action("Record as sent")->trigger();
    REQUIRE(eventually([&] { return fixture.window.findChild<SentSheet*>() != nullptr; }));
    auto* sheet = fixture.window.findChild<SentSheet*>();
    auto* method = sheet->findChild<Choice*>(QStringLiteral("sentMethod"));
    CHECK(method->value().toInt() == static_cast<int>(LetterMethod::handedOver));  // post is not safe
    CHECK(fixture.buttonOf(*sheet, "Record as sent")->isEnabled());
    method->setCurrentIndex(method->findData(static_cast<int>(LetterMethod::post)));
    CHECK_FALSE(fixture.buttonOf(*sheet, "Record as sent")->isEnabled());
}

TEST_CASE("another form writes large print at once, and easy read anew after asking")
{
    LetterFixture fixture;
    letters::Request request;
    request.kind = letters::LetterKind::toPerson;
    fixture.open(fixture.begun(request));
    auto* side = fixture.page.findChild<LetterSide*>();
    emit side->variantChosen(static_cast<int>(letters::Variant::largePrint));
    CHECK(fixture.page.editor().letter().variant == letters::Variant::largePrint);
    emit side->variantChosen(static_cast<int>(letters::Variant::easyRead));
    CHECK(fixture.page.editor().letter().variant == letters::Variant::largePrint);
    fixture.confirm("Write it again");
    REQUIRE(eventually([&] { return fixture.page.editor().letter().variant == letters::Variant::easyRead; }));
    CHECK(fixture.page.editor().text().toPlainText().contains(QStringLiteral("What happens next?")));
    fixture.page.mayLeave();
    REQUIRE(eventually([&] { return !fixture.page.keeper().isUnsaved(); }));
}

TEST_CASE("a discarded draft is gone, and the page leads back to the person")
{
    LetterFixture fixture;
    fixture.open(fixture.challenge());
    QSignalSpy back{&fixture.page, &LetterPage::personRequested};
    fixture.page.findChild<QPushButton*>(QStringLiteral("discardLetter"))->click();
    fixture.confirm("Discard");
    REQUIRE(eventually([&] { return back.size() == 1; }));
    CHECK(fixture.list().lines.empty());
}

TEST_CASE("beside a letter stands the guidance it quotes, and why each piece fits the person")
{
    LetterFixture fixture;
    fixture.open(fixture.challenge());
    const auto quoted = [&] { return fixture.page.findChildren<QPushButton*>(QStringLiteral("citationWhy")); };
    REQUIRE(eventually([&] { return !quoted().isEmpty(); }));
    const QString text = QString::fromStdString(letters::plainText(fixture.page.editor().letter()));
    for (const auto* each : quoted()) {
        const QString key = each->accessibleName().mid(4).chopped(QStringLiteral(" is quoted").size());
        INFO(key.toStdString());
        CHECK(text.contains(key + QLatin1Char(':')));
    }
    quoted().front()->click();
    const auto* sheet = fixture.window.findChild<WhySheet*>();
    REQUIRE(sheet);
    CHECK(sheet->findChild<RunLabel*>(QStringLiteral("whyRule"))
              ->text()
              .startsWith(QStringLiteral("Rule citation.common_problem, policy england")));
    CHECK(sheet->findChild<RunLabel*>(QStringLiteral("whySentence"))
              ->text()
              .contains(QStringLiteral("its scope fits this person")));

    // What somebody took out of the text is not quoted any more.
    app::LetterDraft draft = fixture.page.keeper().draft();
    draft.draft.document.blocks.clear();
    draft.draft.document.paragraph("Please decide again.");
    must(fixture.now(
        [&](auto& use, const auto& session) { return use.letters.saveDraft(session, fixture.person, draft); }));
    fixture.page.refresh();
    CHECK(eventually([&] { return quoted().isEmpty(); }));
}

TEST_CASE("a letter cannot have left at a time still to come")
{
    LetterFixture fixture;
    LetterSight sight;
    sight.file = fixture.file();
    sight.isFinal = true;
    sight.line.kind = letters::LetterKind::challenge;
    SentSheet sheet{fixture.theme, *fixture.desk, sight, std::nullopt, fixture.window};
    sheet.open();
    sheet.findChild<DayEdit*>()->setText(QStringLiteral("24 Nov 2026"));
    sheet.findChild<GrowingText*>(QStringLiteral("sentAddress"))->setPlainText(QStringLiteral("1 Mill Lane"));
    fixture.buttonOf(sheet, "Record as sent")->click();
    QStringList errors;
    for (const auto* box : sheet.findChildren<FieldBox*>())
        if (box->hasError())
            errors << box->error();
    CHECK(errors == QStringList{QStringLiteral("This is still to come. Enter when it left")});
}
