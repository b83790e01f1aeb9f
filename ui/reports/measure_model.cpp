#include "reports/measure_model.h"

#include "reports/report_words.h"
#include "widgets/report_widgets.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QFont>

namespace holdfast::ui {

void MeasureModel::setReport(const report::FullReport& report)
{
    beginResetModel();
    m_figures = report.measures.all.figures;
    m_before = report.before ? report.before->all.figures : std::vector<report::Figure>{};
    m_lines.clear();
    const auto all = report::measures();
    for (std::size_t chapter = 0; chapter < Names<report::Chapter>::list.size(); ++chapter) {
        const auto of = static_cast<report::Chapter>(chapter);
        const std::size_t head = m_lines.size();
        for (std::size_t i = 0; i < all.size() && i < m_figures.size(); ++i)
            if (all[i].chapter == of)
                m_lines.push_back({of, static_cast<int>(i)});
        if (m_lines.size() > head)
            m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(head), Line{of});
    }
    endResetModel();
}

const report::Measure* MeasureModel::measureAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int measure = m_lines[static_cast<std::size_t>(row)].measure;
    return measure < 0 ? nullptr : &report::measures()[static_cast<std::size_t>(measure)];
}

int MeasureModel::rowOf(std::string_view measure) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const auto* at = measureAt(row); at != nullptr && at->id == measure)
            return row;
    return -1;
}

int MeasureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MeasureModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString MeasureModel::cell(const Line& line, int column) const
{
    if (line.measure < 0)
        return column == Title ? words(line.chapter) : QString{};
    const auto at = static_cast<std::size_t>(line.measure);
    const report::Measure& measure = report::measures()[at];
    const report::Figure& now = m_figures[at];
    switch (column) {
    case Title: return text(measure.title);
    case Figure: return headFigure(measure, now);
    case Count: return countWords(measure, now);
    case Before: return at < m_before.size() ? headFigure(measure, m_before[at]) : QString{};
    case Change: return at < m_before.size() ? changeWords(measure, now, m_before[at]) : QString{};
    default: return {};
    }
}

QVariant MeasureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const bool number = index.column() == Figure || index.column() == Before;
    switch (role) {
    case Qt::DisplayRole: return cell(line, index.column());
    case Qt::ToolTipRole:
        return line.measure < 0 ? QVariant{}
                                : QVariant{plainToolTip(
                                      text(report::measures()[static_cast<std::size_t>(line.measure)].definition))};
    case Qt::AccessibleTextRole:
        return line.measure < 0 ? cell(line, index.column())
                                : tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                                   cell(line, index.column()));
    case Qt::TextAlignmentRole:
        return number ? QVariant{Qt::AlignRight | Qt::AlignVCenter} : QVariant{Qt::AlignLeft | Qt::AlignVCenter};
    case Qt::FontRole:
        if (index.column() == Figure) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case cellKindRole: return line.measure < 0 ? QVariant{static_cast<int>(CellKind::total)} : QVariant{};
    default: return {};
    }
}

QVariant MeasureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return section == Figure || section == Before ? QVariant{Qt::AlignRight | Qt::AlignVCenter}
                                                      : QVariant{Qt::AlignLeft | Qt::AlignVCenter};
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Title: return tr("Measure");
    case Figure: return tr("Figure");
    case Count: return tr("Counted");
    case Before: return tr("Before");
    case Change: return tr("Change");
    default: return {};
    }
}

Qt::ItemFlags MeasureModel::flags(const QModelIndex& index) const
{
    return measureAt(index.row()) == nullptr ? Qt::ItemFlags{Qt::ItemIsEnabled} : QAbstractTableModel::flags(index);
}

}  // namespace holdfast::ui
