// The overview of a bounce report: tiles, reasons, who sent whom where, the months, the table, what went well, and what
// the national data would show. Every figure opens the cases behind it.
#pragma once

#include "report/case_list.h"
#include "report/full_report.h"

#include <QWidget>

class QTableView;
class QVBoxLayout;

namespace holdfast::report {
struct Document;
}

namespace holdfast::ui {

class Card;
class EmptyState;
class FlowModel;
class NationalCard;
class ReportTiles;
class RunLabel;
class ServiceTableModel;
class TableColumns;
class Theme;
class TrendChart;

class BounceView final : public QWidget {
    Q_OBJECT

public:
    explicit BounceView(const Theme& theme, QWidget* parent = nullptr);

    /// `document` is the same report with its exact figures.
    void show(const report::FullReport& report, const report::Document& document, bool narrowed);
    using QWidget::show;

signals:
    /// `of` says which line of the report it is.
    void casesRequested(const holdfast::report::CaseAsked& asked, const QString& of);
    void aboutRequested(const QString& measure);
    void peopleRequested();
    void picturesRequested();  ///< where every service has its own line
    void clearRequested();     ///< the filters leave nothing

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildCharts();
    void buildMatrix(QVBoxLayout& column);
    void buildGood();
    void buildTable();
    void fitMatrix();
    void fitTable();
    void showReasons(const report::BounceReport& report);
    void showTrend(const report::FullReport& report);
    void showGood(const report::BounceReport& report);
    void arrange();

    report::CaseAsked asked(std::string_view measure) const;
    void openGroup(const report::CaseAsked& asked, report::Dimension by, const std::string& key, const QString& of);
    void openWay(const QModelIndex& cell);
    void openLine(const QModelIndex& cell);
    void openMonth(int index);

    const Theme& m_theme;
    report::MeasureQuery m_query;
    std::vector<std::string> m_months;  ///< of the trend: "2026-03"
    std::vector<report::BounceGroup> m_shownReasons;
    ReportTiles* m_tiles;
    QWidget* m_chartBox = nullptr;
    QVBoxLayout* m_reasons = nullptr;
    QList<Card*> m_cards;
    QTableView* m_matrix = nullptr;
    FlowModel* m_flow = nullptr;
    TrendChart* m_trend = nullptr;
    RunLabel* m_unusual = nullptr;
    Card* m_good = nullptr;
    RunLabel* m_goodWords = nullptr;
    QVBoxLayout* m_goodRows = nullptr;
    QTableView* m_table = nullptr;
    TableColumns* m_columns = nullptr;
    ServiceTableModel* m_rows = nullptr;
    NationalCard* m_national = nullptr;
    EmptyState* m_empty = nullptr;
};

}  // namespace holdfast::ui
