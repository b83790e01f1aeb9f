// Writing a note, or an amendment of one, on the person's page. Kept as it is typed; signed with Ctrl+Return, after which
// it does not change any more.
#pragma once

#include "notes/note_keeper.h"
#include "notes/note_words.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Button;
class Card;
class Choice;
class DayEdit;
class Desk;
class DraftOffer;
class FieldBox;
class GrowingText;
class KeptLine;
class NoteTextEdit;
class NoteTextView;
class RunLabel;
class Theme;

/// What the editor needs beside the draft.
struct NoteWriting {
    PersonId person;
    app::NoteDraft draft;
    std::optional<app::NoteView> amended;  ///< the note that is amended
    QString amendedBy;
    std::vector<NoteLinkChoice> links;
    std::vector<NoteTemplate> templates;
    NoteGaps gaps;
    bool mayEditTemplates = false;
};

class NoteEditor final : public QWidget {
    Q_OBJECT

public:
    NoteEditor(Theme& theme, Desk& desk, QWidget* parent = nullptr);
    ~NoteEditor() override;

    void open(const NoteWriting& writing);
    /// Only what a quick note needs: its kind, who may read it, and the text.
    void setCompact();
    /// Saves what is typed now; the draft stays open.
    void pause();
    /// Saves what is typed and lets go of the draft, which stays where it is.
    void leave();
    bool isOpen() const { return m_keeper != nullptr; }
    const std::string& draft() const { return m_writing.draft.id; }
    void setTemplates(const std::vector<NoteTemplate>& templates);

    NoteContent content() const;
    NoteTextEdit& edit() const { return *m_text; }
    NoteKeeper& keeper() const { return *m_keeper; }
    void sign();

signals:
    void signedOff(const holdfast::NoteId& note, bool amendment);
    void discarded();
    void closed();
    void draftSaved();
    void templatesRequested();  ///< the team's list, to change it
    void said(const QString& message);

private:
    void buildHead(QVBoxLayout& column);
    void buildFields(QVBoxLayout& column);
    void buildText(QVBoxLayout& column);
    void buildFoot(QVBoxLayout& column);
    void fill(const app::NoteDraft& draft);
    void startKeeper(const app::NoteDraft& draft);
    void reread();
    void typed();
    void followChoices();
    bool isComplete();
    void signNow();
    void failed(const Error& error);
    void rebase();
    void discard();
    void openVersions();
    void useTemplate(const NoteTemplate& made);
    std::string kindOfDraft() const;
    void letGo();

    Theme& m_theme;
    Desk& m_desk;
    NoteWriting m_writing;
    std::unique_ptr<NoteKeeper> m_keeper;
    QList<QWidget*> m_more;  ///< what a quick note does without
    bool m_filling = false;
    bool m_signing = false;
    bool m_isCompact = false;
    CommandId m_command;  ///< of signing; the same when it is tried again
    int m_generation = 0;

    RunLabel* m_title = nullptr;
    KeptLine* m_kept = nullptr;
    Banner* m_trouble = nullptr;
    DraftOffer* m_offer = nullptr;
    QWidget* m_fields = nullptr;
    Choice* m_kind = nullptr;
    Choice* m_need = nullptr;
    Choice* m_audience = nullptr;
    Choice* m_link = nullptr;
    DayEdit* m_day = nullptr;
    QLineEdit* m_time = nullptr;
    FieldBox* m_audienceBox = nullptr;
    FieldBox* m_dayBox = nullptr;
    FieldBox* m_timeBox = nullptr;
    GrowingText* m_why = nullptr;
    FieldBox* m_whyBox = nullptr;
    Card* m_original = nullptr;
    NoteTextView* m_originalText = nullptr;
    QLineEdit* m_whyAmended = nullptr;
    FieldBox* m_whyAmendedBox = nullptr;
    QScrollArea* m_scroll = nullptr;
    NoteTextEdit* m_text = nullptr;
    FieldBox* m_textBox = nullptr;
    Button* m_thirdParty = nullptr;
    QMenu* m_templates = nullptr;
    Button* m_sign = nullptr;
};

}  // namespace holdfast::ui
