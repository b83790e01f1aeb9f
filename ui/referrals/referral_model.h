// Referrals as rows, a page at a time: one row for each need that was sent somewhere.
#pragma once

#include "app/worklist.h"
#include "widgets/paged_model.h"

namespace holdfast::ui {

class ReferralModel final : public PagedModel<app::ReferralRow, app::ReferralPage> {
    Q_OBJECT

public:
    enum Column { Person, Need, Service, State, Sent, Next, By, Holder, ColumnTotal };

    /// `now` tells the day that dates are written from.
    ReferralModel(Fetch fetch, std::function<Instant()> now, QObject* parent = nullptr);

    int rowOf(const PersonId& person, holdfast::Need need) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void arrived(const holdfast::app::ReferralPage& page);

private:
    void added(const app::ReferralPage& page) override { emit arrived(page); }
    QString cell(const app::ReferralRow& row, int column) const;

    std::function<Instant()> m_now;
};

}  // namespace holdfast::ui
