// Keeps a plan as it is typed.
#pragma once

#include "app/plans.h"
#include "async/keeper.h"

namespace holdfast::ui {

using PlanContentKeeper = Keeper<app::PlanDraft, PlanContent>;

class PlanKeeper final : public PlanContentKeeper {
    Q_OBJECT

public:
    explicit PlanKeeper(Save save, QObject* parent = nullptr) : PlanContentKeeper{std::move(save), parent} {}

private:
    void put(app::PlanDraft& draft, const PlanContent& content) const override { draft.content = content; }
    void kept(const app::PlanDraft&) override {}
};

}  // namespace holdfast::ui
