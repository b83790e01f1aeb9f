#include "person/history_row.h"

#include "domain/calendar.h"
#include "people/leg_look.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/reasons.h"

#include <QBoxLayout>
#include <QMenu>

namespace holdfast::ui {
namespace {

bool takesPapers(const EventBody& body)
{
    if (const auto* contact = std::get_if<event::Contact>(&body))
        return contact->outcome == ContactOutcome::replied;
    return std::holds_alternative<event::Response>(body) || std::holds_alternative<event::ChallengeSent>(body) ||
           std::holds_alternative<event::ChallengeAnswered>(body) || std::holds_alternative<event::Attempt>(body) ||
           std::holds_alternative<event::LetterSent>(body);
}

}  // namespace

HistoryView viewOf(const CaseLens& lens, const app::HistoryEntry& entry)
{
    const EventWords said = describe(entry.event, lens.file.names);
    HistoryView view;
    view.when = momentWords(entry.event.at, lens.now);
    view.icon = said.icon;
    view.title = said.title;
    view.detail = said.detail;
    view.need = said.need;
    if (!entry.event.words.empty())
        view.words = quoted(text(entry.event.words));
    QStringList author{workerName(entry.author, lens.file.names)};
    if (!entry.channel.empty())
        author << channelWords(entry.channel).toLower();
    if (!entry.toldBy.empty())
        author << HistoryRow::tr("told by %1").arg(text(entry.toldBy));
    view.author = author.join(QStringLiteral(", "));
    view.voided = entry.voided;
    if (entry.voided)
        view.mark = entry.voidReason.empty() ? HistoryRow::tr("Entered in error")
                                             : HistoryRow::tr("Entered in error: %1").arg(text(entry.voidReason));
    else if (entry.late)
        view.mark = HistoryRow::tr("Entered late, on %1")
                        .arg(shortDayWords(londonDate(entry.event.recordedAt), londonDate(lens.now)));
    if (entry.secondLook)
        view.secondLook = HistoryRow::tr("Second look: %1").arg(words(*entry.secondLook).toLower());
    const bool isAnswer =
        std::holds_alternative<event::Response>(entry.event.body) ||
        (std::holds_alternative<event::Attempt>(entry.event.body) && std::get<event::Attempt>(entry.event.body).reason);
    view.canBeLookedAt = isAnswer && !entry.voided;
    view.canBeVoided = !entry.voided && !std::holds_alternative<event::EnteredInError>(entry.event.body);
    view.takesPapers = !entry.voided && takesPapers(entry.event.body);
    for (const KeptDocument& paper : lens.papers ? *lens.papers : std::vector<KeptDocument>{})
        if (paper.about == entry.event.id.text())
            view.papers.append(
                {text(paper.id.text()), paper.name.empty() ? HistoryRow::tr("Attachment") : text(paper.name)});
    return view;
}

HistoryRow::HistoryRow(const Theme& theme, const HistoryView& view, May may, QWidget* parent)
    : QWidget{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("historyRow"));
    setAccessibleName(
        QStringList{view.when, view.title, view.detail, view.words, view.mark, view.author}.join(QStringLiteral(". ")));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
    row->setSpacing(theme.px(12));
    auto* when = plainLabel(view.when, Type::small, Color::ink2);
    when->setFixedWidth(theme.px(132));
    row->addWidget(when, 0, Qt::AlignTop);
    const Color tone = view.voided                             ? Color::ink3
                       : view.icon == QStringLiteral("bounce") ? Color::bounce
                       : view.icon == QStringLiteral("ok")     ? Color::ok
                                                               : Color::ink2;
    row->addWidget(new IconLabel{theme, view.icon, tone, 16}, 0, Qt::AlignTop);

    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(3));
    auto* title = strongLabel(view.title, Type::dense, view.voided ? Color::ink3 : Color::ink);
    title->setWordWrap(true);
    if (view.voided) {
        QFont font = title->font();
        font.setStrikeOut(true);
        title->setFont(font);
    }
    column->addWidget(title);
    if (!view.detail.isEmpty())
        column->addWidget(
            new RunLabel{theme, Type::dense, {{view.detail, view.voided ? Color::ink3 : Color::ink2, 400}}});
    if (!view.words.isEmpty())
        column->addWidget(
            new RunLabel{theme, Type::dense, {{view.words, view.voided ? Color::ink3 : Color::ink, 500}}});
    QList<TextRun> foot{{view.author, Color::ink3, 400}};
    if (!view.mark.isEmpty())
        foot << TextRun{QStringLiteral(".  ") + view.mark, view.voided ? Color::late : Color::wait, 600};
    if (!view.secondLook.isEmpty())
        foot << TextRun{QStringLiteral(".  ") + view.secondLook, Color::wait, 600};
    column->addWidget(new RunLabel{theme, Type::small, foot});
    addPapers(*column, view);
    row->addLayout(column, 1);
    if (view.need) {
        TagLook look = needLook(laneOf(*view.need));
        look.density = TagLook::Density::compact;
        row->addWidget(new Tag{theme, look}, 0, Qt::AlignTop);
    }
    if (!view.voided) {
        auto* why = new Button{theme, tr("Why?"), ButtonKind::link, {}, ButtonSize::small};
        why->setObjectName(QStringLiteral("historyWhy"));
        why->setAccessibleName(tr("Why: %1").arg(view.title));
        connect(why, &QPushButton::clicked, this, &HistoryRow::whyRequested);
        row->addWidget(why, 0, Qt::AlignTop);
    }
    addMenu(*row, view, may);
}

void HistoryRow::addPapers(QBoxLayout& column, const HistoryView& view)
{
    for (const auto& [id, name] : view.papers) {
        auto* open = new Button{m_theme, name, ButtonKind::link, QStringLiteral("folder"), ButtonSize::small};
        open->setObjectName(QStringLiteral("openPaper"));
        open->setAccessibleName(tr("Open what they sent: %1").arg(name));
        connect(open, &QPushButton::clicked, this, [this, id = id] { emit paperActivated(id); });
        column.addWidget(open, 0, Qt::AlignLeft);
    }
}

void HistoryRow::addMenu(QBoxLayout& row, const HistoryView& view, May may)
{
    const bool look = view.canBeLookedAt && may.look;
    const bool error = view.canBeVoided && may.voidIt;
    const bool attach = view.takesPapers && may.attach;
    if (!look && !error && !attach)
        return;
    auto* menu = new QMenu{this};
    if (attach)
        connect(menu->addAction(tr("Attach what they sent")), &QAction::triggered, this, &HistoryRow::attachRequested);
    if (look)
        connect(menu->addAction(tr("Second look")), &QAction::triggered, this, &HistoryRow::secondLookRequested);
    if (error)
        connect(menu->addAction(tr("Entered in error")), &QAction::triggered, this, &HistoryRow::errorRequested);
    auto* button = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("more"), ButtonSize::small};
    button->setAccessibleName(tr("More for: %1").arg(view.title));
    button->setToolTip(tr("More"));
    button->setPopup(menu);
    button->setOpens(false);
    row.addWidget(button, 0, Qt::AlignTop);
}

}  // namespace holdfast::ui
