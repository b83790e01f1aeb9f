#include "domain/guidance.h"

#include <algorithm>

namespace holdfast {

std::vector<GuidanceCard> guidanceFor(std::vector<GuidanceCard> cards, GuidancePlace place, NeedScope about)
{
    const auto rank = [&](const GuidanceCard& card) {
        const bool here = std::ranges::find(card.places, place) != card.places.end();
        const bool mine = about == NeedScope::both || card.about == NeedScope::both || card.about == about;
        return (here ? 0 : 2) + (mine ? 0 : 1);
    };
    std::ranges::stable_sort(cards, {}, rank);
    return cards;
}

}  // namespace holdfast
