#include "tour/call_pictures.h"

#include "person/person_page.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QAction>
#include <QApplication>

namespace holdfast::ui {
namespace {

const QKeySequence opens{Qt::Key_F9};

/// As F9 does, which has to find an active window.
void openCalls(PersonPage& page)
{
    for (QAction* action : page.actions())
        if (action->shortcut() == opens && action->isEnabled())
            action->trigger();
}

void press(int key)
{
    if (QWidget* focus = QApplication::focusWidget())
        Hands::key(*focus, key);
}

}  // namespace

void drawCalls(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    auto* page = static_cast<PersonPage*>(client.window().page(QStringLiteral("person")));
    client.openPerson(practice.personNamed("Gareth"));
    practice.settle();
    page->showTab(PersonPage::Overview);
    for (const int key : {Qt::Key_M, Qt::Key_Return}) {
        openCalls(*page);
        press(key);
        practice.settle();
    }
    draw(QStringLiteral("call-logged"));
    openCalls(*page);
    draw(QStringLiteral("call-log"));
    press(Qt::Key_Escape);
    client.openPerson(practice.personNamed("Tomasz"));
    practice.settle();
    openCalls(*page);
    draw(QStringLiteral("call-log-empty"));
    press(Qt::Key_Escape);
}

}  // namespace holdfast::ui
