#include "print/letter_paper.h"

#include "print/letter_layout.h"
#include "support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QXmlStreamReader>

using namespace holdfast;
using namespace holdfast::ui;
using holdfast::ui::test::toolSays;
using letters::BlockStyle;

namespace {

letters::Document everyStyle()
{
    letters::Document letter;
    letter.title = "Request to reconsider";
    letter.add(BlockStyle::title, std::string{"Please look again"});
    letter.add(BlockStyle::address, std::string{"Wrenfield CMHT\n1 Station Road"});
    letter.add(BlockStyle::paragraph, {{"About Dani", true}, {", born <b>not markup</b> & all.", false}});
    letter.heading("What happened");
    letter.bullet("First");
    letter.bullet("Second");
    letter.numbered("One");
    letter.numbered("Two");
    letter.add(BlockStyle::quotation, std::string{"must be sober"});
    letter.table({{"Date", "Service"}, {"9 March 2026", "Wrenfield CMHT\nCrisis"}});
    letter.paragraph("After the table");
    letter.add(BlockStyle::note, std::string{"Copy: Dani Okafor"});
    return letter;
}

Letterhead lanternsHead()
{
    Letterhead head;
    head.organisation = "Lantern Drug and Alcohol";
    head.address = "2 Quay Street\nWrenfield";
    head.phone = "01632 960 222";
    head.footer = "An invented service";
    return head;
}

LetterLook plainLook()
{
    LetterLook look;
    look.font.setPixelSize(14);
    look.ink = Qt::black;
    look.line = Qt::gray;
    return look;
}

QString textIn(const QByteArray& pdf)
{
    return toolSays(HOLDFAST_PDFTOTEXT, {QStringLiteral("-layout")}, pdf);
}

/// As it is copied: in the order in which it was drawn, every gap one space, without the feet of the pages.
QString inOrder(const QByteArray& pdf)
{
    QString text = toolSays(HOLDFAST_PDFTOTEXT, {QStringLiteral("-raw")}, pdf);
    text.remove(QRegularExpression{QStringLiteral("Page \\d+ of \\d+|An invented service")});
    return text.simplified();
}

/// Each page's words, without its foot.
QStringList pagesIn(const QByteArray& pdf)
{
    QStringList pages =
        toolSays(HOLDFAST_PDFTOTEXT, {QStringLiteral("-raw")}, pdf).split(QChar{12}, Qt::SkipEmptyParts);
    for (QString& page : pages)
        page = page.remove(QRegularExpression{QStringLiteral("Page \\d+ of \\d+")}).simplified();
    return pages;
}

QString propertiesOf(const QByteArray& pdf)
{
    return toolSays(HOLDFAST_PDFINFO, {}, pdf, false);
}

/// The edges of all words on the first page, in points from the left and the top.
QRectF wordsBox(const QByteArray& pdf)
{
    QXmlStreamReader xml{
        toolSays(HOLDFAST_PDFTOTEXT, {QStringLiteral("-bbox"), QStringLiteral("-l"), QStringLiteral("1")}, pdf)};
    QRectF box;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QStringLiteral("word")) {
            const auto at = [&](const char* name) { return xml.attributes().value(QLatin1String{name}).toDouble(); };
            const QRectF word{QPointF{at("xMin"), at("yMin")}, QPointF{at("xMax"), at("yMax")}};
            box = box.isNull() ? word : box.united(word);
        }
    return box;
}

}  // namespace

TEST_CASE("a letter goes into a text document and comes back as it was")
{
    QTextDocument document;
    const letters::Document letter = everyStyle();
    fillDocument(document, letter, plainLook());
    CHECK(readDocument(document, letter) == letter);
    CHECK(document.toPlainText().contains(QStringLiteral("<b>not markup</b>")));
    fillDocument(document, letter, plainLook());  // a second time replaces
    CHECK(readDocument(document, letter) == letter);
}

TEST_CASE("a line takes another style and joins the list above it")
{
    QTextDocument document;
    letters::Document letter;
    letter.bullet("First");
    letter.paragraph("Second");
    fillDocument(document, letter, plainLook());
    QTextCursor cursor{document.lastBlock()};
    restyle(cursor, BlockStyle::bullet, plainLook());
    letters::Document expected;
    expected.bullet("First");
    expected.bullet("Second");
    CHECK(readDocument(document, letter) == expected);
    restyle(cursor, BlockStyle::heading, plainLook());
    CHECK(readDocument(document, letter).blocks.back().style == BlockStyle::heading);
}

TEST_CASE("the PDF holds every word, the letterhead and the number of each page, as another program reads it")
{
    const QByteArray pdf = pdfOf(everyStyle(), lanternsHead());
    const QString text = textIn(pdf);
    for (const char* part :
         {"Lantern Drug and Alcohol", "2 Quay Street", "01632 960 222", "Please look again", "1 Station Road",
          "born <b>not markup</b> & all.", "First", "1. One", "2. Two", "must be sober", "9 March 2026",
          "After the table", "Copy: Dani Okafor", "Page 1 of 1", "An invented service"}) {
        INFO(part);
        CHECK(text.contains(QString::fromUtf8(part)));
    }
    CHECK_FALSE(text.contains(QStringLiteral("Page 2")));
}

TEST_CASE("the properties of the PDF name the kind of letter and nobody")
{
    const QString info = propertiesOf(pdfOf(everyStyle(), lanternsHead()));
    CHECK(info.contains(QStringLiteral("Title:           Request to reconsider")));
    CHECK(info.contains(QStringLiteral("Creator:         Holdfast")));
    CHECK(info.contains(QStringLiteral("A4")));
    CHECK_FALSE(info.contains(QStringLiteral("Dani")));
    CHECK_FALSE(info.contains(QStringLiteral("Author")));
}

TEST_CASE("words stay inside the margins that the team set")
{
    constexpr double pointsPerMillimetre = 72 / 25.4;
    Letterhead head = lanternsHead();
    head.margins = {40, 30, 35, 45};
    letters::Document letter;
    for (int i = 0; i < 40; ++i)
        letter.paragraph("A line that is long enough to be broken where the right margin begins, and then some more.");
    const QRectF box = wordsBox(pdfOf(letter, head));
    CHECK(box.left() >= 35 * pointsPerMillimetre - 1);
    CHECK(box.right() <= (210 - 45) * pointsPerMillimetre + 1);
    CHECK(box.top() >= 40 * pointsPerMillimetre - 1);
    CHECK(box.bottom() <= (297 - 30) * pointsPerMillimetre + 3);
}

TEST_CASE("large print takes more pages, each with its number, and no line is lost between them")
{
    letters::Document letter;
    for (int i = 1; i <= 60; ++i)
        letter.paragraph("Line number " + std::to_string(i) + " of the letter.");
    letter.variant = letters::Variant::largePrint;
    const QString text = textIn(pdfOf(letter, lanternsHead()));
    for (int i = 1; i <= 60; ++i)
        CHECK(text.count(QStringLiteral("Line number %1 of").arg(i)) == 1);
    const int pages = static_cast<int>(text.count(QChar{12}));
    CHECK(pages > 2);
    CHECK(text.contains(QStringLiteral("Page %1 of %1").arg(pages)));
}

TEST_CASE("each sentence stands once in the text of the PDF, where paragraphs and rows go over to the next page")
{
    for (const letters::Variant variant : {letters::Variant::standard, letters::Variant::largePrint}) {
        letters::Document letter;
        letter.variant = variant;
        std::vector<std::vector<std::string>> rows{{"Date", "What happened"}};
        for (int i = 1; i <= 40; ++i) {
            const std::string number = std::to_string(i);
            letter.paragraph("Paragraph " + number +
                             " begins so. It goes on for some lines, so that now and then one " +
                             "crosses a page, and more of it follows here. It has a middle, as " + number +
                             " should. At the very end " + number + " stops.");
            rows.push_back({number + " March", "Row " + number +
                                                   " begins so, and is several lines high where the "
                                                   "print is large. At the very end row " +
                                                   number + " stops."});
        }
        letter.table(std::move(rows));
        const QString text = inOrder(pdfOf(letter, lanternsHead()));
        for (int i = 1; i <= 40; ++i)
            for (const char* part : {"Paragraph %1 begins", "It has a middle, as %1 should.",
                                     "At the very end %1 stops.", "Row %1 begins", "At the very end row %1 stops."}) {
                INFO(part << i);
                CHECK(text.count(QString::fromLatin1(part).arg(i)) == 1);
            }
    }
}

TEST_CASE("no heading stands alone at the foot of a page, not even above another")
{
    for (int before = 20; before < 60; ++before) {
        letters::Document letter;
        for (int i = 0; i < before; ++i)
            letter.paragraph("A line.");
        letter.heading("First head");
        letter.heading("Second head");
        letter.paragraph("What it is about.");
        const QStringList pages = pagesIn(pdfOf(letter, {}));
        for (const QString& page : pages) {
            INFO(before << page.toStdString());
            CHECK(page.contains(QStringLiteral("First head")) == page.contains(QStringLiteral("What it is about.")));
        }
    }
}

TEST_CASE("a row of a table stands on one page, and its head is repeated above it")
{
    letters::Document letter;
    letter.variant = letters::Variant::largePrint;
    letter.heading("The rows");
    std::vector<std::vector<std::string>> rows{{"Number", "What happened"}};
    for (int i = 1; i <= 30; ++i)
        rows.push_back({"Row " + std::to_string(i), "Begin-" + std::to_string(i) +
                                                        " and then enough words for three lines, in print as large as "
                                                        "this is, and for End-" +
                                                        std::to_string(i)});
    letter.table(std::move(rows));
    letter.paragraph("After the table");
    const QStringList pages = pagesIn(pdfOf(letter, {}));
    REQUIRE(pages.size() > 3);
    for (int i = 1; i <= 30; ++i)
        for (const QString& page : pages)
            CHECK(page.contains(QStringLiteral("Begin-%1 ").arg(i)) ==
                  page.contains(QRegularExpression{QStringLiteral("End-%1\\b").arg(i)}));
    for (const QString& page : pages)
        CHECK((page.contains(QStringLiteral("Number")) || !page.contains(QStringLiteral("Begin-"))));
}

TEST_CASE("nobody's name stands alone on the last page")
{
    for (int before = 25; before < 50; ++before) {
        letters::Document letter;
        for (int i = 0; i < before; ++i)
            letter.paragraph("A line.");
        letter.paragraph("The last words.");
        letter.paragraph("Yours sincerely,");
        letter.add(BlockStyle::address, std::string{"Ada Lind\nKeyworker"});
        letter.add(BlockStyle::note, std::string{"Copy: Dani"});
        const QString last = pagesIn(pdfOf(letter, {})).last();
        INFO(before << last.toStdString());
        for (const char* part : {"The last words.", "Yours sincerely,", "Ada Lind", "Copy: Dani"})
            CHECK(last.contains(QString::fromLatin1(part)));
    }
}

TEST_CASE("no line or two stand alone on the last page: a little less air, or their section goes along")
{
    int onePage = 0;
    int longestOnOne = 0;
    for (int more = 0; more < 40; ++more) {
        letters::Document card;
        card.variant = letters::Variant::easyRead;
        card.add(BlockStyle::title, std::string{"Your rights"});
        for (int section = 0; section < 3; ++section) {
            card.heading("Did a service say no?");
            for (int i = 0; i < 3; ++i)
                card.bullet("You can ask somebody else to look.");
        }
        for (int i = 0; i < more; ++i)
            card.bullet("You can ask why.");
        card.heading("Who to ring");
        for (int i = 0; i < 3; ++i)
            card.bullet("In a crisis: 01632 960 333");
        card.bullet("In danger: 999");
        const QStringList pages = pagesIn(pdfOf(card, lanternsHead()));
        INFO(more);
        if (pages.size() == 1) {
            ++onePage;
            longestOnOne = more;
            continue;
        }
        CHECK(pages.last().count(QStringLiteral("01632")) >= 2);  // nobody turns a page for one number
    }
    CHECK(onePage > 0);
    CHECK(longestOnOne == onePage - 1);  // one more line never takes fewer pages
}

TEST_CASE("signs between figures and capitals can be copied out of the PDF")
{
    letters::Document letter;
    letter.paragraph("By 17:00 on 9 March 2026: Wrenfield (England: both) had not answered (10 days lost).");
    CHECK(inOrder(pdfOf(letter, {}))
              .contains(QStringLiteral(
                  "By 17:00 on 9 March 2026: Wrenfield (England: both) had not answered (10 days lost).")));
}

TEST_CASE("a letter that must be discreet carries no letterhead and no foot line")
{
    letters::Document letter = everyStyle();
    letter.letterhead = false;
    const QString text = textIn(pdfOf(letter, lanternsHead()));
    CHECK_FALSE(text.contains(QStringLiteral("Lantern")));
    CHECK_FALSE(text.contains(QStringLiteral("invented")));
    CHECK(text.contains(QStringLiteral("Page 1 of 1")));
}

TEST_CASE("no file is named after a person")
{
    for (const letters::LetterKind kind : letters::allLetterKinds)
        CHECK(fileNameFor(kind).endsWith(QStringLiteral(".pdf")));
}
