#include "app/practice_world.h"

#include "exchange/json_input.h"
#include "exchange/service_json.h"

#include <algorithm>
#include <array>

namespace holdfast::app {
namespace {

using exchange::JsonIn;
using exchange::JsonValue;

std::string textOf(const JsonIn& in, std::string_view name)
{
    const auto member = in.find(name);
    return member ? member->text() : std::string{};
}

std::vector<std::string> textsOf(const JsonIn& in)
{
    return exchange::listOf(in, [](const JsonIn& each) { return each.text(); });
}

std::optional<bool> flagOf(const JsonIn& in, std::string_view name)
{
    return exchange::optionally(in, name, [](const JsonIn& each) { return each.boolean(); });
}

Worker workerOf(const JsonIn& in)
{
    in.allowOnly({"id", "name", "role", "service", "team", "active"});
    Worker worker;
    worker.id = in.at("id").id<WorkerId>();
    worker.name = in.at("name").someText();
    worker.role = in.at("role").named<Role>();
    worker.service = in.at("service").id<ServiceId>();
    worker.team = textOf(in, "team");
    worker.active = flagOf(in, "active").value_or(true);
    return worker;
}

GuideSketch guideOf(const JsonIn& in)
{
    in.allowOnly({"id", "kind", "name", "version", "from", "withdrawn", "service", "need", "added_by"});
    const auto day = [](const JsonIn& each) { return each.integer(-4000, 0); };
    GuideSketch sketch;
    sketch.guide.id = in.at("id").id<LocalGuideId>();
    sketch.guide.kind = in.at("kind").named<LocalGuideKind>();
    sketch.guide.name = in.at("name").someText();
    sketch.guide.edition = in.at("version").someText();
    sketch.guide.service = exchange::optionally(in, "service", [](const JsonIn& each) { return each.id<ServiceId>(); });
    sketch.guide.need = in.at("need").named<NeedScope>();
    sketch.guide.addedBy = in.at("added_by").id<WorkerId>();
    sketch.from = day(in.at("from"));
    sketch.withdrawn = exchange::optionally(in, "withdrawn", day);
    return sketch;
}

PersonSketch sketchOf(const JsonIn& in)
{
    PersonSketch sketch;
    sketch.given = in.at("given").someText();
    sketch.family = in.at("family").someText();
    sketch.preferred = textOf(in, "preferred");
    sketch.pronouns = textOf(in, "pronouns");
    const auto number = [](const JsonIn& each) { return each.integer(0, 120); };
    sketch.age = exchange::optionally(in, "age", number);
    sketch.turns = exchange::optionally(in, "turns", number);
    sketch.inDays =
        exchange::optionally(in, "in_days", [](const JsonIn& each) { return each.integer(0, 366); }).value_or(0);
    sketch.birthday = textOf(in, "birthday");
    sketch.sex = textOf(in, "sex");
    sketch.nhs = textOf(in, "nhs");
    sketch.interpreter = textOf(in, "interpreter");
    sketch.contact = textOf(in, "contact");
    sketch.companion = textOf(in, "companion");
    sketch.wishes = textOf(in, "wishes");
    sketch.adjustments = textOf(in, "adjustments");
    sketch.hours = textOf(in, "hours");
    if (const auto alerts = in.find("alerts"))
        sketch.alerts = textsOf(*alerts);
    sketch.avoidsHomeArea = flagOf(in, "avoids_home_area");
    sketch.oneToOne = flagOf(in, "one_to_one");
    sketch.travelHelp = flagOf(in, "travel_help");
    sketch.familySupport = flagOf(in, "family_support");
    return sketch;
}

std::chrono::minutes timeOf(const JsonIn& in)
{
    const std::string& text = in.text(5);
    if (text.size() != 5 || text[2] != ':')
        in.fail("a time such as 09:40");
    const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    return std::chrono::minutes{two(0) * 60 + two(3)};
}

/// The event's own members, without those that say when and by whom.
JsonValue bodyOf(const JsonValue& whole)
{
    static constexpr std::array own{"d", "t", "by", "any", "late", "channel", "told_by", "silent"};
    JsonValue body;
    body.kind = JsonValue::Kind::object;
    for (std::size_t i = 0; i < whole.names.size(); ++i) {
        if (std::ranges::find(own, whole.names[i]) != own.end())
            continue;
        body.names.push_back(whole.names[i]);
        body.items.push_back(whole.items[i]);
    }
    return body;
}

StoryEvent eventOf(const JsonIn& in, const JsonValue& whole)
{
    StoryEvent event;
    event.day = in.at("d").integer(-4000, 0);
    event.time = timeOf(in.at("t"));
    event.anyDay = flagOf(in, "any").value_or(false);
    event.late = exchange::optionally(in, "late", [](const JsonIn& each) { return each.integer(0, 60); }).value_or(0);
    event.by = in.at("by").someText();
    event.channel = textOf(in, "channel");
    event.toldBy = textOf(in, "told_by");
    event.silent = exchange::optionally(in, "silent", [](const JsonIn& list) {
        return exchange::listOf(list, [](const JsonIn& need) { return need.named<Need>(); });
    });
    event.body = bodyOf(whole);
    return event;
}

std::vector<PracticeStory> storiesOf(const JsonValue& document)
{
    const JsonIn root{document};
    const JsonIn list = root.at("stories");
    const JsonValue& raw = *document.member("stories");
    std::vector<PracticeStory> stories;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonIn in = list[i];
        in.allowOnly({"key", "situations", "draft", "person", "events"});
        PracticeStory story;
        story.key = in.at("key").someText();
        story.situations = textsOf(in.at("situations"));
        story.draft = flagOf(in, "draft").value_or(false);
        story.person = sketchOf(in.at("person"));
        const JsonIn events = in.at("events");
        const JsonValue& rawEvents = *raw.items[i].member("events");
        for (std::size_t e = 0; e < events.size(); ++e)
            story.events.push_back(eventOf(events[e], rawEvents.items[e]));
        stories.push_back(std::move(story));
    }
    return stories;
}

PracticeWorld worldOf(const JsonIn& in)
{
    PracticeWorld world;
    world.signIn = in.at("signIn").id<WorkerId>();
    world.places = textsOf(in.at("places"));
    world.services = exchange::listOf(in.at("services"), [](const JsonIn& each) { return exchange::serviceOf(each); });
    world.outward = exchange::outwardPlacesOf(in.at("outward_codes"));
    world.workers = exchange::listOf(in.at("workers"), workerOf);
    world.guides = exchange::listOf(in.at("local_guides"), guideOf);
    const JsonIn given = in.at("givenNames");
    for (const std::string& pronouns : given.names())
        world.givenNames.emplace_back(pronouns, textsOf(given.at(pronouns)));
    world.familyNames = textsOf(in.at("familyNames"));
    world.mentalHealth = textsOf(in.at("mentalHealth"));
    world.substances = textsOf(in.at("substances"));
    world.wishes = textsOf(in.at("wishes"));
    world.contactPreferences = textsOf(in.at("contactPreferences"));
    world.alerts = textsOf(in.at("alerts"));
    world.notes = textsOf(in.at("notes"));
    const JsonIn said = in.at("said");
    for (const std::string& code : said.names())
        world.said.emplace(code, textsOf(said.at(code)));
    world.situations = textsOf(in.at("situations"));
    return world;
}

}  // namespace

Result<PracticeWorld> readPracticeWorld(std::string_view world, std::string_view stories)
{
    auto read = exchange::readJson(world, worldOf);
    if (!read)
        return std::move(read).error();
    const auto document = exchange::parseJson(stories);
    if (!document)
        return document.error();
    auto told = exchange::readJson(stories, [&](const JsonIn&) { return storiesOf(*document); });
    if (!told)
        return std::move(told).error();
    read.value().stories = *std::move(told);
    return read;
}

}  // namespace holdfast::app
