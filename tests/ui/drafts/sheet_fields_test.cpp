#include "drafts/sheet_fields.h"

#include "theme/theme.h"
#include "widgets/entries.h"
#include "widgets/segmented_control.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

/// One field of each sort.
struct Sheet {
    Theme theme;
    QWidget body;
    GrowingText* words = new GrowingText{theme, QStringLiteral("What was said"), 2, 4, &body};
    QLineEdit* line = new QLineEdit{&body};
    Choice* choice = new Choice{QStringLiteral("How it came"), &body};
    QCheckBox* tick = new QCheckBox{QStringLiteral("Told the person"), &body};
    QRadioButton* left = new QRadioButton{QStringLiteral("Declined"), &body};
    QRadioButton* right = new QRadioButton{QStringLiteral("Accepted"), &body};
    QSpinBox* weeks = new QSpinBox{&body};
    QDateTimeEdit* when = new QDateTimeEdit{&body};
    SegmentedControl* need =
        new SegmentedControl{theme, QStringLiteral("Need"), {QStringLiteral("MH"), QStringLiteral("D&A")}, &body};
    QLineEdit* secret = new QLineEdit{&body};

    Sheet()
    {
        line->setAccessibleName(QStringLiteral("Told by"));
        choice->addChoice(QStringLiteral("Phone"), QStringLiteral("phone"));
        choice->addChoice(QStringLiteral("Letter"), QStringLiteral("letter"));
        weeks->setAccessibleName(QStringLiteral("Weeks"));
        when->setAccessibleName(QStringLiteral("Received"));
        secret->setAccessibleName(QStringLiteral("Passphrase"));
        secret->setEchoMode(QLineEdit::Password);
    }
};

}  // namespace

TEST_CASE("what a sheet holds is read by its labels, and put into an empty one again")
{
    Sheet filled;
    filled.words->setPlainText(QStringLiteral("Not until\n\"sober\""));
    filled.line->setText(QStringLiteral("Duty desk"));
    filled.choice->setCurrentIndex(1);
    filled.tick->setChecked(true);
    filled.right->setChecked(true);
    filled.weeks->setValue(12);
    filled.when->setDateTime(QDateTime{QDate{2026, 11, 20}, QTime{16, 5}});
    filled.need->setCurrent(1);
    filled.secret->setText(QStringLiteral("never kept"));

    const Answers answers = answersIn(filled.body);
    CHECK(answers.at("What was said") == "Not until\n\"sober\"");
    CHECK(answers.at("How it came") == "Letter");
    CHECK(answers.at("Accepted") == "yes");
    CHECK(answers.count("Declined") == 0);
    CHECK(answers.count("Passphrase") == 0);

    Sheet empty;
    putAnswers(empty.body, answers);
    CHECK(answersIn(empty.body) == answers);
    CHECK(empty.right->isChecked());
    CHECK(empty.need->current() == 1);
}

TEST_CASE("an answer for a field that is not there is left out, and a choice that is gone chooses nothing")
{
    Sheet sheet;
    putAnswers(sheet.body, {{"Gone", "x"}, {"How it came", "Pigeon"}, {"Told by", "Jo"}});
    CHECK(sheet.line->text() == QStringLiteral("Jo"));
    CHECK(sheet.choice->currentText() == QStringLiteral("Phone"));
}

TEST_CASE("every field tells when it changes, once, and one that comes later too")
{
    Sheet sheet;
    int changes = 0;
    const auto count = [&] { ++changes; };
    watchAnswers(sheet.body, sheet.body, count);
    watchAnswers(sheet.body, sheet.body, count);
    sheet.words->setPlainText(QStringLiteral("a"));
    sheet.line->setText(QStringLiteral("b"));
    sheet.tick->setChecked(true);
    CHECK(changes == 3);
    auto* late = new QLineEdit{&sheet.body};
    late->setAccessibleName(QStringLiteral("Late"));
    watchAnswers(sheet.body, sheet.body, count);
    late->setText(QStringLiteral("c"));
    CHECK(changes == 4);
}
