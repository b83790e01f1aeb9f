// One label everywhere for each of the 46 reasons a service may give (design.md 6.3, domain.md section 3).
#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace holdfast::ui {

/// "Must be abstinent first"; an unknown code (a local protocol's) is shown as it is.
QString reasonWords(std::string_view code);

/// All codes of the national policy in its order: N, H, S.
std::vector<std::string_view> reasonCodes();

/// What a service said, in quotation marks and kept exactly.
QString quoted(const QString& words);
/// Their words in quotation marks, or our label where none were given.
QString quotedOrReason(std::string_view words, std::string_view code);

}  // namespace holdfast::ui
