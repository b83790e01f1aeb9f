#include "domain/merge.h"

namespace holdfast {
namespace {

void fill(std::string& kept, const std::string& merged)
{
    if (kept.empty())
        kept = merged;
}

template <class T>
void fill(std::optional<T>& kept, const std::optional<T>& merged)
{
    if (!kept)
        kept = merged;
}

/// Both, each once.
void add(std::string& kept, const std::string& merged)
{
    if (merged.empty() || kept.find(merged) != std::string::npos)
        return;
    kept += (kept.empty() ? "" : "\n") + merged;
}

void fillFit(PersonFacts& kept, const PersonFacts& merged)
{
    fill(kept.avoidsHomeArea, merged.avoidsHomeArea);
    fill(kept.prefersOneToOne, merged.prefersOneToOne);
    fill(kept.prefersRemote, merged.prefersRemote);
    fill(kept.needsTravelHelp, merged.needsTravelHelp);
    fill(kept.needsStepFree, merged.needsStepFree);
    fill(kept.wantsLivedExperience, merged.wantsLivedExperience);
    fill(kept.wantsFamilySupport, merged.wantsFamilySupport);
    fill(kept.language, merged.language);
    fill(kept.workHours, merged.workHours);
    fill(kept.childrenInHousehold, merged.childrenInHousehold);
}

void fillContact(SafeContact& kept, const SafeContact& merged)
{
    const bool discreet = kept.discreetOnly || merged.discreetOnly;
    if (kept.phone.empty() && kept.email.empty() && kept.preference.empty())
        kept = merged;
    kept.discreetOnly = discreet;
}

}  // namespace

Person filledFrom(Person kept, const Person& merged)
{
    fill(kept.preferredName, merged.preferredName);
    fill(kept.pronouns, merged.pronouns);
    fill(kept.born, merged.born);
    if (kept.sex == Sex::notRecorded)
        kept.sex = merged.sex;
    fill(kept.gender, merged.gender);
    if (kept.nhsNumber.empty() && !merged.nhsNumber.empty()) {
        kept.nhsNumber = merged.nhsNumber;
        kept.nhsNumberMissing = NhsNumberMissing::none;
    }
    if (kept.addressStatus == AddressStatus::notKnown && kept.address.empty() && kept.postcode.empty()) {
        kept.addressStatus = merged.addressStatus;
        kept.address = merged.address;
        kept.postcode = merged.postcode;
    }
    fillContact(kept.contact, merged.contact);
    fill(kept.interpreter, merged.interpreter);
    add(kept.adjustments, merged.adjustments);
    add(kept.accessNeeds, merged.accessNeeds);
    fill(kept.ethnicity, merged.ethnicity);
    fill(kept.companion, merged.companion);
    add(kept.wishes, merged.wishes);
    add(kept.safetyAlerts, merged.safetyAlerts);
    fillFit(kept.fit, merged.fit);
    kept.fit.born = kept.born;
    kept.fit.sex = kept.sex;
    kept.fit.postcode = kept.postcode;
    return kept;
}

}  // namespace holdfast
