#include "retention/awaiting_card.h"

#include "async/desk.h"
#include "retention/disposal_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::size_t mostShown = 5;

}  // namespace

AwaitingCard::AwaitingCard(const Theme& theme, Desk& desk, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("awaitingDisposal"));
    m_column = new QVBoxLayout{this};
    m_column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    m_column->setSpacing(theme.px(8));
    hide();
}

void AwaitingCard::refresh()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.disposals.awaiting(session); },
        [this](const Result<std::vector<app::AwaitingDisposal>>& lines) {
            if (lines)
                show(*lines);
        });
}

void AwaitingCard::show(const std::vector<app::AwaitingDisposal>& lines)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_column->addWidget(
        new RunLabel{m_theme,
                     Type::body,
                     {{counted(static_cast<int>(lines.size()), tr("1 record is proposed for disposal. "),
                               tr("%1 records are proposed for disposal. ")),
                       Color::ink, 600},
                      {tr("Nothing goes until somebody else confirms it."), Color::ink2}}});
    for (std::size_t i = 0; i < std::min(lines.size(), mostShown); ++i)
        addLine(lines[i]);
    setVisible(!lines.empty());
    emit answered(static_cast<int>(lines.size()));
}

void AwaitingCard::addLine(const app::AwaitingDisposal& line)
{
    auto* row = new QWidget;
    auto* across = new QHBoxLayout{row};
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(m_theme.px(16));
    const QString who =
        line.personName.empty() ? tr("Record %1").arg(shortNumber(line.disposal.person)) : text(line.personName);
    const QString when = momentWords(line.disposal.at, m_desk.clock().now());
    across->addWidget(new RunLabel{m_theme,
                                   Type::dense,
                                   {{who + QStringLiteral(". "), Color::ink, 600},
                                    {line.mine ? tr("You proposed it, %1.").arg(when)
                                               : tr("Proposed by %1, %2.").arg(text(line.proposerName), when),
                                     Color::ink2}}},
                      1);
    auto* look = new Button{m_theme, tr("Look"), ButtonKind::secondary, QStringLiteral("eye")};
    look->setObjectName(QStringLiteral("lookAtDisposal"));
    look->setAccessibleName(tr("Look at the proposal for %1").arg(who));
    connect(look, &Button::clicked, this, [this, id = line.disposal.id] { emit lookRequested(id); });
    across->addWidget(look, 0, Qt::AlignTop);
    m_column->addWidget(row);
}

}  // namespace holdfast::ui
