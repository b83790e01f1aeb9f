#include "circle/consent_sheet.h"

#include "async/desk.h"
#include "circle/circle_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/answer_words.h"
#include "words/codes.h"
#include "words/share_words.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <array>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 820;
constexpr int topicWidth = 350;
constexpr int dayWidth = 220;
constexpr int most = 3;

constexpr std::array answers{TopicAnswer::yes, TopicAnswer::askFirst, TopicAnswer::no, TopicAnswer::notAsked};
/// What people ask to keep back between those who treat them.
constexpr std::array keepable{CarerTopic::mentalHealth, CarerTopic::substanceUse, CarerTopic::medication,
                              CarerTopic::money, CarerTopic::whereabouts};

}  // namespace

ConsentSheet::ConsentSheet(const Theme& theme, Desk& desk, const Person& person, app::ConsentLine line,
                           const std::optional<app::CarerView>& carer, Date today, QWidget& window)
    : DialogSheet{theme, tr("What may be shared"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_line{std::move(line)},
      m_today{today},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("consentSheet"));
    setSubtitle(text(displayName(person)),
                carer ? tr(", with %1").arg(carerTitle(*carer)) : tr(", with %1").arg(words(m_line.with)));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    addHead(*column, carer);
    if (m_line.with == ShareKind::carer)
        addTopics(*column);
    else
        addLeaveOut(*column);
    addDays(*column);
    addCapacity(*column);
    column->addStretch(1);
    addCancel(tr("Cancel"));
    m_save = addPrimary(tr("Record answer"));
    connect(m_save, &QPushButton::clicked, this, &ConsentSheet::save);
    answerChanged();
}

std::string ConsentSheet::draftName(const app::ConsentLine& line)
{
    return consentSheetName(line.with, line.carer);
}

void ConsentSheet::addHead(QVBoxLayout& column, const std::optional<app::CarerView>& carer)
{
    const GroundWords ground = groundWords(m_line.with);
    column.addWidget(new RunLabel{
        theme(),
        Type::dense,
        {{ground.words + QLatin1Char(' '), Color::ink2}, {words(ground.certainty) + QLatin1Char('.'), Color::ink3}}});
    if (carer)
        column.addWidget(new RunLabel{theme(), Type::dense, {{listeningWords(), Color::ok, 600}}});
    m_decisions = {ConsentDecision::given, ConsentDecision::refused};
    if (m_line.now && m_line.now->decision == ConsentDecision::given)
        m_decisions.push_back(ConsentDecision::withdrawn);
    m_decisions.push_back(ConsentDecision::notAsked);
    QStringList choices;
    for (const ConsentDecision each : m_decisions)
        choices << (each == ConsentDecision::withdrawn ? tr("Takes it back") : words(each));
    m_answer = new SegmentedControl{theme(), tr("Their answer"), choices};
    m_answer->setObjectName(QStringLiteral("consentAnswer"));
    column.addWidget(m_answer, 0, Qt::AlignLeft);
    m_words = new GrowingText{theme(), tr("In their words"), 2, 6};
    m_words->setObjectName(QStringLiteral("consentWords"));
    m_wordsBox = new FieldBox{theme(), tr("In their words"), m_words};
    column.addWidget(m_wordsBox);
    connect(m_answer, &SegmentedControl::chosen, this, &ConsentSheet::answerChanged);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
}

void ConsentSheet::addTopics(QVBoxLayout& column)
{
    m_topicsBox = new QWidget;
    auto* inside = new QVBoxLayout{m_topicsBox};
    inside->setContentsMargins({});
    inside->setSpacing(theme().px(8));
    inside->addWidget(strongLabel(tr("What this carer may be told"), Type::dense));
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), topicWidth, 2, grid};
    for (const CarerTopic topic : allCarerTopics) {
        auto* cell = new QWidget;
        auto* rows = new QVBoxLayout{cell};
        rows->setContentsMargins({});
        rows->setSpacing(theme().px(4));
        rows->addWidget(plainLabel(words(topic), Type::dense));
        QStringList choices;
        for (const TopicAnswer answer : answers)
            choices << words(answer);
        auto* control = new SegmentedControl{theme(), words(topic), choices};
        TopicAnswer now = TopicAnswer::notAsked;
        if (m_line.now && m_line.now->topics.contains(topic))
            now = m_line.now->topics.at(topic);
        control->setCurrent(static_cast<int>(std::ranges::find(answers, now) - answers.begin()));
        rows->addWidget(control, 0, Qt::AlignLeft);
        connect(control, &SegmentedControl::chosen, this, [this] { setUnsaved(true); });
        m_topics[topic] = control;
        columns->addWidget(cell);
    }
    inside->addWidget(grid);
    m_topicsError = new RunLabel{
        theme(), Type::small, {{tr("Say at least one thing they may be told, or choose No."), Color::late, 600}}};
    m_topicsError->hide();
    inside->addWidget(m_topicsError);
    column.addWidget(m_topicsBox);
}

void ConsentSheet::addLeaveOut(QVBoxLayout& column)
{
    m_topicsBox = new QWidget;
    auto* inside = new QVBoxLayout{m_topicsBox};
    inside->setContentsMargins({});
    inside->setSpacing(theme().px(6));
    inside->addWidget(strongLabel(tr("Kept back, because they ask for it"), Type::dense));
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), dayWidth, most, grid};
    for (const CarerTopic topic : keepable) {
        auto* tick = new QCheckBox{shortWords(topic)};
        tick->setChecked(m_line.now && m_line.now->topics.contains(topic) &&
                         m_line.now->topics.at(topic) == TopicAnswer::no);
        connect(tick, &QCheckBox::toggled, this, [this] { setUnsaved(true); });
        m_leaveOut[topic] = tick;
        columns->addWidget(tick);
    }
    inside->addWidget(grid);
    column.addWidget(m_topicsBox);
}

void ConsentSheet::addDays(QVBoxLayout& column)
{
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), dayWidth, most, grid};
    const auto add = [&](DayEdit*& editor, FieldBox*& box, const QString& label, const QString& hint,
                         const char* name) {
        editor = new DayEdit{theme(), label, m_today};
        editor->setObjectName(QString::fromLatin1(name));
        box = new FieldBox{theme(), label, editor, hint};
        connect(editor, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
        columns->addWidget(box);
    };
    add(m_on, m_onBox, tr("Day they said so"), tr("Day, month, year"), "consentOn");
    add(m_review, m_reviewBox, tr("Look at it again by"), tr("Shown before it is due"), "consentReview");
    add(m_ends, m_endsBox, tr("Holds until"), tr("Empty: until they say otherwise"), "consentEnds");
    m_on->setDayQuietly(m_today);
    column.addWidget(grid);
}

void ConsentSheet::addCapacity(QVBoxLayout& column)
{
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), topicWidth, 2, grid};
    m_how = new Choice{tr("How it was given")};
    m_how->setObjectName(QStringLiteral("consentHow"));
    for (int i = 0; i < static_cast<int>(Names<ConsentHow>::list.size()); ++i)
        m_how->addChoice(words(static_cast<ConsentHow>(i)), i);
    m_how->setValueQuietly(0);
    columns->addWidget(new FieldBox{theme(), tr("How it was given"), m_how});
    m_capacity = new Choice{tr("Could they decide this?")};
    m_capacity->setObjectName(QStringLiteral("consentCapacity"));
    for (int i = 0; i < static_cast<int>(Names<CapacityNote>::list.size()); ++i)
        m_capacity->addChoice(words(static_cast<CapacityNote>(i)), i);
    m_capacity->setValueQuietly(0);
    columns->addWidget(new FieldBox{theme(), tr("Could they decide this?"), m_capacity});
    column.addWidget(grid);
    m_capacityWords = new GrowingText{theme(), tr("What was found"), 2, 5};
    m_capacityBox = new FieldBox{theme(), tr("What was found"), m_capacityWords,
                                 tr("And what was decided in their best interests, with whom")};
    column.addWidget(m_capacityBox);
    connect(m_how, &QComboBox::currentIndexChanged, this, [this] { setUnsaved(true); });
    connect(m_capacity, &QComboBox::currentIndexChanged, this, &ConsentSheet::answerChanged);
}

ConsentDecision ConsentSheet::decision() const
{
    return m_decisions.at(static_cast<std::size_t>(m_answer->current()));
}

void ConsentSheet::answerChanged()
{
    const ConsentDecision now = decision();
    const bool given = now == ConsentDecision::given;
    m_wordsBox->setHint(given                              ? tr("What they agree to, as they say it")
                        : now == ConsentDecision::notAsked ? tr("Why not yet, if it helps")
                                                           : tr("What they said"));
    if (m_topicsBox)
        m_topicsBox->setVisible(given);
    if (m_capacityBox)
        m_capacityBox->setVisible(m_capacity->value().toInt() != 0);
}

Consent ConsentSheet::answer() const
{
    Consent consent;
    consent.person = m_person.id;
    consent.with = m_line.with;
    consent.carer = m_line.carer;
    consent.decision = decision();
    consent.words = m_words->toPlainText().trimmed().toStdString();
    if (consent.decision == ConsentDecision::given) {
        for (const auto& [topic, control] : m_topics)
            if (const TopicAnswer each = answers.at(static_cast<std::size_t>(control->current()));
                each != TopicAnswer::notAsked)
                consent.topics[topic] = each;
        for (const auto& [topic, tick] : m_leaveOut)
            if (tick->isChecked())
                consent.topics[topic] = TopicAnswer::no;
    }
    consent.on = m_on->day().value_or(m_today);
    consent.reviewBy = m_review->day();
    consent.endsOn = m_ends->day();
    consent.how = static_cast<ConsentHow>(m_how->value().toInt());
    consent.capacity = static_cast<CapacityNote>(m_capacity->value().toInt());
    consent.capacityWords = m_capacityWords->toPlainText().trimmed().toStdString();
    return consent;
}

void ConsentSheet::save()
{
    m_problem->hide();
    for (FieldBox* box : {m_wordsBox, m_onBox, m_reviewBox, m_endsBox, m_capacityBox})
        box->setError({});
    if (m_topicsError)
        m_topicsError->hide();
    m_onBox->setError(m_on->day() ? QString{} : tr("Enter the day, like 27 Nov 2026"));
    m_reviewBox->setError(m_review->isReadable() ? QString{} : tr("Enter a day, like 27 Nov 2026"));
    m_endsBox->setError(m_ends->isReadable() ? QString{} : tr("Enter a day, like 27 Nov 2026"));
    if (FieldBox* wrong = firstWithError({m_onBox, m_reviewBox, m_endsBox}))
        return wrong->editor()->setFocus();
    m_save->setBusy(true);
    app::ConsentInput input{answer(), m_line.now ? m_line.now->id : ConsentId{}, m_command};
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.consents.record(session, input); },
        [this](const Result<ConsentId>& made) {
            m_save->setBusy(false);
            if (!made)
                return explain(made.error());
            setUnsaved(false);
            emit recorded(*made);
            accept();
        });
}

/// A colleague's answer is shown; recording again puts this one after it, and both stay.
void ConsentSheet::lookAgain()
{
    m_desk.ask(
        this,
        [person = m_person.id](UseCases& use, const app::Session& session) {
            return use.consents.list(session, person);
        },
        [this](const Result<app::ConsentList>& list) {
            if (!list)
                return explain(list.error());
            for (const app::ConsentLine& line : list->lines)
                if (line.with == m_line.with && line.carer == m_line.carer)
                    m_line = line;
            m_problem->setText(tr("Somebody recorded another answer meanwhile:"),
                               m_line.now ? tr("%1, \u201c%2\u201d, %3. Record again to put yours after it; both stay.")
                                                .arg(words(m_line.now->decision), text(m_line.now->words),
                                                     consentFacts(*m_line.now, list->names, m_today))
                                          : tr("it was entered in error. Record again to put yours in its place."));
            m_problem->show();
        });
}

void ConsentSheet::explain(const Error& error)
{
    const std::string& where = error.where;
    if (where == "words")
        m_wordsBox->setError(tr("Write what they said, in their words"));
    else if (where == "on")
        m_onBox->setError(tr("This day is still to come"));
    else if (where == "review_by")
        m_reviewBox->setError(tr("Enter a day after they said so"));
    else if (where == "ends_on")
        m_endsBox->setError(tr("Enter a day after they said so"));
    else if (where == "capacity")
        m_capacityBox->setError(tr("Say what was found, and what was decided in their best interests"));
    else if (where == "topics" && m_topicsError)
        m_topicsError->show();
    else if (where == "seen")
        lookAgain();
    else {
        m_problem->setText(words(error));
        m_problem->show();
    }
    if (FieldBox* wrong = firstWithError({m_wordsBox, m_onBox, m_reviewBox, m_endsBox, m_capacityBox}))
        wrong->editor()->setFocus();
}

}  // namespace holdfast::ui
