#include "app/practice_told.h"

#include "domain/calendar.h"
#include "exchange/json_input.h"
#include "exchange/story_json.h"
#include "store/story_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using exchange::JsonIn;

constexpr std::uint64_t ownSeries = 0x746f6c64;  ///< so that the ids are other than the caseload's
constexpr int longAgo = -4'000;
constexpr int longAhead = 4'000;

ToldStory::Moment happenedAt(const JsonIn& in)
{
    in.allowOnly({"d", "t", "by", "to"});
    const auto to = in.find("to");
    return {momentOf(in), in.at("by").id<WorkerId>(), to ? to->someText() : std::string{}};
}

std::optional<int> dayOf(const JsonIn& in, std::string_view name)
{
    return exchange::optionally(in, name, [](const JsonIn& day) { return day.integer(longAgo, longAhead); });
}

ToldStory toldOf(const JsonIn& in)
{
    in.allowOnly({"d", "t", "by", "parts", "promises", "read", "again"});
    ToldStory told;
    told.at = momentOf(in);
    told.by = in.at("by").id<WorkerId>();
    const JsonIn parts = in.at("parts");
    parts.allowOnly({}, Names<StoryPart>::list);
    for (const StoryPart part : allStoryParts)
        if (const auto words = parts.find(nameOf(part))) {
            told.story[part].text = words->at("text").someText();
            if (const auto sharing = words->find("sharing"))
                told.story[part].sharing = sharing->named<StorySharing>();
        }
    for (const auto& [promise, days] : exchange::listOf(in.at("promises"), [](const JsonIn& each) {
             each.allowOnly({"what", "by", "made", "due", "state"});
             StoryPromise made;
             made.what = each.at("what").someText();
             made.by = each.at("by").text();
             made.state = each.at("state").named<PromiseState>();
             return std::pair{made, ToldStory::Days{dayOf(each, "made"), dayOf(each, "due")}};
         })) {
        told.story.promises.push_back(promise);
        told.promiseDays.push_back(days);
    }
    told.read = exchange::listOf(in.at("read"), happenedAt);
    if (const auto again = in.find("again"))
        told.again = exchange::listOf(*again, happenedAt);
    return told;
}

PracticeTold allOf(const JsonIn& in)
{
    in.allowOnly({"comment", "told"});
    PracticeTold all;
    const JsonIn people = in.at("told");
    for (const std::string& story : people.names())
        all[story] = exchange::listOf(people.at(story), toldOf);
    return all;
}

}  // namespace

Result<PracticeTold> readPracticeTold(std::string_view text)
{
    return exchange::readJson(text, allOf);
}

PracticeToldWriter::PracticeToldWriter(Workspace& workspace, PracticeTold told, std::uint64_t seed, Date asOf,
                                       Instant now, const std::vector<Worker>& workers)
    : m_told{std::move(told)}, m_pen{workspace, seed ^ ownSeries, asOf, now, workers}
{}

Result<Done> PracticeToldWriter::write(const PersonId& person, const std::string& story)
{
    const auto told = m_told.find(story);
    if (told == m_told.end())
        return Done{};
    const CommandId command = m_pen.begin(person);
    int number = 0;
    for (const ToldStory& each : told->second)
        if (auto written = writeOne(person, number++, each, command); !written)
            return Error{written.error().code, story + "/told/" + written.error().where, written.error().detail};
    return Done{};
}

Result<Done> PracticeToldWriter::writeOne(const PersonId& person, int number, const ToldStory& told,
                                          const CommandId& command)
{
    auto author = m_pen.worker(told.by);
    if (!author)
        return std::move(author).error();
    Story story = told.story;
    for (std::size_t i = 0; i < story.promises.size(); ++i) {
        const auto& [made, due] = told.promiseDays[i];
        if (made)
            story.promises[i].madeOn = m_pen.day(*made);
        if (due)
            story.promises[i].dueOn = m_pen.day(*due);
    }
    if (auto fine = checkStory(story); !fine)
        return fine;
    store::StoryRepository stories{m_pen.connection()};
    store::StoryRow row;
    row.version.person = person;
    row.version.number = number;
    row.version.author = author->id;
    row.version.role = author->role;
    row.version.service = author->service;
    row.version.writtenAt = m_pen.at(told.at);
    row.version.command = command;
    row.body = exchange::writeStory(story);
    auto added = stories.add(row);
    if (!added)
        return std::move(added).error();
    stories.addReading({person, number + 1, author->id, row.version.writtenAt});
    for (const ToldStory::Moment& read : told.read)
        stories.addReading({person, number + 1, read.by, m_pen.at(read.at)});
    for (const ToldStory::Moment& again : told.again)
        stories.addRetelling({m_pen.make<RetellingId>(), person, again.to, again.by, m_pen.at(again.at), false});
    return Done{};
}

}  // namespace holdfast::app
