// The joint assessment: drafts saved as typed, the live routing panel, signing, and the joint referral that follows.
#pragma once

#include "app/cases.h"
#include "app/local_drafts.h"
#include "engine/assess.h"

namespace holdfast::app {

struct AssessmentDraft {
    record::AssessmentForm form;
    std::int64_t version = 0;  ///< 0 = never saved
    std::optional<Instant> savedAt;
};

struct AssessmentPreview {
    std::map<InstrumentId, InstrumentScore> scores;  ///< of every instrument with an answer
    engine::AssessmentDecision decision;
    std::vector<std::string> missing;  ///< as record::missingAnswers()
    NameBook names;
};

/// Sign, and in the same transaction send the joint referral.
struct SignInput {
    PersonId person;
    std::int64_t seenVersion = 0;  ///< of the case
    std::int64_t draftVersion = 0;
    CommandId command;
    Instant at;
    record::AssessmentForm form;
    std::vector<event::ReferralSent::Leg> legs;  ///< empty: sign only
    std::string whyOtherRoute;                   ///< why a weaker route than the first was chosen
};

class Assessments {
public:
    explicit Assessments(Workspace& workspace) : m_workspace{workspace} {}

    /// The draft of this person, shared by the workers of both services; an empty form when there is none.
    Result<AssessmentDraft> draft(const Session& session, const PersonId& person);
    /// Saves if `version` is current; else ErrorCode::conflict, nothing changed.
    /// The text that lost is kept beside it and in the history all the same (app/drafts.h).
    Result<AssessmentDraft> saveDraft(const Session& session, const PersonId& person, const AssessmentDraft& draft);
    static std::vector<Passage> passagesOf(const record::AssessmentForm& form);
    static DraftText textOf(const PersonId& person, const AssessmentDraft& draft);

    Result<AssessmentPreview> preview(const Session& session, const PersonId& person,
                                      const record::AssessmentForm& form);
    Result<RecordOutcome> sign(const Session& session, const SignInput& input);

    /// Signed assessments, newest first, whole forms.
    struct Signed {
        EventId event;
        Instant at;
        WorkerId worker;
        record::AssessmentForm form;
    };
    Result<std::vector<Signed>> signedForms(const Session& session, const PersonId& person);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
