#include "assessment/assessment_view.h"

#include "assessment/instrument_panel.h"
#include "assessment/safety_section.h"
#include "theme/theme.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/field_box.h"
#include "widgets/steps.h"

#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

record::AssessmentForm everything()
{
    record::AssessmentForm form;
    form.whatMatters = "To sleep, and to see my daughter";
    form.present = "Both workers";
    form.askedAboutBoth = true;
    form.status = {NeedStatus::possible, NeedStatus::present};
    form.severity = {Severity::moderate, Severity::severe};
    form.conditions = {"depression", "PTSD"};
    form.substances = {{"alcohol", "most evenings", "a bottle", "drinks", "today", "15"},
                       {"cannabis", {}, {}, {}, {}, {}}};
    form.answers[InstrumentId{"PHQ-9"}] = {2, 2, 2, 2, 1, 2, 1, 1, 0};
    form.answers[InstrumentId{"AUDIT"}] = {3, 2, 2, 2, 1, 1, 2, 1, 0, std::nullopt};
    form.safety.suicidalThoughts = false;
    form.safety.overdose = true;
    form.safetyNotes["overdose"] = "in spring";
    form.adultsAndChildren = "A daughter, weekends";
    form.safetyPlanReviewed = Date{std::chrono::year{2026} / 11 / 20};
    form.whatUseDoes = "Sleep";
    form.cameFirst = record::CameFirst::together;
    form.lifeEvents = "A move";
    form.trauma = {true, "Would rather not say"};
    form.domesticAbuse = {true, {}};
    form.culture = "Family must not know";
    form.stigma = "Was laughed at";
    form.disclosure = record::Disclosure::oneToOne;
    form.livedExperience = record::Wish::yes;
    form.companion = "A friend";
    form.readiness = record::Readiness::thinking;
    form.barriers = {{"travel", "pay the bus"}, {"stigma", {}}};
    form.equality = {{"religion", "none"}};
    return form;
}

struct Fixture : OpenDesk {
    AssessmentView view{theme, desk->instruments(), Date{std::chrono::year{2026} / 11 / 23}};

    Fixture()
    {
        view.resize(1300, 820);
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
    }
    JumpList::State state(Step step) { return view.jumpList().state(static_cast<int>(step)); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "every answer that is shown is the answer that is read back")
{
    QSignalSpy changed{&view, &AssessmentView::changed};
    view.setForm(everything());
    CHECK(view.form() == everything());
    CHECK(changed.isEmpty());

    view.setForm({});
    CHECK(view.form() == record::AssessmentForm{});
}

TEST_CASE_METHOD(Fixture, "both needs are on the screen at once, side by side and equally wide")
{
    const auto panels = view.findChildren<InstrumentPanel*>();
    REQUIRE(panels.size() == 10);
    auto* mental = panels.first()->parentWidget();
    auto* use = panels.last()->parentWidget();
    CHECK(mental->isVisible());
    CHECK(use->isVisible());
    CHECK(mental->y() == use->y());
    CHECK(std::abs(mental->width() - use->width()) <= 1);
}

TEST_CASE_METHOD(Fixture, "missing answers are told after an attempt, and the first of them gets the focus")
{
    view.setForm({});
    view.setMissing({"status.mental_health", "safety.suicidal_thoughts"});
    CHECK(state(Step::safety) == JumpList::State::toDo);

    view.showEveryMissing();
    CHECK(state(Step::safety) == JumpList::State::error);
    CHECK(state(Step::twoNeeds) == JumpList::State::error);
    CHECK(view.goToFirstMissing());
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->accessibleName() == QStringLiteral("Is there a mental health need?"));

    view.setMissing({});
    CHECK_FALSE(view.goToFirstMissing());
}

TEST_CASE_METHOD(Fixture, "an item about harm above 0 opens the question about thoughts of suicide")
{
    auto* safety = view.findChild<SafetySection*>();
    QSignalSpy opened{safety, &SafetySection::suicidalThoughtsOpened};
    auto form = record::AssessmentForm{};
    form.answers[InstrumentId{"PHQ-9"}] = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    view.setForm(form);
    CHECK(opened.size() == 1);
    CHECK(safety->field(QStringLiteral("safety.suicidal_thoughts"))->hasError());

    form.safety.suicidalThoughts = true;
    view.setForm(form);
    CHECK_FALSE(safety->field(QStringLiteral("safety.suicidal_thoughts"))->hasError());
}

TEST_CASE_METHOD(Fixture, "Alt and a digit jump to a section")
{
    view.activateWindow();
    view.firstField()->setFocus();
    QTest::keyClick(&view, Qt::Key_3, Qt::AltModifier);
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(view.findChild<SafetySection*>()->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE_METHOD(Fixture, "in a narrow window everything is one column with the route at the end")
{
    view.resize(700, 820);
    QCoreApplication::processEvents();
    const auto panels = view.findChildren<InstrumentPanel*>();
    CHECK(panels.first()->parentWidget()->y() < panels.last()->parentWidget()->y());
    CHECK(view.footPrimary().isVisible());
}
