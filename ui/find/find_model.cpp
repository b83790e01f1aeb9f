#include "find/find_model.h"

namespace holdfast::ui {

void FindModel::setRows(QList<FindRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FindModel::choosable(int row, int step) const
{
    for (; row >= 0 && row < m_rows.size(); row += step)
        if (m_rows.at(row).kind != FindRow::Kind::heading)
            return row;
    return -1;
}

int FindModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FindModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const FindRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return spoken(row);
    default: return {};
    }
}

Qt::ItemFlags FindModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows.at(index.row()).kind == FindRow::Kind::heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}  // namespace holdfast::ui
