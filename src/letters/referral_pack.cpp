#include "letters/kinds.h"
#include "letters/parts.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

void addAsk(Document& document, const Facts& facts)
{
    const int acknowledge = standardDays(facts.policy, "acknowledge", 2);
    const int decide = standardDays(facts.policy, "decide", 5);
    document.heading("What we ask, and by when");
    document.numbered("Tell us that this has arrived, by " + dayWords(facts.days.due(facts.at, acknowledge)) + ".");
    document.numbered("Accept, and name a worker, by " + dayWords(facts.days.due(facts.at, decide)) + ".");
    document.numbered(
        "If you cannot accept: by the same day, the reason in writing, the name and role of who decided, "
        "and which service you have asked in your place. Until that service has said yes, nothing closes.");
    document.numbered("Tell us and the other service before you change or end anything.");
}

}  // namespace

Result<Done> writeJointReferral(Document& document, const Facts& facts, const Request& request)
{
    std::vector<std::string> services;
    std::vector<std::string> needs;
    for (const Need need : openNeeds(facts)) {
        needs.push_back(needWords(need));
        const auto& leg = facts.now.needs[need].leg;
        const std::string to = leg ? serviceName(facts, leg->service) : std::string{};
        if (!to.empty() && std::ranges::find(services, to) == services.end())
            services.push_back(to);
    }
    if (services.empty())
        return Error{ErrorCode::refused, "no_referral", "no referral has been sent or drafted for an open need"};
    const std::string name = firstName(facts.person);

    addServiceAddress(document, facts, request.service);
    addDate(document, facts);
    document.add(BlockStyle::title, needs.size() > 1 ? "Joint referral: both needs together" : "Referral");
    addAbout(document, facts);
    document.paragraph("Dear colleague,");
    if (needs.size() > 1)
        document.paragraph("This is one referral for two needs: " + listed(needs) + ". It goes to " + listed(services) +
                           ". Each affects the other, so we ask for both to be taken on at the same time. Neither is a "
                           "condition for the other.");
    else
        document.paragraph("This is a referral for " + listed(needs) + " to " + listed(services) +
                           ". The other need was asked about too, as below.");
    addWhatMatters(document, facts);
    document.heading("Both needs");
    addNeedsTable(document, facts);
    addScores(document, facts);
    addSafety(document, facts);
    addEarlierAnswers(document, facts);
    addClocks(document, facts);
    addAsk(document, facts);
    addMeanwhile(document, facts);
    addReaching(document, facts);
    document.heading("Sharing");
    document.paragraph("This is shared for " + name +
                       "'s direct care. If you have a question about sharing, please ring us before you send the "
                       "referral back.");
    addSignature(document, facts);
    document.add(BlockStyle::note, "Goes to: " + listed(services) + ".");
    return Done{};
}

}  // namespace holdfast::letters
