#include "letters/letters_tab.h"

#include "letters/letterhead_card.h"
#include "letters/new_letter_sheet.h"
#include "support/open_desk.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/tag.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

app::LetterLine aLine(bool draft, bool sent)
{
    app::LetterLine line;
    line.draft = draft ? "d1" : "";
    line.document = draft ? DocumentId{} : DocumentId{"k1"};
    line.recipientName = "Wrenfield <CMHT>";
    line.at = tenOnMonday;
    line.worker = "Priya Raman";
    if (sent)
        line.sent.push_back({EventId{"e"}, tenOnMonday, LetterMethod::post, "1 Station Road"});
    return line;
}

QStringList tagsIn(QWidget& widget)
{
    QStringList texts;
    for (auto* tag : widget.findChildren<Tag*>())
        texts << tag->look().text;
    return texts;
}

}  // namespace

TEST_CASE("the tab tells drafts from final and sent letters, and each opens where it belongs")
{
    Theme theme;
    LettersTab tab{theme};
    app::LetterList list;
    list.statusLine = "Ada is responsible.";
    list.lines = {aLine(true, false), aLine(false, false), aLine(false, true)};
    app::LetterOffer offer;
    offer.why = "refused";
    offer.since = tenOnMonday;
    offer.recipientName = "Wrenfield CMHT";
    list.offers = {offer};
    KeptDocument paper;
    paper.id = DocumentId{"p1"};
    paper.name = "reply.pdf";
    paper.size = 1'234'567;
    list.attachments = {paper};
    tab.show(list, tenOnMonday, true);
    CHECK(tagsIn(tab) ==
          QStringList{QStringLiteral("Draft"), QStringLiteral("Final, not sent"), QStringLiteral("Sent 23 Nov")});

    QSignalSpy drafts{&tab, &LettersTab::draftActivated};
    QSignalSpy documents{&tab, &LettersTab::documentActivated};
    QSignalSpy papers{&tab, &LettersTab::paperActivated};
    QSignalSpy offers{&tab, &LettersTab::offerChosen};
    QSignalSpy copied{&tab, &LettersTab::statusCopied};
    for (auto* row : tab.findChildren<WorkRow*>())
        emit row->activated();
    CHECK(drafts.size() == 1);
    CHECK(documents.size() == 2);
    CHECK(papers.size() == 1);
    CHECK(offers.size() == 1);
    for (auto* button : tab.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Copy"))
            button->click();
    CHECK(copied.value(0).value(0).toString() == QStringLiteral("Ada is responsible."));
}

TEST_CASE("who may not write is offered nothing to write")
{
    Theme theme;
    LettersTab tab{theme};
    app::LetterList list;
    list.offers = {app::LetterOffer{}};
    tab.show(list, tenOnMonday, false);
    CHECK(tab.findChildren<QPushButton*>().isEmpty());
}

TEST_CASE("a letter to a carer is for somebody on record, and shows what was agreed")
{
    OpenDesk desk;
    desk.referTogether();
    QWidget window;
    window.resize(1000, 800);
    const auto chooseCarer = [](NewLetterSheet& sheet) {
        auto* kind = sheet.findChild<Choice*>(QStringLiteral("letterKind"));
        kind->setCurrentIndex(kind->findData(static_cast<int>(letters::LetterKind::toCarer)));
    };
    NewLetterSheet nobody{desk.theme, desk.file(), {}, window};
    chooseCarer(nobody);
    CHECK_FALSE(nobody.request());

    app::CarerView ife;
    ife.carer.id = CarerId{"ife"};
    ife.carer.name = "Ife Okafor";
    ife.link.relationship = "sister";
    for (const CarerTopic topic : allCarerTopics)
        ife.mayTell[topic].answer = topic == CarerTopic::mentalHealth ? ShareAnswer::allowed : ShareAnswer::blocked;
    app::CarerView gone = ife;
    gone.carer.id = CarerId{"gone"};
    gone.link.endedOn = Date{};
    NewLetterSheet sheet{desk.theme, desk.file(), {}, window, {gone, ife}};
    chooseCarer(sheet);
    REQUIRE(sheet.request());
    CHECK(sheet.request()->carer.id == ife.carer.id);
    CHECK(sheet.findChild<Choice*>(QStringLiteral("letterCarer"))->count() == 1);
    QStringList told;
    for (auto* card : sheet.findChildren<Card*>())
        told << card->accessibleName();
    CHECK(told.contains(QStringLiteral("May be told: Mental health")));
}

TEST_CASE("a challenge can be chosen only for a service that has refused")
{
    OpenDesk desk;
    desk.referTogether();
    Service cmht;
    cmht.id = desk.cmht;
    cmht.name = "Wrenfield CMHT";
    QWidget window;
    window.resize(1000, 800);
    NewLetterSheet sheet{desk.theme, desk.file(), {cmht}, window};
    auto* kind = sheet.findChild<Choice*>(QStringLiteral("letterKind"));
    kind->setCurrentIndex(kind->findData(static_cast<int>(letters::LetterKind::challenge)));
    CHECK_FALSE(sheet.request());
    kind->setCurrentIndex(kind->findData(static_cast<int>(letters::LetterKind::chase)));
    REQUIRE(sheet.request());
    CHECK(sheet.request()->service == desk.cmht);
}

TEST_CASE("the letterhead card saves name and margins for the team, and hides from who may not change them")
{
    OpenDesk open;
    LetterheadCard card{open.theme, *open.desk};
    card.refresh();
    CHECK(card.isHidden());  // a keyworker
    app::Session boss = open.lead;
    boss.worker.service = open.lantern;
    open.desk->setSession(boss);
    card.refresh();
    REQUIRE(eventually([&] { return !card.letterhead().organisation.empty() || card.letterhead().version == 0; }));
    Letterhead head;
    head.organisation = "Lantern Drug and Alcohol";
    head.margins.left = 33;
    head.service = open.lantern;
    card.show(head);
    QSignalSpy done{&card, &LetterheadCard::done};
    card.findChild<QPushButton*>(QStringLiteral("saveLetterhead"))->click();
    REQUIRE(eventually([&] { return done.size() == 1; }));
    CHECK(card.letterhead().version == 1);
    CHECK(card.letterhead().margins.left == 33);
}
