#include "store/bulk_fill.h"
#include "store/person_search.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using Texts = std::vector<std::string>;

namespace {

Texts indexes(db::Connection& connection)
{
    const char* sql = connection.dialect() == db::Dialect::sqlite
                          ? "SELECT name || sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1"
                          : "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1";
    return connection.list(sql, {}, [](const db::Row& row) { return row.text(0); });
}

}  // namespace

TEST_CASE("filling takes away the indexes that only serve reading, and builds the very same ones at the end")
{
    ON_EVERY_STORE(connection);
    const Texts before = indexes(connection);
    store::BulkFill fill{connection};

    {
        db::Transaction begun{connection, db::Access::write};
        fill.begin();
        begun.commit();
    }
    const Texts during = indexes(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    db::Transaction ended{connection, db::Access::write};
    fill.finish();
    ended.commit();

    CHECK(during.size() + 10 < before.size());
    for (const std::string& kept : during)
        CHECK(kept.find("UNIQUE") != std::string::npos);
    CHECK(indexes(connection) == before);
}

TEST_CASE("of one table alone the indexes are taken away and built again")
{
    ON_EVERY_STORE(connection);
    const Texts before = indexes(connection);
    store::BulkFill fill{connection};

    db::Transaction begun{connection, db::Access::write};
    fill.begin("note");
    const Texts during = indexes(connection);
    fill.finish();
    begun.commit();

    for (const std::string& index : before)
        CHECK((std::ranges::count(during, index) == 0) == (index.find("note_by_person") != std::string::npos ||
                                                           index.find("note_by_command") != std::string::npos));
    CHECK(indexes(connection) == before);
}

TEST_CASE("ending a filling that never began changes nothing")
{
    ON_EVERY_STORE(connection);
    const Texts before = indexes(connection);

    store::BulkFill{connection}.finish();

    CHECK(indexes(connection) == before);
}

TEST_CASE("people whose words were added all at once are found as if they had come one by one")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};
    Person first = aPerson("p1", "Zoë Anne", "O'Brien-Łukasz");
    first.preferredName = "Zo";
    first.born = parseDate("1991-05-03");
    Person second = aPerson("p2", "Dani", "Okafor");
    second.nhsNumber = "9995260182";
    people.insertWithoutWords(first).value();
    people.insertWithoutWords(second).value();
    const auto words = [&] {
        return connection.list("SELECT word || '|' || sort_name || '|' || person || '|' || words FROM person_word "
                               "ORDER BY word, sort_name, person",
                               {}, [](const db::Row& row) { return row.text(0); });
    };
    CHECK(words().empty());

    people.addEverybodysWords();

    const Texts atOnce = words();
    store::PersonSearchQuery query;
    query.text = "zo 3/5/1991";
    CHECK(store::PersonSearch{connection, store::everyoneSeen()}.page(query).rows.size() == 1);
    for (const char* id : {"p1", "p2"})  // saving writes the words of one person
        people.save(*people.find(PersonId{id})).value();
    CHECK(words() == atOnce);
    CHECK(atOnce.size() == 10);
}
