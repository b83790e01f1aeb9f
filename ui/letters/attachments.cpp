#include "letters/attachments.h"

#include "async/desk.h"
#include "base/platform.h"
#include "letters/letter_words.h"
#include "letters/paper_sheet.h"

#include <QFileDialog>
#include <QFileInfo>

namespace holdfast::ui {

Attachments::Attachments(Theme& theme, Desk& desk, QWidget& window, QObject* parent)
    : QObject{parent}, m_theme{theme}, m_desk{desk}, m_window{&window}
{}

void Attachments::askForFile(std::function<void(const QString& path)> chosen)
{
    auto* dialog = new QFileDialog{
        m_window, tr("Attach a paper"), {}, tr("PDF, pictures and text (*.pdf *.png *.jpg *.jpeg *.txt *.eml)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(chosen));
    dialog->open();
}

void Attachments::choose(const PersonId& person, const EventId& event)
{
    askForFile([this, person, event](const QString& path) { attach(person, event, path); });
}

void Attachments::chooseForNote(const PersonId& person, const NoteId& note)
{
    askForFile([this, person, note](const QString& path) { attachToNote(person, note, path); });
}

void Attachments::attach(const PersonId& person, const EventId& event, const QString& path)
{
    keep(path, {person, event, {}, {}, {}});
}

void Attachments::attachToNote(const PersonId& person, const NoteId& note, const QString& path)
{
    keep(path, {person, {}, {}, {}, {}, note});
}

void Attachments::keep(const QString& path, app::AttachInput input)
{
    if (QFileInfo{path}.size() > static_cast<qint64>(largestDocument))
        return emit failed(letterErrorWords({ErrorCode::invalid, "bytes", "too_large"}));
    input.name = QFileInfo{path}.fileName().toStdString();
    input.command = m_desk.newCommand();
    const PersonId person = input.person;
    m_desk.ask(
        this,
        [path = path.toStdString(),
         input = std::move(input)](UseCases& use, const app::Session& session) mutable -> Result<KeptDocument> {
            auto bytes = platform::readFile(path, largestDocument);
            if (!bytes)
                return std::move(bytes).error();
            input.bytes = *std::move(bytes);
            return use.documents.attach(session, input);
        },
        [this, person](const Result<KeptDocument>& kept) {
            if (!kept)
                return emit failed(letterErrorWords(kept.error()));
            emit done(tr("Attached and kept in the store. The file itself is still where it was."));
            emit attached(person);
        });
}

void Attachments::open(const PersonId& person, const DocumentId& document)
{
    m_desk.ask(
        this,
        [person, document](UseCases& use, const app::Session& session) {
            return use.documents.read(session, person, document, app::Purpose::open);
        },
        [this](const Result<app::Paper>& paper) {
            if (!paper)
                return emit failed(letterErrorWords(paper.error()));
            auto* sheet = new PaperSheet{m_theme, m_desk, *paper, *m_window};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            connect(sheet, &PaperSheet::said, this, &Attachments::done);
            connect(sheet, &PaperSheet::failed, this, &Attachments::failed);
            sheet->open();
        });
}

}  // namespace holdfast::ui
