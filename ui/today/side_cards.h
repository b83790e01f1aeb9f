// Beside the list: the proof that nobody is dropped, and the clocks that are running.
#pragma once

#include "today/work_view.h"
#include "widgets/cards.h"

namespace holdfast::ui {

/// How many are held, with whom, and that each has a lead and a date.
class HeldCard final : public Card {
    Q_OBJECT

public:
    HeldCard(const Theme& theme, const app::HeldSummary& held, app::Scope scope, QWidget* parent = nullptr);
};

class ClocksCard final : public Card {
    Q_OBJECT

public:
    ClocksCard(const Theme& theme, const std::vector<ClockView>& clocks, QWidget* parent = nullptr);
};

/// The same in one line, for windows without a side column.
QWidget* heldLine(const Theme& theme, const app::HeldSummary& held, app::Scope scope);

}  // namespace holdfast::ui
