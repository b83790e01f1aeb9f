#include "assessment/together_section.h"

#include "theme/theme.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/assessment_words.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace holdfast::ui {

TogetherSection::TogetherSection(const Theme& theme, QWidget* parent) : FormSection{theme, Step::twoNeeds, parent}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(8));
    column->addLayout(heading(tr("How the two belong together")));

    auto* fields = new QWidget{this};
    auto* grid = new ColumnsLayout{theme, 300, 2, fields};
    column->addWidget(fields);
    m_whatUseDoes = words(*grid, tr("What use does for the person"), tr("Sleep, calm, company, getting through work"),
                          QStringLiteral("what_use_does"));
    m_lifeEvents = words(*grid, tr("Life events"), tr("Losses, moves, separation, what made it better or worse"),
                         QStringLiteral("life_events"));
    m_trauma = prompt(*grid, tr("Trauma"), tr("What they chose to say"), tr("They need not tell the story again."));
    m_domesticAbuse = prompt(*grid, tr("Domestic abuse"), tr("What they chose to say"),
                             tr("Ask only when the person is alone. Keep it out of letters."));
    m_cameFirst = new Choice{tr("Which came first"), fields};
    for (const auto value : {record::CameFirst::notAsked, record::CameFirst::mentalHealth,
                             record::CameFirst::substanceUse, record::CameFirst::together, record::CameFirst::notSure})
        m_cameFirst->addChoice(ui::words(value), static_cast<int>(value));
    auto* first = new FieldBox{theme, tr("Which came first"), m_cameFirst,
                               tr("Part of the story. It never decides a route."), fields};
    grid->addWidget(first);
    addField(QStringLiteral("came_first"), first);

    m_askedBoth = new QCheckBox{tr("Both needs were asked about, whoever asked first"), this};
    auto* both = new FieldBox{theme, tr("Asked about both"), m_askedBoth, {}, fields};
    grid->addWidget(both);
    addField(QStringLiteral("asked_about_both"), both);

    column->addWidget(new RunLabel{
        theme,
        Type::small,
        {{tr("Most people need both asked about. "), Color::ink2, 600},
         {tr("National figures: 70% of people in treatment for drugs and 86% in treatment for alcohol also had a "
             "mental health need. These count people already in community treatment, not everybody."),
          Color::ink3}},
        this});

    connect(m_cameFirst, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    connect(m_askedBoth, &QCheckBox::toggled, this, &FormSection::changed);
}

GrowingText* TogetherSection::words(QLayout& into, const QString& label, const QString& placeholder,
                                    const QString& name)
{
    auto* edit = new GrowingText{theme(), label, 2, 8, into.parentWidget()};
    edit->setPlaceholderText(placeholder);
    connect(edit, &QPlainTextEdit::textChanged, this, &FormSection::changed);
    auto* field = new FieldBox{theme(), label, edit, {}, into.parentWidget()};
    addField(name, field);
    into.addWidget(field);
    return edit;
}

TogetherSection::PromptField TogetherSection::prompt(QLayout& into, const QString& label, const QString& placeholder,
                                                     const QString& hint)
{
    PromptField made;
    auto* box = new QWidget{into.parentWidget()};
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    made.asked = new QCheckBox{tr("Asked"), box};
    made.asked->setAccessibleName(tr("%1: asked").arg(label));
    made.answer = new GrowingText{theme(), label, 1, 6, box};
    made.answer->setPlaceholderText(placeholder);
    column->addWidget(made.asked);
    column->addWidget(made.answer);
    box->setFocusProxy(made.asked);
    auto* field = new FieldBox{theme(), label, box, hint, into.parentWidget()};
    into.addWidget(field);
    connect(made.asked, &QCheckBox::toggled, this, &FormSection::changed);
    // Words are only there when it was asked.
    connect(made.answer, &QPlainTextEdit::textChanged, this, [this, made] {
        if (!made.answer->toPlainText().trimmed().isEmpty())
            made.asked->setChecked(true);
        emit changed();
    });
    return made;
}

void TogetherSection::fill(const record::AssessmentForm& form)
{
    const QSignalBlocker quiet{this};
    m_whatUseDoes->setTextQuietly(text(form.whatUseDoes));
    m_cameFirst->setValueQuietly(static_cast<int>(form.cameFirst));
    m_lifeEvents->setTextQuietly(text(form.lifeEvents));
    m_trauma.answer->setTextQuietly(text(form.trauma.answer));
    m_trauma.asked->setChecked(form.trauma.asked);
    m_domesticAbuse.answer->setTextQuietly(text(form.domesticAbuse.answer));
    m_domesticAbuse.asked->setChecked(form.domesticAbuse.asked);
    m_askedBoth->setChecked(form.askedAboutBoth);
}

void TogetherSection::collect(record::AssessmentForm& form) const
{
    form.whatUseDoes = typed(m_whatUseDoes->toPlainText());
    form.cameFirst = static_cast<record::CameFirst>(m_cameFirst->value().toInt());
    form.lifeEvents = typed(m_lifeEvents->toPlainText());
    form.trauma = {m_trauma.asked->isChecked(), typed(m_trauma.answer->toPlainText())};
    form.domesticAbuse = {m_domesticAbuse.asked->isChecked(), typed(m_domesticAbuse.answer->toPlainText())};
    form.askedAboutBoth = m_askedBoth->isChecked();
}

QWidget* TogetherSection::firstStop() const
{
    return m_whatUseDoes;
}

}  // namespace holdfast::ui
