// Handover packs that wait, at the top of Today.
#include "async/desk.h"
#include "story/handover_card.h"
#include "theme/theme.h"
#include "today/today_page.h"

#include <QBoxLayout>

namespace holdfast::ui {

void TodayPage::askHandovers()
{
    if (!m_desk.may(app::Action::viewStory))
        return showHandovers({});
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.handovers.waiting(session); },
        [this](const Result<app::HandoverLines>& waiting) {
            if (waiting)
                showHandovers(*waiting);
        });
}

void TodayPage::showHandovers(const app::HandoverLines& waiting)
{
    delete m_handovers;
    m_handovers = nullptr;
    if (waiting.lines.empty())
        return;
    auto* card = new HandoverCard{m_theme, waiting, m_desk.session().worker.id, m_desk.clock().now()};
    connect(card, &HandoverCard::opened, this, &TodayPage::handoverRequested);
    m_handovers = new QWidget;
    auto* room = new QVBoxLayout{m_handovers};
    room->setContentsMargins(0, 0, 0, m_theme.px(8));
    room->addWidget(card);
    const int list = m_list ? m_content->indexOf(m_list) : -1;
    m_content->insertWidget(list < 0 ? m_content->count() : list, m_handovers);
}

}  // namespace holdfast::ui
