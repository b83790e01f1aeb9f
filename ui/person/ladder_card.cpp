#include "person/ladder_card.h"

#include "people/leg_look.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/steps.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

TagState stateOf(LadderView::Outcome outcome)
{
    switch (outcome) {
    case LadderView::Outcome::notSent: return TagState::bounced;
    case LadderView::Outcome::noAnswer: return TagState::waiting;
    case LadderView::Outcome::upheld: return TagState::bounced;
    case LadderView::Outcome::overturned: return TagState::accepted;
    case LadderView::Outcome::withdrawn:
    case LadderView::Outcome::ended: return TagState::done;
    }
    return TagState::waiting;
}

QString iconOf(LadderRungView::State state)
{
    switch (state) {
    case LadderRungView::State::behind: return QStringLiteral("check");
    case LadderRungView::State::now: return QStringLiteral("timer");
    case LadderRungView::State::next: return QStringLiteral("arrow-r");
    case LadderRungView::State::later: return QStringLiteral("up");
    }
    return QStringLiteral("up");
}

}  // namespace

LadderCard::LadderCard(const Theme& theme, const LadderView& view, May may, const QString& safety, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("ladderCard"));
    setAccessibleName(QStringLiteral("%1. %2").arg(view.title, view.outcomeWords));
    if (view.open)
        setRole(Role::bounce, Spine::left);
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, theme.px(12));
    column->setSpacing(theme.px(8));
    addHead(*column, view);
    if (!view.open)
        return;
    addSafety(*column, safety, may);
    addRungs(*column, view, may);
    column->addWidget(new RunLabel{
        theme, Type::small, {{tr("These are the steps of the policy %1.").arg(view.policy), Color::ink3}}});
}

void LadderCard::addHead(QVBoxLayout& column, const LadderView& view)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(8));
    auto* title = strongLabel(view.title, Type::h2);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    TagLook need = needLook(laneOf(view.need));
    need.density = TagLook::Density::compact;
    head->addWidget(new Tag{m_theme, need}, 0, Qt::AlignTop);
    head->addWidget(new Tag{m_theme, stateLook(stateOf(view.outcome), view.outcomeWords)}, 0, Qt::AlignTop);
    auto* why = new Button{m_theme, tr("Why?"), ButtonKind::link, {}, ButtonSize::small};
    why->setObjectName(QStringLiteral("ladderWhy"));
    why->setAccessibleName(tr("Why: %1").arg(view.title));
    connect(why, &Button::clicked, this, &LadderCard::whyRequested);
    head->addWidget(why, 0, Qt::AlignTop);
    column.addLayout(head);
    column.addWidget(new RunLabel{m_theme, Type::dense, {{view.refused, Color::ink2}}});
    if (!view.reason.isEmpty())
        column.addWidget(new RunLabel{m_theme, Type::dense, {{view.reason, Color::ink, 500}}});
}

void LadderCard::addSafety(QVBoxLayout& column, const QString& safety, May may)
{
    auto* banner = new Banner{m_theme, safety.isEmpty() ? Banner::Kind::caution : Banner::Kind::stop};
    banner->setObjectName(QStringLiteral("ladderSafety"));
    banner->setIconName(QStringLiteral("crisis"));
    if (safety.isEmpty())
        banner->setText(tr("Worried about their safety? "),
                        tr("Do not wait for a step. Record it, and a supervisor is asked to see to it the same day."));
    else
        banner->setText(safety, tr(" This does not wait for the ladder."));
    if (may.work)
        banner->setAction(safety.isEmpty() ? tr("Record it") : tr("Log contact"));
    connect(banner, &Banner::actionTriggered, this, &LadderCard::safetyRequested);
    column.addWidget(banner);
}

void LadderCard::addRungs(QVBoxLayout& column, const LadderView& view, May may)
{
    auto* line = new QVBoxLayout;
    line->setSpacing(0);
    for (std::size_t i = 0; i < view.rungs.size(); ++i) {
        const LadderRungView& rung = view.rungs[i];
        StepRow::Data row;
        row.icon = iconOf(rung.state);
        row.title = rung.mark.isEmpty() ? rung.title : QStringLiteral("%1 (%2)").arg(rung.title, rung.mark.toLower());
        row.detail = rung.after.isEmpty() ? rung.detail : rung.detail + QLatin1Char(' ') + rung.after;
        row.now = rung.state == LadderRungView::State::now;
        row.certain = rung.state == LadderRungView::State::behind;
        row.last = i + 1 == view.rungs.size();
        auto* step = new StepRow{m_theme, row};
        step->setObjectName(row.now ? QStringLiteral("ladderNow") : QStringLiteral("ladderRung"));
        line->addWidget(step);
        if (row.now)
            line->addWidget(actions(view, may));
    }
    column.addLayout(line);
}

QWidget* LadderCard::actions(const LadderView& view, May may)
{
    auto* box = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), box};
    flow->setContentsMargins(m_theme.px(40), 0, 0, m_theme.px(12));
    bool first = true;
    const auto add = [&](const char* name, const QString& words, void (LadderCard::*signal)(), bool offered) {
        if (!offered)
            return;
        auto* button =
            new Button{m_theme, words, first ? ButtonKind::primary : ButtonKind::secondary, {}, ButtonSize::small};
        first = false;
        button->setObjectName(QLatin1String{name});
        connect(button, &Button::clicked, this, signal);
        flow->addWidget(button);
    };
    const bool letter = view.current == "keyworker_query" || view.current == "challenge_letter";
    const bool meeting = view.current == "hold_mdt";
    add("ladderMeeting", tr("Record the meeting"), &LadderCard::meetingRequested, meeting && may.work);
    add("ladderLetter", tr("Write the challenge letter"), &LadderCard::letterRequested, letter && may.write);
    add("ladderSent", tr("Record challenge sent"), &LadderCard::sentRequested, may.work);
    add("ladderAnswer", tr("Log their answer"), &LadderCard::answerRequested, may.work);
    add("ladderHandOn", tr("Hand this step on"), &LadderCard::handOnRequested, may.handOn);
    add("ladderWithdraw", tr("Withdraw with a reason"), &LadderCard::withdrawRequested, may.work);
    return box;
}

}  // namespace holdfast::ui
