#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;
using letters::LetterKind;
using letters::Variant;

TEST_CASE("the letter to the person says where things are, what happens next and who to ask")
{
    LetterWorld world;
    auto request = LetterWorld::of(LetterKind::toPerson);
    request.event = EventId{"#3"};
    const std::string text = world.text(request);
    CHECK(text.starts_with("Danielle Okafor\n4 Mill Lane\nWrenfield\n"));
    CHECK(has(text, "Dear Dani,\nWe are still holding this for you. Wrenfield CMHT said no for a reason that is not "
                    "allowed"));
    CHECK(has(text,
              "Where things are now\nAda Lind at Lantern Drug and Alcohol is responsible for your help with mental "
              "health and with drugs and alcohol."));
    CHECK(has(text, "We ask the service for its reason, and who decided, by Tuesday 10 March 2026."));
    CHECK(has(text, "- For mental health: Ada Lind at Lantern Drug and Alcohol, 01632 960 222."));
    CHECK(has(text, "ring 999"));
    CHECK(has(text, "- Wren Crisis Line, 01632 960 111"));
    CHECK_FALSE(has(text, "NHS number"));
    CHECK_FALSE(has(text, "N02"));
    CHECK_FALSE(has(text, "ada at"));  // a name, not an id
}

TEST_CASE("what is late says that it is late")
{
    LetterWorld world;
    world.when = at("2026-03-12T18:00:00Z");
    CHECK(has(world.text(LetterWorld::of(LetterKind::toPerson)), "and is late."));
}

TEST_CASE("easy read is short lines under questions")
{
    LetterWorld world;
    auto request = LetterWorld::of(LetterKind::toPerson);
    request.variant = Variant::easyRead;
    const auto letter = world.compose(request);
    REQUIRE(letter);
    CHECK(letter->variant == Variant::easyRead);
    const std::string text = letters::plainText(*letter);
    CHECK(has(text, "What did the services say?\n- Wrenfield CMHT said no.\n- We think that is wrong.\n- We will tell "
                    "them."));
    CHECK(has(text, "What do you have to do?\n- Nothing. We are still here for you."));
    for (const auto& block : letter->blocks)
        for (const auto& run : block.runs)
            CHECK(run.text.size() < 120);
}

TEST_CASE("the status line names who is responsible, what was said and what comes next, without a code")
{
    LetterWorld world;
    CHECK(
        letters::statusLine(world.facts()) ==
        "Ada Lind at Lantern Drug and Alcohol is responsible for your help with mental health and with drugs and "
        "alcohol. Wrenfield CMHT said no. We do not agree, and we have not let go. We are waiting for the answer of "
        "Lantern Drug and Alcohol. Next: We ask the service for its reason, and who decided, by Tuesday 10 March 2026. "
        "You do not have to do anything to stay on our list.");
    LetterWorld nothing{Story{}.then("2026-03-02T10:00:00Z", [] {
        auto body = bothNeeds();
        body.found = {};
        body.found.mentalHealth.status = body.found.substanceUse.status = NeedStatus::none;
        return body;
    }())};
    CHECK(letters::statusLine(nothing.facts()).starts_with("Nothing is open with us now."));
}

TEST_CASE("where the person must be reached discreetly, letter and card leave the letterhead out")
{
    LetterWorld world;
    CHECK(world.compose(LetterWorld::of(LetterKind::toPerson))->letterhead);
    world.person().contact.discreetOnly = true;
    CHECK_FALSE(world.compose(LetterWorld::of(LetterKind::toPerson))->letterhead);
    CHECK_FALSE(world.compose(LetterWorld::of(LetterKind::rightsCard))->letterhead);
    CHECK(world.compose(LetterWorld::challenge())->letterhead);
}

TEST_CASE("an address that is withheld is not on the letter")
{
    LetterWorld world;
    world.person().addressStatus = AddressStatus::withheld;
    CHECK_FALSE(has(world.text(LetterWorld::of(LetterKind::toPerson)), "Mill Lane"));
}

TEST_CASE("the rights card says what can be asked for, who speaks up, and where to complain")
{
    LetterWorld world;
    world.person().companion = "her sister Ife";
    const std::string text = world.text(LetterWorld::of(LetterKind::rightsCard));
    CHECK(has(text, "This card is for Dani."));
    CHECK(has(text, "for the reason in writing, and for the name and role of who decided"));
    CHECK(has(text, "We have noted: her sister Ife"));
    CHECK(has(text, "an advocate: somebody independent"));
    for (const char* route : {"(PALS)", "Ombudsman", "Care Quality Commission"})
        CHECK(has(text, route));
    CHECK(has(text, "Complaining never stops or changes your help."));
    CHECK(has(text, "- Mental health: Ada Lind at Lantern Drug and Alcohol, 01632 960 222"));
    CHECK(has(text, "- In a crisis: Wren Crisis Line, 01632 960 111"));
    auto easy = LetterWorld::of(LetterKind::rightsCard);
    easy.variant = Variant::easyRead;
    CHECK(has(world.text(easy), "Did a service say no?\n- You can ask why."));
}

TEST_CASE("large print is the standard text")
{
    LetterWorld world;
    auto large = LetterWorld::of(LetterKind::toPerson);
    large.variant = Variant::largePrint;
    CHECK(world.text(large) == world.text(LetterWorld::of(LetterKind::toPerson)));
}

TEST_CASE("after a joint meeting the letter to the person says what was decided, in the words chosen for them")
{
    Story story = LetterWorld::refused();
    event::Mdt mdt;
    mdt.attended = {"ada"};
    mdt.decision =
        "Keep the hold, MH leads\nWrenfield sees you with Lantern on Friday.\nA drink does not end the visit.";
    mdt.lead = ada;
    story.then("2026-03-09T12:00:00Z", mdt);
    LetterWorld world{story};
    auto request = LetterWorld::of(LetterKind::toPerson);
    CHECK_FALSE(has(world.text(request), "What was decided"));
    request.event = world.events().back().id;
    const std::string text = world.text(request);
    CHECK(has(text, "What was decided\nThe services that help you met on Monday 9 March 2026"));
    CHECK(has(text, "Wrenfield sees you with Lantern on Friday.\nA drink does not end the visit."));
    CHECK(has(text, "Ada Lind leads from now on"));
    CHECK_FALSE(has(text, "MH leads"));
    request.variant = Variant::easyRead;
    CHECK(has(world.text(request), "What did we decide?"));
}
