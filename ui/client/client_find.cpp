// What the search of the top bar leads to.
#include "client/client.h"
#include "directory/directory_page.h"
#include "find/find_box.h"
#include "letters/letter_actions.h"
#include "people/people_page.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "shell/commands.h"
#include "shell/main_window.h"
#include "shell/top_bar.h"

#include <QAction>

namespace holdfast::ui {

void Client::connectFind()
{
    m_find =
        new FindBox{m_theme, m_desk, m_window->topBar().search(), *m_window, [this] { return commandsNow(); }, this};
    connect(m_window.get(), &MainWindow::searchRequested, m_find, &FindBox::open);
    connect(m_window.get(), &MainWindow::pageShown, m_find, &FindBox::shut);
    connect(m_find, &FindBox::personChosen, this, &Client::openPerson);
    connect(m_find, &FindBox::everybodyRequested, this, [this](const QString& text) {
        if (m_window->current().id() != m_people->id())
            m_window->go(m_people->id());
        m_people->search(text);
    });
    connect(m_find, &FindBox::noteChosen, this, [this](const PersonId& person, const NoteId& note) {
        openPerson(person);
        m_person->showNote(note);
    });
    connect(m_find, &FindBox::letterChosen, this, [this](const PersonId& person, const DocumentId& letter) {
        m_actions->letters().openLetter(person, letter);
    });
    connect(m_find, &FindBox::eventChosen, this, [this](const PersonId& person, const EventId& event) {
        openPerson(person);
        m_person->showEntry(event);
    });
    connect(m_find, &FindBox::serviceChosen, this, [this](const ServiceId& service) {
        m_window->go(m_directory->id());
        m_directory->showService(service);
    });
}

/// Not what opens the search: it is open.
QList<QAction*> Client::commandsNow() const
{
    QList<QAction*> commands = m_window->commands().doable();
    const QKeySequence own{Qt::CTRL | Qt::Key_K};
    commands.removeIf([&](const QAction* action) { return action->shortcut() == own; });
    return commands;
}

}  // namespace holdfast::ui
