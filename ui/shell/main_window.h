// Rail, top bar, pages, status bar. It only arranges pages and carries the commands that every page shares.
#pragma once

#include "shell/page.h"
#include "shell/window_class.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QStackedWidget;

namespace holdfast::ui {

class Commands;
class NavRail;
class SettingsStore;
class StatusStrip;
class Theme;
class ToastArea;
class TopBar;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Where a page stands on the rail. Hidden pages (a person, an assessment) belong to the rail item `under`.
    enum class Place : std::uint8_t { rail, railEnd, hidden };
    /// Rail pages get Ctrl+1, Ctrl+2 ... in the order they are added.
    void addPage(std::unique_ptr<Page> page, Place place = Place::rail, const QString& under = {});
    /// A page that the worker at the screen may not see is not on the rail and has no key.
    void setAllowed(const QString& id, bool allowed);
    Page* page(const QString& id) const;
    /// The page that is shown; before any is, the first that was added.
    Page& current() const { return m_current ? *m_current : *m_pages.front().page; }
    /// Shows the page, at a place of its own if given; the one before is what Back returns to.
    void go(const QString& id, const QString& place = {});
    void back();
    /// The data may have changed (undo, another page saved): the page shown asks again.
    void refreshCurrent();

    /// A command of the New menu ("Person", "Joint assessment"), also in the menu bar.
    void addNewCommand(QAction* action);

    Commands& commands() const { return *m_commands; }
    TopBar& topBar() const { return *m_topBar; }
    NavRail& rail() const { return *m_rail; }
    StatusStrip& status() const { return *m_status; }
    ToastArea& toasts() const { return *m_toasts; }
    const WindowClassWatcher& windowClass() const { return *m_windowClass; }

signals:
    void lockRequested();
    void searchRequested();  ///< Ctrl K: the search of the top bar gets the keys
    void pageShown(const QString& id);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    struct Entry {
        std::unique_ptr<Page> page;
        QString railId;
        QAction* go = nullptr;
    };
    struct Visit {
        QString id;
        QString place;
    };

    void buildFrame();
    void buildCommands();
    void showPage(const Entry& entry, const QString& place);
    const Entry* entry(const QString& id) const;
    QList<QWidget*> regions() const;
    void arrange(WindowClass now);
    void showKeys();

    Theme& m_theme;
    SettingsStore& m_settings;
    std::vector<Entry> m_pages;
    Page* m_current = nullptr;
    QList<Visit> m_visits;
    NavRail* m_rail = nullptr;
    TopBar* m_topBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatusStrip* m_status = nullptr;
    Commands* m_commands = nullptr;
    std::unique_ptr<ToastArea> m_toasts;
    std::unique_ptr<WindowClassWatcher> m_windowClass;
    int m_railPages = 0;
};

}  // namespace holdfast::ui
