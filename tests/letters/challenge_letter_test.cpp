#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// The letter about a second refusal by the same service, three days after the first.
std::string secondRefusal()
{
    Story story = LetterWorld::refused();
    story.then("2026-03-12T09:00:00Z", declined(Need::mentalHealth, cmht, "N04"));
    LetterWorld world{story};
    world.when = at("2026-03-13T10:00:00Z");
    auto request = LetterWorld::challenge();
    request.event = EventId{"#4"};
    return world.text(request);
}

}  // namespace

TEST_CASE("a challenge letter holds the facts, the service's own words, what is asked and by when")
{
    LetterWorld world;
    world.events()[2].words = "must be sober three months";
    const std::string text = world.text(LetterWorld::challenge());
    CHECK(text.starts_with("Wrenfield CMHT\n1 Station Road\nWrenfield\n10 March 2026\n"));
    CHECK(has(text, "About Danielle Okafor, born 6 May 1984, NHS number 999 526 0182. Likes to be called Dani."));
    CHECK(has(text, "- Dani first asked for help with mental health on 2 March 2026, 8 days ago."));
    CHECK(has(text, "- The referral went to you on 2 March 2026."));
    CHECK(has(text, "- On Monday 9 March 2026 you declined the referral."));
    CHECK(has(text, "What your reply says\nmust be sober three months\nYou asked for 13 weeks without drugs or alcohol "
                    "first."));
    CHECK(has(text, "\"Must be abstinent first\""));
    CHECK(has(text, "never by itself a reason to turn somebody away"));
    CHECK(has(text, "What we ask, by Tuesday 24 March 2026"));  // ten working days on
    CHECK(has(text, "1. Decide again, and send us the decision in writing."));
    CHECK(has(text, "the name and role of who decided, and how the decision can be reviewed"));
    CHECK(has(text, "The evidence for asking for 13 weeks"));
    CHECK(has(text, "Ada Lind at Lantern Drug and Alcohol stays responsible for mental health."));
    CHECK(has(text, "Ada Lind\nKeyworker, Lantern Drug and Alcohol\n01632 960 222"));
}

TEST_CASE("a challenge letter never claims more than that a decision appears inconsistent with guidance")
{
    LetterWorld world;
    const std::string text = world.text(LetterWorld::challenge());
    CHECK(has(text, "The decision appears inconsistent with this guidance"));
    CHECK(has(text, "It is not mandatory and does not override clinical judgement."));
    for (const char* claim : {"unlawful", "breach", "must accept", "illegal", "violat"})
        CHECK_FALSE(has(text, claim));
}

TEST_CASE("only citations that fit this person and are signed off stand in the letter")
{
    LetterWorld world;  // moderate depression: guidance on severe mental illness does not fit
    const auto request = LetterWorld::challenge();
    const std::string moderate = world.text(request);
    CHECK(has(moderate, "Talking Therapies guide: "));
    for (const char* outside : {"QS188", "NG58", "CG120"})
        CHECK_FALSE(has(moderate, outside));

    auto psychosis = bothNeeds();
    psychosis.found.mentalHealth = {NeedStatus::present, Severity::severe, {"psychosis"}};
    LetterWorld severe{LetterWorld::refused("N02", psychosis)};
    std::string text = severe.text(request);
    CHECK(has(text, "QS188 st.2: "));
    CHECK_FALSE(has(text, "NG58 s1.2"));  // nobody has signed it off yet
    for (policy::Citation& citation : severe.policy().citations)
        if (citation.key == "NG58 s1.2")
            citation.signedOffBy = "Dr Imani Cole";
    CHECK(has(severe.text(request), "NG58 s1.2: "));
}

TEST_CASE("without guidance that may be cited the letter rests on the facts and claims none")
{
    LetterWorld world;
    for (policy::Citation& citation : world.policy().citations)
        citation.needsSignOff = true;
    const std::string text = world.text(LetterWorld::challenge());
    CHECK_FALSE(has(text, "guidance"));
    CHECK(has(text, "1. Decide again"));
}

TEST_CASE("current safety facts ask for a call today, and interim steps are listed")
{
    LetterWorld world;
    world.events()[0].safety.suicidalThoughts = true;
    world.interim = {"A named worker keeps in touch at least every two weeks while the person waits."};
    const std::string text = world.text(LetterWorld::challenge());
    CHECK(has(text, "1. Because of the safety facts below, please telephone us today."));
    CHECK(has(text, "On record now: thoughts of suicide."));
    CHECK(has(text, "- A named worker keeps in touch"));
    LetterWorld calm;
    CHECK_FALSE(has(calm.text(LetterWorld::challenge()), "please telephone us today"));
}

TEST_CASE("the rungs that follow are named with their days, and those that have passed are not")
{
    LetterWorld world;
    std::string text = world.text(LetterWorld::challenge());
    CHECK(has(text, "If we cannot agree\n- The supervisors of both services speak, by Monday 16 March 2026."));
    CHECK(has(text, "- A joint meeting is held, by Monday 23 March 2026."));
    CHECK_FALSE(has(text, "The keyworker asks for the reason"));
    world.when = at("2026-03-18T10:00:00Z");
    CHECK_FALSE(has(world.text(LetterWorld::challenge()), "The supervisors of both services speak"));
}

TEST_CASE("earlier refusals are told, the one that is challenged is not told twice")
{
    const std::string text = secondRefusal();
    CHECK(has(text, "What happened before this\nDate\tService\tWhat happened\tDays lost\n"));
    CHECK(has(text, "9 March 2026\tWrenfield CMHT\tMust be abstinent first (mental health)\t"));
    CHECK_FALSE(has(text, "12 March 2026\tWrenfield CMHT"));
}

TEST_CASE("a silence is named as silence, apart from what services said")
{
    const std::string text = secondRefusal();
    // Lantern's two working days ran out on 4 March.
    CHECK(
        has(text, "\n- Silence: by 4 March 2026 Lantern Drug and Alcohol had not answered about drugs and alcohol ("));
    CHECK_FALSE(has(text, "No answer at all"));

    LetterWorld onlySilence;
    const std::string first = onlySilence.text(LetterWorld::challenge());
    CHECK(has(first, "What happened before this\n- Silence: by 4 March 2026 "));
    CHECK_FALSE(has(first, "Days lost"));
}

TEST_CASE("a challenge to one's own service speaks as colleagues do")
{
    LetterWorld world;
    world.events()[2].words = "must be sober three months";
    world.authorsService = cmht;
    world.interim = {"A named worker keeps in touch."};
    const std::string text = world.text(LetterWorld::challenge());
    CHECK(has(text, "This is within our own service. I ask that we look again at our decision of 9 March 2026 about "
                    "Dani and mental health."));
    CHECK(has(text, "- The referral came to our service on 2 March 2026."));
    CHECK(has(text, "- On Monday 9 March 2026 our service declined the referral."));
    CHECK(has(text, "What our reply says\nmust be sober three months\nIt asks for 13 weeks"));
    CHECK(has(text, "1. Somebody who did not take the decision decides again, and puts it in writing."));
    CHECK(has(text, "- Our supervisors look at it together, by Monday 16 March 2026."));
    for (const char* word :
         {"your decision", "went to you", "you declined", "your reply", "You asked", "you will give"})
        CHECK_FALSE(has(text, word));
}

TEST_CASE("a service that holds the need itself is not asked for a joint assessment with itself")
{
    Story story;
    story.assessedAndReferred();
    story.then("2026-03-09T09:00:00Z", declined(Need::substanceUse, lantern, "N06"));
    LetterWorld world{story};
    auto request = LetterWorld::challenge();
    request.service = lantern;
    request.need = Need::substanceUse;
    CHECK_FALSE(has(world.text(request), "A joint assessment with"));
    CHECK(has(LetterWorld{}.text(LetterWorld::challenge()), "A joint assessment with Lantern Drug and Alcohol."));
}

TEST_CASE(
    "the service's own letter is enclosed when it is kept with the reply, and nothing is made up when there is none")
{
    LetterWorld world;
    CHECK(has(world.text(LetterWorld::challenge()), "We have no reason from you in writing."));
    CHECK_FALSE(has(world.text(LetterWorld::challenge()), "enclosed"));
    world.enclosed = true;
    CHECK(has(world.text(LetterWorld::challenge()), "A copy of your own letter is enclosed."));
}

TEST_CASE("only a refusal of that service is challenged")
{
    LetterWorld world;
    auto request = LetterWorld::challenge();
    request.event = EventId{"#2"};
    CHECK(world.compose(request).error().where == "event");
    request = LetterWorld::challenge();
    request.service = lantern;
    CHECK(world.compose(request).error().where == "event");
    LetterWorld soft{LetterWorld::refused("S10")};
    CHECK(soft.compose(LetterWorld::challenge()).error() ==
          Error{ErrorCode::refused, "not_a_refusal", "only a refusal is challenged"});
    request = LetterWorld::challenge();
    request.service = ServiceId{"nowhere"};
    CHECK(world.compose(request).error().where == "service");
    request = LetterWorld::challenge();
    request.variant = letters::Variant::easyRead;
    CHECK(world.compose(request).error().where == "variant");
}
