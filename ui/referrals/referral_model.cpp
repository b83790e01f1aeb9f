#include "referrals/referral_model.h"

#include "domain/calendar.h"
#include "widgets/report_widgets.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <algorithm>

namespace holdfast::ui {
namespace {

TagState tagStateOf(const app::ReferralRow& row)
{
    if (row.silent)
        return TagState::overdue;
    switch (row.state) {
    case LegState::challenged:
    case LegState::handoverPending: return TagState::bounced;
    case LegState::accepted:
    case LegState::started: return TagState::accepted;
    case LegState::completed:
    case LegState::withdrawnByPerson:
    case LegState::closedJointly: return TagState::done;
    case LegState::draft:
    case LegState::sent:
    case LegState::acknowledged:
    case LegState::informationRequested:
    case LegState::waiting: return TagState::waiting;
    }
    return TagState::waiting;
}

}  // namespace

ReferralModel::ReferralModel(Fetch fetch, std::function<Instant()> now, QObject* parent)
    : PagedModel{std::move(fetch), parent}, m_now{std::move(now)}
{}

int ReferralModel::rowOf(const PersonId& person, holdfast::Need need) const
{
    const auto found = std::ranges::find_if(
        rows(), [&](const app::ReferralRow& row) { return row.person == person && row.need == need; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

int ReferralModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString ReferralModel::cell(const app::ReferralRow& row, int column) const
{
    const Instant now = m_now();
    switch (column) {
    case Person: return text(row.name);
    case Need: return shortWords(row.need);
    case Service: return text(row.serviceName);
    case State: return row.silent ? tr("No reply") : words(row.state);
    case Sent: return row.sentAt ? shortDayWords(londonDate(*row.sentAt), londonDate(now)) : QString{};
    case Next: return actionWords(row.dueWhat);
    case By:
        if (row.workingDaysOverdue > 0)
            return overdueWords(row.workingDaysOverdue);
        return row.due ? dueWords(*row.due, now) : QString{};
    case Holder: return text(row.holderName);
    default: return {};
    }
}

QVariant ReferralModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ReferralRow& row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return cell(row, column);
    case Qt::ToolTipRole: return plainToolTip(cell(row, column));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal).toString(), cell(row, column));
    case Qt::FontRole:
        if (column == Person) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case cellKindRole: return column == State ? QVariant{static_cast<int>(tagStateOf(row))} : QVariant{};
    case cellIconRole:
        if (column == Need)
            return row.need == holdfast::Need::mentalHealth ? QStringLiteral("mh") : QStringLiteral("da");
        return {};
    case cellToneRole:
        if (column == Need)
            return static_cast<int>(row.need == holdfast::Need::mentalHealth ? Color::mh : Color::da);
        if (column == By && row.workingDaysOverdue > 0)
            return static_cast<int>(Color::late);
        return {};
    default: return {};
    }
}

QVariant ReferralModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Person: return tr("Person");
    case Need: return tr("Need");
    case Service: return tr("Sent to");
    case State: return tr("State");
    case Sent: return tr("Sent");
    case Next: return tr("What happens next");
    case By: return tr("By");
    case Holder: return tr("Held by");
    default: return {};
    }
}

}  // namespace holdfast::ui
