#include "person/support_card.h"

#include "domain/calendar.h"
#include "people/leg_look.h"
#include "person/wait_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/waits.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

TagLook smallLook(Need need)
{
    TagLook look = needLook(laneOf(need));
    look.density = TagLook::Density::compact;
    return look;
}

}  // namespace

bool SupportCard::hasAnything(const CaseLens& lens)
{
    return lens.file.support || isAwaited(lens.file.now.needs.mentalHealth) ||
           isAwaited(lens.file.now.needs.substanceUse);
}

SupportCard::SupportCard(const Theme& theme, const CaseLens& lens, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("supportCard"));
    m_column = new QVBoxLayout{this};
    m_column->setContentsMargins(0, theme.px(12), 0, theme.px(12));
    m_column->setSpacing(theme.px(8));
    const QString title = tr("While %1 waits").arg(firstName(lens.file.person));
    setAccessibleName(title);
    auto* head = new QHBoxLayout;
    const int padding = theme.size(Size::cardPadding);
    head->setContentsMargins(padding, 0, padding, 0);
    head->addWidget(strongLabel(title, Type::h2), 1);
    m_column->addLayout(head);
    addWaits(lens);
    addRhythm(lens);
    addIfWorse(lens);
}

QVBoxLayout* SupportCard::section()
{
    if (m_column->count() > 1)
        m_column->addWidget(new Line{m_theme});
    auto* column = new QVBoxLayout;
    const int padding = m_theme.size(Size::cardPadding);
    column->setContentsMargins(padding, 0, padding, 0);
    column->setSpacing(m_theme.px(4));
    m_column->addLayout(column);
    return column;
}

void SupportCard::addLine(QVBoxLayout& column, const QString& icon, Color tone, const QList<TextRun>& runs)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    row->addWidget(new IconLabel{m_theme, icon, tone, 16}, 0, Qt::AlignTop);
    row->addWidget(new RunLabel{m_theme, Type::dense, runs}, 1);
    column.addLayout(row);
}

void SupportCard::addWaits(const CaseLens& lens)
{
    for (const Need need : allNeeds) {
        const auto& now = lens.file.now.needs[need];
        if (!isAwaited(now))
            continue;
        auto* column = section();
        auto* top = new QHBoxLayout;
        top->setSpacing(m_theme.px(8));
        top->addWidget(new Tag{m_theme, smallLook(need)});
        top->addWidget(new ElidedLabel{serviceName(now.leg->service, lens.file.names), Type::dense}, 1);
        column->addLayout(top);
        const Date from = awaitedSince(*now.leg);
        const auto days = static_cast<int>((londonDate(lens.now) - from).count());
        const QString since = shortDayWords(from, londonDate(lens.now));
        addLine(*column, QStringLiteral("hourglass"), Color::ink2,
                {{days == 0 ? tr("Asked today")
                            : counted(days, tr("%1 day so far"), tr("%1 days so far")) + tr(", since %1").arg(since),
                  Color::ink, 600}});
        if (const report::ExpectedWait* expected = expectedFor(lens, *now.leg))
            addLine(*column, QStringLiteral("timer"), Color::ink2, {{expectedWaitWords(*expected), Color::ink2}});
    }
}

void SupportCard::addRhythm(const CaseLens& lens)
{
    if (!lens.file.support)
        return;
    const engine::SupportPlan& plan = *lens.file.support;
    auto* column = section();
    const bool late = plan.nextBy < lens.now;
    addLine(*column, QStringLiteral("checkin"), Color::joint,
            {{counted(plan.everyWeeks, tr("Somebody is in touch every week: "),
                      tr("Somebody is in touch every %1 weeks: ")),
              Color::ink},
             {ownerWords(plan.who, lens.file.names, lens.me), Color::ink, 600}});
    addLine(
        *column, late ? QStringLiteral("clock") : QStringLiteral("calendar"), late ? Color::late : Color::ink2,
        {{tr("Next by %1").arg(momentWords(plan.nextBy, lens.now)), late ? Color::late : Color::ink, 600},
         {QStringLiteral(" ") + relativeWords(plan.nextBy, lens.now, lens.days), late ? Color::late : Color::ink3}});
    addLine(*column, QStringLiteral("speak"), Color::ink2,
            {{plan.lastAt ? tr("Last in touch %1").arg(recordedWords(*plan.lastAt, lens.now))
                          : tr("Nobody has recorded a contact since the wait began"),
              Color::ink2}});
    auto* buttons = new QHBoxLayout;
    auto* log = new Button{m_theme, actionVerb("check_in"), ButtonKind::secondary, {}, ButtonSize::small};
    log->setObjectName(QStringLiteral("logCheckIn"));
    connect(log, &QPushButton::clicked, this,
            [this, scope = static_cast<int>(plan.need)] { emit checkInRequested(scope); });
    buttons->addWidget(log);
    buttons->addStretch();
    column->addSpacing(m_theme.px(3));
    column->addLayout(buttons);
}

void SupportCard::addIfWorse(const CaseLens& lens)
{
    if (!lens.file.support || lens.file.support->ifWorse.empty())
        return;
    auto* column = section();
    column->addWidget(strongLabel(tr("If it gets worse"), Type::h3));
    for (const std::string& step : lens.file.support->ifWorse)
        addLine(*column, QStringLiteral("alert"), Color::late, {{text(step), Color::ink}});
}

}  // namespace holdfast::ui
