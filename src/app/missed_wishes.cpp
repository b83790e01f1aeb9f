#include "app/missed_wishes.h"

#include "domain/opening_hours.h"
#include "domain/service.h"
#include "engine/hours.h"
#include "engine/match.h"

namespace holdfast::app {

int missedWishes(Workspace& workspace, const report::ReferralRow& row, const std::map<PersonId, std::string>& hours)
{
    using report::Wish;
    const Service* service =
        ServiceId::fits(row.service) ? workspace.directory().find(ServiceId{row.service}) : nullptr;
    if (service == nullptr)
        return 0;
    int missed = 0;
    if (has(row.marks.wishes, Wish::notNearHome) && service->postcode && !row.where.area.empty() &&
        engine::outwardOf(*service->postcode) == row.where.area)
        missed |= static_cast<int>(Wish::notNearHome);
    if (has(row.marks.wishes, Wish::travelHelp) && !service->helpsWithTravelCost.value_or(false))
        missed |= static_cast<int>(Wish::travelHelp);
    if (const auto works = hours.find(row.person);
        has(row.marks.wishes, Wish::outsideWorkHours) && works != hours.end() && !service->hours.empty()) {
        const auto read = parseWorkHours(works->second);
        if (read && !engine::opensOutside(service->hours, *read))
            missed |= static_cast<int>(Wish::outsideWorkHours);
    }
    return missed;
}

}  // namespace holdfast::app
