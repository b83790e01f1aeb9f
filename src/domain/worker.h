// Somebody who works with people: who they are, for whom they work, and what their role lets them do.
#pragma once

#include "base/id.h"
#include "domain/names.h"

#include <cstdint>
#include <string>

namespace holdfast {

enum class Role : std::uint8_t { keyworker, coordinator, supervisor, administrator };

// clang-format off
template <> struct Names<Role> { static constexpr std::array<std::string_view, 4> list{"keyworker", "coordinator", "supervisor", "administrator"}; };
// clang-format on

struct Worker {
    WorkerId id;
    std::string name;
    Role role = Role::keyworker;
    ServiceId service;
    std::string team;  ///< the team inside the service, may be empty
    bool active = true;
    std::int64_t version = 0;

    friend bool operator==(const Worker&, const Worker&) = default;
};

}  // namespace holdfast
