#include "people/people_model.h"

#include "domain/calendar.h"
#include "people/leg_look.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QPointer>

namespace holdfast::ui {

PeopleModel::PeopleModel(Fetch fetch, QObject* parent) : QAbstractTableModel{parent}, m_fetch{std::move(fetch)} {}

void PeopleModel::reload()
{
    beginResetModel();
    ++m_generation;
    m_rows.clear();
    m_next.clear();
    m_complete = false;
    m_loading = false;
    endResetModel();
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString PeopleModel::needWords(const app::PersonRow& row, Need need) const
{
    const QString state = legTagText(row.status[need], row.leg[need], row.silent[need]);
    const bool named = isOpen(row.status[need]) && !row.detail[need].empty();
    return named ? tr("%1, %2").arg(state, plainWords(row.detail[need])) : state;
}

QString PeopleModel::display(const app::PersonRow& row, int column) const
{
    switch (column) {
    case Name: return text(row.name);
    case Born:
        if (!row.born)
            return tr("Not recorded");
        return row.age && !row.died ? tr("%1, %2").arg(editDay(row.born)).arg(*row.age) : editDay(row.born);
    case NhsNumber: return row.nhsNumber.empty() ? tr("None") : groupedNhsNumber(row.nhsNumber);
    case MentalHealth: return needWords(row, Need::mentalHealth);
    case SubstanceUse: return needWords(row, Need::substanceUse);
    case NextDate: return row.nextDue ? dueWords(*row.nextDue, m_now) : QString{};
    case Holder: return text(row.holderName);
    default: return {};
    }
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::PersonRow& row = rowAt(index.row());
    if (role == Qt::DisplayRole)
        return display(row, index.column());
    if (role == Qt::ToolTipRole && index.column() == Name && row.fullName != row.name)
        return plainToolTip(text(row.fullName));
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return row.died ? tr("%1, has died").arg(text(row.name)) : text(row.name);
    return {};
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Person");
    case Born: return tr("Born, age");
    case NhsNumber: return tr("NHS number");
    case MentalHealth: return tr("Mental health");
    case SubstanceUse: return tr("Drugs and alcohol");
    case NextDate: return tr("Next date");
    case Holder: return tr("Held by");
    default: return {};
    }
}

bool PeopleModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_loading;
}

void PeopleModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_loading = true;
    m_fetch(m_next, [self = QPointer{this}, generation = m_generation](const Result<app::PeoplePage>& page) {
        if (self && self->m_generation == generation)
            self->take(page);
    });
}

void PeopleModel::take(const Result<app::PeoplePage>& page)
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
    emit answered();
}

QString groupedNhsNumber(std::string_view digits)
{
    QString number = text(digits);
    if (number.size() != 10)
        return number;
    return number.left(3) + QLatin1Char(' ') + number.mid(3, 3) + QLatin1Char(' ') + number.mid(6);
}

}  // namespace holdfast::ui
