// A record is restricted, hidden, opened in an emergency, closed again when its time is over, and reviewed.
#include "people/people_page.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "restricted/emergency_sheet.h"
#include "restricted/restrict_sheet.h"
#include "restricted/restricted_line.h"
#include "restricted/review_card.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct RestrictedFixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    PersonPage page{theme, *desk, settings, actions, &window};

    RestrictedFixture()
    {
        window.resize(1440, 900);
        page.resize(window.size());
        window.show();
    }
    void openPage()
    {
        page.goTo(text(person.text()));
        page.refresh();
    }
    template <class Widget>
    Widget* in(QWidget& root, const char* name)
    {
        auto* found = root.findChild<Widget*>(QLatin1String{name});
        REQUIRE(found);
        return found;
    }
    bool shows(const char* name)
    {
        auto* found = page.findChild<QWidget*>(QLatin1String{name});
        return found != nullptr && found->isVisibleTo(&page);
    }
    /// By Ines: she and whoever works with Tomasz.
    void restrict(bool withPriya)
    {
        app::RestrictInput input;
        input.person = person;
        input.named = {lead.worker.id, withPriya ? priya.id : samir.id};
        input.reason = "He works at the front desk";
        input.command = ids.make<CommandId>();
        must(now([&](auto& use, const auto&) { return use.restrictions.decide(lead, input); }));
    }
    EmergencySheet* emergency(PeoplePage& people)
    {
        in<Button>(people, "openRestricted")->click();
        return in<EmergencySheet>(window, "emergencySheet");
    }
};

QString lineText(PersonPage& page)
{
    return page.findChild<QLabel*>(QStringLiteral("restrictedWords"))->text();
}

}  // namespace

TEST_CASE("a supervisor names who may see a record and says why; without enough names it says what is missing")
{
    RestrictedFixture f;
    f.desk->setSession(f.lead);
    auto* sheet = new RestrictSheet{f.theme, *f.desk, f.file().person, f.window};
    const QSignalSpy decided{sheet, &RestrictSheet::decided};
    sheet->open();
    auto* save = f.in<Button>(*sheet, "saveRestriction");
    REQUIRE(eventually([&] { return save->isEnabled(); }));
    CHECK_FALSE(f.in<Button>(*sheet, "liftRestriction")->isVisibleTo(sheet));
    auto* why = f.in<GrowingText>(*sheet, "restrictReason");
    why->setPlainText(QStringLiteral("He works at the front desk"));
    save->click();
    REQUIRE(eventually([&] {
        const auto banners = sheet->findChildren<Banner*>();
        return std::any_of(banners.begin(), banners.end(), [](const Banner* each) {
            return each->isVisible() && each->text().contains(QStringLiteral("at least two"));
        });
    }));
    sheet->findChild<QCheckBox*>(QStringLiteral("may:") + text(f.samir.id.text()))->click();
    save->click();
    REQUIRE(eventually([&] { return decided.size() == 1; }));
    sheet->deleteLater();
    CHECK(f.now([&](auto& use, const auto& session) { return use.people.find(session, f.person); }).error().code ==
          ErrorCode::notFound);
}

TEST_CASE("a page that was open shows nothing of somebody who is restricted meanwhile")
{
    RestrictedFixture f;
    f.openPage();
    REQUIRE(eventually([&] { return f.page.tabs().isVisibleTo(&f.page); }));
    CHECK_FALSE(f.shows("restrictedLine"));
    f.restrict(false);
    f.page.refresh();
    REQUIRE(eventually([&] { return !f.page.tabs().isVisibleTo(&f.page); }));
    f.desk->setSession(f.lead);
    f.page.refresh();
    REQUIRE(eventually([&] { return f.shows("restrictedLine"); }));
    CHECK_FALSE(f.shows("endEmergency"));
}

TEST_CASE("in an emergency a record opens for an hour with a reason, says so all the time, and closes by itself")
{
    RestrictedFixture f;
    f.restrict(false);
    PeoplePage people{f.theme, *f.desk, f.settings, f.actions, &f.window};
    people.refresh();
    people.show();
    const QSignalSpy requested{&people, &PeoplePage::personRequested};
    EmergencySheet* sheet = f.emergency(people);
    auto* open = f.in<Button>(*sheet, "emergencyOpen");
    f.in<QLineEdit>(*sheet, "emergencyName")->setText(QStringLiteral("tomasz brandt"));
    f.in<DayEdit>(*sheet, "emergencyBorn")->setText(QStringLiteral("5/3/1980"));
    open->click();
    REQUIRE(eventually([&] { return firstWithError(sheet->findChildren<FieldBox*>()) != nullptr; }));
    f.in<GrowingText>(*sheet, "emergencyReason")->setPlainText(QStringLiteral("He rang from the bridge"));
    f.in<QLineEdit>(*sheet, "emergencyName")->setText(QStringLiteral("Tom Brandt"));
    open->click();
    REQUIRE(eventually([&] {
        const auto banners = sheet->findChildren<Banner*>();
        return std::any_of(banners.begin(), banners.end(), [](const Banner* each) { return each->isVisible(); });
    }));
    CHECK(requested.isEmpty());
    f.in<QLineEdit>(*sheet, "emergencyName")->setText(QStringLiteral("Tomasz Brandt"));
    open->click();
    REQUIRE(eventually([&] { return requested.size() == 1; }));

    f.openPage();
    REQUIRE(eventually([&] { return f.shows("endEmergency"); }));
    f.clock.advance(std::chrono::minutes{59});
    auto* line = f.in<RestrictedLine>(f.page, "restrictedLine");
    line->look();
    CHECK(f.shows("endEmergency"));
    f.clock.advance(std::chrono::minutes{1});
    line->look();
    CHECK_FALSE(f.shows("restrictedLine"));
    CHECK_FALSE(f.page.tabs().isVisibleTo(&f.page));
}

TEST_CASE("what was opened in an emergency can be given back at once")
{
    RestrictedFixture f;
    f.restrict(false);
    must(f.now([&](auto& use, const auto& session) {
        return use.restrictions.open(session, {"", "Tomasz Brandt", Date{std::chrono::year{1980} / 3 / 5}, "Bridge",
                                               f.ids.template make<CommandId>()});
    }));
    f.openPage();
    REQUIRE(eventually([&] { return f.shows("endEmergency"); }));
    CHECK(lineText(f.page).contains(QStringLiteral("11:00")));
    f.in<Button>(f.page, "endEmergency")->click();
    REQUIRE(eventually([&] { return !f.page.tabs().isVisibleTo(&f.page); }));
    CHECK_FALSE(f.now([&](auto& use, const auto& session) { return use.people.find(session, f.person); }));
}

TEST_CASE("a supervisor reviews an emergency opening with a note, and it is off the list")
{
    RestrictedFixture f;
    f.restrict(false);
    must(f.now([&](auto& use, const auto& session) {
        return use.restrictions.open(session, {"", "Tomasz Brandt", Date{std::chrono::year{1980} / 3 / 5}, "Bridge",
                                               f.ids.template make<CommandId>()});
    }));
    f.desk->setSession(f.lead);
    ReviewCard card{f.theme, *f.desk, &f.window};
    const QSignalSpy reviewed{&card, &ReviewCard::reviewed};
    card.refresh();
    REQUIRE(eventually([&] { return card.isVisibleTo(&f.window); }));
    f.in<Button>(card, "reviewButton")->click();
    auto* done = f.in<Button>(f.window, "reviewDone");
    done->click();
    REQUIRE(eventually([&] { return firstWithError(f.window.findChildren<FieldBox*>()) != nullptr; }));
    f.in<GrowingText>(f.window, "reviewNote")->setPlainText(QStringLiteral("Rightly so"));
    done->click();
    REQUIRE(eventually([&] { return reviewed.size() == 1; }));
    card.refresh();
    REQUIRE(eventually([&] { return !card.isVisibleTo(&f.window); }));
}
