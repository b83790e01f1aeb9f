#include "circle/calls_card.h"

#include "domain/note_text.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/share_words.h"

#include <QBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr std::size_t shown = 4;

const char* iconOf(ContactOutcome outcome)
{
    switch (outcome) {
    case ContactOutcome::spoke: return "speak";
    case ContactOutcome::leftMessage: return "text";
    case ContactOutcome::noAnswer: return "missed";
    case ContactOutcome::replied: break;
    }
    return "phone";
}

}  // namespace

CallsCard::CallsCard(const Theme& theme, const app::CarerList& list, Instant now, bool all, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("callsCard"));
    auto* column = new QVBoxLayout{this};
    const int padding = theme.size(Size::cardPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.px(10));
    column->addWidget(strongLabel(tr("Calls"), Type::h3));
    const std::size_t count = all ? list.calls.size() : std::min(shown, list.calls.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            column->addWidget(new Line{theme});
        column->addWidget(row(list, list.calls[i], now));
    }
    if (count < list.calls.size()) {
        auto* more =
            new Button{theme, tr("All %1 calls").arg(list.calls.size()), ButtonKind::link, {}, ButtonSize::small};
        connect(more, &QPushButton::clicked, this, &CallsCard::allRequested);
        column->addWidget(more, 0, Qt::AlignLeft);
    }
}

QWidget* CallsCard::row(const app::CarerList& list, const app::CallLine& line, Instant now)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(4));
    const CarerCall& call = line.call;
    const auto carer =
        std::ranges::find(list.carers, call.carer, [](const app::CarerView& each) { return each.carer.id; });
    const auto worker = list.names.workers.find(call.worker);
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(8));
    head->addWidget(new IconLabel{m_theme, QString::fromLatin1(iconOf(call.outcome)), Color::ink2, 16}, 0,
                    Qt::AlignTop);
    const QString who = carer == list.carers.end() ? tr("A carer") : carerTitle(*carer);
    QString rest = recordedWords(call.at, now);
    if (worker != list.names.workers.end())
        rest += QStringLiteral(" \u00b7 ") + text(worker->second);
    head->addWidget(
        new RunLabel{m_theme, Type::dense, {{who, Color::ink, 600}, {QStringLiteral("  ") + rest, Color::ink2}}}, 1);
    if (call.undoneAt || line.inError)
        head->addWidget(new Tag{m_theme, neutralLook(tr("Undone"))}, 0, Qt::AlignTop);
    auto* note = new Button{m_theme, tr("Note"), ButtonKind::link, {}, ButtonSize::small};
    note->setAccessibleName(tr("Open the note of this call"));
    connect(note, &QPushButton::clicked, this, [this, id = call.note] { emit noteActivated(id); });
    head->addWidget(note, 0, Qt::AlignTop);
    column->addLayout(head);
    if (!line.words.empty()) {
        const bool gone = call.undoneAt || line.inError;
        column->addWidget(
            new RunLabel{m_theme, Type::dense, {{text(withoutMarks(line.words)), gone ? Color::ink3 : Color::ink}}});
        if (hasThirdParty(line.words))
            column->addWidget(
                new RunLabel{m_theme, Type::small, {{tr("In confidence: left out of prints."), Color::ink2}}});
    }
    if (call.owed) {
        const Date today = list.today;
        const QString words =
            call.calledBackAt
                ? tr("%1. Rung back %2.").arg(owedWords(*call.owed, today), recordedWords(*call.calledBackAt, now))
                : owedWords(*call.owed, today);
        column->addWidget(
            new RunLabel{m_theme, Type::small, {{words, call.isOwed() ? Color::wait : Color::ink2, 600}}});
    }
    return box;
}

}  // namespace holdfast::ui
