#include "person/why_sheet.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/text.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace holdfast::ui {

WhySheet::WhySheet(const Theme& theme, const QString& title, const std::vector<WhyPart>& parts, const QString& policy,
                   QWidget& window)
    : DialogSheet{theme, tr("Why"), 680, window}
{
    setObjectName(QStringLiteral("whySheet"));
    setSubtitle(title);
    auto* column = addColumn(10);
    if (parts.empty())
        column->addWidget(new RunLabel{
            theme, Type::body, {{tr("No rule has fired here yet. It is as somebody wrote it down."), Color::ink2}}});
    for (const WhyPart& part : parts)
        column->addWidget(partCard(part));
    column->addWidget(new RunLabel{
        theme,
        Type::small,
        {{tr("In force now: %1. What was decided earlier is explained by the policy of its day.").arg(policy),
          Color::ink3}}});
    column->addStretch(1);
    footer()->addStretch(1);
    auto* close = addPrimary(tr("Close"));
    connect(close, &Button::clicked, this, &QDialog::accept);
}

QWidget* WhySheet::partCard(const WhyPart& part)
{
    auto* card = new Card{theme()};
    card->setObjectName(QStringLiteral("whyPart"));
    auto* column = new QVBoxLayout{card};
    const int pad = theme().size(Size::cardPadding);
    column->setContentsMargins(pad, theme().px(10), pad, theme().px(10));
    column->setSpacing(theme().px(4));
    column->addWidget(new RunLabel{
        theme(), Type::small, {{part.when.isEmpty() ? tr("What is to do now") : part.when, Color::ink3, 600}}});
    auto* sentence = new RunLabel{theme(), Type::body, {{part.sentence, Color::ink, 500}}};
    sentence->setObjectName(QStringLiteral("whySentence"));
    column->addWidget(sentence);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme().px(12));
    grid->setVerticalSpacing(theme().px(2));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : part.facts) {
        if (value.isEmpty())
            continue;
        grid->addWidget(plainLabel(name, Type::small, Color::ink3), row, 0, Qt::AlignTop);
        grid->addWidget(new RunLabel{theme(), Type::small, {{value, Color::ink2}}}, row++, 1);
    }
    column->addLayout(grid);
    auto* rule =
        new RunLabel{theme(), Type::small, {{tr("Rule %1, policy %2").arg(part.rule, part.policy), Color::ink3}}};
    rule->setObjectName(QStringLiteral("whyRule"));
    column->addWidget(rule);
    card->setAccessibleName(QStringLiteral("%1. %2").arg(part.when, part.sentence));
    return card;
}

}  // namespace holdfast::ui
