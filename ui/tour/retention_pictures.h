// Pictures of how long records are kept: nobody due, somebody due, a disposal proposed and about to be confirmed.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

void drawRetention(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
