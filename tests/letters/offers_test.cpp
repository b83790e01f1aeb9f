#include "letters/offers.h"

#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;
using letters::LetterKind;

namespace {

std::vector<std::string> offered(const engine::Snapshot& now)
{
    std::vector<std::string> list;
    for (const letters::Offer& offer : letters::offers(now))
        list.push_back(std::string{nameOf(offer.request.kind)} + ' ' + offer.request.service.str() + ' ' + offer.why);
    return list;
}

}  // namespace

TEST_CASE("a refusal asks for a challenge letter first, until it was sent")
{
    Story story = LetterWorld::refused();
    auto first = letters::offers(story.latest()).front();
    CHECK(first.request == LetterWorld::challenge());
    CHECK(first.why == "refused");
    CHECK(first.since == at("2026-03-09T09:00:00Z"));
    story.then("2026-03-10T09:00:00Z",
               event::LetterSent{NeedScope::mentalHealth, "challenge", "cmht", LetterMethod::post, "d1"});
    CHECK(letters::offers(story.latest()).front().request.kind != LetterKind::challenge);
}

TEST_CASE("silence asks for a chase, a fresh referral for the pack, and both stand before what is always there")
{
    Story story;
    story.assessedAndReferred();
    CHECK(offered(story.latest()) == std::vector<std::string>{"joint_referral cmht referred",
                                                              "joint_referral lantern referred", "person  ",
                                                              "rights_card  ", "partner_sheet  "});
    const auto later = offered(story.now("2026-03-05T10:00:00Z"));
    CHECK(later.front() == "chase cmht silent");
}

TEST_CASE("for somebody who has died only the sheet that names nobody is left")
{
    CHECK(offered(LetterWorld::died().latest()) == std::vector<std::string>{"partner_sheet  "});
}
