// The minutes of a meeting as a document for the printer and for a PDF.
#pragma once

#include "app/meetings.h"
#include "letters/document.h"

namespace holdfast::ui {

letters::Document minutesDocument(const app::MeetingMinutes& minutes, bool large);

}  // namespace holdfast::ui
