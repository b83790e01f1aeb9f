#include "domain/service.h"

#include <algorithm>
#include <bit>

namespace holdfast {

Directory::Directory(std::vector<Service> services, std::vector<OutwardPlace> outward)
    : m_services{std::move(services)}, m_outward{std::move(outward)}
{
    std::ranges::sort(m_services, {}, &Service::id);
    std::ranges::sort(m_outward, {}, &OutwardPlace::outward);
    index();
}

const Service* Directory::find(const ServiceId& id) const
{
    if (m_slots.empty())
        return nullptr;
    const std::size_t last = m_slots.size() - 1;
    for (std::size_t slot = id.hash() & last; m_slots[slot] != 0; slot = (slot + 1) & last)
        if (const Service& service = m_services[m_slots[slot] - 1]; service.id == id)
            return &service;
    return nullptr;
}

/// The fold asks for a service a score of times for each case, so this is an open table of at least twice the size.
void Directory::index()
{
    m_slots.assign(std::bit_ceil(m_services.size() * 2 + 1), 0);
    const std::size_t last = m_slots.size() - 1;
    for (std::size_t i = m_services.size(); i-- > 0;) {
        std::size_t slot = m_services[i].id.hash() & last;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & last;
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

const MapPlace* Directory::outwardPlace(std::string_view outward) const
{
    const auto at = std::ranges::lower_bound(m_outward, outward, {}, &OutwardPlace::outward);
    return at != m_outward.end() && at->outward == outward ? &at->place : nullptr;
}

}  // namespace holdfast
