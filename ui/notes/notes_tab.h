// The notes of one person: a list with filters that stay, and beside it the note that is read or the one being written.
#pragma once

#include "app/cases.h"
#include "app/notes.h"
#include "letters/attachments.h"
#include "person/person_tab.h"

#include <QTimer>

class QBoxLayout;
class QListView;
class QStackedWidget;

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class NoteEditor;
class NoteFilterBar;
class NoteReader;
class NotesModel;
class RunLabel;
class SettingsStore;
class Theme;

class NotesTab final : public PersonTab {
    Q_OBJECT

public:
    NotesTab(Theme& theme, Desk& desk, SettingsStore& settings, QWidget* parent = nullptr);
    ~NotesTab() override;

    QString title() const override;
    void show(const app::CaseFile& file) override;
    using QWidget::show;
    void leave() override;
    void pause() override;
    void arrange(WindowClass windowClass) override;
    QList<QWidget*> regions() const override;

    void writeNew();
    /// Asks for the list again.
    void refresh() { reload(); }
    /// Chooses it in the list, as soon as it is there.
    void goTo(const NoteId& note);
    /// The same for a draft of the worker's own.
    void goToDraft(const std::string& draft);
    const app::NoteList& list() const { return m_list; }

    NoteEditor& editor() const { return *m_editor; }
    NoteReader& reader() const { return *m_reader; }
    NoteFilterBar& filters() const { return *m_filters; }
    QListView& view() const { return *m_view; }
    QTimer& dwell() { return m_dwell; }

signals:
    void eventActivated(const holdfast::EventId& event);
    void nextActivated();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectReader();
    void connectEditor();
    void reload();
    void take(const app::NoteList& list);
    void render();
    void choose(int row);
    void closeEditor();
    void focusList();
    void showNote(const app::NoteView& view);
    void openDraft(const std::string& id);
    void write(const app::NoteDraft& draft);
    void begin(const NoteContent& content);
    void showPane(QWidget* pane);
    void followSpace();
    void countRead();
    void pin(bool pinned);
    void showReaders();
    void enterInError();
    void showTemplates();
    void print(const std::vector<NoteId>& notes, bool toFile);
    void printFor(const std::vector<NoteId>& notes, bool toFile, const Recipient& to);
    void followLink();
    NoteGaps gaps() const;

    Theme& m_theme;
    Desk& m_desk;
    SettingsStore& m_settings;
    std::optional<app::CaseFile> m_file;
    app::NoteList m_list;
    std::vector<NoteTemplate> m_teamTexts;
    NoteId m_open;    ///< being read
    NoteId m_wanted;  ///< to be opened once it is in the list
    std::string m_wantedDraft;
    bool m_loaded = false;
    bool m_choosing = false;
    int m_generation = 0;
    WindowClass m_class = WindowClass::normal;
    QTimer m_dwell;  ///< a note that stays on the screen so long has been read

    NotesModel* m_model;
    NoteFilterBar* m_filters;
    Button* m_new;
    Button* m_paper;
    RunLabel* m_sum;
    Banner* m_trouble;
    QBoxLayout* m_columns;
    QWidget* m_top;
    QWidget* m_side;
    QListView* m_view;
    QStackedWidget* m_stack;
    NoteReader* m_reader;
    NoteEditor* m_editor;
    Attachments m_papers;
};

}  // namespace holdfast::ui
