// Small questions of a meeting: when and where, who comes on the agenda and why, why somebody goes off it, who else is
// there.
#pragma once

#include "app/meetings.h"

#include <functional>

class QWidget;

namespace holdfast::ui {

class Theme;

/// Day, time and place.
void askMeetingDetails(const Theme& theme, QWidget& window, const Meeting& meeting, Date today,
                       std::function<void(const Meeting&)> chosen);

/// Somebody there would be reason to talk about, or anybody by name from `people`; with a reason in words.
struct AgendaCandidate {
    PersonId person;
    QString name;
    AgendaItem item;  ///< with the reasons that are known
};
void askWhoToAdd(const Theme& theme, QWidget& window, const std::vector<AgendaCandidate>& candidates,
                 std::function<void(const AgendaItem&)> chosen);

void askWhyOff(const Theme& theme, QWidget& window, const QString& name, std::function<void(const QString&)> chosen);

void askAttendee(const Theme& theme, QWidget& window, const std::vector<Worker>& workers,
                 std::function<void(const Attendee&)> chosen);

}  // namespace holdfast::ui
