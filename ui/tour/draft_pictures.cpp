#include "tour/draft_pictures.h"

#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "shell/main_window.h"
#include "today/today_page.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QDialog>
#include <QPlainTextEdit>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

const QString field = QStringLiteral("What matters to me");

void write(const Hands& hands, const QString& text)
{
    if (auto* there = hands.named<QPlainTextEdit>(field)) {
        there->selectAll();
        hands.type(field, text);
    }
}

/// As the store would offer it had the program been killed just before.
app::Recovered recoveredFor(const PersonId& person, Instant now)
{
    const std::string before = "I want to sleep through the night. I want to see my daughter on Saturdays.";
    const std::string after = "I want to sleep through the night without the bottle. I want to see my daughter on "
                              "Saturdays, at her gran's for a st";
    return {{"assessment", person, "Tomasz Zielinski", now - 4min - 13s, false},
            {{"what_matters", before}, {"companion", "My sister"}},
            {{"what_matters", after}, {"companion", "My sister"}}};
}

}  // namespace

void drawDrafts(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    MainWindow& window = client.window();
    const Hands hands{window};
    const PersonId person = practice.personNamed("Tomasz");
    client.openAssessment(person);
    practice.settle();
    write(hands,
          QStringLiteral("I want to sleep through the night and to see my daughter on Saturdays. Evenings are the "
                         "worst, that is when I drink."));
    practice.settle();
    practice.settle();
    draw(QStringLiteral("kept-line"));
    write(hands, QStringLiteral("I want to sleep through the night and see my daughter at weekends."));
    practice.settle();
    practice.settle();
    hands.press(QStringLiteral("Earlier versions"));
    practice.settle();
    draw(QStringLiteral("earlier-versions"));
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);

    const app::Recovered recovered = recoveredFor(person, practice.clock().now());
    write(hands, QString::fromStdString(recovered.now.front().text));
    practice.settle();
    if (auto* offer = window.findChild<QWidget*>(QStringLiteral("assessmentOffer")))
        static_cast<DraftOffer*>(offer)->offer(recovered);
    draw(QStringLiteral("cut-off"));
    hands.press(QStringLiteral("See what differs"));
    draw(QStringLiteral("cut-off-differs"));
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);
    window.go(QStringLiteral("today"));
    practice.settle();
    static_cast<TodayPage*>(window.page(QStringLiteral("today")))->showCutOff({recovered.what});
    draw(QStringLiteral("today-cut-off"));
}

}  // namespace holdfast::ui
