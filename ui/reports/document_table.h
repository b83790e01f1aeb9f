// A table of a report's document on the screen: what a picture says in numbers, and what the national data would hold.
#pragma once

#include "report/document.h"

#include <QAbstractTableModel>

#include <vector>

class QTableView;

namespace holdfast::ui {

class Theme;

class DocumentTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Columns that only other programs read (ids beside a name) are left out.
    void setTable(report::Table table);
    const report::Table& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const report::Column& columnAt(int column) const;
    QString cell(int row, int column) const;

    report::Table m_table;
    std::vector<std::size_t> m_shown;  ///< columns of the table
};

/// Text of a cell by its column's key; empty when there is no such column, or no text there.
std::string textIn(const report::Table& table, int row, std::string_view column);

/// A table view of such a model, as high as its rows.
QTableView* documentTable(const Theme& theme, DocumentTableModel& model, const QString& name);
void fitHeight(QTableView& table, const Theme& theme);

}  // namespace holdfast::ui
