#include "drafts/cut_off_card.h"

#include "drafts/kept_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::size_t mostLines = 3;

QString lineOf(const app::CutOff& what, Instant now)
{
    const QString kind = draftKindWords(what.kind);
    const QString about = what.personName.empty() ? kind : CutOffCard::tr("%1, %2").arg(kind, text(what.personName));
    const QString when = dayAndClockWords(what.at, now);
    return what.overtaken ? CutOffCard::tr("Not settled with a colleague: %1 (%2).").arg(about, when)
                          : CutOffCard::tr("Cut off while you were writing: %1 (%2).").arg(about, when);
}

}  // namespace

CutOffCard::CutOffCard(const Theme& theme, const std::vector<app::CutOff>& cutOff, Instant now, QWidget* parent)
    : Card{theme, parent}
{
    setObjectName(QStringLiteral("cutOffCard"));
    setAccessibleName(tr("What you were writing when Holdfast stopped"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    column->setSpacing(theme.px(4));
    for (std::size_t i = 0; i < std::min(cutOff.size(), mostLines); ++i) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.px(10));
        row->addWidget(new IconLabel{theme, QStringLiteral("undo"), Color::ink2, 16}, 0, Qt::AlignVCenter);
        const QString line = lineOf(cutOff[i], now);
        row->addWidget(new RunLabel{theme, Type::dense, {{line, Color::ink}}}, 1);
        auto* look = new Button{theme, tr("Look at it")};
        look->setAccessibleName(tr("Look at it: %1").arg(line));
        connect(look, &QAbstractButton::clicked, this, [this, what = cutOff[i]] { emit opened(what); });
        row->addWidget(look);
        column->addLayout(row);
    }
    if (cutOff.size() > mostLines)
        column->addWidget(
            plainLabel(tr("And %1 more; each is offered when you open it.").arg(cutOff.size() - mostLines), Type::small,
                       Color::ink3));
}

}  // namespace holdfast::ui
