// Words of the Team page: what stands in its tables, and why something was not done.
#pragma once

#include "app/team.h"

#include <QString>

namespace holdfast::ui {

/// "Away until Fri 27 Nov, Theo Grant covers", "Away from Mon 30 Nov", "Covers for Priya Raman"; empty when here.
QString awayWords(const app::TeamMember& member, Date today);

/// "41, she/her"
QString aboutWords(const std::optional<int>& age, const std::string& pronouns);

/// "6 workers hold 41 people between them."
QString teamSummary(const app::TeamView& view);

/// Why handing on or a cover was refused, and what to do; else words(error).
QString teamRefusal(const Error& error);

}  // namespace holdfast::ui
