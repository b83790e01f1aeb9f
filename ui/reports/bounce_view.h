// The figures of a bounce report on the screen: tiles, reasons, who sent whom where, the trend, and the table.
#pragma once

#include "report/bounce_report.h"

#include <QWidget>

class QTableView;
class QVBoxLayout;

namespace holdfast::ui {

class Card;
class EmptyState;
class FlowModel;
class KpiTile;
class RunLabel;
class ServiceTableModel;
class Theme;
class TrendChart;

class BounceView final : public QWidget {
    Q_OBJECT

public:
    explicit BounceView(const Theme& theme, QWidget* parent = nullptr);

    void show(const report::BounceReport& report, Instant now);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildTiles();
    QWidget* buildCharts();
    void buildGood();
    void buildTable();
    void fitMatrix();
    void showTiles(const report::BounceReport& report);
    void showReasons(const report::BounceReport& report);
    void showTrend(const report::BounceReport& report);
    void showGood(const report::BounceReport& report);
    void arrange();

    const Theme& m_theme;
    QList<KpiTile*> m_tiles;
    QWidget* m_tileBox = nullptr;
    QWidget* m_chartBox = nullptr;
    QVBoxLayout* m_reasons = nullptr;
    QList<Card*> m_cards;
    QTableView* m_matrix = nullptr;
    FlowModel* m_flow = nullptr;
    TrendChart* m_trend = nullptr;
    Card* m_good = nullptr;
    RunLabel* m_goodWords = nullptr;
    QVBoxLayout* m_goodRows = nullptr;
    QTableView* m_table = nullptr;
    ServiceTableModel* m_rows = nullptr;
    RunLabel* m_note = nullptr;
    EmptyState* m_empty = nullptr;
};

}  // namespace holdfast::ui
