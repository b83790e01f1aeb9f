#include "tour/timeline_pictures.h"

#include "person/history_pane.h"
#include "person/person_page.h"
#include "shell/main_window.h"
#include "timeline/timeline_pane.h"
#include "tour/practice_client.h"

namespace holdfast::ui {

void drawTimeline(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    auto* page = static_cast<PersonPage*>(client.window().page(QStringLiteral("person")));
    client.openPerson(practice.personNamed("Danielle"));
    practice.settle();
    page->showTab(PersonPage::History);
    page->history().showTimeline(true);
    CaseChart& chart = page->history().timeline().chart();
    chart.setFocus();
    chart.setCurrent(1);
    draw(QStringLiteral("timeline"));
    page->history().showTimeline(false);
    page->showTab(PersonPage::Overview);
}

}  // namespace holdfast::ui
