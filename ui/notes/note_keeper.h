// Keeps a note as it is typed.
#pragma once

#include "app/notes.h"
#include "async/keeper.h"

namespace holdfast::ui {

using NoteContentKeeper = Keeper<app::NoteDraft, NoteContent>;

class NoteKeeper final : public NoteContentKeeper {
    Q_OBJECT

public:
    explicit NoteKeeper(Save save, QObject* parent = nullptr) : NoteContentKeeper{std::move(save), parent} {}

signals:
    void saved(const holdfast::app::NoteDraft& draft);

private:
    void put(app::NoteDraft& draft, const NoteContent& content) const override { draft.content = content; }
    void kept(const app::NoteDraft& draft) override { emit saved(draft); }
};

}  // namespace holdfast::ui
