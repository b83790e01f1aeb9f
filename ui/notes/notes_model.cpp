#include "notes/notes_model.h"

#include "notes/note_words.h"
#include "words/codes.h"
#include "words/dates.h"

#include <algorithm>

namespace holdfast::ui {

void NotesModel::show(const app::NoteList& list, const NoteFilter& filter, const NoteId& open, Instant now)
{
    beginResetModel();
    m_list = list;
    m_now = now;
    m_shown.clear();
    for (std::size_t i = 0; i < m_list.notes.size(); ++i)
        if (m_list.notes[i].record.note.id == open || matches(filter, m_list.notes[i], m_list.names))
            m_shown.push_back(i);
    endResetModel();
}

int NotesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.drafts.size() + m_shown.size());
}

const app::NoteDraft* NotesModel::draftAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return row >= 0 && at < m_list.drafts.size() ? &m_list.drafts[at] : nullptr;
}

const app::NoteView* NotesModel::noteAt(int row) const
{
    const auto at = static_cast<std::size_t>(row) - m_list.drafts.size();
    return row >= 0 && at < m_shown.size() ? &m_list.notes[m_shown[at]] : nullptr;
}

int NotesModel::rowOf(const NoteId& note) const
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_list.notes[m_shown[i]].record.note.id == note)
            return static_cast<int>(m_list.drafts.size() + i);
    return -1;
}

int NotesModel::rowOfDraft(const std::string& draft) const
{
    const auto found = std::ranges::find(m_list.drafts, draft, &app::NoteDraft::id);
    return found == m_list.drafts.end() ? -1 : static_cast<int>(found - m_list.drafts.begin());
}

std::vector<NoteId> NotesModel::readableShown() const
{
    std::vector<NoteId> ids;
    for (const std::size_t at : m_shown)
        if (!m_list.notes[at].withheld)
            ids.push_back(m_list.notes[at].record.note.id);
    return ids;
}

QVariant NotesModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (const auto* draft = draftAt(index.row()))
        return tr("Draft, saved %1. %2")
            .arg(draft->savedAt ? recordedWords(*draft->savedAt, m_now) : QString{},
                 text(withoutMarks(draft->content.text)).simplified());
    if (const auto* note = noteAt(index.row()))
        return spokenWords(*note, m_list.names, m_now);
    return {};
}

}  // namespace holdfast::ui
