// The picture of a case on one landscape page, for the printer and for a PDF.
#pragma once

#include "timeline/case_chart_painter.h"

#include <QByteArray>

namespace holdfast::ui {

/// `person` heads the page: name and NHS number. In the light colours, whatever the screen has.
QByteArray timelinePdf(const CasePicture& picture, const TimeWindow& window, const QString& person, Instant printed);

}  // namespace holdfast::ui
