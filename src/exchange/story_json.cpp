#include "exchange/story_json.h"

#include "exchange/json_input.h"
#include "exchange/json_output.h"

namespace holdfast::exchange {
namespace {

StoryPromise readPromise(const JsonIn& in)
{
    in.allowOnly({"what", "by", "made_on", "due_on", "state"});
    StoryPromise promise;
    promise.what = in.at("what").someText(longestPromise);
    promise.by = in.at("by").text(longestPromise);
    promise.madeOn = optionally(in, "made_on", [](const JsonIn& day) { return day.date(); });
    promise.dueOn = optionally(in, "due_on", [](const JsonIn& day) { return day.date(); });
    promise.state = in.at("state").named<PromiseState>();
    return promise;
}

Story readAll(const JsonIn& in)
{
    in.allowOnly({"parts", "promises"});
    Story story;
    const JsonIn parts = in.at("parts");
    parts.allowOnly({}, Names<StoryPart>::list);
    for (const StoryPart part : allStoryParts)
        if (const auto told = parts.find(nameOf(part))) {
            told->allowOnly({"text", "sharing"});
            story[part] = {told->at("text").text(longestStoryPart), told->at("sharing").named<StorySharing>()};
        }
    story.promises = listOf(in.at("promises"), readPromise);
    if (story.promises.size() > mostPromises)
        in.at("promises").fail("at most 60 promises");
    return story;
}

}  // namespace

std::string writeStory(const Story& story)
{
    JsonOut out;
    out.beginObject().key("parts").beginObject();
    for (const StoryPart part : allStoryParts) {
        const StoryText& told = story[part];
        if (told == StoryText{})
            continue;
        out.key(nameOf(part))
            .beginObject()
            .member("text", told.text)
            .member("sharing", nameOf(told.sharing))
            .endObject();
    }
    out.endObject().key("promises").beginArray();
    for (const StoryPromise& promise : story.promises) {
        out.beginObject().member("what", promise.what).member("by", promise.by);
        if (promise.madeOn)
            out.member("made_on", formatDate(*promise.madeOn));
        if (promise.dueOn)
            out.member("due_on", formatDate(*promise.dueOn));
        out.member("state", nameOf(promise.state)).endObject();
    }
    out.endArray().endObject();
    return std::move(out).str();
}

Result<Story> readStory(std::string_view text)
{
    return readJson(text, readAll);
}

std::string writeHandoverText(const HandoverText& text)
{
    JsonOut out;
    out.beginObject()
        .member("matters", text.matters)
        .member("promises", text.promises)
        .member("tried", text.tried)
        .member("ring", text.ring)
        .member("story", text.story)
        .member("story_agreed", text.storyAgreed)
        .member("why_not_agreed", text.whyNotAgreed)
        .endObject();
    return std::move(out).str();
}

Result<HandoverText> readHandoverText(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        in.allowOnly({"matters", "promises", "tried", "ring", "story", "story_agreed", "why_not_agreed"});
        const auto field = [&](std::string_view name) { return in.at(name).text(longestHandoverText); };
        return HandoverText{field("matters"),       field("promises"), field("tried"),
                            field("ring"),          field("story"),    in.at("story_agreed").boolean(),
                            field("why_not_agreed")};
    });
}

std::string writeSections(const std::vector<PassportSection>& sections)
{
    JsonOut out;
    out.beginArray();
    for (const PassportSection section : sections)
        out.text(nameOf(section));
    out.endArray();
    return std::move(out).str();
}

Result<std::vector<PassportSection>> readSections(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        return listOf(in, [](const JsonIn& each) { return each.named<PassportSection>(); });
    });
}

}  // namespace holdfast::exchange
