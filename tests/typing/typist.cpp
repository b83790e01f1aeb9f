#include "typing/typist.h"

#include "assessment/assessment_page.h"
#include "client/client.h"
#include "letters/letter_actions.h"
#include "letters/letter_editor.h"
#include "letters/letter_page.h"
#include "notes/note_editor.h"
#include "notes/note_text_edit.h"
#include "notes/notes_tab.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "shell/main_window.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

#include <chrono>

namespace holdfast::test {
namespace {

constexpr int poll = 10;

std::string escapedLine(const QString& text)
{
    std::string safe;
    for (const char letter : text.toStdString())
        safe += letter == '\n' ? "\\n" : letter == '\\' ? "\\\\" : std::string(1, letter);
    return safe;
}

}  // namespace

Typist::Typist(ui::Client& client, TypistOrders orders)
    : m_client{client},
      m_orders{std::move(orders)},
      m_random{m_orders.seed},
      m_hands{client.window()},
      m_log{::open(m_orders.log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600)}
{
    m_hurried = m_random.below(3) == 0;
    QTimer::singleShot(0, this, &Typist::open);
}

void Typist::open()
{
    switch (m_orders.where) {
    case Where::assessment: m_client.openAssessment(m_orders.person); break;
    case Where::letter: {
        letters::Request request;
        request.kind = letters::LetterKind::rightsCard;
        m_client.actions().letters().write(m_orders.person, request);
        break;
    }
    case Where::sheet: m_client.actions().record(m_orders.person, ui::RecordKind::contact, std::nullopt); break;
    case Where::note:
    case Where::plan:
    case Where::story: openOnPage(); break;
    }
    await([this] { return isReady(); }, [this] { begin(); });
}

void Typist::openOnPage()
{
    m_client.openPerson(m_orders.person);
    await([this] { return personPage() != nullptr; },
          [this] {
              if (m_orders.where == Where::plan)
                  personPage()->showPlan(PlanKind::safety, true);
              else if (m_orders.where == Where::story)
                  personPage()->writeStory();
              else
                  openNote();
          });
}

/// The note that was begun, or a new one.
void Typist::openNote()
{
    m_client.desk().ask(
        this,
        [person = m_orders.person](ui::UseCases& use, const app::Session& session) {
            return use.notes.list(session, person);
        },
        [this](const Result<app::NoteList>& list) {
            if (!list)
                return QApplication::exit(5);
            personPage()->showTab(ui::PersonPage::Notes);
            if (!list->drafts.empty())
                return personPage()->showNoteDraft(list->drafts.front().id);
            await([this] { return m_hands.press(QStringLiteral("New note")); }, [] {});
        });
}

ui::PersonPage* Typist::personPage()
{
    return dynamic_cast<ui::PersonPage*>(&m_client.window().current());
}

void Typist::await(const std::function<bool()>& ready, const std::function<void()>& then, int tries)
{
    if (ready())
        return then();
    if (tries == 0)
        return QApplication::exit(3);
    QTimer::singleShot(poll, this, [this, ready, then, tries] { await(ready, then, tries - 1); });
}

QWidget* Typist::editor()
{
    switch (m_orders.where) {
    case Where::assessment: return m_hands.named<QPlainTextEdit>(QStringLiteral("What matters to me"));
    case Where::letter: {
        auto* page = dynamic_cast<ui::LetterPage*>(&m_client.window().current());
        return page ? &page->editor().text() : nullptr;
    }
    case Where::sheet: return m_hands.named<QPlainTextEdit>(QStringLiteral("What was said"));
    case Where::note: {
        const auto* page = personPage();
        return page && page->notes().editor().isOpen() ? &page->notes().editor().edit() : nullptr;
    }
    case Where::plan: return m_client.window().findChild<QPlainTextEdit*>(QStringLiteral("plan_warning_signs"));
    case Where::story: return m_client.window().findChild<QPlainTextEdit*>(QStringLiteral("story.own_words"));
    }
    return nullptr;
}

bool Typist::isReady()
{
    if (m_orders.where == Where::assessment) {
        auto* page = dynamic_cast<ui::AssessmentPage*>(&m_client.window().current());
        return page && page->isReady() && editor();
    }
    QWidget* there = editor();
    return there && there->isEnabled() && !textThere().isNull();
}

QString Typist::textThere()
{
    QWidget* there = editor();
    if (auto* plain = qobject_cast<QPlainTextEdit*>(there))
        return plain->toPlainText();
    if (auto* letter = qobject_cast<QTextEdit*>(there))
        return letter->toPlainText();
    return {};
}

void Typist::begin()
{
    // Whatever was asked before this has been answered once this is; then what was cut off is offered.
    m_client.desk().ask(
        this, [](ui::UseCases&, const app::Session&) { return 0; },
        [this](int) {
            if (m_orders.where == Where::sheet || m_orders.where == Where::story)
                m_hands.press(QStringLiteral("Put it back"));
            note("OPEN " + escapedLine(textThere()));
            if (m_orders.onlyLook)
                return QApplication::quit();
            for (auto* there : {editor()}) {
                there->setFocus();
                if (auto* plain = qobject_cast<QPlainTextEdit*>(there))
                    plain->moveCursor(QTextCursor::End);
                else if (auto* letter = qobject_cast<QTextEdit*>(there))
                    letter->moveCursor(QTextCursor::End);
            }
            pressNext();
        });
}

void Typist::pressNext()
{
    static const std::string letters = "eeetaoin shrdlu cmfwyp ";
    const bool takesBack = m_typed > 3 && m_random.below(14) == 0;
    const char letter = letters[m_random.below(letters.size())];
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    note(std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()) + ' ' +
         (takesBack ? std::string{"\\b"} : std::string(1, letter)));
    if (takesBack)
        ui::Hands::key(*editor(), Qt::Key_Backspace);
    else
        ui::Hands::key(*editor(), 0, QString{QLatin1Char{letter}});
    m_typed += takesBack ? -1 : 1;
    auto wait = static_cast<int>(m_hurried ? 8 + m_random.below(15) : 15 + m_random.below(110));
    if (!m_hurried && m_random.below(25) == 0)
        wait += 1000;  // somebody thinks
    QTimer::singleShot(wait, Qt::PreciseTimer, this, &Typist::pressNext);
}

void Typist::note(const std::string& line)
{
    // Straight to the system: a kill of this process cannot take it back.
    const std::string whole = line + '\n';
    if (::write(m_log, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()))
        QApplication::exit(4);
}

}  // namespace holdfast::test
