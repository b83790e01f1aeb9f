#include "assessment/assessment_page.h"

#include "assessment/assessment_view.h"
#include "assessment/other_routes_sheet.h"
#include "assessment/route_panel.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

record::AssessmentForm complete()
{
    record::AssessmentForm form;
    form.whatMatters = "To keep my job";
    form.askedAboutBoth = true;
    form.status = {NeedStatus::present, NeedStatus::present};
    form.severity = {Severity::moderate, Severity::moderate};
    form.conditions = {"depression"};
    form.substances = {{"alcohol", {}, {}, {}, {}, {}}};
    form.safety.suicidalThoughts = false;
    return form;
}

struct Fixture : OpenDesk {
    AssessmentPage page{*desk, theme};

    void open()
    {
        page.resize(1440, 900);
        page.show();
        page.open(person);
        REQUIRE(eventually([&] { return page.isReady(); }));
    }
    void typeWhatMatters(const QString& words)
    {
        auto* edit = page.findChild<QPlainTextEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
    }
    void saveForm(const record::AssessmentForm& form)
    {
        const auto before = draft();
        must(now([&](auto& cases, const auto& session) {
            return cases.assessments.saveDraft(session, person, {form, before.version, std::nullopt});
        }));
    }
    QString notice() const
    {
        QStringList texts;
        for (const auto* button : page.findChildren<QPushButton*>())
            if (button->isVisible())
                texts.append(button->text());
        return texts.join(QLatin1Char('|'));
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "what is typed is in the store and comes back when the page is opened again")
{
    open();
    QSignalSpy saved{&page, &AssessmentPage::draftSaved};
    typeWhatMatters(QStringLiteral("To see my daughter"));
    CHECK(page.mayLeave());
    REQUIRE(eventually([&] { return !saved.isEmpty(); }));
    CHECK(saved.first().first().toString() == QStringLiteral("Saved 10:00:00"));
    CHECK(draft().form.whatMatters == "To see my daughter");

    AssessmentPage again{*desk, theme};
    again.open(person);
    REQUIRE(eventually([&] { return again.isReady(); }));
    CHECK(again.view().form().whatMatters == "To see my daughter");
}

TEST_CASE_METHOD(Fixture, "two workers' answers join, and neither loses a word")
{
    open();
    auto theirs = record::AssessmentForm{};
    theirs.companion = "A friend";
    saveForm(theirs);

    typeWhatMatters(QStringLiteral("Mine"));
    page.mayLeave();
    REQUIRE(eventually([&] { return page.view().form().companion == "A friend"; }));
    REQUIRE(eventually([&] { return draft().form.whatMatters == "Mine"; }));
    CHECK(draft().form.companion == "A friend");
}

TEST_CASE_METHOD(Fixture, "the same answer changed twice is a choice for a person, and the page stays until it is made")
{
    open();
    auto theirs = record::AssessmentForm{};
    theirs.whatMatters = "Theirs";
    saveForm(theirs);

    typeWhatMatters(QStringLiteral("Mine"));
    page.mayLeave();
    REQUIRE(eventually([&] { return notice().contains(QStringLiteral("Keep my answers")); }));
    CHECK(page.view().form().whatMatters == "Mine");
    CHECK_FALSE(page.mayLeave());
    CHECK(draft().form.whatMatters == "Theirs");

    for (auto* button : page.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Keep my answers"))
            button->click();
    REQUIRE(eventually([&] { return draft().form.whatMatters == "Mine"; }));
    CHECK(page.mayLeave());
}

TEST_CASE_METHOD(Fixture, "the route follows the answers")
{
    saveForm(complete());
    open();
    auto& route = page.view().route();
    REQUIRE(eventually([&] { return route.title().contains(QStringLiteral("Held together")); }));
}

TEST_CASE_METHOD(Fixture, "signing with something missing moves to it and signs nothing")
{
    open();
    QSignalSpy signedOff{&page, &AssessmentPage::signedOff};
    page.view().route().primary()->click();
    QCoreApplication::processEvents();
    CHECK(signedOff.isEmpty());
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(page.view().formArea()->isAncestorOf(QApplication::focusWidget()));
    CHECK(file().history.empty());
}

TEST_CASE_METHOD(Fixture, "one press signs and sends one leg for each open need")
{
    saveForm(complete());
    open();
    QSignalSpy signedOff{&page, &AssessmentPage::signedOff};
    auto& route = page.view().route();
    REQUIRE(eventually([&] { return route.title().contains(QStringLiteral("Held together")); }));
    route.primary()->click();
    REQUIRE(eventually([&] { return !signedOff.isEmpty(); }));

    const auto now = file().now;
    REQUIRE(now.needs.mentalHealth.leg);
    REQUIRE(now.needs.substanceUse.leg);
    CHECK(now.needs.mentalHealth.leg->service == cmht);
    CHECK(now.needs.substanceUse.leg->service == lantern);
    CHECK(now.needs.mentalHealth.leg->state == LegState::sent);
    REQUIRE(now.needs.mentalHealth.holder);
    CHECK(now.needs.mentalHealth.holder->worker == priya.id);
}

TEST_CASE_METHOD(Fixture, "a need that no service fits is said, and nothing is signed by mistake")
{
    auto service = must(now([&](auto& cases, const auto&) { return cases.directory.list(lead, true); }));
    for (auto each : service) {
        if (each.id != cmht)
            continue;
        each.minAge = 65;
        must(now([&](auto& cases, const auto&) { return cases.directory.save(lead, each, ids.make<CommandId>()); }));
    }
    saveForm(complete());
    open();
    auto& route = page.view().route();
    REQUIRE(eventually([&] { return route.title() != QStringLiteral("Looking at the answers"); }));
    route.primary()->click();
    QCoreApplication::processEvents();
    CHECK(file().history.empty());

    QSignalSpy signedOff{&page, &AssessmentPage::signedOff};
    emit route.signOnly();
    REQUIRE(eventually([&] { return !signedOff.isEmpty(); }));
    CHECK_FALSE(file().now.needs.mentalHealth.leg.has_value());
}

TEST_CASE_METHOD(Fixture, "larger text lays the form out again and loses nothing")
{
    open();
    typeWhatMatters(QStringLiteral("Half a sent"));
    theme.setTextSize(200);
    CHECK(page.view().form().whatMatters == "Half a sent");
    CHECK(page.isReady());
}

TEST_CASE_METHOD(Fixture, "a distance typed at a candidate counts at once, says so, and can be forgotten")
{
    saveForm(complete());
    open();
    auto& route = page.view().route();
    REQUIRE(eventually([&] { return route.title().contains(QStringLiteral("Held together")); }));
    emit route.otherRoutesAsked();
    auto* sheet = page.window()->findChild<OtherRoutesSheet*>();
    REQUIRE(sheet != nullptr);
    const auto reasons = [&] {
        QString all;
        for (const auto* label : sheet->findChildren<QLabel*>())
            all += label->text() + QLatin1Char('|') + label->accessibleName() + QLatin1Char('|');
        return all;
    };
    CHECK(reasons().contains(QStringLiteral("Distance not known: no coordinates for WR1")));

    const auto visible = [&](const char* name) {
        for (auto* each : sheet->findChildren<QWidget*>(QLatin1String{name}))
            if (each->isVisibleTo(sheet))
                return each;
        return static_cast<QWidget*>(nullptr);
    };
    static_cast<QPushButton*>(visible("typeDistanceButton"))->click();
    auto* miles = static_cast<QLineEdit*>(visible("milesEdit"));
    REQUIRE(miles != nullptr);
    QTest::keyClicks(miles, QStringLiteral("far"));
    static_cast<QPushButton*>(visible("saveDistanceButton"))->click();
    CHECK(reasons().contains(QStringLiteral("Enter miles from 0 to 700")));
    miles->clear();
    QTest::keyClicks(miles, QStringLiteral("4.5"));
    QTest::keyClick(miles, Qt::Key_Return);
    CHECK(sheet->isVisible());  // the line is kept, the sheet is not left by it
    REQUIRE(eventually([&] { return reasons().contains(QStringLiteral("4.5 miles, typed by a worker")); }));

    REQUIRE(eventually([&] { return visible("typeDistanceButton") != nullptr; }));
    for (auto* each : sheet->findChildren<QPushButton*>(QStringLiteral("typeDistanceButton")))
        if (each->text() == QStringLiteral("Change the typed distance")) {
            each->click();
            break;
        }
    static_cast<QPushButton*>(visible("forgetDistanceButton"))->click();
    REQUIRE(eventually([&] { return !reasons().contains(QStringLiteral("typed by a worker")); }));
}
