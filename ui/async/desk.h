// What a page gets to work with: the use cases, the background thread they run on, the clock, and who is at the screen.
// Pages never touch a use case directly; they ask() and are answered on the GUI thread.
#pragma once

#include "app/access.h"
#include "app/assessments.h"
#include "app/cases.h"
#include "app/directory.h"
#include "app/documents.h"
#include "app/letters.h"
#include "app/local_guides.h"
#include "app/people.h"
#include "app/policies.h"
#include "app/reports.h"
#include "app/team.h"
#include "app/travel.h"
#include "app/waits.h"
#include "app/why_case.h"
#include "app/workers.h"
#include "app/worklist.h"
#include "async/background.h"

namespace holdfast::ui {

/// The use cases over one open store. Used on the background thread only.
struct UseCases {
    explicit UseCases(app::Workspace& workspace)
        : people{workspace},
          cases{workspace},
          assessments{workspace},
          worklist{workspace},
          directory{workspace},
          documents{workspace},
          letters{workspace},
          localGuides{workspace},
          policies{workspace},
          reports{workspace},
          team{workspace},
          waits{workspace},
          travel{workspace},
          whyCase{workspace},
          workers{workspace}
    {}

    app::People people;
    app::Cases cases;
    app::Assessments assessments;
    app::Worklist worklist;
    app::DirectoryOfServices directory;
    app::Documents documents;
    app::Letters letters;
    app::LocalGuides localGuides;
    app::Policies policies;
    app::Reports reports;
    app::Team team;
    app::Waits waits;
    app::Travel travel;
    app::WhyCase whyCase;
    app::Workers workers;
};

class Desk {
public:
    /// `policy`, `instruments` and `days` of the workspace may be read on any thread; `policy` and `days` are those in
    /// force when they are asked for.
    Desk(app::Workspace& workspace, Background& background, const Clock& clock, IdSource& ids, app::Session session)
        : m_workspace{workspace},
          m_useCases{workspace},
          m_background{background},
          m_clock{clock},
          m_ids{ids},
          m_session{std::move(session)}
    {}

    /// What pages have asked for may still run when they have gone; it must not outlive the use cases it runs on.
    ~Desk() { m_background.finish(); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Runs `work(UseCases&, const app::Session&)` on the background thread and hands its Result to `then` on the GUI
    /// thread, unless `receiver` is gone by then.
    template <class Work, class Then>
    void ask(QObject* receiver, Work work, Then then)
    {
        m_background.run(
            receiver,
            [&useCases = m_useCases, session = m_session, work = std::move(work)]() mutable {
                return work(useCases, session);
            },
            std::move(then));
    }

    const app::Session& session() const { return m_session; }
    /// Whether the worker at the screen may do it: what they may not is not offered. The use case asks again.
    bool may(app::Action action) const { return app::authorise(m_session.worker, action).has_value(); }
    void setSession(app::Session session) { m_session = std::move(session); }
    const Clock& clock() const { return m_clock; }
    CommandId newCommand() { return m_ids.make<CommandId>(); }

    const Policy& policy() const { return m_workspace.policy(); }
    const InstrumentSet& instruments() const { return m_workspace.instruments(); }
    const WorkingDays& days() const { return m_workspace.days(); }
    const app::StoreFacts& store() const { return m_workspace.facts(); }

private:
    app::Workspace& m_workspace;
    UseCases m_useCases;
    Background& m_background;
    const Clock& m_clock;
    IdSource& m_ids;  ///< used on the GUI thread only
    app::Session m_session;
};

}  // namespace holdfast::ui
