#include "domain/person.h"

namespace holdfast {

PersonFacts factsOf(const Person& person)
{
    PersonFacts facts = person.fit;
    facts.id = person.id;
    facts.born = person.born;
    facts.sex = person.sex;
    facts.postcode = person.postcode;
    facts.language = person.interpreter;
    return facts;
}

std::string displayName(const Person& person)
{
    const std::string& first = person.preferredName.empty() ? person.givenName : person.preferredName;
    if (first.empty() || person.familyName.empty())
        return first + person.familyName;
    return first + ' ' + person.familyName;
}

}  // namespace holdfast
