#include "engine/actions.h"

#include <array>

namespace holdfast::engine {
namespace {

struct NamedRole {
    OwnerRole role;
    std::string_view name;
};
constexpr std::array namedRoles{
    NamedRole{OwnerRole::coordinator, "coordinator"}, NamedRole{OwnerRole::supervisor, "supervisor"},
    NamedRole{OwnerRole::strategicLead, "strategic_lead"}, NamedRole{OwnerRole::duty, "duty"}};

}  // namespace

Owner ownerNamed(std::string_view text)
{
    Owner owner;
    const auto colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    for (const NamedRole& known : namedRoles) {
        if (known.name != name)
            continue;
        owner.role = known.role;
        if (colon != std::string_view::npos)
            owner.service = ServiceId{text.substr(colon + 1)};
        return owner;
    }
    owner.worker = WorkerId{text};
    return owner;
}

Owner heldBy(const std::optional<HolderRecord>& holder)
{
    Owner owner;
    if (!holder) {
        owner.role = OwnerRole::duty;
    } else if (holder->acting) {
        owner.role = OwnerRole::supervisor;
        owner.service = holder->service;
    } else {
        owner.worker = holder->worker;
    }
    return owner;
}

std::string textOf(const Owner& owner)
{
    if (owner.role == OwnerRole::worker)
        return owner.worker.str();
    for (const NamedRole& known : namedRoles)
        if (known.role == owner.role)
            return std::string{known.name} + (owner.service.empty() ? "" : ":" + owner.service.str());
    return {};
}

}  // namespace holdfast::engine
