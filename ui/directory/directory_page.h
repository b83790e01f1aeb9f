// The directory of services: find one, add or edit one, import a list; and where postcode districts lie.
#pragma once

#include "app/directory.h"
#include "shell/page.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace holdfast::ui {

class Banner;
class Desk;
class DirectoryModel;
class EmptyState;
class NeedFilter;
class RunLabel;
class ScrollMemory;
class SegmentedControl;
class SettingsStore;
class Theme;
class ToggleChip;
class TravelView;

class DirectoryPage final : public QWidget, public Page {
    Q_OBJECT

public:
    DirectoryPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("directory"); }
    QString title() const override { return tr("Directory"); }
    QString icon() const override { return QStringLiteral("directory"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

    /// Chosen in the list, whatever the filters were.
    void showService(const ServiceId& service);
    /// For tests: what choosing a file does.
    void importText(const std::string& csv);

signals:
    void done(const QString& message);
    void failed(const QString& message);

private:
    QWidget* buildHead();
    QWidget* buildServices();
    QWidget* buildFilters();
    void buildTable();
    void showPart(int part);
    void showSummary();
    bool showsServices() const;
    void followRole();
    void applyFilter();
    void edit(const Service& service);
    void chooseImport();
    void chooseExport();
    void refreshSelection();
    const Service* selected() const;

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    SegmentedControl* m_parts = nullptr;
    QStackedWidget* m_stack = nullptr;
    TravelView* m_travel = nullptr;
    DirectoryModel* m_model = nullptr;
    RunLabel* m_summary = nullptr;
    QLineEdit* m_search = nullptr;
    NeedFilter* m_need = nullptr;
    ToggleChip* m_both = nullptr;
    Banner* m_problem = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    ScrollMemory* m_scroll = nullptr;
    QAction* m_add = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_import = nullptr;
    QAction* m_export = nullptr;
    ServiceId m_wanted;
};

}  // namespace holdfast::ui
