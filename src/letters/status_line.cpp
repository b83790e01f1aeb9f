// The status line for the person: a few short sentences, no code, no clock they have to work out.
#include "letters/words.h"

namespace holdfast::letters {
namespace {

std::string holding(const Facts& facts)
{
    const std::string mentalHealth = holderWords(facts, Need::mentalHealth);
    const std::string substanceUse = holderWords(facts, Need::substanceUse);
    const auto open = openNeeds(facts);
    if (open.empty())
        return {};
    if (open.size() == 1)
        return holderWords(facts, open.front()) + " is responsible for your help with " + needWords(open.front()) +
               ". ";
    if (mentalHealth == substanceUse)
        return mentalHealth + " is responsible for your help with mental health and with drugs and alcohol. ";
    return mentalHealth + " is responsible for your help with mental health. " + substanceUse +
           " is responsible for your help with drugs and alcohol. ";
}

std::string answers(const Facts& facts)
{
    std::string text;
    for (const Need need : openNeeds(facts)) {
        const auto& leg = facts.now.needs[need].leg;
        if (!leg)
            continue;
        const std::string service = serviceName(facts, leg->service);
        switch (leg->state) {
        case LegState::accepted:
        case LegState::started: text += service + " has said yes. "; break;
        case LegState::waiting: text += service + " has said yes, and you are on its waiting list. "; break;
        case LegState::challenged: text += service + " said no. We do not agree, and we have not let go. "; break;
        case LegState::handoverPending: text += service + " has to find you the right service. "; break;
        case LegState::sent:
        case LegState::acknowledged:
        case LegState::informationRequested: text += "We are waiting for the answer of " + service + ". "; break;
        case LegState::draft:
        case LegState::completed:
        case LegState::withdrawnByPerson:
        case LegState::closedJointly: break;
        }
    }
    return text;
}

std::string next(const Facts& facts)
{
    for (const PlannedStep& step : stepsForPerson(facts))
        if (step.due >= facts.at)
            return "Next: " + step.words + ", by " + dayWords(step.due) + ". ";
    return {};
}

}  // namespace

std::string statusLine(const Facts& facts)
{
    if (facts.now.died)
        return {};
    std::string text = holding(facts);
    if (text.empty())
        return "Nothing is open with us now. You can come back at any time, and you do not have to start again.";
    text += answers(facts);
    text += next(facts);
    text += "You do not have to do anything to stay on our list.";
    return text;
}

}  // namespace holdfast::letters
