// Pictures of the backups: the page, and a backup that is about to be put back.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

void drawBackups(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
