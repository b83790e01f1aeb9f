#include "tour/audit_pictures.h"

#include "person/person_page.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QAction>
#include <QDialog>

namespace holdfast::ui {

void drawAudit(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    practice.signIn("Joanne Mercer");
    client.window().go(QStringLiteral("audit"));
    practice.settle();
    draw(QStringLiteral("audit"));
    Hands{client.window()}.press(QStringLiteral("Check now"));
    practice.settle();
    draw(QStringLiteral("audit-checked"));
    client.openPerson(practice.personNamed("Dani Okafor"));
    practice.settle();
    for (QAction* action : client.window().page(QStringLiteral("person"))->actions())
        if (action->text() == QLatin1String{"Who has looked at this record"})
            action->trigger();
    practice.settle();
    draw(QStringLiteral("who-looked"));
    for (QDialog* sheet : client.window().findChildren<QDialog*>())
        sheet->reject();
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
