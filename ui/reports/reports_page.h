// Referral bounces over a period: figures, reasons, who sent whom where, the trend, a table, and export to CSV.
#pragma once

#include "report/bounce_report.h"
#include "reports/period.h"
#include "shell/page.h"

#include <QWidget>

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class BounceView;
class Desk;
class FilterButton;
class NeedFilter;
class RunLabel;
class SegmentedControl;
class ServiceFilter;
class SettingsStore;
class Theme;

class ReportsPage final : public QWidget, public Page {
    Q_OBJECT

public:
    ReportsPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("reports"); }
    QString title() const override { return tr("Reports"); }
    QString icon() const override { return QStringLiteral("reports"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override { return {m_export}; }
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

    /// What choosing a file name does.
    void exportTo(const QString& path);

signals:
    void done(const QString& message);
    void failed(const QString& message);

private:
    QWidget* buildHead();
    QWidget* buildFilters();
    void restoreFilters();
    void choosePeriod(int index);
    void chooseDays();
    void chooseExport();
    void explain(const Error& error);
    Date today() const;

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    report::BounceQuery m_query;
    Period m_period;
    int m_asked = 0;  ///< answers to an earlier question are dropped

    QAction* m_export = nullptr;
    RunLabel* m_exportWords = nullptr;
    FilterButton* m_periodButton = nullptr;
    ServiceFilter* m_service = nullptr;
    NeedFilter* m_need = nullptr;
    SegmentedControl* m_by = nullptr;
    Banner* m_problem = nullptr;
    BounceView* m_view = nullptr;
};

}  // namespace holdfast::ui
