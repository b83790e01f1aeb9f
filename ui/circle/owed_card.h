// On Today: the carers somebody owes a call, the soonest first, each done with one press.
#pragma once

#include "app/carers.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class OwedCard final : public Card {
    Q_OBJECT

public:
    OwedCard(const Theme& theme, const std::vector<app::OwedCall>& owed, Date today, QWidget* parent = nullptr);

signals:
    void personActivated(const holdfast::PersonId& person);
    void rungBack(const holdfast::PersonId& person, const holdfast::CarerCallId& call);
};

}  // namespace holdfast::ui
