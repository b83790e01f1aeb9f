#include "assessment/form_merge.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using ui::merge;

TEST_CASE("each worker's own answers join without a question")
{
    record::AssessmentForm base;
    base.whatMatters = "sleep";
    auto mine = base;
    mine.answers[InstrumentId{"AUDIT"}] = {4, 3};
    mine.status.substanceUse = NeedStatus::present;
    auto theirs = base;
    theirs.answers[InstrumentId{"PHQ-9"}] = {2, 2};
    theirs.status.mentalHealth = NeedStatus::possible;
    theirs.safety.suicidalThoughts = false;

    const auto merged = merge(base, mine, theirs);

    CHECK(merged.bothChanged.empty());
    CHECK(merged.form.answers.size() == 2);
    CHECK(merged.form.status.substanceUse == NeedStatus::present);
    CHECK(merged.form.status.mentalHealth == NeedStatus::possible);
    CHECK(merged.form.safety.suicidalThoughts == false);
    CHECK(merged.form.whatMatters == "sleep");
}

TEST_CASE("an answer that both changed stays mine and is named")
{
    record::AssessmentForm base;
    auto mine = base;
    mine.whatMatters = "my job";
    auto theirs = base;
    theirs.whatMatters = "my daughter";

    const auto merged = merge(base, mine, theirs);

    CHECK(merged.form.whatMatters == "my job");
    CHECK(merged.bothChanged == std::vector<std::string>{"what_matters"});
}

TEST_CASE("the same change on both sides is no disagreement")
{
    record::AssessmentForm base;
    auto mine = base;
    mine.safety.overdose = true;

    CHECK(merge(base, mine, mine).bothChanged.empty());
}

TEST_CASE("what one worker takes away stays away")
{
    record::AssessmentForm base;
    base.answers[InstrumentId{"SDS"}] = {1, 1, 1, 1, 1};
    base.safetyNotes["overdose"] = "in spring";
    auto mine = base;
    mine.answers.clear();
    auto theirs = base;
    theirs.safetyNotes.clear();

    const auto merged = merge(base, mine, theirs);

    CHECK(merged.form.answers.empty());
    CHECK(merged.form.safetyNotes.empty());
    CHECK(merged.bothChanged.empty());
}
