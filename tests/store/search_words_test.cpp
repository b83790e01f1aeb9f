#include "store/search_words.h"

#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using Words = std::vector<std::string>;

TEST_CASE("a person is found by every word of their names, number and birth date, folded")
{
    Person person = aPerson("p", "Zoë Anne", "O'Brien-Łukasz");
    person.preferredName = "Zo";
    person.nhsNumber = "9995260182";
    person.born = parseDate("1991-05-03");

    CHECK(store::searchWordsOf(person) ==
          Words{"1991-05-03", "9995260182", "anne", "lukasz", "obrien", "obrien-lukasz", "zo", "zoe"});
    CHECK(store::sortNameOf(person) == "obrien-lukasz zoe anne");
}

TEST_CASE("the words of a person in one text can be looked through for the start of each")
{
    CHECK(store::wordsInOne({"1991-05-03", "dani", "okafor"}) == " 1991-05-03 dani okafor ");
    CHECK(store::wordsInOne({}) == " ");
}

TEST_CASE("a term that starts another one is left out, for it says no more")
{
    CHECK(store::searchTermsOf("da dan") == Words{"dan"});
    CHECK(store::searchTermsOf("d daniel da ok o") == Words{"daniel", "ok"});
}

TEST_CASE("what is typed becomes starts of words, the longest first")
{
    CHECK(store::searchTermsOf("dan ok") == Words{"dan", "ok"});
    CHECK(store::searchTermsOf("  Da   OKAF ") == Words{"okaf", "da"});
    CHECK(store::searchTermsOf("O’Brien") == Words{"obrien"});
    CHECK(store::searchTermsOf("999 526 0182") == Words{"9995260182"});
    CHECK(store::searchTermsOf("999-526") == Words{"999526"});
    CHECK(store::searchTermsOf("okafor 999 52") == Words{"okafor", "99952"});
    CHECK(store::searchTermsOf("").empty());
    CHECK(store::searchTermsOf(" \t ").empty());
}

TEST_CASE("a date of birth may be typed in any of its forms")
{
    for (const char* typed :
         {"3/5/1991", "03/05/1991", "03 05 1991", "3 5 1991", "1991-05-03", "1991 5 3", "3-5-1991", "3.5.1991"}) {
        INFO(typed);
        CHECK(store::searchTermsOf(typed) == Words{"1991-05-03"});
    }
    CHECK(store::searchTermsOf("dani 3/5/1991") == Words{"1991-05-03", "dani"});
    CHECK(store::searchTermsOf("1991-05") == Words{"1991-05"});
    CHECK(store::searchTermsOf("31/02/1991") == Words{"31021991"});
}
