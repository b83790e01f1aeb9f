// What the shipped instruments make of answers, by the rules of domain.md section 5.
#include "exchange/instrument_reader.h"
#include "exchange/shipped.h"

#include <algorithm>

using namespace holdfast;

namespace {

using Answers = std::vector<std::optional<int>>;

const InstrumentSet& shipped()
{
    static const InstrumentSet set = exchange::readInstruments(exchange::shippedInstruments()).value();
    return set;
}

InstrumentScore scoreOf(const char* id, const Answers& answers, Sex sex = Sex::female)
{
    const Instrument& instrument = *shipped().find(InstrumentId{id});
    REQUIRE(checkAnswers(instrument, answers));
    return score(instrument, answers, sex);
}

/// Answers that add up to `total`, filling items from the first.
Answers adding(const char* id, int total)
{
    Answers answers;
    for (const InstrumentItem& item : shipped().find(InstrumentId{id})->items) {
        if (item.optional)
            continue;
        const auto points = [&](int option) {
            return item.reversed ? std::ranges::max(item.options) - option : option;
        };
        int best = *std::ranges::min_element(item.options, {}, points);
        for (const int option : item.options)
            if (item.scored && points(option) <= total && points(option) > points(best))
                best = option;
        answers.emplace_back(item.gate ? 1 : best);
        total -= item.scored ? points(best) : 0;
    }
    REQUIRE(total == 0);
    return answers;
}

std::string bandOf(const char* id, int total, Sex sex = Sex::female)
{
    const auto result = scoreOf(id, adding(id, total), sex);
    REQUIRE(result.total == total);
    return result.reading.band;
}

}  // namespace

TEST_CASE("the ten instruments ship in display order, with their lengths and ranges")
{
    struct Expected {
        const char* id;
        std::size_t items;
        int maximum;
        Need need;
    };
    const std::vector<Expected> expected{
        {"AUDIT", 10, 40, Need::substanceUse},   {"AUDIT-C", 3, 12, Need::substanceUse},
        {"DUDIT", 11, 44, Need::substanceUse},   {"DAST-10", 10, 10, Need::substanceUse},
        {"SDS", 5, 15, Need::substanceUse},      {"PHQ-9", 10, 27, Need::mentalHealth},
        {"PHQ-2", 2, 6, Need::mentalHealth},     {"GAD-7", 7, 21, Need::mentalHealth},
        {"PC-PTSD-5", 6, 5, Need::mentalHealth}, {"CORE-10", 10, 40, Need::mentalHealth}};
    REQUIRE(shipped().all().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Instrument& instrument = shipped().all()[i];
        INFO(expected[i].id);
        CHECK(instrument.id.text() == expected[i].id);
        CHECK(instrument.items.size() == expected[i].items);
        CHECK(instrument.maximum == expected[i].maximum);
        CHECK(instrument.need == expected[i].need);
        CHECK_FALSE(instrument.licence.empty());
    }
}

TEST_CASE("the example of the scenario contract scores PHQ-9 13 moderate and AUDIT 16 higher")
{
    const auto phq = scoreOf("PHQ-9", {2, 2, 2, 2, 1, 2, 1, 1, 0});
    CHECK(phq.total == 13);
    CHECK(phq.reading == InstrumentReading{"moderate", {}});
    CHECK_FALSE(phq.safetyItem);
    CHECK(scoreOf("AUDIT", {3, 2, 2, 2, 1, 1, 2, 1, 0, 2}).reading == InstrumentReading{"higher", {}});
}

TEST_CASE("every band begins where its source says")
{
    struct Edge {
        const char* id;
        int total;
        const char* band;
    };
    for (const Edge& edge : std::vector<Edge>{{"AUDIT", 0, "lower"},
                                              {"AUDIT", 7, "lower"},
                                              {"AUDIT", 8, "increasing"},
                                              {"AUDIT", 15, "increasing"},
                                              {"AUDIT", 16, "higher"},
                                              {"AUDIT", 19, "higher"},
                                              {"AUDIT", 20, "possible dependence"},
                                              {"AUDIT", 40, "possible dependence"},
                                              {"DAST-10", 0, "none"},
                                              {"DAST-10", 1, "low"},
                                              {"DAST-10", 2, "low"},
                                              {"DAST-10", 3, "moderate"},
                                              {"DAST-10", 5, "moderate"},
                                              {"DAST-10", 6, "substantial"},
                                              {"DAST-10", 8, "substantial"},
                                              {"DAST-10", 9, "severe"},
                                              {"DAST-10", 10, "severe"},
                                              {"PHQ-9", 4, ""},
                                              {"PHQ-9", 5, "mild"},
                                              {"PHQ-9", 9, "mild"},
                                              {"PHQ-9", 10, "moderate"},
                                              {"PHQ-9", 14, "moderate"},
                                              {"PHQ-9", 15, "moderately severe"},
                                              {"PHQ-9", 19, "moderately severe"},
                                              {"PHQ-9", 20, "severe"},
                                              {"PHQ-9", 27, "severe"},
                                              {"GAD-7", 0, "minimal"},
                                              {"GAD-7", 4, "minimal"},
                                              {"GAD-7", 5, "mild"},
                                              {"GAD-7", 9, "mild"},
                                              {"GAD-7", 10, "moderate"},
                                              {"GAD-7", 14, "moderate"},
                                              {"GAD-7", 15, "severe"},
                                              {"GAD-7", 21, "severe"},
                                              {"CORE-10", 10, "below cut-off"},
                                              {"CORE-10", 11, "mild"},
                                              {"CORE-10", 14, "mild"},
                                              {"CORE-10", 15, "moderate"},
                                              {"CORE-10", 19, "moderate"},
                                              {"CORE-10", 20, "moderate-severe"},
                                              {"CORE-10", 24, "moderate-severe"},
                                              {"CORE-10", 25, "severe"},
                                              {"SDS", 15, ""},
                                              {"PHQ-2", 6, ""},
                                              {"AUDIT-C", 12, ""},
                                              {"PC-PTSD-5", 5, ""},
                                              {"DUDIT", 1, ""},
                                              {"DUDIT", 2, "probable drug problem"},
                                              {"DUDIT", 24, "probable drug problem"},
                                              {"DUDIT", 25, "probable dependence"},
                                              {"DUDIT", 44, "probable dependence"}}) {
        INFO(edge.id << ' ' << edge.total);
        CHECK(bandOf(edge.id, edge.total) == edge.band);
    }
}

TEST_CASE("every cut-off begins where its source says, and no other instrument is positive or negative")
{
    struct CutOff {
        const char* id;
        int from;
    };
    for (const CutOff& cut : std::vector<CutOff>{
             {"AUDIT-C", 5}, {"PHQ-2", 3}, {"GAD-7", 8}, {"PC-PTSD-5", 4}, {"CORE-10", 11}, {"DUDIT", 2}}) {
        INFO(cut.id);
        CHECK(scoreOf(cut.id, adding(cut.id, cut.from)).reading.positive == true);
        CHECK(scoreOf(cut.id, adding(cut.id, cut.from - 1)).reading.positive == false);
    }
    for (const char* id : {"AUDIT", "DAST-10", "SDS", "PHQ-9"})
        CHECK_FALSE(scoreOf(id, adding(id, 10)).reading.positive.has_value());
}

TEST_CASE("DUDIT is read by sex, and both ways when sex is not recorded")
{
    CHECK(scoreOf("DUDIT", adding("DUDIT", 4), Sex::male).reading == InstrumentReading{"", false});
    CHECK(scoreOf("DUDIT", adding("DUDIT", 6), Sex::male).reading == InstrumentReading{"probable drug problem", true});
    const auto both = scoreOf("DUDIT", adding("DUDIT", 4), Sex::notRecorded);
    CHECK(both.female == InstrumentReading{"probable drug problem", true});
    CHECK(both.male == InstrumentReading{"", false});
    CHECK_FALSE(scoreOf("PHQ-9", adding("PHQ-9", 4), Sex::notRecorded).female);
}

TEST_CASE("AUDIT and DUDIT end with items that take 0, 2 or 4 only")
{
    const Instrument& audit = *shipped().find(InstrumentId{"AUDIT"});
    CHECK(checkAnswers(audit, {4, 4, 4, 4, 4, 4, 4, 4, 1, 4}).error().where == "/8");
    CHECK(checkAnswers(audit, {4, 4, 4, 4, 4, 4, 4, 4, 4, 3}).error().where == "/9");
    const Instrument& dudit = *shipped().find(InstrumentId{"DUDIT"});
    CHECK(checkAnswers(dudit, {4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 4}).error().where == "/9");
    CHECK(scoreOf("DUDIT", {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4}).total == 44);
}

TEST_CASE("DAST-10 item 3 is entered as printed and reversed in the score")
{
    CHECK(scoreOf("DAST-10", Answers(10, 0)).total == 1);
    CHECK(scoreOf("DAST-10", {0, 0, 1, 0, 0, 0, 0, 0, 0, 0}).total == 0);
    CHECK(scoreOf("DAST-10", {1, 1, 0, 1, 1, 1, 1, 1, 1, 1}).total == 10);
}

TEST_CASE("CORE-10 items 2 and 3 are entered at their printed values and not reversed again")
{
    CHECK(scoreOf("CORE-10", {0, 4, 4, 0, 0, 0, 0, 0, 0, 0}).total == 8);
    CHECK(shipped().find(InstrumentId{"CORE-10"})->items[1].options == std::vector{4, 3, 2, 1, 0});
    CHECK(scoreOf("CORE-10", {0, 0, 0, 0, 0, 1, 0, 0, 0, 0}).safetyItem);
    CHECK_FALSE(scoreOf("CORE-10", {4, 4, 4, 4, 4, 0, 4, 4, 4, 4}).safetyItem);
}

TEST_CASE("PC-PTSD-5 takes six values, and its gate closed gives 0 whatever follows")
{
    CHECK(scoreOf("PC-PTSD-5", {0, 1, 1, 1, 1, 1}).total == 0);
    CHECK(scoreOf("PC-PTSD-5", {0, 1, 1, 1, 1, 1}).reading.positive == false);
    CHECK(scoreOf("PC-PTSD-5", {0, {}, {}, {}, {}, {}}).total == 0);
    CHECK(scoreOf("PC-PTSD-5", {1, 1, 1, 1, 1, 1}).total == 5);
    CHECK(scoreOf("PC-PTSD-5", {1, 0, 0, 0, 0, 0}).total == 0);
    CHECK(checkAnswers(*shipped().find(InstrumentId{"PC-PTSD-5"}), Answers(5, 1)).error().detail ==
          "expected 6 answers, found 5");
}

TEST_CASE("PHQ-9 takes nine answers, or ten with the function item, which is not scored")
{
    CHECK(scoreOf("PHQ-9", {1, 1, 1, 1, 1, 1, 1, 1, 0, 3}).total == 8);
    CHECK(scoreOf("PHQ-9", {1, 1, 1, 1, 1, 1, 1, 1, 1}).safetyItem);
    CHECK(scoreOf("PHQ-9", {1, 1, 1, 1, {}, 1, 1, 1, 1}).missing == 1);
    CHECK(scoreOf("PHQ-9", {1, 1, 1, 1, {}, 1, 1, 1, 1}).safetyItem);
    CHECK(checkAnswers(*shipped().find(InstrumentId{"PHQ-9"}), Answers(8, 1)).error().detail ==
          "expected 9 or 10 answers, found 8");
    CHECK_FALSE(checkAnswers(*shipped().find(InstrumentId{"PHQ-9"}), Answers(11, 1)));
}

TEST_CASE("labels are topics of a few words, not questions")
{
    for (const Instrument& instrument : shipped().all())
        for (const InstrumentItem& item : instrument.items) {
            INFO(instrument.id.text() << ": " << item.label);
            CHECK(item.label.size() <= 24);
            CHECK(std::ranges::count(item.label, ' ') <= 4);
            CHECK(item.label.find('?') == std::string::npos);
            CHECK(item.options.size() == item.optionLabels.size());
        }
}
