#include "app/assessments.h"

#include "app/draft_passages.h"
#include "app/draft_shelf.h"
#include "app/recorder.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "domain/instrument.h"
#include "exchange/assessment_form_json.h"
#include "store/assessment_repository.h"
#include "store/distance_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr const char* draftKind = "assessment";

bool hasBarrier(const record::AssessmentForm& form, std::string_view code)
{
    return std::ranges::any_of(form.barriers, [&](const record::Barrier& barrier) { return barrier.code == code; });
}

/// What the person said in the assessment bears on which service fits, before it is on their record.
PersonFacts factsWith(const Person& person, const record::AssessmentForm& form)
{
    PersonFacts facts = factsOf(person);
    if (hasBarrier(form, "travel") || hasBarrier(form, "cost"))
        facts.needsTravelHelp = true;
    if (hasBarrier(form, "recognised_locally"))
        facts.avoidsHomeArea = true;
    if (form.disclosure == record::Disclosure::oneToOne)
        facts.prefersOneToOne = true;
    if (form.disclosure == record::Disclosure::group)
        facts.prefersOneToOne = false;
    if (form.livedExperience == record::Wish::yes)
        facts.wantsLivedExperience = true;
    if (form.livedExperience == record::Wish::no)
        facts.wantsLivedExperience = false;
    return facts;
}

/// What is known already, overlaid with what this assessment says.
SafetyFacts overlaid(SafetyFacts known, const SafetyFacts& said)
{
    const auto take = [](std::optional<bool>& fact, const std::optional<bool>& now) {
        if (now)
            fact = now;
    };
    take(known.suicidalThoughts, said.suicidalThoughts);
    take(known.recentAttempt, said.recentAttempt);
    take(known.overdose, said.overdose);
    take(known.pregnant, said.pregnant);
    take(known.withdrawalRisk, said.withdrawalRisk);
    take(known.intoxicatedNow, said.intoxicatedNow);
    return known;
}

std::map<InstrumentId, InstrumentScore> scoresOf(const InstrumentSet& instruments, const record::AssessmentForm& form,
                                                 Sex sex)
{
    std::map<InstrumentId, InstrumentScore> scores;
    for (const auto& [id, answers] : form.answers) {
        const Instrument* instrument = instruments.find(id);
        const bool any = std::ranges::any_of(answers, [](const auto& answer) { return answer.has_value(); });
        if (instrument != nullptr && any && checkAnswers(*instrument, answers))
            scores.emplace(id, score(*instrument, answers, sex));
    }
    return scores;
}

/// The answers that can be scored: a draft may hold instruments nobody has begun.
event::AssessmentSigned begun(event::AssessmentSigned signedFacts)
{
    std::erase_if(signedFacts.instruments, [](const InstrumentAnswers& answers) {
        return std::ranges::none_of(answers.items, [](const auto& item) { return item.has_value(); });
    });
    return signedFacts;
}

std::vector<Submission> submissionsOf(const SignInput& input, const Worker& worker)
{
    std::vector<Submission> submissions;
    Submission assessed;
    assessed.at = input.at;
    assessed.body = begun(record::signedEvent(input.form, worker.id, worker.service));
    assessed.words = input.form.whatMatters;
    assessed.safety = input.form.safety;
    submissions.push_back(std::move(assessed));
    if (!input.legs.empty()) {
        Submission sent;
        sent.at = input.at;
        sent.body = event::ReferralSent{input.legs};
        sent.words = input.whyOtherRoute;
        submissions.push_back(std::move(sent));
    }
    return submissions;
}

}  // namespace

Result<AssessmentDraft> Assessments::draft(const Session& session, const PersonId& person)
{
    const auto action = Action::draftAssessment;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<AssessmentDraft> {
        note.detail = "read";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const auto row = store::DraftRepository{m_workspace.connection()}.find(draftKind, person);
        if (!row)
            return AssessmentDraft{};
        auto form = exchange::readAssessmentForm(row->body);
        if (!form)
            return Error{ErrorCode::damaged, "draft" + form.error().where, form.error().detail};
        return AssessmentDraft{*std::move(form), row->version, row->savedAt};
    });
}

std::vector<Passage> Assessments::passagesOf(const record::AssessmentForm& form)
{
    return app::passagesOf(draftKind, exchange::writeAssessmentForm(form));
}

DraftText Assessments::textOf(const PersonId& person, const AssessmentDraft& draft)
{
    return {draftKind, person, exchange::writeAssessmentForm(draft.form), draft.version};
}

Result<AssessmentDraft> Assessments::saveDraft(const Session& session, const PersonId& person,
                                               const AssessmentDraft& draft)
{
    const auto action = Action::draftAssessment;
    const DraftText text = textOf(person, draft);
    auto kept = audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<AssessmentDraft> {
        note.detail = "saved";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        // What is written must come back the same: the store's text is as strict as a file from outside.
        if (auto read = exchange::readAssessmentForm(text.body); !read)
            return read.error();
        auto saved = shelve(m_workspace, session, text);
        if (!saved)
            return std::move(saved).error();
        return AssessmentDraft{draft.form, saved->version, saved->savedAt};
    });
    if (!kept && kept.error().code == ErrorCode::conflict)
        setAside(m_workspace, session, action, text);
    return kept;
}

Result<AssessmentPreview> Assessments::preview(const Session& session, const PersonId& person,
                                               const record::AssessmentForm& form)
{
    return unsaved(m_workspace, session, Action::draftAssessment, person.str(), [&]() -> Result<AssessmentPreview> {
        auto known = Recorder{m_workspace}.person(person);
        if (!known)
            return std::move(known).error();
        auto history = History::load(m_workspace.connection(), person);
        if (!history)
            return std::move(history).error();
        const Instant now = asOf(*history, m_workspace.clock().now());
        const auto context = contextOf(m_workspace);
        auto snapshot = engine::evaluate(context, factsOf(*known), history->events(), now, engine::Explain::no);
        if (!snapshot)
            return std::move(snapshot).error();
        const auto facts = begun(record::signedEvent(form, session.worker.id, session.worker.service));
        PersonFacts whom = factsWith(*known, form);
        whom.distances = store::DistanceRepository{m_workspace.connection()}.of(person);
        return AssessmentPreview{scoresOf(m_workspace.instruments(), form, known->sex),
                                 engine::assess(context, whom, facts, overlaid(snapshot->safety, form.safety), now),
                                 record::missingAnswers(form), nameBook(m_workspace, *history, *snapshot)};
    });
}

Result<RecordOutcome> Assessments::sign(const Session& session, const SignInput& input)
{
    const auto action = Action::signAssessment;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<RecordOutcome> {
        Recorder recorder{m_workspace};
        if (input.command.empty())
            return commandNeeded();
        auto first = recorder.repeated(input.person, input.command);
        if (!first)
            return std::move(first).error();
        if (*first) {
            note.detail = "repeated";
            return recorder.outcome(**first);
        }
        if (!input.legs.empty()) {
            if (auto allowed = permitted(m_workspace, session, Action::sendReferral); !allowed)
                return std::move(allowed).error();
            if (auto may = requireReferralSharing(m_workspace, input.person); !may)
                return std::move(may).error();
        }
        if (const auto missing = record::missingAnswers(input.form); !missing.empty())
            return Error{ErrorCode::invalid, missing.front(), "expected an answer before signing"};
        if (const auto& reviewed = input.form.safetyPlanReviewed; reviewed && *reviewed > londonDate(input.at))
            return Error{ErrorCode::invalid, "safety_plan_reviewed", "expected a day that has passed"};
        const WorkerId& author = session.worker.id;
        const auto submissions = submissionsOf(input, session.worker);
        auto folded = recorder.fold(input.person, input.seenVersion, author, input.command, submissions);
        if (!folded)
            return std::move(folded).error();
        if (auto saved = recorder.save(*folded, author, input.command, nameOf(action)); !saved)
            return std::move(saved).error();
        db::Connection& connection = m_workspace.connection();
        store::AssessmentRepository{connection}.insert(
            {folded->added.front(), input.person, input.at, author, exchange::writeAssessmentForm(input.form)});
        store::DraftRepository drafts{connection};
        if (auto removed = drafts.remove(draftKind, input.person, input.draftVersion); !removed)
            return std::move(removed).error();
        note.detail = input.legs.empty() ? "signed" : "signed and referred";
        return recorder.outcome(*folded);
    });
}

Result<std::vector<Assessments::Signed>> Assessments::signedForms(const Session& session, const PersonId& person)
{
    const auto action = Action::viewPerson;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<std::vector<Signed>> {
        note.detail = "assessments";
        std::vector<Signed> forms;
        for (const auto& row : store::AssessmentRepository{m_workspace.connection()}.forPerson(person)) {
            auto form = exchange::readAssessmentForm(row.form);
            if (!form)
                return Error{ErrorCode::damaged, "assessment" + form.error().where, form.error().detail};
            forms.push_back({row.event, row.at, row.worker, *std::move(form)});
        }
        return forms;
    });
}

}  // namespace holdfast::app
