#include "notes/unread_notes.h"

#include "notes/note_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::size_t shownOnCard = 3;

/// Whom it is about, by whom it is and when; pressing it opens the note.
WorkRow* rowOf(const Theme& theme, const app::UnreadNotes::Line& line, const app::NameBook& names, Instant now)
{
    auto* row = new WorkRow{theme};
    auto* across = new QHBoxLayout{row};
    across->setContentsMargins(theme.px(12), theme.px(7), theme.px(12), theme.px(7));
    across->setSpacing(theme.px(10));
    across->addWidget(new IconLabel{theme, noteIcon(line.note.kind), Color::ink2}, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme.px(1));
    const QString person = text(line.personName);
    const QString detail = QStringLiteral("%1%2 · %3 · %4")
                               .arg(words(line.note.kind), line.amended ? UnreadCard::tr(", amended") : QString{},
                                    workerName(line.note.author, names), recordedWords(line.note.writtenAt, now));
    texts->addWidget(new RunLabel{theme, Type::dense, {{person, Color::ink, 600}}});
    texts->addWidget(new RunLabel{theme, Type::small, {{detail, Color::ink2, 400}}});
    across->addLayout(texts, 1);
    row->setAccessibleName(UnreadCard::tr("Unread note about %1. %2").arg(person, detail));
    return row;
}

QString countWords(const app::UnreadNotes& unread)
{
    const int count = static_cast<int>(unread.lines.size());
    return unread.more ? UnreadCard::tr("more than %1").arg(count) : QString::number(count);
}

}  // namespace

UnreadCard::UnreadCard(const Theme& theme, const app::UnreadNotes& unread, Instant now, QWidget* parent)
    : Card{theme, parent}
{
    setObjectName(QStringLiteral("unreadCard"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, theme.px(12), 1, theme.px(8));
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(15), 0, theme.px(15), theme.px(8));
    head->addWidget(strongLabel(tr("Notes you have not read"), Type::h3), 1);
    head->addWidget(plainLabel(countWords(unread), Type::small, Color::ink2));
    column->addLayout(head);
    for (std::size_t i = 0; i < unread.lines.size() && i < shownOnCard; ++i) {
        const auto& line = unread.lines[i];
        auto* row = rowOf(theme, line, unread.names, now);
        connect(row, &WorkRow::activated, this,
                [this, person = line.note.person, note = line.note.id] { emit noteActivated(person, note); });
        column->addWidget(row);
    }
    if (unread.lines.size() > shownOnCard) {
        auto* all = new Button{theme, tr("See them all"), ButtonKind::link, {}, ButtonSize::small};
        all->setObjectName(QStringLiteral("unreadAll"));
        connect(all, &QPushButton::clicked, this, &UnreadCard::allRequested);
        auto* foot = new QHBoxLayout;
        foot->setContentsMargins(theme.px(15), theme.px(6), theme.px(15), 0);
        foot->addWidget(all, 0, Qt::AlignLeft);
        column->addLayout(foot);
    }
}

UnreadSheet::UnreadSheet(const Theme& theme, const app::UnreadNotes& unread, Instant now, QWidget& window)
    : DialogSheet{theme, tr("Notes you have not read"), 620, window}
{
    setObjectName(QStringLiteral("unreadSheet"));
    setSubtitle(tr("About the people you hold: %1").arg(countWords(unread)));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    column->setSpacing(0);
    for (const auto& line : unread.lines) {
        auto* row = rowOf(theme, line, unread.names, now);
        row->setFirst(column->count() == 0);
        connect(row, &WorkRow::activated, this, [this, person = line.note.person, note = line.note.id] {
            emit noteActivated(person, note);
            accept();
        });
        column->addWidget(row);
    }
    if (unread.lines.empty())
        column->addWidget(new EmptyState{theme, QStringLiteral("ok"), tr("You have read everything"),
                                         tr("New notes about the people you hold are listed here and on Today.")},
                          0, Qt::AlignHCenter);
    column->addStretch();
    connect(addPrimary(tr("Close")), &QPushButton::clicked, this, &QDialog::accept);
}

}  // namespace holdfast::ui
