#include "letters/kinds.h"
#include "letters/parts.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

/// A carer hears of a need only when the person agreed to that need by name.
std::vector<Need> agreedNeeds(const Facts& facts, const CarerAgreement& carer)
{
    std::vector<Need> agreed;
    for (const Need need : openNeeds(facts))
        if (carer.covers(need == Need::mentalHealth ? CarerTopic::mentalHealth : CarerTopic::substanceUse))
            agreed.push_back(need);
    return agreed;
}

bool bothAgreed(const CarerAgreement& carer)
{
    return carer.covers(CarerTopic::mentalHealth) && carer.covers(CarerTopic::substanceUse);
}

/// A service that works with a need that was not agreed would give the need away by its name.
bool mayName(const Facts& facts, const CarerAgreement& carer, const ServiceId& id)
{
    const Service* service = facts.directory.find(id);
    return service != nullptr && std::ranges::all_of(service->needs, [&](Need need) {
               return carer.covers(need == Need::mentalHealth ? CarerTopic::mentalHealth : CarerTopic::substanceUse);
           });
}

bool covers(const CarerAgreement& carer, NeedScope scope)
{
    switch (scope) {
    case NeedScope::mentalHealth: return carer.covers(CarerTopic::mentalHealth);
    case NeedScope::substanceUse: return carer.covers(CarerTopic::substanceUse);
    case NeedScope::both: return bothAgreed(carer);
    }
    return false;
}

void addWho(Document& document, const Facts& facts, const CarerAgreement& carer, const std::string& name)
{
    const auto agreed = agreedNeeds(facts, carer);
    if (agreed.empty())
        return;
    document.heading("Who is responsible");
    for (const Need need : agreed) {
        const auto& holder = facts.now.needs[need].holder;
        if (!holder)
            continue;
        const std::string who =
            mayName(facts, carer, holder->service) ? holderWords(facts, need) : workerName(facts, holder->worker);
        document.bullet("For " + name + "'s " + needWords(need) + ": " + who + ".");
    }
}

void addRefusals(Document& document, const Facts& facts, const CarerAgreement& carer)
{
    if (!carer.covers(CarerTopic::refusals))
        return;
    std::vector<std::string> lines;
    for (const engine::Bounce& bounce : facts.now.bounces)
        if (bounce.refusal && covers(carer, scopeOf(bounce.need)) && ServiceId::fits(bounce.service) &&
            mayName(facts, carer, ServiceId{bounce.service}))
            lines.push_back(shortDay(bounce.at) + ": " + serviceName(facts, std::string_view{bounce.service}) +
                            " said no." + (bounce.overturned ? " This was put right later." : ""));
    if (lines.empty())
        return;
    document.heading("What services have said");
    for (std::string& line : lines)
        document.bullet(std::move(line));
    document.paragraph("A no does not end our help. Whoever is responsible stays responsible.");
}

void addNext(Document& document, const Facts& facts, const CarerAgreement& carer, const std::string& name)
{
    if (!carer.covers(CarerTopic::whatHappensNext))
        return;
    std::vector<PlannedStep> steps;
    for (const engine::NextAction& action : facts.now.nextActions) {
        // A meeting's own words may speak of either need; the policy's sentences do not. What services settle among
        // themselves is nothing a carer waits for.
        const bool meetings = facts.policy.sentence("step." + action.what).empty();
        if (!covers(carer, action.need) || (meetings ? !bothAgreed(carer) : stepForPerson(action.what).empty()))
            continue;
        std::string words = stepWords(facts.policy, action.what);
        if (std::ranges::find(steps, words, &PlannedStep::words) == steps.end())
            steps.push_back({std::move(words), action.due});
    }
    if (steps.empty())
        return;
    document.heading("What happens next for " + name);
    for (const PlannedStep& step : steps)
        document.bullet(step.words + ", by " + dayWords(step.due) + ".");
}

void addSafetyTopic(Document& document, const Facts& facts, const CarerAgreement& carer, const std::string& name)
{
    if (!carer.covers(CarerTopic::safety))
        return;
    std::vector<std::string> told;
    if (facts.now.safety.suicidalThoughts.value_or(false) || facts.now.safety.recentAttempt.value_or(false))
        told.emplace_back("We are worried about " + name + "'s safety. Ring us, or 999 in an emergency, at any hour.");
    if (carer.covers(CarerTopic::substanceUse) && facts.now.safety.withdrawalRisk.value_or(false))
        told.emplace_back("Stopping suddenly can be dangerous for " + name + ". Please do not push for it; ring us.");
    if (told.empty())
        return;
    document.heading("Safety");
    for (std::string& line : told)
        document.paragraph(std::move(line));
}

void addForCarer(Document& document, const Facts& facts, bool easy)
{
    document.heading(easy ? "What about you?" : "For you");
    document.bullet(easy ? "You can tell us what you see. We always listen."
                         : "You can always tell us what you see, whatever we may or may not tell you.");
    document.bullet(easy ? "You can ask for help for yourself."
                         : "You can ask for a carer's assessment of your own needs.");
    for (const Service& service : facts.directory.services())
        if (service.active && service.kind == ServiceKind::carers)
            document.bullet(service.name + (service.phone.empty() ? "" : ", " + service.phone) + ".");
    document.paragraph("If somebody is in danger, ring 999.");
}

/// Nothing was agreed: not even that we know the person.
void writeNothingAgreed(Document& document, const Facts& facts, bool easy)
{
    document.paragraph("Thank you for speaking to us.");
    document.paragraph("We cannot say anything about anybody without their agreement, not even whether we know them.");
    addForCarer(document, facts, easy);
}

}  // namespace

Result<Done> writeToCarer(Document& document, const Facts& facts, const Request& request)
{
    const bool easy = request.variant == Variant::easyRead;
    const CarerAgreement& carer = request.carer;
    document.letterhead = !carer.topics.empty() && mayName(facts, carer, facts.author.service);
    document.add(BlockStyle::address, carer.name);
    addDate(document, facts);
    document.paragraph("Dear " + carer.name + ",");
    if (carer.topics.empty()) {
        writeNothingAgreed(document, facts, easy);
        document.add(BlockStyle::address, facts.author.name);
        return Done{};
    }
    if (facts.now.died)
        return Error{ErrorCode::refused, "died", "a bereavement is spoken about, not written from a form"};
    const std::string name = firstName(facts.person);
    document.paragraph(easy ? name + " said we can tell you some things."
                            : name + " has agreed that we may tell you what is in this letter, and no more than that.");
    addWho(document, facts, carer, name);
    addRefusals(document, facts, carer);
    addNext(document, facts, carer, name);
    addSafetyTopic(document, facts, carer, name);
    addForCarer(document, facts, easy);
    if (document.letterhead) {
        addFriendlyEnd(document, facts);
    } else {
        document.paragraph("With best wishes,");
        document.add(BlockStyle::address, facts.author.name);
    }
    return Done{};
}

}  // namespace holdfast::letters
