#include "tour/circle_pictures.h"

#include "circle/circle_tab.h"
#include "person/person_page.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QDialog>

namespace holdfast::ui {
namespace {

void closeSheets(MainWindow& window)
{
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);
}

}  // namespace

void drawCircle(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    auto* page = static_cast<PersonPage*>(client.window().page(QStringLiteral("person")));
    const auto open = [&](const char* name) {
        client.openPerson(practice.personNamed(name));
        practice.settle();
        page->showTab(PersonPage::Circle);
        practice.settle();
    };
    open("Dani Okafor");
    draw(QStringLiteral("consent-and-carers"));
    page->circle().logCall();
    practice.settle();
    draw(QStringLiteral("carer-call"));
    closeSheets(client.window());
    page->circle().recordConsent(page->circle().circle().consents.lines.size() - 1);
    practice.settle();
    draw(QStringLiteral("consent-answer"));
    closeSheets(client.window());
    Hands{client.window()}.press(QStringLiteral("Edit: Grace"));
    practice.settle();
    draw(QStringLiteral("carer"));
    closeSheets(client.window());
    open("Walter");
    draw(QStringLiteral("consent-kept-back"));
    open("Leanne");
    draw(QStringLiteral("young-carer"));
    page->showTab(PersonPage::Overview);
}

}  // namespace holdfast::ui
