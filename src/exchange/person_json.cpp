#include "exchange/person_json.h"

#include "domain/opening_hours.h"
#include "domain/place.h"
#include "domain/postcode.h"
#include "exchange/json_input.h"
#include "exchange/json_value.h"

#include <array>
#include <cmath>

namespace holdfast::exchange {
namespace {

struct WishName {
    std::string_view name;
    std::optional<bool> PersonFacts::*wish;
};
constexpr std::array wishNames{
    WishName{"avoids_home_area", &PersonFacts::avoidsHomeArea},
    WishName{"prefers_one_to_one", &PersonFacts::prefersOneToOne},
    WishName{"prefers_remote", &PersonFacts::prefersRemote},
    WishName{"needs_travel_help", &PersonFacts::needsTravelHelp},
    WishName{"needs_step_free", &PersonFacts::needsStepFree},
    WishName{"wants_lived_experience", &PersonFacts::wantsLivedExperience},
    WishName{"wants_family_support", &PersonFacts::wantsFamilySupport},
};

std::string postcodeOf(const JsonIn& in)
{
    if (in.text(20).empty())
        return {};
    const auto postcode = Postcode::parse(in.text());
    if (!postcode)
        in.fail("a UK postcode");
    return postcode->text();
}

std::string workHoursOf(const JsonIn& in)
{
    if (!in.text(200).empty() && !parseWorkHours(in.text()))
        in.fail("hours such as \"mon-fri 06:00-14:00, sat 08:00-12:00\"");
    return in.text();
}

/// {"lantern": 4.5}: miles by the id of a service.
std::vector<TypedDistance> distancesOf(const JsonIn& in)
{
    std::vector<TypedDistance> distances;
    for (const std::string& name : in.names()) {
        const JsonIn miles = in.at(name);
        const bool number = miles.isInteger() || miles.value().kind == JsonValue::Kind::real;
        const double value = miles.isInteger() ? static_cast<double>(miles.value().integer) : miles.value().real;
        if (!number || value < 0 || value * mile > longestDistance)
            miles.fail("miles from 0 to 700");
        if (name.empty() || name.size() > ServiceId::capacity)
            miles.fail("the id of a service");
        distances.push_back({ServiceId{name}, static_cast<int>(std::lround(value * mile))});
    }
    return distances;
}

}  // namespace

PersonFacts personFactsOf(const JsonIn& in)
{
    in.allowOnly({"id", "born", "sex", "postcode", "avoids_home_area", "prefers_one_to_one", "prefers_remote",
                  "needs_travel_help", "needs_step_free", "wants_lived_experience", "language", "work_hours",
                  "children_in_household", "wants_family_support", "distances"});
    PersonFacts person;
    person.id = in.at("id").id<PersonId>();
    in.at("born");  // null when nobody knows, but it must be said
    person.born = optionally(in, "born", [](const JsonIn& born) { return born.date(); });
    person.sex = optionally(in, "sex", [](const JsonIn& sex) { return sex.named<Sex>(); }).value_or(Sex::notRecorded);
    person.postcode = optionally(in, "postcode", postcodeOf).value_or("");
    for (const auto& [name, wish] : wishNames)
        person.*wish = optionally(in, name, [](const JsonIn& value) { return value.boolean(); });
    person.language = optionally(in, "language", [](const JsonIn& language) { return language.text(80); }).value_or("");
    person.workHours = optionally(in, "work_hours", workHoursOf).value_or("");
    person.childrenInHousehold =
        optionally(in, "children_in_household", [](const JsonIn& children) { return children.integer(0, 30); });
    person.distances = optionally(in, "distances", distancesOf).value_or(std::vector<TypedDistance>{});
    return person;
}

}  // namespace holdfast::exchange
