#include "reports/service_table_model.h"

#include "reports/report_words.h"
#include "widgets/report_widgets.h"
#include "words/codes.h"
#include "words/reasons.h"

#include <QFont>

namespace holdfast::ui {
namespace {

constexpr int fewestForShare = 10;  ///< as shareWords() has it: a bar of fewer would say too much

report::BounceGroup totalOf(const report::BounceReport& report)
{
    report::BounceGroup total;
    total.bounces = report.bounces;
    total.never = report.never;
    total.handover = report.handover;
    total.soft = report.soft;
    total.people = report.people;
    total.daysLostMedian = report.daysLostMedian;
    total.challenged = report.challenged;
    total.overturned = report.overturned;
    total.legs = report.legsSent;
    return total;
}

}  // namespace

void ServiceTableModel::setReport(const report::FullReport& report)
{
    beginResetModel();
    m_by = report.measures.query.by;
    m_groups = report.bounces.groups;
    if (!m_groups.empty())
        m_groups.push_back(totalOf(report.bounces));
    m_before.clear();
    if (report.before) {
        const auto bounces = static_cast<std::size_t>(report::measure("bounces.all") - report::measures().data());
        m_totalBefore = report.before->all.figures.at(bounces).part;
        for (const report::MeasureGroup& group : report.before->groups)
            m_before[group.key] = group.figures.at(bounces).part;
        m_before.try_emplace({}, 0);  // compared, with nothing to compare
    }
    endResetModel();
}

std::optional<std::string> ServiceTableModel::keyAt(int row) const
{
    return row >= 0 && row + 1 < rowCount() ? std::optional{m_groups[static_cast<std::size_t>(row)].key} : std::nullopt;
}

QString ServiceTableModel::labelAt(int row) const
{
    return keyAt(row) ? cell(m_groups[static_cast<std::size_t>(row)], Label) : QString{};
}

int ServiceTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int ServiceTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString ServiceTableModel::cell(const report::BounceGroup& group, int column) const
{
    const bool isTotal = &group == &m_groups.back();
    switch (column) {
    case Label:
        if (isTotal)
            return tr("All");
        return keyWords(m_by, group.key, group.label);
    case Sent: return m_by == report::Dimension::service || isTotal ? QString::number(group.legs) : QString{};
    case Bounced: return QString::number(group.bounces);
    case Before: {
        if (!compares() || m_by == report::Dimension::month)
            return isTotal && compares() ? QString::number(m_totalBefore) : QString{};
        const auto before = m_before.find(group.key);
        return QString::number(isTotal ? m_totalBefore : before == m_before.end() ? 0 : before->second);
    }
    case Rate: return m_by == report::Dimension::service || isTotal ? shareWords(group.bounces, group.legs) : QString{};
    case Never: return QString::number(group.never);
    case People: return QString::number(group.people);
    case DaysLost: return group.daysLostMedian ? QString::number(*group.daysLostMedian, 'g', 4) : QString{};
    case CommonReason: return group.commonReason.empty() ? QString{} : reasonWords(group.commonReason);
    case Challenged: return QString::number(group.challenged);
    case Overturned: return shareWords(group.overturned, group.challenged);
    default: return {};
    }
}

QVariant ServiceTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const report::BounceGroup& group = m_groups.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole: return cell(group, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Label || index.column() == CommonReason || index.column() == Rate
                   ? QVariant{Qt::AlignLeft | Qt::AlignVCenter}
                   : QVariant{Qt::AlignRight | Qt::AlignVCenter};
    case Qt::FontRole:
        if (index.column() == Bounced || index.row() == rowCount() - 1) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case cellShareRole:
        if (index.column() != Rate || group.legs < fewestForShare)
            return {};
        return static_cast<double>(group.bounces) / group.legs;
    default: return {};
    }
}

QVariant ServiceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return section == Label || section == CommonReason || section == Rate
                   ? QVariant{Qt::AlignLeft | Qt::AlignVCenter}
                   : QVariant{Qt::AlignRight | Qt::AlignVCenter};
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Label: return words(m_by);
    case Sent: return tr("Referrals");
    case Bounced: return tr("Bounces");
    case Before: return tr("Before");
    case Rate: return tr("Bounces per referral");
    case Never: return tr("Not allowed");
    case People: return tr("People");
    case DaysLost: return tr("Days lost, median");
    case CommonReason: return tr("Most common reason");
    case Challenged: return tr("Challenged");
    case Overturned: return tr("Overturned");
    default: return {};
    }
}

}  // namespace holdfast::ui
