#include "reports/flow_model.h"

#include "widgets/report_widgets.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QFont>

#include <algorithm>
#include <map>

namespace holdfast::ui {
namespace {

/// Rows and columns beyond these would not be read; the others stand together, and one by one in the picture's table.
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
    const auto fill = [&](std::vector<Place>& places, const std::map<std::string, int>& counts, std::size_t most) {
        places.clear();
        for (const std::string& id : largest(counts, most))
            places.push_back(place(id));
        if (counts.size() > most)
            places.push_back({{}, tr("Others"), true});
    };
    fill(m_from, refused, mostRows);
    fill(m_to, named, mostColumns);
    m_to.push_back({{}, tr("Nobody named")});

    m_counts.assign(m_from.size(), std::vector<int>(m_to.size(), 0));
    m_largest = 0;
    for (const report::FlowCell& cell : report.flow) {
        int& count = m_counts[placeOf(m_from, cell.from)][placeOf(m_to, cell.to)];
        count += cell.count;
        m_largest = std::max(m_largest, count);
    }
    endResetModel();
}

/// The one of that id, else the others: they are there when one has no line.
std::size_t FlowModel::placeOf(const std::vector<Place>& places, const std::string& id)
{
    const auto own = std::ranges::find_if(places, [&](const Place& place) { return !place.others && place.id == id; });
    return static_cast<std::size_t>((own != places.end() ? own : std::ranges::find(places, true, &Place::others)) -
                                    places.begin());
}

bool FlowModel::standsForOthers(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column()) - 1;
    return (row < m_from.size() && m_from[row].others) || (column < m_to.size() && m_to[column].others);
}

bool FlowModel::wayAt(const QModelIndex& index, std::optional<std::string>& from, std::optional<std::string>& to) const
{
    if (index.column() == 0 || standsForOthers(index))
        return false;
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column()) - 1;
    from = row < m_from.size() ? std::optional{m_from[row].id} : std::nullopt;
    to = column < m_to.size() ? std::optional{m_to[column].id} : std::nullopt;
    return true;
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
        if (isTotal(index))
            return false;
        const std::string& from = m_from[static_cast<std::size_t>(row)].id;
        return !from.empty() && from == m_to[static_cast<std::size_t>(column)].id;
    };
    if (head) {
        if (role == Qt::DisplayRole)
            return row < 0 ? tr("Total") : m_from[static_cast<std::size_t>(row)].name;
        if (role == Qt::ToolTipRole)
            return plainToolTip(data(index, Qt::DisplayRole).toString());
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
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole)
        return plainToolTip(headerData(section, orientation, Qt::DisplayRole).toString());
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == 0)
        return tr("Refused by");
    const auto column = static_cast<std::size_t>(section) - 1;
    return column < m_to.size() ? m_to[column].name : tr("Total");
}

}  // namespace holdfast::ui
