#include "person/record_sheet.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "kindwords/guidance_sheet.h"
#include "kindwords/own_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/assessment_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

constexpr int settleMilliseconds = 300;
constexpr int sheetWidth = 640;
constexpr int mostChangeLines = 6;

/// Kinds in which what was said, and facts that bear on safety, may be learned.
bool takesWords(RecordKind kind)
{
    switch (kind) {
    case RecordKind::contact:
    case RecordKind::attempt:
    case RecordKind::challengeAnswered:
    case RecordKind::personDeclined:
    case RecordKind::reasonInWriting:
    case RecordKind::secondOpinion:
    case RecordKind::feedback:
    case RecordKind::checkIn:
    case RecordKind::goodExperience:
    case RecordKind::cost: return true;
    case RecordKind::protocol:
    case RecordKind::referral:
    case RecordKind::challengeSent:
    case RecordKind::challengeWithdrawn:
    case RecordKind::stepHandedOn:
    case RecordKind::handover:
    case RecordKind::worker:
    case RecordKind::aftercare:
    case RecordKind::mdt:
    case RecordKind::closure:
    case RecordKind::reopen:
    case RecordKind::secondLook:
    case RecordKind::enteredInError:
    case RecordKind::died: return false;
    }
    return false;
}

bool takesSafety(RecordKind kind)
{
    return kind == RecordKind::contact || kind == RecordKind::attempt || kind == RecordKind::personDeclined ||
           kind == RecordKind::checkIn;
}

QString wordsLabel(RecordKind kind)
{
    if (kind == RecordKind::reasonInWriting)
        return RecordSheet::tr("Their reason, in their own words");
    if (kind == RecordKind::secondOpinion)
        return RecordSheet::tr("What was asked");
    return RecordSheet::tr("What was said");
}

}  // namespace

QStringList changeLines(const app::RecordOutcome& outcome, Instant now)
{
    QStringList lines;
    for (const auto& change : outcome.changed)
        if (const QString line = changeWords(change, outcome.names); !line.isEmpty() && !lines.contains(line))
            lines << line;
    while (lines.size() > mostChangeLines)
        lines.removeLast();
    if (!outcome.after.nextActions.empty()) {
        const auto& next = outcome.after.nextActions.front();
        lines << RecordSheet::tr("Then: %1, by %2").arg(actionWords(next.what), momentWords(next.due, now));
    }
    return lines;
}

RecordSheet::RecordSheet(Theme& theme, Desk& desk, RecordKind kind, RecordContext context, QWidget& window)
    : DialogSheet{theme, recordTitle(kind), sheetWidth, window},
      m_theme{theme},
      m_desk{desk},
      m_kind{kind},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("recordSheet"));
    setSubtitle(text(displayName(context.file.person)));
    if (kind == RecordKind::attempt || kind == RecordKind::reasonInWriting || kind == RecordKind::secondOpinion) {
        auto* guidance =
            new Button{theme, tr("Guidance"), ButtonKind::link, QStringLiteral("guidance"), ButtonSize::small};
        guidance->setObjectName(QStringLiteral("guidance"));
        connect(guidance, &QAbstractButton::clicked, this,
                [this] { openGuidance(m_theme, GuidancePlace::refusal, NeedScope::both, *this); });
        addHeaderWidget(guidance);
    }
    auto* column = addColumn(12);
    m_conflict = new Banner{theme, Banner::Kind::caution};
    m_conflict->setText(tr("Someone else recorded something first."), tr("Nothing you typed is lost."));
    m_conflict->setAction(tr("Load their change"));
    m_conflict->hide();
    m_stop = new Banner{theme, Banner::Kind::stop};
    m_stop->hide();
    column->addWidget(m_conflict);
    column->addWidget(m_stop);

    m_form = new RecordForm{theme, std::move(context)};
    buildForm(*m_form, kind);
    column->addWidget(m_form);
    if (takesWords(kind)) {
        m_words = new GrowingText{theme, wordsLabel(kind), 2, 6};
        if (kind == RecordKind::reasonInWriting)
            holdsOwnWords(*m_words);
        m_wordsBox = new FieldBox{theme, wordsLabel(kind), m_words, tr("Kept exactly as you write it")};
        column->addWidget(m_wordsBox);
        connect(m_words, &QPlainTextEdit::textChanged, this, &RecordSheet::typed);
    }
    addWhen(*column);
    if (takesSafety(kind))
        addSafety(*column);
    addPreview(*column);
    column->addStretch();

    addCancel(tr("Cancel"));
    m_primary = addPrimary(recordPrimary(kind));
    connect(m_primary, &QPushButton::clicked, this, &RecordSheet::save);
    connect(m_conflict, &Banner::actionTriggered, this, &RecordSheet::loadTheirChange);
    connect(m_form, &RecordForm::changed, this, &RecordSheet::typed);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &RecordSheet::askPreview);
    m_settle.start();
}

void RecordSheet::addWhen(QVBoxLayout& column)
{
    const Instant now = m_form->context().now;
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    m_day = new DayEdit{m_theme, tr("Day it happened"), londonDate(now)};
    m_day->setObjectName(QStringLiteral("happenedOn"));
    m_day->setDayQuietly(londonDate(now));
    m_time = new QLineEdit{timeWords(now)};
    m_dayBox = new FieldBox{m_theme, tr("When it happened"), m_day, tr("Last week's letter may be entered today")};
    m_timeBox = new FieldBox{m_theme, tr("Time"), m_time, tr("24 hours, like 17:30")};
    row->addWidget(m_dayBox, 2);
    row->addWidget(m_timeBox, 1);
    column.addLayout(row);
    for (QLineEdit* editor : {static_cast<QLineEdit*>(m_day), m_time})
        connect(editor, &QLineEdit::textChanged, this, [this] {
            m_whenTouched = true;
            if (const auto day = m_day->day())
                m_form->setHappenedOn(*day);
            typed();
        });
}

void RecordSheet::addSafety(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("Anything new about safety"), Type::dense));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(12));
    const auto facts = safetyWords();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto* choice = new Choice{facts[i].label};
        choice->addChoice(tr("Nothing new"), QString{});
        choice->addChoice(tr("Yes"), QStringLiteral("yes"));
        choice->addChoice(tr("Asked, and no"), QStringLiteral("no"));
        choice->setCurrentIndex(0);
        connect(choice, &QComboBox::currentIndexChanged, this, &RecordSheet::typed);
        grid->addWidget(new FieldBox{m_theme, facts[i].label, choice}, static_cast<int>(i / 2),
                        static_cast<int>(i % 2));
        m_safety.emplace_back(static_cast<int>(i), choice);
    }
    column.addLayout(grid);
}

void RecordSheet::addPreview(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("What this changes"), Type::dense));
    m_preview = new RunLabel{m_theme, Type::dense};
    m_preview->setObjectName(QStringLiteral("previewText"));
    m_preview->setText(tr("Answer the questions above to see it."), Color::ink3);
    column.addWidget(m_preview);
}

std::optional<Instant> RecordSheet::when() const
{
    if (!m_whenTouched)
        return m_desk.clock().now();
    const auto minutes = readTime(m_time->text());
    if (!m_day->day() || !minutes)
        return std::nullopt;
    const Instant at = londonInstant(*m_day->day(), std::chrono::minutes{*minutes});
    return at <= m_desk.clock().now() ? std::optional{at} : std::nullopt;
}

bool RecordSheet::whenIsFine()
{
    m_dayBox->setError(m_day->day() ? QString{} : tr("Enter the day it happened"));
    m_timeBox->setError(readTime(m_time->text()) ? QString{} : tr("Enter the time, like 17:30"));
    if (m_dayBox->hasError() || m_timeBox->hasError())
        return false;
    if (when())
        return true;
    m_dayBox->setError(tr("This is still to come. Enter when it happened"));
    m_day->setFocus();
    return false;
}

/// What is missing from the words; nothing when they are there or may stay empty.
QString RecordSheet::wordsProblem() const
{
    return m_words && m_words->toPlainText().trimmed().isEmpty() ? m_form->wordsProblem() : QString{};
}

bool RecordSheet::wordsAreFine()
{
    if (!m_wordsBox)
        return true;
    const QString problem = wordsProblem();
    m_wordsBox->setError(problem);
    if (!problem.isEmpty())
        goTo(m_wordsBox);
    return problem.isEmpty();
}

std::optional<app::RecordInput> RecordSheet::input() const
{
    const auto body = m_form->body();
    const auto at = when();
    if (!body || !at || !wordsProblem().isEmpty())
        return std::nullopt;
    app::RecordInput input;
    input.person = m_form->context().file.person.id;
    input.seenVersion = m_form->context().file.version;
    input.command = m_command;
    input.at = *at;
    input.body = *body;
    if (m_words)
        input.words = m_words->toPlainText().trimmed().toStdString();
    const auto facts = safetyWords();
    for (const auto& [index, choice] : m_safety)
        if (const QString answer = choice->value().toString(); !answer.isEmpty())
            factOf(input.safety, facts[static_cast<std::size_t>(index)].fact) = answer == QStringLiteral("yes");
    return input;
}

void RecordSheet::typed()
{
    setUnsaved(true);
    ++m_generation;
    m_settle.start();
}

void RecordSheet::askPreview()
{
    const auto wanted = input();
    if (!wanted) {
        m_preview->setText(tr("Answer the questions above to see it."), Color::ink3);
        return;
    }
    m_desk.ask(
        this,
        [input = *wanted](UseCases& use, const app::Session& session) { return use.cases.preview(session, input); },
        [this, generation = m_generation](const Result<app::RecordOutcome>& outcome) {
            if (generation == m_generation)
                showPreview(outcome);
        });
}

void RecordSheet::showPreview(const Result<app::RecordOutcome>& outcome)
{
    if (!outcome) {
        m_preview->setText(outcome.error().code == ErrorCode::conflict ? tr("Load their change to see it.")
                                                                       : refusalWords(outcome.error()),
                           Color::ink2);
        m_conflict->setVisible(outcome.error().code == ErrorCode::conflict);
        return;
    }
    const QStringList lines = changeLines(*outcome, m_desk.clock().now());
    QString shown = lines.isEmpty() ? tr("Who holds what stays the same. It is kept in the history.")
                                    : lines.join(QLatin1Char('\n'));
    if (outcome->late)
        shown.prepend(tr("Entered late: everything since then is worked out again.") + QLatin1Char('\n'));
    m_preview->setText(shown, Color::ink);
}

void RecordSheet::save()
{
    m_stop->hide();
    if (!m_form->showProblems() || !wordsAreFine() || !whenIsFine())
        return;
    const auto wanted = input();
    if (!wanted)
        return;
    m_primary->setBusy(true);
    m_desk.ask(
        this,
        [input = *wanted](UseCases& use, const app::Session& session) { return use.cases.record(session, input); },
        [this](const Result<app::RecordOutcome>& outcome) {
            m_primary->setBusy(false);
            answered(outcome);
        });
}

void RecordSheet::answered(const Result<app::RecordOutcome>& outcome)
{
    if (!outcome)
        return explain(outcome.error());
    setUnsaved(false);
    emit recorded(*outcome);
    accept();
}

void RecordSheet::explain(const Error& error)
{
    if (error.code == ErrorCode::conflict) {
        m_conflict->show();
        return;
    }
    const QString why = refusalWords(error);
    if (error.code == ErrorCode::invalid && m_form->showProblemAt(text(error.where), why))
        return;
    m_stop->setText(why);
    m_stop->show();
}

void RecordSheet::loadTheirChange()
{
    m_desk.ask(
        this,
        [person = m_form->context().file.person.id](UseCases& use, const app::Session& session) {
            return use.cases.open(session, person);
        },
        [this](const Result<app::CaseFile>& file) {
            if (!file)
                return explain(file.error());
            const auto before = m_form->context().file.version;
            m_form->setFile(*file);
            m_conflict->hide();
            if (file->version > before && !file->history.empty())
                m_preview->setText(tr("Their change: %1").arg(describe(file->history.back().event, file->names).title));
            m_settle.start();
        });
}

}  // namespace holdfast::ui
