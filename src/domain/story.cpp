#include "domain/story.h"

#include "base/text.h"
#include "domain/note_text.h"

#include <algorithm>

namespace holdfast {
namespace {

bool fits(const std::string& text, std::size_t longest)
{
    return text.size() <= longest && isValidUtf8(text);
}

}  // namespace

bool isEmpty(const Story& story)
{
    return story.promises.empty() &&
           std::ranges::all_of(story.parts, [](const StoryText& part) { return isBlank(withoutMarks(part.text)); });
}

Result<Done> checkStory(const Story& story)
{
    for (const StoryPart part : allStoryParts)
        if (!fits(story[part].text, longestStoryPart))
            return Error{ErrorCode::invalid, std::string{nameOf(part)}, "expected at most 6000 bytes"};
    if (story.promises.size() > mostPromises)
        return Error{ErrorCode::invalid, "promises", std::to_string(mostPromises + 1)};
    for (std::size_t i = 0; i < story.promises.size(); ++i) {
        const StoryPromise& promise = story.promises[i];
        const bool backwards = promise.madeOn && promise.dueOn && *promise.dueOn < *promise.madeOn;
        if (isBlank(promise.what) || !fits(promise.what, longestPromise) || !fits(promise.by, longestPromise) ||
            backwards)
            return Error{ErrorCode::invalid, "promises", std::to_string(i + 1)};
    }
    if (isEmpty(story))
        return Error{ErrorCode::invalid, "story", "empty"};
    return Done{};
}

std::string inBrief(const Story& story, std::size_t most)
{
    for (const StoryPart part : allStoryParts) {
        std::string text = tidied(withoutThirdParty(story[part].text, thirdPartyLeftOut));
        if (text.empty())
            continue;
        if (text.size() <= most)
            return text;
        const std::size_t space = text.rfind(' ', most);
        std::size_t end = space == std::string::npos || space == 0 ? most : space;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end;
        return text.substr(0, end) + " …";
    }
    return {};
}

int readUpTo(const std::vector<StoryReading>& readings, const WorkerId& worker)
{
    int highest = 0;
    for (const StoryReading& reading : readings)
        if (reading.worker == worker)
            highest = std::max(highest, reading.number);
    return highest;
}

bool readsTheSame(const Story& a, const Story& b)
{
    return std::ranges::equal(a.parts, b.parts, {}, &StoryText::text, &StoryText::text) &&
           std::ranges::equal(a.promises, b.promises, [](const StoryPromise& one, const StoryPromise& other) {
               return one.what == other.what && one.by == other.by;
           });
}

bool isOwed(const StoryVersion& current, const std::vector<StoryVersion>& earlier,
            const std::vector<StoryReading>& readings, const WorkerId& worker)
{
    const int read = readUpTo(readings, worker);
    if (current.number == 0 || read >= current.number)
        return false;
    const auto known = std::ranges::find(earlier, read, &StoryVersion::number);
    return known == earlier.end() || !readsTheSame(known->story, current.story);
}

}  // namespace holdfast
