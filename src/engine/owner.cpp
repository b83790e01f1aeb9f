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

Owner holderOf(const State& state, Need need)
{
    const NeedRecord& record = state.needs[need];
    return heldBy(record.holder ? record.holder : record.lastHolder);
}

Owner inRole(const State& state, OwnerRole role, const ServiceId& service)
{
    Owner owner;
    owner.role = role;
    owner.service = service;
    if (role == OwnerRole::coordinator && service.empty() && state.coordinator) {
        owner.role = OwnerRole::worker;
        owner.worker = *state.coordinator;
    }
    return owner;
}

Owner presentOwner(const State& state, const Owner& owner)
{
    if (owner.role != OwnerRole::worker)
        return owner;
    for (const Need which : allNeeds) {
        const auto& holder = state.needs[which].holder;
        if (holder && holder->acting && holder->worker == owner.worker)
            return heldBy(holder);
    }
    return owner;
}

Owner stepOwner(const State& state, const policy::Rung& rung, Need need)
{
    if (rung.owner == "holder")
        return presentOwner(state, holderOf(state, need));
    const Owner named = ownerNamed(rung.owner);
    return presentOwner(state, inRole(state, named.role, named.service));
}

Owner stepOwner(const State& state, const ChallengeRecord& challenge, const policy::Rung& rung, std::size_t position)
{
    if (challenge.handedTo.empty() || challenge.handedRung != position)
        return stepOwner(state, rung, challenge.need);
    Owner owner;
    owner.worker = challenge.handedTo;
    return presentOwner(state, owner);
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
