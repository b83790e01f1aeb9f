// A call logged in one key, and taking back what was recorded last.
#include "async/desk.h"
#include "person/case_actions.h"
#include "widgets/messages.h"
#include "words/codes.h"

namespace holdfast::ui {

void CaseActions::logCall(const PersonId& person, const event::Contact& call, const QString& said)
{
    saveCall(person, {call, said, m_desk.newCommand(), m_desk.clock().now()});
}

void CaseActions::saveCall(const PersonId& person, const Call& call)
{
    m_desk.ask(
        this,
        [person, call](UseCases& use, const app::Session& session) -> Result<app::RecordOutcome> {
            const auto file = use.cases.open(session, person);
            if (!file)
                return file.error();
            app::RecordInput input;
            input.person = person;
            input.seenVersion = file->version;
            input.command = call.command;
            input.at = call.at;
            input.body = call.contact;
            input.channel = "phone";
            return use.cases.record(session, input);
        },
        [this, person, call](const Result<app::RecordOutcome>& outcome) {
            if (!outcome)  // the same command: what was kept after all is not kept twice
                return m_toasts.failed(tr("%1: not recorded. %2").arg(call.said, words(outcome.error())),
                                       [this, person, call] { saveCall(person, call); });
            offerUndo(savedWords(call.said, *outcome), person, outcome->event);
            emit changed(person);
        });
}

void CaseActions::markLine(const PersonId& person, const std::string& line, bool done)
{
    m_desk.ask(
        this,
        [person, line, done](UseCases& use, const app::Session& session) {
            return use.plans.mark(session, person, line, done);
        },
        [this, person, line, done](const Result<Done>& marked) {
            if (!marked)
                return failed(words(marked.error()));
            emit changed(person);
            said(done ? tr("Done.") : tr("Marked as not done."),
                 [this, person, line, done] { markLine(person, line, !done); });
        });
}

void CaseActions::undoLast()
{
    if (m_undoable && m_undoable == m_toasts.current()) {
        emit m_undoable->actionTriggered();
        return;
    }
    if (!m_toasts.current())
        m_toasts.done(tr("Nothing to undo now. An older entry can be marked as entered in error in the history."));
}

}  // namespace holdfast::ui
