#include "response/reply_form.h"

#include "kindwords/own_words.h"
#include "response/reason_picker.h"
#include "response/reply_safety.h"
#include "response/wall_time.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/answer_words.h"
#include "words/codes.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::ui {
ReplyForm::ReplyForm(const Theme& theme, const Policy& policy, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_policy{policy}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(20));
    column->setSpacing(theme.px(12));
    buildWhen(*column);
    buildWhere(*column);
    buildAnswers(*column);
    buildReason(*column);
    buildWords(*column);
    column->addStretch();
    refreshVisible();
}

void ReplyForm::holdAfterReason(QWidget* panel)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_pointsToField) + 1, panel);
}

QWidget* ReplyForm::pair(QWidget* left, QWidget* right, int leftStretch, int rightStretch)
{
    auto* both = new QWidget{this};
    auto* row = new QHBoxLayout{both};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(12));
    row->addWidget(left, leftStretch, Qt::AlignTop);
    row->addWidget(right, rightStretch, Qt::AlignTop);
    return both;
}

void ReplyForm::buildWhen(QVBoxLayout& column)
{
    m_received = new QDateTimeEdit{this};
    m_received->setTimeSpec(Qt::UTC);
    m_received->setDisplayFormat(QStringLiteral("d MMM yyyy, HH:mm"));
    m_received->setLocale(QLocale{QLocale::English, QLocale::UnitedKingdom});
    m_received->setCalendarPopup(true);
    m_received->setAccessibleName(tr("Received"));
    m_receivedField = new FieldBox{m_theme, tr("Received"), m_received, {}, this};
    m_channel = new Choice{tr("How it came"), this};
    for (const auto& channel : channels())
        m_channel->addItem(m_theme.icon(channel.icon), channel.label, text(channel.code));
    auto* how = new FieldBox{m_theme, tr("How it came"), m_channel, {}, this};
    column.addWidget(pair(m_receivedField, how, 5, 4));
    connect(m_received, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& when) {
        const bool late = when.isValid() && londonDate(instantOf(when)) < londonDate(m_now);
        m_receivedField->setHint(late ? tr("It is entered at this date, and what changes is shown.") : QString{});
        touch();
    });
    connect(m_channel, &QComboBox::currentIndexChanged, this, &ReplyForm::touch);
}

void ReplyForm::buildWhere(QVBoxLayout& column)
{
    m_need = new SegmentedControl{m_theme, tr("About which need"), {tr("MH"), tr("D&A")}, this};
    m_needField = new FieldBox{m_theme, tr("About"), m_need, {}, this};
    m_service = new Choice{tr("Who answered"), this};
    m_serviceField = new FieldBox{m_theme, tr("Who answered"), m_service, {}, this};
    column.addWidget(pair(m_needField, m_serviceField, 2, 5));
    connect(m_need, &SegmentedControl::chosen, this, [this] {
        if (m_filling)
            return;
        fillServices({});
        m_reason->setNeed(need());
        emit needChanged(need());
        touch();
    });
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        fillWorkers();
        touch();
    });
}

void ReplyForm::buildAnswers(QVBoxLayout& column)
{
    auto* cards = new QWidget{this};
    auto* grid = new ColumnsLayout{m_theme, 160, 2, cards};
    grid->setSpacing(8);
    m_answers = new QButtonGroup{this};
    for (const auto& answer : mainAnswers()) {
        const Role role = turnsAway(answer.kind) ? Role::bounce : Role::joint;
        auto* card = new ChoiceCard{m_theme, answer.label, answer.icon, {}, role, cards};
        m_answers->addButton(card, static_cast<int>(answer.kind));
        grid->addWidget(card);
    }
    m_otherAnswer = new ChoiceCard{m_theme, {}, {}, {}, Role::bounce, cards};
    m_otherAnswer->hide();
    m_answers->addButton(m_otherAnswer, -2);
    grid->addWidget(m_otherAnswer);
    m_more = new Button{m_theme, tr("More answers"), ButtonKind::quiet, {}, ButtonSize::small, cards};
    auto* menu = new QMenu{m_more};
    for (const auto& answer : otherAnswers()) {
        auto* item = menu->addAction(m_theme.icon(answer.icon), answer.label);
        connect(item, &QAction::triggered, this, [this, kind = answer.kind] { chooseOther(kind); });
    }
    m_more->setPopup(menu);
    m_answerField = new FieldBox{m_theme, tr("What did they say?"), cards, {}, this};
    column.addWidget(m_answerField);
    column.addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_answers, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            kindChosen();
    });
}

void ReplyForm::buildReason(QVBoxLayout& column)
{
    m_reason = new ReasonPicker{m_policy, this};
    m_reasonField = new FieldBox{m_theme, tr("Reason they gave"), m_reason, {}, this};
    column.addWidget(m_reasonField);
    m_weeks = new QSpinBox{this};
    m_weeks->setRange(0, 520);
    m_weeks->setSuffix(tr(" weeks"));
    m_weeks->setSpecialValueText(tr("Not said"));
    m_weeks->setAccessibleName(tr("How long without alcohol or drugs they asked for, in weeks"));
    m_weeksField = new FieldBox{m_theme, tr("How long they asked for"), m_weeks, {}, this};
    column.addWidget(m_weeksField);
    m_pointsTo = new Choice{tr("Where they point to"), this};
    m_pointsToField = new FieldBox{m_theme, tr("Where they point to"), m_pointsTo, {}, this};
    column.addWidget(m_pointsToField);
    connect(m_reason, &ReasonPicker::reasonChanged, this, [this] {
        m_reasonField->setError({});
        refreshVisible();
        touch();
    });
    connect(m_weeks, &QSpinBox::valueChanged, this, &ReplyForm::touch);
    connect(m_pointsTo, &QComboBox::currentIndexChanged, this, &ReplyForm::touch);
}

void ReplyForm::buildWords(QVBoxLayout& column)
{
    m_words = new GrowingText{m_theme, tr("Their words"), 2, 8, this};
    holdsOwnWords(*m_words);
    m_words->setPlaceholderText(tr("Exactly as they put it"));
    column.addWidget(new FieldBox{m_theme, tr("Their words"), m_words, tr("Kept exactly, in quotation marks."), this});
    m_suggestions = new QWidget{this};
    auto* flow = new FlowLayout{m_theme.px(6), m_theme.px(6), m_suggestions};
    flow->setContentsMargins(0, 0, 0, 0);
    column.addWidget(m_suggestions);
    m_worker = new Choice{tr("Named worker"), this};
    m_workerField = new FieldBox{
        m_theme, tr("Named worker"), m_worker,
        tr("With a name the hold moves to them. Without one it stays where it is, and the name is asked for."), this};
    column.addWidget(m_workerField);
    m_toldBy = new QLineEdit{this};
    m_toldBy->setPlaceholderText(tr("Name or role: duty clinician, name not given"));
    column.addWidget(new FieldBox{m_theme, tr("Who replied"), m_toldBy, {}, this});
    m_safety = new ReplySafety{m_theme, this};
    column.addWidget(m_safety);
    m_why = new GrowingText{m_theme, tr("Why no challenge follows"), 2, 5, this};
    m_whyField =
        new FieldBox{m_theme, tr("Why no challenge follows"), m_why, tr("The reason shows in the report."), this};
    m_whyField->hide();
    column.addWidget(m_whyField);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
        refreshSuggestions();
        touch();
    });
    connect(m_worker, &QComboBox::currentIndexChanged, this, &ReplyForm::touch);
    connect(m_toldBy, &QLineEdit::textEdited, this, &ReplyForm::touch);
    connect(m_safety, &ReplySafety::changed, this, &ReplyForm::touch);
    connect(m_why, &QPlainTextEdit::textChanged, this, [this] { m_whyField->setError({}); });
}

}  // namespace holdfast::ui
