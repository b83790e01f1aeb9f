// Restricted records: who may see one, the way in for an emergency, the strip over the pages, the review.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

void drawRestricted(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
