#include "letters/sending.h"

namespace holdfast::letters {
namespace {

/// Collects reasons; the worst decides.
class Advising {
public:
    void refuse(const char* reason) { take(SendRisk::refuse, reason); }
    void warn(const char* reason) { take(SendRisk::warn, reason); }
    SendAdvice advice() && { return std::move(m_advice); }

private:
    void take(SendRisk risk, const char* reason)
    {
        if (risk > m_advice.risk) {
            m_advice.risk = risk;
            m_advice.reasons.insert(m_advice.reasons.begin(), reason);
        } else {
            m_advice.reasons.emplace_back(reason);
        }
    }

    SendAdvice m_advice;
};

bool hasAddress(const Person& person)
{
    return person.addressStatus == AddressStatus::known && !person.address.empty();
}

void toPerson(Advising& advising, const Person& person, LetterMethod method)
{
    switch (method) {
    case LetterMethod::post:
        if (!person.contact.mayWrite)
            advising.refuse("no_letters");
        if (!hasAddress(person))
            advising.refuse("no_address");
        break;
    case LetterMethod::emailByHand:
        if (person.contact.email.empty())
            advising.refuse("no_email");
        break;
    case LetterMethod::fax: advising.refuse("fax"); break;
    case LetterMethod::handedOver:
    case LetterMethod::portal: break;
    }
    if (method == LetterMethod::handedOver)
        return;
    if (person.contact.discreetOnly)
        advising.warn("discreet");
    if (!person.safetyAlerts.empty())
        advising.warn("alerts");
}

}  // namespace

SendAdvice adviseSending(const Person& person, bool died, LetterKind kind, LetterMethod method)
{
    Advising advising;
    switch (audienceOf(kind)) {
    case Audience::person:
        if (died)
            advising.refuse("died");
        toPerson(advising, person, method);
        break;
    case Audience::carer:
        if (method == LetterMethod::fax)
            advising.refuse("fax");
        if (method != LetterMethod::handedOver && (person.contact.discreetOnly || !person.safetyAlerts.empty()))
            advising.warn("alerts");
        break;
    case Audience::service:
        if (died)
            advising.refuse("died");
        if (method == LetterMethod::fax)
            advising.warn("fax");
        break;
    case Audience::partner: break;
    }
    return std::move(advising).advice();
}

std::string recipientOf(LetterKind kind, const ServiceId& service)
{
    switch (audienceOf(kind)) {
    case Audience::service: return service.str();
    case Audience::person: return "person";
    case Audience::carer: return "carer";
    case Audience::partner: return "partner";
    }
    return {};
}

}  // namespace holdfast::letters
