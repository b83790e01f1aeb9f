// With text at 200 % in a small window, every page flows into the width there is: nobody scrolls sideways to read, and
// nothing is pushed out of the window.
#include "shell/main_window.h"
#include "shell/page.h"
#include "support/temp_folder.h"
#include "tour/practice_client.h"

#include <QScrollArea>
#include <QScrollBar>

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

constexpr QSize smallWindow{1280, 720};

/// What does not fit, in words; empty when all does.
QString tooWide(MainWindow& window, Page& page)
{
    QString found;
    const QWidget& widget = *page.widget();
    if (window.width() > smallWindow.width())
        found += QStringLiteral("\n  the window grew to %1").arg(window.width());
    if (widget.minimumSizeHint().width() > widget.width())
        found += QStringLiteral("\n  needs %1 of %2").arg(widget.minimumSizeHint().width()).arg(widget.width());
    for (const auto* area : widget.findChildren<QScrollArea*>())
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            found += QStringLiteral("\n  %1 scrolls sideways by %2")
                         .arg(area->objectName())
                         .arg(area->horizontalScrollBar()->maximum());
    return found.isEmpty() ? found : QLatin1Char('\n') + page.id() + found;
}

}  // namespace

TEST_CASE("at 200 % text every page fits the width of a small window")
{
    const TempFolder folder;
    const auto practice = PracticeClient::make(folder.file("practice.holdfast"));
    REQUIRE(practice);
    MainWindow& window = (*practice)->client().window();
    (*practice)->theme().setTextSize(200);
    window.resize(smallWindow);
    QString found;
    const auto look = [&](const char* id) {
        window.go(QLatin1String{id});
        (*practice)->settle();
        REQUIRE(window.page(QLatin1String{id})->widget()->isVisible());
        found += tooWide(window, *window.page(QLatin1String{id}));
        window.resize(smallWindow);  // one that is too wide makes it grow for those after it
    };
    for (const char* id : {"today", "people", "referrals", "mdt", "reports", "directory", "settings"})
        look(id);
    (*practice)->client().openPerson((*practice)->personNamed("Dani Okafor"));
    look("person");
    (*practice)->client().openAssessment((*practice)->personNamed("Tomasz"));
    look("assessment");
    (*practice)->signIn("Alison Firth");
    for (const char* id : {"today", "team", "retention", "audit", "reports", "policy", "settings"})
        look(id);
    (*practice)->signIn("Rowan Ellery");
    for (const char* id : {"team", "backups", "retention", "audit", "policy", "settings"})
        look(id);
    CHECK(found.toStdString() == "");
}
