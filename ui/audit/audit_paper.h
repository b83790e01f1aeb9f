// The audit on paper: entries for a supervisor, and for a person the answer to who has looked at their record.
#pragma once

#include "app/audit_log.h"
#include "letters/document.h"

namespace holdfast::ui {

letters::Document auditDocument(const app::AuditPage& lines, const app::AuditQuestion& question, Instant now);

letters::Document whoLookedDocument(const app::WhoLooked& answer, Instant now);

/// "Opened or read the record, changed it": what somebody did on one day.
QString lookedWords(const app::LookedLine& line);
QString whoWords(const app::LookedLine& line);
QString roleWords(const app::LookedLine& line);

}  // namespace holdfast::ui
