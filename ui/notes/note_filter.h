// Which of a person's notes are shown, and the row of filters that says so. It stays as it was left.
#pragma once

#include "app/notes.h"
#include "shell/case_filters.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace holdfast::ui {

class SettingsStore;
class ToggleChip;

struct NoteFilter {
    std::optional<NoteKind> kind;
    std::optional<Need> need;  ///< notes about both are shown with either
    std::string who;           ///< id of a worker ("worker:...") or a service ("service:..."); empty: everybody
    bool unread = false;
    bool pinned = false;
    QString words;  ///< every one of them is in the note

    bool isOpen() const { return !kind && !need && who.empty() && !unread && !pinned && words.trimmed().isEmpty(); }
};

bool matches(const NoteFilter& filter, const app::NoteView& view, const app::NameBook& names);

class NoteFilterBar final : public QWidget {
    Q_OBJECT

public:
    NoteFilterBar(const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    const NoteFilter& filter() const { return m_filter; }
    /// Whoever has written here can be chosen; what was chosen before and is not here stays chosen.
    void offer(const app::NoteList& list);
    void clear();
    QLineEdit& search() const { return *m_search; }

signals:
    void changed();

private:
    void restore();
    void keep();
    void fillWho(const app::NoteList& list);

    const Theme& m_theme;
    SettingsStore& m_settings;
    NoteFilter m_filter;
    FilterButton* m_kind;
    NeedFilter* m_need;
    FilterButton* m_who;
    std::vector<std::string> m_whoIds;
    ToggleChip* m_unread;
    ToggleChip* m_pinned;
    QLineEdit* m_search;
};

}  // namespace holdfast::ui
