// Rail, top bar, pages, status bar. It only arranges pages and carries the commands that every page shares.
#pragma once

#include "shell/page.h"
#include "shell/window_class.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QMenu;
class QStackedWidget;

namespace holdfast::ui {

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

    /// In the order of Ctrl+1 to Ctrl+9. Where it stands on the rail; hidden pages (a person, an assessment) have none.
    enum class Place : std::uint8_t { rail, railEnd, hidden };
    void addPage(std::unique_ptr<Page> page, Place place = Place::rail);
    Page* page(const QString& id) const;
    Page& current() const;
    /// Shows the page, at a place of its own if given; the one before is what Back returns to.
    void go(const QString& id, const QString& place = {});
    void back();

    /// A command of the New menu ("Person", "Joint assessment"), also in the menu bar.
    void addNewCommand(QAction* action);
    /// A command for the menu bar: menu is one of the ids file, edit, view, go, person, help.
    void addCommand(const QString& menu, QAction* action);

    TopBar& topBar() const { return *m_topBar; }
    NavRail& rail() const { return *m_rail; }
    StatusStrip& status() const { return *m_status; }
    ToastArea& toasts() const { return *m_toasts; }
    const WindowClassWatcher& windowClass() const { return *m_windowClass; }

signals:
    /// Enter or typing in the search field of the top bar.
    void searchRequested(const QString& text);
    void pageShown(const QString& id);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    struct Visit {
        QString id;
        QString place;
    };

    void buildMenus();
    void buildShortcuts();
    void show(Page& page);
    void cycleRegion(int by);
    void arrange(WindowClass now);
    void showShortcuts();
    void restore();

    Theme& m_theme;
    SettingsStore& m_settings;
    std::vector<std::unique_ptr<Page>> m_pages;
    Page* m_current = nullptr;
    QList<Visit> m_visits;
    NavRail* m_rail;
    TopBar* m_topBar;
    QStackedWidget* m_stack;
    StatusStrip* m_status;
    std::unique_ptr<ToastArea> m_toasts;
    std::unique_ptr<WindowClassWatcher> m_windowClass;
    QMenu* m_newMenu = nullptr;
    bool m_altAlone = false;
};

}  // namespace holdfast::ui
