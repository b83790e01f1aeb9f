#include "person/record_form.h"

#include "domain/calendar.h"
#include "theme/theme.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

bool isEmpty(QWidget* editor)
{
    if (auto* choice = qobject_cast<Choice*>(editor))
        return choice->currentIndex() < 0 || choice->value().toString().isEmpty();
    if (auto* text = qobject_cast<QPlainTextEdit*>(editor))
        return text->toPlainText().trimmed().isEmpty();
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        return line->text().trimmed().isEmpty();
    return false;
}

}  // namespace

void goTo(FieldBox* box)
{
    box->editor()->setFocus();
    // Below the editor stands what to do; it has its place only when the form has been laid out again.
    QTimer::singleShot(0, box, [box] {
        for (QWidget* around = box->parentWidget(); around != nullptr; around = around->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(around))
                return area->ensureWidgetVisible(box);
    });
}

RecordForm::RecordForm(const Theme& theme, RecordContext context, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_context{std::move(context)},
      m_happenedOn{londonDate(m_context.now)},
      m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins({});
    m_column->setSpacing(theme.px(12));
}

void RecordForm::setHappenedOn(Date day)
{
    if (day == m_happenedOn)
        return;
    m_happenedOn = day;
    emit dayChanged();
}

FieldBox* RecordForm::add(const QString& label, QWidget* editor, const QString& hint)
{
    auto* box = new FieldBox{m_theme, label, editor, hint};
    m_column->addWidget(box);
    m_boxes << box;
    return box;
}

FieldBox* RecordForm::boxOf(QWidget* editor) const
{
    const auto found =
        std::find_if(m_boxes.begin(), m_boxes.end(), [&](const FieldBox* box) { return box->editor() == editor; });
    return found == m_boxes.end() ? nullptr : *found;
}

Choice* RecordForm::addChoice(const QString& label, const QList<std::pair<QString, QString>>& wordsAndValues)
{
    auto* choice = new Choice{label};
    for (const auto& [words, value] : wordsAndValues)
        choice->addChoice(words, value);
    choice->setPlaceholderText(tr("Choose"));
    choice->setCurrentIndex(wordsAndValues.size() == 1 ? 0 : -1);
    connect(choice, &QComboBox::currentIndexChanged, this, &RecordForm::changed);
    add(label, choice);
    return choice;
}

Choice* RecordForm::addNeed(const QString& label)
{
    auto* choice = addChoice(label, {{words(Need::mentalHealth), text(nameOf(Need::mentalHealth))},
                                     {words(Need::substanceUse), text(nameOf(Need::substanceUse))}});
    if (m_context.need)
        choice->setValueQuietly(text(nameOf(*m_context.need)));
    return choice;
}

Choice* RecordForm::addService(const QString& label, const ServiceId& chosen, bool mayBeEmpty)
{
    QList<std::pair<QString, QString>> services;
    if (mayBeEmpty)
        services.append({tr("No service"), QString{}});
    for (const auto& service : m_context.services)
        if (service.active || service.id == chosen)
            services.append({text(service.name), text(service.id.text())});
    auto* choice = addChoice(label, services);
    choice->setValueQuietly(text(chosen.text()));
    return choice;
}

Choice* RecordForm::addWorker(const QString& label, const WorkerId& chosen, const QString& nobody)
{
    QList<std::pair<QString, QString>> workers;
    if (!nobody.isEmpty())
        workers.append({nobody, QString{}});
    for (const auto& worker : m_context.workers) {
        if (!worker.active && worker.id != chosen)
            continue;
        const auto service = m_context.file.names.services.find(worker.service);
        const QString where = service == m_context.file.names.services.end() ? QString{} : text(service->second);
        workers.append(
            {where.isEmpty() ? text(worker.name) : tr("%1, %2").arg(text(worker.name), where), text(worker.id.text())});
    }
    auto* choice = addChoice(label, workers);
    if (chosen.empty())
        choice->setCurrentIndex(-1);  // also "nobody" is for somebody to say
    else
        choice->setValueQuietly(text(chosen.text()));
    return choice;
}

GrowingText* RecordForm::addText(const QString& label, const QString& hint, int lines)
{
    auto* editor = new GrowingText{m_theme, label, lines, lines + 4};
    connect(editor, &QPlainTextEdit::textChanged, this, &RecordForm::changed);
    add(label, editor, hint);
    return editor;
}

QLineEdit* RecordForm::addLine(const QString& label, const QString& hint)
{
    auto* editor = new QLineEdit;
    connect(editor, &QLineEdit::textChanged, this, &RecordForm::changed);
    add(label, editor, hint);
    return editor;
}

QLineEdit* RecordForm::addCompleted(const QString& label, const QString& hint, const QStringList& known)
{
    auto* editor = addLine(label, hint);
    auto* completer = new QCompleter{known, editor};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    editor->setCompleter(completer);
    return editor;
}

DayEdit* RecordForm::addDay(const QString& label, const QString& hint)
{
    auto* editor = new DayEdit{m_theme, label, londonDate(m_context.now)};
    connect(editor, &QLineEdit::textChanged, this, &RecordForm::changed);
    add(label, editor, hint.isEmpty() ? tr("Day, month, year") : hint);
    require(editor, [editor] { return editor->isReadable() ? QString{} : tr("Enter a day, like 27 Nov 2026"); });
    return editor;
}

QCheckBox* RecordForm::addTick(const QString& label)
{
    auto* tick = new QCheckBox{label};
    connect(tick, &QCheckBox::toggled, this, &RecordForm::changed);
    m_column->addWidget(tick);
    return tick;
}

void RecordForm::addNote(const QString& text)
{
    m_column->addWidget(new RunLabel{m_theme, Type::small, {{text, Color::ink3, 400}}});
}

void RecordForm::addPaperTick(const QString& label)
{
    if (app::authorise(m_context.me, app::Action::attachDocument))
        m_paper = addTick(label);
}

bool RecordForm::wantsPaper() const
{
    return m_paper && m_paper->isChecked() && !m_paper->isHidden();
}

void RecordForm::require(QWidget* editor, std::function<QString()> problem)
{
    m_checks.push_back({editor, std::move(problem)});
}

void RecordForm::requireAnswer(QWidget* editor, const QString& problem)
{
    require(editor, [editor, problem] { return isEmpty(editor) ? problem : QString{}; });
}

std::optional<EventBody> RecordForm::body() const
{
    for (const auto& check : m_checks)
        if (!check.editor->isHidden() && !check.problem().isEmpty())
            return std::nullopt;
    return m_produce();
}

bool RecordForm::showProblems()
{
    for (auto* box : m_boxes)
        box->setError({});
    for (const auto& check : m_checks)
        if (auto* box = boxOf(check.editor); box && !box->isHidden() && !box->hasError())
            box->setError(check.problem());
    if (auto* first = firstWithError(m_boxes)) {
        goTo(first);
        return false;
    }
    return body().has_value();
}

bool RecordForm::showProblemAt(const QString& pointer, const QString& problem)
{
    auto* box = boxOf(m_pointers.value(pointer));
    if (!box)
        return false;
    box->setError(problem);
    goTo(box);
    return true;
}

void RecordForm::setPointer(QWidget* editor, const QString& pointer)
{
    m_pointers.insert(pointer, editor);
}

void RecordForm::setWidgetVisible(QWidget* editor, bool visible)
{
    editor->setVisible(visible);
    if (auto* box = boxOf(editor))
        box->setVisible(visible);
}

void buildForm(RecordForm& form, RecordKind kind)
{
    switch (kind) {
    case RecordKind::contact: return buildContact(form);
    case RecordKind::attempt: return buildAttempt(form);
    case RecordKind::referral: return buildReferral(form);
    case RecordKind::challengeSent: return buildChallengeSent(form);
    case RecordKind::challengeAnswered: return buildChallengeAnswered(form);
    case RecordKind::challengeWithdrawn: return buildChallengeWithdrawn(form);
    case RecordKind::stepHandedOn: return buildStepHandedOn(form);
    case RecordKind::handover: return buildHandover(form);
    case RecordKind::worker: return buildWorker(form);
    case RecordKind::personDeclined: return buildPersonDeclined(form);
    case RecordKind::aftercare: return buildAftercare(form);
    case RecordKind::mdt: return buildMdt(form);
    case RecordKind::closure: return buildClosure(form);
    case RecordKind::reopen: return buildReopen(form);
    case RecordKind::secondLook: return buildSecondLook(form);
    case RecordKind::enteredInError: return buildEnteredInError(form);
    case RecordKind::died: return buildDied(form);
    case RecordKind::reasonInWriting: return buildReasonInWriting(form);
    case RecordKind::protocol: return buildProtocol(form);
    case RecordKind::secondOpinion: return buildSecondOpinion(form);
    case RecordKind::feedback: return buildFeedback(form);
    case RecordKind::checkIn: return buildCheckIn(form);
    case RecordKind::goodExperience: return buildGoodExperience(form);
    case RecordKind::cost: return buildCost(form);
    }
}

}  // namespace holdfast::ui
