// Joining a person's record with another one, and taking them apart again, from any page.
#pragma once

#include "app/merges.h"

class QWidget;

namespace holdfast::ui {

class CaseActions;
class Desk;
class Theme;

/// The sheet that finds the other record, shows both side by side, and joins them; Undo is offered after.
void joinRecords(const Theme& theme, Desk& desk, CaseActions& actions, const Person& person, QWidget& window);

/// Asks once, then gives both records back.
void takeApart(const Theme& theme, Desk& desk, CaseActions& actions, const app::JoinedRecord& joined, QWidget& window);

}  // namespace holdfast::ui
