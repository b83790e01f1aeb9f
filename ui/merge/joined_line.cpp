#include "merge/joined_line.h"

#include "merge/merge_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QHBoxLayout>

namespace holdfast::ui {

JoinedLine::JoinedLine(const Theme& theme, QWidget* parent) : QFrame{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("joinedLine"));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6));
    row->setSpacing(theme.px(8));
    row->addWidget(new IconLabel{theme, QStringLiteral("people"), Color::ink3, 16}, 0, Qt::AlignTop);
    m_text = new RunLabel{theme, Type::small};
    m_text->setObjectName(QStringLiteral("joinedWords"));
    row->addWidget(m_text, 1);
    m_apart = new Button{theme, tr("Take apart again"), ButtonKind::link};
    m_apart->setObjectName(QStringLiteral("takeApart"));
    row->addWidget(m_apart, 0, Qt::AlignTop);
    connect(m_apart, &QPushButton::clicked, this, [this] {
        if (m_latest)
            emit apartRequested(*m_latest);
    });
    hide();
}

void JoinedLine::show(const app::CaseFile& file, const PersonId& asked, bool mayTakeApart, Instant now)
{
    m_latest.reset();
    int standing = 0;
    for (const app::JoinedRecord& each : file.joined)
        if (!each.record.undone) {
            m_latest = each;
            ++standing;
        }
    setVisible(m_latest.has_value());
    if (!m_latest)
        return;
    QList<TextRun> runs;
    if (asked != file.person.id)
        runs.append({tr("The record you asked for was joined to this one. "), Color::ink, 600});
    runs.append({joinedWords(*m_latest, file.names, now), Color::ink2});
    if (standing > 1)
        runs.append({QLatin1Char(' ') + tr("%n other record(s) before.", nullptr, standing - 1), Color::ink2});
    m_text->setRuns(runs);
    m_apart->setVisible(mayTakeApart);
    m_apart->setAccessibleName(tr("Take apart again: %1").arg(text(displayName(m_latest->merged))));
}

}  // namespace holdfast::ui
