#include "assessment/draft_keeper.h"

#include "letters/letter_keeper.h"

#include <QTest>

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

TEST_CASE_METHOD(Fixture, "a save goes out a moment after the first key, however long the typing goes on")
{
    keeper.touch(saying("I"));
    CHECK(sent.empty());
    CHECK(keeper.timer().isActive());
    CHECK(keeper.timer().interval() + keeper.patience().interval() < 2000);
    CHECK(keeper.whereKept() == ui::Kept::saving);

    // The next key does not put it off.
    const int left = keeper.timer().remainingTime();
    QTest::qWait(150);
    keeper.touch(saying("I want"));
    CHECK(keeper.timer().remainingTime() < left - 75);
    emit keeper.timer().timeout({});
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].draft.form.whatMatters == "I want");
    CHECK(sent[0].draft.version == 3);

    // What is typed while it is on its way goes out a moment after it was answered.
    keeper.touch(saying("I want to"));
    CHECK_FALSE(keeper.timer().isActive());
    answer(0, 4);
    CHECK(keeper.timer().isActive());
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

TEST_CASE_METHOD(Fixture, "a conflict is said once, and what is typed on goes to the use case to be kept beside theirs")
{
    keeper.touch(saying("mine"));
    keeper.flush();
    sent[0].answer(Error{ErrorCode::conflict, {}, {}});
    CHECK(conflicts == 1);
    CHECK(keeper.isUnsaved());
    CHECK(keeper.whereKept() == ui::Kept::overtaken);

    keeper.touch(saying("mine and more"));
    keeper.flush();
    REQUIRE(sent.size() == 2);
    CHECK(sent[1].draft.version == 3);
    sent[1].answer(Error{ErrorCode::conflict, {}, {}});
    CHECK(conflicts == 1);
    CHECK(settled == 0);

    keeper.settle(9, saying("mine and more, and theirs"));
    REQUIRE(sent.size() == 3);
    CHECK(sent[2].draft.version == 9);
    CHECK(sent[2].draft.form.whatMatters == "mine and more, and theirs");
    answer(2, 10);
    CHECK(settled == 1);
}

TEST_CASE_METHOD(Fixture, "a conflict that was settled while a save was on its way is not met again")
{
    keeper.touch(saying("mine"));
    keeper.flush();
    sent[0].answer(Error{ErrorCode::conflict, {}, {}});
    keeper.touch(saying("mine too"));
    keeper.flush();
    keeper.settle(9, saying("both"));
    REQUIRE(sent.size() == 2);
    sent[1].answer(Error{ErrorCode::conflict, {}, {}});
    CHECK(conflicts == 1);
    REQUIRE(sent.size() == 3);
    CHECK(sent[2].draft.version == 9);
    CHECK(sent[2].draft.form.whatMatters == "both");
}

TEST_CASE_METHOD(Fixture, "while the store does not answer, the newest text is kept on this computer until it does")
{
    std::vector<std::string> here;
    int forgotten = 0;
    std::vector<std::function<void(bool)>> answers;
    keeper.setHere(
        [&](const app::AssessmentDraft& draft, const auto& done) {
            here.push_back(draft.form.whatMatters);
            answers.push_back(done);
        },
        [&] { ++forgotten; });
    keeper.touch(saying("one"));
    keeper.flush();
    CHECK(keeper.patience().isActive());
    emit keeper.patience().timeout({});
    REQUIRE(here == std::vector<std::string>{"one"});
    answers[0](true);
    CHECK(keeper.whereKept() == ui::Kept::here);

    keeper.touch(saying("one two"));
    CHECK(keeper.patience().isActive());
    emit keeper.patience().timeout({});
    CHECK(here.back() == "one two");
    answers[1](true);

    answer(0, 4);
    CHECK(forgotten == 1);
    CHECK(keeper.whereKept() == ui::Kept::saving);
}

TEST_CASE_METHOD(Fixture,
                 "where the store cannot be reached it is kept here, tried again by itself, and let go once saved")
{
    int failures = 0;
    int forgotten = 0;
    QObject::connect(&keeper, &DraftKeeper::failed, &keeper, [&] { ++failures; });
    keeper.setHere([](const auto&, const auto& done) { done(true); }, [&] { ++forgotten; });
    keeper.touch(saying("words"));
    emit keeper.timer().timeout({});
    sent[0].answer(Error{ErrorCode::unavailable, {}, {}});
    CHECK(keeper.whereKept() == ui::Kept::here);
    CHECK(failures == 0);
    CHECK(keeper.retry().isActive());

    emit keeper.retry().timeout({});
    REQUIRE(sent.size() == 2);
    answer(1, 4);
    CHECK(keeper.whereKept() == ui::Kept::nothing);  // this answer named no time of saving
    CHECK(forgotten == 1);
    CHECK_FALSE(keeper.retry().isActive());
}

TEST_CASE_METHOD(Fixture, "what cannot be kept anywhere is said, once for an outage")
{
    int failures = 0;
    QObject::connect(&keeper, &DraftKeeper::failed, &keeper, [&] { ++failures; });
    keeper.setHere([](const auto&, const auto& done) { done(false); }, [] {});
    keeper.touch(saying("words"));
    emit keeper.timer().timeout({});
    sent[0].answer(Error{ErrorCode::diskFull, {}, {}});
    CHECK(keeper.whereKept() == ui::Kept::nowhere);
    CHECK(failures == 1);
    emit keeper.retry().timeout({});
    sent[1].answer(Error{ErrorCode::diskFull, {}, {}});
    CHECK(failures == 1);
    emit keeper.retry().timeout({});
    answer(2, 4);
    CHECK_FALSE(keeper.trouble());
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
