#include "assessment/safety_section.h"

#include "theme/theme.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/assessment_words.h"
#include "words/codes.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {

SafetySection::SafetySection(const Theme& theme, Date today, QWidget* parent)
    : FormSection{theme, Step::safety, parent}, m_today{today}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(8));
    auto* top = new QHBoxLayout;
    top->addLayout(heading(tr("Risk, looked at together"), tr("Each answer counts for both services")), 1);
    m_needed = new Tag{theme, {}, this};
    top->addWidget(m_needed);
    column->addLayout(top);

    auto* fields = new QWidget{this};
    auto* grid = new ColumnsLayout{theme, 168, 4, fields};
    column->addWidget(fields);
    for (const auto& fact : safetyWords())
        m_facts.push_back(factField(*grid, fact.fact, fact.label, fact.icon, fact.hint));

    m_others = new QLineEdit{fields};
    m_others->setPlaceholderText(tr("Who lives there, who is cared for"));
    auto* others =
        new FieldBox{theme, tr("Adults and children"), m_others, tr("Any worry about their safety?"), fields};
    others->setLabelIcon(QStringLiteral("people"));
    addField(QStringLiteral("adults_and_children"), others);
    grid->addWidget(others);
    m_planReviewed = new DayEdit{theme, tr("Safety plan reviewed"), today, fields};
    m_planField = new FieldBox{theme, tr("Safety plan reviewed"), m_planReviewed, tr("With the person"), fields};
    m_planField->setLabelIcon(QStringLiteral("note"));
    addField(QStringLiteral("safety_plan_reviewed"), m_planField);
    grid->addWidget(m_planField);

    connect(m_others, &QLineEdit::textChanged, this, &FormSection::changed);
    connect(m_planReviewed, &QLineEdit::textChanged, this, &FormSection::changed);
    connect(m_planReviewed, &QLineEdit::editingFinished, this, [this] { m_planField->setError(dateProblem()); });
    setNeeded(0);
}

SafetySection::FactField SafetySection::factField(QLayout& into, SafetyFact fact, const QString& label,
                                                  const QString& icon, const QString& hint)
{
    FactField made{fact, nullptr, nullptr, nullptr, hint};
    auto* editor = new QWidget{into.parentWidget()};
    auto* column = new QVBoxLayout{editor};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    made.choice = new Choice{label, editor};
    made.choice->addChoice(tr("Not asked yet"), 0);
    made.choice->addChoice(tr("Yes"), 1);
    made.choice->addChoice(tr("No"), 2);
    made.note = new QLineEdit{editor};
    made.note->setAccessibleName(tr("%1: in words").arg(label));
    made.note->setPlaceholderText(hint);
    column->addWidget(made.choice);
    column->addWidget(made.note);
    editor->setFocusProxy(made.choice);
    made.box = new FieldBox{theme(), label, editor, {}, into.parentWidget()};
    made.box->setLabelIcon(icon);
    into.addWidget(made.box);
    addField(QStringLiteral("safety.%1").arg(text(nameOf(fact))), made.box);
    connect(made.choice, &QComboBox::currentIndexChanged, this, [this, box = made.box] {
        box->setError({});
        refreshDue();
        emit changed();
    });
    connect(made.note, &QLineEdit::textChanged, this, &FormSection::changed);
    return made;
}

void SafetySection::fill(const record::AssessmentForm& form)
{
    const QSignalBlocker quiet{this};
    for (const auto& field : m_facts) {
        const auto& fact = factOf(form.safety, field.fact);
        field.choice->setValueQuietly(fact ? (*fact ? 1 : 2) : 0);
        field.box->setError({});
        const auto note = form.safetyNotes.find(std::string{nameOf(field.fact)});
        setLine(*field.note, note == form.safetyNotes.end() ? QString{} : text(note->second));
    }
    setLine(*m_others, text(form.adultsAndChildren));
    if (m_planReviewed->day() != form.safetyPlanReviewed)
        m_planReviewed->setDayQuietly(form.safetyPlanReviewed);
    refreshDue();
}

void SafetySection::collect(record::AssessmentForm& form) const
{
    for (const auto& field : m_facts) {
        const int answer = field.choice->value().toInt();
        factOf(form.safety, field.fact) = answer == 0 ? std::nullopt : std::optional{answer == 1};
        const std::string key{nameOf(field.fact)};
        if (auto note = typed(field.note->text()); !note.empty())
            form.safetyNotes[key] = std::move(note);
        else
            form.safetyNotes.erase(key);
    }
    form.adultsAndChildren = typed(m_others->text());
    form.safetyPlanReviewed = m_planReviewed->day();
}

QWidget* SafetySection::firstStop() const
{
    for (const auto& field : m_facts)
        if (field.choice->value().toInt() == 0)
            return field.choice;
    return m_facts.front().choice;
}

void SafetySection::setSuicidalThoughtsDue(bool due)
{
    if (m_due == due)
        return;
    m_due = due;
    refreshDue();
    if (due && m_facts.front().choice->value().toInt() == 0)
        emit suicidalThoughtsOpened();
}

void SafetySection::refreshDue()
{
    if (m_facts.empty())
        return;
    const auto& thoughts = m_facts.front();
    const bool open = m_due && thoughts.choice->value().toInt() == 0;
    thoughts.box->setHint(open ? tr("A form's item about harm is above 0. Ask directly now.") : QString{});
    if (open)
        thoughts.box->setError(missingWords("safety.suicidal_thoughts"));
}

void SafetySection::remindOfThoughts()
{
    refreshDue();
}

void SafetySection::setNeeded(int answers)
{
    TagLook look;
    look.role = Role::late;
    look.icon = QStringLiteral("alert");
    look.text = answers == 1 ? tr("1 answer needed") : tr("%1 answers needed").arg(answers);
    m_needed->setLook(look);
    m_needed->setVisible(answers > 0);
}

QString SafetySection::dateProblem() const
{
    if (!m_planReviewed->isReadable())
        return tr("Enter a date like 18 Nov 2026");
    if (m_planReviewed->day() && *m_planReviewed->day() > m_today)
        return tr("This is still to come. Enter the day it was reviewed");
    return {};
}

}  // namespace holdfast::ui
