// The list of a person's notes: drafts in the making first, then what is signed, newest first.
#pragma once

#include "notes/note_filter.h"

#include <QAbstractListModel>

#include <vector>

namespace holdfast::ui {

class NotesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit NotesModel(QObject* parent = nullptr) : QAbstractListModel{parent} {}

    /// `open` is shown whatever the filter says: reading a note does not take it away.
    void show(const app::NoteList& list, const NoteFilter& filter, const NoteId& open, Instant now);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Nothing for a row that is a signed note, or the other way round.
    const app::NoteDraft* draftAt(int row) const;
    const app::NoteView* noteAt(int row) const;
    const app::NameBook& names() const { return m_list.names; }
    const app::NoteList& list() const { return m_list; }
    Instant now() const { return m_now; }
    int rowOf(const NoteId& note) const;
    int rowOfDraft(const std::string& draft) const;
    int notesShown() const { return static_cast<int>(m_shown.size()); }
    std::vector<NoteId> readableShown() const;  ///< for printing: oldest last, as shown

private:
    app::NoteList m_list;
    std::vector<std::size_t> m_shown;
    Instant m_now{};
};

}  // namespace holdfast::ui
