#include "app/drafts.h"

#include "app/draft_passages.h"
#include "app/drafts_left.h"
#include "app/letters.h"
#include "store/draft_repository.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

namespace {

app::AssessmentDraft saying(const std::string& words, std::int64_t version)
{
    app::AssessmentDraft draft;
    draft.form.whatMatters = words;
    draft.version = version;
    return draft;
}

std::string matters(AppWorld& world, const PersonId& person)
{
    return app::Assessments{*world.workspace}.draft(world.priya, person)->form.whatMatters;
}

}  // namespace

TEST_CASE("versions of a draft come with their authors, and one of them can be put back and that undone")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Assessments assessments{*world.workspace};
        app::Drafts drafts{*world.workspace};
        REQUIRE(assessments.saveDraft(world.priya, person.id, saying("I want to sleep.", 0)));
        world.clock.advance(1min);
        REQUIRE(assessments.saveDraft(world.samir, person.id, saying("I want to work.", 1)));

        auto versions = *drafts.versions(world.priya, person.id, "assessment");
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].worker == world.samir.worker.name);
        CHECK(versions[0].isNow);
        CHECK(versions[1].worker == world.priya.worker.name);
        CHECK_FALSE(versions[1].isNow);
        CHECK(versions[1].passages.front() == app::Passage{"what_matters", "I want to sleep."});

        world.clock.advance(1min);
        const auto before = drafts.putBack(world.priya, person.id, "assessment", versions[1].seq);
        REQUIRE(before);
        CHECK(*before == versions[0].seq);
        CHECK(matters(world, person.id) == "I want to sleep.");
        world.clock.advance(1s);
        REQUIRE(drafts.putBack(world.priya, person.id, "assessment", *before));
        CHECK(matters(world, person.id) == "I want to work.");
        CHECK(drafts.versions(world.priya, person.id, "assessment")->size() == 4);
        CHECK(drafts.putBack(world.priya, person.id, "assessment", 99).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("what was cut off is told to its worker, with what stood before, and is kept or discarded")
{
    const bool keeps = GENERATE(true, false);
    onEveryStore([&](AppWorld& world) {
        const Person person = world.registered();
        app::Drafts drafts{*world.workspace};
        CHECK(drafts.cutOff(world.priya)->empty());
        leaveCutOff(world, person.id, "I want to sleep.", "assessment", "yesterday");
        store::DraftRepository{world.workspace->connection()}.leave("assessment", person.id, "yesterday");
        CHECK(drafts.cutOff(world.priya)->empty());
        world.clock.advance(24h);
        leaveCutOff(world, person.id, "I want to sleep and to wor");

        const auto found = drafts.cutOff(world.priya);
        REQUIRE(found->size() == 1);
        CHECK(found->front().kind == "assessment");
        CHECK(found->front().personName == displayName(person));
        CHECK(found->front().at == world.clock.now());
        CHECK(drafts.cutOff(world.samir)->empty());
        CHECK_FALSE(*drafts.recovered(world.samir, person.id, "assessment"));

        const auto recovered = *drafts.recovered(world.priya, person.id, "assessment");
        REQUIRE(recovered);
        CHECK(recovered->before == std::vector<app::Passage>{{"what_matters", "I want to sleep."}});
        CHECK(recovered->now == std::vector<app::Passage>{{"what_matters", "I want to sleep and to wor"}});

        if (keeps) {
            REQUIRE(drafts.keepRecovered(world.priya, person.id, "assessment"));
            CHECK(matters(world, person.id) == "I want to sleep and to wor");
        } else {
            REQUIRE(drafts.discardRecovered(world.priya, person.id, "assessment"));
            CHECK(matters(world, person.id) == "I want to sleep.");
        }
        const auto versions = *drafts.versions(world.priya, person.id, "assessment");
        CHECK(std::ranges::any_of(versions, [](const app::DraftVersion& each) {
            return each.passages.front().text == "I want to sleep and to wor";
        }));
        CHECK(drafts.cutOff(world.priya)->empty());
        CHECK_FALSE(*drafts.recovered(world.priya, person.id, "assessment"));
    });
}

TEST_CASE("where nothing stood before, discarding what was cut off leaves no draft")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Drafts drafts{*world.workspace};
        leaveCutOff(world, person.id, "half a sen");
        REQUIRE(drafts.discardRecovered(world.priya, person.id, "assessment"));
        CHECK(app::Assessments{*world.workspace}.draft(world.priya, person.id)->version == 0);
        CHECK(drafts.versions(world.priya, person.id, "assessment")->size() == 1);
    });
}

TEST_CASE("a text that a colleague's save overtook is kept beside theirs, and in the history")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Assessments assessments{*world.workspace};
        app::Drafts drafts{*world.workspace};
        REQUIRE(assessments.saveDraft(world.samir, person.id, saying("theirs", 0)));
        REQUIRE(assessments.saveDraft(world.priya, person.id, saying("mine", 0)).error().code == ErrorCode::conflict);
        REQUIRE(assessments.saveDraft(world.priya, person.id, saying("mine, and more of it", 0)).error().code ==
                ErrorCode::conflict);

        const auto versions = *drafts.versions(world.priya, person.id, "assessment");
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].passages.front().text == "mine, and more of it");
        CHECK_FALSE(versions[0].isNow);
        CHECK(versions[1].isNow);
        CHECK(drafts.cutOff(world.priya)->empty());  // this sitting has it on the screen

        // Settled by a save of the same sitting.
        REQUIRE(assessments.saveDraft(world.priya, person.id, saying("theirs and mine", 1)));
        CHECK_FALSE(store::DraftRepository{world.workspace->connection()}.find("aside:priya:assessment", person.id));
    });
}

TEST_CASE("an overtaken text of a dead sitting is offered against the colleague's, and keeping it keeps both")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Drafts drafts{*world.workspace};
        REQUIRE(app::Assessments{*world.workspace}.saveDraft(world.samir, person.id, saying("theirs", 0)));
        leaveCutOff(world, person.id, "mine", "aside:" + world.priya.worker.id.str() + ":assessment");

        REQUIRE(drafts.cutOff(world.priya)->size() == 1);
        CHECK(drafts.cutOff(world.priya)->front().kind == "assessment");
        CHECK(drafts.cutOff(world.priya)->front().overtaken);
        const auto recovered = *drafts.recovered(world.priya, person.id, "assessment");
        REQUIRE(recovered);
        CHECK(recovered->before.front().text == "theirs");
        CHECK(recovered->now.front().text == "mine");

        world.clock.advance(1min);
        REQUIRE(drafts.keepRecovered(world.priya, person.id, "assessment"));
        CHECK(matters(world, person.id) == "mine");
        CHECK(drafts.versions(world.priya, person.id, "assessment")->size() == 2);
        CHECK(drafts.cutOff(world.priya)->empty());
    });
}

TEST_CASE("a sheet is its worker's own, comes back as it was filled in, and ends when it is recorded")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Drafts drafts{*world.workspace};
        CHECK_FALSE(*drafts.sheet(world.priya, person.id, "reply"));
        app::SheetDraft draft;
        draft.sheet = "reply";
        draft.person = person.id;
        draft.answers = {{"What they said", "Not until \"sober\""}, {"How it came", "phone"}};
        REQUIRE(drafts.saveSheet(world.priya, draft));
        draft.answers["What they said"] += ", again";
        REQUIRE(drafts.saveSheet(world.priya, draft));

        const auto read = *drafts.sheet(world.priya, person.id, "reply");
        REQUIRE(read);
        CHECK(read->answers == draft.answers);
        CHECK_FALSE(read->wasCutOff);
        CHECK_FALSE(*drafts.sheet(world.samir, person.id, "reply"));
        const std::string kind = app::Drafts::kindOfSheet(world.priya, "reply");
        CHECK(drafts.versions(world.samir, person.id, kind).error().code == ErrorCode::forbidden);
        CHECK(drafts.versions(world.priya, person.id, kind)->front().passages.size() == 2);

        REQUIRE(drafts.endSheet(world.priya, person.id, "reply"));
        CHECK_FALSE(*drafts.sheet(world.priya, person.id, "reply"));
        CHECK(drafts.endSheet(world.priya, person.id, "reply"));
        CHECK(drafts.versions(world.priya, person.id, kind)->size() == 1);
    });
}

TEST_CASE("who may not write a draft may not read what it was, and a sheet about somebody unknown is refused")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Drafts drafts{*world.workspace};
        for (const char* kind : {"assessment", "letter:1", "note:1"}) {
            CHECK(drafts.versions(world.rowan, person.id, kind).error().code == ErrorCode::forbidden);
            CHECK(drafts.putBack(world.rowan, person.id, kind, 1).error().code == ErrorCode::forbidden);
            CHECK(drafts.recovered(world.rowan, person.id, kind).error().code == ErrorCode::forbidden);
            CHECK(drafts.keepRecovered(world.rowan, person.id, kind).error().code == ErrorCode::forbidden);
            CHECK(drafts.discardRecovered(world.rowan, person.id, kind).error().code == ErrorCode::forbidden);
            CHECK(drafts.leave(world.rowan, person.id, kind).error().code == ErrorCode::forbidden);
        }
        app::SheetDraft draft;
        draft.sheet = "reply";
        draft.person = PersonId{"nobody"};
        CHECK(drafts.saveSheet(world.priya, draft).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("what was kept on this computer comes home on top of what it was typed on, and is offered")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        const TempFolder folder;
        app::Assessments assessments{*world.workspace};
        app::Drafts drafts{*world.workspace};
        REQUIRE(assessments.saveDraft(world.priya, person.id, saying("I want", 0)));
        const auto local = *drafts.openLocal(world.priya, folder.path().string());
        const auto text = app::Assessments::textOf(person.id, saying("I want to sleep", 1));
        REQUIRE(deadSitting(world, folder)->keep(text, world.priya.worker.id, world.clock.now()));

        CHECK(*drafts.bringHome(world.samir, *local) == 0);
        CHECK(*drafts.bringHome(world.priya, *local) == 1);
        CHECK(*drafts.bringHome(world.priya, *local) == 0);
        CHECK(matters(world, person.id) == "I want to sleep");
        const auto recovered = *drafts.recovered(world.priya, person.id, "assessment");
        REQUIRE(recovered);
        CHECK(recovered->before.front().text == "I want");
    });
}

TEST_CASE("what was kept on this computer waits beside what a colleague saved meanwhile")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        const TempFolder folder;
        app::Assessments assessments{*world.workspace};
        app::Drafts drafts{*world.workspace};
        REQUIRE(assessments.saveDraft(world.priya, person.id, saying("I want", 0)));
        const auto local = *drafts.openLocal(world.priya, folder.path().string());
        const auto text = app::Assessments::textOf(person.id, saying("I want to sleep", 1));
        REQUIRE(deadSitting(world, folder)->keep(text, world.priya.worker.id, world.clock.now()));
        REQUIRE(assessments.saveDraft(world.samir, person.id, saying("She wants to work", 1)));

        CHECK(*drafts.bringHome(world.priya, *local) == 1);
        CHECK(matters(world, person.id) == "She wants to work");
        const auto recovered = *drafts.recovered(world.priya, person.id, "assessment");
        REQUIRE(recovered);
        CHECK(recovered->what.overtaken);
        CHECK(recovered->now.front().text == "I want to sleep");
    });
}

TEST_CASE("any draft can be read as passages")
{
    CHECK(app::passagesOf("note:1", R"({"text":"She rang.","about":["mental_health"],"seen":true,"n":3,"no":null})") ==
          std::vector<app::Passage>{{"text", "She rang."}, {"about/1", "mental_health"}, {"seen", "yes"}, {"n", "3"}});
    CHECK(app::passagesOf("assessment", "not json").empty());
    CHECK(app::passagesOf("letter:1", "{}").empty());
}
