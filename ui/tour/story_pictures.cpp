#include "tour/story_pictures.h"

#include "kindwords/kind_words.h"
#include "kindwords/kind_words_watch.h"
#include "notes/note_editor.h"
#include "notes/note_text_edit.h"
#include "notes/notes_tab.h"
#include "person/person_page.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

void closeSheets(MainWindow& window)
{
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);
}

PersonPage& storyOf(PracticeClient& practice, const char* name)
{
    practice.client().openPerson(practice.personNamed(name));
    practice.settle();
    auto* page = static_cast<PersonPage*>(practice.client().window().page(QStringLiteral("person")));
    page->showTab(PersonPage::Story);
    practice.settle();
    return *page;
}

/// Written, read on the receiver's Today and in full, and taken back again.
void drawHandover(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    MainWindow& window = practice.client().window();
    const Hands hands{window};
    storyOf(practice, "Marcus");
    hands.press(QStringLiteral("Hand over"));
    practice.settle();
    draw(QStringLiteral("handover-write"));
    auto* to = window.findChild<QComboBox*>(QStringLiteral("handoverTo"));
    auto* agreed = window.findChild<QCheckBox*>(QStringLiteral("handoverAgreed"));
    if (to == nullptr || agreed == nullptr || to->count() == 0)
        return closeSheets(window);
    const std::string receiver = to->currentText().section(u',', 0, 0).toStdString();
    agreed->setChecked(true);
    hands.press(QStringLiteral("Sign it and give it to them"));
    practice.settle();
    practice.signIn(receiver);
    window.go(QStringLiteral("today"));
    practice.settle();
    draw(QStringLiteral("today-handover"));
    storyOf(practice, "Marcus");
    hands.press(QStringLiteral("Read it and agree"));
    practice.settle();
    draw(QStringLiteral("handover"));
    closeSheets(window);
    practice.signIn("Priya Raman");
    storyOf(practice, "Marcus");
    hands.press(QStringLiteral("Read the pack"));
    practice.settle();
    hands.press(QStringLiteral("Take it back"));
    practice.settle();
    closeSheets(window);
}

}  // namespace

void drawStories(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    MainWindow& window = practice.client().window();
    const Hands hands{window};
    PersonPage& page = storyOf(practice, "Dani Okafor");
    draw(QStringLiteral("story"));
    hands.press(QStringLiteral("Change it"));
    practice.settle();
    draw(QStringLiteral("story-write"));
    closeSheets(window);
    hands.press(QStringLiteral("Passport"));
    practice.settle();
    practice.settle();
    draw(QStringLiteral("passport"));
    closeSheets(window);
    page.showTab(PersonPage::Overview);
    practice.signIn("Samir Haddad");
    storyOf(practice, "Marcus");
    draw(QStringLiteral("story-unread"));
    practice.signIn("Priya Raman");
    drawHandover(practice, draw);
    page.showTab(PersonPage::Overview);
}

void drawKindWords(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    MainWindow& window = practice.client().window();
    const Hands hands{window};
    practice.client().openPerson(practice.personNamed("Marcus"));
    practice.settle();
    auto* page = static_cast<PersonPage*>(window.page(QStringLiteral("person")));
    page->showTab(PersonPage::Notes);
    page->notes().writeNew();
    practice.settle();
    NoteTextEdit& edit = page->notes().editor().edit();
    edit.insertText(QStringLiteral("Known alcoholic, failed to attend on Tuesday. He says: “I am an addict and nobody "
                                   "rings me.” Rang again in the evening, spoke for ten minutes."));
    edit.setFocus();
    if (auto* watch = window.findChild<KindWordsWatch*>())
        watch->cameTo(&edit);
    practice.settle();
    edit.moveCursor(QTextCursor::Start);
    if (KindWords* words = KindWordsWatch::of(edit))
        words->goToNext();
    draw(QStringLiteral("words"));
    if (KindWords* words = KindWordsWatch::of(edit))
        words->setMatcher({});
    hands.press(QStringLiteral("Discard"));
    practice.settle();
    for (QDialog* sheet : window.findChildren<QDialog*>())
        if (sheet->isVisible() && hands.press(QStringLiteral("Discard"), sheet))
            break;
    practice.settle();
    page->showTab(PersonPage::Overview);
    practice.signIn("Joanne Mercer");
    window.go(QStringLiteral("settings"));
    practice.settle();
    hands.press(QStringLiteral("Your team's list"));
    practice.settle();
    draw(QStringLiteral("word-list"));
    closeSheets(window);
    hands.press(QStringLiteral("Guidance cards"));
    practice.settle();
    draw(QStringLiteral("guidance"));
    closeSheets(window);
    practice.signIn("Priya Raman");
}

}  // namespace holdfast::ui
