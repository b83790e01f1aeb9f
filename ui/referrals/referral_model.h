// Referrals as rows, a page at a time: one row for each need that was sent somewhere.
#pragma once

#include "app/worklist.h"
#include "base/result.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace holdfast::ui {

class ReferralModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Person, Need, Service, State, Sent, Next, By, Holder, ColumnTotal };

    using Receive = std::function<void(const Result<app::ReferralPage>&)>;
    /// Starts loading the page after a cursor and hands it over later, on the GUI thread.
    using Fetch = std::function<void(const std::string& after, const Receive& receive)>;

    /// `today` tells the day that dates are written from.
    ReferralModel(Fetch fetch, std::function<Instant()> now, QObject* parent = nullptr);

    /// Forgets every row and starts again from the top. A page still on its way is dropped.
    void reload();
    bool isLoading() const { return m_loading; }
    const app::ReferralRow& rowAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    int rowOf(const PersonId& person, holdfast::Need need) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void arrived(const holdfast::app::ReferralPage& page);
    void failed(const holdfast::Error& error);

private:
    void take(const Result<app::ReferralPage>& page);
    QString cell(const app::ReferralRow& row, int column) const;

    Fetch m_fetch;
    std::function<Instant()> m_now;
    std::vector<app::ReferralRow> m_rows;
    std::string m_next;
    bool m_complete = false;
    bool m_loading = false;
    int m_generation = 0;  ///< answers to an earlier generation are too late
};

}  // namespace holdfast::ui
