// Puts invented people into a store in bulk: the checks, the engine and the cache rows of recording, many people to a
// transaction, one fold each.
#pragma once

#include "app/history.h"
#include "app/practice_story.h"
#include "app/workspace.h"

#include <set>

namespace holdfast::app {

/// Goes on by a millisecond with each id, so that ids sort by when they were made, as those of a store in use do.
class PracticeClock final : public Clock {
public:
    explicit PracticeClock(Instant now) : m_now{now} {}
    Instant now() const override { return m_now += std::chrono::milliseconds{1}; }

private:
    mutable Instant m_now;
};

class PracticeWriter {
public:
    /// `now` is the instant the caseload is made for.
    PracticeWriter(Workspace& workspace, Random& random, Instant now, const std::vector<Worker>& workers,
                   const WorkerId& author);

    /// Writes the person with their history, but for the words they are found by, which are added for everybody at the
    /// end. Needs an open transaction.
    Result<Done> write(Person person, std::vector<Planned> planned);

    /// An unfinished joint assessment.
    Result<Done> writeDraft(const PersonId& person, const WorkerId& worker);

    /// The person written last.
    const PersonId& last() const { return m_last; }
    int people() const { return m_people; }
    int events() const { return m_events; }
    const std::set<std::string>& reasonsSeen() const { return m_reasons; }

private:
    Result<History> historyOf(const Person& person, std::vector<Planned> planned, const CommandId& command);
    void keepForms(const PersonId& person, const History& history);

    Workspace& m_workspace;
    PracticeClock m_clock;
    IdSource m_ids;
    Instant m_now;
    WorkerId m_author;
    std::set<WorkerId> m_workers;
    std::set<std::string> m_reasons;
    PersonId m_last;
    int m_people = 0;
    int m_events = 0;
};

}  // namespace holdfast::app
