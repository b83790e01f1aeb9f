// What the Notes tab does: beginning a note, reading, pinning, entering in error, and taking notes out on paper.
#include "async/desk.h"
#include "circle/recipient_sheet.h"
#include "domain/calendar.h"
#include "letters/letter_output.h"
#include "notes/note_editor.h"
#include "notes/note_reader.h"
#include "notes/note_sheets.h"
#include "notes/note_words.h"
#include "notes/notes_model.h"
#include "notes/notes_paper.h"
#include "notes/notes_tab.h"
#include "notes/template_sheet.h"
#include "person/person_view.h"
#include "print/letter_paper.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <algorithm>
#include <set>

namespace holdfast::ui {

void NotesTab::writeNew()
{
    if (!m_file || !m_desk.may(app::Action::writeNote))
        return;
    // A note that was begun and holds nothing yet is used first: pressing twice does not leave two.
    for (const app::NoteDraft& draft : m_list.drafts)
        if (draft.content.amends.empty() && draft.content.text.empty())
            return openDraft(draft.id);
    NoteContent content;
    content.kind = NoteKind::contact;
    content.happenedAt = std::chrono::floor<std::chrono::minutes>(m_desk.clock().now());
    begin(content);
}

void NotesTab::goTo(const NoteId& note)
{
    m_wanted = note;
    if (m_editor->isOpen()) {
        m_editor->leave();
        showPane(m_reader);
    }
    if (m_loaded && std::ranges::any_of(m_list.notes, [&](const auto& view) { return view.record.note.id == note; }))
        take(app::NoteList{m_list});
}

void NotesTab::goToDraft(const std::string& draft)
{
    m_wantedDraft = draft;
    if (m_loaded)
        take(app::NoteList{m_list});
}

void NotesTab::begin(const NoteContent& content)
{
    m_desk.ask(
        this,
        [person = m_file->person.id, content](UseCases& use, const app::Session& session) {
            return use.notes.begin(session, person, content);
        },
        [this, person = m_file->person.id](const Result<app::NoteDraft>& draft) {
            if (!draft)
                return emit failed(noteErrorWords(draft.error()));
            if (!m_file || m_file->person.id != person)
                return;
            write(*draft);
            reload();
        });
}

/// As it is in the store now: the list may be older than what was typed last.
void NotesTab::openDraft(const std::string& id)
{
    m_desk.ask(
        this,
        [person = m_file->person.id, id](UseCases& use, const app::Session& session) {
            return use.notes.draft(session, person, id);
        },
        [this, person = m_file->person.id](const Result<app::NoteDraft>& draft) {
            if (!draft)
                return emit failed(noteErrorWords(draft.error()));
            if (m_file && m_file->person.id == person)
                write(*draft);
        });
}

void NotesTab::write(const app::NoteDraft& draft)
{
    NoteWriting writing;
    writing.person = m_file->person.id;
    writing.draft = draft;
    writing.links = linkChoices(*m_file);
    if (draft.content.link.kind != NoteLinkKind::none &&
        std::ranges::find(writing.links, draft.content.link, &NoteLinkChoice::link) == writing.links.end())
        writing.links.push_back({draft.content.link, linkWords(draft.content.link, *m_file)});
    writing.templates = m_teamTexts;
    writing.gaps = gaps();
    writing.mayEditTemplates = m_desk.may(app::Action::editNoteTemplates);
    for (const app::NoteView& view : m_list.notes)
        if (view.record.note.id == draft.content.amends) {
            writing.amended = view;
            writing.amendedBy = workerName(view.record.note.author, m_list.names);
        }
    m_dwell.stop();
    m_open = {};
    m_editor->open(writing);
    showPane(m_editor);
    render();
}

NoteGaps NotesTab::gaps() const
{
    const Instant now = m_desk.clock().now();
    const Worker& me = m_desk.session().worker;
    const auto service = m_file->names.services.find(me.service);
    return {firstName(m_file->person).toStdString(), longDayWords(londonDate(now)).toStdString(), me.name,
            service == m_file->names.services.end() ? std::string{} : service->second};
}

/// It stayed on the screen long enough: it has been read as it stands, and whoever wrote it can see so.
void NotesTab::countRead()
{
    const auto* view = m_model->noteAt(m_model->rowOf(m_open));
    if (!view || !isVisible() || m_editor->isOpen() || !m_desk.may(app::Action::readNote))
        return;
    const auto amendments = static_cast<int>(view->record.amendments.size());
    m_desk.ask(
        this,
        [person = m_file->person.id, note = m_open, amendments](UseCases& use, const app::Session& session) {
            return use.notes.markRead(session, person, note, amendments);
        },
        [this, note = m_open, amendments](const Result<Done>& read) {
            if (!read)
                return emit failed(noteErrorWords(read.error()));
            for (app::NoteView& each : m_list.notes)
                if (each.record.note.id == note && each.record.isUnread()) {
                    each.record.readUpTo = amendments;
                    if (!each.record.inError)
                        --m_list.unread;
                }
            take(app::NoteList{m_list});
        });
}

void NotesTab::pin(bool pinned)
{
    m_desk.ask(
        this,
        [person = m_file->person.id, note = m_open, pinned](UseCases& use, const app::Session& session) {
            return use.notes.pin(session, person, note, pinned);
        },
        [this, pinned](const Result<Done>& done) {
            if (!done)
                return emit failed(noteErrorWords(done.error()));
            reload();
            emit this->done(pinned ? tr("Pinned for everybody who works with them.") : tr("No longer pinned."),
                            [this, pinned] { pin(!pinned); });
        });
}

void NotesTab::showReaders()
{
    m_desk.ask(
        this,
        [person = m_file->person.id, note = m_open](UseCases& use, const app::Session& session) {
            return use.notes.readers(session, person, note);
        },
        [this, note = m_open](const Result<app::NoteReaders>& readers) {
            if (!readers)
                return emit failed(noteErrorWords(readers.error()));
            const auto* view = m_model->noteAt(m_model->rowOf(note));
            if (!view)
                return;
            showNoteReaders(m_theme, *window(), *readers, view->record, m_list.names, m_desk.clock().now());
        });
}

void NotesTab::enterInError()
{
    askWhyInError(m_theme, *window(), [this, note = m_open, command = m_desk.newCommand()](const QString& reason) {
        m_desk.ask(
            this,
            [input = app::NoteErrorInput{m_file->person.id, note, reason.toStdString(), command}](
                UseCases& use, const app::Session& session) { return use.notes.enterInError(session, input); },
            [this](const Result<Done>& done) {
                if (!done)
                    return emit failed(noteErrorWords(done.error()));
                reload();
                emit this->done(tr("Marked as entered in error. It stays readable, with your reason."));
            });
    });
}

void NotesTab::showTemplates()
{
    auto* sheet = new TemplateSheet{m_theme, m_desk, m_teamTexts, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &TemplateSheet::changed, this, &NotesTab::reload);
    sheet->open();
}

/// On paper it may go to anybody: whom it is for is asked first, and whether the person agrees.
void NotesTab::print(const std::vector<NoteId>& notes, bool toFile)
{
    std::set<CarerTopic> topics;
    for (const app::NoteView& view : m_list.notes)
        if (std::ranges::find(notes, view.record.note.id) != notes.end())
            for (const CarerTopic topic : app::topicsOfNote(view.record.note))
                topics.insert(topic);
    auto* sheet = new RecipientSheet{
        m_theme,  m_desk, m_file->person.id, {topics.begin(), topics.end()}, toFile ? tr("Save as a PDF") : tr("Print"),
        *window()};
    connect(sheet, &RecipientSheet::chosen, this,
            [this, notes, toFile](const Recipient& to) { printFor(notes, toFile, to); });
    sheet->open();
}

void NotesTab::printFor(const std::vector<NoteId>& notes, bool toFile, const Recipient& to)
{
    struct Ready {
        app::NotesOnPaper notes;
        Letterhead head;
    };
    m_desk.ask(
        this,
        [person = m_file->person.id, notes, to](UseCases& use, const app::Session& session) -> Result<Ready> {
            auto paper = use.notes.onPaper(session, person, notes, to);
            if (!paper)
                return paper.error();
            auto head = use.letters.letterhead(session);
            if (!head)
                return head.error();
            return Ready{*std::move(paper), *std::move(head)};
        },
        [this, toFile](const Result<Ready>& ready) {
            if (!ready)
                return emit failed(noteErrorWords(ready.error()));
            const QByteArray pdf = pdfOf(notesDocument(ready->notes, m_desk.clock().now()), ready->head);
            if (!toFile)
                return printPdf(*window(), pdf, [this](int pages) {
                    if (pages > 0)
                        emit done(printedWords(pages));
                    else
                        emit failed(tr("The printer could not begin. Save a PDF and print that."));
                });
            saveFile(*window(), m_desk, QStringLiteral("notes.pdf"), pdf, [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit done(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

void NotesTab::followLink()
{
    const auto* view = m_model->noteAt(m_model->rowOf(m_open));
    if (!view)
        return;
    const NoteLink& link = view->record.note.link;
    if (link.kind == NoteLinkKind::event && EventId::fits(link.id))
        emit eventActivated(EventId{link.id});
    else if (link.kind == NoteLinkKind::action)
        emit nextActivated();
}

}  // namespace holdfast::ui
