#include "domain/passport.h"

#include <algorithm>

namespace holdfast {

bool isChosen(const PassportChoice& choice, PassportSection section)
{
    return std::ranges::find(choice.sections, section) != choice.sections.end();
}

bool mayShow(StorySharing sharing, PassportReader reader)
{
    switch (reader) {
    case PassportReader::person: return true;
    case PassportReader::services: return sharing != StorySharing::askFirst;
    case PassportReader::anyone: return sharing == StorySharing::anyone;
    }
    return false;
}

std::optional<PassportSection> nextToLeaveOut(const std::vector<PassportSection>& sections)
{
    static constexpr std::array leastNeededFirst{
        PassportSection::history,  PassportSection::promises,  PassportSection::supports, PassportSection::uses,
        PassportSection::language, PassportSection::needs,     PassportSection::contact,  PassportSection::doNotRepeat,
        PassportSection::helps,    PassportSection::medication};
    for (const PassportSection section : leastNeededFirst)
        if (std::ranges::find(sections, section) != sections.end())
            return section;
    return std::nullopt;
}

}  // namespace holdfast
