#include "reports/flow_model.h"

#include "widgets/report_widgets.h"
#include "words/codes.h"

#include <QFont>

#include <algorithm>
#include <map>

namespace holdfast::ui {
namespace {

/// Rows and columns beyond these would not be read; the rest stays in the export.
constexpr std::size_t mostRows = 6;
constexpr std::size_t mostColumns = 4;

/// The ids with the largest counts, largest first.
std::vector<std::string> largest(const std::map<std::string, int>& counts, std::size_t most)
{
    std::vector<std::pair<std::string, int>> sorted{counts.begin(), counts.end()};
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> ids;
    for (const auto& [id, count] : sorted)
        if (ids.size() < most)
            ids.push_back(id);
    return ids;
}

}  // namespace

void FlowModel::setReport(const report::BounceReport& report)
{
    beginResetModel();
    std::map<std::string, QString> names;
    for (const report::BounceGroup& group : report.byService)
        names[group.key] = capitalised(text(group.label));
    std::map<std::string, int> refused;
    std::map<std::string, int> named;
    for (const report::FlowCell& cell : report.flow) {
        refused[cell.from] += cell.count;
        if (!cell.to.empty())
            named[cell.to] += cell.count;
    }
    const auto place = [&](const std::string& id) {
        const auto name = names.find(id);
        return Place{id, name == names.end() ? text(id) : name->second};
    };
    m_from.clear();
    m_to.clear();
    for (const std::string& id : largest(refused, mostRows))
        m_from.push_back(place(id));
    for (const std::string& id : largest(named, mostColumns))
        m_to.push_back(place(id));
    m_to.push_back({"", tr("Nobody named")});

    m_counts.assign(m_from.size(), std::vector<int>(m_to.size(), 0));
    m_largest = 0;
    for (const report::FlowCell& cell : report.flow) {
        const auto row = std::ranges::find(m_from, cell.from, &Place::id);
        const auto column = std::ranges::find(m_to, cell.to, &Place::id);
        if (row == m_from.end() || column == m_to.end())
            continue;
        int& count =
            m_counts[static_cast<std::size_t>(row - m_from.begin())][static_cast<std::size_t>(column - m_to.begin())];
        count += cell.count;
        m_largest = std::max(m_largest, count);
    }
    endResetModel();
}

int FlowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_from.empty() ? 0 : static_cast<int>(m_from.size()) + 1;
}

int FlowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_from.empty() ? 0 : static_cast<int>(m_to.size()) + 2;
}

int FlowModel::countAt(int row, int column) const
{
    return m_counts.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
}

int FlowModel::total(int row, int column) const
{
    int sum = 0;
    for (int r = 0; r < static_cast<int>(m_from.size()); ++r)
        for (int c = 0; c < static_cast<int>(m_to.size()); ++c)
            if ((row < 0 || r == row) && (column < 0 || c == column))
                sum += countAt(r, c);
    return sum;
}

bool FlowModel::isTotal(const QModelIndex& index) const
{
    return index.row() == static_cast<int>(m_from.size()) || index.column() == static_cast<int>(m_to.size()) + 1;
}

QVariant FlowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row() == static_cast<int>(m_from.size()) ? -1 : index.row();
    const int column = index.column() == static_cast<int>(m_to.size()) + 1 ? -1 : index.column() - 1;
    const bool head = index.column() == 0;
    const auto same = [&] {
        return !isTotal(index) && m_from[static_cast<std::size_t>(row)].id == m_to[static_cast<std::size_t>(column)].id;
    };
    if (head) {
        if (role == Qt::DisplayRole)
            return row < 0 ? tr("Total") : m_from[static_cast<std::size_t>(row)].name;
        return role == cellKindRole ? QVariant{static_cast<int>(row < 0 ? CellKind::total : CellKind::head)}
                                    : QVariant{};
    }
    const int count = isTotal(index) ? total(row, column) : countAt(row, column);
    switch (role) {
    case Qt::DisplayRole: return same() && count == 0 ? tr("same") : QString::number(count);
    case Qt::AccessibleTextRole:
        return tr("%1, sent to %2: %3")
            .arg(data(this->index(index.row(), 0)).toString(), headerData(index.column(), Qt::Horizontal).toString())
            .arg(count);
    case cellKindRole:
        if (isTotal(index))
            return static_cast<int>(CellKind::total);
        return static_cast<int>(count > 0 ? CellKind::number : same() ? CellKind::same : CellKind::zero);
    case cellShareRole: return m_largest > 0 && !isTotal(index) ? static_cast<double>(count) / m_largest : 0.0;
    default: return {};
    }
}

QVariant FlowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == 0)
        return tr("Refused by");
    const auto column = static_cast<std::size_t>(section) - 1;
    return column < m_to.size() ? m_to[column].name : tr("Total");
}

}  // namespace holdfast::ui
