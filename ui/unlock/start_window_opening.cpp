// How the start window opens a store: what was typed goes to the background, and what came of it is shown.
#include "app/accounts.h"
#include "app/practice.h"
#include "app/workers.h"
#include "base/platform.h"
#include "domain/calendar.h"
#include "shell/settings_store.h"
#include "unlock/choose_page.h"
#include "unlock/recovery_page.h"
#include "unlock/set_up_page.h"
#include "unlock/sign_in_page.h"
#include "unlock/start_window.h"
#include "unlock/unlock_page.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

// Positions in the stack, in the order they are added.
enum : int { setUpPage, unlockPage, recoveryPage, choosePage, signInPage, waitPage };

/// The sign-in name that opened a store here last.
const auto userSetting = QStringLiteral("store/user");

}  // namespace

void StartWindow::begin(const QString& location, app::SignIn typed)
{
    m_location = location;
    switch (location.isEmpty() ? app::StoreKind::missing : app::probeStore(location.toStdString())) {
    case app::StoreKind::missing: return showSetUp();
    case app::StoreKind::practice:
    case app::StoreKind::server: return openStore(location, {});
    case app::StoreKind::encrypted: return typed.secret.empty() ? askForPassphrase() : openStore(location, typed);
    case app::StoreKind::notAStore: return explain({ErrorCode::notAStore, {}, {}});
    case app::StoreKind::unreadable: return explain({ErrorCode::unavailable, {}, {}});
    }
}

void StartWindow::beginLocked(const QString& location, const Worker& worker)
{
    m_location = location;
    m_lockedAs = worker.id;
    const bool hasAccounts = app::probeStore(location.toStdString()) == app::StoreKind::encrypted;
    if (hasAccounts)
        askForPassphrase();
    m_unlock->setLocked(text(worker.name), hasAccounts);
    showPage(unlockPage);
}

void StartWindow::showWaiting(const QString& title, const QString& detail)
{
    m_wait->setWords(title, detail);
    showPage(waitPage);
}

void StartWindow::explainLocked(const QString& problem)
{
    emit problemShown(problem);
    m_unlock->explain(problem);
}

void StartWindow::askForPassphrase()
{
    m_unlock->setStore(m_location);
    m_unlock->setUsers(app::signInNames(m_location.toStdString()), m_settings.value(userSetting, {}).toString());
    showPage(unlockPage);
}

void StartWindow::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    show();
}

void StartWindow::showSetUp(const QString& problem)
{
    showPage(setUpPage);
    if (!problem.isEmpty())
        m_setUp->explain(problem);
}

void StartWindow::openStore(const QString& location, const app::SignIn& typed)
{
    if (typed.secret.empty() && !m_lockedAs)
        m_pages->setCurrentIndex(waitPage);
    forgetTyped();
    m_user = typed.user;
    m_secret = typed.secret;
    m_background.run(
        this,
        [this, location = location.toStdString(), typed] { return app::openStore(location, typed, m_clock, m_random); },
        [this](Result<app::OpenedStore> opened) { take(opened); });
}

void StartWindow::create(const SetUpInput& input)
{
    m_location = input.location;
    m_setUp->setBusy(true);
    Worker first;
    first.name = input.workerName.toStdString();
    first.role = input.role;
    m_background.run(
        this,
        [this, input, first] {
            return app::NewStore::begin(input.location.toStdString(), {input.user, input.passphrase}, first,
                                        input.serviceName.toStdString(), m_clock, m_random);
        },
        [this](Result<std::unique_ptr<app::NewStore>> begun) {
            m_setUp->setBusy(false);
            if (!begun)
                return explain(begun.error());
            m_new = std::move(begun).value();
            m_recovery->setKey(text(m_new->recoveryKey()));
            showPage(recoveryPage);
        });
}

void StartWindow::confirm(const QString& typedBack)
{
    m_recovery->setBusy(true);
    m_background.run(
        this, [this, typed = typedBack.toStdString()] { return m_new->confirm(typed); },
        [this](Result<app::OpenedStore> opened) {
            if (!opened && (opened.error().code == ErrorCode::invalid || opened.error().code == ErrorCode::wrongKey))
                return m_recovery->explain(tr("That is not the key on the paper. Look at it again, group by group."));
            m_recovery->setBusy(false);
            if (opened)
                m_new.reset();
            take(opened);
        });
}

void StartWindow::practise()
{
    const auto folder = platform::dataFolder();
    if (!folder)
        return explain(folder.error());
    m_location = text(*folder) + QStringLiteral("/practice.holdfast");
    if (app::probeStore(m_location.toStdString()) == app::StoreKind::practice)
        return openStore(m_location, {});
    showPage(waitPage);
    m_background.run(
        this,
        [this, location = m_location.toStdString()]() -> Result<app::OpenedStore> {
            auto made = app::createPracticeStore(location, m_clock, m_random);
            if (!made)
                return std::move(made).error();
            const app::PracticeInput input{60, 1, londonDate(m_clock.now())};
            const auto filled = app::makePractice(**made, input, [](int, int) { return true; });
            if (!filled)
                return filled.error();
            return app::OpenedStore{*std::move(made)};
        },
        [this](Result<app::OpenedStore> opened) { take(opened); });
}

void StartWindow::take(Result<app::OpenedStore>& opened)
{
    m_unlock->setBusy(false);
    if (!opened)
        return explain(opened.error());
    m_store = std::move(opened).value();
    m_settings.setValue(QStringLiteral("store/location"), m_location);
    if (!m_store.session)
        return m_lockedAs && !m_somebodyElse ? signIn(*m_lockedAs) : chooseWorker();
    m_settings.setValue(userSetting, text(m_store.user));
    if (!m_store.choosePassphrase)
        return leaveStart();
    m_choose->begin(text(m_store.user));
    showPage(choosePage);
}

/// Still with what opened the store: it proves who they are once more.
void StartWindow::choosePassphrase(const std::string& passphrase)
{
    m_background.run(
        this,
        [this, own = m_secret, passphrase] {
            return app::Accounts{*m_store.workspace}.changeOwn(*m_store.session, own, passphrase);
        },
        [this](const Result<Done>& changed) {
            if (changed)
                return leaveStart();
            m_choose->explain(changed.error().where == "passphrase" ? tr("Choose another one than you were given.")
                                                                    : words(changed.error()));
        });
}

void StartWindow::leaveStart()
{
    forgetTyped();
    m_opened(std::move(m_store.workspace), *m_store.session);
}

void StartWindow::forgetTyped()
{
    std::ranges::fill(m_secret, '\0');
    m_secret.clear();
}

void StartWindow::chooseWorker()
{
    struct Choices {
        std::vector<Worker> workers;
        std::optional<WorkerId> busiest;
    };
    m_background.run(
        this,
        [workspace = m_store.workspace.get()]() -> Result<Choices> {
            app::Workers use{*workspace};
            auto workers = use.signInChoices();
            if (!workers)
                return std::move(workers).error();
            auto busiest = use.busiest();
            if (!busiest)
                return std::move(busiest).error();
            return Choices{*std::move(workers), *std::move(busiest)};
        },
        [this](const Result<Choices>& choices) {
            if (!choices)
                return explain(choices.error());
            const auto& workers = choices->workers;
            if (workers.size() == 1)
                return signIn(workers.front().id);
            if (m_store.workspace->facts().practice && !workers.empty() && !m_somebodyElse) {
                const auto remembered = m_settings.value(QStringLiteral("worker"), QString{}).toString().toStdString();
                const auto known =
                    std::ranges::find(workers, remembered, [](const Worker& worker) { return worker.id.str(); });
                // A practice begins with somebody's day; the first time with the day of whoever holds most.
                return signIn(known != workers.end() ? known->id : choices->busiest.value_or(workers.front().id));
            }
            m_signIn->setWorkers(workers, m_store.workspace->facts().practice);
            showPage(signInPage);
        });
}

void StartWindow::signIn(const WorkerId& worker)
{
    m_background.run(
        this, [workspace = m_store.workspace.get(), worker] { return app::Workers{*workspace}.signIn(worker); },
        [this](const Result<app::Session>& session) {
            if (!session)
                return explain(session.error());
            m_settings.setValue(QStringLiteral("worker"), text(session->worker.id.text()));
            m_store.session = *session;
            leaveStart();
        });
}

void StartWindow::explain(const Error& error)
{
    forgetTyped();
    if (error.code == ErrorCode::wrongKey || error.where == "sign_in")
        return explainWrong();
    emit problemShown(words(error));
    if (m_lockedAs)
        return m_unlock->explain(words(error));
    showSetUp(words(error));
}

/// What went wrong in words, and how long until the next try.
void StartWindow::explainWrong()
{
    const auto standing = app::signInStanding(m_location.toStdString(), m_user, m_clock);
    const auto wait = static_cast<int>(standing.wait.count());
    QString said = tr("That did not open the store. Look at the name and the passphrase.");
    if (standing.locked)
        said = tr("Locked after %1 wrong tries. Ask an administrator for a new passphrase, or use the recovery key.")
                   .arg(app::mostTries);
    else if (wait > 1)
        said = tr("That did not open the store. Try again in %1 seconds. %2 tries are left.")
                   .arg(wait)
                   .arg(std::max(app::mostTries - standing.failures, 0));
    emit problemShown(said);
    if (m_pages->currentIndex() != unlockPage)
        askForPassphrase();
    m_unlock->explain(said);
    if (wait > 0 && !standing.locked)
        m_unlock->waitFor(wait);
}

}  // namespace holdfast::ui
