// A team's own local protocol or leaflet, in one version: what it is for and on which days it is in use.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/need.h"

#include <cstdint>
#include <optional>
#include <string>

namespace holdfast {

using LocalGuideId = Id<struct LocalGuideTag>;

enum class LocalGuideKind : std::uint8_t { protocol, leaflet };

struct LocalGuide {
    LocalGuideId id;
    LocalGuideKind kind = LocalGuideKind::protocol;
    std::string name;     ///< the same in every version: "Joint working protocol"
    std::string edition;  ///< as printed on it: "3", "May 2026"
    Date from;
    std::optional<Date> withdrawnOn;   ///< the first day it is not used any more
    std::optional<ServiceId> service;  ///< whose it is; every service when empty
    NeedScope need = NeedScope::both;
    WorkerId addedBy;
    Instant addedAt;
    std::int64_t version = 0;  ///< up by one with every save; 0 = never saved

    bool inForceOn(Date day) const { return from <= day && (!withdrawnOn || day < *withdrawnOn); }
    bool isFor(const ServiceId& whose, Need which) const
    {
        return (!service || *service == whose) && covers(need, which);
    }

    friend bool operator==(const LocalGuide&, const LocalGuide&) = default;
};

/// How an entry names it, for ever: "Joint working protocol, version 3".
std::string designation(const LocalGuide& guide);

/// ErrorCode::invalid with `where` the field: "name", "edition", "from". Both fit into what an entry may name.
Result<Done> checkLocalGuide(const LocalGuide& guide, Date today);

// clang-format off
template <> struct Names<LocalGuideKind> { static constexpr std::array<std::string_view, 2> list{"protocol", "leaflet"}; };
// clang-format on

}  // namespace holdfast
