// A piece of work as its row shows it: one plain sentence, why, by when, and the one thing to do about it.
#pragma once

#include "app/worklist.h"
#include "widgets/buttons.h"

#include <QString>

namespace holdfast {
class WorkingDays;
}

namespace holdfast::ui {

struct WorkView {
    QString name;
    QString about;         ///< "41, he/him"
    QString mentalHealth;  ///< "Psychosis"
    QString substanceUse;
    QString what;
    QString why;
    QString due;       ///< "Fri 14 Nov", "By 11:30"
    QString relative;  ///< "2 days overdue"
    bool late = false;
    QString button;
    ButtonKind kind = ButtonKind::secondary;
    bool hasRule = true;     ///< a rule of the policy asks for it, which can be explained
    QString accessibleName;  ///< the whole row, read as one
};

WorkView viewOf(const app::WorkItem& item, Instant now, const WorkingDays& days, const WorkerId& me);

struct GroupView {
    QString icon;
    Color tone = Color::joint;
    QString title;  ///< "Overdue replies"
    QString count;  ///< "3 referrals"
};

GroupView viewOf(app::WorkGroup group, int total);

/// A clock that runs out soon or has run out: at most `most` of them, most pressing first.
struct ClockView {
    QString name;
    QString left;    ///< "6 h 18 min", "2 days over"
    QString detail;  ///< "Challenge due, then coordinator"
    QString icon;
    Color tone = Color::late;
    Color fill = Color::lateFill;
    std::optional<double> elapsed;  ///< 0 to 1, when it is known since when the clock runs
};

std::vector<ClockView> clocksOf(const app::Today& today, const WorkingDays& days, std::size_t most);

/// "Tuesday 18 November. 13 things need you:" and its coloured counts.
QString countWords(app::WorkGroup group, int total);

}  // namespace holdfast::ui
