// What an entry of the audit says, in plain words.
#pragma once

#include "app/audit_log.h"
#include "domain/audit.h"

#include <QString>

namespace holdfast::ui {

/// As a thing done: "Opened the record".
QString doneWords(app::Action action);
/// The same for an entry: also what the program noted itself, and "Tried to ..." for what was refused.
QString doneWords(const app::AuditLine& line);
/// What more the entry says, without ids: "12 rows", a reason.
QString moreWords(const app::AuditLine& line);
/// Filter and heading: "Looked at".
QString words(app::AuditKind kind);

/// "Entry 17 is not as it was written, or was put in."
QString faultWords(const AuditFault& fault);
/// "All 12,345 entries hang together", or how many findings.
QString verdictWords(const AuditFindings& findings);

}  // namespace holdfast::ui
