// Signing what is in the editor, and what becomes of it when that cannot be done.
#include "async/desk.h"
#include "drafts/versions_sheet.h"
#include "notes/note_editor.h"
#include "notes/note_text_edit.h"
#include "notes/note_text_view.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/dates.h"

#include <algorithm>

namespace holdfast::ui {

bool NoteEditor::isComplete()
{
    const NoteContent now = content();
    const bool amends = !now.amends.empty();
    m_dayBox->setError(amends || m_day->day() ? QString{} : tr("Enter the day it happened"));
    m_timeBox->setError(amends || readTime(m_time->text()) ? QString{} : tr("Enter the time, like 17:30"));
    m_textBox->setError({});
    m_whyBox->setError({});
    m_audienceBox->setError({});
    if (!m_dayBox->hasError() && !m_timeBox->hasError())
        if (const auto fine = checkNote(now, m_desk.clock().now()); !fine) {
            const std::string& where = fine.error().where;
            FieldBox* box = where == "happened_at"   ? m_dayBox
                            : where == "why_limited" ? m_whyBox
                            : where == "audience"    ? m_audienceBox
                                                     : m_textBox;
            box->setError(noteErrorWords(fine.error()));
        }
    return firstWithError({m_dayBox, m_timeBox, m_audienceBox, m_whyBox, m_textBox}) == nullptr;
}

void NoteEditor::sign()
{
    if (!m_keeper || m_signing || !isComplete())
        return;
    if (m_command.empty())
        m_command = m_desk.newCommand();
    m_signing = true;
    m_sign->setBusy(true);
    m_trouble->hide();
    // The store signs what it holds: first everything typed goes there.
    m_keeper->touch(content());
    m_keeper->flush();
}

void NoteEditor::signNow()
{
    app::SignNoteInput input;
    input.person = m_writing.person;
    input.draft = m_writing.draft.id;
    input.version = m_keeper->version();
    input.command = m_command;
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.notes.sign(session, input); },
        [this, generation = m_generation](const Result<NoteId>& note) {
            if (generation != m_generation)
                return;
            m_signing = false;
            m_sign->setBusy(false);
            if (!note)
                return failed(note.error());
            m_command = {};
            const bool amendment = m_writing.amended.has_value();
            m_keeper->stop();
            m_keeper.reset();
            emit signedOff(*note, amendment);
        });
}

void NoteEditor::failed(const Error& error)
{
    m_signing = false;
    m_sign->setBusy(false);
    m_trouble->setText(noteErrorWords(error));
    m_trouble->show();
    if (error.code == ErrorCode::conflict && error.where == "note")
        rebase();
}

/// A colleague's amendment is shown as what stands now; signing once more is a choice made after reading it.
void NoteEditor::rebase()
{
    m_desk.ask(
        this,
        [person = m_writing.person](UseCases& use, const app::Session& session) {
            return use.notes.list(session, person);
        },
        [this, generation = m_generation](const Result<app::NoteList>& list) {
            if (generation != m_generation || !m_keeper || !list)
                return;
            const auto now = std::ranges::find_if(list->notes, [&](const app::NoteView& view) {
                return view.record.note.id == m_writing.draft.content.amends;
            });
            if (now == list->notes.end())
                return;
            m_writing.amended = *now;
            m_writing.draft.content.amendsAfter = static_cast<int>(now->record.amendments.size());
            m_originalText->show(now->record.textNow());
            m_command = {};
            m_keeper->touch(content());
        });
}

void NoteEditor::discard()
{
    const auto away = [this] {
        m_keeper->flush();
        m_desk.ask(
            this,
            [person = m_writing.person, id = m_writing.draft.id](UseCases& use,
                                                                 const app::Session& session) -> Result<Done> {
                auto draft = use.notes.draft(session, person, id);
                if (!draft)
                    return std::move(draft).error();
                return use.notes.discard(session, person, id, draft->version);
            },
            [this, generation = m_generation](const Result<Done>& gone) {
                if (generation != m_generation || !m_keeper)
                    return;
                if (!gone)
                    return failed(gone.error());
                m_keeper->stop();
                m_keeper.reset();
                emit discarded();
            });
    };
    if (m_text->toPlainText().trimmed().isEmpty())
        return away();
    confirmSheet(m_theme, *window(), tr("Discard this draft?"),
                 tr("Nothing of it has been signed, and nobody but you has seen it."), tr("Discard"), tr("Keep it"),
                 away);
}

void NoteEditor::openVersions()
{
    m_keeper->flush();
    auto* sheet = new VersionsSheet{m_theme, m_desk, m_writing.person, kindOfDraft(), *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &VersionsSheet::putBack, this, &NoteEditor::reread);
    sheet->open();
}

}  // namespace holdfast::ui
