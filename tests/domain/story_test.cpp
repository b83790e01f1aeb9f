#include "domain/handover_pack.h"
#include "domain/passport.h"
#include "domain/story.h"

#include "base/random.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;

namespace {

Story told(std::string words)
{
    Story story;
    story[StoryPart::ownWords].text = std::move(words);
    return story;
}

HandoverText written()
{
    HandoverText text;
    text.matters = "Mornings are hard.";
    text.story = "One line.";
    text.storyAgreed = true;
    return text;
}

Worker jo()
{
    Worker worker;
    worker.id = WorkerId{"jo"};
    worker.service = ServiceId{"lantern"};
    return worker;
}

HandoverPack packOf(NeedScope need)
{
    HandoverPack pack;
    pack.from = WorkerId{"priya"};
    pack.to = WorkerId{"jo"};
    pack.need = need;
    pack.text = written();
    return pack;
}

OpenNeed held(Need need, std::string_view worker = "priya", std::string_view service = "lantern")
{
    return {need, ServiceId{service}, WorkerId{worker}, false, true};
}

}  // namespace

TEST_CASE("a story must say something, and each part has its limit")
{
    CHECK(checkStory(Story{}).error().where == "story");
    CHECK(checkStory(told("[[]] \n")).error().where == "story");
    CHECK(checkStory(told("I like to be asked.")));
    CHECK(checkStory(told(std::string(7'000, 'a'))).error().where == "own_words");
    CHECK(checkStory(told("\xff")).error().where == "own_words");
    Story story = told("x");
    story.promises = {{"Ring on Monday", "Priya", Date{}, Date{} + std::chrono::days{1}, PromiseState::open}, {}};
    CHECK(checkStory(story).error().detail == "2");
    story.promises.pop_back();
    CHECK(checkStory(story));
    story.promises[0].dueOn = Date{} - std::chrono::days{1};
    CHECK(checkStory(story).error().where == "promises");
    story.promises.assign(mostPromises + 1, {"x", "", {}, {}, PromiseState::open});
    CHECK(checkStory(story).error().where == "promises");
}

TEST_CASE("in brief: the first words that were told, whole words, without what is about others")
{
    CHECK(inBrief(Story{}, 20).empty());
    CHECK(inBrief(told("Call me in the\nevening."), 40) == "Call me in the evening.");
    CHECK(inBrief(told("Call me in the evening."), 10) == "Call me in …");
    CHECK(inBrief(told("My [[sister Ann drinks]] home."), 60) == "My [left out] home.");
    Story later;
    later[StoryPart::helps].text = "Walking.";
    CHECK(inBrief(later, 60) == "Walking.");
    CHECK(inBrief(told("ééééééé"), 5) == "éé …");
}

TEST_CASE("whoever has not confirmed the story as it stands owes it")
{
    StoryVersion current;
    const WorkerId jo{"jo"};
    CHECK_FALSE(isOwed(current, {}, {}, jo));
    current.number = 2;
    current.story = told("Now");
    current.story.promises = {{"Ring", "Priya", {}, {}, PromiseState::open}};
    StoryVersion before = current;
    before.number = 1;
    before.story = told("Then");
    CHECK(isOwed(current, {before}, {}, jo));
    CHECK(isOwed(current, {before}, {{PersonId{"p"}, 1, jo, {}}, {PersonId{"p"}, 2, WorkerId{"sam"}, {}}}, jo));
    CHECK_FALSE(isOwed(current, {before}, {{PersonId{"p"}, 2, jo, {}}}, jo));
    before.story = current.story;
    before.story.promises[0].state = PromiseState::kept;
    before.story[StoryPart::ownWords].sharing = StorySharing::anyone;
    CHECK_FALSE(isOwed(current, {before}, {{PersonId{"p"}, 1, jo, {}}}, jo));
    before.story.promises.clear();
    CHECK(isOwed(current, {before}, {{PersonId{"p"}, 1, jo, {}}}, jo));
}

TEST_CASE("a part is shown only to those with whom the person shares it, and what they need most goes last")
{
    CHECK(mayShow(StorySharing::askFirst, PassportReader::person));
    CHECK_FALSE(mayShow(StorySharing::askFirst, PassportReader::services));
    CHECK(mayShow(StorySharing::services, PassportReader::services));
    CHECK_FALSE(mayShow(StorySharing::services, PassportReader::anyone));
    CHECK(mayShow(StorySharing::anyone, PassportReader::anyone));

    std::vector<PassportSection> left{allPassportSections.begin(), allPassportSections.end()};
    while (const auto next = nextToLeaveOut(left))
        std::erase(left, *next);
    CHECK(left == std::vector{PassportSection::name, PassportSection::ownWords, PassportSection::coordinator});
}

TEST_CASE("a handover says what matters, a story of at most ten lines, and whether the person agrees")
{
    CHECK(checkHandoverText(written()));
    HandoverText text = written();
    text.matters = " ";
    CHECK(checkHandoverText(text).error().where == "matters");
    text = written();
    text.story = "1\n2\n3\n4\n5\n\n6\n7\n8\n9\n10\n";
    CHECK(checkHandoverText(text));
    text.story += "11";
    CHECK(checkHandoverText(text).error().detail == "lines");
    text = written();
    text.storyAgreed = false;
    CHECK(checkHandoverText(text).error().where == "why_not_agreed");
    text.whyNotAgreed = "Away until Friday.";
    CHECK(checkHandoverText(text));
}

TEST_CASE("a handover goes to somebody of the same service who is here, and hands over what the giver holds")
{
    const std::vector<OpenNeed> open{held(Need::mentalHealth), held(Need::substanceUse)};
    CHECK(checkHandover(open, packOf(NeedScope::both), jo()));
    HandoverPack toThemselves = packOf(NeedScope::both);
    toThemselves.to = toThemselves.from;
    CHECK(checkHandover(open, toThemselves, jo()).error().detail == "handover.same");
    Worker gone = jo();
    gone.active = false;
    CHECK(checkHandover(open, packOf(NeedScope::both), gone).error().detail == "handover.not_here");
    Worker elsewhere = jo();
    elsewhere.service = ServiceId{"cmht"};
    CHECK(checkHandover(open, packOf(NeedScope::both), elsewhere).error().detail == "handover.other_service");
    Worker administrator = jo();
    administrator.role = Role::administrator;
    CHECK(checkHandover(open, packOf(NeedScope::both), administrator).error().detail == "handover.not_here");
    CHECK(checkHandover({held(Need::mentalHealth, "sam")}, packOf(NeedScope::both), jo()).error().detail ==
          "handover.holds_nothing");
    CHECK(checkHandover({held(Need::substanceUse)}, packOf(NeedScope::mentalHealth), jo()).error().detail ==
          "handover.holds_nothing");
}

TEST_CASE("a handover that would leave a need without a holder is refused")
{
    HandoverPack leaving = packOf(NeedScope::mentalHealth);
    const std::vector<OpenNeed> both{held(Need::mentalHealth), held(Need::substanceUse)};
    CHECK(checkHandover(both, leaving, jo()));  // the giver stays with the other
    leaving.leaving = true;
    CHECK(checkHandover(both, leaving, jo()).error().detail == "handover.leaves_need");
    leaving.need = NeedScope::both;
    CHECK(checkHandover(both, leaving, jo()));
    std::vector<OpenNeed> acting{held(Need::mentalHealth), held(Need::substanceUse, "sam", "cmht")};
    acting[1].acting = true;
    CHECK(checkHandover(acting, packOf(NeedScope::both), jo()).error().detail == "handover.leaves_need");
    acting[1].acting = false;
    acting[1].here = false;
    CHECK(checkHandover(acting, packOf(NeedScope::both), jo()).error().detail == "handover.leaves_need");
}

TEST_CASE("whatever is held by whom, a handover that is allowed leaves every open need with somebody who is here")
{
    SeededRandom random{11};
    const auto one = [&](auto... choices) {
        const std::vector<std::string> all{choices...};
        return all[random.next() % all.size()];
    };
    int allowed = 0;
    for (int round = 0; round < 5'000; ++round) {
        std::vector<OpenNeed> open;
        for (const Need need : allNeeds) {
            if (random.next() % 4 == 0)
                continue;
            OpenNeed each = held(need, one("priya", "jo", "sam", ""), one("lantern", "cmht"));
            each.acting = random.next() % 5 == 0;
            each.here = random.next() % 5 != 0;
            open.push_back(each);
        }
        HandoverPack pack = packOf(static_cast<NeedScope>(random.next() % 3));
        pack.leaving = random.next() % 2 == 0;
        if (!checkHandover(open, pack, jo()))
            continue;
        ++allowed;
        const auto after = afterHandover(open, pack);
        REQUIRE(after.size() == open.size());
        for (const OpenNeed& need : after) {
            REQUIRE_FALSE(need.worker.empty());
            REQUIRE_FALSE(need.acting);
            REQUIRE(need.here);
            REQUIRE((!pack.leaving || need.worker != pack.from));
        }
        REQUIRE(after != open);
    }
    CHECK(allowed > 100);
}
