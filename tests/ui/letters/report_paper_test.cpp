#include "reports/report_paper.h"

#include "support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QRegularExpression>

using namespace holdfast;
using namespace holdfast::ui;
using holdfast::ui::test::toolSays;

namespace {

constexpr int manyServices = 120;

report::Table services()
{
    report::Table table{"by_service",
                        "By service",
                        "",
                        {{"key", "Key"},
                         {"label", "Name"},
                         {"bounces", "Bounces", report::ColumnKind::count},
                         {"people", "People", report::ColumnKind::count},
                         {"share", "Share", report::ColumnKind::percent}},
                        {}};
    for (int i = 0; i < manyServices; ++i)
        table.rows.push_back({"service_" + std::to_string(i), "Invented service " + std::to_string(i),
                              i == 7 ? report::Cell{report::Hidden{}} : report::Cell{std::int64_t{1000 + i}},
                              report::Hidden{}, 0.25});
    return table;
}

report::Document smallReport()
{
    report::Document document;
    document.title = "Referral bounces";
    document.subtitle = "2026-07-01 to 2026-09-30";
    document.parameters = {{"suppress", "5"}, {"policy", "england 2026.1"}, {"area", ""}};
    document.caveats = {"Counts from 1 to 4 are shown as *."};
    report::Table measures{
        "measures",
        "Measures",
        "",
        {{"id", "Id"}, {"title", "Measure"}, {"chapter", "Chapter"}, {"numerator", "Count", report::ColumnKind::count}},
        {{"bounces.all", "Bounces of any kind", "bounces", std::int64_t{60}},
         {"good.joint", "Joint meetings", "went_well", std::int64_t{15}}}};
    report::Table definitions{"definitions",
                              "Definitions",
                              "",
                              {{"id", "Id"}, {"title", "Measure"}, {"definition", "Definition"}},
                              {{"bounces.all", "Bounces of any kind", std::string(900, 'x').append(" <b>end</b>")}}};
    document.tables = {measures, services(), definitions};
    return document;
}

std::vector<report::Picture> onePicture()
{
    report::Picture picture{"trend", "Bounces by month", "Ten in May, twenty in June.", "by_service", {400, 200, {}}};
    picture.drawing.shapes = {report::Box{{10, 10}, 100, 80, report::Ink::substance, report::Fill::hatched},
                              report::Path{{{0, 0}, {50, 40}, {90, 10}}, report::Ink::bounce, 2},
                              report::Mark{{50, 40}, report::Marker::diamond},
                              report::Label{"June 2026", {200, 100}, report::Anchor::middle}};
    return {picture};
}

QString wordsOf(const QByteArray& pdf)
{
    return toolSays(HOLDFAST_PDFTOTEXT, {QStringLiteral("-layout")}, pdf);
}

QStringList pagesOf(const QByteArray& pdf)
{
    return wordsOf(pdf).split(QChar{12}, Qt::SkipEmptyParts);
}

/// The page that each link of the PDF leads to, by its words.
QHash<QString, int> linksOf(const QByteArray& pdf)
{
    const QString xml = toolSays(HOLDFAST_PDFTOHTML,
                                 {QStringLiteral("-xml"), QStringLiteral("-stdout"), QStringLiteral("-i")}, pdf, false);
    static const QRegularExpression link{QStringLiteral("<a href=\"[^\"#]*#(\\d+)\">([^<]*)</a>")};
    QHash<QString, int> found;
    for (auto each = link.globalMatch(xml); each.hasNext();) {
        const auto match = each.next();
        found.insert(match.captured(2).trimmed(), match.captured(1).toInt());
    }
    return found;
}

}  // namespace

TEST_CASE("A report's PDF has cover, contents, pictures, tables, definitions and caveats", "[report][pdf]")
{
    const QByteArray pdf = reportPdf(smallReport(), onePicture());
    const QString words = wordsOf(pdf);
    for (const char* each : {"Referral bounces", "2026-07-01 to 2026-09-30", "Counts from 1 to 4 are shown as *.",
                             "Contents", "Bounces by month", "Ten in May, twenty in June.", "June 2026", "By service",
                             "Invented service 119", "Definitions", "england 2026.1", "HTML page"}) {
        INFO(each);
        CHECK(words.contains(QLatin1String{each}));
    }
    SECTION("a hidden number is a star, a column that hides all of it is left out")
    {
        static const QRegularExpression seventh{QStringLiteral("Invented service 7 +\\* +25%")};
        CHECK(words.contains(seventh));
        CHECK_FALSE(words.contains(QLatin1String{"People"}));
    }
    SECTION("measures stand under their chapters")
    {
        CHECK(words.indexOf(QLatin1String{"Bounces of any kind"}) < words.indexOf(QLatin1String{"What went well"}));
        CHECK(words.indexOf(QLatin1String{"What went well"}) < words.indexOf(QLatin1String{"Joint meetings"}));
    }
    SECTION("what is recorded is never read as markup, and a word without an end does not leave the page")
    {
        CHECK(words.contains(QLatin1String{"xxxx"}));
        CHECK_FALSE(words.contains(QString(200, QLatin1Char('x'))));
    }
}

TEST_CASE("Every page of a report has its number and says that small counts are hidden", "[report][pdf]")
{
    const QStringList pages = pagesOf(reportPdf(smallReport(), onePicture()));
    REQUIRE(pages.size() > 4);
    for (int i = 0; i < pages.size(); ++i) {
        INFO(i);
        CHECK(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
        CHECK(pages[i].contains(QLatin1String{"Counts from 1 to 4 are shown as *"}));
    }
}

TEST_CASE("Exact figures are said to be for inside the services on every page", "[report][pdf]")
{
    report::Document document = smallReport();
    document.parameters.front().second = "none";
    for (const QString& page : pagesOf(reportPdf(document, {})))
        CHECK(page.contains(QLatin1String{"for use inside the services"}));
}

TEST_CASE("A long table goes on under its head, and no row of it is lost or told twice", "[report][pdf]")
{
    const QByteArray pdf = reportPdf(smallReport(), {});
    int heads = 0;
    for (const QString& page : pagesOf(pdf))
        if (page.contains(QLatin1String{"Invented service"})) {
            static const QRegularExpression head{QStringLiteral("Name +Bounces +Share")};
            CHECK(page.contains(head));
            ++heads;
        }
    CHECK(heads > 2);
    const QString words = wordsOf(pdf);
    for (int i = 0; i < manyServices; ++i) {
        INFO(i);
        const QRegularExpression name{QStringLiteral("Invented service %1\\b").arg(i)};
        CHECK(words.count(name) == 1);
    }
}

TEST_CASE("The contents of a report lead to the pages they name", "[report][pdf]")
{
    const QByteArray pdf = reportPdf(smallReport(), onePicture());
    const QStringList pages = pagesOf(pdf);
    const auto links = linksOf(pdf);
    const std::vector<std::pair<const char*, const char*>> heads{
        {"Picture: Bounces by month", "Ten in May"},
        {"By service", "Invented service 0 "},
        {"Definitions", "xxxx"},
        {"How this report was made", "As it was"},
        {"The figures of this picture: By service", "Invented service 0 "}};
    for (const auto& [words, there] : heads) {
        INFO(words);
        const QString link = QString::fromLatin1(words);
        REQUIRE(links.contains(link));
        CHECK(pages[links[link] - 1].contains(QString::fromLatin1(there)));
    }
    static const QRegularExpression line{QStringLiteral("By service +(\\d+)\\n")};
    CHECK(line.match(wordsOf(pdf)).captured(1).toInt() == links[QStringLiteral("By service")]);
}

TEST_CASE("A report's pictures are vectors and the file has a title", "[report][pdf]")
{
    const QByteArray pdf = reportPdf(smallReport(), onePicture());
    CHECK(toolSays(HOLDFAST_PDFIMAGES, {QStringLiteral("-list")}, pdf, false).count(QLatin1Char('\n')) <= 2);
    CHECK(toolSays(HOLDFAST_PDFINFO, {}, pdf, false).contains(QLatin1String{"Referral bounces, 2026-07-01"}));
}

TEST_CASE("A report's PDF has an outline and says its language", "[report][pdf]")
{
    const QByteArray pdf = reportPdf(smallReport(), onePicture());
    CHECK(toolSays(HOLDFAST_PDFTOHTML, {QStringLiteral("-xml"), QStringLiteral("-stdout"), QStringLiteral("-i")}, pdf,
                   false)
              .contains(QRegularExpression{QStringLiteral("<item page=\"3\">Measures</item>")}));
    CHECK(pdf.contains("/Lang (en-GB)"));
}
