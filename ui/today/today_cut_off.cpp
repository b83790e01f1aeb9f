// What was cut off, at the top of Today.
#include "async/desk.h"
#include "drafts/cut_off_card.h"
#include "theme/theme.h"
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
    m_cutOff = new QWidget;
    auto* room = new QVBoxLayout{m_cutOff};
    room->setContentsMargins(0, 0, 0, m_theme.px(8));
    room->addWidget(card);
    const int list = m_list ? m_content->indexOf(m_list) : -1;
    m_content->insertWidget(list < 0 ? m_content->count() : list, m_cutOff);
}

}  // namespace holdfast::ui
