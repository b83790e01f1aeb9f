#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;
using letters::CarerTopic;

namespace {

letters::Request toCarer(std::vector<CarerTopic> topics)
{
    auto request = LetterWorld::of(letters::LetterKind::toCarer);
    request.carer = {"Ife Okafor", std::move(topics)};
    return request;
}

LetterWorld atRisk()
{
    LetterWorld world;
    world.events()[0].safety.suicidalThoughts = true;
    world.events()[0].safety.withdrawalRisk = true;
    return world;
}

}  // namespace

TEST_CASE("with nothing agreed the letter does not even say that the person is known")
{
    LetterWorld world = atRisk();
    for (const auto variant : {letters::Variant::standard, letters::Variant::easyRead}) {
        auto request = toCarer({});
        request.variant = variant;
        const auto letter = world.compose(request);
        REQUIRE(letter);
        CHECK_FALSE(letter->letterhead);
        const std::string text = letters::plainText(*letter);
        CHECK(has(text, "Dear Ife Okafor,"));
        CHECK(has(text, "not even whether we know them"));
        for (const char* word : {"Dani", "drug", "alcohol", "mental", "Lantern", "Wrenfield", "suicide"})
            CHECK_FALSE(has(text, word));
    }
}

TEST_CASE("a carer who may hear of mental health reads nothing from which the other need could be told")
{
    LetterWorld world = atRisk();
    const auto letter = world.compose(
        toCarer({CarerTopic::mentalHealth, CarerTopic::whatHappensNext, CarerTopic::refusals, CarerTopic::safety}));
    REQUIRE(letter);
    const std::string text = letters::plainText(*letter);
    CHECK(has(text, "Dani has agreed that we may tell you what is in this letter"));
    CHECK(has(text, "For Dani's mental health: Ada Lind."));  // not where she works: it would tell
    CHECK(has(text, "9 March 2026: Wrenfield CMHT said no."));
    CHECK(has(text, "We are worried about Dani's safety."));
    CHECK_FALSE(letter->letterhead);
    for (const char* word : {"Lantern", "drug", "alcohol", "use", "sober", "withdraw", "Stopping"})
        CHECK_FALSE(has(text, word));
}

TEST_CASE("each topic adds its own part and no other")
{
    LetterWorld world = atRisk();
    const std::string both = world.text(toCarer({CarerTopic::mentalHealth, CarerTopic::substanceUse}));
    CHECK(has(both, "For Dani's drugs and alcohol: Ada Lind at Lantern Drug and Alcohol."));
    CHECK_FALSE(has(both, "said no"));
    CHECK_FALSE(has(both, "What happens next"));
    CHECK_FALSE(has(both, "worried"));
    const std::string safety = world.text(toCarer({CarerTopic::safety, CarerTopic::substanceUse}));
    CHECK(has(safety, "Stopping suddenly can be dangerous for Dani."));
    CHECK_FALSE(has(safety, "mental health"));
    const std::string next =
        world.text(toCarer({CarerTopic::mentalHealth, CarerTopic::substanceUse, CarerTopic::whatHappensNext}));
    CHECK(has(next, "What happens next for Dani"));
}

TEST_CASE("each thing that happens next is told once, and not what services settle among themselves")
{
    Story story = LetterWorld::refused();
    story.then("2026-03-10T09:00:00Z", declined(Need::substanceUse, lantern, "N06"));
    LetterWorld world{story};
    const std::string text =
        world.text(toCarer({CarerTopic::mentalHealth, CarerTopic::substanceUse, CarerTopic::whatHappensNext}));
    const std::string step = "The keyworker asks for the reason";
    REQUIRE(has(text, step));
    CHECK(text.find(step) == text.rfind(step));
    CHECK_FALSE(has(text, "joint protocol"));
}

TEST_CASE("a meeting's own words are not passed on unless both needs were agreed")
{
    Story story = LetterWorld::refused();
    event::Mdt mdt;
    mdt.attended = {"ada"};
    mdt.decision = "see together";
    mdt.lead = ada;
    mdt.actions = {
        {NeedScope::mentalHealth, "Ask about drinking at the first visit", "ada", at("2026-03-20T10:00:00Z")}};
    story.then("2026-03-09T12:00:00Z", mdt);
    LetterWorld world{story};
    CHECK_FALSE(has(world.text(toCarer({CarerTopic::mentalHealth, CarerTopic::whatHappensNext})), "drinking"));
    CHECK(has(world.text(toCarer({CarerTopic::mentalHealth, CarerTopic::substanceUse, CarerTopic::whatHappensNext})),
              "Ask about drinking at the first visit"));
}

TEST_CASE("a carer is always told that they may speak to us and ask for an assessment of their own")
{
    LetterWorld world;
    for (auto topics : {std::vector<CarerTopic>{}, {CarerTopic::mentalHealth}}) {
        const std::string text = world.text(toCarer(topics));
        CHECK(has(text, "You can always tell us what you see"));
        CHECK(has(text, "a carer's assessment"));
    }
}

TEST_CASE("a letter to a carer needs a name")
{
    LetterWorld world;
    auto request = toCarer({});
    request.carer.name.clear();
    CHECK(world.compose(request).error().where == "carer");
}
