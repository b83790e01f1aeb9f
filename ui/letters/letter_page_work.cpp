// What a letter's page does: saving, making final, recording as sent, and taking copies out.
#include "async/desk.h"
#include "drafts/sheet_keeper.h"
#include "letters/letter_editor.h"
#include "letters/letter_output.h"
#include "letters/letter_page.h"
#include "letters/letter_words.h"
#include "letters/sent_sheet.h"
#include "person/why_sheet.h"
#include "print/letter_paper.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QAction>

#include <algorithm>

namespace holdfast::ui {

void LetterPage::remake(letters::Variant variant)
{
    letters::Request request = m_keeper.draft().draft.request;
    request.variant = variant;
    const auto make = [this, request] {
        m_desk.ask(
            this,
            [person = m_person, request](UseCases& use, const app::Session& session) {
                return use.letters.remake(session, person, request);
            },
            [this](const Result<letters::Draft>& made) {
                if (!made)
                    return explain(made.error());
                m_editor->show(made->document);
                m_keeper.agree(made->request.carer);
                m_keeper.touch(made->document);
                m_keeper.flush();
                showPages(m_look->isChecked());
                m_sight->draft.draft = *made;
                m_side->show(*m_sight, m_desk.clock().now(), true);
            });
    };
    // Large print is the same words; only easy read, and the record as it is now, are other words.
    const letters::Document now = m_editor->letter();
    const auto isEasy = [](letters::Variant each) { return each == letters::Variant::easyRead; };
    if (variant != now.variant && !isEasy(variant) && !isEasy(now.variant)) {
        letters::Document same = now;
        same.variant = variant;
        m_editor->show(same);
        m_keeper.touch(same);
        m_keeper.flush();
        m_sight->draft.draft.document = same;
        m_side->show(*m_sight, m_desk.clock().now(), true);
        return showPages(m_look->isChecked());
    }
    confirmSheet(m_theme, *window(), tr("Write it again?"),
                 tr("The letter is made anew from the record as it is now. What you changed in this draft goes."),
                 tr("Write it again"), tr("Keep my text"), make);
    m_side->show(*m_sight, m_desk.clock().now(), true);
}

void LetterPage::discard()
{
    confirmSheet(m_theme, *window(), tr("Discard this draft?"),
                 tr("Nothing has been sent. The letter can be made ready from the record again at any time."),
                 tr("Discard"), tr("Keep it"), [this] {
                     m_desk.ask(
                         this,
                         [person = m_person, id = m_draft,
                          version = m_keeper.draft().version](UseCases& use, const app::Session& session) {
                             return use.letters.discard(session, person, id, version);
                         },
                         [this](const Result<Done>& gone) {
                             if (!gone)
                                 return explain(gone.error());
                             m_keeper.stop();
                             emit done(tr("Draft discarded."));
                             emit personRequested(m_person);
                         });
                 });
}

void LetterPage::makeFinal()
{
    confirmSheet(m_theme, *window(), tr("Make this letter final?"),
                 tr("The exact pages are kept with the person and cannot be changed any more. Then print or save them, "
                    "send them yourself, and record how they left."),
                 tr("Make final"), tr("Go on writing"), [this] {
                     if (m_command.empty())
                         m_command = m_desk.newCommand();
                     m_finalising = true;
                     followState();
                     m_keeper.flush();
                 });
}

void LetterPage::keepFinal()
{
    app::FinaliseInput input;
    input.person = m_person;
    input.draft = m_draft;
    input.version = m_keeper.draft().version;
    input.command = m_command;
    input.pdf = pdfOf(m_keeper.draft().draft.document, m_sight->head).toStdString();
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.letters.finalise(session, input); },
        [this](const Result<KeptDocument>& kept) {
            m_finalising = false;
            if (!kept) {
                followState();
                return explain(kept.error());
            }
            m_command = {};
            emit done(tr("Kept. Print or save it, send it, then record how it left."));
            goTo(placeOf(m_person, kept->id));
            load();
        });
}

void LetterPage::recordSent()
{
    struct Ready {
        app::CaseFile file;
        std::optional<Service> service;
        std::vector<app::CarerView> carers;
    };
    m_desk.ask(
        this,
        [person = m_person, name = m_sight->line.recipientName](UseCases& use,
                                                                const app::Session& session) -> Result<Ready> {
            auto file = use.cases.open(session, person);
            if (!file)
                return file.error();
            auto services = use.directory.list(session, true);
            if (!services)
                return services.error();
            auto carers = use.carers.list(session, person);
            if (!carers)
                return carers.error();
            Ready ready{*std::move(file), {}, std::move(carers.value().carers)};
            const auto found = std::ranges::find(*services, name, &Service::name);
            if (found != services->end())
                ready.service = *found;
            return ready;
        },
        [this](const Result<Ready>& ready) {
            if (!ready)
                return explain(ready.error());
            m_sight->file = ready->file;
            auto* sheet = new SentSheet{m_theme, m_desk, *m_sight, ready->service, *window(), ready->carers};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            connect(sheet, &SentSheet::recorded, this, [this] {
                emit done(tr("Recorded as sent."));
                load();
            });
            new SheetKeeper{m_theme, m_desk, *sheet, "sent", m_person};
            sheet->open();
        });
}

void LetterPage::showWhy(const engine::VerdictCitation& citation)
{
    const WhyPart part = partOf(citation, m_sight->file.names, m_desk.clock().now());
    const QString policy = QStringLiteral("%1 %2").arg(text(m_desk.policy().id), text(m_desk.policy().version));
    auto* sheet = new WhySheet{m_theme, part.when, {part}, policy, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

/// The audit knows of what leaves before it does.
void LetterPage::takeOut(const char* how, const std::function<void()>& then)
{
    m_desk.ask(
        this,
        [person = m_person, how](UseCases& use, const app::Session& session) {
            return use.documents.takenOut(session, person, how);
        },
        [this, then](const Result<Done>& noted) {
            if (!noted)
                return explain(noted.error());
            then();
        });
}

void LetterPage::print()
{
    takeOut("letter printed", [this] {
        printPdf(*window(), pdf(), [this](int pages) {
            if (pages > 0)
                emit done(printedWords(pages));
            else
                emit failed(tr("The printer could not begin. Save a PDF and print that."));
        });
    });
}

void LetterPage::saveCopy()
{
    const QString name = fileNameFor(m_sight->kind());
    const auto write = [this, name](const QByteArray& bytes) {
        saveFile(*window(), m_desk, name, bytes, [this](const QString& wrong) {
            if (wrong.isEmpty())
                emit done(tr("Saved. Keep the file as safely as the store."));
            else
                emit failed(wrong);
        });
    };
    if (!m_sight->isFinal)
        return takeOut("letter saved", [this, write] { write(pdf()); });
    // Taking a kept copy out is audited as that.
    m_desk.ask(
        this,
        [person = m_person, id = m_document](UseCases& use, const app::Session& session) {
            return use.documents.read(session, person, id, app::Purpose::takeOut);
        },
        [this, write](const Result<app::Paper>& paper) {
            if (!paper)
                return explain(paper.error());
            write(QByteArray::fromStdString(paper->bytes));
        });
}

void LetterPage::copyAll()
{
    takeOut("letter copied", [this] {
        copyText(m_sight->isFinal ? textOf(m_kept) : text(letters::plainText(m_editor->letter())));
        emit done(tr("The text is on the clipboard."));
    });
}

}  // namespace holdfast::ui
