#include "letters/parts.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

void addLines(std::string& text, const std::string& more)
{
    if (more.empty())
        return;
    if (!text.empty())
        text += '\n';
    text += more;
}

}  // namespace

void addServiceAddress(Document& document, const Facts& facts, const ServiceId& id)
{
    std::string text = serviceName(facts, id);
    if (const Service* service = facts.directory.find(id)) {
        addLines(text, service->address);
        if (service->postcode && service->address.find(*service->postcode) == std::string::npos)
            addLines(text, *service->postcode);
    }
    document.add(BlockStyle::address, text);
}

void addPersonAddress(Document& document, const Facts& facts)
{
    std::string text = fullName(facts.person);
    if (facts.person.addressStatus == AddressStatus::known) {
        addLines(text, facts.person.address);
        if (facts.person.address.find(facts.person.postcode) == std::string::npos)
            addLines(text, facts.person.postcode);
    }
    document.add(BlockStyle::address, text);
}

void addDate(Document& document, const Facts& facts)
{
    document.paragraph(shortDay(facts.at));
}

void addAbout(Document& document, const Facts& facts)
{
    const Person& person = facts.person;
    std::string rest;
    if (person.born)
        rest += ", born " + shortDay(*person.born);
    rest += person.nhsNumber.empty() ? ", NHS number not recorded" : ", NHS number " + spacedNumber(person.nhsNumber);
    if (!person.preferredName.empty() && person.preferredName != person.givenName)
        rest += ". Likes to be called " + person.preferredName;
    if (!person.pronouns.empty())
        rest += " (" + person.pronouns + ")";
    std::vector<Run> runs{{"About " + fullName(person), true}};
    runs.push_back({rest + ".", false});
    document.add(BlockStyle::paragraph, std::move(runs));
}

void addSignature(Document& document, const Facts& facts)
{
    document.paragraph("Yours sincerely,");
    std::string name = facts.author.name + '\n' + roleWords(facts.author.role);
    name += ", " + serviceName(facts, facts.author.service);
    if (const Service* own = facts.directory.find(facts.author.service)) {
        addLines(name, own->phone);
        addLines(name, own->email);
    }
    document.add(BlockStyle::address, name);
}

void addFriendlyEnd(Document& document, const Facts& facts)
{
    document.paragraph("With best wishes,");
    std::string name = facts.author.name + '\n' + serviceName(facts, facts.author.service);
    if (const Service* own = facts.directory.find(facts.author.service))
        addLines(name, own->phone);
    document.add(BlockStyle::address, name);
}

int standardDays(const Policy& policy, std::string_view id, int otherwise)
{
    const auto found = std::ranges::find(policy.standards, id, &policy::Standard::id);
    return found == policy.standards.end() ? otherwise : found->workingDays.value_or(otherwise);
}

std::vector<std::string> crisisLines(const Facts& facts)
{
    std::vector<std::string> lines;
    for (const Service& service : facts.directory.services())
        if (service.active && service.kind == ServiceKind::crisis && !service.phone.empty())
            lines.push_back(service.name + ", " + service.phone);
    return lines;
}

std::vector<std::string> currentSafety(const SafetyFacts& safety)
{
    std::vector<std::string> current;
    const auto add = [&](const std::optional<bool>& fact, const char* words) {
        if (fact.value_or(false))
            current.emplace_back(words);
    };
    add(safety.suicidalThoughts, "thoughts of suicide");
    add(safety.recentAttempt, "a recent suicide attempt");
    add(safety.overdose, "an overdose");
    add(safety.pregnant, "pregnancy");
    add(safety.withdrawalRisk, "a risk of severe withdrawal");
    add(safety.intoxicatedNow, "intoxicated when last seen");
    return current;
}

}  // namespace holdfast::letters
