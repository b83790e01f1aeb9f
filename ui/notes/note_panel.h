// The newest notes of both services beside the overview, and the short way to add one. What is typed here is a draft like
// any other: leaving keeps it, and the Notes tab goes on with it.
#pragma once

#include "app/cases.h"
#include "app/notes.h"
#include "notes/note_filter.h"
#include "widgets/cards.h"

class QListView;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class Desk;
class NoteEditor;
class NotesModel;
class RunLabel;
class Theme;
class ToggleChip;

class NotePanel final : public Card {
    Q_OBJECT

public:
    NotePanel(Theme& theme, Desk& desk, QWidget* parent = nullptr);

    /// The case it belongs to. What is being written about another person is kept and let go.
    void show(const app::CaseFile& file);
    void show(const app::NoteList& list);
    using QWidget::show;
    /// What is typed is saved; the draft stays in the list.
    void leave();

    NoteEditor& editor() const { return *m_editor; }
    QListView& view() const { return *m_view; }

signals:
    void noteActivated(const holdfast::NoteId& note);
    void draftActivated(const std::string& draft);
    void signedOff();
    void changed();  ///< the list is older than what was written here
    void failed(const QString& message);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    enum Shown { all, mentalHealth, substanceUse, carers };
    void buildHead(QVBoxLayout& column);
    void buildList(QVBoxLayout& column);
    void begin();
    void close();
    void choose(int shown);
    void render();
    void activate(int row);

    Theme& m_theme;
    Desk& m_desk;
    PersonId m_person;
    app::NoteList m_list;
    int m_shown = all;
    int m_generation = 0;
    Button* m_add;
    NoteEditor* m_editor;
    QList<ToggleChip*> m_chips;
    NotesModel* m_model;
    QListView* m_view;
    RunLabel* m_none;
};

}  // namespace holdfast::ui
