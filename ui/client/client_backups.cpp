// Backups across the pages: made when they are due, told to those who look after them, and the way back to one.
#include "backups/backup_runner.h"
#include "backups/backup_words.h"
#include "backups/backups_page.h"
#include "base/log.h"
#include "client/client.h"
#include "settings/settings_page.h"
#include "shell/commands.h"
#include "shell/main_window.h"
#include "today/today_page.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QAction>
#include <QFileInfo>

namespace holdfast::ui {

void Client::connectBackups()
{
    const auto open = [this] { m_window->go(m_backupsPage->id()); };
    m_openBackups = m_window->commands().add(QStringLiteral("go"), tr("&Backups"), {});
    connect(m_openBackups, &QAction::triggered, this, open);
    connect(m_settingsPage, &SettingsPage::backupsRequested, this, open);
    connect(m_today, &TodayPage::backupsRequested, this, open);
    connect(m_backups.get(), &BackupRunner::standingChanged, this, &Client::showBackupNotice);
    connect(m_backups.get(), &BackupRunner::started, this, &Client::showBackupNotice);
    connect(m_backups.get(), &BackupRunner::finished, this, [this](const app::BackupMade&) {
        if (m_desk.may(app::Action::backUpStore))
            m_window->toasts().done(tr("The backup is made, and was read back whole."));
    });
    connect(m_backupsPage, &BackupsPage::done, this,
            [this](const QString& message) { m_window->toasts().done(message); });
    connect(m_backupsPage, &BackupsPage::failed, this,
            [this](const QString& message) { m_window->toasts().failed(message); });
    connect(m_backupsPage, &BackupsPage::restoreRequested, this, &Client::askToRestore);
}

/// What is made up needs no backup, and while one is made nothing is missing yet.
void Client::showBackupNotice()
{
    std::optional<BackupNotice> notice;
    if (const auto& standing = m_backups->standing(); standing && !m_backups->isRunning() && !m_desk.store().practice)
        notice = backupNotice(*standing, m_backups->dueFailed(), m_desk.clock().now());
    const QString strong = notice ? notice->strong : QString{};
    const QString rest = notice ? notice->rest : QString{};
    m_today->setNotice(strong, rest);
    m_settingsPage->setNotice(strong, rest);
}

/// Tells the others that it is open here, and whoever is here that it is open elsewhere too.
void Client::markOpen()
{
    const std::string& file = m_desk.store().file;
    if (file.empty())
        return;
    m_markName = m_desk.newCommand().str();
    auto mark = app::OpenMark::leave(file, m_markName, m_desk.session().worker.id, m_desk.clock().now());
    if (mark)
        m_mark = *std::move(mark);
    else
        log::warn("store.not_marked", mark.error().code);
    sayOthers(QString{}, false);
}

/// Says who else has the store open, and what to do about it. False when nobody has.
bool Client::sayOthers(const QString& advice, bool failed)
{
    const auto others = app::othersAt(m_desk.store().file, m_markName);
    if (others.empty())
        return false;
    m_desk.ask(
        this, [](UseCases& use, const app::Session&) { return use.workers.signInChoices(); },
        [this, advice, failed, first = others.front(),
         more = others.size() - 1](const Result<std::vector<Worker>>& workers) {
            QString name;
            if (workers)
                for (const Worker& each : *workers)
                    if (each.id == first.worker)
                        name = text(each.name);
            const QString said = openElsewhereWords(first, name, more, m_desk.clock().now()) + advice;
            failed ? m_window->toasts().failed(said) : m_window->toasts().done(said);
        });
    return true;
}

void Client::askToRestore(const app::RestoreRequest& request)
{
    if (!sayOthers(tr(" Close it there, then put the backup back."), true))
        emit restoreRequested(request);
}

/// Once at every opening; a disk that does not answer must not hold the window up.
void Client::warnOfPlace()
{
    if (m_desk.store().file.empty())
        return;
    m_desk.ask(
        this, [file = m_desk.store().file](UseCases&, const app::Session&) { return placeOf(file); },
        [this](const StoragePlace& place) {
            if (const auto notice = storePlaceNotice(place))
                m_window->toasts().failed(notice->strong + notice->rest);
        });
}

void Client::warnOfClock()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session&) { return use.audit.aheadOfClock(); },
        [this](const Result<std::optional<Instant>>& ahead) {
            if (ahead && *ahead)
                m_window->toasts().failed(clockBehindWords(**ahead, m_desk.clock().now()));
        });
}

/// A disposal whose last step the program did not live to do.
void Client::finishClearing()
{
    if (m_desk.may(app::Action::confirmDisposal))
        m_desk.ask(
            this, [](UseCases& use, const app::Session& session) { return use.disposals.finishClearing(session); },
            [](const Result<bool>&) {});
}

void Client::sayRestored(const QString& kept)
{
    m_window->toasts().done(
        kept.isEmpty() ? tr("The backup is in place.")
                       : tr("The backup is in place. What was there is kept as %1.").arg(QFileInfo{kept}.fileName()));
}

}  // namespace holdfast::ui
