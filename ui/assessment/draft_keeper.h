// Keeps the joint assessment as it is typed.
#pragma once

#include "app/assessments.h"
#include "async/keeper.h"

namespace holdfast::ui {

using AssessmentKeeper = Keeper<app::AssessmentDraft, record::AssessmentForm>;

class DraftKeeper final : public AssessmentKeeper {
    Q_OBJECT

public:
    explicit DraftKeeper(Save save, QObject* parent = nullptr) : AssessmentKeeper{std::move(save), parent} {}

signals:
    void saved(const holdfast::app::AssessmentDraft& draft);

private:
    void put(app::AssessmentDraft& draft, const record::AssessmentForm& form) const override { draft.form = form; }
    void kept(const app::AssessmentDraft& draft) override { emit saved(draft); }
};

}  // namespace holdfast::ui
