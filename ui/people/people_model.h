// People in a list, fetched page by page.
#pragma once

#include "app/people.h"
#include "widgets/paged_model.h"

namespace holdfast::ui {

class PeopleModel final : public PagedModel<app::PersonRow, app::PeoplePage> {
    Q_OBJECT

public:
    enum Column { Name, Born, NhsNumber, MentalHealth, SubstanceUse, NextDate, Holder, ColumnTotal };

    explicit PeopleModel(Fetch fetch, QObject* parent = nullptr) : PagedModel{std::move(fetch), parent} {}

    /// Instants are shown as seen from here.
    void setNow(Instant now) { m_now = now; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString display(const app::PersonRow& row, int column) const;
    QString needWords(const app::PersonRow& row, Need need) const;

    Instant m_now{};
};

/// "999 526 0182"; the digits as they are when there are not ten.
QString groupedNhsNumber(std::string_view digits);

}  // namespace holdfast::ui
