// Letting a record go, in words.
#pragma once

#include "app/disposals.h"

#include <QString>

namespace holdfast::ui {

/// "12 entries of the history, 3 notes and 2 letters"
QString contentWords(const RecordContents& contents);
/// Until when copies of the store may still hold it.
QString tracesWords(const app::BackupTraces& traces);
/// The end of a record's number, for those who see no names.
QString shortNumber(const PersonId& person);
QString keptProblem();
QString notDueProblem();
QString proposedProblem();
QString ownProblem();
QString changedProblem();
/// What went wrong, and what to do.
QString disposalProblem(const Error& error);

}  // namespace holdfast::ui
