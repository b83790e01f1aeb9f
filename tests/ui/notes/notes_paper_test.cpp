#include "notes/notes_paper.h"

#include "print/letter_paper.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QProcess>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

using namespace std::chrono_literals;

const Instant now = Instant{Date{std::chrono::year{2026} / 11 / 23}} + 10h;

app::NotesOnPaper somePaper()
{
    app::NotesOnPaper paper;
    paper.person.givenName = "Danielle";
    paper.person.familyName = "Okafor";
    paper.leftOut = 1;
    app::NoteView first;
    first.record.note.kind = NoteKind::carerContact;
    first.record.note.author = WorkerId{"samir"};
    first.record.note.service = ServiceId{"cmht"};
    first.record.note.role = holdfast::Role::coordinator;
    first.record.note.happenedAt = now - 48h;
    first.record.note.writtenAt = now - 47h;
    first.record.note.text = "Grace rang.\n[left out]\nCall back owed.";
    first.record.amendments.push_back({NoteId{"n1"},
                                       1,
                                       {},
                                       "Grace rang twice.",
                                       "Counted again",
                                       WorkerId{"samir"},
                                       holdfast::Role::coordinator,
                                       ServiceId{"cmht"},
                                       now - 46h,
                                       {}});
    app::NoteView wrong;
    wrong.record.note.author = WorkerId{"samir"};
    wrong.record.note.service = ServiceId{"cmht"};
    wrong.record.note.happenedAt = now - 24h;
    wrong.record.note.writtenAt = now - 24h;
    wrong.record.note.text = "About somebody else entirely.";
    wrong.record.inError = NoteInError{NoteId{"n2"}, {}, "Another person", WorkerId{"samir"}, now - 23h, {}};
    paper.notes = {first, wrong};
    paper.names.workers[WorkerId{"samir"}] = "Samir Haddad";
    paper.names.services[ServiceId{"cmht"}] = "Wrenfield CMHT";
    return paper;
}

}  // namespace

TEST_CASE("a print names whom it is about, says what is left out, and shows amendments beside what was signed")
{
    const std::string words = letters::plainText(notesDocument(somePaper(), now));
    for (const char* expected :
         {"Notes about Danielle Okafor", "2 notes, oldest first", "left out of this print", "Passages left out: 1",
          "Carer contact, 21 November 2026, 10:00", "Samir Haddad, coordinator, Wrenfield CMHT", "[left out]",
          "Call back owed.", "Grace rang twice.", "Why: Counted again.", "Entered in error", "Another person."}) {
        INFO(expected);
        CHECK(words.find(expected) != std::string::npos);
    }
    CHECK(words.find("somebody else entirely") == std::string::npos);
}

TEST_CASE("the PDF of notes holds the same words, and its properties name nobody")
{
    const QByteArray pdf = pdfOf(notesDocument(somePaper(), now), {});
    REQUIRE(pdf.startsWith("%PDF"));
    CHECK_FALSE(pdf.contains("Okafor"));
    const TempFolder folder;
    QFile file{QString::fromStdString(folder.file("notes.pdf"))};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess process;
    process.start(QStringLiteral(HOLDFAST_PDFTOTEXT), {file.fileName(), QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput()).simplified();
    CHECK(text.contains(QStringLiteral("Notes about Danielle Okafor")));
    CHECK(text.contains(QStringLiteral("[left out]")));
}
