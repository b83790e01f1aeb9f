#include "tour/start_pictures.h"

#include "app/accounts.h"
#include "app/workers.h"
#include "async/background.h"
#include "base/random.h"
#include "shell/settings_store.h"
#include "tour/practice_client.h"
#include "unlock/start_window.h"
#include "widgets/text.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int longestWaitMs = 120'000;  ///< a key is stretched on purpose, and a busy machine is slow at it
constexpr int lookEveryMs = 50;
const std::string firstPassphrase = "seven otters juggle lamps";
const QString passphrase = QStringLiteral("four plain lanterns wander");

bool until(const std::function<bool()>& met)
{
    QElapsedTimer waited;
    waited.start();
    while (!met() && waited.elapsed() < longestWaitMs) {
        QEventLoop pause;
        QTimer::singleShot(lookEveryMs, &pause, &QEventLoop::quit);
        pause.exec();
    }
    return met();
}

class Beginning {
public:
    Beginning(Theme& theme, const std::string& folder, const DrawEverySize& draw)
        : m_draw{draw},
          m_store{folder + "/team.holdfast"},
          m_window{theme,
                   m_settings,
                   m_background,
                   m_clock,
                   m_random,
                   [this](std::unique_ptr<app::Workspace> workspace, app::Session session) {
                       m_opened = std::move(workspace);
                       m_session = std::move(session);
                   }}
    {
        removePracticeStore(m_store);
    }
    ~Beginning()
    {
        m_background.finish();
        m_opened.reset();
        removePracticeStore(m_store);
    }

    Result<Done> play()
    {
        for (const auto step : {&Beginning::firstRun, &Beginning::recoveryKey, &Beginning::addColleagues,
                                &Beginning::unlock, &Beginning::choose, &Beginning::locked})
            if (!(this->*step)())
                return Error{ErrorCode::refused, "pictures", "the beginning could not be drawn"};
        return Done{};
    }

private:
    bool firstRun()
    {
        m_window.begin({});
        write("workerNameEdit", QStringLiteral("Ines Marlow"));
        write("workerServiceEdit", QStringLiteral("Wrenfield Together"));
        write("userEdit", QStringLiteral("ines.m"));
        write("storeLocationEdit", QStringLiteral("/home/ines/Holdfast/team.holdfast"));
        write("passphraseEdit", passphrase);
        write("passphraseAgainEdit", passphrase);
        return m_draw(m_window, QStringLiteral("first-run"));
    }
    bool recoveryKey()
    {
        write("storeLocationEdit", QString::fromStdString(m_store));
        press("createStoreButton");
        const auto* key = m_window.findChild<QLabel*>(QStringLiteral("recoveryKeyLabel"));
        if (!until([&] { return !key->text().isEmpty(); }) || !m_draw(m_window, QStringLiteral("recovery-key")))
            return false;
        write("recoveryTypedEdit", key->text().simplified());
        press("confirmRecoveryButton");
        return until([&] { return m_opened != nullptr; });
    }
    bool addColleagues()
    {
        IdSource ids{m_clock, m_random};
        app::Workers workers{*m_opened};
        for (const auto& [name, role] : {std::pair{"Joanne Mercer", Role::supervisor},
                                         {"Priya Raman", Role::keyworker},
                                         {"Samir Haddad", Role::coordinator}}) {
            Worker worker;
            worker.name = name;
            worker.role = role;
            worker.service = m_session.worker.service;
            if (!workers.save(m_session, worker, ids.make<CommandId>()))
                return false;
        }
        const auto known = workers.list(m_session);
        const auto priya = std::ranges::find(known.value(), "Priya Raman", &Worker::name);
        const bool added = app::Accounts{*m_opened}
                               .add(m_session, passphrase.toStdString(), {"priya.r", priya->id, firstPassphrase})
                               .has_value();
        m_opened.reset();
        return added;
    }
    bool unlock()
    {
        m_window.begin(QString::fromStdString(m_store));
        return m_draw(m_window, QStringLiteral("unlock"));
    }
    bool choose()
    {
        write("unlockUserEdit", QStringLiteral("priya.r"));
        write("unlockEdit", QString::fromStdString(firstPassphrase));
        press("unlockButton");
        const auto* done = m_window.findChild<QAbstractButton*>(QStringLiteral("choosePassphraseButton"));
        return until([&] { return done->isVisible(); }) && m_draw(m_window, QStringLiteral("choose-passphrase"));
    }
    bool locked()
    {
        m_window.beginLocked(QString::fromStdString(m_store), m_session.worker);
        return m_draw(m_window, QStringLiteral("locked"));
    }

    void write(const char* editor, const QString& text)
    {
        setLine(*m_window.findChild<QLineEdit*>(QLatin1String{editor}), text);
    }
    void press(const char* button) { m_window.findChild<QAbstractButton*>(QLatin1String{button})->click(); }

    using Role = holdfast::Role;

    const DrawEverySize& m_draw;
    std::string m_store;
    StandingClock m_clock;
    SeededRandom m_random{7};
    MemorySettings m_settings;
    Background m_background;
    std::unique_ptr<app::Workspace> m_opened;
    app::Session m_session;
    StartWindow m_window;
};

}  // namespace

Result<Done> drawStart(Theme& theme, const std::string& folder, const DrawEverySize& draw)
{
    theme.setTextSize(100);  // a window takes its margins from the size it was made at
    theme.setAppearance(Appearance::light);
    return Beginning{theme, folder, draw}.play();
}

}  // namespace holdfast::ui
