// What the papers of a practice person are written with: ids of a series of their own, the days of the caseload and its
// workers. Everything else in a caseload is the same with or without them.
#pragma once

#include "app/practice_writer.h"
#include "base/id_source.h"
#include "base/random.h"
#include "base/result.h"
#include "domain/worker.h"
#include "exchange/json_value.h"

#include <chrono>
#include <vector>

namespace holdfast::app {

class Workspace;

/// When, counted from the as-of date.
struct StoryMoment {
    int day = 0;
    std::chrono::minutes time{};
};

/// Of an object with "d" and "t".
StoryMoment momentOf(const exchange::JsonIn& in);

class PracticePen {
public:
    /// `seed` is that of the caseload, mixed with what tells these papers from others.
    PracticePen(Workspace& workspace, std::uint64_t seed, Date asOf, Instant now, const std::vector<Worker>& workers);

    db::Connection& connection() const;
    Date asOf() const { return m_asOf; }
    Instant now() const { return m_now; }

    template <class AnyId>
    AnyId make()
    {
        return m_ids.make<AnyId>();
    }
    /// A working day, so many days from the as-of date.
    Date day(int offset) const;
    Instant at(const StoryMoment& moment) const;
    Result<Worker> worker(const WorkerId& id) const;
    /// The command that everything about this person is written by.
    CommandId begin(const PersonId& person);

private:
    Workspace& m_workspace;
    SeededRandom m_random;
    PracticeClock m_clock;
    IdSource m_ids;
    Date m_asOf;
    Instant m_now;
    const std::vector<Worker>& m_workers;
};

}  // namespace holdfast::app
