#include "store/consistency.h"
#include "store/handover_repository.h"
#include "store/store_world.h"
#include "store/story_repository.h"
#include "store/word_list_repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    rememberCommand(connection);
    rememberCommand(connection, "command-2");
}

store::StoryRow aStory(int after, std::string body)
{
    store::StoryRow row;
    row.version.person = PersonId{"p1"};
    row.version.number = after;
    row.version.author = WorkerId{"priya"};
    row.version.role = Role::coordinator;
    row.version.service = ServiceId{"lantern"};
    row.version.writtenAt = monday;
    row.version.command = CommandId{"command-1"};
    row.body = std::move(body);
    return row;
}

HandoverPack aPack(const std::string& id, Instant at = monday)
{
    HandoverPack pack;
    pack.id = HandoverPackId{id};
    pack.person = PersonId{"p1"};
    pack.from = WorkerId{"priya"};
    pack.to = WorkerId{"jo"};
    pack.need = NeedScope::substanceUse;
    pack.leaving = true;
    pack.writtenAt = at;
    pack.command = CommandId{"command-1"};
    return pack;
}

}  // namespace

TEST_CASE("a story is kept in versions, and a second one over the same version is refused")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::StoryRepository stories{connection};
    CHECK(stories.of(PersonId{"p1"}).empty());
    CHECK(stories.add(aStory(0, "{\"a\":1}"))->version.number == 1);
    CHECK(stories.add(aStory(0, "{\"b\":1}")).error().where == "version");
    CHECK(stories.add(aStory(2, "{\"b\":1}")).error().code == ErrorCode::conflict);
    CHECK(stories.add(aStory(1, "{\"c\":“é”}"))->version.number == 2);
    const auto all = stories.of(PersonId{"p1"});
    REQUIRE(all.size() == 2);
    CHECK(all[0].body == "{\"c\":“é”}");
    CHECK(all[0].version.role == Role::coordinator);
    CHECK(all[1].version.writtenAt == monday);
    CHECK(stories.byCommand(CommandId{"command-1"}).has_value());
    CHECK_FALSE(stories.byCommand(CommandId{"command-2"}).has_value());
    CHECK(stories.of(PersonId{"p2"}).empty());

    CHECK(stories.addReading({PersonId{"p1"}, 2, WorkerId{"jo"}, monday}));
    CHECK_FALSE(stories.addReading({PersonId{"p1"}, 2, WorkerId{"jo"}, monday + 1h}));
    CHECK(stories.readings(PersonId{"p1"}) == std::vector<StoryReading>{{PersonId{"p1"}, 2, WorkerId{"jo"}, monday}});
    CHECK_THROWS_AS(stories.addReading({PersonId{"p1"}, 7, WorkerId{"jo"}, monday}), db::Failure);
    for (const char* sql : {"UPDATE story SET body = '{}'", "DELETE FROM story",
                            "UPDATE story_reading SET worker = 'x'", "DELETE FROM story_reading"})
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    CHECK(store::findInconsistencies(connection).empty());
}

TEST_CASE("a telling is written down and taken back once, and the last choice of sections counts")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::StoryRepository stories{connection};
    const Retelling retelling{RetellingId{"r1"}, PersonId{"p1"}, "Duty desk", WorkerId{"jo"}, monday, false};
    stories.addRetelling(retelling);
    CHECK(stories.retellings(PersonId{"p1"}) == std::vector{retelling});
    CHECK_FALSE(stories.takeBackRetelling(retelling.id, PersonId{"p2"}));
    CHECK(stories.takeBackRetelling(retelling.id, PersonId{"p1"}));
    CHECK_FALSE(stories.takeBackRetelling(retelling.id, PersonId{"p1"}));
    CHECK(stories.retellings(PersonId{"p1"})[0].takenBack);

    CHECK_FALSE(stories.passport(PersonId{"p1"}).has_value());
    stories.rememberPassport(PersonId{"p1"}, {"[]", PassportReader::anyone, true, WorkerId{"jo"}, monday});
    stories.rememberPassport(PersonId{"p1"}, {"[1]", PassportReader::services, false, WorkerId{"priya"}, monday});
    const auto passport = stories.passport(PersonId{"p1"});
    REQUIRE(passport);
    CHECK(passport->sections == "[1]");
    CHECK(passport->reader == PassportReader::services);
    CHECK_FALSE(passport->largePrint);
}

TEST_CASE("a handover pack waits for one answer, and neither changes")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::HandoverRepository packs{connection};
    packs.add(aPack("h1"), "{}");
    packs.add(aPack("h2", monday + 1h), "{\"a\":2}");
    CHECK(packs.find(HandoverPackId{"h1"})->pack == aPack("h1"));
    CHECK_FALSE(packs.find(HandoverPackId{"h3"}).has_value());
    CHECK(packs.byCommand(CommandId{"command-1"}).has_value());
    CHECK(packs.of(PersonId{"p1"}).size() == 2);
    CHECK(packs.of(PersonId{"p1"})[0].body == "{\"a\":2}");
    CHECK(packs.waiting(WorkerId{"jo"}).size() == 2);
    CHECK(packs.waiting(WorkerId{"priya"}).size() == 2);
    CHECK(packs.waiting(WorkerId{"sam"}).empty());
    const HandoverAnswer agreed{HandoverPackId{"h1"}, HandoverAnswerKind::agreed, "", WorkerId{"jo"},
                                monday + 2h,          CommandId{"command-2"}};
    CHECK(packs.answer(agreed));
    HandoverAnswer late = agreed;
    late.kind = HandoverAnswerKind::declined;
    CHECK_FALSE(packs.answer(late));
    CHECK(packs.find(HandoverPackId{"h1"})->answer == agreed);
    CHECK(packs.waiting(WorkerId{"jo"}).size() == 1);
    for (const char* sql : {"UPDATE handover_pack SET body = 'x'", "DELETE FROM handover_pack",
                            "UPDATE handover_answer SET worker = 'x'", "DELETE FROM handover_answer"})
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    CHECK(store::findInconsistencies(connection).empty());
    packs.answer(
        {HandoverPackId{"h2"}, HandoverAnswerKind::withdrawn, "", WorkerId{"jo"}, monday, CommandId{"command-2"}});
    CHECK(store::findInconsistencies(connection) ==
          std::vector<store::Inconsistency>{{"story", "agreed_by_somebody_else: h2"}});
}

TEST_CASE("a team's changes to the list of words are rows that stay, and a stale one is refused")
{
    ON_EVERY_STORE(connection);
    store::WordListRepository list{connection};
    const ServiceId lantern{"lantern"};
    const KindWordRow row{{KindWordId{"blot"}, "blot = mark", "Kinder"}, true, 0, WorkerId{"jo"}, monday};
    const auto first = list.add(lantern, row);
    REQUIRE(first);
    CHECK(first->version == 1);
    CHECK(list.add(lantern, row).error().code == ErrorCode::conflict);
    KindWordRow off = *first;
    off.on = false;
    CHECK(list.add(lantern, off)->version == 2);
    CHECK(list.of(lantern).size() == 1);
    CHECK_FALSE(list.of(lantern)[0].on);
    CHECK(list.history(lantern, KindWordId{"blot"}).size() == 2);
    CHECK(list.history(lantern, KindWordId{"blot"})[0] == *first);
    CHECK(list.of(ServiceId{"cmht"}).empty());
    CHECK_THROWS_AS(connection.execute("UPDATE kind_word SET why = 'x'"), db::Failure);
    CHECK_THROWS_AS(connection.execute("DELETE FROM kind_word"), db::Failure);
}
