#include "response/reply_safety.h"

#include "theme/theme.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/assessment_words.h"
#include "words/events.h"

#include <QVBoxLayout>

namespace holdfast::ui {

ReplySafety::ReplySafety(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(strongLabel(tr("Safety now"), Type::dense, Color::ink, this));
    m_known = new RunLabel{theme, Type::small, {}, this};
    column->addWidget(m_known);
    auto* fields = new QWidget{this};
    auto* grid = new ColumnsLayout{theme, 150, 2, fields};
    column->addWidget(fields);
    for (const auto& fact : safetyWords()) {
        auto* choice = new Choice{fact.label, fields};
        choice->addChoice(tr("No news"), 0);
        choice->addChoice(tr("Yes"), 1);
        choice->addChoice(tr("No"), 2);
        auto* field = new FieldBox{theme, fact.label, choice, {}, fields};
        field->setLabelIcon(fact.icon);
        grid->addWidget(field);
        m_choices.emplace_back(fact.fact, choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &ReplySafety::changed);
    }
    setKnown({});
}

void ReplySafety::setKnown(const SafetyFacts& known)
{
    const QStringList current = currentSafety(known);
    if (current.isEmpty())
        m_known->setText(tr("Nothing on record says there is danger now. Not asked is not the same as no."),
                         Color::ink3);
    else
        m_known->setRuns(
            {{tr("On record now: "), Color::late, 600}, {current.join(QStringLiteral(", ")), Color::late}});
}

SafetyFacts ReplySafety::facts() const
{
    SafetyFacts facts;
    for (const auto& [fact, choice] : m_choices)
        if (const int answer = choice->value().toInt(); answer != 0)
            factOf(facts, fact) = answer == 1;
    return facts;
}

}  // namespace holdfast::ui
