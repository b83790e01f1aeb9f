#include "people/people_model.h"

#include "domain/calendar.h"
#include "people/leg_look.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

namespace holdfast::ui {

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
    case Name:
        switch (row.likeness) {
        case NameLikeness::same: return text(row.name);
        case NameLikeness::oneLetter: return tr("%1 (one letter different)").arg(text(row.name));
        case NameLikeness::sounds: return tr("%1 (sounds alike)").arg(text(row.name));
        }
        return {};
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

QString groupedNhsNumber(std::string_view digits)
{
    QString number = text(digits);
    if (number.size() != 10)
        return number;
    return number.left(3) + QLatin1Char(' ') + number.mid(3, 3) + QLatin1Char(' ') + number.mid(6);
}

}  // namespace holdfast::ui
