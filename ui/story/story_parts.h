// The card and the line that the Story tab is made of.
#pragma once

#include "theme/theme.h"
#include "widgets/cards.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui {

inline QVBoxLayout* storyColumn(Card& card, const Theme& theme, const QString& title)
{
    auto* column = new QVBoxLayout{&card};
    column->setContentsMargins(theme.px(18), theme.px(12), theme.px(16), theme.px(14));
    column->setSpacing(theme.px(6));
    column->addWidget(strongLabel(title, Type::h3));
    return column;
}

inline RunLabel* storyLine(const Theme& theme, const QString& words, Type type = Type::dense, Color tone = Color::ink)
{
    auto* label = new RunLabel{theme, type};
    label->setText(words, tone);
    return label;
}

}  // namespace holdfast::ui
