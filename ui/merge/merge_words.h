// Two records side by side, as rows of text; what to look at twice; and what a joined record says of itself.
#pragma once

#include "app/merges.h"

#include <QList>
#include <QString>

namespace holdfast::ui {

struct MergeRow {
    QString label;
    QString kept;
    QString merged;
    bool differs = false;  ///< both say something, and not the same
};

QList<MergeRow> rowsOf(const app::MergePreview& preview, Instant now);

/// What there is to look at, and what comes of it.
QString words(app::MergeDoubt doubt);

/// "Mental health: present, held by Samir Haddad of Wrenfield CMHT", one for each need.
QStringList afterwards(const app::MergePreview& preview);

/// Short, for a choice: "Dani Fenwick, born 6 May 1984, 999 000 0018".
QString mergeNameOf(const Person& person);

/// "Joined with the record of Dani Fenwick (999 000 0018) on Tue 3 Nov by Samir Haddad: same address."
QString joinedWords(const app::JoinedRecord& joined, const app::NameBook& names, Instant now);

}  // namespace holdfast::ui
