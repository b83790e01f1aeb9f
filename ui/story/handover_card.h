// On Today: the handover packs that wait for the worker's agreement, and those of theirs that wait for a colleague.
#pragma once

#include "app/handovers.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class HandoverCard final : public Card {
    Q_OBJECT

public:
    HandoverCard(const Theme& theme, const app::HandoverLines& lines, const WorkerId& me, Instant now,
                 QWidget* parent = nullptr);

signals:
    void opened(const holdfast::PersonId& person, const holdfast::HandoverPackId& pack);
};

}  // namespace holdfast::ui
