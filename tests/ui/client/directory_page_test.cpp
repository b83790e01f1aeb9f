#include "directory/directory_page.h"

#include "directory/directory_model.h"
#include "directory/import_sheet.h"
#include "directory/place_sheet.h"
#include "directory/service_sheet.h"
#include "directory/travel_view.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/segmented_control.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    std::unique_ptr<DirectoryPage> page;
    QTableView* table = nullptr;

    Fixture()
    {
        desk->setSession(lead);
        page = std::make_unique<DirectoryPage>(*desk, theme, settings);
        table = page->findChild<QTableView*>(QStringLiteral("directoryTable"));
        page->resize(1300, 700);
        page->show();
        page->refresh();
        REQUIRE(eventually([&] { return table->model()->rowCount() == 2; }));
    }
    std::vector<Service> stored()
    {
        return must(now([&](auto& cases, const auto& session) { return cases.directory.list(session, true); }));
    }
    template <class Sheet>
    Sheet* sheet()
    {
        return page->window()->findChild<Sheet*>();
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "services are found by name, kind or area as one types")
{
    const QAbstractItemModelTester tester{table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    auto* search = page->findChild<QLineEdit*>(QStringLiteral("directorySearchEdit"));
    QTest::keyClicks(search, QStringLiteral("lant"));
    CHECK(table->model()->rowCount() == 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("community mental"));
    CHECK(table->model()->rowCount() == 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("nowhere"));
    CHECK(table->model()->rowCount() == 0);
}

TEST_CASE_METHOD(Fixture, "a new service is typed, checked and stored")
{
    page->actions().first()->trigger();
    auto* form = sheet<ServiceSheet>();
    REQUIRE(form);
    auto* save = form->findChild<QPushButton*>(QStringLiteral("saveServiceButton"));
    save->click();
    CHECK(stored().size() == 2);  // a service without a name or a need is not saved

    QTest::keyClicks(form->findChild<QLineEdit*>(QStringLiteral("serviceNameEdit")), QStringLiteral("Northgate Hub"));
    form->findChild<QCheckBox*>(QStringLiteral("substanceUseCheck"))->click();
    QTest::keyClicks(form->findChild<QLineEdit*>(QStringLiteral("hoursEdit")), QStringLiteral("mon-fri 09:00-17:00"));
    save->click();
    REQUIRE(eventually([&] { return table->model()->rowCount() == 3; }));
    const auto services = stored();
    const auto added = std::ranges::find(services, std::string{"Northgate Hub"}, &Service::name);
    REQUIRE(added != services.end());
    CHECK(added->needs == std::vector{Need::substanceUse});
    CHECK(added->hours.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a save that comes too late keeps what was typed")
{
    table->selectRow(0);
    page->actions().at(1)->trigger();
    auto* form = sheet<ServiceSheet>();
    REQUIRE(form);
    Service theirs = stored().front();
    theirs.phone = "01632 960 000";
    must(now([&](auto& cases, const auto&) { return cases.directory.save(lead, theirs, ids.make<CommandId>()); }));

    auto* phone = form->findChild<QLineEdit*>(QStringLiteral("phoneEdit"));
    QTest::keyClicks(phone, QStringLiteral("123"));
    form->findChild<QPushButton*>(QStringLiteral("saveServiceButton"))->click();
    REQUIRE(eventually([&] {
        const auto buttons = form->findChildren<QPushButton*>();
        return std::ranges::any_of(
            buttons, [](auto* b) { return b->isVisible() && b->text() == QStringLiteral("Load theirs"); });
    }));
    CHECK(phone->text() == QStringLiteral("123"));
    CHECK(stored().front().phone == "01632 960 000");
}

TEST_CASE_METHOD(Fixture, "an import with one bad row imports nothing and names the row")
{
    page->importText("name,kind,needs\nGood Service,other,mental_health\nBad Service,nonsense,mental_health\n");
    auto* import = sheet<ImportSheet>();
    REQUIRE(import);
    auto* problems = import->findChild<QTableWidget*>(QStringLiteral("importProblemTable"));
    REQUIRE(eventually([&] { return problems->rowCount() > 0; }));
    CHECK_FALSE(import->findChild<QPushButton*>(QStringLiteral("importButton"))->isEnabled());
    CHECK(stored().size() == 2);
}

TEST_CASE_METHOD(Fixture, "an exported directory can be imported again and changes nothing")
{
    const auto csv = must(now([&](auto& cases, const auto&) { return cases.directory.exportCsv(lead); }));
    const auto report = must(now([&](auto& cases, const auto&) { return cases.directory.previewImport(lead, csv); }));
    CHECK(report.problems.empty());
    CHECK(report.same == 2);
}

TEST_CASE_METHOD(Fixture, "what the role may not do in the directory is not offered")
{
    const auto offered = [&](const char* words) {
        for (const auto* button : page->findChildren<QPushButton*>())
            if (button->text() == QLatin1String{words})
                return button->isVisible();
        return false;
    };
    CHECK(offered("Import CSV"));
    CHECK(offered("Add a service"));
    desk->setSession(asPriya());
    page->refresh();
    for (const char* words : {"Import CSV", "Edit", "Add a service"})
        CHECK_FALSE(offered(words));
    CHECK(offered("Export CSV"));
    table->selectRow(0);
    emit table->activated(table->currentIndex());
    CHECK(sheet<ServiceSheet>() == nullptr);
}

namespace {

/// The part of the page that says where postcode districts lie.
struct TravelFixture : Fixture {
    TravelView* travel = page->findChild<TravelView*>();
    QTableWidget* places = page->findChild<QTableWidget*>(QStringLiteral("outwardTable"));

    void showTravel()
    {
        page->findChild<SegmentedControl*>(QStringLiteral("directoryParts"))->setCurrent(1);
        REQUIRE(eventually([&] { return !travel->summary().isEmpty(); }));
    }
    QPushButton* button(const char* name) { return page->findChild<QPushButton*>(QLatin1String{name}); }
    void type(QWidget* sheet, const char* name, const char* text)
    {
        auto* line = sheet->findChild<QLineEdit*>(QLatin1String{name});
        line->clear();
        QTest::keyClicks(line, QLatin1String{text});
    }
};

}  // namespace

TEST_CASE_METHOD(TravelFixture,
                 "a code in use is chosen, gets its coordinates with a source, and is changed and removed")
{
    showTravel();
    CHECK(travel->summary() == QStringLiteral("0 postcode districts"));
    CHECK(button("addOutwardButton")->isVisible());
    CHECK_FALSE(places->isVisible());
    auto* chip = button("missingOutwardButton");
    REQUIRE(chip != nullptr);
    CHECK(chip->text() == QStringLiteral("WR1"));
    chip->click();
    auto* sheet = this->sheet<PlaceSheet>();
    REQUIRE(sheet);
    CHECK(sheet->findChild<QLineEdit*>(QStringLiteral("outwardEdit"))->text() == QStringLiteral("WR1"));
    type(sheet, "placeLatitudeEdit", "53.72");
    type(sheet, "placeLongitudeEdit", "1.15");
    auto* save = sheet->findChild<QPushButton*>(QStringLiteral("savePlaceButton"));
    save->click();
    CHECK(sheet->isVisible());  // no coordinate without a source
    type(sheet, "placeSourceEdit", "Invented");
    save->click();
    REQUIRE(eventually([&] { return places->rowCount() == 1; }));
    CHECK(places->item(0, 3)->text() == QStringLiteral("Invented"));
    REQUIRE(eventually([&] { return button("missingOutwardButton") == nullptr; }));

    REQUIRE(eventually([&] { return button("removeOutwardButton")->isEnabled(); }));
    button("removeOutwardButton")->click();
    for (auto* each : page->window()->findChildren<QPushButton*>())
        if (each->text() == QStringLiteral("Remove it"))
            each->click();
    REQUIRE(eventually([&] { return places->rowCount() == 0; }));
}

TEST_CASE_METHOD(TravelFixture, "postcode districts are imported whole, and a row without a source names itself")
{
    showTravel();
    travel->importText("outward,latitude,longitude,source\nWR1,53.72,1.15,\nWR2,53.7,1.1,Invented\n");
    auto* bad = sheet<ImportSheet>();
    REQUIRE(bad);
    auto* problems = bad->findChild<QTableWidget*>(QStringLiteral("importProblemTable"));
    REQUIRE(eventually([&] { return problems->rowCount() == 1; }));
    CHECK(problems->item(0, 1)->text() == QStringLiteral("source"));
    bad->reject();
    REQUIRE(eventually([&] { return sheet<ImportSheet>() == nullptr; }));
    travel->importText("outward,latitude,longitude,source\nWR1,53.72,1.15,Invented\nWR2,53.7,1.1,Invented\n");
    auto* import = sheet<ImportSheet>()->findChild<QPushButton*>(QStringLiteral("importButton"));
    REQUIRE(eventually([&] { return import->isEnabled(); }));
    import->click();
    REQUIRE(eventually([&] { return places->rowCount() == 2; }));
}

TEST_CASE_METHOD(TravelFixture,
                 "a keyworker sees where districts lie and may not change it; service coordinates likewise")
{
    must(now([&](auto& cases, const auto&) {
        return cases.travel.save(lead, {"WR1", MapPlace::make(53'720'000, 1'150'000, "Invented").value()});
    }));
    desk->setSession(asPriya());
    page->refresh();
    showTravel();
    CHECK(places->rowCount() == 1);
    for (const char* name : {"addOutwardButton", "editOutwardButton", "removeOutwardButton", "importOutwardButton"})
        CHECK_FALSE(button(name)->isVisible());
    CHECK(button("exportOutwardButton")->isVisible());
    emit places->activated(places->model()->index(0, 0));
    CHECK(sheet<PlaceSheet>() == nullptr);

    ServiceSheet form{*desk, theme, stored().front(), *page->window()};
    CHECK(form.findChild<QLineEdit*>(QStringLiteral("latitudeEdit"))->isReadOnly());
}

TEST_CASE_METHOD(Fixture, "a service is given its place on the map with a source, and its offers to family")
{
    table->selectRow(0);
    page->actions().at(1)->trigger();
    auto* form = sheet<ServiceSheet>();
    REQUIRE(form);
    const auto type = [&](const char* name, const char* text) {
        QTest::keyClicks(form->findChild<QLineEdit*>(QLatin1String{name}), QLatin1String{text});
    };
    auto* save = form->findChild<QPushButton*>(QStringLiteral("saveServiceButton"));
    type("latitudeEdit", "53.72");
    type("longitudeEdit", "1.15");
    save->click();
    CHECK(form->isVisible());
    CHECK_FALSE(stored().front().place);
    type("coordinatesSourceEdit", "Invented");
    save->click();
    REQUIRE(eventually(
        [&] { return std::ranges::any_of(stored(), [](const Service& s) { return s.place.has_value(); }); }));
}
