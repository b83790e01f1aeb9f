#include "tour/retention_pictures.h"

#include "domain/calendar.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"
#include "widgets/messages.h"

#include <QDialog>

namespace holdfast::ui {
namespace {

using std::chrono::year;

struct Gone {
    const char* given;
    const char* family;
    Date born;
    Date died;
    Need need;
};

/// A practice caseload is of this year: these are of long ago.
constexpr Gone longAgo[] = {
    {"Wanda", "Pell", Date{year{1951} / 4 / 2}, Date{year{2015} / 3 / 9}, Need::mentalHealth},
    {"Osman", "Tarrant", Date{year{1963} / 11 / 23}, Date{year{2017} / 8 / 30}, Need::substanceUse}};

Result<Done> addGone(UseCases& use, const app::Session& session, const Gone& gone, const std::array<CommandId, 3>& ids)
{
    Person person;
    person.givenName = gone.given;
    person.familyName = gone.family;
    person.born = gone.born;
    person.nhsNumberMissing = NhsNumberMissing::notKnown;
    auto known = use.people.registerPerson(session, person, ids[0]);
    if (!known)
        return std::move(known).error();
    std::int64_t version = 0;
    const auto record = [&](EventBody body, Date day, const CommandId& command) {
        app::RecordInput input;
        input.person = known->id;
        input.seenVersion = version++;
        input.command = command;
        input.at = londonInstant(day, std::chrono::hours{11});
        input.body = std::move(body);
        return use.cases.record(session, input);
    };
    const event::Attempt asked{gone.need, "gp", {}, {}, {}, {}};
    if (auto done = record(asked, gone.died - std::chrono::days{30}, ids[1]); !done)
        return std::move(done).error();
    if (auto done = record(event::PersonDied{gone.died}, gone.died, ids[2]); !done)
        return std::move(done).error();
    return Done{};
}

void closeAll(Client& client)
{
    for (QDialog* sheet : client.window().findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);
    client.window().toasts().close();
}

}  // namespace

void drawRetention(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    Desk& desk = client.desk();
    practice.signIn("Joanne Mercer");
    client.window().go(QStringLiteral("retention"));
    practice.settle();
    if (practice.personNamed("Wanda Pell").empty()) {
        draw(QStringLiteral("retention-none"));
        for (const Gone& gone : longAgo)
            desk.ask(
                &client,
                [gone, ids = std::array{desk.newCommand(), desk.newCommand(), desk.newCommand()}](
                    UseCases& use, const app::Session& session) { return addGone(use, session, gone, ids); },
                [](const Result<Done>&) {});
        practice.settle();
        client.window().refreshCurrent();
        practice.settle();
    }
    draw(QStringLiteral("retention"));
    const Hands hands{client.window()};
    hands.press(QStringLiteral("Keep longer"));
    practice.settle();
    draw(QStringLiteral("retention-keep"));
    closeAll(client);
    hands.press(QStringLiteral("Propose disposal"));
    practice.settle();
    hands.type(QStringLiteral("Why"), QStringLiteral("Nobody has asked for it, and the family was told"));
    draw(QStringLiteral("retention-propose"));
    hands.press(QStringLiteral("Propose"));
    practice.settle();
    client.window().toasts().close();
    draw(QStringLiteral("retention-proposed"));
    practice.signIn("Rowan Ellery");
    client.window().go(QStringLiteral("retention"));
    practice.settle();
    draw(QStringLiteral("retention-administrator"));
    if (auto* look = client.window().findChild<QAbstractButton*>(QStringLiteral("lookAtDisposal")))
        look->click();
    practice.settle();
    draw(QStringLiteral("retention-confirm"));
    closeAll(client);
    practice.signIn("Joanne Mercer");
    client.window().go(QStringLiteral("retention"));
    practice.settle();
    if (auto* look = client.window().findChild<QAbstractButton*>(QStringLiteral("lookAtDisposal")))
        look->click();
    practice.settle();
    hands.press(QStringLiteral("Withdraw the proposal"));
    practice.settle();
    closeAll(client);
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
