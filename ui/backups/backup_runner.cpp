#include "backups/backup_runner.h"

#include "async/desk.h"

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto lookEvery = 1min;
/// A disk that is not there is not asked for every minute.
constexpr auto againAfter = 30min;
constexpr std::int64_t steps = 200;

}  // namespace

BackupRunner::BackupRunner(Desk& desk, QObject* parent) : QObject{parent}, m_desk{desk}
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &BackupRunner::look);
    m_timer.start();
}

BackupRunner::~BackupRunner()
{
    cancel();
    m_copying.finish();
}

void BackupRunner::start(const std::string& folder)
{
    if (m_running)
        return;
    begin();
    m_desk.ask(
        this, [folder](UseCases& use, const app::Session& session) { return use.backups.begin(session, folder); },
        [this](const Result<app::BackupJob>& job) {
            if (!job)
                return fail(job.error(), false);
            run(*job, false);
        });
}

void BackupRunner::cancel()
{
    m_stop->store(true);
}

void BackupRunner::look()
{
    if (m_running)
        return;
    if (m_desk.clock().now() < m_notBefore)
        return askStanding();
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.backups.beginDue(session); },
        [this](const Result<std::optional<app::BackupJob>>& job) {
            if (m_running)
                return;
            // A store that is locked or does not answer is no trouble of the backup's; it is looked at again.
            if (!job)
                return job.error().code == ErrorCode::unavailable ? void() : fail(job.error(), true);
            if (!*job)
                return askStanding();
            begin();
            run(**job, true);
        });
}

void BackupRunner::begin()
{
    m_running = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    emit started();
}

void BackupRunner::run(const app::BackupJob& job, bool due)
{
    const auto told = [this, stop = m_stop, last = std::int64_t{-1}](std::int64_t done, std::int64_t of) mutable {
        const std::int64_t step = of > 0 ? done * steps / of : 0;
        if (step != last) {
            last = step;
            QMetaObject::invokeMethod(
                this, [this, done, of] { emit progressed(done, of); }, Qt::QueuedConnection);
        }
        return !stop->load();
    };
    m_copying.run(
        this, [job, told] { return app::Backups::run(job, told); },
        [this, due](const Result<app::BackupMade>& made) { end(made, due); });
}

void BackupRunner::end(const Result<app::BackupMade>& made, bool due)
{
    if (!made)
        return fail(made.error(), due);
    m_desk.ask(
        this,
        [made = *made](UseCases& use, const app::Session& session) { return use.backups.noteMade(session, made); },
        [this, made = *made](const Result<Done>&) {
            // Where it could not be noted (locked meanwhile) the next look makes another one: better one too many.
            m_running = false;
            m_dueFailed.reset();
            m_notBefore = {};
            emit finished(made);
            askStanding();
        });
}

void BackupRunner::fail(const Error& error, bool due)
{
    m_running = false;
    m_notBefore = m_desk.clock().now() + againAfter;
    if (due && error.code != ErrorCode::cancelled)
        m_dueFailed = error;
    emit failed(error);
    askStanding();
}

void BackupRunner::askStanding()
{
    if (!m_desk.may(app::Action::backUpStore)) {
        if (std::exchange(m_standing, std::nullopt))
            emit standingChanged();
        return;
    }
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.backups.standing(session); },
        [this](const Result<app::BackupStanding>& standing) {
            m_standing = standing ? std::optional{*standing} : std::nullopt;
            emit standingChanged();
        });
}

}  // namespace holdfast::ui
