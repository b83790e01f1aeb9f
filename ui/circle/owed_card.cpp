#include "circle/owed_card.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr std::size_t shown = 4;

}  // namespace

OwedCard::OwedCard(const Theme& theme, const std::vector<app::OwedCall>& owed, Date today, QWidget* parent)
    : Card{theme, parent}
{
    setObjectName(QStringLiteral("owedCard"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, theme.px(12), 1, theme.px(8));
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(15), 0, theme.px(15), theme.px(8));
    head->addWidget(strongLabel(tr("Carers to ring back"), Type::h3), 1);
    head->addWidget(plainLabel(QString::number(owed.size()), Type::small, Color::ink2));
    column->addLayout(head);
    for (std::size_t i = 0; i < std::min(shown, owed.size()); ++i) {
        const app::OwedCall& each = owed[i];
        const bool late = each.call.owed->by < today;
        const QString by = late ? tr("was due %1").arg(shortDayWords(each.call.owed->by, today))
                                : tr("by %1").arg(dayWords(each.call.owed->by, today));
        auto* row = new WorkRow{theme};
        row->setFirst(i == 0);
        auto* across = new QHBoxLayout{row};
        across->setContentsMargins(theme.px(12), theme.px(7), theme.px(12), theme.px(7));
        across->setSpacing(theme.px(10));
        across->addWidget(new IconLabel{theme, QStringLiteral("carer"), late ? Color::late : Color::ink2}, 0,
                          Qt::AlignTop);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(theme.px(1));
        texts->addWidget(
            new RunLabel{theme,
                         Type::dense,
                         {{text(each.carerName), Color::ink, 600},
                          {QStringLiteral("  ") + by, late ? Color::late : Color::ink2, late ? 600 : 400}}});
        QString detail = tr("about %1").arg(text(each.personName));
        if (!each.call.owed->about.empty())
            detail += QStringLiteral(": ") + text(each.call.owed->about);
        if (!each.phone.empty())
            detail += QStringLiteral(" \u00b7 ") + text(each.phone);
        texts->addWidget(new RunLabel{theme, Type::small, {{detail, Color::ink2}}});
        across->addLayout(texts, 1);
        auto* done = new Button{theme, {}, ButtonKind::secondary, QStringLiteral("check"), ButtonSize::small};
        done->setObjectName(QStringLiteral("owedDone"));
        done->setAccessibleName(tr("%1 was rung back").arg(text(each.carerName)));
        done->setToolTip(plainToolTip(done->accessibleName()));
        connect(done, &QPushButton::clicked, this,
                [this, person = each.call.person, id = each.call.id] { emit rungBack(person, id); });
        across->addWidget(done, 0, Qt::AlignTop);
        row->setAccessibleName(tr("Ring %1 back, %2, %3").arg(text(each.carerName), by, detail));
        connect(row, &WorkRow::activated, this, [this, person = each.call.person] { emit personActivated(person); });
        column->addWidget(row);
    }
    if (owed.size() > shown) {
        auto* more = plainLabel(tr("And %1 later.").arg(owed.size() - shown), Type::small, Color::ink2);
        more->setContentsMargins(theme.px(15), theme.px(4), theme.px(15), 0);
        column->addWidget(more);
    }
}

}  // namespace holdfast::ui
