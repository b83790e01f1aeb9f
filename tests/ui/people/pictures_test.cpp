// Draws the pages from hand-made values, to be looked at beside the drawings: run with "[.pictures]".
#include "people/people_page.h"
#include "people/samples.h"
#include "person/case_actions.h"
#include "person/person_form.h"
#include "person/person_page.h"
#include "person/record_sheet.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "today/today_page.h"
#include "widgets/messages.h"

#include <QApplication>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Studio : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};

    Studio() { theme.applyTo(*qApp); }

    void draw(QWidget& page, const QString& name, QSize size, int textSize)
    {
        theme.setTextSize(textSize);
        const int rail = textSize > 100 ? 144 : 88;
        page.setParent(&window);
        window.resize(size);
        page.setGeometry(rail, 56, size.width() - rail, size.height() - 84);
        page.show();
        window.show();
        QCoreApplication::processEvents();
        QTest::qWait(50);
        window.grab().save(QStringLiteral("/tmp/pagesA_%1.png").arg(name));
    }
    void drawAll(QWidget& page, const QString& name)
    {
        draw(page, name, {1440, 900}, 100);
        draw(page, name + QStringLiteral("_1280"), {1280, 720}, 100);
        draw(page, name + QStringLiteral("_200"), {1440, 900}, 200);
        theme.setTextSize(100);
        page.setParent(nullptr);
    }
};

}  // namespace

TEST_CASE_METHOD(Studio, "draw today", "[.pictures]")
{
    auto* page = new TodayPage{theme, *desk, settings, actions, &window};
    page->show(sampleToday());
    drawAll(*page, QStringLiteral("today"));
    delete page;
}

TEST_CASE_METHOD(Studio, "draw a person", "[.pictures]")
{
    auto* page = new PersonPage{theme, *desk, settings, actions, &window};
    page->show(danisCase(), {});
    drawAll(*page, QStringLiteral("person"));
    page->showTab(PersonPage::History);
    draw(*page, QStringLiteral("history"), {1440, 900}, 100);
    page->showTab(PersonPage::Replies);
    draw(*page, QStringLiteral("replies"), {1440, 900}, 100);
    page->showTab(PersonPage::Overview);
    page->show(garethsCase(), {});
    draw(*page, QStringLiteral("challenged"), {1440, 900}, 100);
    delete page;
}

TEST_CASE_METHOD(Studio, "draw people", "[.pictures]")
{
    referTogether();
    auto* page = new PeoplePage{theme, *desk, settings, actions, &window};
    page->refresh();
    QTest::qWait(300);
    drawAll(*page, QStringLiteral("people"));
    delete page;
}

TEST_CASE_METHOD(Studio, "draw the sheets", "[.pictures]")
{
    window.resize(1440, 900);
    window.show();
    PersonForm form{theme, *desk, danisCase().person, window};
    form.open();
    QTest::qWait(100);
    window.grab().save(QStringLiteral("/tmp/pagesA_form.png"));
    form.hide();
    referTogether();
    actions.record(person, RecordKind::contact, std::nullopt);
    QTest::qWait(900);
    window.grab().save(QStringLiteral("/tmp/pagesA_record.png"));
}
