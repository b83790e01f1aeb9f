#include "app/practice_pen.h"

#include "domain/calendar.h"
#include "exchange/json_input.h"
#include "store/command_log.h"

#include <algorithm>

namespace holdfast::app {

StoryMoment momentOf(const exchange::JsonIn& in)
{
    const std::string& time = in.at("t").text(5);
    if (time.size() != 5 || time[2] != ':')
        in.at("t").fail("a time as 09:30");
    return {in.at("d").integer(-5000, 0),
            std::chrono::hours{std::stoi(time.substr(0, 2))} + std::chrono::minutes{std::stoi(time.substr(3, 2))}};
}

PracticePen::PracticePen(Workspace& workspace, std::uint64_t seed, Date asOf, Instant now,
                         const std::vector<Worker>& workers)
    : m_workspace{workspace},
      m_random{seed},
      m_clock{now},
      m_ids{m_clock, m_random},
      m_asOf{asOf},
      m_now{now},
      m_workers{workers}
{}

db::Connection& PracticePen::connection() const
{
    return m_workspace.connection();
}

Date PracticePen::day(int offset) const
{
    return practiceDay(m_workspace.days(), m_asOf, offset, false);
}

Instant PracticePen::at(const StoryMoment& moment) const
{
    return londonInstant(day(moment.day), moment.time);
}

Result<Worker> PracticePen::worker(const WorkerId& id) const
{
    const auto found = std::ranges::find(m_workers, id, &Worker::id);
    if (found == m_workers.end())
        return Error{ErrorCode::invalid, "by", "expected a worker of the practice world"};
    return *found;
}

CommandId PracticePen::begin(const PersonId& person)
{
    const auto command = m_ids.make<CommandId>();
    store::CommandLog{connection()}.remember({command, "make_practice", person.str(), WorkerId{"rowan-ellery"}, m_now});
    return command;
}

}  // namespace holdfast::app
