#include "tour/report_pictures.h"

#include "reports/measure_sheet.h"
#include "reports/report_tiles.h"
#include "reports/reports_page.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QScrollArea>
#include <QScrollBar>

namespace holdfast::ui {
namespace {

QScrollBar& barOf(const ReportsPage& page)
{
    return *page.findChild<QScrollArea*>(QStringLiteral("reportsScroll"))->verticalScrollBar();
}

void closeSheet(const MainWindow& window)
{
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->reject();
}

}  // namespace

void drawReports(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    MainWindow& window = practice.client().window();
    const Hands hands{window};
    practice.signIn("Joanne Mercer");
    window.go(QStringLiteral("reports"));
    practice.settle();
    auto* page = dynamic_cast<ReportsPage*>(window.page(QStringLiteral("reports")));
    page->showPart(ReportsPage::Part::overview);
    barOf(*page).setValue(0);
    draw(QStringLiteral("reports"));
    barOf(*page).setValue(barOf(*page).maximum());
    draw(QStringLiteral("reports-below"));
    barOf(*page).setValue(0);
    page->showPart(ReportsPage::Part::measures);
    practice.settle();
    draw(QStringLiteral("reports-measures"));
    if (auto* tiles = page->findChild<ReportTiles*>())
        emit tiles->aboutRequested(QStringLiteral("qs188.mental_health"));
    draw(QStringLiteral("reports-measure"));
    closeSheet(window);
    page->showPart(ReportsPage::Part::pictures);
    practice.settle();
    draw(QStringLiteral("reports-pictures"));
    barOf(*page).setValue(barOf(*page).maximum());
    draw(QStringLiteral("reports-pictures-below"));
    barOf(*page).setValue(0);
    page->showPart(ReportsPage::Part::overview);
    hands.press(QStringLiteral("Export"));
    draw(QStringLiteral("reports-export"));
    closeSheet(window);
    if (auto* tiles = page->findChild<ReportTiles*>())
        emit tiles->casesRequested(QStringLiteral("bounces.all"));
    practice.settle();
    draw(QStringLiteral("reports-cases"));
    window.back();
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
