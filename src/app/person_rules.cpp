#include "app/person_rules.h"

#include "base/text.h"
#include "domain/nhs_number.h"
#include "domain/opening_hours.h"
#include "domain/postcode.h"

#include <array>

namespace holdfast::app {
namespace {

constexpr std::size_t longestLine = 200;
constexpr std::size_t longestText = 10'000;
constexpr int oldestAge = 130;

struct Field {
    const char* name;
    std::string* text;
    std::size_t longest;
};

Error invalid(const char* field, std::string detail)
{
    return {ErrorCode::invalid, field, std::move(detail)};
}

Result<Done> checkTexts(Person& person)
{
    const std::array fields{
        Field{"givenName", &person.givenName, longestLine},
        Field{"familyName", &person.familyName, longestLine},
        Field{"preferredName", &person.preferredName, longestLine},
        Field{"pronouns", &person.pronouns, longestLine},
        Field{"gender", &person.gender, longestLine},
        Field{"address", &person.address, longestText},
        Field{"phone", &person.contact.phone, longestLine},
        Field{"email", &person.contact.email, longestLine},
        Field{"preference", &person.contact.preference, longestText},
        Field{"interpreter", &person.interpreter, longestLine},
        Field{"adjustments", &person.adjustments, longestText},
        Field{"accessNeeds", &person.accessNeeds, longestText},
        Field{"ethnicity", &person.ethnicity, longestLine},
        Field{"companion", &person.companion, longestText},
        Field{"wishes", &person.wishes, longestText},
        Field{"safetyAlerts", &person.safetyAlerts, longestText},
    };
    for (const Field& field : fields) {
        if (!isValidUtf8(*field.text))
            return invalid(field.name, "expected text in UTF-8");
        if (field.text->size() > field.longest)
            return invalid(field.name, "expected at most " + std::to_string(field.longest) + " bytes");
        if (field.longest == longestLine)
            *field.text = tidied(*field.text);
    }
    return Done{};
}

Result<Done> checkNumber(Person& person)
{
    if (tidied(person.nhsNumber).empty()) {
        person.nhsNumber.clear();
        if (person.nhsNumberMissing == NhsNumberMissing::none)
            return invalid("nhsNumber", "expected an NHS number, or why there is none");
        return Done{};
    }
    const auto number = NhsNumber::parse(person.nhsNumber);
    if (!number)
        return invalid("nhsNumber", number.error().detail);
    person.nhsNumber = number->digits();
    person.nhsNumberMissing = NhsNumberMissing::none;
    return Done{};
}

Result<Done> checkPlace(Person& person)
{
    if (tidied(person.postcode).empty()) {
        person.postcode.clear();
        return Done{};
    }
    const auto postcode = Postcode::parse(person.postcode);
    if (!postcode)
        return invalid("postcode", postcode.error().detail);
    person.postcode = postcode->text();
    return Done{};
}

Result<Done> checkFit(const Person& person)
{
    if (!person.fit.workHours.empty() && !parseWorkHours(person.fit.workHours))
        return invalid("workHours", "expected hours such as mon-fri 06:00-14:00, sat 08:00-12:00");
    if (person.fit.childrenInHousehold.value_or(0) < 0 || person.fit.childrenInHousehold.value_or(0) > 30)
        return invalid("childrenInHousehold", "expected 0 to 30");
    return Done{};
}

}  // namespace

Result<Person> checkedPerson(Person person, Date today)
{
    if (auto texts = checkTexts(person); !texts)
        return std::move(texts).error();
    if (person.givenName.empty() && person.familyName.empty() && person.preferredName.empty())
        return invalid("givenName", "expected a name, or what the person likes to be called");
    if (person.born && *person.born > today)
        return invalid("born", "expected a date that has passed");
    if (person.born && yearsBetween(*person.born, today) > oldestAge)
        return invalid("born", "expected a date of birth within the last 130 years");
    if (auto number = checkNumber(person); !number)
        return std::move(number).error();
    if (auto place = checkPlace(person); !place)
        return std::move(place).error();
    if (auto fit = checkFit(person); !fit)
        return std::move(fit).error();
    person.fit = factsOf(person);
    return person;
}

}  // namespace holdfast::app
