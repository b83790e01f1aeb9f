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

    /// What a carer may be told now, when the letter was written again: it is saved with the text.
    void agree(letters::CarerAgreement carer) { m_agreed = std::move(carer); }

signals:
    void saved(const holdfast::app::LetterDraft& draft);

private:
    void put(app::LetterDraft& draft, const letters::Document& text) const override
    {
        draft.draft.document = text;
        draft.draft.request.variant = text.variant;
        if (m_agreed && m_agreed->id == draft.draft.request.carer.id)
            draft.draft.request.carer = *m_agreed;
    }
    void kept(const app::LetterDraft& draft) override { emit saved(draft); }

    std::optional<letters::CarerAgreement> m_agreed;
};

}  // namespace holdfast::ui
