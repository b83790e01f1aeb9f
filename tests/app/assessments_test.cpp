#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

record::AssessmentForm complete()
{
    record::AssessmentForm form = askedAboutBoth();
    form.answers[InstrumentId{"PHQ-9"}] = {2, 2, 2, 2, 1, 2, 1, 1, 0};
    return form;
}

}  // namespace

TEST_CASE("a draft is shared, comes back whole, and an old version of it is refused")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Assessments assessments{*world.workspace};
        app::AssessmentDraft draft = *assessments.draft(world.priya, person.id);
        CHECK(draft.version == 0);
        draft.form.whatMatters = "I want to sleep.";
        const auto saved = assessments.saveDraft(world.priya, person.id, draft);
        REQUIRE(saved);
        CHECK(saved->version == 1);
        const auto read = assessments.draft(world.samir, person.id);
        REQUIRE(read);
        CHECK(read->form == draft.form);
        const auto stale = assessments.saveDraft(world.samir, person.id, draft);
        REQUIRE_FALSE(stale);
        CHECK(stale.error().code == ErrorCode::conflict);
        CHECK(assessments.draft(world.priya, person.id)->version == 1);
    });
}

TEST_CASE("the panel scores and routes a form while it is typed, without saving")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Assessments assessments{*world.workspace};
        const auto audited = world.audit().size();
        record::AssessmentForm form;
        const auto empty = assessments.preview(world.priya, person.id, form);
        REQUIRE(empty);
        CHECK_FALSE(empty->missing.empty());
        CHECK(empty->scores.empty());
        const auto preview = assessments.preview(world.priya, person.id, complete());
        REQUIRE(preview);
        CHECK(preview->missing.empty());
        CHECK(preview->scores.at(InstrumentId{"PHQ-9"}).total == 13);
        CHECK(preview->decision.candidates.mentalHealth.size() == 4);
        CHECK_FALSE(preview->decision.draft.empty());
        CHECK(world.audit().size() == audited);
        CHECK(world.file(person.id).history.empty());
    });
}

TEST_CASE("signing records the assessment, sends the joint referral and ends the draft, all at once")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Assessments assessments{*world.workspace};
        app::AssessmentDraft draft;
        draft.form = complete();
        const auto saved = assessments.saveDraft(world.priya, person.id, draft);
        REQUIRE(saved);
        app::SignInput input;
        input.person = person.id;
        input.draftVersion = saved->version;
        input.command = world.command();
        input.at = world.clock.now();
        input.form = complete();
        input.legs = toBoth().legs;
        const auto signedOff = assessments.sign(world.priya, input);
        INFO((signedOff ? std::string{} : signedOff.error().where + signedOff.error().detail));
        REQUIRE(signedOff);
        CHECK(signedOff->version == 2);
        CHECK(signedOff->after.needs.mentalHealth.leg->state == LegState::sent);
        CHECK(signedOff->after.needs.substanceUse.holder->worker == WorkerId{"priya"});
        CHECK(assessments.draft(world.priya, person.id)->version == 0);
        const auto forms = assessments.signedForms(world.priya, person.id);
        REQUIRE(forms);
        REQUIRE(forms->size() == 1);
        CHECK(forms->front().form == input.form);
        CHECK(forms->front().event == signedOff->event);
        const auto again = assessments.sign(world.priya, input);
        REQUIRE(again);
        CHECK(again->event == signedOff->event);
        CHECK(world.file(person.id).version == 2);
    });
}

TEST_CASE("a form with an answer missing, or a draft somebody changed, is not signed")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Assessments assessments{*world.workspace};
        app::SignInput input;
        input.person = person.id;
        input.command = world.command();
        input.at = world.clock.now();
        const auto missing = assessments.sign(world.priya, input);
        REQUIRE_FALSE(missing);
        CHECK(missing.error().code == ErrorCode::invalid);
        app::AssessmentDraft draft;
        draft.form = complete();
        REQUIRE(assessments.saveDraft(world.samir, person.id, draft));
        input.form = complete();
        input.form.safetyPlanReviewed = londonDate(world.clock.now()) + std::chrono::days{1};
        const auto early = assessments.sign(world.priya, input);
        REQUIRE_FALSE(early);
        CHECK(early.error().where == "safety_plan_reviewed");
        input.form.safetyPlanReviewed.reset();
        const auto stale = assessments.sign(world.priya, input);
        REQUIRE_FALSE(stale);
        CHECK(stale.error().code == ErrorCode::conflict);
        CHECK(world.file(person.id).history.empty());
        CHECK(assessments.draft(world.priya, person.id)->version == 1);
    });
}
