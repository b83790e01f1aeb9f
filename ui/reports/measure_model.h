// Every measure of the report, chapter by chapter: its figure, and that of the period before when they are compared.
#pragma once

#include "report/full_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace holdfast::ui {

class MeasureModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Figure, Count, Before, Change, ColumnTotal };

    using QAbstractTableModel::QAbstractTableModel;
    void setReport(const report::FullReport& report);

    /// Nothing in the line of a chapter.
    const report::Measure* measureAt(int row) const;
    int rowOf(std::string_view measure) const;  ///< -1 when there is none
    bool compares() const { return !m_before.empty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        report::Chapter chapter;
        int measure = -1;  ///< of measures(); -1: the chapter itself
    };
    QString cell(const Line& line, int column) const;

    std::vector<Line> m_lines;
    std::vector<report::Figure> m_figures;  ///< in the order of measures()
    std::vector<report::Figure> m_before;   ///< empty when nothing is compared
};

}  // namespace holdfast::ui
