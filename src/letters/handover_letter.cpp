#include "letters/kinds.h"
#include "letters/parts.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

/// What each service was asked and what it said, oldest first.
void addStory(Document& document, const Facts& facts)
{
    std::vector<std::vector<std::string>> rows{{"Date", "What happened"}};
    for (const Event& event : facts.events) {
        if (const auto* sent = std::get_if<event::ReferralSent>(&event.body)) {
            for (const auto& leg : sent->legs)
                rows.push_back({shortDay(event.at),
                                "Referred to " + serviceName(facts, leg.service) + " for " + needWords(leg.need)});
        } else if (const auto* answer = std::get_if<event::Response>(&event.body)) {
            std::string said = serviceName(facts, answer->service) + " " + replyWords(answer->kind);
            if (answer->reason)
                said += ": " + reasonLabel(facts.policy, *answer->reason);
            rows.push_back({shortDay(event.at), said});
        } else if (const auto* met = std::get_if<event::Mdt>(&event.body)) {
            rows.push_back({shortDay(event.at), "Joint meeting: " + met->decision});
        }
    }
    if (rows.size() == 1)
        return;
    document.heading("What has been tried");
    document.table(std::move(rows));
}

}  // namespace

Result<Done> writeHandover(Document& document, const Facts& facts, const Request& request)
{
    std::vector<std::string> needs;
    for (const Need need : openNeeds(facts))
        if (!request.need || *request.need == need)
            needs.push_back(needWords(need));
    if (needs.empty())
        return Error{ErrorCode::refused, "no_open_need", "no need is open to hand over"};
    const std::string name = firstName(facts.person);

    addServiceAddress(document, facts, request.service);
    addDate(document, facts);
    document.add(BlockStyle::title, "Hand-over");
    addAbout(document, facts);
    document.paragraph("Dear colleague,");
    document.paragraph("We ask you to take over " + listed(needs) + " for " + name +
                       ". This page holds what you need, so that " + name + " does not have to tell it all again.");
    const Event* event = eventOf(facts, request.event);
    if (const auto* answer = event ? std::get_if<event::Response>(&event->body) : nullptr) {
        std::string because =
            serviceName(facts, answer->service) + " " + replyWords(answer->kind) + " on " + shortDay(event->at);
        if (answer->reason)
            because += " (" + reasonLabel(facts.policy, *answer->reason) + ")";
        document.paragraph(because + ". A service that says no for such a reason owes a hand-over.");
    }
    addWhatMatters(document, facts);
    document.heading("Where things stand");
    addNeedsTable(document, facts);
    addStory(document, facts);
    addPlannedSteps(document, facts);
    addScores(document, facts);
    addSafety(document, facts);
    document.heading("What we ask");
    document.numbered("Accept in writing and name a worker, by " +
                      dayWords(facts.days.due(facts.at, facts.policy.delays.completeHandover)) + ".");
    document.numbered("Agree a first meeting that " + name + ", you and we come to together.");
    addMeanwhile(document, facts);
    addReaching(document, facts);
    addSignature(document, facts);
    return Done{};
}

}  // namespace holdfast::letters
