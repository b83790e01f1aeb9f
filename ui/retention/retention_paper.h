// The retention review list on paper.
#pragma once

#include "app/retention.h"
#include "letters/document.h"

#include <QString>

namespace holdfast::ui {

/// How a record stands: "Kept until 3 May 2031", "Due".
QString stateWords(const app::RetentionLine& line, bool suspended, Date today);
/// Until when it was kept, and why: the rule that held it longest.
QString whyWords(const app::RetentionLine& line);

/// `shown` says which records these are: "Due now".
letters::Document retentionDocument(const app::RetentionList& list, const QString& shown, Instant now);

}  // namespace holdfast::ui
