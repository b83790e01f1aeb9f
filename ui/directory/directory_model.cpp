#include "directory/directory_model.h"

#include "base/text.h"
#include "widgets/report_widgets.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdfast::ui {
namespace {

QString needsOf(const Service& service)
{
    QStringList names;
    for (const Need need : service.needs)
        names.append(shortWords(need));
    return names.join(QStringLiteral(", "));
}

QString agesOf(const Service& service)
{
    if (service.minAge && service.maxAge)
        return DirectoryModel::tr("%1 to %2").arg(*service.minAge).arg(*service.maxAge - 1);
    if (service.minAge)
        return DirectoryModel::tr("%1 and over").arg(*service.minAge);
    if (service.maxAge)
        return DirectoryModel::tr("under %1").arg(*service.maxAge);
    return DirectoryModel::tr("not recorded");
}

QString joined(const std::vector<std::string>& parts)
{
    QStringList list;
    for (const std::string& part : parts)
        list.append(text(part));
    return list.join(QStringLiteral(", "));
}

QString yesOrNo(const std::optional<bool>& answer)
{
    if (!answer)
        return DirectoryModel::tr("not recorded");
    return *answer ? DirectoryModel::tr("Yes") : DirectoryModel::tr("No");
}

QString waitOf(const Service& service)
{
    return service.waitDays ? counted(*service.waitDays, DirectoryModel::tr("%1 day"), DirectoryModel::tr("%1 days"))
                            : DirectoryModel::tr("not recorded");
}

}  // namespace

void DirectoryModel::setServices(std::vector<Service> services)
{
    beginResetModel();
    m_services = std::move(services);
    std::ranges::sort(m_services, {}, [](const Service& service) { return folded(service.name); });
    choose();
    endResetModel();
}

void DirectoryModel::setFilter(const Filter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

bool DirectoryModel::matches(const Service& service) const
{
    if (m_filter.need && std::ranges::find(service.needs, *m_filter.need) == service.needs.end())
        return false;
    if (m_filter.worksWithBoth && service.needs.size() < 2 && !service.acceptsConcurrentUse.value_or(false))
        return false;
    const std::string haystack = folded(service.name) + ' ' + folded(words(service.kind).toStdString()) + ' ' +
                                 folded(joined(service.areas).toStdString());
    return std::ranges::all_of(splitWords(folded(m_filter.text.toStdString())),
                               [&](const std::string& word) { return haystack.find(word) != std::string::npos; });
}

void DirectoryModel::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_services.size(); ++i)
        if (matches(m_services[i]))
            m_shown.push_back(i);
}

int DirectoryModel::rowOf(const ServiceId& id) const
{
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        if (m_services[m_shown[row]].id == id)
            return static_cast<int>(row);
    return -1;
}

int DirectoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DirectoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QVariant DirectoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Service& service = serviceAt(index.row());
    if (role == Qt::FontRole && index.column() == Name) {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    if (role == cellToneRole && !service.active)
        return static_cast<int>(Color::ink3);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return service.active ? text(service.name) : tr("%1 (closed)").arg(text(service.name));
    case Kind: return words(service.kind);
    case Needs: return needsOf(service);
    case Ages: return agesOf(service);
    case Areas: return joined(service.areas);
    case Wait: return waitOf(service);
    case WorksWithBoth: return yesOrNo(service.acceptsConcurrentUse);
    case Reach: return text(service.phone.empty() ? service.email : service.phone);
    default: return {};
    }
}

QVariant DirectoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Service");
    case Kind: return tr("Kind");
    case Needs: return tr("Needs");
    case Ages: return tr("Ages");
    case Areas: return tr("Areas");
    case Wait: return tr("Stated wait");
    case WorksWithBoth: return tr("Sees people who use");
    case Reach: return tr("Reach them");
    default: return {};
    }
}

}  // namespace holdfast::ui
