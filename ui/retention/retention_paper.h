// The retention review list as a table, and on paper.
#pragma once

#include "app/retention.h"
#include "letters/document.h"

#include <QStringList>

namespace holdfast::ui {

/// What stands over the columns of the list, and in them for one record, on the screen and on paper.
QStringList retentionHeads();
QStringList retentionCells(const app::RetentionLine& line, bool suspended, Date today);

/// `shown` says which records these are: "Due now".
letters::Document retentionDocument(const app::RetentionList& list, const QString& shown, Instant now);

}  // namespace holdfast::ui
