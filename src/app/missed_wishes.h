// Which of a person's wishes the service of a referral does not meet, as far as the directory knows it.
#pragma once

#include "app/workspace.h"
#include "report/fact.h"

#include <map>

namespace holdfast::app {

/// Bits of report::Wish. `hours` are the working hours of those who have any.
int missedWishes(Workspace& workspace, const report::ReferralRow& row, const std::map<PersonId, std::string>& hours);

}  // namespace holdfast::app
