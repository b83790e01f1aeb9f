#include "tour/practice_client.h"

#include "app/practice.h"
#include "app/store_setup.h"
#include "app/workers.h"
#include "domain/calendar.h"
#include "shell/main_window.h"

#include <QApplication>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <algorithm>
#include <filesystem>

namespace holdfast::ui {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

constexpr Date practiceDay{year{2026} / November / 18};
constexpr minutes practiceTime = 10h + 42min;
constexpr int longestDelayMs = 400;  ///< the slowest of our timers: 300 ms for the live route, and a little

}  // namespace

Instant StandingClock::now() const
{
    return londonInstant(practiceDay, practiceTime);
}

void removePracticeStore(const std::string& location)
{
    std::error_code ignored;
    for (const char* part :
         {"", "-wal", "-shm", ".anchor", ".audit-anchor", ".lock", ".keys-a", ".keys-b", ".keys-lock", ".tries"})
        std::filesystem::remove(location + part, ignored);
}

PracticeClient::PracticeClient() = default;
PracticeClient::~PracticeClient() = default;

Result<std::unique_ptr<PracticeClient>> PracticeClient::make(const std::string& location)
{
    std::unique_ptr<PracticeClient> made{new PracticeClient};
    auto workspace = app::createPracticeStore(location, made->m_clock, made->m_random);
    if (!workspace)
        return workspace.error();
    const auto filled = app::makePractice(**workspace, {60, 1, practiceDay}, [](int, int) { return true; });
    if (!filled)
        return filled.error();
    app::Workers workers{**workspace};
    const auto choices = workers.signInChoices();
    if (!choices)
        return choices.error();
    const auto session = workers.signIn(choices->front().id);
    if (!session)
        return session.error();
    made->m_theme.applyTo(*qApp);
    made->m_client = std::make_unique<Client>(made->m_theme, made->m_settings, made->m_clock, made->m_ids,
                                              std::move(workspace).value(), *session, QString::fromStdString(location));
    made->m_client->window().resize(1440, 900);  // the screen of a machine without a display is small
    made->m_client->window().setVisible(true);
    made->signIn("Priya Raman");
    return made;
}

void PracticeClient::settle()
{
    for (int round = 0; round < 2; ++round) {
        QEventLoop delays;
        QTimer::singleShot(longestDelayMs, &delays, &QEventLoop::quit);
        delays.exec();
        QEventLoop answers;
        m_client->desk().ask(
            &answers, [](UseCases&, const app::Session&) { return 0; }, [&](int) { answers.quit(); });
        answers.exec();
    }
}

PersonId PracticeClient::personNamed(const std::string& name)
{
    PersonId found;
    QEventLoop answered;
    m_client->desk().ask(
        &answered,
        [name](UseCases& use, const app::Session& session) {
            app::PeopleQuery query;
            query.text = name;
            return use.people.search(session, query);
        },
        [&](const Result<app::PeoplePage>& page) {
            if (page && !page->rows.empty())
                found = page->rows.front().id;
            answered.quit();
        });
    answered.exec();
    return found;
}

void PracticeClient::signIn(const std::string& workerName)
{
    QEventLoop answered;
    m_client->desk().ask(
        &answered,
        [workerName](UseCases& use, const app::Session&) -> Result<app::Session> {
            const auto choices = use.workers.signInChoices();
            if (!choices)
                return choices.error();
            const auto worker = std::ranges::find(*choices, workerName, &Worker::name);
            if (worker == choices->end())
                return Error{ErrorCode::notFound, "worker", "no practice worker of that name"};
            return use.workers.signIn(worker->id);
        },
        [&](const Result<app::Session>& session) {
            if (session)
                m_client->useSession(*session);
            answered.quit();
        });
    answered.exec();
    settle();
}

bool PracticeClient::savePicture(const QString& path)
{
    settle();
    return m_client->window().grab().save(path);
}

}  // namespace holdfast::ui
