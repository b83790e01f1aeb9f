#include "domain/instrument.h"

using namespace holdfast;

namespace {

using Answers = std::vector<std::optional<int>>;

InstrumentItem item(std::vector<int> options)
{
    InstrumentItem made;
    made.options = std::move(options);
    return made;
}

/// Two plain items, one reversed, one with the last option missing in between, and one left out of the score.
Instrument anInstrument()
{
    Instrument made;
    made.id = InstrumentId{"TEST"};
    made.items = {item({0, 1, 2, 3}), item({0, 2, 4}), item({0, 1}), item({0, 1, 2, 3})};
    made.items[0].safety = true;
    made.items[2].reversed = true;
    made.items[3].scored = false;
    made.items[3].optional = true;
    made.bands = {{2, "some", {}, ""}, {5, "much", {}, ""}};
    made.cutOffs = {{4, {}, ""}};
    made.maximum = 8;
    return made;
}

Instrument aSexSpecificInstrument()
{
    Instrument made;
    made.items = {item({0, 1, 2, 3, 4, 5, 6, 7, 8, 9})};
    made.bands = {{2, "probable", Sex::female, ""}, {6, "probable", Sex::male, ""}, {9, "severe", {}, ""}};
    made.cutOffs = {{2, Sex::female, ""}, {6, Sex::male, ""}};
    return made;
}

}  // namespace

TEST_CASE("a score adds the items up, reverses the reversed and leaves the unscored out")
{
    const auto result = score(anInstrument(), {3, 2, 0, 3}, Sex::female);
    CHECK(result.total == 6);
    CHECK(result.missing == 0);
    CHECK(result.reading == InstrumentReading{"much", true});
    CHECK(score(anInstrument(), {1, 2, 1}, Sex::male).total == 3);
}

TEST_CASE("below the lowest band there is no band")
{
    CHECK(score(anInstrument(), {1, 0, 1}, Sex::male).reading == InstrumentReading{"", false});
}

TEST_CASE("an unanswered item is counted and leaves no total, never a guess")
{
    const auto result = score(anInstrument(), {std::nullopt, 2, std::nullopt}, Sex::female);
    CHECK_FALSE(result.total);
    CHECK(result.missing == 2);
    CHECK(result.reading == InstrumentReading{});
    CHECK(score(anInstrument(), {1, 2, 0, std::nullopt}, Sex::female).missing == 0);  // the unscored one
}

TEST_CASE("a safety item is seen even when the total is missing")
{
    CHECK(score(anInstrument(), {1, std::nullopt, 0}, Sex::female).safetyItem);
    CHECK_FALSE(score(anInstrument(), {0, 4, 0}, Sex::female).safetyItem);
    CHECK_FALSE(score(anInstrument(), {std::nullopt, 4, 0}, Sex::female).safetyItem);
}

TEST_CASE("a gate answered with 0 makes the total 0, whatever follows")
{
    Instrument gated = anInstrument();
    gated.items[0].gate = true;
    gated.items[0].scored = false;
    CHECK(score(gated, {0, 4, 1}, Sex::female).total == 0);
    CHECK(score(gated, {0, std::nullopt, std::nullopt}, Sex::female).missing == 0);
    CHECK(score(gated, {0, std::nullopt, std::nullopt}, Sex::female).total == 0);
    CHECK(score(gated, {1, 4, 1}, Sex::female).total == 4);
    CHECK_FALSE(score(gated, {std::nullopt, 4, 1}, Sex::female).total);
    CHECK(score(gated, {std::nullopt, 4, 1}, Sex::female).missing == 1);
}

TEST_CASE("cut-offs by sex give two readings when sex is not recorded")
{
    const Instrument instrument = aSexSpecificInstrument();
    CHECK(score(instrument, {4}, Sex::female).reading == InstrumentReading{"probable", true});
    CHECK(score(instrument, {4}, Sex::male).reading == InstrumentReading{"", false});
    CHECK_FALSE(score(instrument, {4}, Sex::male).female);

    const auto unknown = score(instrument, {4}, Sex::notRecorded);
    CHECK(unknown.female == InstrumentReading{"probable", true});
    CHECK(unknown.male == InstrumentReading{"", false});
    CHECK(score(instrument, {9}, Sex::notRecorded).reading == InstrumentReading{"severe", true});
}

TEST_CASE("without a cut-off there is neither positive nor negative")
{
    Instrument plain = anInstrument();
    plain.cutOffs.clear();
    CHECK_FALSE(score(plain, {3, 4, 0}, Sex::female).reading.positive.has_value());
    CHECK_FALSE(score(plain, {3, 4, 0}, Sex::notRecorded).female);
}

TEST_CASE("answers that do not fit the form are refused with their place")
{
    const Instrument instrument = anInstrument();
    CHECK(checkAnswers(instrument, {0, 4, 1}));
    CHECK(checkAnswers(instrument, {0, 4, 1, 3}));
    CHECK(checkAnswers(instrument, {std::nullopt, std::nullopt, std::nullopt, std::nullopt}));
    CHECK(checkAnswers(instrument, {0, 4}).error() ==
          Error{ErrorCode::invalid, "", "expected 3 or 4 answers, found 2"});
    CHECK(checkAnswers(instrument, Answers(5)).error() ==
          Error{ErrorCode::invalid, "", "expected 3 or 4 answers, found 5"});
    CHECK(checkAnswers(instrument, {0, 3, 1}).error() ==
          Error{ErrorCode::invalid, "/1", "expected one of 0, 2, 4 or null, found 3"});
    CHECK(checkAnswers(instrument, {-1, 0, 1}).error().where == "/0");
    CHECK(checkAnswers(aSexSpecificInstrument(), {}).error().detail == "expected 1 answers, found 0");
}

TEST_CASE("an instrument is found by its id")
{
    const InstrumentSet set{{anInstrument()}};
    CHECK(set.find(InstrumentId{"TEST"}) == &set.all().front());
    CHECK(set.find(InstrumentId{"PHQ-9"}) == nullptr);
}
