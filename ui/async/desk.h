// What a page gets to work with: the use cases, the background thread they run on, the clock, and who is at the screen.
// Pages never touch a use case directly; they ask() and are answered on the GUI thread.
#pragma once

#include "app/access.h"
#include "app/accounts.h"
#include "app/assessments.h"
#include "app/audit.h"
#include "app/audit_log.h"
#include "app/backups.h"
#include "app/carers.h"
#include "app/cases.h"
#include "app/consents.h"
#include "app/directory.h"
#include "app/disposals.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/find.h"
#include "app/handovers.h"
#include "app/kind_words.h"
#include "app/letters.h"
#include "app/local_guides.h"
#include "app/meetings.h"
#include "app/merges.h"
#include "app/note_templates.h"
#include "app/notes.h"
#include "app/people.h"
#include "app/plans.h"
#include "app/policies.h"
#include "app/report_views.h"
#include "app/reports.h"
#include "app/restrictions.h"
#include "app/retention.h"
#include "app/story.h"
#include "app/team.h"
#include "app/travel.h"
#include "app/waits.h"
#include "app/why_case.h"
#include "app/workers.h"
#include "app/worklist.h"
#include "async/background.h"

#include <QObject>

namespace holdfast::ui {

/// The use cases over one open store. Used on the background thread only.
struct UseCases {
    explicit UseCases(app::Workspace& workspace)
        : accounts{workspace},
          audit{workspace},
          auditLog{workspace},
          backups{workspace},
          people{workspace},
          plans{workspace},
          carers{workspace},
          cases{workspace},
          consents{workspace},
          assessments{workspace},
          worklist{workspace},
          directory{workspace},
          disposals{workspace},
          documents{workspace},
          drafts{workspace},
          find{workspace},
          handovers{workspace},
          kindWords{workspace},
          letters{workspace},
          meetings{workspace},
          merges{workspace},
          notes{workspace},
          noteTemplates{workspace},
          localGuides{workspace},
          policies{workspace},
          reports{workspace},
          reportViews{workspace},
          restrictions{workspace},
          retention{workspace},
          stories{workspace},
          team{workspace},
          waits{workspace},
          travel{workspace},
          whyCase{workspace},
          workers{workspace}
    {}

    app::Accounts accounts;
    app::Audit audit;
    app::AuditLog auditLog;
    app::Backups backups;
    app::People people;
    app::Plans plans;
    app::Carers carers;
    app::Cases cases;
    app::Consents consents;
    app::Assessments assessments;
    app::Worklist worklist;
    app::DirectoryOfServices directory;
    app::Disposals disposals;
    app::Documents documents;
    app::Drafts drafts;
    app::Find find;
    app::Handovers handovers;
    app::KindWords kindWords;
    app::Letters letters;
    app::Meetings meetings;
    app::Merges merges;
    app::Notes notes;
    app::NoteTemplates noteTemplates;
    app::LocalGuides localGuides;
    app::Policies policies;
    app::Reports reports;
    app::ReportViews reportViews;
    app::Restrictions restrictions;
    app::Retention retention;
    app::Stories stories;
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
    ~Desk()
    {
        m_background.finish();
        m_here.finish();
    }
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

    /// The same for what somebody typed: before everything else that waits, and also when whoever asked goes or the
    /// program ends.
    template <class Work, class Then>
    void keep(Work work, Then then)
    {
        if (!m_keeps)
            return;
        m_background.runFirst(
            &m_answers,
            [&useCases = m_useCases, session = m_session, work = std::move(work)]() mutable {
                return work(useCases, session);
            },
            std::move(then));
    }

    /// Where drafts go while the store does not take them; without it they stay on the screen.
    void setLocalDrafts(std::shared_ptr<app::LocalDrafts> local) { m_local = std::move(local); }
    const std::shared_ptr<app::LocalDrafts>& localDrafts() const { return m_local; }
    /// On a thread of its own, for the store may be what does not answer. `then` is told whether it is on the disk.
    template <class Then>
    void keepHere(app::DraftText text, Then then)
    {
        if (!m_local || !m_keeps)
            return then(false);
        m_here.runFirst(
            &m_answers,
            [local = m_local, text = std::move(text), worker = m_session.worker.id, now = m_clock.now()] {
                return local->keep(text, worker, now).has_value();
            },
            std::move(then));
    }
    void forgetHere(const std::string& kind, const PersonId& person)
    {
        if (m_local)
            m_here.runFirst(
                &m_answers, [local = m_local, kind, person] { return local->forget(kind, person).has_value(); },
                [](bool) {});
    }
    /// For the proof of the proof only: nothing that is typed is kept any more (tests/typing/typist.h).
    void keepNothing() { m_keeps = false; }

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
    std::shared_ptr<app::LocalDrafts> m_local;
    Background m_here;
    QObject m_answers;  ///< hears the answers for those who have gone
    bool m_keeps = true;
};

}  // namespace holdfast::ui
