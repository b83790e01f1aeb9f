// One page for the police, ambulance crews, housing and others who meet people with both needs. It names nobody.
#include "letters/kinds.h"
#include "letters/parts.h"

namespace holdfast::letters {
namespace {

constexpr std::size_t mostRows = 12;  ///< one page

std::string kindWords(const Service& service)
{
    if (service.kind == ServiceKind::crisis)
        return "In a crisis, any time of day it is open";
    if (service.kind == ServiceKind::liaison)
        return "At the hospital";
    if (service.needs.size() > 1)
        return "Both needs";
    return capital(needWords(service.needs.front()));
}

/// Crisis services first: this is read in a hurry.
void addNumbers(Document& document, const Facts& facts)
{
    std::vector<std::vector<std::string>> rows{{"For", "Service", "Telephone"}};
    for (const bool crisis : {true, false})
        for (const Service& service : facts.directory.services()) {
            const bool first = service.kind == ServiceKind::crisis || service.kind == ServiceKind::liaison;
            if (first != crisis || !service.active || service.phone.empty() || service.needs.empty() ||
                rows.size() > mostRows)
                continue;
            rows.push_back({kindWords(service), service.name, service.phone});
        }
    if (rows.size() > 1) {
        document.heading("Who to ring");
        document.table(std::move(rows));
    }
}

}  // namespace

Result<Done> writePartnerSheet(Document& document, const Facts& facts)
{
    document.add(BlockStyle::title, "Meeting somebody with a mental health need who also uses drugs or alcohol");
    document.paragraph("Mental health services and drug and alcohol services are often separate. People get sent from "
                       "one to the other. You can stop that with one call.");
    document.heading("What to do");
    document.numbered("Danger to life: ring 999 first. An overdose, a seizure or a sudden stop to heavy drinking is a "
                      "medical matter.");
    document.numbered("Ask about both: \"How are you feeling in yourself?\" and \"Have you been using anything?\"");
    document.numbered("Ring one of the numbers below. One is enough: each of them has to see that both needs are "
                      "picked up.");
    document.numbered("If the person is too intoxicated to talk now, ask for a time to be seen again. It is not a no.");
    document.numbered(
        "Tell us what you saw, and where the person will be. Ask the person how we may reach them safely.");
    document.heading("What not to accept");
    document.bullet("\"Come back when you are sober.\"");
    document.bullet("\"That is for the other service.\"");
    document.bullet("A leaflet with no call made.");
    document.paragraph("If you hear one of these, tell us who said it and when. We take it up.");
    addNumbers(document, facts);
    return Done{};
}

}  // namespace holdfast::letters
