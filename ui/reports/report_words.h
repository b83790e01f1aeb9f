// The words of a report on the screen: its measures' figures, what it is told apart by, and the cases behind it.
#pragma once

#include "app/report_views.h"

#include <QString>

namespace holdfast::ui {

QString words(report::Chapter chapter);      ///< "Bounces", "What went well"
QString words(report::Dimension dimension);  ///< "Service", "Age"
QString words(report::AgeBand band);         ///< "18 to 24"
QString whoseWords(report::FactKind kind);   ///< what a line about it is: "Joint meeting"

/// What a line told apart by this is called: its label where somebody gave it one.
QString keyWords(report::Dimension by, const std::string& key, const std::string& label);
/// The same where only the key is known.
QString keyWords(report::Dimension by, const std::string& key);

/// "39 of 50, 78%", "19 days", "61"; what there is not says so.
QString figureWords(const report::Measure& measure, const report::Figure& figure);
/// What stands beside the head figure: "39 of 50", "half between 12 and 30, of 61"; empty for a count.
QString countWords(const report::Measure& measure, const report::Figure& figure);
/// The share, the median or the count alone, for a column: "78%", "19 days", "61".
QString headFigure(const report::Measure& measure, const report::Figure& figure);
/// How it changed since the period before: "23% fewer than 79"; empty when nothing can be said.
QString changeWords(const report::Measure& measure, const report::Figure& now, const report::Figure& before);

/// A percentage of fewer than ten says less than it seems to: "too few".
QString shareWords(int part, int whole);

/// "Must be abstinent first", "Referral, accepted 3 Nov"; of one case behind a figure.
QString caseWords(const report::ReportCase& what, Date today);

/// "14", "2.5": as short as it is exact.
QString daysNumber(double days);

}  // namespace holdfast::ui
