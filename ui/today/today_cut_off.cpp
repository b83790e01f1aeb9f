// What was cut off, at the top of Today.
#include "async/desk.h"
#include "drafts/cut_off_card.h"
#include "today/today_page.h"

#include <QBoxLayout>

namespace holdfast::ui {

void TodayPage::askCutOff()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.drafts.cutOff(session); },
        [this](const Result<std::vector<app::CutOff>>& found) {
            if (found)
                showCutOff(*found);
        });
}

void TodayPage::showCutOff(const std::vector<app::CutOff>& cutOff)
{
    delete m_cutOff;
    m_cutOff = nullptr;
    if (cutOff.empty())
        return;
    auto* card = new CutOffCard{m_theme, cutOff, m_desk.clock().now()};
    connect(card, &CutOffCard::opened, this, &TodayPage::draftRequested);
    m_cutOff = card;
    m_content->insertWidget(m_content->indexOf(m_list) < 0 ? m_content->count() : m_content->indexOf(m_list), card);
    m_cutOff->setContentsMargins(0, 0, 0, 0);
}

}  // namespace holdfast::ui
