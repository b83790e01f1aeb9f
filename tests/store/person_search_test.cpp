#include "store/person_search.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace holdfast;
using namespace holdfast::test;
using Texts = std::vector<std::string>;

namespace {

void addSearchable(db::Connection& connection)
{
    const auto add = [&](std::string_view id, std::string given, std::string family, std::string preferred,
                         std::string number, const char* born) {
        Person person = aPerson(id, std::move(given), std::move(family));
        person.preferredName = std::move(preferred);
        person.nhsNumber = std::move(number);
        person.born = parseDate(born);
        addPerson(connection, person);
    };
    add("p1", "Danielle", "Okafor", "Dani", "9995260182", "1991-05-03");
    add("p2", "Daniel", "O'Brien", "", "9993471286", "1984-12-25");
    add("p3", "Łucja", "Żak-Daniels", "Lu", "", "1991-05-03");
    add("p4", "José", "Muñoz", "Pepe", "", "2008-01-31");
    add("p5", "Okan", "Dag", "", "", "1970-01-01");
}

Texts found(db::Connection& connection, const std::string& text)
{
    store::PersonSearchQuery query;
    query.text = text;
    query.now = monday;
    Texts names;
    for (const auto& row : store::PersonSearch{connection, store::everyoneSeen()}.page(query).rows)
        names.push_back(row.person.name);
    return names;
}

}  // namespace

TEST_CASE("people are found by the start of any words of their names, number or birth date")
{
    ON_EVERY_STORE(connection);
    addSearchable(connection);
    const std::string dani = "Dani Okafor";
    const std::string daniel = "Daniel O'Brien";
    const std::string lu = "Lu Żak-Daniels";
    const std::string pepe = "Pepe Muñoz";
    const std::string okan = "Okan Dag";
    const struct {
        const char* typed;
        Texts expected;
    } cases[] = {
        {"dan ok", {dani}},
        {"ok dan", {dani}},
        {"okafor danielle", {dani}},
        {"DANI", {dani, daniel, lu}},
        {"da", {okan, dani, daniel, lu}},
        {"ok da", {dani, okan}},
        {"obrien", {daniel}},
        {"O'Brien", {daniel}},
        {"o’bri", {daniel}},
        {"munoz", {pepe}},
        {"MUÑ", {pepe}},
        {"jose", {pepe}},
        {"lucja", {lu}},
        {"zak", {lu}},
        {"daniels", {lu}},
        {"żak-dan", {lu}},
        {"9995260182", {dani}},
        {"999 526", {dani}},
        {"999", {daniel, dani}},
        {"3/5/1991", {lu, dani}},
        {"03 05 1991", {lu, dani}},
        {"1991-05-03", {lu, dani}},
        {"1991", {lu, dani}},
        {"okafor 3/5/1991", {dani}},
        {"okafor 999", {dani}},
        {"25/12/1984", {daniel}},
        {"danx", {}},
        {"dan smith", {}},
        {"%", {}},
        {"_", {}},
        {"' OR 1=1 --", {}},
    };
    for (const auto& row : cases) {
        INFO(row.typed);
        auto actual = found(connection, row.typed);
        auto expected = row.expected;
        std::ranges::sort(actual);
        std::ranges::sort(expected);
        CHECK(actual == expected);
    }
}

TEST_CASE("without text everybody is listed by family name; with it by the word that matched")
{
    ON_EVERY_STORE(connection);
    addSearchable(connection);

    CHECK(found(connection, "") == Texts{"Okan Dag", "Pepe Muñoz", "Daniel O'Brien", "Dani Okafor", "Lu Żak-Daniels"});
    CHECK(found(connection, "da") == Texts{"Okan Dag", "Dani Okafor", "Daniel O'Brien", "Lu Żak-Daniels"});
}

TEST_CASE("a person who was renamed is found by the new name only")
{
    ON_EVERY_STORE(connection);
    store::PersonRepository people{connection};
    Person person = people.insert(aPerson("p1", "Dani", "Okafor")).value();
    person.familyName = "Ashworth";
    people.save(person).value();

    CHECK(found(connection, "ashworth") == Texts{"Dani Ashworth"});
    CHECK(found(connection, "okafor").empty());
    CHECK(found(connection, "dani") == Texts{"Dani Ashworth"});
}

TEST_CASE("pages follow each other without gap or repeat while people are added and namesakes abound")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    store::CaseCache cache{connection};
    for (int i = 0; i < 23; ++i) {
        const std::string id = "p" + std::to_string(100 + i);
        // Every third has the same name, and every second matches "sa" by two of their words.
        addPerson(connection, aPerson(id, i % 2 == 0 ? "Sam" : "Ana", i % 3 == 0 ? "Salt" : "Sandy" + id));
        cache.insert(aCase(id));
    }
    for (const std::string text : {"", "sa", "sam", "s sa"}) {
        for (const auto& heldBy : {store::HeldBy{}, store::HeldBy{WorkerId{"priya"}, {}}}) {
            INFO(text << " held by " << heldBy.worker.text());
            store::PersonSearchQuery query;
            query.text = text;
            query.now = monday;
            query.heldBy = heldBy;
            query.limit = 4;
            std::set<std::string> seen;
            std::size_t rows = 0;
            do {
                const auto page = store::PersonSearch{connection, store::everyoneSeen()}.page(query);
                rows += page.rows.size();
                for (const auto& row : page.rows)
                    seen.insert(row.person.id.str());
                CHECK(page.rows.size() <= 4);
                query.after = page.next;
            } while (!query.after.empty());
            CHECK(seen.size() == (text == "sam" ? 12U : 23U));
            CHECK(rows == seen.size());
        }
    }
}

TEST_CASE("the next page goes on along the same word although another has become the rarer one")
{
    ON_EVERY_STORE(connection);
    for (int i = 0; i < 6; ++i)
        addPerson(connection,
                  aPerson("p" + std::to_string(i), "Sam", "Ash" + std::string(1, static_cast<char>('a' + i))));
    addPerson(connection, aPerson("q0", "Sam", "Zed"));
    store::PersonSearchQuery query;
    query.text = "sam ash";  // six words start with "ash", seven with "sam": the list goes along "ash"
    query.limit = 3;
    auto page = store::PersonSearch{connection, store::everyoneSeen()}.page(query);
    REQUIRE(page.rows.size() == 3);
    for (int i = 0; i < 4; ++i)
        addPerson(connection, aPerson("r" + std::to_string(i), "Jo", "Ashwell" + std::to_string(i)));

    query.after = page.next;
    page = store::PersonSearch{connection, store::everyoneSeen()}.page(query);

    REQUIRE(page.rows.size() == 3);
    CHECK(page.rows.front().person.id == PersonId{"p3"});
    CHECK(page.rows.back().person.id == PersonId{"p5"});
    CHECK(page.next.empty());
}

TEST_CASE("a page that ends exactly at the last row says that no other follows")
{
    ON_EVERY_STORE(connection);
    addSearchable(connection);
    store::PersonSearchQuery query;
    query.limit = 5;

    const auto page = store::PersonSearch{connection, store::everyoneSeen()}.page(query);

    CHECK(page.rows.size() == 5);
    CHECK(page.next.empty());
}

TEST_CASE("a row shows both needs, who is accountable, and what is late")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addSearchable(connection);
    auto rows = aCase("p1");
    rows.bounces = {aBounce(mondaysDate)};
    rows.needs.substanceUse.silentFrom = monday - 1h;
    store::CaseCache{connection}.insert(rows);
    store::PersonSearchQuery query;
    query.text = "okafor";
    query.now = monday;

    const auto page = store::PersonSearch{connection, store::everyoneSeen()}.page(query);

    REQUIRE(page.rows.size() == 1);
    const auto& row = page.rows.front();
    CHECK(row.person.fullName == "Danielle Okafor");
    CHECK(row.person.born == parseDate("1991-05-03"));
    CHECK(row.person.nhsNumber == "9995260182");
    CHECK(row.status == PerNeed<NeedStatus>{NeedStatus::present, NeedStatus::present});
    CHECK(row.detail == PerNeed<std::string>{"psychosis", "alcohol"});
    CHECK(row.leg.mentalHealth == LegState::sent);
    CHECK(row.silent == PerNeed<bool>{false, true});
    CHECK(row.clasp == ClaspState::held);
    CHECK(row.bounces == 1);
    CHECK(row.nextDue == monday + 24h);
    CHECK(row.holderName == "Priya Raman");
}

TEST_CASE("filters and scopes show the people they name, those without any case among the released")
{
    ON_EVERY_STORE(connection);
    addStaff(connection);
    addSearchable(connection);
    store::CaseCache cache{connection};
    cache.insert(aCase("p1"));
    auto joined = aCase("p2");
    joined.clasp = ClaspState::joined;
    joined.acceptedNeeds = 2;
    for (const Need need : allNeeds) {
        joined.needs[need].holderWorker = WorkerId{"jo"};
        joined.needs[need].holderService = ServiceId{"cmht"};
    }
    joined.nextDue = monday - 1h;
    cache.insert(joined);
    store::CaseCacheRows released;
    released.person = PersonId{"p3"};
    released.bounces = {aBounce(mondaysDate)};
    cache.insert(released);

    const auto ids = [&](store::CaseFilter filter, store::HeldBy heldBy, std::string text) {
        store::PersonSearchQuery query;
        query.filter = filter;
        query.heldBy = heldBy;
        query.text = std::move(text);
        query.now = monday;
        std::set<std::string> found;
        for (const auto& row : store::PersonSearch{connection, store::everyoneSeen()}.page(query).rows)
            found.insert(row.person.id.str());
        return found;
    };
    using Ids = std::set<std::string>;
    using Filter = store::CaseFilter;
    const store::HeldBy anyone;
    const store::HeldBy priya{WorkerId{"priya"}, {}};
    const store::HeldBy cmht{{}, ServiceId{"cmht"}};

    CHECK(ids(Filter::held, anyone, "") == Ids{"p1"});
    CHECK(ids(Filter::joined, anyone, "") == Ids{"p2"});
    CHECK(ids(Filter::bounced, anyone, "") == Ids{"p3"});
    CHECK(ids(Filter::overdue, anyone, "") == Ids{"p2"});
    CHECK(ids(Filter::released, anyone, "") == Ids{"p3", "p4", "p5"});
    CHECK(ids(Filter::all, priya, "") == Ids{"p1"});
    CHECK(ids(Filter::all, cmht, "") == Ids{"p2"});
    CHECK(ids(Filter::all, priya, "dan") == Ids{"p1"});
    CHECK(ids(Filter::all, cmht, "dan") == Ids{"p2"});
    CHECK(ids(Filter::overdue, priya, "") == Ids{});
    CHECK(ids(Filter::bounced, anyone, "daniels") == Ids{"p3"});
}

TEST_CASE("when few are found, those whose names sound alike or differ by a letter follow, and say so")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Danny", "Okaphor"));
    addPerson(connection, aPerson("p3", "Sam", "Okafar"));
    addPerson(connection, aPerson("p4", "Catherine", "Reid"));
    const auto alike = [&](const std::string& text, bool wanted = true) {
        store::PersonSearchQuery query;
        query.text = text;
        query.alike = wanted;
        std::vector<std::string> found;
        for (const auto& row : store::PersonSearch{connection, store::everyoneSeen()}.page(query).rows)
            found.push_back(row.person.id.str() + ' ' + std::to_string(static_cast<int>(row.likeness)) + row.alike);
        return found;
    };
    using Found = std::vector<std::string>;
    CHECK(alike("okafor") == Found{"p1 0", "p3 1okafar", "p2 2okaphor"});
    CHECK(alike("okafor", false) == Found{"p1 0"});
    CHECK(alike("dani okafor") == Found{"p1 0"});
    CHECK(alike("danny okafor") == Found{"p2 2okaphor", "p1 2dani"});
    CHECK(alike("kathryn") == Found{"p4 2catherine"});
    CHECK(alike("kathryn reid") == Found{"p4 2catherine"});
    CHECK(alike("ka").empty());
    addPerson(connection, aPerson("p5", "Dany", "Okafor"));
    addPerson(connection, aPerson("p6", "Dani", "Okaphor"));
    CHECK(alike("dani okafor") == Found{"p1 0", "p5 1dany", "p6 2okaphor"});
    CHECK(alike("9995260182").empty());
    auto person = *store::PersonRepository{connection}.find(PersonId{"p3"});
    person.familyName = "Mercer";
    REQUIRE(store::PersonRepository{connection}.save(person));
    CHECK(alike("okafor") == Found{"p1 0", "p5 0", "p6 2okaphor", "p2 2okaphor"});
}
