#include "letters/kinds.h"
#include "letters/parts.h"

namespace holdfast::letters {
namespace {

struct Heard {
    std::optional<Instant> last;      ///< the service's last answer on this need
    std::vector<Instant> askedAgain;  ///< our calls since then
};

Heard heardFrom(const Facts& facts, Need need, const ServiceId& service)
{
    Heard heard;
    for (const Event& event : facts.events) {
        const auto* answer = std::get_if<event::Response>(&event.body);
        const auto* contact = std::get_if<event::Contact>(&event.body);
        const bool in = contact != nullptr && contact->service == service && contact->direction == ContactDirection::in;
        if (in || (answer != nullptr && answer->service == service && answer->need == need)) {
            heard.last = event.at;
            heard.askedAgain.clear();
        }
        if (contact != nullptr && contact->service == service && contact->direction == ContactDirection::out)
            heard.askedAgain.push_back(event.at);
    }
    return heard;
}

std::optional<Need> needAt(const Facts& facts, const Request& request)
{
    if (request.need)
        return request.need;
    for (const Need need : openNeeds(facts))
        if (const auto& leg = facts.now.needs[need].leg; leg && leg->service == request.service)
            return need;
    return std::nullopt;
}

}  // namespace

Result<Done> writeChase(Document& document, const Facts& facts, const Request& request)
{
    const auto need = needAt(facts, request);
    const auto* leg = need && facts.now.needs[*need].leg ? &*facts.now.needs[*need].leg : nullptr;
    if (leg == nullptr || leg->service != request.service || !leg->sentAt)
        return Error{ErrorCode::refused, "no_referral", "no referral to this service waits for an answer"};
    const std::string name = firstName(facts.person);
    const Heard heard = heardFrom(facts, *need, request.service);

    addServiceAddress(document, facts, request.service);
    addDate(document, facts);
    addAbout(document, facts);
    document.paragraph("Dear colleague,");
    document.paragraph("We are still waiting for an answer about " + name + " and " + needWords(*need) + ".");
    document.heading("Where it stands");
    document.bullet("The referral went to you on " + shortDay(*leg->sentAt) + ".");
    document.bullet(heard.last ? "The last we heard from you was on " + shortDay(*heard.last) + "."
                               : "We have heard nothing from you since.");
    for (const Instant asked : heard.askedAgain)
        document.bullet("We were in touch on " + shortDay(asked) + ".");
    if (const auto& first = facts.now.needs[*need].firstAskedAt)
        document.bullet(name + " first asked for help on " + shortDay(*first) + ", " +
                        daysWords(facts.now.needs[*need].daysSinceAsked) + " ago.");
    const int days = standardDays(facts.policy, "acknowledge", 2);
    document.heading("What we ask, by " + dayWords(facts.days.due(facts.at, days)));
    document.numbered("Your decision, or the day on which you will decide.");
    document.numbered("The name and telephone number of one person we can speak to.");
    document.numbered("If you have no such referral, tell us at once and we will send it again. It keeps its first "
                      "date.");
    document.paragraph("If we hear nothing, the supervisors of both services take this up.");
    if (const auto risks = currentSafety(facts.now.safety); !risks.empty())
        document.add(BlockStyle::paragraph,
                     {{"On record now: " + listed(risks) + ". Please telephone us today.", true}});
    addMeanwhile(document, facts);
    addSignature(document, facts);
    return Done{};
}

}  // namespace holdfast::letters
