#include "app/practice_meetings.h"

#include "app/history.h"
#include "app/meeting_case.h"
#include "app/workspace.h"
#include "domain/calendar.h"
#include "domain/meeting.h"
#include "exchange/meeting_json.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr std::uint64_t ownSeries = 0x6d656574;  ///< so that the ids are other than the caseload's
constexpr std::chrono::days told{60};            ///< older ones are in the history alone
constexpr auto untilReview = std::chrono::days{14};
constexpr int minutesEach = 15;

}  // namespace

PracticeMeetingWriter::PracticeMeetingWriter(Workspace& workspace, std::uint64_t seed, Date asOf, Instant now,
                                             const std::vector<Worker>& workers)
    : m_workspace{workspace}, m_pen{workspace, seed ^ ownSeries, asOf, now, workers}
{}

Result<Done> PracticeMeetingWriter::write(const PersonId& person)
{
    auto history = History::load(m_pen.connection(), person);
    if (!history)
        return std::move(history).error();
    std::optional<CommandId> command;
    for (const Entry& entry : history->entries()) {
        if (!std::holds_alternative<event::Mdt>(entry.event.body) || entry.event.at < m_pen.now() - told)
            continue;
        if (!command)
            command = m_pen.begin(person);
        if (auto written = writeOne(person, entry, *command); !written)
            return written;
    }
    return Done{};
}

Result<Done> PracticeMeetingWriter::writeOne(const PersonId& person, const Entry& entry, const CommandId& command)
{
    const auto& held = std::get<event::Mdt>(entry.event.body);
    auto chair = m_pen.worker(entry.author);
    if (!chair)
        return std::move(chair).error();
    store::MeetingRepository meetings{m_pen.connection()};
    Meeting meeting;
    meeting.id = m_pen.make<MeetingId>();
    meeting.service = chair->service;
    meeting.chair = chair->id;
    meeting.startsAt = entry.event.at;
    meeting.place = "Wren House, and by video";
    meeting.items = {{person, {AgendaReason::asked}, minutesEach, "Joint review", {}}};
    meeting.finishedAt = entry.event.at + std::chrono::minutes{minutesEach};
    MeetingRecord record;
    for (const std::string& id : held.attended) {
        auto worker = m_pen.worker(WorkerId{id});
        if (!worker)
            return std::move(worker).error();
        meeting.attendees.push_back({worker->id, {}, {}, sideOf(m_workspace, *worker), Presence::here});
        record.present.push_back(worker->name);
    }
    if (auto saved = meetings.save({meeting, exchange::writeMeetingBody(meeting), command}); !saved)
        return std::move(saved).error();
    record.meeting = meeting.id;
    record.person = person;
    record.state = MeetingState::decided;
    record.outcome.question = "What holds both needs together from here?";
    record.outcome.decision = MeetingDecision::changePlan;
    record.outcome.lead = held.lead;
    record.outcome.reviewOn = londonDate(entry.event.at) + untilReview;
    record.outcome.plainWords = held.decision;
    for (const event::Mdt::Action& action : held.actions)
        record.outcome.actions.push_back({action.need, action.what, WorkerId{action.owner}, londonDate(action.due)});
    record.outcome.teller = held.lead;
    record.outcome.tellingHow = TellingHow::call;
    record.outcome.tellBy = londonDate(entry.event.at);
    record.event = entry.event.id;
    record.worker = chair->id;
    record.at = entry.event.at;
    record.command = command;
    meetings.insert({record, exchange::writeMeetingRecord(record)});
    return Done{};
}

}  // namespace holdfast::app
