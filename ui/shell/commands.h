// The menu bar: every command of the program, with its keys. Pages add theirs while they are shown.
#pragma once

#include "shell/shortcut_sheet.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;
class QMainWindow;
class QMenu;
class QMenuBar;

namespace holdfast::ui {

class Commands final : public QObject {
    Q_OBJECT

public:
    explicit Commands(QMainWindow& window);

    /// `menu` is one of file, edit, view, go, page, help.
    QMenu* menu(const QString& id) const { return m_menus.value(id); }
    QMenu* newMenu() const { return m_new; }
    QAction* add(const QString& menu, const QString& text, const QList<QKeySequence>& keys);
    /// The commands of the page that is shown; the ones before leave.
    void showPageCommands(const QString& title, const QList<QAction*>& actions);

    /// As Alt alone does: shows the menu bar with the first menu marked, or hides it again.
    void toggleMenuBar();
    /// Everything that can be done now, in the order of the menus.
    QList<QAction*> doable() const;
    /// For the sheet of keys.
    QList<ShortcutGroup> shortcuts() const;

protected:
    /// The bar goes away again when the focus leaves it: after Esc, after a command, after a click beside it.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void hideMenuBar();
    void addTo(ShortcutGroup& group, const QList<QAction*>& actions) const;

    QMainWindow& m_window;
    QMenuBar* m_bar;
    QMenu* m_new;
    QPointer<QWidget> m_before;  ///< had the focus when the bar was asked for
    QHash<QString, QMenu*> m_menus;
    QList<QAction*> m_pageActions;
};

}  // namespace holdfast::ui
