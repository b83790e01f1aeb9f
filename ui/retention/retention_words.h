// How long records are kept, in words.
#pragma once

#include "app/retention.h"

#include <QString>

namespace holdfast::ui {

/// "20 years after the last contact"
QString words(RetentionRule rule);
/// "Kept until 10 March 2041: 20 years after the last contact"
QString keptWords(const RetentionReason& reason);
/// Where the rule is from and how sure that is.
QString sourceWords(RetentionRule rule);
/// "Kept until 3 May 2031 by Joanne Hale: ..."
QString keepWords(const RetentionKeep& keep, const QString& by);
/// What went wrong with keeping, lifting or suspending, and what to do.
QString retentionProblem(const Error& error);

}  // namespace holdfast::ui
