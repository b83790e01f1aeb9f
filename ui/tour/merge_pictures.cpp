#include "tour/merge_pictures.h"

#include "merge/merge_sheet.h"
#include "person/person_page.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QPushButton>

namespace holdfast::ui {
namespace {

/// Registered at another front door, under another spelling.
PersonId twinOfDani(PracticeClient& practice)
{
    if (const PersonId known = practice.personNamed("Daniela Okaphor"); !known.empty())
        return known;
    practice.client().desk().ask(
        &practice.client().window(),
        [command = practice.client().desk().newCommand()](UseCases& use, const app::Session& session) {
            Person person;
            person.givenName = "Daniela";
            person.familyName = "Okaphor";
            person.born = Date{std::chrono::year{1992} / 5 / 3};
            person.nhsNumber = "9990000018";
            return use.people.registerPerson(session, person, command, app::NotTheSame::recordSeen);
        },
        [](const Result<Person>&) {});
    practice.settle();
    return practice.personNamed("Daniela Okaphor");
}

void trigger(PersonPage& page, const QString& words)
{
    for (QAction* action : page.actions())
        if (action->text() == words)
            action->trigger();
}

}  // namespace

void drawMerge(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    practice.signIn("Joanne Mercer");
    const PersonId twin = twinOfDani(practice);
    auto* page = static_cast<PersonPage*>(client.window().page(QStringLiteral("person")));
    client.openPerson(practice.personNamed("Dani Okafor"));
    practice.settle();
    trigger(*page, QStringLiteral("Join with another record"));
    practice.settle();
    auto* sheet = client.window().findChild<MergeSheet*>();
    if (!sheet)
        return;
    draw(QStringLiteral("merge-search"));
    sheet->choose(twin);
    practice.settle();
    for (auto* text : sheet->findChildren<QPlainTextEdit*>())
        if (text->isVisible())
            text->setPlainText(QStringLiteral("She showed both letters: one door spelled her name by ear."));
    draw(QStringLiteral("merge"));
    if (auto* join = sheet->findChild<QPushButton*>(QStringLiteral("joinRecords")))
        join->click();
    practice.settle();
    client.openPerson(twin);
    practice.settle();
    draw(QStringLiteral("merged"));
    Hands{client.window()}.press(QStringLiteral("Take apart again"));
    practice.settle();
    draw(QStringLiteral("take-apart"));
    Hands{client.window()}.press(QStringLiteral("Take apart"));
    practice.settle();
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
