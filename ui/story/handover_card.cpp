#include "story/handover_card.h"

#include "story/story_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

namespace holdfast::ui {

HandoverCard::HandoverCard(const Theme& theme, const app::HandoverLines& lines, const WorkerId& me, Instant now,
                           QWidget* parent)
    : Card{theme, parent}
{
    setObjectName(QStringLiteral("handoverCard"));
    setAccessibleName(tr("Handover packs that wait"));
    setRole(Role::joint, Spine::left);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(8));
    column->setSpacing(theme.px(4));
    for (const app::HandoverLine& each : lines.lines) {
        const HandoverPack& pack = each.record.pack;
        const bool mine = pack.to == me;
        const QString when = recordedWords(pack.writtenAt, now);
        const QString line = mine ? tr("%1 hands %2 over to you. It waits for you to agree (%3).")
                                        .arg(workerNamed(pack.from, lines.names), text(each.personName), when)
                                  : tr("You hand %1 over to %2, who has not agreed yet (%3).")
                                        .arg(text(each.personName), workerNamed(pack.to, lines.names), when);
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.px(10));
        row->addWidget(new IconLabel{theme, QStringLiteral("people"), Color::joint, 16}, 0, Qt::AlignVCenter);
        row->addWidget(new RunLabel{theme, Type::dense, {{line, Color::ink}}}, 1);
        auto* open = new Button{theme, mine ? tr("Read it and agree") : tr("Look at it"),
                                mine ? ButtonKind::primary : ButtonKind::secondary};
        open->setObjectName(QStringLiteral("handoverOpen"));
        open->setAccessibleName(tr("%1: %2").arg(open->text(), line));
        connect(open, &QAbstractButton::clicked, this,
                [this, person = pack.person, id = pack.id] { emit opened(person, id); });
        row->addWidget(open);
        column->addLayout(row);
    }
}

}  // namespace holdfast::ui
