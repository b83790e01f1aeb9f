#include "merge/merge_actions.h"

#include "async/desk.h"
#include "merge/merge_sheet.h"
#include "merge/merge_words.h"
#include "person/case_actions.h"
#include "widgets/dialog_sheet.h"
#include "words/codes.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct MergeActions {
    Q_DECLARE_TR_FUNCTIONS(MergeActions)
};

/// What every page shows of the kept record has changed.
void apart(Desk& desk, CaseActions& actions, const MergeId& merge, const PersonId& kept)
{
    desk.ask(
        &actions,
        [merge, command = desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.merges.takeApart(session, merge, {}, command);
        },
        [&actions, kept](const Result<Done>& done) {
            if (!done)
                return actions.failed(words(done.error()));
            actions.said(MergeActions::tr("Both records are back as they were."));
            emit actions.changed(kept);
        });
}

}  // namespace

void joinRecords(const Theme& theme, Desk& desk, CaseActions& actions, const Person& person, QWidget& window)
{
    auto* sheet = new MergeSheet{theme, desk, person, window};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(sheet, &MergeSheet::joined, &actions,
                     [&desk, &actions](const MergeId& merge, const PersonId& kept, const QString& names) {
                         actions.said(MergeActions::tr("Joined: %1.").arg(names),
                                      [&desk, &actions, merge, kept] { apart(desk, actions, merge, kept); });
                         emit actions.changed(kept);
                         actions.open(kept);
                     });
    sheet->open();
}

void takeApart(const Theme& theme, Desk& desk, CaseActions& actions, const app::JoinedRecord& joined, QWidget& window)
{
    const PersonMerge& merge = joined.record.merge;
    auto* sheet = confirmSheet(
        theme, window, MergeActions::tr("Take the records apart again?"),
        MergeActions::tr("%1 gets a record of their own again, as it was. What was written since stays with this one.")
            .arg(text(displayName(joined.merged))),
        MergeActions::tr("Take apart"), MergeActions::tr("Keep as one"),
        [&desk, &actions, id = merge.id, kept = merge.kept] { apart(desk, actions, id, kept); });
    sheet->setObjectName(QStringLiteral("takeApartSheet"));
}

}  // namespace holdfast::ui
