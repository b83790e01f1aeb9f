// Keeps a letter as it is typed.
#pragma once

#include "app/letters.h"
#include "async/keeper.h"

namespace holdfast::ui {

using DocumentKeeper = Keeper<app::LetterDraft, letters::Document>;

class LetterKeeper final : public DocumentKeeper {
    Q_OBJECT

public:
    explicit LetterKeeper(Save save, QObject* parent = nullptr) : DocumentKeeper{std::move(save), parent} {}

signals:
    void saved(const holdfast::app::LetterDraft& draft);

private:
    void put(app::LetterDraft& draft, const letters::Document& text) const override
    {
        draft.draft.document = text;
        draft.draft.request.variant = text.variant;
    }
    void kept(const app::LetterDraft& draft) override { emit saved(draft); }
};

}  // namespace holdfast::ui
