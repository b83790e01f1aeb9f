// What a meeting decides about one person, with everything that is asked of a decision.
#pragma once

#include "app/app_world.h"
#include "domain/calendar.h"
#include "domain/meeting.h"

namespace holdfast::test {

inline MeetingOutcome samirLeads(const AppWorld& world)
{
    const Date today = londonDate(world.clock.now());
    MeetingOutcome outcome;
    outcome.question = "Who leads while the services disagree?";
    outcome.personsView = "I just want one person who rings me back.";
    outcome.decision = MeetingDecision::mentalHealthLeads;
    outcome.lead = world.samir.worker.id;
    outcome.deputy = world.priya.worker.id;
    outcome.reviewOn = today + std::chrono::days{14};
    outcome.plainWords = "Samir sees her on Friday. Drinking on the day does not end the visit.";
    outcome.actions = {{NeedScope::mentalHealth, "Withdraw the refusal in writing", world.samir.worker.id, today}};
    outcome.dissents = {{"Dr Hale", "Would have waited."}};
    outcome.teller = world.priya.worker.id;
    outcome.tellingHow = TellingHow::call;
    outcome.tellBy = today + std::chrono::days{1};
    return outcome;
}

}  // namespace holdfast::test
