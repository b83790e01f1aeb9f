#include "reports/service_table_model.h"

#include "widgets/report_widgets.h"
#include "words/codes.h"
#include "words/reasons.h"

#include <QDate>
#include <QFont>
#include <QLocale>

namespace holdfast::ui {
namespace {

/// A percentage of fewer than ten says less than it seems to.
constexpr int fewestForShare = 10;

QString share(int part, int whole)
{
    if (whole == 0)
        return {};
    if (whole < fewestForShare)
        return ServiceTableModel::tr("too few");
    return ServiceTableModel::tr("%1%").arg(qRound(100.0 * part / whole));
}

QString monthWords(const std::string& key)
{
    const QDate month = QDate::fromString(text(key) + QStringLiteral("-01"), Qt::ISODate);
    return month.isValid()
               ? QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(month, QStringLiteral("MMMM yyyy"))
               : text(key);
}

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

void ServiceTableModel::setReport(const report::BounceReport& report)
{
    beginResetModel();
    m_by = report.query.by;
    m_groups = report.groups;
    if (!m_groups.empty())
        m_groups.push_back(totalOf(report));
    endResetModel();
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
        if (m_by == report::GroupBy::month)
            return monthWords(group.key);
        return m_by == report::GroupBy::reason ? reasonWords(group.key) : capitalised(text(group.label));
    case Sent: return m_by == report::GroupBy::service || isTotal ? QString::number(group.legs) : QString{};
    case Bounced: return QString::number(group.bounces);
    case Rate: return m_by == report::GroupBy::service || isTotal ? share(group.bounces, group.legs) : QString{};
    case Never: return QString::number(group.never);
    case People: return QString::number(group.people);
    case DaysLost: return group.daysLostMedian ? QString::number(*group.daysLostMedian, 'g', 4) : QString{};
    case CommonReason: return group.commonReason.empty() ? QString{} : reasonWords(group.commonReason);
    case Challenged: return QString::number(group.challenged);
    case Overturned: return share(group.overturned, group.challenged);
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
    case Label:
        switch (m_by) {
        case report::GroupBy::service: return tr("Service");
        case report::GroupBy::reason: return tr("Reason");
        case report::GroupBy::month: return tr("Month");
        }
        return {};
    case Sent: return tr("Referrals");
    case Bounced: return tr("Bounces");
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
