// What is said of restricted records.
#pragma once

#include "app/restrictions.h"

#include <QString>

namespace holdfast::ui {

/// What is missing from who may see a record, and what to do now.
QString restrictionWords(const Error& error);
/// "Restricted on 3 May by Ines Marlow. 3 people may see it: works here" or "Lifted on ...".
QString decisionWords(const Restriction& decision, const app::NameBook& names, Instant now);
/// "Opened by Samir Haddad on 3 May at 10:00 for 60 minutes."
QString openedWords(const app::EmergencyLine& line, Instant now);

}  // namespace holdfast::ui
