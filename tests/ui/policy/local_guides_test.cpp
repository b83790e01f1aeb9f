// A supervisor keeps the list of the team's own protocols and leaflets on the policy page; the others read it.
#include "policy/local_guides_card.h"

#include "policy/local_guide_sheet.h"
#include "policy/policy_page.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    QWidget window;
    PolicyPage* page = nullptr;

    void open(const app::Session& session)
    {
        desk->setSession(session);
        window.resize(1200, 900);
        page = new PolicyPage{*desk, theme, &window};
        page->resize(window.size());
        window.show();
        page->refresh();
        answered();
    }
    /// What the page has asked for before this has been answered.
    void answered()
    {
        now([](UseCases&, const app::Session&) { return 0; });
        QCoreApplication::processEvents();
    }
    QPushButton* button(const char* name) { return window.findChild<QPushButton*>(QLatin1String{name}); }
    QTableWidget* table() { return page->findChild<QTableWidget*>(QStringLiteral("localGuideTable")); }
    EmptyState* empty() { return page->findChild<EmptyState*>(QStringLiteral("noLocalGuides")); }
    QString cell(int row, int column) { return table()->item(row, column)->text(); }
    void press(const char* name)
    {
        auto* found = button(name);
        REQUIRE(found != nullptr);
        REQUIRE(found->isEnabled());
        found->click();
    }
    void type(const char* name, const char* words)
    {
        auto* line = window.findChild<QLineEdit*>(QLatin1String{name});
        REQUIRE(line != nullptr);
        line->clear();
        QTest::keyClicks(line, QString::fromUtf8(words));
    }
    QStringList errors()
    {
        QStringList all;
        for (const auto* box : window.findChildren<FieldBox*>())
            if (box->hasError())
                all << box->error();
        return all;
    }
    void rows(int count)
    {
        REQUIRE(eventually([&] { return table()->rowCount() == count && table()->isVisible(); }));
        answered();
    }
    void add(const char* name, const char* edition, const char* from = nullptr)
    {
        const int before = table()->rowCount();
        press("addLocalGuide");
        type("localGuideName", name);
        type("localGuideEdition", edition);
        if (from != nullptr)
            type("localGuideFrom", from);
        press("saveLocalGuide");
        rows(before + 1);
    }
    void agree()
    {
        DialogSheet* sheet = nullptr;
        REQUIRE(eventually([&] {
            sheet = window.findChild<DialogSheet*>();
            return sheet != nullptr && sheet->isVisible();
        }));
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        answered();
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "an empty list says what to do to those who keep it, and to nobody else")
{
    open(asPriya());
    REQUIRE(eventually([&] { return empty()->isVisible(); }));
    CHECK_FALSE(table()->isVisible());
    CHECK(empty()->findChild<QPushButton*>()->isHidden());
    desk->setSession(lead);
    page->refresh();
    CHECK(eventually([&] { return empty()->findChild<QPushButton*>()->isVisible(); }));
    empty()->findChild<QPushButton*>()->click();
    CHECK(window.findChild<LocalGuideSheet*>() != nullptr);
}

TEST_CASE_METHOD(Fixture, "a supervisor adds a protocol, and what is missing is said beside its field")
{
    open(lead);
    press("addLocalGuide");
    press("saveLocalGuide");
    CHECK(errors() == QStringList{QStringLiteral("Enter its name"),
                                  QStringLiteral("Enter its version, or the date printed on it")});
    type("localGuideName", "Joint working protocol");
    type("localGuideEdition", "3");
    type("localGuideFrom", "23 Nov 2031");
    press("saveLocalGuide");
    REQUIRE(eventually([&] { return errors().size() == 1; }));
    CHECK(errors().front().contains(QStringLiteral("at most a year ahead")));
    type("localGuideFrom", "3 May 2026");
    QSignalSpy said{page, &PolicyPage::done};
    press("saveLocalGuide");
    rows(1);
    CHECK(said.front().front().toString() == QStringLiteral("Joint working protocol, version 3 is on the list."));
    CHECK(cell(0, 0) == QStringLiteral("Joint working protocol"));
    CHECK(cell(0, 1) == QStringLiteral("3"));
    CHECK(cell(0, 2) == QStringLiteral("Protocol"));
    CHECK(cell(0, 3) == QStringLiteral("Every service"));
    CHECK(cell(0, 4) == QStringLiteral("In use since 3 May 2026"));
    CHECK_FALSE(empty()->isVisible());
}

TEST_CASE_METHOD(Fixture, "the next version is opened from the keyboard and ends the one before")
{
    open(lead);
    add("Joint working protocol", "2", "3 May 2024");
    table()->selectRow(0);
    table()->setFocus();
    emit table()->activated(table()->currentIndex());
    auto* sheet = window.findChild<LocalGuideSheet*>();
    REQUIRE(sheet != nullptr);
    CHECK(sheet->findChild<QLineEdit*>(QStringLiteral("localGuideName"))->isReadOnly());
    type("localGuideEdition", "2");
    press("saveLocalGuide");
    REQUIRE(eventually([&] { return errors() == QStringList{QStringLiteral("This version is on the list already")}; }));
    type("localGuideEdition", "3");
    type("localGuideFrom", "3 May 2024");
    press("saveLocalGuide");
    CHECK(errors().front().startsWith(QStringLiteral("Enter a day after 3 May 2024")));
    type("localGuideFrom", "1 Dec 2026");
    press("saveLocalGuide");
    rows(2);
    CHECK(cell(0, 1) == QStringLiteral("3"));
    CHECK(cell(0, 4) == QStringLiteral("In use from 1 Dec 2026"));
    CHECK(cell(1, 4) == QStringLiteral("In use until 30 Nov 2026"));
}

TEST_CASE_METHOD(Fixture, "a version is withdrawn after a question, stays on the list and can be brought back")
{
    open(lead);
    add("Joint working protocol", "3", "3 May 2026");
    CHECK_FALSE(button("withdrawLocalGuide")->isEnabled());
    table()->selectRow(0);
    press("withdrawLocalGuide");
    agree();
    REQUIRE(eventually([&] { return cell(0, 4) == QStringLiteral("3 May 2026 to 22 Nov 2026"); }));
    CHECK(button("withdrawLocalGuide")->text() == QStringLiteral("Bring back"));
    press("withdrawLocalGuide");
    REQUIRE(eventually([&] { return cell(0, 4) == QStringLiteral("In use since 3 May 2026"); }));
    CHECK(button("withdrawLocalGuide")->text() == QStringLiteral("Withdraw"));
}

TEST_CASE_METHOD(Fixture, "a keyworker reads the list and is offered no way to change it")
{
    LocalGuide guide;
    guide.name = "Joint working protocol";
    guide.edition = "3";
    guide.from = londonDate(clock.now());
    guide.service = cmht;
    guide.need = NeedScope::mentalHealth;
    must(now(
        [&](auto& use, const auto&) { return use.localGuides.add(lead, guide, std::nullopt, ids.make<CommandId>()); }));
    open(asPriya());
    rows(1);
    CHECK(cell(0, 3) == QStringLiteral("Wrenfield Community Mental Health Team, mental health"));
    CHECK_FALSE(button("addLocalGuide")->isVisible());
    table()->selectRow(0);
    emit table()->activated(table()->currentIndex());
    CHECK(window.findChild<DialogSheet*>() == nullptr);
}
