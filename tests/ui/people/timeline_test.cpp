#include "timeline/timeline_pane.h"

#include "letters/letter_output.h"
#include "people/samples.h"
#include "support/open_desk.h"
#include "timeline/timeline_paper.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

void addAssessment(app::CaseFile& file, const char* id, Instant at, std::vector<std::optional<int>> phq9)
{
    event::AssessmentSigned form{WorkerId{"priya"}, ServiceId{"lantern"}, {}, {}, {}};
    form.instruments = {{InstrumentId{"PHQ-9"}, std::move(phq9)}};
    app::HistoryEntry entry;
    entry.event.id = EventId{id};
    entry.event.at = entry.event.recordedAt = at;
    entry.event.body = std::move(form);
    file.history.push_back(std::move(entry));
}

/// Dani's case, with the same questionnaire in June and in November.
app::CaseFile scoredCase()
{
    app::CaseFile file = danisCase();
    addAssessment(file, "s1", on(2025, 6, 2), {3, 3, 2, 2, 2, 2, 2, 2, 1});
    addAssessment(file, "s2", on(2025, 11, 3), {2, 2, 2, 2, 2, 2, 1, 1, 0});
    return file;
}

struct TimelineFixture : OpenDesk {
    app::CaseFile file = scoredCase();
    TimelinePane pane{theme, *desk};

    TimelineFixture()
    {
        pane.resize(1200, 640);
        pane.QWidget::show();
        pane.show(lens());
    }
    CaseLens lens() const { return {file, sampleNow(), desk->days(), desk->instruments(), WorkerId{"priya"}}; }
    CaseChart& chart() const { return pane.chart(); }
    std::size_t drawn() const
    {
        std::size_t marks = 0;
        for (const MarkGroup& group : chart().chart().groups)
            marks += group.marks.size();
        return marks;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) const { QTest::keyClick(&chart(), key, with); }
};

}  // namespace

TEST_CASE_METHOD(TimelineFixture,
                 "the timeline holds both needs, contacts, bounces and scores, and nothing entered in error")
{
    const CasePicture picture = casePictureOf(lens());
    const auto of = [&](auto wanted) { return std::ranges::count_if(picture.marks, wanted); };

    CHECK(picture.marks.size() == 11);
    CHECK(of([](const CaseMark& mark) { return mark.kind == CaseMark::Kind::bounce; }) == 5);
    CHECK(of([](const CaseMark& mark) { return mark.kind == CaseMark::Kind::joined; }) == 1);
    CHECK(of([](const CaseMark& mark) { return mark.strand == Strand::contact; }) == 1);
    CHECK(of([](const CaseMark& mark) { return mark.event == EventId{"e10"}; }) == 0);
    CHECK(std::ranges::is_sorted(picture.marks, {}, &CaseMark::at));
    REQUIRE(picture.scores.size() == 1);
    CHECK(picture.scores.front().maximum == 27);
    CHECK(picture.scores.front().points.front().total == 19);
    CHECK(picture.scores.front().points.back().total == 14);
    CHECK(picture.summary().contains(QStringLiteral("5 bounces")));
    CHECK(picture.summary().contains(QStringLiteral("PHQ-9 went from 19 to 14")));
}

TEST_CASE_METHOD(TimelineFixture, "every mark is drawn in the whole case, in order, inside the area")
{
    CHECK(drawn() == chart().picture().marks.size());
    const ChartLayout& layout = chart().chart();
    for (const MarkGroup& group : layout.groups) {
        CHECK(layout.area.contains(group.at));
        CHECK_FALSE(layout.scores.contains(group.at));
    }
}

TEST_CASE_METHOD(TimelineFixture, "marks that would lie on one another are one until somebody goes nearer")
{
    pane.resize(640, 640);
    const std::size_t before = chart().chart().groups.size();
    REQUIRE(before < chart().picture().marks.size());
    REQUIRE(pane.findChildren<QPushButton*>().size() >= 3);
    for (std::size_t i = 0; i < chart().chart().groups.size(); ++i)
        if (chart().chart().groups[i].marks.size() > 1) {
            chart().setCurrent(static_cast<int>(i));
            break;
        }
    const QStringList together = chart().currentWords();
    REQUIRE(together.size() > 1);
    press(Qt::Key_Return);
    CHECK_FALSE(chart().isWhole());
    press(Qt::Key_Home);
    CHECK(chart().isWhole());
    CHECK(chart().chart().groups.size() == before);
}

TEST_CASE_METHOD(TimelineFixture, "keys walk, go nearer, along and back, and never beyond the case")
{
    press(Qt::Key_Right);
    CHECK(chart().current() == 0);
    CHECK(chart().currentWords().front().contains(QStringLiteral("2025")) == false);
    CHECK_FALSE(chart().currentWords().isEmpty());
    press(Qt::Key_Left);
    CHECK(chart().current() == 0);
    for (int i = 0; i < 60; ++i)
        press(Qt::Key_Plus);
    CHECK(chart().window().length() >= std::chrono::days{14});
    for (int i = 0; i < 200; ++i)
        press(Qt::Key_Left, Qt::ControlModifier);
    CHECK(chart().window().from == chart().whole().from);
    for (int i = 0; i < 60; ++i)
        press(Qt::Key_Minus);
    CHECK(chart().isWhole());
}

TEST_CASE_METHOD(TimelineFixture, "what is shown stays when the same case is read again, and not for another person")
{
    press(Qt::Key_Plus);
    const TimeWindow nearer = chart().window();
    pane.show(lens());
    CHECK(chart().window() == nearer);
    file.person.id = PersonId{"somebody-else"};
    pane.show(lens());
    CHECK(chart().isWhole());
}

TEST_CASE_METHOD(TimelineFixture, "Enter on one thing opens its entry")
{
    const QSignalSpy opened{&pane, &TimelinePane::eventActivated};
    for (std::size_t i = 0; i < chart().chart().groups.size(); ++i)
        if (chart().chart().groups[i].marks.size() == 1) {
            chart().setCurrent(static_cast<int>(i));
            break;
        }
    press(Qt::Key_Return);
    CHECK(opened.size() == 1);
}

TEST_CASE_METHOD(TimelineFixture, "the page on paper names the person, the scores and what the marks mean")
{
    const QByteArray pdf = timelinePdf(chart().picture(), chart().whole(), QStringLiteral("Dani Okafor"), sampleNow());
    const QString read = textOf(pdf);
    CHECK(read.contains(QStringLiteral("Dani Okafor")));
    CHECK(read.contains(QStringLiteral("PHQ-9")));
    CHECK(read.contains(QStringLiteral("bounce")));
}

TEST_CASE_METHOD(TimelineFixture, "an empty case says so and offers nothing to press")
{
    file.history.clear();
    file.now.bounces.clear();
    pane.show(lens());
    CHECK_FALSE(chart().isVisible());
    for (const auto* button : pane.findChildren<QPushButton*>())
        CHECK_FALSE(button->isVisible());
}
