#include "store/person_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Every field set to something of its own.
Person fullPerson()
{
    Person person = aPerson("person-1", "Dani", "O'Kafor \"x\"");
    person.preferredName = "Dan";
    person.pronouns = "they/them";
    person.born = parseDate("1954-02-28");
    person.sex = Sex::female;
    person.gender = "non-binary";
    person.nhsNumber = "9995260182";
    person.nhsNumberMissing = NhsNumberMissing::none;
    person.addressStatus = AddressStatus::known;
    person.address = "1 Harbour Row\nWrenfield";
    person.postcode = "AL1 3JQ";
    person.contact = {"07700 900123", "dani@example.org", "text first", true, false, true, false};
    person.interpreter = "Polish";
    person.adjustments = "quiet room";
    person.accessNeeds = "step free";
    person.ethnicity = "A";
    person.companion = "brother";
    person.wishes = "to sleep";
    person.safetyAlerts = "No voicemail: shared phone";
    person.fit.avoidsHomeArea = true;
    person.fit.prefersOneToOne = false;
    person.fit.prefersRemote = true;
    person.fit.needsTravelHelp = false;
    person.fit.needsStepFree = true;
    person.fit.wantsLivedExperience = false;
    person.fit.wantsFamilySupport = true;
    person.fit.language = "pl";
    person.fit.workHours = "mon-fri 06:00-14:00";
    person.fit.childrenInHousehold = 2;
    return person;
}

}  // namespace

TEST_CASE("every field of a person survives the trip to the store, and so does every unknown")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};

    Person full = people.insert(fullPerson()).value();
    const Person bare = people.insert(aPerson("person-2", "", "Łukasz")).value();
    full.version = 1;

    CHECK(people.find(full.id) == full);
    CHECK(people.find(bare.id) == bare);
    CHECK(people.find(PersonId{"nobody"}) == std::nullopt);
    CHECK(people.findByNhsNumber("9995260182") == full.id);
    CHECK(people.findByNhsNumber("") == std::nullopt);
    CHECK(people.countAll() == 2);
}

TEST_CASE("a saved person changes in every field, and the version goes up")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};
    people.insert(aPerson("person-1", "Old", "Name")).value();
    Person edited = fullPerson();
    edited.version = 1;

    const Person saved = people.save(edited).value();

    CHECK(saved.version == 2);
    CHECK(people.find(saved.id) == saved);
}

TEST_CASE("the second of two savers is told of the conflict, and nothing of theirs is kept")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};
    Person mine = people.insert(aPerson("person-1", "Dani", "Okafor")).value();
    Person theirs = mine;
    mine.pronouns = "she/her";
    theirs.familyName = "Lost";

    CHECK(people.save(mine).value().version == 2);
    const auto refused = people.save(theirs);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::conflict);
    CHECK(refused.error().where == "version");
    CHECK(people.find(mine.id)->familyName == "Okafor");
}

TEST_CASE("an NHS number belongs to one person, whether new or edited")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};
    people.insert(fullPerson()).value();
    Person other = people.insert(aPerson("person-2", "Sam", "Reed")).value();
    other.nhsNumber = fullPerson().nhsNumber;
    Person third = other;
    third.id = PersonId{"person-3"};

    CHECK(people.insert(third).error().where == "nhsNumber");
    CHECK(people.save(other).error().where == "nhsNumber");
    CHECK(people.insert(aPerson("person-2", "Twice", "Over")).error().where == "id");
    CHECK(people.insert(aPerson("person-4", "No", "Number")).has_value());
    CHECK(people.countAll() == 3);
}

TEST_CASE("ids are visited in order, page by page")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};
    for (const char* id : {"c", "a", "b"})
        addPerson(connection, aPerson(id, "Some", "Body"));

    CHECK(people.ids(PersonId{}, 2) == std::vector{PersonId{"a"}, PersonId{"b"}});
    CHECK(people.ids(PersonId{"b"}, 2) == std::vector{PersonId{"c"}});
}
