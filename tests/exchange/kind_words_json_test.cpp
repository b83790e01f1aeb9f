#include "exchange/kind_words_json.h"

#include "exchange/guidance_json.h"
#include "exchange/story_json.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace holdfast;

TEST_CASE("the list that comes with the program is sound, and no suggestion of it is a word that it advises against")
{
    const auto words = exchange::shippedKindWords();
    REQUIRE(words);
    CHECK(words->size() >= 30);
    const KindWordMatcher matcher{*words};
    std::set<std::string> forms;
    for (const KindWord& word : *words) {
        INFO(word.id.text());
        const auto lines = readKindLines(word.lines);
        REQUIRE(lines);
        for (const KindForms& each : *lines) {
            for (const std::string& form : each.forms) {
                INFO(form);
                CHECK(forms.insert(form).second);  // one entry says it
                const auto hits = matcher.find(form);
                REQUIRE(hits.size() == 1);
                CHECK(hits[0].range.length == form.size());
            }
            for (const std::string& instead : each.instead) {
                INFO(instead);
                CHECK(matcher.find(instead).empty());
            }
        }
        CHECK(matcher.find(word.why).empty());
    }
}

TEST_CASE("the list finds what hurts in a note and leaves plain words alone")
{
    const KindWordMatcher matcher{exchange::shippedKindWords().value()};
    const std::string note =
        "Known heroin addict, failed to engage and denies drinking. Suffered domestic abuse as a child.";
    const auto hits = matcher.find(note);
    REQUIRE(hits.size() == 3);
    CHECK(note.substr(hits[0].range.from, hits[0].range.length) == "heroin addict");
    CHECK(note.substr(hits[1].range.from, hits[1].range.length) == "failed to engage");
    CHECK(note.substr(hits[2].range.from, hits[2].range.length) == "denies drinking");
    CHECK(matcher.find("She uses heroin, missed the visit, and says: \"I am an addict\".").empty());
    CHECK(matcher
              .find("The kitchen was clean; the user guide; a borderline score; admits to hospital; the homeless team; "
                    "enabling her; the case is closed.")
              .empty());
}

TEST_CASE("a list that is not sound is refused by its place")
{
    CHECK(exchange::readKindWords(R"({"words": [{"id": "a", "why": "x", "lines": ["no equals"]}]})").error().where ==
          "/words/0/lines");
    CHECK(exchange::readKindWords(R"({"words": [{"id": "a", "why": "x", "lines": ["a = b"]},
                                                {"id": "a", "why": "x", "lines": ["c = d"]}]})")
              .error()
              .where == "/words");
    CHECK_FALSE(exchange::readKindWords("{"));
    CHECK_FALSE(exchange::readKindWords(R"({"words": [{"id": "a", "why": "x", "lines": ["a = b"], "more": 1}]})"));
}

TEST_CASE("every guidance card names its source, helps somewhere, and both sides have some")
{
    const auto cards = exchange::shippedGuidance();
    REQUIRE(cards);
    std::set<std::string> ids;
    for (const GuidanceCard& card : *cards) {
        INFO(card.id);
        CHECK(ids.insert(card.id).second);
        CHECK_FALSE(card.source.empty());
        CHECK_FALSE(card.lines.empty());
        CHECK_FALSE(card.places.empty());
    }
    for (const NeedScope about : {NeedScope::mentalHealth, NeedScope::substanceUse})
        CHECK(std::ranges::count(*cards, about, &GuidanceCard::about) >= 5);
    const auto here = guidanceFor(*cards, GuidancePlace::missedVisit, NeedScope::both);
    CHECK(std::ranges::find(here.front().places, GuidancePlace::missedVisit) != here.front().places.end());
    CHECK(here.size() == cards->size());
    CHECK(guidanceFor(*cards, GuidancePlace::assessment, NeedScope::substanceUse).front().about !=
          NeedScope::mentalHealth);
}

TEST_CASE("a story, a handover and a choice of sections come back as they were written")
{
    Story story;
    story[StoryPart::ownWords] = {"I “like” to be asked.\n[[Mum]]", StorySharing::anyone};
    story[StoryPart::medication].sharing = StorySharing::askFirst;
    story.promises = {{"Ring", "Priya", Date{std::chrono::days{20'000}}, {}, PromiseState::notKept}};
    CHECK(exchange::readStory(exchange::writeStory(story)).value() == story);
    CHECK(exchange::readStory(R"({"parts": {"other": {}}, "promises": []})").error().where == "/parts/other");
    const HandoverText text{"a", "b", "c", "d", "e\nf", false, "away"};
    CHECK(exchange::readHandoverText(exchange::writeHandoverText(text)).value() == text);
    const std::vector<PassportSection> sections{PassportSection::needs, PassportSection::name};
    CHECK(exchange::readSections(exchange::writeSections(sections)).value() == sections);
    CHECK_FALSE(exchange::readSections(R"(["nothing"])"));
}
