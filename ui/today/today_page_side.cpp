// The column beside Today's list: who is held, notes not read yet, clocks that run.
#include "async/desk.h"
#include "notes/unread_notes.h"
#include "person/case_actions.h"
#include "theme/theme.h"
#include "today/side_cards.h"
#include "today/today_page.h"
#include "today/work_view.h"

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

void TodayPage::addSide()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    const int end = m_theme.size(Size::pagePadding);
    column->setContentsMargins(0, 0, end, m_theme.px(16));
    column->setSpacing(m_theme.px(16));
    column->addWidget(new HeldCard{m_theme, m_today->held, m_query.scope});
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
