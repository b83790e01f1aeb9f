#include "unlock/start_window.h"

#include "app/practice.h"
#include "app/workers.h"
#include "base/platform.h"
#include "domain/calendar.h"
#include "shell/settings_store.h"
#include "shell/window_class.h"
#include "theme/theme.h"
#include "unlock/holdfast_art.h"
#include "unlock/recovery_page.h"
#include "unlock/set_up_page.h"
#include "unlock/sign_in_page.h"
#include "unlock/unlock_page.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

// Positions in the stack, in the order they are added.
enum : int { setUpPage, unlockPage, recoveryPage, signInPage, waitPage };

constexpr int freeTries = 5;   ///< then each wrong passphrase costs a wait
constexpr int firstWait = 15;  ///< seconds, doubled each time
constexpr int longestWait = 240;

/// A page in the middle of a scrolling column, no wider than the drawing.
QWidget* centred(QWidget* page)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch(1);
    row->addWidget(page, 8, Qt::AlignVCenter);
    row->addStretch(1);
    scroll->setWidget(box);
    return scroll;
}

}  // namespace

StartWindow::StartWindow(Theme& theme, SettingsStore& settings, Background& background, const Clock& clock,
                         Random& random, Opened opened, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_settings{settings},
      m_background{background},
      m_clock{clock},
      m_random{random},
      m_opened{std::move(opened)}
{
    setObjectName(QStringLiteral("canvas"));
    setWindowTitle(tr("Holdfast"));
    resize(theme.px(1180), theme.px(760));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_art = new HoldfastArt{theme};
    row->addWidget(m_art);
    m_pages = new QStackedWidget;
    row->addWidget(m_pages, 1);

    const auto usual = platform::dataFolder();
    m_setUp = new SetUpPage{theme, usual ? text(*usual) + QStringLiteral("/team.holdfast") : QString{}};
    m_unlock = new UnlockPage{theme};
    m_recovery = new RecoveryPage{theme};
    m_signIn = new SignInPage{theme};
    m_wait =
        new EmptyState{theme, QStringLiteral("hourglass"), tr("Opening the store"), tr("This can take a few seconds.")};
    m_pages->addWidget(centred(m_setUp));
    m_pages->addWidget(centred(m_unlock));
    m_pages->addWidget(centred(m_recovery));
    m_pages->addWidget(centred(m_signIn));
    m_pages->addWidget(centred(m_wait));

    connect(m_setUp, &SetUpPage::createRequested, this, &StartWindow::create);
    connect(m_setUp, &SetUpPage::openRequested, this, [this](const QString& location) { begin(location); });
    connect(m_setUp, &SetUpPage::practiceRequested, this, &StartWindow::practise);
    connect(m_unlock, &UnlockPage::unlockRequested, this,
            [this](const std::string& secret) { openStore(m_location, secret); });
    connect(m_unlock, &UnlockPage::otherRequested, this, [this] { showSetUp(); });
    connect(m_recovery, &RecoveryPage::typedBack, this, &StartWindow::confirm);
    connect(m_recovery, &RecoveryPage::abandoned, this, [this] {
        m_new.reset();
        showSetUp();
    });
    connect(m_signIn, &SignInPage::chosen, this, &StartWindow::signIn);
    connect(&theme, &Theme::themeChanged, this, &StartWindow::arrange);
    addTextSizeKeys();
}

StartWindow::~StartWindow() = default;

void StartWindow::addTextSizeKeys()
{
    const auto add = [this](const QList<QKeySequence>& keys, auto change) {
        auto* action = new QAction{this};
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, change] {
            change(m_theme);
            m_settings.setValue(textSizeSetting, m_theme.textSize());
        });
        addAction(action);
    };
    add({QKeySequence{Qt::CTRL | Qt::Key_Plus}, QKeySequence{Qt::CTRL | Qt::Key_Equal}},
        [](Theme& theme) { theme.biggerText(); });
    add({QKeySequence{Qt::CTRL | Qt::Key_Minus}}, [](Theme& theme) { theme.smallerText(); });
    add({QKeySequence{Qt::CTRL | Qt::Key_0}}, [](Theme& theme) { theme.setTextSize(100); });
}

void StartWindow::begin(const QString& location, const std::string& secret)
{
    m_location = location;
    switch (location.isEmpty() ? app::StoreKind::missing : app::probeStore(location.toStdString())) {
    case app::StoreKind::missing: return showSetUp();
    case app::StoreKind::practice:
    case app::StoreKind::server: return openStore(location, {});
    case app::StoreKind::encrypted:
        m_unlock->setStore(location);
        return secret.empty() ? showPage(unlockPage) : openStore(location, secret);
    case app::StoreKind::notAStore: return explain({ErrorCode::notAStore, {}, {}});
    case app::StoreKind::unreadable: return explain({ErrorCode::unavailable, {}, {}});
    }
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

void StartWindow::openStore(const QString& location, const std::string& secret)
{
    if (secret.empty())
        m_pages->setCurrentIndex(waitPage);
    m_background.run(
        this,
        [this, location = location.toStdString(), secret] {
            return app::openStore(location, secret, m_clock, m_random);
        },
        [this](Result<std::unique_ptr<app::Workspace>> workspace) { take(workspace); });
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
            return app::NewStore::begin(input.location.toStdString(), input.passphrase, first,
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
        [this](Result<std::unique_ptr<app::Workspace>> workspace) {
            if (!workspace && workspace.error().code == ErrorCode::invalid)
                return m_recovery->explain(tr("That is not the key on the paper. Look at it again, group by group."));
            m_recovery->setBusy(false);
            if (workspace)
                m_new.reset();
            take(workspace);
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
        [this, location = m_location.toStdString()]() -> Result<std::unique_ptr<app::Workspace>> {
            auto made = app::createPracticeStore(location, m_clock, m_random);
            if (!made)
                return made;
            const app::PracticeInput input{60, 1, londonDate(m_clock.now())};
            const auto filled = app::makePractice(**made, input, [](int, int) { return true; });
            if (!filled)
                return filled.error();
            return made;
        },
        [this](Result<std::unique_ptr<app::Workspace>> workspace) { take(workspace); });
}

void StartWindow::take(Result<std::unique_ptr<app::Workspace>>& workspace)
{
    m_unlock->setBusy(false);
    if (!workspace)
        return explain(workspace.error());
    m_failures = 0;
    m_workspace = std::move(workspace).value();
    m_settings.setValue(QStringLiteral("store/location"), m_location);
    chooseWorker();
}

void StartWindow::chooseWorker()
{
    struct Choices {
        std::vector<Worker> workers;
        std::optional<WorkerId> busiest;
    };
    m_background.run(
        this,
        [workspace = m_workspace.get()]() -> Result<Choices> {
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
            if (m_workspace->facts().practice && !workers.empty()) {
                const auto remembered = m_settings.value(QStringLiteral("worker"), QString{}).toString().toStdString();
                const auto known =
                    std::ranges::find(workers, remembered, [](const Worker& worker) { return worker.id.str(); });
                // A practice begins with somebody's day; the first time with the day of whoever holds most.
                return signIn(known != workers.end() ? known->id : choices->busiest.value_or(workers.front().id));
            }
            m_signIn->setWorkers(workers);
            showPage(signInPage);
        });
}

void StartWindow::signIn(const WorkerId& worker)
{
    m_background.run(
        this, [workspace = m_workspace.get(), worker] { return app::Workers{*workspace}.signIn(worker); },
        [this](const Result<app::Session>& session) {
            if (!session)
                return explain(session.error());
            m_settings.setValue(QStringLiteral("worker"), text(session->worker.id.text()));
            m_opened(std::move(m_workspace), *session);
        });
}

void StartWindow::explain(const Error& error)
{
    emit problemShown(words(error));
    if (error.code != ErrorCode::wrongKey)
        return showSetUp(words(error));
    ++m_failures;
    showPage(unlockPage);
    const int left = freeTries - m_failures;
    if (left > 0)
        return m_unlock->explain(counted(left, tr("That passphrase did not open this store. 1 try left before a wait."),
                                         tr("That passphrase did not open this store. %1 tries left before a wait.")));
    const int wait = std::min(firstWait << std::min(-left, 8), longestWait);
    m_unlock->explain(tr("That passphrase did not open this store. Try again in %1 seconds.").arg(wait));
    m_unlock->waitFor(wait);
}

void StartWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartWindow::arrange()
{
    for (QWidget* wide : {static_cast<QWidget*>(m_setUp), static_cast<QWidget*>(m_recovery)})
        wide->setMaximumWidth(m_theme.px(640));
    for (QWidget* slim : {static_cast<QWidget*>(m_unlock), static_cast<QWidget*>(m_signIn), m_wait})
        slim->setMaximumWidth(m_theme.px(440));
    const WindowClass now = windowClassFor(width(), m_theme.u());
    m_art->setVisible(now != WindowClass::narrow);
    m_art->setFixedWidth(now == WindowClass::small ? m_theme.px(400) : m_theme.px(width() > 1300 ? 560 : 400));
}

}  // namespace holdfast::ui
