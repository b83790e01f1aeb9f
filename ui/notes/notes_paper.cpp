#include "notes/notes_paper.h"

#include "domain/calendar.h"
#include "notes/note_words.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

using letters::BlockStyle;
using letters::Document;

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("NotesPaper", text, nullptr, count);
}

/// Paper is kept: its dates have their year.
std::string moment(Instant at)
{
    return tr("%1, %2").arg(birthDateWords(londonDate(at)), timeWords(at)).toStdString();
}

/// Each line of a note is a paragraph of its own.
void addText(Document& document, const std::string& words)
{
    for (const QString& line : text(words).split(u'\n'))
        if (!line.trimmed().isEmpty())
            document.paragraph(line.toStdString());
}

void addNote(Document& document, const app::NoteView& view, const app::NameBook& names)
{
    const NoteRecord& record = view.record;
    document.heading(tr("%1, %2").arg(words(record.note.kind), text(moment(record.note.happenedAt))).toStdString());
    document.add(BlockStyle::note,
                 tr("By %1. About: %2. Written %3.")
                     .arg(authorWords(record.note.author, record.note.role, record.note.service, names),
                          words(record.note.need).toLower(), text(moment(record.note.writtenAt)))
                     .toStdString());
    if (record.note.audience != NoteAudience::everyone)
        document.add(BlockStyle::note,
                     tr("Not shared with everybody: %1").arg(text(record.note.whyLimited)).toStdString());
    if (record.inError) {
        document.paragraph(tr("Entered in error, %1, by %2: %3 The text is left out.")
                               .arg(text(moment(record.inError->at)), workerName(record.inError->worker, names),
                                    sentence(text(record.inError->reason)))
                               .toStdString());
        return;
    }
    addText(document, record.note.text);
    for (const NoteAmendment& amendment : record.amendments) {
        QString head = tr("Amended %1 by %2.")
                           .arg(text(moment(amendment.writtenAt)),
                                authorWords(amendment.author, amendment.role, amendment.service, names));
        if (!amendment.reason.empty())
            head += tr(" Why: %1").arg(sentence(text(amendment.reason)));
        document.add(BlockStyle::paragraph, std::vector<letters::Run>{{head.toStdString(), true}});
        addText(document, amendment.text);
    }
}

}  // namespace

Document notesDocument(const app::NotesOnPaper& paper, Instant now)
{
    Document document;
    document.title = tr("Notes").toStdString();
    document.add(BlockStyle::title,
                 tr("Notes about %1").arg(text(paper.person.givenName + ' ' + paper.person.familyName)).toStdString());
    const auto count = static_cast<int>(paper.notes.size());
    QString head = (count == 1 ? tr("One note") : tr("%1 notes, oldest first").arg(count)) +
                   tr(". Taken out of the record %1.").arg(text(moment(now)));
    document.paragraph(head.toStdString());
    document.add(
        BlockStyle::note,
        tr("What other people told, or what is about them, is left out of this print and marked %1. Passages left "
           "out: %2.")
            .arg(text(thirdPartyLeftOut))
            .arg(paper.leftOut)
            .toStdString());
    for (const app::NoteView& view : paper.notes)
        addNote(document, view, paper.names);
    return document;
}

}  // namespace holdfast::ui
