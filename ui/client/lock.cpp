#include "client/lock.h"

#include "async/keeper.h"
#include "backups/backup_words.h"
#include "base/log.h"
#include "client/client.h"
#include "shell/main_window.h"
#include "shell/settings_store.h"
#include "unlock/start_window.h"
#include "widgets/messages.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto warning = 30s;
constexpr auto patience = 3s;

bool isSomebody(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress: return true;
    default: return false;
    }
}

bool isLockKey(QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    return key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier;
}

}  // namespace

Lock::Lock(Client& client, Theme& theme, SettingsStore& settings, const Clock& clock, Random& random,
           SomebodyElse somebodyElse)
    : m_client{client},
      m_theme{theme},
      m_settings{settings},
      m_clock{clock},
      m_random{random},
      m_somebodyElse{std::move(somebodyElse)},
      m_lastSeen{clock.now()}
{
    connect(&client, &Client::lockRequested, this, &Lock::lock);
    connect(&client, &Client::restoreRequested, this, &Lock::putBack);
    connect(&m_desktop, &DesktopWatch::left, this, &Lock::lock);
    connect(&m_tick, &QTimer::timeout, this, &Lock::look);
    m_tick.start(1s);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Lock::closeStore);
    qApp->installEventFilter(this);
}

Lock::~Lock()
{
    m_opening.finish();
}

bool Lock::eventFilter(QObject* watched, QEvent* event)
{
    if (isSomebody(event->type())) {
        m_lastSeen = m_clock.now();
        m_warned = false;
    }
    // The window's own command cannot be reached from a dialog that is a window of its own.
    if (!isLocked() && isLockKey(event)) {
        lock();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Lock::look()
{
    if (isLocked())
        return;
    const int minutes = std::clamp(m_settings.value(lockMinutesSetting, usualLockMinutes).toInt(), 1, 15);
    const auto away = m_clock.now() - m_lastSeen;
    if (away >= std::chrono::minutes{minutes})
        return lock();
    if (away >= std::chrono::minutes{minutes} - warning && !std::exchange(m_warned, true))
        m_client.window().toasts().done(tr("Holdfast locks in 30 seconds. Press any key to stay."));
}

void Lock::lock()
{
    if (isLocked())
        return;
    log::info("screen.locked", m_client.desk().session().worker.id);
    m_screen = std::make_unique<StartWindow>(m_theme, m_settings, m_opening, m_clock, m_random,
                                             [this](std::unique_ptr<app::Workspace> opened, app::Session session) {
                                                 take(std::move(opened), std::move(session));
                                             });
    m_closing = false;
    keepTyped();
    hideAll();
    emit locked();
    closeWhenKept();
}

void Lock::keepTyped()
{
    for (Keeping* keeper : Keeping::everyone()) {
        connect(keeper, &Keeping::keptChanged, this, &Lock::closeWhenKept, Qt::UniqueConnection);
        keeper->flush();
    }
    m_patience.start();
}

void Lock::hideAll()
{
    const QWidget& window = m_client.window();
    m_focus = QApplication::focusWidget();
    m_screen->setGeometry(window.geometry());
    m_screen->beginLocked(m_client.location(), m_client.desk().session().worker);
    m_screen->setWindowState(window.windowState());
    m_hidden.clear();
    for (QWidget* each : QApplication::topLevelWidgets()) {
        if (!each->isVisible() || each == m_screen.get())
            continue;
        const bool isPassing = each->windowType() == Qt::Popup || each->windowType() == Qt::ToolTip;
        if (isPassing)
            each->close();
        else
            m_hidden.append(each);
        each->hide();
    }
    m_screen->raise();
    m_screen->activateWindow();
}

void Lock::closeWhenKept()
{
    if (!isLocked() || m_closing)
        return;
    const bool isKept = std::ranges::none_of(Keeping::everyone(), [](const Keeping* keeper) {
        return keeper->isUnsaved() && keeper->whereKept() == Kept::saving;
    });
    if (isKept)
        closeStore();
}

void Lock::closeStore()
{
    if (!isLocked() || std::exchange(m_closing, true))
        return;
    m_patience.stop();
    m_client.closeStore([self = QPointer<Lock>{this}] {
        if (!self)
            return;
        if (const auto request = std::exchange(self->m_restoring, std::nullopt))
            self->restore(*request);
        emit self->storeClosed();
    });
}

void Lock::putBack(const app::RestoreRequest& request)
{
    if (isLocked())
        return;
    m_restoring = request;
    lock();
    m_screen->showWaiting(
        tr("Putting the backup back"),
        tr("The store is replaced in one step. If it is cut off, the old one is there or the new one."));
}

void Lock::restore(const app::RestoreRequest& request)
{
    m_opening.run(
        this, [this, request] { return app::restoreStore(request, m_clock, m_random); },
        [this, request](const Result<std::string>& kept) {
            if (!m_screen)
                return;
            if (!kept) {
                log::warn("store.not_restored", kept.error().code);
                m_screen->beginLocked(m_client.location(), m_client.desk().session().worker);
                return m_screen->explainLocked(restoreProblem(kept.error()) + tr(" The store is as it was."));
            }
            m_isAnotherStore = true;
            emit restored(text(*kept));
            m_screen->begin(m_client.location(), request.storeSignIn);
        });
}

void Lock::take(std::unique_ptr<app::Workspace> opened, app::Session session)
{
    const QString location = m_screen->location();
    const bool isSame = !m_isAnotherStore && location == m_client.location() &&
                        session.worker.id == m_client.desk().session().worker.id;
    if (!isSame)
        return m_somebodyElse(std::move(opened), std::move(session), location);
    m_closing = true;  // what is still to be closed is not
    m_patience.stop();
    m_lastSeen = m_clock.now();
    m_client.goOn(std::move(opened), session);
    showAll();
    emit unlocked();
}

void Lock::showAll()
{
    for (const auto& each : std::as_const(m_hidden))
        if (each)
            each->setVisible(true);
    m_client.window().activateWindow();
    for (const auto& each : std::as_const(m_hidden))
        if (each && each != &m_client.window())
            each->activateWindow();
    if (m_focus)
        m_focus->setFocus(Qt::OtherFocusReason);
    m_hidden.clear();
    m_screen->hide();
    m_screen.release()->deleteLater();  // it is still answering
}

}  // namespace holdfast::ui
