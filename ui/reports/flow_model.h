// Who refused, and where the person was sent: rows refuse, columns are where they pointed.
#pragma once

#include "report/bounce_report.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace holdfast::ui {

class FlowModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const report::BounceReport& report);

    /// Who refused and where to in that cell; nothing of a sum stays nothing. False for a name, and for what stands for
    /// several services at once.
    bool wayAt(const QModelIndex& index, std::optional<std::string>& from, std::optional<std::string>& to) const;
    bool standsForOthers(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Place {
        std::string id;
        QString name;
        bool others = false;  ///< all services that have no line of their own
    };
    static std::size_t placeOf(const std::vector<Place>& places, const std::string& id);
    int countAt(int row, int column) const;
    int total(int row, int column) const;
    bool isTotal(const QModelIndex& index) const;

    std::vector<Place> m_from;
    std::vector<Place> m_to;
    std::vector<std::vector<int>> m_counts;
    int m_largest = 0;
};

}  // namespace holdfast::ui
