#include "people/leg_look.h"

#include "words/codes.h"

#include <QCoreApplication>

namespace holdfast::ui {

Lane laneOf(Need need)
{
    return need == Need::mentalHealth ? Lane::mentalHealth : Lane::substanceUse;
}

Need needOf(Lane lane)
{
    return lane == Lane::mentalHealth ? Need::mentalHealth : Need::substanceUse;
}

TagState legTagState(NeedStatus status, const std::optional<LegState>& leg, bool silent)
{
    if (!isOpen(status))
        return status == NeedStatus::met ? TagState::done : TagState::asked;
    if (silent)
        return TagState::overdue;
    switch (leg.value_or(LegState::draft)) {
    case LegState::accepted:
    case LegState::started: return TagState::accepted;
    case LegState::challenged: return TagState::bounced;
    case LegState::completed:
    case LegState::closedJointly: return TagState::done;
    case LegState::withdrawnByPerson: return TagState::asked;
    case LegState::draft:
    case LegState::sent:
    case LegState::acknowledged:
    case LegState::informationRequested:
    case LegState::waiting:
    case LegState::handoverPending: return TagState::waiting;
    }
    return TagState::waiting;
}

QString legTagText(NeedStatus status, const std::optional<LegState>& leg, bool silent)
{
    if (!isOpen(status))
        return words(status);
    if (silent)
        return QCoreApplication::translate("Words", "No reply");
    return words(leg.value_or(LegState::draft));
}

}  // namespace holdfast::ui
