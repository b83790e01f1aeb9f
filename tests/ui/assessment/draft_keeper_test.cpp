#include "assessment/draft_keeper.h"

#include "letters/letter_keeper.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using ui::DraftKeeper;

namespace {

record::AssessmentForm saying(const std::string& words)
{
    record::AssessmentForm form;
    form.whatMatters = words;
    return form;
}

/// Keeps every save until the test answers it.
struct Fixture {
    struct Sent {
        app::AssessmentDraft draft;
        DraftKeeper::Answer answer;
    };
    std::vector<Sent> sent;
    DraftKeeper keeper{[this](const auto& draft, const auto& answer) { sent.push_back({draft, answer}); }};
    int conflicts = 0;
    int settled = 0;

    Fixture()
    {
        QObject::connect(&keeper, &DraftKeeper::conflicted, &keeper, [this] { ++conflicts; });
        QObject::connect(&keeper, &DraftKeeper::settled, &keeper, [this] { ++settled; });
        keeper.start({{}, 3, std::nullopt});
    }
    void answer(std::size_t at, std::int64_t version)
    {
        sent[at].answer(app::AssessmentDraft{sent[at].draft.form, version, std::nullopt});
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "typing waits for a pause before it is saved")
{
    keeper.touch(saying("I"));
    keeper.touch(saying("I want"));
    CHECK(sent.empty());
    CHECK(keeper.timer().isActive());
    CHECK(keeper.timer().interval() == 1000);

    keeper.flush();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].draft.form.whatMatters == "I want");
    CHECK(sent[0].draft.version == 3);
}

TEST_CASE_METHOD(Fixture, "one save at a time, each with the version that the one before brought back")
{
    keeper.touch(saying("one"));
    keeper.flush();
    keeper.touch(saying("two"));
    keeper.flush();
    REQUIRE(sent.size() == 1);
    CHECK(keeper.isUnsaved());

    answer(0, 4);
    CHECK(settled == 0);
    REQUIRE(sent.size() == 2);  // it was flushed while the first was under way
    CHECK(sent[1].draft.version == 4);
    CHECK(sent[1].draft.form.whatMatters == "two");
    answer(1, 5);
    CHECK(settled == 1);
    CHECK_FALSE(keeper.isUnsaved());
}

TEST_CASE_METHOD(Fixture, "a conflict keeps the text and saves nothing until somebody settles it")
{
    keeper.touch(saying("mine"));
    keeper.flush();
    sent[0].answer(Error{ErrorCode::conflict, {}, {}});
    CHECK(conflicts == 1);
    CHECK(keeper.isUnsaved());

    keeper.touch(saying("mine and more"));
    keeper.flush();
    CHECK(sent.size() == 1);

    keeper.settle(9, saying("mine and more, and theirs"));
    REQUIRE(sent.size() == 2);
    CHECK(sent[1].draft.version == 9);
    CHECK(sent[1].draft.form.whatMatters == "mine and more, and theirs");
}

TEST_CASE_METHOD(Fixture, "what could not be saved is saved by the next try")
{
    keeper.touch(saying("kept"));
    keeper.flush();
    sent[0].answer(Error{ErrorCode::diskFull, {}, {}});
    CHECK(keeper.isUnsaved());
    keeper.flush();
    REQUIRE(sent.size() == 2);
    CHECK(sent[1].draft.form.whatMatters == "kept");
}

TEST_CASE_METHOD(Fixture, "after a save that failed, what is typed while the next one is under way waits for a pause")
{
    keeper.touch(saying("kept"));
    keeper.flush();
    sent[0].answer(Error{ErrorCode::diskFull, {}, {}});
    keeper.touch(saying("kept and"));
    emit keeper.timer().timeout({});
    REQUIRE(sent.size() == 2);
    keeper.touch(saying("kept and more"));
    answer(1, 4);
    CHECK(sent.size() == 2);
    CHECK(keeper.timer().isActive());
    CHECK(settled == 0);
}

TEST_CASE_METHOD(Fixture, "asked to save when everything is saved, it says so")
{
    keeper.flush();
    CHECK(settled == 1);
    CHECK(sent.empty());
}

TEST_CASE("a letter is kept in the same way, with the form it has")
{
    std::vector<app::LetterDraft> sent;
    ui::LetterKeeper keeper{[&](const auto& draft, const auto&) { sent.push_back(draft); }};
    app::LetterDraft draft;
    draft.id = "one";
    draft.version = 2;
    keeper.start(draft);
    letters::Document text;
    text.variant = letters::Variant::largePrint;
    text.paragraph("Please decide again.");
    keeper.touch(text);
    keeper.flush();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].id == "one");
    CHECK(sent[0].version == 2);
    CHECK(sent[0].draft.document == text);
    CHECK(sent[0].draft.request.variant == letters::Variant::largePrint);
}

TEST_CASE_METHOD(Fixture, "an answer for the person before is too late")
{
    keeper.touch(saying("first person"));
    keeper.flush();
    keeper.start({{}, 1, std::nullopt});
    answer(0, 77);
    CHECK(keeper.version() == 1);
}

TEST_CASE("an answer for a keeper that has gone is dropped")
{
    DraftKeeper::Answer late;
    {
        DraftKeeper keeper{[&](const auto&, const auto& answer) { late = answer; }};
        keeper.start({{}, 1, std::nullopt});
        keeper.touch(saying("words"));
        keeper.flush();
    }
    late(app::AssessmentDraft{saying("words"), 2, std::nullopt});
    SUCCEED();
}
