// On Today: what the worker was writing when Holdfast stopped, each a plain line that leads back to it.
#pragma once

#include "app/drafts.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class CutOffCard final : public Card {
    Q_OBJECT

public:
    CutOffCard(const Theme& theme, const std::vector<app::CutOff>& cutOff, Instant now, QWidget* parent = nullptr);

signals:
    void opened(const holdfast::app::CutOff& what);
};

}  // namespace holdfast::ui
