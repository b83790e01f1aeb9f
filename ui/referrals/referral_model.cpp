#include "referrals/referral_model.h"

#include "domain/calendar.h"
#include "widgets/report_widgets.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QPointer>

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
    : QAbstractTableModel{parent}, m_fetch{std::move(fetch)}, m_now{std::move(now)}
{}

void ReferralModel::reload()
{
    beginResetModel();
    ++m_generation;
    m_rows.clear();
    m_next.clear();
    m_complete = false;
    m_loading = false;
    endResetModel();
    fetchMore({});
}

int ReferralModel::rowOf(const PersonId& person, holdfast::Need need) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].person == person && m_rows[i].need == need)
            return static_cast<int>(i);
    return -1;
}

int ReferralModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
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

bool ReferralModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_loading;
}

void ReferralModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_loading = true;
    m_fetch(m_next, [self = QPointer{this}, generation = m_generation](const Result<app::ReferralPage>& page) {
        if (self && self->m_generation == generation)
            self->take(page);
    });
}

void ReferralModel::take(const Result<app::ReferralPage>& page)
{
    m_loading = false;
    if (!page) {
        m_complete = true;  // a view must not ask again in a loop; reload() does
        emit failed(page.error());
        return;
    }
    m_next = page->next;
    m_complete = m_next.empty();
    if (!page->rows.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
        m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
        endInsertRows();
    }
    emit arrived(*page);
}

}  // namespace holdfast::ui
