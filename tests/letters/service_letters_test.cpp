#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;
using letters::LetterKind;

TEST_CASE(
    "the joint referral tells both needs together, with scores, clocks, earlier answers and what is asked by when")
{
    Story story;
    auto assessed = bothNeeds();
    assessed.instruments = {{InstrumentId{"PHQ-9"}, {2, 2, 2, 2, 1, 2, 1, 1, 0}},
                            {InstrumentId{"AUDIT"}, {3, 2, 2, 2, 1, 1, 2, 1, 0, {}}}};
    story.then("2026-02-02T10:00:00Z", event::Attempt{Need::mentalHealth, "gp", ReasonCode{"N16"}, ada, {}, {}});
    LetterWorld world{LetterWorld::referred(assessed, story)};
    world.when = at("2026-03-02T12:00:00Z");
    world.events()[1].words = "I want to sleep, and to see my daughter.";
    world.person().interpreter = "Polish";
    const std::string text = world.text(LetterWorld::of(LetterKind::jointReferral, cmht));
    CHECK(has(text, "Joint referral: both needs together"));
    CHECK(has(text, "one referral for two needs: mental health and drugs and alcohol. It goes to Wrenfield CMHT and "
                    "Lantern Drug and Alcohol"));
    CHECK(has(text, "Neither is a condition for the other."));
    CHECK(has(text, "What matters to Dani\nI want to sleep, and to see my daughter."));
    CHECK(has(text, "Mental health\tPresent, moderate: depression\tWrenfield CMHT, 2 March 2026\tSent, no answer yet"));
    CHECK(has(text, "PHQ-9\t13\tModerate\t2 March 2026"));
    CHECK(has(text, "AUDIT\tno total\tNot complete, 1 answer missing\t2 March 2026"));
    CHECK(has(text, "A screen is not a diagnosis."));
    CHECK(has(text, "Thoughts of suicide\tNobody has recorded an answer"));
    CHECK(has(text, "2 February 2026\tGP\t"));
    CHECK(has(text, "Dani first asked for help with mental health on 2 February 2026, 28 days ago. A new referral does "
                    "not start this clock again."));
    CHECK(has(text, "Wrenfield CMHT: Help starts within 4 weeks (measured, not a hard target)."));
    CHECK(has(text, "1. Tell us that this has arrived, by Wednesday 4 March 2026."));
    CHECK(has(text, "2. Accept, and name a worker, by Monday 9 March 2026."));
    CHECK(has(text, "- Ada Lind at Lantern Drug and Alcohol stays responsible for drugs and alcohol until"));
    CHECK(has(text, "- Interpreter: Polish"));
    CHECK(has(text, "Letters home: yes."));
}

TEST_CASE("a safety fact that was asked about and denied reads as that, and an unknown one as unknown")
{
    LetterWorld world;
    world.events()[0].safety.overdose = false;
    world.events()[0].safety.withdrawalRisk = true;
    const std::string text = world.text(LetterWorld::of(LetterKind::jointReferral, cmht));
    CHECK(has(text, "An overdose\tAsked, and no"));
    CHECK(has(text, "Severe withdrawal if use stops\tYes"));
    CHECK(has(text, "A recent attempt\tNobody has recorded an answer"));
}

TEST_CASE("a chase tells since when, what was tried, and asks for a decision or a day")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-05T10:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::leftMessage});
    LetterWorld world{story};
    auto request = LetterWorld::of(LetterKind::chase, cmht);
    const std::string text = world.text(request);
    CHECK(has(text, "We are still waiting for an answer about Dani and mental health."));
    CHECK(has(text,
              "- The referral went to you on 2 March 2026.\n- We have heard nothing from you since.\n- We were in "
              "touch on 5 March 2026."));
    CHECK(has(text, "What we ask, by Thursday 12 March 2026"));
    CHECK(has(text, "It keeps its first date."));
    request.service = harbour;
    CHECK(world.compose(request).error().where == "no_referral");
}

TEST_CASE("an answer since then is the last thing heard, and only calls after it are told")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-03T10:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::leftMessage});
    story.then("2026-03-04T10:00:00Z", reply(Need::mentalHealth, cmht, ResponseKind::acknowledged));
    LetterWorld world{story};
    const std::string text = world.text(LetterWorld::of(LetterKind::chase, cmht));
    CHECK(has(text, "The last we heard from you was on 4 March 2026."));
    CHECK_FALSE(has(text, "We were in touch"));
}

TEST_CASE("a hand-over holds what was tried, what is promised and who answers for the person meanwhile")
{
    Story story = LetterWorld::refused("H04");
    LetterWorld world{story};
    auto request = LetterWorld::of(LetterKind::handover, harbour);
    request.event = EventId{"#3"};
    request.need = Need::mentalHealth;
    const std::string text = world.text(request);
    CHECK(has(text, "We ask you to take over mental health for Dani."));
    CHECK(has(text, "Wrenfield CMHT declined the referral on 9 March 2026 ("));
    CHECK(has(text, "owes a hand-over"));
    CHECK(has(text, "2 March 2026\tReferred to Wrenfield CMHT for mental health"));
    CHECK(has(text, "9 March 2026\tWrenfield CMHT declined the referral: "));
    CHECK(has(text, "What is promised, and by when"));
    CHECK(has(text, "- The service gives its reason in writing (Wrenfield CMHT), by 17:00 on "));
    CHECK(has(text, "1. Accept in writing and name a worker, by Tuesday 17 March 2026."));
    CHECK(has(text, "Ada Lind at Lantern Drug and Alcohol stays responsible for mental health until"));
}

TEST_CASE("no letter about help is written for somebody who has died")
{
    LetterWorld world{LetterWorld::died()};
    for (const LetterKind kind : {LetterKind::jointReferral, LetterKind::chase, LetterKind::handover})
        CHECK(world.compose(LetterWorld::of(kind, cmht)).error().where == "died");
    CHECK(world.compose(LetterWorld::challenge()).error().where == "died");
    CHECK(world.compose(LetterWorld::of(LetterKind::toPerson)).error().where == "died");
    CHECK(world.compose(LetterWorld::of(LetterKind::rightsCard)).error().where == "died");
    CHECK(letters::statusLine(world.facts()).empty());
    CHECK(world.compose(LetterWorld::of(LetterKind::partnerSheet)));
}

TEST_CASE("the sheet for partner agencies is one page of what to do, and names nobody")
{
    LetterWorld world;
    const std::string text = world.text(LetterWorld::of(LetterKind::partnerSheet));
    CHECK(has(text, "ring 999 first"));
    CHECK(has(text, "\"Come back when you are sober.\""));
    CHECK(has(text, "In a crisis, any time of day it is open\tWren Crisis Line\t01632 960 111"));
    CHECK(has(text, "Drugs and alcohol\tLantern Drug and Alcohol\t01632 960 222"));
    for (const char* name : {"Danielle", "Dani", "Okafor", "999 526", "9995260182", "Mill Lane"})
        CHECK_FALSE(has(text, name));
}
