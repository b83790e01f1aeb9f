#include "plans/plans_tab.h"

#include "plans/plan_editor.h"
#include "plans/plan_lines_edit.h"
#include "plans/plan_reader.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"

#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct PlansFixture : OpenDesk {
    QWidget window;
    PlansTab tab{theme, *desk, &window};

    PlansFixture()
    {
        referTogether();
        window.resize(1400, 900);
        tab.resize(1400, 900);
        window.show();
        tab.show(file());
        REQUIRE(eventually([&] { return button("plan_kind_care") != nullptr; }));
    }

    QAbstractButton* button(const char* name) { return tab.findChild<QAbstractButton*>(QString::fromLatin1(name)); }
    DialogSheet* sheet(const char* name) { return window.findChild<DialogSheet*>(QString::fromLatin1(name)); }
    app::PlanList list()
    {
        return must(now([&](auto& use, const auto& session) { return use.plans.list(session, person); }));
    }
    void write(PlanKind kind)
    {
        tab.goTo(kind, true);
        REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    }
    void type(const char* name, const char* words)
    {
        auto* edit = tab.findChild<GrowingText*>(QString::fromLatin1(name));
        REQUIRE(edit);
        edit->setFocus();
        QTest::keyClicks(edit, QString::fromLatin1(words));
    }
    void fillSafety(const char* signs = "I stop answering.")
    {
        type("plan_warning_signs", signs);
        type("plan_by_myself", "Walk to the canal.");
        type("plan_who_i_can_ask", "Grace, any hour");
        type("plan_professionals", "Priya, weekdays");
        type("plan_safer_around_me", "Grace keeps the tablets.");
        tab.findChild<DayEdit*>(QStringLiteral("planReview"))->setText(QStringLiteral("21/12/2026"));
        auto* accord = tab.findChild<Choice*>(QStringLiteral("planAccord"));
        accord->setFocus();
        QTest::keyClick(accord, Qt::Key_Down);
    }
    void agree()
    {
        QSignalSpy agreed{&tab.editor(), &PlanEditor::agreed};
        QTest::keyClick(&tab.editor(), Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(eventually([&] { return !agreed.isEmpty(); }));
    }
};

}  // namespace

TEST_CASE_METHOD(PlansFixture, "a safety plan is written with the keys alone, agreed, and read")
{
    write(PlanKind::safety);
    fillSafety();
    agree();
    const auto plans = list();
    REQUIRE(plans.current(PlanKind::safety));
    CHECK(plans.current(PlanKind::safety)->content.answers.at("warning_signs") == "I stop answering.");
    CHECK(plans.current(PlanKind::safety)->content.accord == PlanAccord::agreed);
    CHECK(plans.drafts.empty());
    REQUIRE(eventually([&] { return button("planWrite") != nullptr; }));
    CHECK_FALSE(tab.editor().isOpen());
}

TEST_CASE_METHOD(PlansFixture, "what is missing is said at its field, and nothing is agreed")
{
    write(PlanKind::safety);
    type("plan_warning_signs", "I stop answering.");
    tab.editor().agree();
    auto* box = firstWithError(tab.editor().findChildren<FieldBox*>());
    REQUIRE(box);
    CHECK(box->error() == QStringLiteral("Write this part, as they say it"));
    CHECK(list().plans.empty());
}

TEST_CASE_METHOD(PlansFixture, "what is typed is kept in the draft that both services share")
{
    write(PlanKind::care);
    type("plan_goals", "Sleep at night.");
    tab.pause();
    REQUIRE(eventually([&] { return !tab.editor().keeper().isUnsaved(); }));
    REQUIRE(list().draft(PlanKind::care));
    CHECK(list().draft(PlanKind::care)->content.answers.at("goals") == "Sleep at night.");
    tab.leave();
    tab.show(file());
    write(PlanKind::care);
    CHECK(tab.findChild<GrowingText*>(QStringLiteral("plan_goals"))->toPlainText() ==
          QStringLiteral("Sleep at night."));
}

TEST_CASE_METHOD(PlansFixture, "a colleague's save is not overwritten: both texts are kept and it is said")
{
    write(PlanKind::care);
    const app::PlanDraft theirs = *list().draft(PlanKind::care);
    must(now([&](auto& use, const auto&) {
        app::PlanDraft changed = theirs;
        changed.content.answers["goals"] = "Theirs.";
        return use.plans.saveDraft(app::Session{samir}, person, changed);
    }));
    type("plan_goals", "Mine.");
    tab.pause();
    auto* trouble = tab.findChild<Banner*>(QStringLiteral("planTrouble"));
    REQUIRE(eventually([&] { return trouble->isVisibleTo(&tab); }));
    CHECK(list().draft(PlanKind::care)->content.answers.at("goals") == "Theirs.");
    REQUIRE(eventually([&] { return sheet("planConflict") != nullptr; }));
    auto* difference = sheet("planConflict")->findChild<QTextEdit*>(QStringLiteral("differenceView"));
    REQUIRE(difference);
    CHECK(difference->accessibleDescription().contains(QStringLiteral("Mine")));
    QTest::keyClick(sheet("planConflict"), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return list().draft(PlanKind::care)->content.answers.at("goals") == "Mine."; }));
    const auto versions =
        must(now([&](auto& use, const auto& session) { return use.drafts.versions(session, person, "plan:care"); }));
    CHECK(std::ranges::any_of(versions, [](const app::DraftVersion& version) {
        return std::ranges::any_of(version.passages, [](const app::Passage& each) { return each.text == "Theirs."; });
    }));
}

TEST_CASE_METHOD(PlansFixture, "an aftercare plan begins with the keep-in-touch days")
{
    write(PlanKind::aftercare);
    const auto lines = tab.editor().lines().lines();
    REQUIRE(lines.size() == 4);
    CHECK(lines.front().worker == priya.id);
    CHECK(lines.front().due == Date{std::chrono::year{2026} / 12 / 23});
    CHECK(lines.back().due == Date{std::chrono::year{2027} / 11 / 23});
    CHECK(tab.editor().content().until == lines.back().due);
}

TEST_CASE_METHOD(PlansFixture, "a line is marked as done on the plan, and undone again")
{
    write(PlanKind::safety);
    tab.editor().lines().addLine();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ring on Friday"));
    auto* owner = tab.findChild<Choice*>(QStringLiteral("planLineOwner"));
    owner->setFocus();
    QTest::keyClicks(owner, QStringLiteral("Samir"));
    tab.findChild<QFrame*>(QStringLiteral("planLine"))->findChild<DayEdit*>()->setText(QStringLiteral("27/11/2026"));
    fillSafety();
    agree();
    REQUIRE(eventually([&] { return tab.findChild<QCheckBox*>(QStringLiteral("planLineDone")) != nullptr; }));
    QSignalSpy done{&tab, &PersonTab::done};
    auto* tick = tab.findChild<QCheckBox*>(QStringLiteral("planLineDone"));
    tick->setFocus();
    QTest::keyClick(tick, Qt::Key_Space);
    REQUIRE(eventually([&] { return !done.isEmpty(); }));
    REQUIRE(list().marks.size() == 1);
    CHECK(list().marks.front().done);
    done.back().at(1).value<std::function<void()>>()();
    REQUIRE(eventually([&] { return list().marks.size() == 2; }));
    CHECK_FALSE(list().marks.back().done);
}

TEST_CASE_METHOD(PlansFixture, "the second version shows what changed, word by word")
{
    write(PlanKind::safety);
    fillSafety("I stop answering.");
    agree();
    REQUIRE(eventually([&] { return button("planWrite") != nullptr; }));
    button("planWrite")->click();
    REQUIRE(eventually([&] { return tab.editor().isOpen(); }));
    CHECK(tab.editor().content().answers.at("warning_signs") == "I stop answering.");
    type("plan_warning_signs", " I stay up.");
    tab.findChild<DayEdit*>(QStringLiteral("planReview"))->setText(QStringLiteral("21/12/2026"));
    QTest::keyClick(tab.findChild<Choice*>(QStringLiteral("planAccord")), Qt::Key_Down);
    agree();
    REQUIRE(eventually([&] { return button("planChanges") != nullptr; }));
    button("planChanges")->click();
    auto* sheet = window.findChild<DialogSheet*>();
    REQUIRE(sheet);
    auto* difference = sheet->findChild<QTextEdit*>(QStringLiteral("differenceView"));
    REQUIRE(difference);
    CHECK(difference->accessibleDescription().contains(QStringLiteral("stay up")));
    CHECK(list().plans.size() == 2);
}

TEST_CASE_METHOD(PlansFixture, "the way into adult services is not offered to somebody of forty-six")
{
    CHECK(button("plan_kind_safety") != nullptr);
    CHECK(button("plan_kind_transition") == nullptr);
}
