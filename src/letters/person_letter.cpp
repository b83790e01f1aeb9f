#include "letters/kinds.h"
#include "letters/parts.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

/// What came back, as the policy says it to the person; empty when no reply is meant.
std::string toldOfReply(const Facts& facts)
{
    if (!facts.verdict || facts.verdict->tellPerson.empty())
        return {};
    std::string text = facts.verdict->tellPerson;
    // The engine names a worker by id; a letter names them.
    if (facts.verdict->holder)
        for (std::string id = facts.verdict->holder->worker.str(); !id.empty();) {
            const auto at = text.find(id);
            if (at == std::string::npos)
                break;
            const std::string name = workerName(facts, facts.verdict->holder->worker);
            if (name == id)
                break;
            text.replace(at, id.size(), name);
        }
    return text;
}

/// What a joint meeting decided, in the words it chose for the person; nothing when the letter is about something else.
const event::Mdt* meetingOf(const Facts& facts, const Request& request)
{
    const auto found = std::ranges::find(facts.events, request.event, &Event::id);
    return request.event.empty() || found == facts.events.end() ? nullptr : std::get_if<event::Mdt>(&found->body);
}

void addMeeting(Document& document, const Facts& facts, const Request& request, bool easy)
{
    const event::Mdt* meeting = meetingOf(facts, request);
    if (meeting == nullptr)
        return;
    const auto held = std::ranges::find(facts.events, request.event, &Event::id);
    document.heading(easy ? "What did we decide?" : "What was decided");
    document.paragraph(easy ? "The people who help you met on " + dayWords(held->at) + "."
                            : "The services that help you met on " + dayWords(held->at) +
                                  " and talked about your help.");
    // The first line is the decision as the services name it; the words for the person stand under it.
    const auto words = meeting->decision.find('\n');
    for (std::size_t from = words == std::string::npos ? 0 : words + 1; from < meeting->decision.size();) {
        const auto end = std::min(meeting->decision.find('\n', from), meeting->decision.size());
        if (end > from)
            document.paragraph(meeting->decision.substr(from, end - from));
        from = end + 1;
    }
    if (!meeting->lead.empty())
        document.paragraph(workerName(facts, meeting->lead) +
                           (easy ? " is the person to ask." : " leads from now on, and is the one to ask."));
}

void addDanger(Document& document, const Facts& facts)
{
    document.heading("If things get worse");
    document.paragraph("If you or somebody else is in danger, ring 999.");
    for (const std::string& line : crisisLines(facts))
        document.bullet(line);
}

void addSteps(Document& document, const Facts& facts)
{
    for (const PlannedStep& step : stepsForPerson(facts)) {
        const bool late = step.due < facts.at;
        document.bullet(step.words + (late ? ". This was due on " + dayWords(step.due) + " and is late."
                                           : ", by " + dayWords(step.due) + "."));
    }
}

void writeStandard(Document& document, const Facts& facts, const Request& request)
{
    document.paragraph("Dear " + firstName(facts.person) + ",");
    if (const std::string told = toldOfReply(facts); !told.empty())
        document.paragraph(told);
    addMeeting(document, facts, request, false);
    document.heading("Where things are now");
    document.paragraph(statusLine(facts));
    if (!stepsForPerson(facts).empty()) {
        document.heading("What happens next");
        addSteps(document, facts);
    }
    document.heading("Who to ask");
    for (const Need need : openNeeds(facts)) {
        const auto& holder = facts.now.needs[need].holder;
        if (!holder)
            continue;
        const Service* service = facts.directory.find(holder->service);
        document.bullet("For " + needWords(need) + ": " + holderWords(facts, need) +
                        (service && !service->phone.empty() ? ", " + service->phone : std::string{}) + ".");
    }
    document.paragraph("You can bring somebody with you to any meeting. You can ask to see what is written about you.");
    addDanger(document, facts);
}

/// A challenge has gone out to this service about this need.
bool isChallenged(const Facts& facts, Need need, const ServiceId& service)
{
    return std::ranges::any_of(facts.events, [&](const Event& event) {
        const auto* sent = std::get_if<event::ChallengeSent>(&event.body);
        const auto* letter = std::get_if<event::LetterSent>(&event.body);
        return (sent != nullptr && sent->need == need && sent->service == service) ||
               (letter != nullptr && letter->kind == "challenge" && covers(letter->need, need) &&
                letter->to == service.text());
    });
}

void writeEasy(Document& document, const Facts& facts, const Request& request)
{
    document.paragraph("Dear " + firstName(facts.person) + ",");
    document.paragraph("This letter is about your help.");
    addMeeting(document, facts, request, true);
    document.heading("Who helps you?");
    for (const Need need : openNeeds(facts))
        if (const std::string holder = holderWords(facts, need); !holder.empty())
            document.bullet(capital(needWords(need)) + ": " + holder + ".");
    document.heading("What did the services say?");
    for (const Need need : openNeeds(facts)) {
        const auto& leg = facts.now.needs[need].leg;
        if (!leg)
            continue;
        const std::string service = serviceName(facts, leg->service);
        if (leg->state == LegState::challenged) {
            document.bullet(service + " said no.");
            document.bullet("We think that is wrong.");
            document.bullet(isChallenged(facts, need, leg->service) ? "We have told them." : "We will tell them.");
        } else if (leg->state == LegState::accepted || leg->state == LegState::started ||
                   leg->state == LegState::waiting) {
            document.bullet(service + " said yes.");
        } else if (leg->state == LegState::handoverPending) {
            document.bullet(service + " must find the right service for you.");
        } else {
            document.bullet("We are waiting for " + service + " to answer.");
        }
    }
    document.heading("What happens next?");
    for (const PlannedStep& step : stepsForPerson(facts))
        document.bullet(step.words + ". " + dayWords(step.due) + ".");
    document.heading("What do you have to do?");
    document.bullet("Nothing. We are still here for you.");
    document.bullet("You can ring us.");
    if (const Service* own = facts.directory.find(facts.author.service); own && !own->phone.empty())
        document.bullet("Our number: " + own->phone + ".");
    document.heading("Are you in danger?");
    document.bullet("Ring 999.");
    for (const std::string& line : crisisLines(facts))
        document.bullet(line + ".");
}

}  // namespace

Result<Done> writeToPerson(Document& document, const Facts& facts, const Request& request)
{
    document.letterhead = !facts.person.contact.discreetOnly;
    addPersonAddress(document, facts);
    addDate(document, facts);
    if (request.variant == Variant::easyRead)
        writeEasy(document, facts, request);
    else
        writeStandard(document, facts, request);
    addFriendlyEnd(document, facts);
    return Done{};
}

}  // namespace holdfast::letters
