// The column beside Today's list: who is held, notes not read yet, clocks that run.
#include "async/desk.h"
#include "circle/owed_card.h"
#include "domain/calendar.h"
#include "notes/unread_notes.h"
#include "person/case_actions.h"
#include "theme/theme.h"
#include "today/side_cards.h"
#include "today/today_page.h"
#include "today/work_view.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace holdfast::ui {
namespace {

constexpr std::size_t clocksShown = 3;

}  // namespace

/// After the list, which is what somebody waits for.
void TodayPage::askUnread()
{
    if (!m_desk.may(app::Action::viewNotes))
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.notes.unread(session); },
        [this](const Result<app::UnreadNotes>& unread) {
            if (!unread)
                return explain(unread.error());
            m_unread = *unread;
            if (m_today)
                addSide();
        });
}

void TodayPage::askOwed()
{
    if (!m_desk.may(app::Action::viewCarers))
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.carers.owed(session); },
        [this](const Result<std::vector<app::OwedCall>>& owed) {
            if (!owed)
                return explain(owed.error());
            m_owed = *owed;
            if (m_today)
                addSide();
        });
}

void TodayPage::setRungBack(const PersonId& person, const CarerCallId& call, bool done)
{
    m_desk.ask(
        this,
        [person, call, done](UseCases& use, const app::Session& session) {
            return use.carers.setCalledBack(session, person, call, done);
        },
        [this, person, call, done](const Result<Done>& set) {
            if (!set)
                return m_actions.failed(words(set.error()));
            askOwed();
            m_actions.said(done ? tr("Rung back.") : tr("The call is owed again."),
                           [this, person, call, done] { setRungBack(person, call, !done); });
        });
}

void TodayPage::addSide()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    const int end = m_theme.size(Size::pagePadding);
    column->setContentsMargins(0, 0, end, m_theme.px(16));
    column->setSpacing(m_theme.px(16));
    column->addWidget(new HeldCard{m_theme, m_today->held, m_query.scope});
    if (!m_owed.empty()) {
        auto* owed = new OwedCard{m_theme, m_owed, londonDate(m_today->now)};
        connect(owed, &OwedCard::personActivated, &m_actions, &CaseActions::open);
        connect(owed, &OwedCard::rungBack, this,
                [this](const PersonId& person, const CarerCallId& call) { setRungBack(person, call, true); });
        column->addWidget(owed);
    }
    if (!m_unread.lines.empty()) {
        auto* unread = new UnreadCard{m_theme, m_unread, m_today->now};
        connect(unread, &UnreadCard::noteActivated, &m_actions, &CaseActions::openNote);
        connect(unread, &UnreadCard::allRequested, &m_actions, &CaseActions::showUnread);
        column->addWidget(unread);
    }
    if (const auto clocks = clocksOf(*m_today, m_desk.days(), clocksShown); !clocks.empty())
        column->addWidget(new ClocksCard{m_theme, clocks});
    column->addStretch();
    m_side->setWidget(side);
}

}  // namespace holdfast::ui
