// The report's table: one line for each service, reason or month, and the total.
#pragma once

#include "report/bounce_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace holdfast::ui {

class ServiceTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Label,
        Sent,
        Bounced,
        Rate,
        Never,
        People,
        DaysLost,
        CommonReason,
        Challenged,
        Overturned,
        ColumnTotal
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setReport(const report::BounceReport& report);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const report::BounceGroup& group, int column) const;

    std::vector<report::BounceGroup> m_groups;  ///< the last is the total
    report::GroupBy m_by = report::GroupBy::service;
};

}  // namespace holdfast::ui
