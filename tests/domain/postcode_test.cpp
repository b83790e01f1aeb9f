#include "domain/postcode.h"

using namespace holdfast;

TEST_CASE("postcodes of every form are accepted")
{
    for (const char* text : {"AL1 3JQ", "SG13 8DE", "WD17 1DA", "EC1A 1BB", "W1A 0AX", "M1 1AE", "B33 8TH", "CR2 6XH",
                             "DN55 1PT", "GIR 0AA", "SE1P 4AA", "N1C 4AG"}) {
        INFO(text);
        const auto postcode = Postcode::parse(text);
        REQUIRE(postcode);
        CHECK(postcode->text() == text);
    }
}

TEST_CASE("what is no postcode is refused without being repeated")
{
    for (const char* text :
         {"QA1 1AA", "VA1 1AA", "XA1 1AA",  "AI1 1AA",    "AJ1 1AA",   "AZ1 1AA", "SG1 11AA", "SG1 1A",   "SG 1AA",
          "SG1 1CA", "SG1 1AI", "SG1 AAA",  "SG111 1AA",  "1SG 1AA",   "A1I 1AA", "EC1C 1BB", "ZZ99 3XZ", "ZZ99 4VZ",
          "",        "SG1-1AA", "SG1 1A A", "SG1 1A\x01", "ＳＧ1 1AA", "12345",   "GIR 0AB"}) {
        INFO(text);
        const auto postcode = Postcode::parse(text);
        REQUIRE_FALSE(postcode);
        CHECK(postcode.error() == Error{ErrorCode::invalid, "postcode", "expected a UK postcode such as \"AL1 3JQ\""});
    }
}

TEST_CASE("case and spacing are put right first")
{
    CHECK(Postcode::parse("al13jq").value().text() == "AL1 3JQ");
    CHECK(Postcode::parse("  sg13  8de ").value().text() == "SG13 8DE");
    CHECK(Postcode::parse("e c1 a 1bb").value().text() == "EC1A 1BB");
}

TEST_CASE("a postcode knows its district and its area")
{
    CHECK(Postcode::parse("SG13 8DE").value().outward() == "SG13");
    CHECK(Postcode::parse("SG13 8DE").value().area() == "SG");
    CHECK(Postcode::parse("M1 1AE").value().area() == "M");
    CHECK(Postcode::parse("EC1A 1BB").value().area() == "EC");
}

TEST_CASE("the pseudo-postcodes for no fixed address and not known are accepted by name")
{
    for (const char* text : {"ZZ99 3VZ", "zz993wz"}) {
        const auto postcode = Postcode::parse(text);
        REQUIRE(postcode);
        CHECK(postcode->isPseudo());
    }
    CHECK_FALSE(Postcode::parse("GIR 0AA").value().isPseudo());
    CHECK_FALSE(Postcode::parse("SG1 1AA").value().isPseudo());
}

TEST_CASE("the first half of a postcode is read alone, and nothing else passes for it")
{
    CHECK(parseOutward(" al1 ") == "AL1");
    CHECK(parseOutward("EC1A") == "EC1A");
    for (const char* text : {"", "AL", "AL1 3JQ", "AL13JQ", "1AL", "ZZ99", "AL1,"})
        CHECK_FALSE(parseOutward(text));
}
