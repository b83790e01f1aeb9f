#include "app/app_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

Person aPerson()
{
    Person person;
    person.givenName = "Bronwen";
    person.familyName = "Ashdown";
    person.born = Date{std::chrono::year{1991} / 5 / 3};
    person.nhsNumber = "999 526 0182";
    return person;
}

std::string refusedField(AppWorld& world, const Person& person)
{
    const auto answer = world.people().registerPerson(world.priya, person, world.command());
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::invalid);
    return answer.error().where;
}

std::vector<std::string> found(AppWorld& world, const std::string& text)
{
    app::PeopleQuery query;
    query.text = text;
    const auto page = world.people().search(world.priya, query);
    REQUIRE(page);
    std::vector<std::string> names;
    for (const app::PersonRow& row : page->rows)
        names.push_back(row.name);
    return names;
}

}  // namespace

TEST_CASE("a registered person is found by name, number and date of birth as somebody types")
{
    onEveryStore([](AppWorld& world) {
        Person person = aPerson();
        person.preferredName = "Bron";
        const auto saved = world.people().registerPerson(world.priya, person, world.command());
        REQUIRE(saved);
        CHECK(saved->nhsNumber == "9995260182");
        CHECK(saved->version == 1);
        world.registered("Zak", "Birch");
        const std::vector<std::string> only{"Bron Ashdown"};
        CHECK(found(world, "ash") == only);
        CHECK(found(world, "bronw") == only);
        CHECK(found(world, "999 526") == only);
        CHECK(found(world, "3/5/1991") == only);
        CHECK(found(world, "").size() == 2);
        CHECK(found(world, "nobody").empty());
        const auto again = world.people().find(world.priya, saved->id);
        REQUIRE(again);
        CHECK(*again == *saved);
    });
}

TEST_CASE("a number that is registered already is a conflict at its field")
{
    onEveryStore([](AppWorld& world) {
        REQUIRE(world.people().registerPerson(world.priya, aPerson(), world.command()));
        Person other = aPerson();
        other.givenName = "Una";
        const auto answer = world.people().registerPerson(world.priya, other, world.command());
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::conflict);
        CHECK(answer.error().where == "nhsNumber");
        CHECK(found(world, "").size() == 1);
    });
}

TEST_CASE("registering twice with one command makes one person")
{
    onEveryStore([](AppWorld& world) {
        const CommandId command = world.command();
        const auto first = world.people().registerPerson(world.priya, aPerson(), command);
        const auto again = world.people().registerPerson(world.priya, aPerson(), command);
        REQUIRE(first);
        REQUIRE(again);
        CHECK(first->id == again->id);
        CHECK(found(world, "").size() == 1);
    });
}

TEST_CASE("a field that cannot be is refused by its name")
{
    onEveryStore([](AppWorld& world) {
        Person person = aPerson();
        person.givenName = "  ";
        person.familyName.clear();
        CHECK(refusedField(world, person) == "givenName");
        person = aPerson();
        person.born = londonDate(world.clock.now()) + std::chrono::days{1};
        CHECK(refusedField(world, person) == "born");
        person.born = Date{std::chrono::year{1880} / 1 / 1};
        CHECK(refusedField(world, person) == "born");
        person = aPerson();
        person.nhsNumber = "9995260183";
        CHECK(refusedField(world, person) == "nhsNumber");
        person.nhsNumber.clear();
        CHECK(refusedField(world, person) == "nhsNumber");
        person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
        person.postcode = "SG1 11AA";
        CHECK(refusedField(world, person) == "postcode");
        person.postcode = "wx12ab";
        person.fit.workHours = "whenever";
        CHECK(refusedField(world, person) == "workHours");
        person.fit.workHours = "mon-fri 06:00-14:00";
        const auto saved = world.people().registerPerson(world.priya, person, world.command());
        REQUIRE(saved);
        CHECK(saved->postcode == "WX1 2AB");
    });
}

TEST_CASE("an edit that carries an old version is refused and changes nothing")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        Person mine = person;
        mine.pronouns = "they/them";
        const auto saved = world.people().save(world.priya, mine);
        REQUIRE(saved);
        CHECK(saved->version == person.version + 1);
        Person stale = person;
        stale.wishes = "call in the morning";
        const auto answer = world.people().save(world.samir, stale);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::conflict);
        CHECK(answer.error().where == "version");
        CHECK(world.people().find(world.priya, person.id)->wishes.empty());
    });
}

TEST_CASE("a date of birth after what is recorded is refused")
{
    onEveryStore([](AppWorld& world) {
        Person person = world.referred();
        world.clock.advance(std::chrono::days{400});
        person.born = londonDate(world.clock.now()) - std::chrono::days{2};
        const auto answer = world.people().save(world.priya, person);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().where == "born");
        CHECK(world.people().find(world.priya, person.id)->born != person.born);
    });
}

TEST_CASE("lists show the people of a worker, of a service or of everyone")
{
    onEveryStore([](AppWorld& world) {
        world.referred();
        world.registered("Zak", "Birch");
        app::PeopleQuery query;
        query.scope = app::Scope::mine;
        const auto mine = world.people().search(world.priya, query);
        REQUIRE(mine);
        REQUIRE(mine->rows.size() == 1);
        CHECK(mine->rows.front().holderName == "Priya Raman");
        CHECK(mine->rows.front().clasp == ClaspState::held);
        CHECK(mine->rows.front().age == 42);
        CHECK(world.people().search(world.samir, query)->rows.empty());
        query.scope = app::Scope::team;
        CHECK(world.people().search(world.joanne, query)->rows.size() == 1);
        query.scope = app::Scope::everyone;
        CHECK(world.people().search(world.samir, query)->rows.size() == 2);
        query.filter = app::PeopleFilter::bounced;
        CHECK(world.people().search(world.samir, query)->rows.empty());
    });
}

TEST_CASE("an administrator sees no person")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        CHECK_FALSE(world.people().search(world.rowan, {}));
        CHECK_FALSE(world.people().find(world.rowan, person.id));
        CHECK_FALSE(world.people().registerPerson(world.rowan, aPerson(), world.command()));
        CHECK_FALSE(world.people().save(world.rowan, person));
    });
}
