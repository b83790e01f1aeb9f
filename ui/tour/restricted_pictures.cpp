#include "tour/restricted_pictures.h"

#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"
#include "widgets/messages.h"
#include "words/dates.h"

#include <QAction>
#include <QDialog>
#include <QPlainTextEdit>

#include <algorithm>
#include <optional>

namespace holdfast::ui {
namespace {

const char* const whom = "Dani Okafor";

void closeAll(Client& client)
{
    for (QDialog* sheet : client.window().findChildren<QDialog*>())
        sheet->reject();
    client.window().toasts().close();
}

void trigger(Client& client, const char* page, const char* words)
{
    for (QAction* action : client.window().page(QLatin1String{page})->actions())
        if (action->text() == QLatin1String{words})
            action->trigger();
}

struct Left {
    std::string worker;  ///< who is not named
    std::optional<Date> born;
};

/// Restricts the record to whoever works with them and Joanne, or lifts that; who is not named comes back.
Left decide(PracticeClient& practice, const PersonId& person, bool restricted)
{
    Client& client = practice.client();
    Left other;
    client.desk().ask(
        &client,
        [person, restricted, command = client.desk().newCommand()](UseCases& use,
                                                                   const app::Session& session) -> Result<Left> {
            auto state = use.restrictions.state(session, person);
            if (!state)
                return std::move(state).error();
            app::RestrictInput input{person, restricted, {}, "Works at our front desk", command};
            auto known = use.people.find(session, person);
            if (!known)
                return std::move(known).error();
            Left left{{}, known->born};
            for (const Worker& worker : state->workers) {
                const bool works = std::ranges::find(state->holders, worker.id) != state->holders.end() ||
                                   worker.id == session.worker.id;
                if (restricted && works)
                    input.named.push_back(worker.id);
                else if (!works)
                    left.worker = worker.name;
            }
            if (auto done = use.restrictions.decide(session, input); !done)
                return std::move(done).error();
            return left;
        },
        [&](const Result<Left>& done) {
            if (done)
                other = *done;
        });
    practice.settle();
    return other;
}

}  // namespace

void drawRestricted(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    practice.signIn("Joanne Mercer");
    const PersonId person = practice.personNamed(whom);
    client.openPerson(person);
    practice.settle();
    trigger(client, "person", "Who may see this record");
    practice.settle();
    draw(QStringLiteral("restrict"));
    closeAll(client);
    const Left other = decide(practice, person, true);
    client.window().refreshCurrent();
    practice.settle();
    draw(QStringLiteral("restricted"));

    practice.signIn(other.worker);
    client.window().go(QStringLiteral("people"));
    practice.settle();
    draw(QStringLiteral("restricted-people"));
    trigger(client, "people", "Open a restricted record");
    practice.settle();
    const Hands hands{client.window()};
    hands.type(QStringLiteral("Whole name"), QLatin1String{whom});
    hands.type(QStringLiteral("Date of birth"), editDay(other.born));
    hands.type(QStringLiteral("Why you need it now"), QStringLiteral("They rang from the bridge and then hung up"));
    draw(QStringLiteral("restricted-open"));
    hands.press(QStringLiteral("Open the record"));
    practice.settle();
    draw(QStringLiteral("restricted-emergency"));
    hands.press(QStringLiteral("End now"));
    practice.settle();
    closeAll(client);
    practice.signIn("Joanne Mercer");
    client.window().go(QStringLiteral("today"));
    practice.settle();
    draw(QStringLiteral("restricted-today"));
    client.window().go(QStringLiteral("audit"));
    practice.settle();
    draw(QStringLiteral("restricted-review"));
    hands.press(QStringLiteral("Review"));
    practice.settle();
    draw(QStringLiteral("restricted-reviewing"));
    closeAll(client);
    decide(practice, person, false);
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
