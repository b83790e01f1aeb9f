// Who refused, and where the person was sent: rows refuse, columns are where they pointed.
#pragma once

#include "report/bounce_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace holdfast::ui {

class FlowModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const report::BounceReport& report);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Place {
        std::string id;
        QString name;
    };
    int countAt(int row, int column) const;
    int total(int row, int column) const;
    bool isTotal(const QModelIndex& index) const;

    std::vector<Place> m_from;
    std::vector<Place> m_to;  ///< the last is "nobody named"
    std::vector<std::vector<int>> m_counts;
    int m_largest = 0;
};

}  // namespace holdfast::ui
