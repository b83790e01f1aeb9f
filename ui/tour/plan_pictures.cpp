#include "tour/plan_pictures.h"

#include "client/client.h"
#include "mdt/mdt_page.h"
#include "mdt/outcome_form.h"
#include "person/person_page.h"
#include "plans/plan_editor.h"
#include "plans/plans_tab.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace holdfast::ui {
namespace {

void closeSheets(MainWindow& window)
{
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);
}

void click(const QWidget& within, const char* name)
{
    for (auto* button : within.findChildren<QPushButton*>(QLatin1String{name}))
        if (button->isVisible() && button->isEnabled())
            return button->click();
}

}  // namespace

void drawPlans(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    MainWindow& window = client.window();
    auto* page = static_cast<PersonPage*>(window.page(QStringLiteral("person")));
    client.openPerson(practice.personNamed("Danielle"));
    practice.settle();
    page->showPlan(PlanKind::care, false);
    practice.settle();
    draw(QStringLiteral("plan-care"));
    click(page->plans(), "planChanges");
    practice.settle();
    draw(QStringLiteral("plan-what-changed"));
    closeSheets(window);
    page->showPlan(PlanKind::safety, false);
    practice.settle();
    draw(QStringLiteral("plan-safety"));
    page->showPlan(PlanKind::aftercare, true);
    practice.settle();
    draw(QStringLiteral("plan-write"));
    click(page->plans(), "planLater");
    practice.settle();
    page->showPlan(PlanKind::care, false);
    practice.settle();
    page->showTab(PersonPage::Overview);
}

void drawMeeting(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    MainWindow& window = practice.client().window();
    practice.signIn("Joanne Mercer");
    window.go(QStringLiteral("mdt"));
    practice.settle();
    auto* page = static_cast<MdtPage*>(window.page(QStringLiteral("mdt")));
    if (!page->board() || !page->board()->isOn()) {
        draw(QStringLiteral("mdt-ready"));
        click(*page, "mdtStart");
        practice.settle();
        const auto presences = page->findChildren<QComboBox*>(QStringLiteral("presence"));
        for (int i = 0; i < std::min<int>(6, static_cast<int>(presences.size())); ++i) {
            // The list is made anew with each save.
            const auto now = page->findChildren<QComboBox*>(QStringLiteral("presence"));
            if (i < now.size())
                now[i]->setCurrentIndex(i % 3 == 2 ? 1 : 0);
            practice.settle();
        }
    }
    practice.settle();
    if (page->form().isOpen()) {
        const Hands hands{window};
        hands.type(QStringLiteral("What the person says"),
                   QStringLiteral("I drink when the lows come. I just want one person who rings me back."));
        if (auto* card = page->findChild<QAbstractButton*>(QStringLiteral("decision")))
            card->click();
        hands.type(QStringLiteral("In plain words"),
                   QStringLiteral("They withdraw the refusal and see him with Lantern on Friday. Drinking on the day "
                                  "will not end the visit."));
        practice.settle();
    }
    draw(QStringLiteral("mdt"));
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
