// The plans of one person: written by both services in one draft, agreed with the person, and from then on a version that
// does not change. Who does what by when stands on Today until it is done.
#pragma once

#include "app/cases.h"
#include "app/local_drafts.h"
#include "domain/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// A plan in the making. Of each kind there is one, shared by both services.
struct PlanDraft {
    PlanContent content;
    std::int64_t version = 0;
    std::optional<Instant> savedAt;
    WorkerId savedBy;
};

struct PlanList {
    std::vector<Plan> plans;  ///< every version, by kind, newest first
    std::vector<PlanDraft> drafts;
    std::vector<PlanMark> marks;
    std::vector<Worker> workers;  ///< who can be given a line: active, by name
    bool offersTransition = false;
    NameBook names;

    const Plan* current(PlanKind kind) const;
    const PlanDraft* draft(PlanKind kind) const;
};

struct AgreePlanInput {
    PersonId person;
    PlanKind kind = PlanKind::care;
    std::int64_t version = 0;  ///< of the draft
    CommandId command;
};

struct PlanOnPaper {
    Person person;
    Plan plan;
    std::vector<PlanMark> marks;
    NameBook names;
};

class Plans {
public:
    explicit Plans(Workspace& workspace) : m_workspace{workspace} {}

    Result<PlanList> list(const Session& session, const PersonId& person);

    /// The draft of that kind, or a new one: what the standing version says, or `first` when there is none.
    Result<PlanDraft> begin(const Session& session, const PersonId& person, const PlanContent& first);
    /// Saves if `version` is current; else ErrorCode::conflict, nothing changed and the text kept beside the other.
    Result<PlanDraft> saveDraft(const Session& session, const PersonId& person, const PlanDraft& draft);
    static DraftText textOf(const PersonId& person, const PlanDraft& draft);
    Result<Done> discard(const Session& session, const PersonId& person, PlanKind kind, std::int64_t version);

    /// The draft becomes the next version and its lines stand. An aftercare plan is recorded for its needs too, so that
    /// the rules of closing see it. ErrorCode::conflict with `where` "version" when the draft was saved since.
    Result<PlanId> agree(const Session& session, const AgreePlanInput& input);

    /// What of the lines is done. The other way round takes it back; both stay readable.
    Result<Done> mark(const Session& session, const PersonId& person, const std::string& line, bool done);

    Result<PlanOnPaper> onPaper(const Session& session, const PersonId& person, PlanKind kind, int number);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
