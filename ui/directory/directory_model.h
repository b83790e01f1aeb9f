// The services of the directory as rows, filtered by what is typed. A team has tens of services, so all are held.
#pragma once

#include "domain/service.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace holdfast::ui {

class DirectoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Needs, Ages, Areas, Wait, WorksWithBoth, Reach, ColumnTotal };

    struct Filter {
        QString text;
        std::optional<Need> need;
        bool worksWithBoth = false;  ///< accepts people who still use, or sees both needs
        friend bool operator==(const Filter&, const Filter&) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setServices(std::vector<Service> services);
    void setFilter(const Filter& filter);
    int total() const { return static_cast<int>(m_services.size()); }
    const Service& serviceAt(int row) const { return m_services.at(m_shown.at(static_cast<std::size_t>(row))); }
    int rowOf(const ServiceId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool matches(const Service& service) const;
    void choose();

    std::vector<Service> m_services;   ///< by name
    std::vector<std::size_t> m_shown;  ///< positions in m_services
    Filter m_filter;
};

}  // namespace holdfast::ui
