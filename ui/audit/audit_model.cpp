#include "audit/audit_model.h"

#include "domain/calendar.h"
#include "widgets/report_widgets.h"
#include "widgets/text.h"
#include "words/audit_words.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QLocale>

namespace holdfast::ui {

QString whoWords(const app::AuditLine& line)
{
    if (line.worker.empty())
        return AuditModel::tr("Holdfast");
    return line.workerName.empty() ? text(line.worker.text()) : text(line.workerName);
}

AuditModel::AuditModel(Fetch fetch, std::function<Instant()> now, QObject* parent)
    : PagedModel{std::move(fetch), parent}, m_now{std::move(now)}
{}

int AuditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString AuditModel::cell(const app::AuditLine& line, int column) const
{
    switch (column) {
    case When: return recordedWords(line.at, m_now());
    case Who: return whoWords(line);
    case Role: {
        if (!line.role)
            return {};
        const QString role = words(*line.role);
        return line.serviceName.empty() ? role : tr("%1, %2").arg(role, text(line.serviceName));
    }
    case Done: return doneWords(line);
    case About: return text(line.personName);
    case More: return moreWords(line);
    case Number: return QLocale{QLocale::English}.toString(static_cast<qlonglong>(line.seq));
    default: return {};
    }
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::AuditLine& line = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return cell(line, column);
    case Qt::ToolTipRole: return plainToolTip(cell(line, column));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal).toString(), cell(line, column));
    case Qt::FontRole:
        if (column == Who) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case cellIconRole: return line.refused && column == Done ? QVariant{QStringLiteral("lock")} : QVariant{};
    case cellToneRole: return line.refused && column == Done ? QVariant{static_cast<int>(Color::late)} : QVariant{};
    default: return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case Role: return tr("Role");
    case Done: return tr("What was done");
    case About: return tr("Person");
    case More: return tr("More");
    case Number: return tr("Entry");
    default: return {};
    }
}

}  // namespace holdfast::ui
