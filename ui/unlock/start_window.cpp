#include "unlock/start_window.h"

#include "base/platform.h"
#include "shell/settings_store.h"
#include "shell/window_class.h"
#include "theme/theme.h"
#include "unlock/choose_page.h"
#include "unlock/holdfast_art.h"
#include "unlock/recovery_page.h"
#include "unlock/set_up_page.h"
#include "unlock/sign_in_page.h"
#include "unlock/unlock_page.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace holdfast::ui {
namespace {

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
    m_choose = new ChoosePage{theme};
    m_signIn = new SignInPage{theme};
    m_wait =
        new EmptyState{theme, QStringLiteral("hourglass"), tr("Opening the store"), tr("This can take a few seconds.")};
    for (QWidget* page :
         {static_cast<QWidget*>(m_setUp), static_cast<QWidget*>(m_unlock), static_cast<QWidget*>(m_recovery),
          static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_signIn), static_cast<QWidget*>(m_wait)})
        m_pages->addWidget(centred(page));

    connect(m_setUp, &SetUpPage::createRequested, this, &StartWindow::create);
    connect(m_setUp, &SetUpPage::openRequested, this, [this](const QString& location) { begin(location); });
    connect(m_setUp, &SetUpPage::practiceRequested, this, &StartWindow::practise);
    connect(m_unlock, &UnlockPage::unlockRequested, this,
            [this](const app::SignIn& typed) { openStore(m_location, typed); });
    connect(m_unlock, &UnlockPage::otherRequested, this, [this] { showSetUp(); });
    connect(m_unlock, &UnlockPage::somebodyElseRequested, this, [this] {
        m_somebodyElse = true;
        openStore(m_location, {});
    });
    connect(m_choose, &ChoosePage::chosen, this, &StartWindow::choosePassphrase);
    connect(m_recovery, &RecoveryPage::typedBack, this, &StartWindow::confirm);
    connect(m_recovery, &RecoveryPage::abandoned, this, [this] {
        m_new.reset();
        showSetUp();
    });
    connect(m_signIn, &SignInPage::chosen, this, &StartWindow::signIn);
    connect(&theme, &Theme::themeChanged, this, &StartWindow::arrange);
    addTextSizeKeys();
}

StartWindow::~StartWindow()
{
    forgetTyped();
}

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

void StartWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartWindow::arrange()
{
    for (QWidget* wide : {static_cast<QWidget*>(m_setUp), static_cast<QWidget*>(m_recovery)})
        wide->setMaximumWidth(m_theme.px(640));
    for (QWidget* slim : {static_cast<QWidget*>(m_unlock), static_cast<QWidget*>(m_choose),
                          static_cast<QWidget*>(m_signIn), static_cast<QWidget*>(m_wait)})
        slim->setMaximumWidth(m_theme.px(440));
    const WindowClass now = windowClassFor(width(), m_theme.u());
    m_art->setVisible(now != WindowClass::narrow);
    m_art->setFixedWidth(now == WindowClass::small ? m_theme.px(400) : m_theme.px(width() > 1300 ? 560 : 400));
}

}  // namespace holdfast::ui
