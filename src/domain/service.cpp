#include "domain/service.h"

#include <algorithm>

namespace holdfast {

Directory::Directory(std::vector<Service> services) : m_services{std::move(services)}
{
    std::ranges::sort(m_services, {}, &Service::id);
}

const Service* Directory::find(const ServiceId& id) const
{
    const auto at = std::ranges::lower_bound(m_services, id, {}, &Service::id);
    return at != m_services.end() && at->id == id ? &*at : nullptr;
}

}  // namespace holdfast
