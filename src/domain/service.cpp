#include "domain/service.h"

#include <algorithm>

namespace holdfast {

Directory::Directory(std::vector<Service> services, std::vector<OutwardPlace> outward)
    : m_services{std::move(services)}, m_outward{std::move(outward)}
{
    std::ranges::sort(m_services, {}, &Service::id);
    std::ranges::sort(m_outward, {}, &OutwardPlace::outward);
}

const Service* Directory::find(const ServiceId& id) const
{
    const auto at = std::ranges::lower_bound(m_services, id, {}, &Service::id);
    return at != m_services.end() && at->id == id ? &*at : nullptr;
}

const MapPlace* Directory::outwardPlace(std::string_view outward) const
{
    const auto at = std::ranges::lower_bound(m_outward, outward, {}, &OutwardPlace::outward);
    return at != m_outward.end() && at->outward == outward ? &at->place : nullptr;
}

}  // namespace holdfast
