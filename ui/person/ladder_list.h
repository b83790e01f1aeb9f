// Every challenge of a person as a ladder, the open ones first, and what came of them all.
#pragma once

#include "person/person_view.h"

class QWidget;

namespace holdfast::ui {

class CaseActions;

/// Nothing when no refusal of this person was ever challenged.
QWidget* ladderList(const Theme& theme, CaseActions& actions, const CaseLens& lens);

}  // namespace holdfast::ui
