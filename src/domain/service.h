// A service in the directory: whom it sees, where and when, as far as anybody recorded it.
#pragma once

#include "base/id.h"
#include "domain/need.h"
#include "domain/place.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

enum class ServiceKind : std::uint8_t {
    communityMentalHealth,
    crisis,
    liaison,
    talkingTherapies,
    eip,
    camhs,
    drugAndAlcohol,
    gp,
    carers,
    other,
};

// clang-format off
template <> struct Names<ServiceKind> { static constexpr std::array<std::string_view, 10> list{
    "community_mental_health", "crisis", "liaison", "talking_therapies", "eip", "camhs", "drug_and_alcohol", "gp", "carers", "other"}; };
// clang-format on

/// A weekly opening: "mon-fri 09:00-17:00". Minutes from midnight, London time; day 0 is Monday.
struct OpeningHours {
    int firstDay = 0;
    int lastDay = 0;
    int opens = 0;
    int closes = 0;
    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// Nothing (nullopt, empty list) always means "not recorded", never "no".
struct Service {
    ServiceId id;
    std::string name;
    ServiceKind kind = ServiceKind::other;
    std::vector<Need> needs;
    std::optional<int> minAge;       ///< years, inclusive
    std::optional<int> maxAge;       ///< years, exclusive: 18 means until the 18th birthday
    std::vector<std::string> areas;  ///< outward postcode areas or districts: "SG", "AL1"
    std::vector<OpeningHours> hours;
    std::optional<int> waitDays;
    std::optional<bool> acceptsConcurrentUse;

    // What section 5.3 of engine.md needs beyond the above; all optional.
    std::vector<Severity> severities;     ///< which severities it takes
    std::optional<std::string> postcode;  ///< where it is, for travel
    std::optional<MapPlace> place;        ///< the same on the map, with who says so
    std::optional<bool> helpsWithTravelCost;
    std::vector<std::string> languages;
    std::optional<bool> stepFreeAccess;
    std::optional<bool> offersGroup;
    std::optional<bool> offersOneToOne;
    std::optional<bool> offersRemote;
    std::optional<bool> offersInPerson;
    std::optional<bool> workersWithLivedExperience;  ///< workers or peers
    std::optional<bool> offersFamilyOrCarers;        ///< something for those around the person

    // For people; the engine does not read these.
    std::string phone;
    std::string email;
    std::string address;
    std::string website;
    std::string notes;
    std::string odsCode;
    bool active = true;
    std::int64_t version = 0;  ///< up by one with every save

    friend bool operator==(const Service&, const Service&) = default;
};

/// All services, found by id at once, and where the postcode districts lie that distances start from.
class Directory {
public:
    Directory() = default;
    explicit Directory(std::vector<Service> services, std::vector<OutwardPlace> outward = {});

    const Service* find(const ServiceId& id) const;
    const std::vector<Service>& services() const { return m_services; }  ///< ordered by id
    const MapPlace* outwardPlace(std::string_view outward) const;        ///< nothing when nobody entered it

private:
    void index();

    std::vector<Service> m_services;
    std::vector<std::uint32_t> m_slots;   ///< by hash: one up from the position of a service; 0 = empty
    std::vector<OutwardPlace> m_outward;  ///< ordered by outward code
};

}  // namespace holdfast
