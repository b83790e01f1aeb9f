#include "shell/main_window.h"

#include "shell/commands.h"
#include "shell/keyboard.h"
#include "shell/nav_rail.h"
#include "shell/settings_store.h"
#include "shell/status_strip.h"
#include "shell/top_bar.h"
#include "theme/mark.h"
#include "theme/theme.h"
#include "widgets/messages.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

const auto geometryKey = QStringLiteral("window/geometry");

}  // namespace

MainWindow::MainWindow(Theme& theme, SettingsStore& settings, QWidget* parent)
    : QMainWindow{parent}, m_theme{theme}, m_settings{settings}
{
    setWindowTitle(QStringLiteral("Holdfast"));
    setWindowIcon(markIcon(theme));
    m_theme.setTextSize(m_settings.value(textSizeSetting, 100).toInt());
    buildFrame();
    m_commands = new Commands{*this};
    buildCommands();
    m_toasts = std::make_unique<ToastArea>(theme, *this);
    m_windowClass = std::make_unique<WindowClassWatcher>(theme, *this);
    connect(m_windowClass.get(), &WindowClassWatcher::windowClassChanged, this, &MainWindow::arrange);
    setMinimumSize(theme.size(Size::minWindowWidth), theme.size(Size::minWindowHeight));
    setMinimumSize(qMin(minimumWidth(), 960), qMin(minimumHeight(), 600));  // large text must not outgrow the screen
    if (!restoreGeometry(m_settings.value(geometryKey, QByteArray{}).toByteArray()))
        resize(QSize{1440, 900}.boundedTo(screen()->availableGeometry().size()));
    arrange(m_windowClass->current());
    const auto* keys = new KeyWatch{*this};
    connect(keys, &KeyWatch::altAlone, m_commands, &Commands::toggleMenuBar);
    connect(keys, &KeyWatch::questionMark, this, &MainWindow::showKeys);
}

MainWindow::~MainWindow()
{
    m_windowClass.reset();
    // The stack deletes the widgets of the pages; the pages go first, while their widgets are still there.
    m_pages.clear();
}

void MainWindow::buildFrame()
{
    auto* central = new QWidget;
    central->setObjectName(QStringLiteral("canvas"));
    auto* row = new QHBoxLayout{central};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new NavRail{m_theme};
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_topBar = new TopBar{m_theme};
    m_stack = new QStackedWidget;
    m_status = new StatusStrip{m_theme};
    column->addWidget(m_topBar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(central);
    connect(m_topBar, &TopBar::lockRequested, this, &MainWindow::lockRequested);
    connect(m_rail, &NavRail::chosen, this, [this](const QString& id) { go(id); });
}

void MainWindow::buildCommands()
{
    const auto add = [this](const char* menu, const QString& text, const QList<QKeySequence>& keys, auto act) {
        connect(m_commands->add(QLatin1String{menu}, text, keys), &QAction::triggered, this, act);
    };
    add("file", tr("Close Holdfast"), {QKeySequence{Qt::CTRL | Qt::Key_Q}}, [this] { close(); });
    add("go", tr("Find anything"), {QKeySequence{Qt::CTRL | Qt::Key_K}}, [this] {
        emit searchRequested();
        m_topBar->search().setFocus(Qt::ShortcutFocusReason);
        m_topBar->search().selectAll();
    });
    add("go", tr("Back"), {QKeySequence{Qt::ALT | Qt::Key_Left}}, [this] { back(); });
    add("go", tr("Next region"), {QKeySequence{Qt::Key_F6}}, [this] { focusRegion(regions(), 1); });
    add("go", tr("Previous region"), {QKeySequence{Qt::SHIFT | Qt::Key_F6}}, [this] { focusRegion(regions(), -1); });
    add("view", tr("Refresh"), {QKeySequence{Qt::Key_F5}}, [this] { refreshCurrent(); });
    add("view", tr("Bigger text"), {QKeySequence{Qt::CTRL | Qt::Key_Plus}, QKeySequence{Qt::CTRL | Qt::Key_Equal}},
        [this] { m_theme.biggerText(); });
    add("view", tr("Smaller text"), {QKeySequence{Qt::CTRL | Qt::Key_Minus}}, [this] { m_theme.smallerText(); });
    add("view", tr("Normal text"), {QKeySequence{Qt::CTRL | Qt::Key_0}}, [this] { m_theme.setTextSize(100); });
    connect(&m_theme, &Theme::themeChanged, this, [this] { m_settings.setValue(textSizeSetting, m_theme.textSize()); });
    add("help", tr("Keys"), {QKeySequence{Qt::Key_F1}}, [this] { showKeys(); });
    connect(m_status, &StatusStrip::helpRequested, this, &MainWindow::showKeys);
    connect(m_status, &StatusStrip::shortcutsRequested, this, &MainWindow::showKeys);
}

void MainWindow::showKeys()
{
    showShortcutSheet(m_theme, *this, m_commands->shortcuts());
}

void MainWindow::addNewCommand(QAction* action)
{
    m_commands->newMenu()->addAction(action);
    m_commands->newMenu()->menuAction()->setVisible(true);
    m_topBar->setNewMenu(m_commands->newMenu());
}

void MainWindow::addPage(std::unique_ptr<Page> page, Place place, const QString& under)
{
    const QString id = page->id();
    m_stack->addWidget(page->widget());
    QAction* goHere = nullptr;
    if (place != Place::hidden) {
        m_rail->addItem(id, page->title(), page->icon(), place == Place::railEnd);
        const QKeySequence key{Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + m_railPages++)};
        goHere = m_commands->add(QStringLiteral("go"), page->title(), {key});
        connect(goHere, &QAction::triggered, this, [this, id] { go(id); });
    }
    m_pages.push_back({std::move(page), place == Place::hidden ? under : id, goHere});
}

void MainWindow::setAllowed(const QString& id, bool allowed)
{
    const Entry* found = entry(id);
    if (!found || !found->go)
        return;
    found->go->setVisible(allowed);
    found->go->setEnabled(allowed);
    m_rail->item(id)->setVisible(allowed);
}

const MainWindow::Entry* MainWindow::entry(const QString& id) const
{
    for (const Entry& each : m_pages)
        if (each.page->id() == id)
            return &each;
    return nullptr;
}

Page* MainWindow::page(const QString& id) const
{
    const Entry* found = entry(id);
    return found ? found->page.get() : nullptr;
}

void MainWindow::go(const QString& id, const QString& place)
{
    const Entry* next = entry(id);
    if (!next || (m_current && m_current != next->page.get() && !m_current->mayLeave())) {
        m_rail->select(m_current ? entry(m_current->id())->railId : QString{});
        return;
    }
    const bool elsewhere = !place.isEmpty() && m_current && m_current->place() != place;
    if (m_current && (m_current->id() != id || elsewhere))
        m_visits.append({m_current->id(), m_current->place()});
    showPage(*next, place);
}

void MainWindow::back()
{
    if (m_visits.isEmpty() || !m_current->mayLeave())
        return;
    const Visit visit = m_visits.takeLast();
    showPage(*entry(visit.id), visit.place);
}

void MainWindow::showPage(const Entry& next, const QString& place)
{
    m_current = next.page.get();
    if (!place.isEmpty())
        m_current->goTo(place);
    m_stack->setCurrentWidget(m_current->widget());
    m_rail->select(next.railId);
    setWindowTitle(QStringLiteral("Holdfast - %1").arg(m_current->title()));
    m_commands->showPageCommands(m_current->title(), m_current->actions());
    m_current->refresh();
    if (QWidget* first = m_current->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
    emit pageShown(m_current->id());
}

void MainWindow::refreshCurrent()
{
    if (m_current)
        m_current->refresh();
}

QList<QWidget*> MainWindow::regions() const
{
    QList<QWidget*> regions{m_rail, m_topBar};
    const QList<QWidget*> own = current().regions();
    regions += own.isEmpty() ? QList<QWidget*>{current().widget()} : own;
    regions.append(m_status);
    return regions;
}

void MainWindow::arrange(WindowClass now)
{
    const bool narrow = now == WindowClass::narrow;
    m_rail->setNarrow(narrow);
    m_topBar->setNarrow(narrow);
    m_status->setNarrow(narrow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_current && !m_current->mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.setValue(geometryKey, saveGeometry());
    event->accept();
}

}  // namespace holdfast::ui
