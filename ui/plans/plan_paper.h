// A plan as a document for the printer and for a PDF.
#pragma once

#include "app/plans.h"
#include "letters/document.h"

#include <QString>

namespace holdfast::ui {

letters::Document planDocument(const app::PlanOnPaper& paper, bool large);

/// "safety-plan.pdf": never a person's name.
QString planFileName(PlanKind kind);

}  // namespace holdfast::ui
