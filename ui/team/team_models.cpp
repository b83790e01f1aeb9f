#include "team/team_models.h"

#include "domain/calendar.h"
#include "team/team_words.h"
#include "theme/tokens.h"
#include "widgets/report_widgets.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/reasons.h"

#include <QFont>

namespace holdfast::ui {
namespace {

QVariant side(bool number)
{
    return QVariant{(number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter};
}

QVariant bold()
{
    QFont font;
    font.setBold(true);
    return font;
}

QVariant tone(Color color)
{
    return static_cast<int>(color);
}

template <class Row>
const Row* rowAt(const std::vector<Row>& rows, int row)
{
    return row >= 0 && row < static_cast<int>(rows.size()) ? &rows[static_cast<std::size_t>(row)] : nullptr;
}

}  // namespace

void TeamModel::setView(const app::TeamView& view)
{
    beginResetModel();
    m_members = view.members;
    m_today = londonDate(view.now);
    endResetModel();
}

const app::TeamMember* TeamModel::at(int row) const
{
    return rowAt(m_members, row);
}

int TeamModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size());
}

int TeamModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString TeamModel::cell(const app::TeamMember& member, int column) const
{
    switch (column) {
    case Name: return text(member.worker.name);
    case RoleColumn: return words(member.worker.role);
    case People: return QString::number(member.people);
    case Needs: return QString::number(member.needs);
    case Overdue: return QString::number(member.overdue);
    case Alerts: return QString::number(member.alerts);
    case ToConfirm: return QString::number(member.toConfirm);
    case Omissions: return QString::number(member.omissions);
    case Away: return awayWords(member, m_today);
    default: return {};
    }
}

/// What needs a supervisor stands out, in a word's weight as well as in colour.
QVariant TeamModel::look(const app::TeamMember& member, int column, int role) const
{
    const bool late = (column == Overdue && member.overdue > 0) || (column == Alerts && member.alerts > 0);
    const bool bounced = (column == ToConfirm && member.toConfirm > 0) || (column == Omissions && member.omissions > 0);
    const bool uncovered = column == Away && member.awayNow && member.coveredBy.empty();
    if (role == Qt::FontRole)
        return column == Name || late || bounced || uncovered ? bold() : QVariant{};
    if (late || uncovered)
        return tone(Color::late);
    if (bounced)
        return tone(Color::bounce);
    const bool nothing = column >= People && column <= Omissions && cell(member, column) == QStringLiteral("0");
    return nothing ? tone(Color::ink3) : QVariant{};
}

QVariant TeamModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::TeamMember& member = m_members[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cell(member, index.column());
    case Qt::ToolTipRole: return index.column() == Away ? plainToolTip(cell(member, Away)) : QVariant{};
    case Qt::TextAlignmentRole: return side(index.column() >= People && index.column() <= Omissions);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                            cell(member, index.column()));
    case Qt::FontRole:
    case cellToneRole: return look(member, index.column(), role);
    default: return {};
    }
}

QVariant TeamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return side(section >= People && section <= Omissions);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Worker");
    case RoleColumn: return tr("Role");
    case People: return tr("People");
    case Needs: return tr("Needs");
    case Overdue: return tr("Overdue");
    case Alerts: return tr("Safety today");
    case ToConfirm: return tr("To confirm");
    case Omissions: return tr("Protocol left out");
    case Away: return tr("Away and cover");
    default: return {};
    }
}

void DeclineModel::setDeclines(std::vector<app::UnconfirmedDecline> declines, Instant now)
{
    beginResetModel();
    m_declines = std::move(declines);
    m_now = now;
    endResetModel();
}

const app::UnconfirmedDecline* DeclineModel::at(int row) const
{
    return rowAt(m_declines, row);
}

int DeclineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_declines.size());
}

int DeclineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString DeclineModel::cell(const app::UnconfirmedDecline& decline, int column) const
{
    switch (column) {
    case Person: return text(decline.name);
    case Service: return text(decline.serviceName);
    case Said: return quotedOrReason(decline.words, decline.code.text());
    case Recorded:
        return decline.masked ? tr("%1. May be: %2").arg(words(decline.cls), text(decline.masked->label))
                              : tr("%1 (%2)").arg(words(decline.cls), text(decline.code.text()));
    case Author: return text(decline.authorName);
    case When: return momentWords(decline.at, m_now);
    default: return {};
    }
}

QVariant DeclineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::UnconfirmedDecline& decline = m_declines[static_cast<std::size_t>(index.row())];
    const bool masked = index.column() == Recorded && decline.masked;
    switch (role) {
    case Qt::DisplayRole: return cell(decline, index.column());
    case Qt::ToolTipRole: return plainToolTip(cell(decline, index.column()));
    case Qt::FontRole: return index.column() == Person || masked ? bold() : QVariant{};
    case cellToneRole: return masked ? tone(Color::bounce) : QVariant{};
    case cellIconRole:
        if (index.column() == Service)
            return decline.need == Need::mentalHealth ? QStringLiteral("mh") : QStringLiteral("da");
        return masked ? QVariant{QStringLiteral("eye")} : QVariant{};
    default: return {};
    }
}

QVariant DeclineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Person: return tr("Person");
    case Service: return tr("Service");
    case Said: return tr("What they said");
    case Recorded: return tr("Recorded as");
    case Author: return tr("By");
    case When: return tr("When");
    default: return {};
    }
}

void ChallengeModel::setTallies(std::vector<app::ChallengeTally> tallies)
{
    beginResetModel();
    m_tallies = std::move(tallies);
    endResetModel();
}

int ChallengeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tallies.size());
}

int ChallengeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QVariant ChallengeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ChallengeTally& tally = m_tallies[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return side(index.column() != Service);
    if (role == Qt::FontRole)
        return index.column() == Service ? bold() : QVariant{};
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Service: return text(tally.serviceName);
    case Sent: return tally.sent;
    case Overturned: return tally.overturned;
    case Upheld: return tally.upheld;
    case Unanswered: return tally.unanswered;
    default: return {};
    }
}

QVariant ChallengeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return side(section != Service);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Service: return tr("Service");
    case Sent: return tr("Challenged");
    case Overturned: return tr("Overturned");
    case Upheld: return tr("Upheld");
    case Unanswered: return tr("No answer");
    default: return {};
    }
}

}  // namespace holdfast::ui
