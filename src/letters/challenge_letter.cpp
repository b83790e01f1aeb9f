#include "letters/kinds.h"
#include "letters/parts.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

struct Reply {
    const Event& event;
    const event::Response& body;
    BounceClass cls;
    std::string label;
    bool own = false;  ///< our own service gave it: the letter goes to colleagues of the same house

    const char* say(const char* toAnother, const char* toOurOwn) const { return own ? toOurOwn : toAnother; }
};

void addFacts(Document& document, const Facts& facts, const Reply& reply)
{
    const std::string name = firstName(facts.person);
    const engine::NeedSnapshot& need = facts.now.needs[reply.body.need];
    document.heading("What happened");
    if (need.firstAskedAt)
        document.bullet(name + " first asked for help with " + needWords(reply.body.need) + " on " +
                        shortDay(*need.firstAskedAt) + ", " + daysWords(need.daysSinceAsked) + " ago.");
    for (const Event& event : facts.events) {
        const auto* sent = std::get_if<event::ReferralSent>(&event.body);
        if (sent == nullptr || event.at > reply.event.at)
            continue;
        for (const auto& leg : sent->legs)
            if (leg.need == reply.body.need && leg.service == reply.body.service)
                document.bullet(reply.say("The referral went to you on ", "The referral came to our service on ") +
                                shortDay(event.at) + ".");
    }
    document.bullet("On " + dayWords(reply.event.at) + reply.say(" you ", " our service ") +
                    replyWords(reply.body.kind) + ".");
    if (reply.body.pointsTo)
        document.bullet(reply.say("You pointed to ", "It pointed to ") + serviceName(facts, *reply.body.pointsTo) +
                        ".");
}

void addTheirWords(Document& document, const Facts& facts, const Reply& reply)
{
    document.heading(reply.say("What your reply says", "What our reply says"));
    if (reply.event.words.empty())
        document.paragraph(reply.say("We have no reason from you in writing.", "No reason is on record in writing."));
    else
        document.add(BlockStyle::quotation, reply.event.words);
    if (reply.body.abstinenceWeeks)
        document.paragraph(reply.say("You asked for ", "It asks for ") + std::to_string(*reply.body.abstinenceWeeks) +
                           " weeks without drugs or alcohol first.");
    if (facts.enclosed)
        document.paragraph(reply.say("A copy of your own letter is enclosed.", "A copy of our letter is enclosed."));
}

void addWhy(Document& document, const Facts& facts, const Reply& reply)
{
    const policy::Reason* reason = reply.body.reason ? facts.policy.reason(*reply.body.reason) : nullptr;
    if (reason == nullptr && facts.verdict && facts.verdict->code)
        reason = facts.policy.reason(*facts.verdict->code);
    document.heading("Why we ask");
    document.paragraph("We have recorded the reason as \"" + reply.label + "\". Under the protocol we work to (" +
                       facts.policy.title + ", version " + facts.policy.version + ") this is " + classWords(reply.cls) +
                       ".");
    if (reason != nullptr)
        document.paragraph(reason->protocol);
    std::vector<const engine::VerdictCitation*> cited;
    if (facts.verdict)
        for (const engine::VerdictCitation& citation : facts.verdict->citations)
            if (citation.printable)
                cited.push_back(&citation);
    if (cited.empty())
        return;
    document.paragraph("The decision appears inconsistent with this guidance, which fits " + firstName(facts.person) +
                       "'s age and situation:");
    for (const engine::VerdictCitation* citation : cited) {
        std::vector<Run> runs{{citation->key + ": ", true}};
        runs.push_back({citation->text + ".", false});
        document.add(BlockStyle::bullet, std::move(runs));
    }
    document.paragraph(
        "Guidance has to be taken fully into account. It is not mandatory and does not override "
        "clinical judgement. If there are reasons to depart from it here, please write them down for us.");
}

void addAsk(Document& document, const Facts& facts, const Reply& reply, bool atRisk)
{
    const Instant by = facts.days.due(facts.at, facts.policy.delays.challengeAnswer);
    document.heading("What we ask, by " + dayWords(by));
    if (atRisk)
        document.add(BlockStyle::numbered,
                     {{reply.say("Because of the safety facts below, please telephone us today.",
                                 "Because of the safety facts below, please speak with me today."),
                       true}});
    document.numbered(reply.say("Decide again, and send us the decision in writing.",
                                "Somebody who did not take the decision decides again, and puts it in writing."));
    document.numbered("If you uphold it: the reason, the name and role of who decided, and how the decision can be "
                      "reviewed.");
    if (reply.body.abstinenceWeeks)
        document.numbered("The evidence for asking for " + std::to_string(*reply.body.abstinenceWeeks) +
                          " weeks without drugs or alcohol.");
    document.numbered(reply.say("What support you will give from now until this is settled.",
                                "What support we give from now until this is settled."));
    const auto& holder = facts.now.needs[reply.body.need].holder;
    if (holder && holder->service != reply.body.service)
        document.numbered("A joint assessment with " + serviceName(facts, holder->service) + ".");
}

void addSafetySteps(Document& document, const Facts& facts, const std::vector<std::string>& risks)
{
    document.heading("Keeping " + firstName(facts.person) + " safe meanwhile");
    if (!risks.empty())
        document.paragraph("On record now: " + listed(risks) + ".");
    for (const Need need : openNeeds(facts))
        if (const std::string holder = holderWords(facts, need); !holder.empty())
            document.bullet(holder + " stays responsible for " + needWords(need) + ".");
    for (const std::string& support : facts.interim)
        document.bullet(support);
}

/// The rungs that are still to come after this letter.
void addLadder(Document& document, const Facts& facts, const Reply& reply)
{
    if (!facts.verdict)
        return;
    std::vector<const engine::VerdictStep*> later;
    for (const engine::VerdictStep& step : facts.verdict->steps)
        if (step.level >= 2 && step.due > facts.at)
            later.push_back(&step);
    if (later.empty())
        return;
    document.heading("If we cannot agree");
    for (const engine::VerdictStep* step : later)
        document.bullet((reply.own && step->what == "supervisors_contact" ? "Our supervisors look at it together"
                                                                          : stepWords(facts.policy, step->what)) +
                        ", by " + dayWords(step->due) + ".");
}

}  // namespace

Result<Done> writeChallenge(Document& document, const Facts& facts, const Request& request)
{
    const Event* event = eventOf(facts, request.event);
    const auto* body = event ? std::get_if<event::Response>(&event->body) : nullptr;
    if (body == nullptr || body->service != request.service)
        return Error{ErrorCode::invalid, "event", "expected an answer of this service"};
    const auto bounce = std::ranges::find(facts.now.bounces, event->id, &engine::Bounce::event);
    if (bounce == facts.now.bounces.end() || bounce->cls == BounceClass::soft)
        return Error{ErrorCode::refused, "not_a_refusal", "only a refusal is challenged"};
    const Reply reply{*event, *body, bounce->cls, reasonLabel(facts.policy, bounce->code),
                      request.service == facts.author.service};
    const auto risks = currentSafety(facts.now.safety);

    addServiceAddress(document, facts, request.service);
    addDate(document, facts);
    addAbout(document, facts);
    document.paragraph("Dear colleague,");
    document.paragraph(reply.say("I am writing to ask you to look again at your decision of ",
                                 "This is within our own service. I ask that we look again at our decision of ") +
                       shortDay(event->at) + " about " + firstName(facts.person) + " and " + needWords(body->need) +
                       ".");
    addFacts(document, facts, reply);
    addEarlierAnswers(document, facts, event->id);
    addTheirWords(document, facts, reply);
    addWhy(document, facts, reply);
    addAsk(document, facts, reply, !risks.empty());
    addSafetySteps(document, facts, risks);
    addLadder(document, facts, reply);
    document.paragraph("Please send your answer to me. You can ring me at any time before.");
    addSignature(document, facts);
    document.add(BlockStyle::note, "Copy: " + fullName(facts.person) + ", in plain English.");
    return Done{};
}

}  // namespace holdfast::letters
