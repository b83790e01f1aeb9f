#include "letters/kinds.h"
#include "letters/parts.h"

namespace holdfast::letters {
namespace {

void addContacts(Document& document, const Facts& facts)
{
    for (const Need need : openNeeds(facts)) {
        const auto& holder = facts.now.needs[need].holder;
        if (!holder)
            continue;
        const Service* service = facts.directory.find(holder->service);
        document.bullet(capital(needWords(need)) + ": " + holderWords(facts, need) +
                        (service && !service->phone.empty() ? ", " + service->phone : std::string{}));
    }
    for (const std::string& line : crisisLines(facts))
        document.bullet("In a crisis: " + line);
    document.bullet("In danger: 999");
}

void writeEasy(Document& document, const Facts& facts)
{
    document.add(BlockStyle::title, "Your rights");
    document.heading("Did a service say no?");
    document.bullet("You can ask why.");
    document.bullet("You can ask them to write it down.");
    document.bullet("You can ask who decided.");
    document.bullet("You can ask somebody else to look at it.");
    document.heading("Do you use drugs or drink?");
    document.bullet("You can still ask for help with mental health.");
    document.bullet("You can have help with both at the same time.");
    document.heading("Do you want somebody with you?");
    document.bullet("You can bring a friend.");
    document.bullet("You can ask for an advocate. An advocate speaks up for you.");
    document.heading("Are you unhappy with what happened?");
    document.bullet("You can complain. Your help does not stop when you do.");
    document.bullet("We can help you to complain.");
    document.heading("Who to ring");
    addContacts(document, facts);
}

void writeStandard(Document& document, const Facts& facts)
{
    document.add(BlockStyle::title, "Your rights when a service says no");
    document.paragraph("This card is for " + firstName(facts.person) + ". Show it to anybody you like.");
    document.heading("You can ask");
    document.bullet("for the reason in writing, and for the name and role of who decided");
    document.bullet("for somebody else to look at the decision (a second opinion)");
    document.bullet("for help with mental health and with drugs and alcohol at the same time");
    document.bullet("what help you get while you wait");
    document.bullet("to see what is written about you, and to have mistakes put right");
    document.heading("You can have somebody with you");
    document.bullet(facts.person.companion.empty()
                        ? "a friend, a relative or a worker, at any meeting"
                        : "somebody you trust, at any meeting. We have noted: " + facts.person.companion);
    document.bullet("an advocate: somebody independent who helps you to be heard. Ask us to find one");
    document.heading("If you are not satisfied");
    document.bullet("Tell us first, if you can. We take it up with the service, step by step.");
    document.bullet("You can complain to the service itself. Its patient advice and liaison service (PALS) helps.");
    document.bullet("If the answer does not settle it, you can go to the Parliamentary and Health Service Ombudsman.");
    document.bullet("You can tell the Care Quality Commission how a service treats people.");
    document.paragraph("Complaining never stops or changes your help.");
    document.heading("Who to ring");
    addContacts(document, facts);
}

}  // namespace

Result<Done> writeRightsCard(Document& document, const Facts& facts, const Request& request)
{
    document.letterhead = !facts.person.contact.discreetOnly;
    if (request.variant == Variant::easyRead)
        writeEasy(document, facts);
    else
        writeStandard(document, facts);
    return Done{};
}

}  // namespace holdfast::letters
