#include "app/story.h"

#include "app/app_world.h"
#include "app/handovers.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Story told(std::string words)
{
    Story story;
    story[StoryPart::ownWords].text = std::move(words);
    return story;
}

/// A second keyworker of Priya's service.
app::Session colleague(AppWorld& world, std::string_view name = "Jo Mercer")
{
    Worker worker;
    worker.name = name;
    worker.role = Role::keyworker;
    worker.service = ServiceId{"lantern"};
    const auto added = app::Workers{*world.workspace}.save(world.joanne, worker, world.command());
    REQUIRE(added);
    return {*added};
}

HandoverText written()
{
    HandoverText text;
    text.matters = "Mornings are hard.";
    text.story = "One line.";
    text.storyAgreed = true;
    return text;
}

app::WriteHandoverInput packFor(AppWorld& world, const PersonId& person, const app::Session& to)
{
    return {person, to.worker.id, NeedScope::both, false, written(), world.command()};
}

WorkerId holderOf(AppWorld& world, const PersonId& person, Need need)
{
    const auto file = world.file(person);
    REQUIRE(file.now.needs[need].holder);
    return file.now.needs[need].holder->worker;
}

}  // namespace

TEST_CASE("a story is written in versions, and nobody's is written over")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Stories stories{*world.workspace};
        CHECK(stories.brief(world.priya, person.id)->number == 0);
        CHECK_FALSE(stories.open(world.priya, person.id)->owed);
        const app::WriteStoryInput input{person.id, told("Ask me, do not tell me. [[Ann drinks]]"), 0, world.command()};
        const auto first = stories.write(world.priya, input);
        REQUIRE(first);
        CHECK(first->number == 1);
        CHECK(stories.write(world.priya, input)->number == 1);  // the same command again
        CHECK(world.audit().back().detail == "repeated");

        CHECK(stories.write(world.samir, {person.id, told("Other"), 0, world.command()}).error().where == "version");
        CHECK(stories.write(world.samir, {person.id, input.story, 1, world.command()}).error().detail == "unchanged");
        CHECK(stories.write(world.samir, {person.id, Story{}, 1, world.command()}).error().where == "story");
        REQUIRE(stories.write(world.samir, {person.id, told("Ask me twice."), 1, world.command()}));
        const auto file = stories.open(world.priya, person.id);
        REQUIRE(file);
        CHECK(file->current.number == 2);
        CHECK(file->current.author == world.samir.worker.id);
        REQUIRE(file->earlier.size() == 1);
        CHECK(file->earlier[0].story == input.story);
        CHECK(file->owed);  // Priya has read the first only
        CHECK(file->names.workers.contains(world.samir.worker.id));
    });
}

TEST_CASE("each worker confirms the story as it stands, and the count of workers and of tellings is kept")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Stories stories{*world.workspace};
        REQUIRE(stories.write(world.priya, {person.id, told("Ask me."), 0, world.command()}));
        CHECK(stories.brief(world.samir, person.id)->owed);
        CHECK(stories.confirmRead(world.samir, person.id, 2).error().code == ErrorCode::conflict);
        CHECK(stories.confirmRead(world.samir, person.id, 1));
        CHECK(stories.confirmRead(world.samir, person.id, 1));
        CHECK(world.audit().back().detail == "again version 1");
        auto brief = stories.brief(world.samir, person.id);
        REQUIRE(brief);
        CHECK_FALSE(brief->owed);
        CHECK(brief->readBy == 2);
        CHECK(brief->workersSoFar >= 1);
        CHECK(brief->words == "Ask me.");

        CHECK(stories.toldAgain(world.priya, person.id, "  ").error().where == "to_whom");
        const auto again = stories.toldAgain(world.priya, person.id, "Duty desk");
        REQUIRE(again);
        CHECK(stories.brief(world.samir, person.id)->toldAgain == 1);
        CHECK(stories.takeBack(world.priya, person.id, again->id));
        CHECK(stories.takeBack(world.priya, person.id, again->id).error().code == ErrorCode::notFound);
        CHECK(stories.brief(world.samir, person.id)->toldAgain == 0);
        REQUIRE(stories.write(world.priya, {person.id, told("Ask me twice."), 1, world.command()}));
        CHECK(stories.brief(world.samir, person.id)->owed);
    });
}

TEST_CASE("an administrator sees no story, and neither does anybody ask for one of nobody")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Stories stories{*world.workspace};
        CHECK(stories.open(world.rowan, person.id).error().code == ErrorCode::forbidden);
        CHECK(stories.write(world.rowan, {person.id, told("x"), 0, world.command()}).error().code ==
              ErrorCode::forbidden);
        CHECK(stories.confirmRead(world.rowan, person.id, 1).error().code == ErrorCode::forbidden);
        CHECK(stories.passport(world.rowan, person.id, {}).error().code == ErrorCode::forbidden);
        CHECK(app::Handovers{*world.workspace}.begin(world.rowan, person.id).error().code == ErrorCode::forbidden);
        CHECK(stories.open(world.priya, PersonId{"nobody"}).error().code == ErrorCode::notFound);
        CHECK(stories.confirmRead(world.priya, person.id, 1).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("a passport has the chosen sections only, shows each reader what the person shares, and is remembered")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        app::Stories stories{*world.workspace};
        Story story = told("Ask me. [[Ann drinks]]");
        story[StoryPart::ownWords].sharing = StorySharing::anyone;
        story[StoryPart::medication] = {"Sertraline", StorySharing::askFirst};
        story.promises = {{"Ring on Monday", "Priya", {}, {}, PromiseState::open}};
        REQUIRE(stories.write(world.priya, {person.id, story, 0, world.command()}));

        const auto all = stories.passport(world.priya, person.id, {});
        REQUIRE(all);
        const std::string text = letters::plainText(letters::passportDocument(*all));
        CHECK(text.find("Ask me. [left out]") != std::string::npos);
        CHECK(text.find("Ann drinks") == std::string::npos);
        CHECK(text.find("Sertraline") != std::string::npos);
        CHECK(text.find("Ask me before this is shared.") != std::string::npos);
        CHECK(text.find("Ring on Monday, by Priya.") != std::string::npos);
        CHECK(text.find("version 1 of") != std::string::npos);
        CHECK(std::ranges::find(all->nothingToSay, PassportSection::uses) != all->nothingToSay.end());

        PassportChoice choice;
        choice.sections = {PassportSection::name, PassportSection::ownWords, PassportSection::medication};
        choice.reader = PassportReader::anyone;
        choice.largePrint = true;
        const auto shown = stories.passport(world.priya, person.id, choice);
        REQUIRE(shown);
        CHECK(shown->pieces.size() == 2);
        CHECK(shown->notShared == std::vector{PassportSection::medication});
        const auto document = letters::passportDocument(*shown, {PassportSection::ownWords});
        CHECK(document.variant == letters::Variant::largePrint);
        CHECK(letters::plainText(document).find("Left out to keep to two pages") != std::string::npos);
        CHECK(letters::plainText(document).find("Ask me. ") == std::string::npos);
        CHECK(stories.open(world.priya, person.id)->passport == choice);
    });
}

TEST_CASE("a handover pack begins with what the record knows, and changes nothing until both agree")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const app::Session jo = colleague(world);
        app::Stories stories{*world.workspace};
        Story story = told("Mornings are hard. [[Ann drinks]]");
        story.promises = {{"Ring on Monday", "Priya", {}, {}, PromiseState::open},
                          {"Old one", "", {}, {}, PromiseState::kept}};
        REQUIRE(stories.write(world.priya, {person.id, story, 0, world.command()}));
        app::Handovers handovers{*world.workspace};
        const auto begun = handovers.begin(world.priya, person.id);
        REQUIRE(begun);
        CHECK(begun->text.matters.find("Mornings are hard. [left out]") != std::string::npos);
        CHECK(begun->text.promises.find("Ring on Monday, by Priya") != std::string::npos);
        CHECK(begun->text.promises.find("Old one") == std::string::npos);
        CHECK(checkHandoverText([&] {
            auto text = begun->text;
            text.storyAgreed = true;
            return text;
        }()));
        CHECK(begun->mine.size() == 2);
        CHECK(std::ranges::any_of(begun->receivers, [&](const Worker& each) { return each.id == jo.worker.id; }));
        CHECK(std::ranges::none_of(begun->receivers, [&](const Worker& each) {
            return each.id == world.priya.worker.id || each.service != ServiceId{"lantern"} ||
                   each.role == Role::administrator;
        }));

        const auto input = packFor(world, person.id, jo);
        const auto pack = handovers.write(world.priya, input);
        REQUIRE(pack);
        CHECK(handovers.write(world.priya, input)->pack.id == pack->pack.id);  // the same command again
        CHECK(handovers.write(world.priya, packFor(world, person.id, jo)).error().detail == "handover.waits");
        CHECK(holderOf(world, person.id, Need::mentalHealth) == world.priya.worker.id);
        CHECK(handovers.waiting(jo)->lines.size() == 1);
        CHECK(handovers.waiting(jo)->lines[0].personName == "Ada Fenwick");
        CHECK(handovers.waiting(world.samir)->lines.empty());

        using enum HandoverAnswerKind;
        CHECK(handovers.answer(world.priya, {pack->pack.id, agreed, "", world.command()}).error().detail ==
              "handover.not_receiver");
        CHECK(handovers.answer(jo, {pack->pack.id, withdrawn, "", world.command()}).error().detail ==
              "handover.not_giver");
        CHECK(handovers.answer(jo, {pack->pack.id, declined, " ", world.command()}).error().where == "reason");
        CHECK(letters::plainText(*handovers.onPaper(jo, pack->pack.id)).find("has not agreed yet") !=
              std::string::npos);

        const auto version = world.file(person.id).version;
        const auto agreedNow = handovers.answer(jo, {pack->pack.id, agreed, "", world.command()});
        REQUIRE(agreedNow);
        CHECK(holderOf(world, person.id, Need::mentalHealth) == jo.worker.id);
        CHECK(holderOf(world, person.id, Need::substanceUse) == jo.worker.id);
        CHECK(world.file(person.id).version > version);
        CHECK(handovers.answer(world.priya, {pack->pack.id, withdrawn, "", world.command()}).error().where == "pack");
        CHECK(handovers.waiting(jo)->lines.empty());
        CHECK(handovers.of(world.samir, person.id)->lines.size() == 1);
        const std::string paper = letters::plainText(*handovers.onPaper(jo, pack->pack.id));
        CHECK(paper.find("Agreed by Jo Mercer at") != std::string::npos);
        CHECK(paper.find("Written by") != std::string::npos);
        CHECK(stories.brief(jo, person.id)->workersSoFar >= 2);
        CHECK(stories.brief(jo, person.id)->owed);  // the new worker is asked to read it
    });
}

TEST_CASE("a pack is taken back or declined, and one that has nothing to hand over is refused")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const app::Session jo = colleague(world);
        app::Handovers handovers{*world.workspace};
        using enum HandoverAnswerKind;
        CHECK(handovers.write(world.joanne, packFor(world, person.id, jo)).error().detail == "handover.holds_nothing");
        CHECK(handovers.write(world.priya, packFor(world, person.id, world.samir)).error().detail ==
              "handover.other_service");
        CHECK(handovers.write(world.priya, packFor(world, person.id, world.rowan)).error().detail ==
              "handover.not_here");
        auto leaving = packFor(world, person.id, jo);
        leaving.leaving = true;
        leaving.need = NeedScope::mentalHealth;
        CHECK(handovers.write(world.priya, leaving).error().detail == "handover.leaves_need");

        auto pack = handovers.write(world.priya, packFor(world, person.id, jo));
        REQUIRE(pack);
        CHECK(handovers.answer(world.priya, {pack->pack.id, withdrawn, "", world.command()}));
        CHECK(handovers.answer(jo, {pack->pack.id, agreed, "", world.command()}).error().where == "pack");
        world.clock.advance(std::chrono::minutes{1});
        pack = handovers.write(world.priya, packFor(world, person.id, jo));
        REQUIRE(pack);
        CHECK(handovers.answer(jo, {pack->pack.id, declined, "I am away next week.", world.command()}));
        CHECK(holderOf(world, person.id, Need::mentalHealth) == world.priya.worker.id);
        CHECK(handovers.of(world.priya, person.id)->lines.size() == 2);
        CHECK(handovers.of(world.priya, person.id)->lines[0].record.answer->reason == "I am away next week.");
    });
}

TEST_CASE("a pack that waited while its receiver left is not agreed")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const app::Session jo = colleague(world);
        const app::Session sam = colleague(world, "Sam Reed");
        app::Handovers handovers{*world.workspace};
        const auto first = handovers.write(world.priya, packFor(world, person.id, jo));
        REQUIRE(first);
        // Meanwhile somebody else took the person over.
        for (const Need need : allNeeds)
            world.recorded(person.id, event::WorkerChanged{ServiceId{"lantern"}, sam.worker.id, need});
        const auto late = handovers.answer(jo, {first->pack.id, HandoverAnswerKind::agreed, "", world.command()});
        CHECK(late.error().detail == "handover.holds_nothing");
        CHECK(holderOf(world, person.id, Need::mentalHealth) == sam.worker.id);
        CHECK_FALSE(handovers.of(world.priya, person.id)->lines[0].record.answer.has_value());
    });
}
