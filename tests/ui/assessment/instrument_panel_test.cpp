#include "assessment/instrument_panel.h"

#include "theme/theme.h"
#include "widgets/assessment_widgets.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QTest>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

InstrumentItem item(std::string label, std::vector<int> options)
{
    InstrumentItem made;
    made.label = std::move(label);
    made.options = std::move(options);
    made.optionLabels.assign(made.options.size(), "own words");
    return made;
}

/// A short made-up form with a gap in its last answers, a safety item and an item that is not scored.
Instrument shortForm()
{
    Instrument form;
    form.id = InstrumentId{"SHORT"};
    form.need = Need::substanceUse;
    form.recall = "last week";
    form.maximum = 10;
    form.items = {item("frequency", {0, 1, 2, 3}), item("harm", {0, 1, 2, 3}), item("injury caused", {0, 2, 4})};
    form.items[1].safety = true;
    form.items.push_back(item("function", {0, 1}));
    form.items.back().scored = false;
    form.items.back().optional = true;
    form.bands = {{0, "lower", std::nullopt, "made up"}, {5, "higher", std::nullopt, "made up"}};
    return form;
}

struct Fixture {
    Theme theme;
    Instrument form = shortForm();
    InstrumentPanel panel{theme, form};
    QList<ScaleRow*> rows = panel.findChildren<ScaleRow*>();

    Fixture()
    {
        panel.setOpen(true);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "digits answer an item and move on to the next")
{
    int changes = 0;
    QObject::connect(&panel, &InstrumentPanel::changed, &panel, [&] { ++changes; });
    rows[0]->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);

    CHECK(panel.answers() == std::vector<std::optional<int>>{2, 1, 4});
    CHECK(changes == 3);
    CHECK(panel.summary() == QStringLiteral("SHORT 7 of 10, higher"));
}

TEST_CASE_METHOD(Fixture, "an answer that the form does not print cannot be entered")
{
    rows[2]->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    CHECK_FALSE(rows[2]->answer().has_value());
}

TEST_CASE_METHOD(Fixture, "an unfinished form shows how much is missing and no band")
{
    panel.setAnswers({3, std::nullopt, 4});
    CHECK(panel.summary() == QStringLiteral("SHORT, 1 to answer"));
    CHECK(panel.answers().size() == 3);
}

TEST_CASE_METHOD(Fixture, "a safety item above 0 is noticed, whatever the total")
{
    panel.setAnswers({0, 0, 0});
    CHECK_FALSE(panel.safetyItemAnswered());
    panel.setAnswers({0, 1, 0});
    CHECK(panel.safetyItemAnswered());
}

TEST_CASE_METHOD(Fixture, "a form that nobody began has no answers, and clearing goes back there")
{
    CHECK(panel.answers().empty());
    panel.setAnswers({0, 0, 0, 1});
    CHECK(panel.answers().size() == 4);
    for (auto* button : panel.findChildren<QAbstractButton*>())
        if (button->text() == QStringLiteral("Clear"))
            button->click();
    CHECK(panel.answers().empty());
}
