// Pictures of the audit: the page, a check, and who has looked at a record.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

void drawAudit(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
