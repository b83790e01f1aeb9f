// The report's table: one line for each of what the bounces are told apart by, and the total.
#pragma once

#include "report/full_report.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <vector>

namespace holdfast::ui {

class ServiceTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Label,
        Sent,
        Bounced,
        Before,
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
    void setReport(const report::FullReport& report);
    bool compares() const { return !m_before.empty(); }
    /// Of a line; nothing of the total.
    std::optional<std::string> keyAt(int row) const;
    QString labelAt(int row) const;
    report::Dimension dimension() const { return m_by; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const report::BounceGroup& group, int column) const;

    std::vector<report::BounceGroup> m_groups;  ///< the last is the total
    std::map<std::string, int> m_before;  ///< bounces of the period before, by key; empty when nothing is compared
    int m_totalBefore = 0;
    report::Dimension m_by = report::Dimension::service;
};

}  // namespace holdfast::ui
