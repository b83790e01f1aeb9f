// People in a list, fetched page by page. Holds plain rows; asks through a function it is given.
#pragma once

#include "app/people.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <vector>

namespace holdfast::ui {

class PeopleModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Born, NhsNumber, MentalHealth, SubstanceUse, NextDate, Holder, ColumnTotal };

    using Receive = std::function<void(const Result<app::PeoplePage>&)>;
    /// Starts loading the page after a cursor (empty: the first) and hands it over later, on the GUI thread.
    using Fetch = std::function<void(const std::string& after, const Receive& receive)>;

    explicit PeopleModel(Fetch fetch, QObject* parent = nullptr);

    /// Forgets every row and starts again from the top. A page still on its way is dropped.
    void reload();
    /// Instants are shown as seen from here.
    void setNow(Instant now) { m_now = now; }

    const app::PersonRow& rowAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    bool isComplete() const { return m_complete; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void answered();  ///< a page came, maybe empty
    void failed(const holdfast::Error& error);

private:
    QString display(const app::PersonRow& row, int column) const;
    QString needWords(const app::PersonRow& row, Need need) const;
    void take(const Result<app::PeoplePage>& page);

    Fetch m_fetch;
    std::vector<app::PersonRow> m_rows;
    std::string m_next;
    Instant m_now{};
    bool m_complete = false;
    bool m_loading = false;
    int m_generation = 0;  ///< answers to an earlier generation are too late
};

/// "999 526 0182"; the digits as they are when there are not ten.
QString groupedNhsNumber(std::string_view digits);

}  // namespace holdfast::ui
