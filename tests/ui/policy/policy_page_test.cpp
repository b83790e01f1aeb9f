// A supervisor loads a local protocol, reads what it changes, tries it, and puts it in force; the others only read.
#include "policy/policy_page.h"

#include "policy/policy_draft_card.h"
#include "store/service_repository.h"
#include "store/worker_repository.h"
#include "ui/support/open_desk.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

constexpr const char* quicker = R"({"id": "wrenfield", "version": "7", "title": "Wrenfield local protocol",
    "over": "england", "silence_clocks": [{"state": "sent", "working_days": 1}]})";

struct Fixture : OpenDesk {
    QWidget window;
    PolicyPage* page = nullptr;

    Fixture()
    {
        // Whom the policy lets hold a need until somebody is named.
        Service duty;
        duty.id = ServiceId{"duty"};
        duty.name = "Duty desk";
        duty.kind = ServiceKind::other;
        duty.needs = {Need::mentalHealth, Need::substanceUse};
        must(app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Service> {
            return store::ServiceRepository{workspace->connection()}.insert(duty);
        }));
        Worker onDuty;
        onDuty.id = WorkerId{"duty-worker"};
        onDuty.name = "Duty worker";
        onDuty.service = duty.id;
        must(app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
            return store::WorkerRepository{workspace->connection()}.insert(onDuty);
        }));
        workspace->forgetDirectory();
    }

    void open(const app::Session& session)
    {
        desk->setSession(session);
        window.resize(1200, 900);
        page = new PolicyPage{*desk, theme, &window};
        page->resize(window.size());
        window.show();
        page->refresh();
        REQUIRE(eventually([&] { return table("policyHistory")->rowCount() == 1; }));
    }

    QPushButton* button(const char* name) { return page->findChild<QPushButton*>(QLatin1String{name}); }
    QTableWidget* table(const char* name) { return page->findChild<QTableWidget*>(QLatin1String{name}); }
    PolicyDraftCard* draft() { return page->findChild<PolicyDraftCard*>(); }
    QString said(const char* name) { return page->findChild<QLabel*>(QLatin1String{name})->text(); }

    void load(const char* content)
    {
        page->loadText(QStringLiteral("wrenfield.json"), content);
        REQUIRE(eventually([&] { return draft() != nullptr && draft()->isVisible(); }));
    }
    void press(const char* name)
    {
        auto* found = button(name);
        REQUIRE(found != nullptr);
        REQUIRE(found->isEnabled());
        QTest::mouseClick(found, Qt::LeftButton);
    }
    /// The main button of the sheet that asks.
    void agree()
    {
        DialogSheet* sheet = nullptr;
        REQUIRE(eventually([&] {
            sheet = window.findChild<DialogSheet*>();
            return sheet != nullptr && sheet->isVisible();
        }));
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a keyworker reads the policy and is offered no way to change it")
{
    open(asPriya());
    CHECK_FALSE(button("loadPolicy")->isVisible());
    CHECK_FALSE(button("signOff")->isVisible());
    CHECK_FALSE(button("comparePolicy")->isVisible());
    CHECK(said("policyInForce").contains(QStringLiteral("england")));
    CHECK(table("citationTable")->rowCount() > 0);
    CHECK(table("policyHistory")->item(0, 0)->text() == QStringLiteral("Since the store began"));
}

TEST_CASE_METHOD(Fixture, "a supervisor sees in words what a local policy changes, and sets it aside")
{
    open(lead);
    load(quicker);
    const auto* change = draft()->findChild<QLabel*>(QStringLiteral("policyChange"));
    REQUIRE(change != nullptr);
    CHECK(change->text() == QStringLiteral("Silence clock after \"sent\": 2 working days becomes 1"));
    press("setAside");
    CHECK(eventually([&] { return draft() == nullptr; }));
    CHECK(workspace->policy().id == "england");
}

TEST_CASE_METHOD(Fixture, "a bad file is refused with its place, and the policy in force stays")
{
    open(lead);
    page->loadText(QStringLiteral("wrong.json"), R"({"id": "w", "version": "1", "title": "W", "over": "england",
        "silence_clocks": [{"state": "sent", "code": "S99"}]})");
    auto* problem = page->findChild<Banner*>(QStringLiteral("policyProblem"));
    REQUIRE(eventually([&] { return problem->isVisible(); }));
    CHECK(problem->text().contains(QStringLiteral("wrong.json, at /silence_clocks/0/code")));
    CHECK(problem->text().contains(QStringLiteral("the policy in force stays")));
    CHECK(draft() == nullptr);
    load(quicker);
    CHECK_FALSE(problem->isVisible());
}

TEST_CASE_METHOD(Fixture, "all scenarios are run with their progress shown, and those that change are named")
{
    open(lead);
    load(quicker);
    press("runScenarios");
    auto* progress = draft()->findChild<QProgressBar*>(QStringLiteral("scenarioProgress"));
    CHECK(progress->isVisible());
    REQUIRE(eventually([&] { return said("scenarioSummary").contains(QStringLiteral("come")); }));
    CHECK_FALSE(progress->isVisible());
    CHECK(progress->value() == progress->maximum());
    CHECK(said("scenarioSummary").contains(QStringLiteral("scenarios: ")));
    CHECK(draft()->findChild<QLabel*>(QStringLiteral("scenarioResult")) != nullptr);
    CHECK(button("runScenarios")->isEnabled());
}

TEST_CASE_METHOD(Fixture, "a run can be stopped, and says so")
{
    open(lead);
    load(quicker);
    press("runScenarios");
    press("stopScenarios");
    CHECK(said("scenarioSummary").startsWith(QStringLiteral("Stopped.")));
    CHECK(button("runScenarios")->isEnabled());
    now([](UseCases&, const app::Session&) { return 0; });  // what was on its way has come and is not shown
    CHECK(said("scenarioSummary").startsWith(QStringLiteral("Stopped.")));
}

TEST_CASE_METHOD(Fixture, "a policy is put in force from today after a question, and the page shows who did it")
{
    open(lead);
    load(quicker);
    QSignalSpy changed{page, &PolicyPage::policyChanged};
    press("putInForce");
    agree();
    REQUIRE(eventually([&] { return table("policyHistory")->rowCount() == 2; }));
    CHECK(changed.count() == 1);
    CHECK(draft() == nullptr);
    CHECK(table("policyHistory")->item(0, 3)->text() == QStringLiteral("Ines Marlow"));
    clock.advance(std::chrono::seconds{2});
    page->refresh();
    REQUIRE(eventually([&] { return said("policyInForce").contains(QStringLiteral("wrenfield 7")); }));
}

TEST_CASE_METHOD(Fixture, "a day that has passed is refused beside its field")
{
    open(lead);
    load(quicker);
    draft()->findChild<DayEdit*>()->setText(QStringLiteral("3 May 1991"));
    press("putInForce");
    CHECK(window.findChild<DialogSheet*>() == nullptr);
    CHECK(draft()->findChild<DayEdit*>()->hasFocus());
    CHECK(workspace->policy().id == "england");
}

TEST_CASE_METHOD(Fixture, "a citation is signed off by name after a question")
{
    open(lead);
    CHECK_FALSE(button("signOff")->isEnabled());
    table("citationTable")->selectRow(0);
    press("signOff");
    agree();
    REQUIRE(
        eventually([&] { return table("citationTable")->item(0, 2)->text().contains(QStringLiteral("Ines Marlow")); }));
    CHECK_FALSE(button("signOff")->isEnabled());
    CHECK(workspace->policy().citation(table("citationTable")->item(0, 0)->text().toStdString())->printable());
}

TEST_CASE_METHOD(Fixture, "an earlier policy is compared and can be put in force again")
{
    open(lead);
    load(quicker);
    press("putInForce");
    agree();
    REQUIRE(eventually([&] { return table("policyHistory")->rowCount() == 2; }));
    clock.advance(std::chrono::seconds{2});
    table("policyHistory")->selectRow(1);
    press("comparePolicy");
    REQUIRE(eventually([&] { return draft() != nullptr; }));
    CHECK(draft()->findChild<QLabel*>(QStringLiteral("policyChange"))->text() ==
          QStringLiteral("Silence clock after \"sent\": 1 working day becomes 2"));
}
