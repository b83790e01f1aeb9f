#include "engine/travel.h"

#include "domain/policy.h"
#include "domain/service.h"
#include "engine/explain.h"
#include "engine/match.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

/// The end of the name of the sentence that says why a distance is not known.
std::string_view missing(const Travel& travel, const MapPlace* home, const Service& service)
{
    if (travel.home.empty())
        return "no_postcode";
    if (home == nullptr)
        return "no_home";
    return service.postcode ? "no_district" : "no_service";
}

}  // namespace

Travel travelTo(const Context& context, const PersonFacts& person, const Service& service)
{
    Travel travel;
    travel.home = outwardOf(person.postcode);
    travel.there = service.postcode ? outwardOf(*service.postcode) : std::string{};
    const auto say = [&](std::string_view how) {
        const std::string miles = travel.distance ? formatMiles(travel.distance->tenths) : std::string{};
        travel.sentence = fill(context.policy.sentence("fit.distance." + std::string{how}),
                               {{"miles", miles}, {"home", travel.home}, {"there", travel.there}});
        return travel;
    };
    const auto typed = std::ranges::find(person.distances, service.id, &TypedDistance::service);
    if (typed != person.distances.end()) {
        travel.distance = Distance{typed->tenths, true};
        return say("typed");
    }
    const MapPlace* const home = context.directory.outwardPlace(travel.home);
    const MapPlace* const there = service.place ? &*service.place : context.directory.outwardPlace(travel.there);
    if (home == nullptr || there == nullptr)
        return say(missing(travel, home, service));
    if (!service.place && travel.sameDistrict())
        return say("same");  // both ends are one point, which says nothing of the way
    travel.distance = Distance{straightLine(*home, *there), false};
    return say(service.place ? "to_service" : "to_district");
}

}  // namespace holdfast::engine
