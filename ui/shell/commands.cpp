#include "shell/commands.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace holdfast::ui {

Commands::Commands(QMainWindow& window) : m_window{window}, m_bar{new QMenuBar{&window}}, m_new{new QMenu{&window}}
{
    m_window.setMenuBar(m_bar);
    const std::pair<QString, QString> menus[]{
        {QStringLiteral("file"), tr("&File")},      {QStringLiteral("edit"), tr("&Edit")},
        {QStringLiteral("view"), tr("&View")},      {QStringLiteral("go"), tr("&Go")},
        {QStringLiteral("page"), tr("&This page")}, {QStringLiteral("help"), tr("&Help")},
    };
    for (const auto& [id, title] : menus)
        m_menus.insert(id, m_bar->addMenu(title));
    connect(m_bar, &QMenuBar::triggered, this, &Commands::hideMenuBar);
    m_new->setTitle(tr("New"));
    m_new->menuAction()->setVisible(false);
    menu(QStringLiteral("file"))->addMenu(m_new);
    menu(QStringLiteral("edit"))->menuAction()->setVisible(false);
    menu(QStringLiteral("page"))->menuAction()->setVisible(false);
    if (!m_bar->isNativeMenuBar())
        m_bar->setFixedHeight(0);  // not hidden: a hidden menu bar would take its keys with it
    m_bar->installEventFilter(this);
}

QAction* Commands::add(const QString& menuId, const QString& text, const QList<QKeySequence>& keys)
{
    auto* action = new QAction{text, this};
    action->setShortcuts(keys);
    menu(menuId)->addAction(action);
    menu(menuId)->menuAction()->setVisible(true);
    return action;
}

void Commands::showPageCommands(const QString& title, const QList<QAction*>& actions)
{
    QMenu* page = menu(QStringLiteral("page"));
    for (QAction* action : std::as_const(m_pageActions))
        page->removeAction(action);
    m_pageActions = actions;
    page->addActions(actions);
    page->setTitle(title);
    page->menuAction()->setVisible(!actions.isEmpty());
}

void Commands::toggleMenuBar()
{
    if (m_bar->isNativeMenuBar())
        return;
    if (m_bar->maximumHeight() > 0)
        return hideMenuBar();
    m_before = m_window.focusWidget();
    m_bar->setMinimumHeight(0);
    m_bar->setMaximumHeight(QWIDGETSIZE_MAX);
    m_bar->setFocus(Qt::MenuBarFocusReason);
    m_bar->setActiveAction(m_bar->actions().value(0));
}

void Commands::hideMenuBar()
{
    if (m_bar->maximumHeight() == 0)
        return;
    m_bar->setActiveAction(nullptr);
    m_bar->setFixedHeight(0);
    if (m_bar->hasFocus() && m_before)
        m_before->setFocus(Qt::MenuBarFocusReason);
}

bool Commands::eventFilter(QObject* watched, QEvent* event)
{
    // While a menu bar goes, what is left of it still sends events; it is no menu bar any more.
    if (watched != m_bar || qobject_cast<QMenuBar*>(watched) == nullptr || m_bar->isNativeMenuBar())
        return false;
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        hideMenuBar();
        return true;
    }
    if (event->type() == QEvent::FocusOut && !QApplication::activePopupWidget() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        hideMenuBar();
    return false;
}

QList<QAction*> Commands::doable() const
{
    QList<QAction*> doable;
    for (const QList<QAction*>& actions :
         {menu(QStringLiteral("page"))->actions(), m_new->actions(), menu(QStringLiteral("go"))->actions(),
          menu(QStringLiteral("view"))->actions(), menu(QStringLiteral("help"))->actions(),
          menu(QStringLiteral("file"))->actions()})
        for (QAction* action : actions)
            if (action->isVisible() && action->isEnabled() && !action->isSeparator() && !action->menu())
                doable.append(action);
    return doable;
}

QList<ShortcutGroup> Commands::shortcuts() const
{
    QList<ShortcutGroup> groups;
    for (const char* id : {"go", "page", "file", "view", "help"}) {
        const QMenu* each = menu(QLatin1String{id});
        ShortcutGroup group{each->title().remove(u'&'), {}};
        addTo(group, each->actions());
        groups.append(group);
    }
    ShortcutGroup made{tr("New"), {}};
    addTo(made, m_new->actions());
    groups.insert(1, made);
    groups.append({tr("In lists, forms and pictures"),
                   {{tr("Up, Down"), tr("Next row; Enter opens it, Tab goes to its button")},
                    {tr("0 to 9"), tr("Answer an item and go to the next")},
                    {tr("Left, Right"), tr("Bounces of the timeline; Enter opens the reply, T shows the table")},
                    {tr("Ctrl Enter"), tr("The main button of a dialog")},
                    {tr("Esc"), tr("Close; asks first if text would be lost")}}});
    return groups;
}

void Commands::addTo(ShortcutGroup& group, const QList<QAction*>& actions) const
{
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty() || !action->isVisible())
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' ');
        group.lines.append({keys, action->text().remove(u'&')});
    }
}

}  // namespace holdfast::ui
