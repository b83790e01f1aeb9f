// The rows of the search as a list model. Headings cannot be chosen.
#pragma once

#include "find/find_rows.h"

#include <QAbstractListModel>

namespace holdfast::ui {

class FindModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<FindRow> rows);
    const FindRow& rowAt(int row) const { return m_rows.at(row); }
    /// The first row that can be chosen from `row` on, going by `step`; -1 when there is none.
    int choosable(int row, int step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<FindRow> m_rows;
};

}  // namespace holdfast::ui
