#include "notes/note_sheets.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QCoreApplication>

#include <map>

namespace holdfast::ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Note", text);
}

}  // namespace

DialogSheet* showNoteReaders(const Theme& theme, QWidget& window, const app::NoteReaders& readers,
                             const NoteRecord& record, const app::NameBook& names, Instant now)
{
    auto* sheet = new DialogSheet{theme, tr("Who has read this"), 480, window};
    sheet->setObjectName(QStringLiteral("noteReadersSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = sheet->addColumn(8);
    column->addWidget(
        new RunLabel{theme,
                     Type::dense,
                     {{tr("Written by %1, %2.")
                           .arg(workerName(record.note.author, names), recordedWords(record.note.writtenAt, now)),
                       Color::ink2, 400}}});
    std::map<WorkerId, NoteReading> last;
    for (const NoteReading& reading : readers.readings)
        if (const auto [at, fresh] = last.try_emplace(reading.worker, reading);
            !fresh && at->second.amendments <= reading.amendments)
            at->second = reading;
    const int amendments = static_cast<int>(record.amendments.size());
    for (const auto& [worker, reading] : last) {
        QString line = tr(", %1").arg(recordedWords(reading.at, now));
        if (reading.amendments < amendments)
            line += tr(", before it was amended");
        column->addWidget(new RunLabel{
            theme, Type::body, {{workerName(worker, readers.names), Color::ink, 600}, {line, Color::ink2, 400}}});
    }
    if (last.empty())
        column->addWidget(new RunLabel{theme, Type::body, {{tr("Nobody else has read it yet."), Color::ink, 400}}});
    column->addStretch();
    QObject::connect(sheet->addPrimary(tr("Close")), &QPushButton::clicked, sheet, &QDialog::accept);
    sheet->open();
    return sheet;
}

DialogSheet* askWhyInError(const Theme& theme, QWidget& window, std::function<void(const QString&)> entered)
{
    auto* sheet = new DialogSheet{theme, tr("Entered in error"), 520, window};
    sheet->setObjectName(QStringLiteral("noteErrorSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = sheet->addColumn(8);
    column->addWidget(new RunLabel{theme,
                                   Type::body,
                                   {{tr("The note stays readable, struck through, with your name, the time and your "
                                        "reason. This cannot be undone."),
                                     Color::ink2, 400}}});
    auto* reason = new GrowingText{theme, tr("Why it was entered in error"), 2, 5};
    reason->setObjectName(QStringLiteral("noteErrorReason"));
    auto* box = new FieldBox{theme, tr("Why it was entered in error"), reason, tr("For example: about another person")};
    column->addWidget(box);
    column->addStretch();
    sheet->addCancel(tr("Cancel"));
    QObject::connect(sheet->addPrimary(tr("Enter in error")), &QPushButton::clicked, sheet,
                     [sheet, reason, box, entered = std::move(entered)] {
                         const QString why = reason->toPlainText().trimmed();
                         box->setError(why.isEmpty() ? tr("Say why it was entered in error.") : QString{});
                         if (why.isEmpty())
                             return reason->setFocus();
                         entered(why);
                         sheet->accept();
                     });
    sheet->open();
    return sheet;
}

}  // namespace holdfast::ui
