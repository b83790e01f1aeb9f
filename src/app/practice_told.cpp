#include "app/practice_told.h"

#include "domain/calendar.h"
#include "exchange/json_input.h"
#include "exchange/story_json.h"
#include "store/command_log.h"
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
    : m_workspace{workspace},
      m_told{std::move(told)},
      m_random{seed ^ ownSeries},
      m_clock{now},
      m_ids{m_clock, m_random},
      m_asOf{asOf},
      m_now{now},
      m_workers{workers}
{}

Instant PracticeToldWriter::at(const StoryMoment& moment) const
{
    return londonInstant(practiceDay(m_workspace.days(), m_asOf, moment.day, false),
                         std::chrono::duration_cast<std::chrono::minutes>(moment.time));
}

Result<Done> PracticeToldWriter::write(const PersonId& person, const std::string& story)
{
    const auto told = m_told.find(story);
    if (told == m_told.end())
        return Done{};
    const auto command = m_ids.make<CommandId>();
    store::CommandLog{m_workspace.connection()}.remember(
        {command, "make_practice", person.str(), WorkerId{"rowan-ellery"}, m_now});
    int number = 0;
    for (const ToldStory& each : told->second)
        if (auto written = writeOne(person, number++, each, command); !written)
            return Error{written.error().code, story + "/told/" + written.error().where, written.error().detail};
    return Done{};
}

Result<Done> PracticeToldWriter::writeOne(const PersonId& person, int number, const ToldStory& told,
                                          const CommandId& command)
{
    const auto author = std::ranges::find(m_workers, told.by, &Worker::id);
    if (author == m_workers.end())
        return Error{ErrorCode::invalid, "by", "expected a worker of the practice world"};
    holdfast::Story story = told.story;
    for (std::size_t i = 0; i < story.promises.size(); ++i) {
        const auto& [made, due] = told.promiseDays[i];
        if (made)
            story.promises[i].madeOn = practiceDay(m_workspace.days(), m_asOf, *made, false);
        if (due)
            story.promises[i].dueOn = practiceDay(m_workspace.days(), m_asOf, *due, false);
    }
    if (auto fine = checkStory(story); !fine)
        return fine;
    store::StoryRepository stories{m_workspace.connection()};
    store::StoryRow row;
    row.version.person = person;
    row.version.number = number;
    row.version.author = author->id;
    row.version.role = author->role;
    row.version.service = author->service;
    row.version.writtenAt = at(told.at);
    row.version.command = command;
    row.body = exchange::writeStory(story);
    auto added = stories.add(row);
    if (!added)
        return std::move(added).error();
    stories.addReading({person, number + 1, author->id, row.version.writtenAt});
    for (const ToldStory::Moment& read : told.read)
        stories.addReading({person, number + 1, read.by, at(read.at)});
    for (const ToldStory::Moment& again : told.again)
        stories.addRetelling({m_ids.make<RetellingId>(), person, again.to, again.by, at(again.at), false});
    return Done{};
}

}  // namespace holdfast::app
