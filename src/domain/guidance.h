// Short cards for staff of one service about what the other one knows, each with its source and how sure it is.
#pragma once

#include "domain/names.h"
#include "domain/need.h"

#include <string>
#include <vector>

namespace holdfast {

/// How sure a card is. What nobody has verified is no card.
enum class GuidanceMark : std::uint8_t {
    verified,   ///< read in the publisher's own text
    secondary,  ///< known through somebody else's account of it
    told,       ///< what people and their carers told
};

/// Where in the program a card helps.
enum class GuidancePlace : std::uint8_t { assessment, reply, refusal, missedVisit, crisis, sharing, person };

struct GuidanceCard {
    std::string id;
    NeedScope about = NeedScope::both;  ///< the need it tells of: of substance use it is for mental health staff
    std::string title;
    std::vector<std::string> lines;
    std::string source;
    GuidanceMark mark = GuidanceMark::told;
    std::vector<GuidancePlace> places;
    friend bool operator==(const GuidanceCard&, const GuidanceCard&) = default;
};

// clang-format off
template <> struct Names<GuidanceMark> { static constexpr std::array<std::string_view, 3> list{"verified", "secondary", "told"}; };
template <> struct Names<GuidancePlace> { static constexpr std::array<std::string_view, 7> list{
    "assessment", "reply", "refusal", "missed_visit", "crisis", "sharing", "person"}; };
// clang-format on

/// Those that help here first, then the others; about `about` before those about the other need.
std::vector<GuidanceCard> guidanceFor(std::vector<GuidanceCard> cards, GuidancePlace place, NeedScope about);

}  // namespace holdfast
