// Finding somebody: search as you type, filters that are remembered, and the list.
#pragma once

#include "app/people.h"
#include "shell/page.h"
#include "shell/window_class.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace holdfast::ui {

class Banner;
class Button;
class CaseActions;
class Desk;
class EmptyState;
class FlowLayout;
class PeopleDelegate;
class PeopleModel;
class ScrollMemory;
class SegmentedControl;
class SettingsStore;
class Theme;

class PeoplePage final : public QWidget, public Page {
    Q_OBJECT

public:
    PeoplePage(Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent = nullptr);
    ~PeoplePage() override;

    QString id() const override { return QStringLiteral("people"); }
    QString title() const override { return tr("People"); }
    QString icon() const override { return QStringLiteral("people"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override { return {m_new, m_find, m_emergency}; }
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

    /// What the search field of the top bar asks for.
    void search(const QString& text);
    /// Whom I hold: "See who you hold" of Today.
    void showHeldByMe();

signals:
    void personRequested(const holdfast::PersonId& person);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    void buildFilters();
    void buildTable();
    void ask(const std::string& after, const std::function<void(const Result<app::PeoplePage>&)>& receive);
    void restart();
    void arrange();
    void showAnswer();
    void openCurrent();
    void clearAll();
    void openRestricted();
    void chooseFilter(int filter);

    Theme& m_theme;
    Desk& m_desk;
    SettingsStore& m_settings;
    CaseActions& m_actions;
    app::PeopleQuery m_query;
    WindowClass m_class = WindowClass::normal;

    QAction* m_new;
    QAction* m_find;
    QAction* m_emergency;
    QBoxLayout* m_top = nullptr;
    QLineEdit* m_search = nullptr;
    Button* m_newButton = nullptr;
    QButtonGroup* m_filters = nullptr;
    QWidget* m_filterRow = nullptr;
    SegmentedControl* m_scope = nullptr;
    Banner* m_trouble = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    ScrollMemory* m_scroll = nullptr;
    PeopleModel* m_model = nullptr;
    PeopleDelegate* m_delegate = nullptr;
    EmptyState* m_nobody = nullptr;
    EmptyState* m_first = nullptr;
    PersonId m_selected;  ///< returns after a refresh
};

}  // namespace holdfast::ui
