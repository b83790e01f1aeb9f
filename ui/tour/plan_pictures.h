// Pictures of plans and of a joint meeting.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

void drawPlans(PracticeClient& practice, const std::function<void(const QString& name)>& draw);
void drawMeeting(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
