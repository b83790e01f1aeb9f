#include "support/eventually.h"
#include "theme/theme.h"
#include "widgets/assessment_widgets.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/clasp.h"
#include "widgets/dialog_sheet.h"
#include "widgets/field_box.h"
#include "widgets/lane_card.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "widgets/steps.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace holdfast::ui;
using namespace holdfast::test;

namespace {

struct Fixture {
    Theme theme;
    QWidget window;

    Fixture()
    {
        window.resize(1000, 700);
        window.show();
        QApplication::setActiveWindow(&window);
    }
};

QAbstractButton* buttonWith(const QWidget& in, const QString& text)
{
    for (auto* button : in.findChildren<QAbstractButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

ScaleRow* scale(const Theme& theme, int number, const QList<int>& values, QWidget* parent)
{
    QList<ScaleRow::Option> options;
    for (const int value : values)
        options.append({value, QStringLiteral("meaning %1").arg(value)});
    return new ScaleRow{theme, Lane::mentalHealth, number, QStringLiteral("Sleep"), options, parent};
}

}  // namespace

TEST_CASE("labels never read markup from data")
{
    const Theme theme;
    const QString hostile = QStringLiteral("<b>Dani</b> &amp; <img src=x>");
    const std::unique_ptr<QLabel> label{plainLabel(hostile)};
    CHECK(label->textFormat() == Qt::PlainText);
    CHECK(label->text() == hostile);
    const RunLabel runs{theme, Type::body, {{hostile}}};
    CHECK(runs.textFormat() == Qt::PlainText);
    CHECK(runs.text() == hostile);
    CHECK(ElidedLabel{hostile}.textFormat() == Qt::PlainText);
    CHECK(plainToolTip(hostile) == QStringLiteral("<qt>&lt;b&gt;Dani&lt;/b&gt; &amp;amp; &lt;img src=x&gt;</qt>"));
    CHECK(plainToolTip({}).isEmpty());
}

TEST_CASE("an elided label shows the rest as a tooltip, and only when it is cut")
{
    ElidedLabel label{QStringLiteral("Wrenfield CMHT has not replied to the referral")};
    label.resize(60, 20);
    label.show();
    CHECK_FALSE(label.toolTip().isEmpty());
    CHECK(label.accessibleName() == label.text());
    label.resize(900, 20);
    CHECK(label.toolTip().isEmpty());
}

TEST_CASE("a wrapped paragraph grows with its text and with the text size")
{
    Theme theme;
    const RunLabel label{theme, Type::dense, {{QStringLiteral("five bounces between four teams, and 140 days lost")}}};
    const int narrow = label.heightForWidth(100);
    CHECK(narrow > label.heightForWidth(1000));
    CHECK(label.heightForWidth(1000) == theme.lineHeight(Type::dense));
    theme.setTextSize(200);
    CHECK(label.heightForWidth(1000) == 2 * 18);
}

TEST_CASE("a break in a paragraph begins a line, and in a label of one line it is a space")
{
    const Theme theme;
    const QList<TextRun> runs{{QStringLiteral("Until 2041.\n"), Color::ink, 600}, {QStringLiteral("Until 2032.")}};
    const RunLabel paragraph{theme, Type::dense, runs};
    CHECK(paragraph.heightForWidth(1000) == 2 * theme.lineHeight(Type::dense));
    RunLabel oneLine{theme, Type::dense};
    oneLine.setWordWrap(false);
    oneLine.setRuns(runs);
    CHECK(oneLine.heightForWidth(1000) == theme.lineHeight(Type::dense));
    CHECK(oneLine.text() == QStringLiteral("Until 2041. Until 2032."));
}

TEST_CASE("chips and tags say in words what their colour and shape say")
{
    const Theme theme;
    CHECK(Tag{theme, needLook(Lane::mentalHealth, QStringLiteral("trauma"))}.accessibleName() ==
          QStringLiteral("Mental health need: trauma"));
    CHECK(Tag{theme, stateLook(TagState::overdue)}.accessibleName() == QStringLiteral("Overdue"));
    for (const TagState state : {TagState::held, TagState::waiting, TagState::accepted, TagState::bounced,
                                 TagState::overdue, TagState::crisis, TagState::done, TagState::asked}) {
        CHECK_FALSE(stateLook(state).icon.isEmpty());
        CHECK_FALSE(stateLook(state).text.isEmpty());
    }
    CHECK(initialsOf(QStringLiteral("danielle  Mary Okafor")) == QStringLiteral("DO"));
    CHECK(initialsOf(QStringLiteral("Dani")) == QStringLiteral("D"));
}

TEST_CASE("a lane says who holds it and what is next, and opens with Enter")
{
    const Theme theme;
    LaneCard card{theme, Lane::substanceUse};
    LaneCardData data;
    data.lane = Lane::mentalHealth;  // the card knows better
    data.state = TagState::accepted;
    data.stateText = QStringLiteral("Accepted");
    data.stateDay = QStringLiteral("4 Jun");
    data.holder = QStringLiteral("Lantern");
    data.next = QStringLiteral("Fri 21 Nov, 17:45");
    data.nextDetail = QStringLiteral("one-to-one");
    data.canRing = true;
    card.setData(data);
    card.show();
    CHECK(card.accessibleName() ==
          QStringLiteral("Drugs and alcohol lane. Accepted 4 Jun. Held by Lantern. Next: Fri 21 Nov, 17:45, "
                         "one-to-one"));
    QSignalSpy opened{&card, &LaneCard::activated};
    QSignalSpy rung{&card, &LaneCard::ringRequested};
    QTest::keyClick(&card, Qt::Key_Return);
    CHECK(opened.count() == 1);
    QTest::mouseClick(card.findChild<Button*>(QStringLiteral("laneRingButton")), Qt::LeftButton);
    CHECK(rung.count() == 1);
    QSignalSpy asked{&card, &LaneCard::whyRequested};
    QTest::mouseClick(card.findChild<Button*>(QStringLiteral("laneWhy")), Qt::LeftButton);
    CHECK(asked.count() == 1);
}

TEST_CASE("the clasp is told in words, in every state, upright and as a band")
{
    const Theme theme;
    LanesRow row{theme};
    row.resize(900, 226);
    row.show();
    Clasp& clasp = row.clasp();
    clasp.setData({ClaspData::State::held, Lane::substanceUse, QStringLiteral("Held together"),
                   QStringLiteral("since 2 June, day 169"), QStringLiteral("Samir Haddad"),
                   QStringLiteral("Neither service can close this alone")});
    CHECK(clasp.accessibleName() ==
          QStringLiteral("Held together since 2 June, day 169. Accountable now: Samir Haddad. Neither service can "
                         "close this alone."));
    CHECK(clasp.geometry().left() < row.lane(Lane::mentalHealth).geometry().right());
    CHECK(clasp.geometry().right() > row.lane(Lane::substanceUse).geometry().left());
    row.setStacked(true);
    row.resize(500, row.heightForWidth(500));
    CHECK(row.lane(Lane::substanceUse).y() > row.lane(Lane::mentalHealth).geometry().bottom());
    CHECK(clasp.geometry().bottom() > row.lane(Lane::substanceUse).y());
    QSignalSpy asked{&clasp, &Clasp::activated};
    QTest::keyClick(&clasp, Qt::Key_Space);
    CHECK(asked.count() == 1);
}

TEST_CASE_METHOD(Fixture, "a digit answers an item and moves on to the next")
{
    auto* column = new QVBoxLayout{&window};
    ScaleRow* first = scale(theme, 1, {0, 1, 2, 3}, &window);
    ScaleRow* second = scale(theme, 2, {0, 2, 4}, &window);
    column->addWidget(first);
    column->addWidget(second);
    first->setNext(second);
    QSignalSpy answered{first, &ScaleRow::answered};
    QSignalSpy past{second, &ScaleRow::movedPastEnd};
    QApplication::processEvents();
    first->setFocus(Qt::TabFocusReason);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    CHECK(first->answer() == 3);
    CHECK(answered.count() == 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);  // this item has no 3
    CHECK_FALSE(second->answer());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
    CHECK(second->answer() == 4);
    CHECK(past.count() == 1);
    second->setAnswer(std::nullopt);
    CHECK_FALSE(second->answer());
    second->setMissing(true);
    CHECK(second->findChildren<QAbstractButton*>().first()->accessibleName() ==
          QStringLiteral("Sleep, 0 of 0 to 4, meaning 0, needs an answer"));
}

TEST_CASE("a score names its band at the published cut-offs")
{
    const Theme theme;
    ScoreBand band{theme, Lane::mentalHealth};
    band.setBands(QStringLiteral("PHQ-9"),
                  {{0, QStringLiteral("none")}, {5, QStringLiteral("mild")}, {10, QStringLiteral("moderate")}}, 27);
    CHECK(band.bandWord().isEmpty());
    for (const auto& [score, word] : {std::pair{4, "none"}, {5, "mild"}, {9, "mild"}, {10, "moderate"}}) {
        band.setScore(score);
        CHECK(band.bandWord() == QLatin1String{word});
    }
    CHECK(band.accessibleName() == QStringLiteral("PHQ-9 10 of 27, moderate"));
}

TEST_CASE("an error is read as the description of its field and goes when it is put right")
{
    const Theme theme;
    auto* editor = new QLineEdit;
    FieldBox box{theme, QStringLiteral("Review on"), editor, QStringLiteral("Day, month, year")};
    CHECK(editor->accessibleName() == QStringLiteral("Review on"));
    CHECK(editor->accessibleDescription() == QStringLiteral("Day, month, year"));
    box.setError(QStringLiteral("Enter the review date"));
    CHECK(editor->property("invalid").toBool());
    CHECK(editor->accessibleDescription() == QStringLiteral("Enter the review date"));
    CHECK(firstWithError({&box}) == &box);
    box.setError({});
    CHECK_FALSE(editor->property("invalid").toBool());
    CHECK(editor->accessibleDescription() == QStringLiteral("Day, month, year"));
    CHECK(firstWithError({&box}) == nullptr);
}

TEST_CASE("a busy button keeps its width and takes no clicks")
{
    const Theme theme;
    Button button{theme, QStringLiteral("Save"), ButtonKind::primary, QStringLiteral("disk")};
    const QSize before = button.sizeHint();
    button.show();
    QSignalSpy clicked{&button, &QAbstractButton::clicked};
    button.setBusy(true);
    CHECK(button.sizeHint() == before);
    QTest::mouseClick(&button, Qt::LeftButton);
    CHECK(clicked.count() == 0);
    button.setBusy(false);
    QTest::mouseClick(&button, Qt::LeftButton);
    CHECK(clicked.count() == 1);
}

TEST_CASE_METHOD(Fixture, "a segmented control is one Tab stop; arrows choose")
{
    SegmentedControl control{theme,
                             QStringLiteral("Whose work"),
                             {QStringLiteral("Mine"), QStringLiteral("My team"), QStringLiteral("Everyone")},
                             &window};
    control.show();
    QSignalSpy chosen{&control, &SegmentedControl::chosen};
    CHECK(control.current() == 0);
    auto* first = buttonWith(control, QStringLiteral("Mine"));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    CHECK(control.current() == 1);
    REQUIRE(chosen.count() == 1);
    CHECK(chosen.first().first().toInt() == 1);
    CHECK(buttonWith(control, QStringLiteral("My team"))->accessibleName() ==
          QStringLiteral("My team, chosen, 2 of 3"));
    CHECK_FALSE(first->focusPolicy() & Qt::TabFocus);
    control.setCurrent(1);
    CHECK(chosen.count() == 1);
}

TEST_CASE_METHOD(Fixture, "a toast goes by itself when done, waits while it has the focus, and stays when it failed")
{
    ToastArea toasts{theme, window};
    int undone = 0;
    toasts.done(QStringLiteral("Note saved."), [&] { ++undone; });
    Toast* toast = toasts.current();
    REQUIRE(toast);
    CHECK(toast->timer().isActive());
    CHECK(toast->timer().interval() == 8000);
    CHECK(toast->geometry().center().x() == window.rect().center().x());
    auto* undo = buttonWith(*toast, QStringLiteral("Undo"));
    undo->setFocus();
    CHECK_FALSE(toast->timer().isActive());
    QTest::mouseClick(undo, Qt::LeftButton);
    CHECK(undone == 1);
    CHECK(toasts.current() == nullptr);

    toasts.failed(QStringLiteral("Letter not sent."));
    REQUIRE(toasts.current());
    CHECK_FALSE(toasts.current()->timer().isActive());
    toasts.done(QStringLiteral("Saved."));
    CHECK(toasts.current()->text() == QStringLiteral("Saved."));
    emit toasts.current()->finished();
    CHECK(toasts.current() == nullptr);
}

TEST_CASE_METHOD(Fixture, "a sheet keeps the focus, and asks before text is lost")
{
    auto* before = new QLineEdit{&window};
    before->show();
    before->setFocus();
    DialogSheet sheet{theme, QStringLiteral("Log a reply"), 600, window};
    auto* column = new QVBoxLayout{sheet.body()};
    auto* field = new QLineEdit;
    column->addWidget(field);
    Button* save = sheet.addPrimary(QStringLiteral("Record and challenge"));
    sheet.addCancel(QStringLiteral("Cancel"));
    sheet.open();
    CHECK(QApplication::focusWidget() == field);
    CHECK(window.findChild<Scrim*>());
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        CHECK(sheet.isAncestorOf(QApplication::focusWidget()));
    }
    QSignalSpy saved{save, &QAbstractButton::clicked};
    QTest::keyClick(field, Qt::Key_Return);
    CHECK(saved.count() == 0);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    CHECK(saved.count() == 1);

    sheet.setUnsaved(true);
    QTest::keyClick(field, Qt::Key_Escape);
    CHECK(sheet.isVisible());
    auto* keep = sheet.findChild<QAbstractButton*>(QStringLiteral("keepWriting"));
    REQUIRE(keep);
    QTest::mouseClick(keep, Qt::LeftButton);
    CHECK(save->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::mouseClick(sheet.findChild<QAbstractButton*>(QStringLiteral("throwAway")), Qt::LeftButton);
    CHECK_FALSE(sheet.isVisible());
    CHECK(sheet.result() == QDialog::Rejected);
    CHECK(QApplication::focusWidget() == before);
}

TEST_CASE_METHOD(Fixture, "a sheet stays inside a small window and grows with what is in it")
{
    window.resize(640, 420);
    DialogSheet sheet{theme, QStringLiteral("Keys"), 900, window};
    auto* column = new QVBoxLayout{sheet.body()};
    auto* late = new QLineEdit;
    column->addWidget(new QLineEdit);
    column->addWidget(late);
    late->hide();
    sheet.open();
    CHECK(sheet.width() <= window.width() + 2 * 28);
    const int before = sheet.height();
    late->show();
    CHECK(eventually([&] { return sheet.height() > before; }));
}

TEST_CASE("flow goes on to the next line when there is no room")
{
    QWidget host;
    auto* flow = new FlowLayout{8, 8, &host};
    for (int i = 0; i < 4; ++i) {
        auto* box = new QWidget;
        box->setFixedSize(100, 20);
        flow->addWidget(box);
    }
    CHECK(flow->heightForWidth(500) == 20);
    CHECK(flow->heightForWidth(220) == 48);
    CHECK(flow->heightForWidth(100) == 104);
}

TEST_CASE_METHOD(Fixture, "Up and Down move between rows of work, also into the next card; Enter opens")
{
    auto* column = new QVBoxLayout{&window};
    QList<WorkRow*> rows;
    for (int card = 0; card < 2; ++card) {
        auto* box = new Card{theme};
        auto* inside = new QVBoxLayout{box};
        for (int i = 0; i < 2; ++i) {
            rows.append(new WorkRow{theme});
            rows.last()->setFixedHeight(40);
            inside->addWidget(rows.last());
        }
        column->addWidget(box);
    }
    QApplication::processEvents();
    rows[1]->setFocus();
    QTest::keyClick(rows[1], Qt::Key_Down);
    CHECK(QApplication::focusWidget() == rows[2]);
    QTest::keyClick(rows[2], Qt::Key_Up);
    CHECK(QApplication::focusWidget() == rows[1]);
    QSignalSpy opened{rows[1], &WorkRow::activated};
    QTest::keyClick(rows[1], Qt::Key_Return);
    CHECK(opened.count() == 1);
}

TEST_CASE("the jump list names what is missing")
{
    const Theme theme;
    JumpList list{theme};
    list.setSteps({QStringLiteral("What matters"), QStringLiteral("Risk")});
    list.setState(1, JumpList::State::error, QStringLiteral("1 answer needed"));
    const auto steps = list.findChildren<QAbstractButton*>();
    REQUIRE(steps.size() == 2);
    CHECK(steps[1]->accessibleName() == QStringLiteral("Risk, 1 answer needed"));
    QSignalSpy jumped{&list, &JumpList::jumped};
    steps[1]->click();
    REQUIRE(jumped.count() == 1);
    CHECK(jumped.first().first().toInt() == 1);
}
