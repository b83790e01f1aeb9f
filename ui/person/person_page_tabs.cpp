// What the tabs of letters and notes ask of the person's page.
#include "letters/letter_actions.h"
#include "letters/letters_tab.h"
#include "notes/notes_tab.h"
#include "person/case_actions.h"
#include "person/case_tabs.h"
#include "person/person_page.h"
#include "words/codes.h"

namespace holdfast::ui {

void PersonPage::connectLetters()
{
    LetterActions& letters = m_actions.letters();
    connect(m_letters, &LettersTab::offerChosen, this,
            [this, &letters](const letters::Request& request) { letters.write(m_person, request); });
    connect(m_letters, &LettersTab::newLetterRequested, this, [this, &letters] { letters.writeAnother(m_person); });
    connect(m_letters, &LettersTab::draftActivated, this,
            [this, &letters](const QString& draft) { letters.openDraft(m_person, draft.toStdString()); });
    connect(m_letters, &LettersTab::documentActivated, this,
            [this, &letters](const QString& id) { letters.openLetter(m_person, DocumentId{id.toStdString()}); });
    connect(m_letters, &LettersTab::paperActivated, this,
            [this, &letters](const QString& id) { letters.papers().open(m_person, DocumentId{id.toStdString()}); });
    connect(m_letters, &LettersTab::statusCopied, &letters, &LetterActions::copyStatus);
}

void PersonPage::connectNotes()
{
    connect(m_notes, &NotesTab::counted, this, [this](int unread) {
        m_unread = unread;
        renderTabTitles();
    });
    connect(m_notes, &NotesTab::eventActivated, this, [this](const EventId& event) {
        showTab(History);
        m_history->goTo(event);
    });
    connect(m_notes, &NotesTab::nextActivated, this, [this] { showTab(Overview); });
    connect(m_notes, &NotesTab::done, &m_actions, &CaseActions::said);
    connect(m_notes, &NotesTab::failed, &m_actions, &CaseActions::failed);
}

bool PersonPage::mayLeave()
{
    m_notes->pause();
    return true;
}

void PersonPage::showNoteDraft(const std::string& draft)
{
    showTab(Notes);
    m_notes->goToDraft(draft);
}

void PersonPage::showNote(const NoteId& note)
{
    showTab(Notes);
    m_notes->goTo(note);
}

}  // namespace holdfast::ui
