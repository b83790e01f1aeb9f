#include "domain/nhs_number.h"

using namespace holdfast;

TEST_CASE("NHS numbers of the test range with a right check digit are accepted")
{
    for (const char* text :
         {"9990000018", "9990000050", "9997773330", "9990123454", "9991111115", "9434765919", "9990000026",
          "9990000034", "9990000042", "9990000069", "9990000077", "9990000085", "9990000093", "9990000107",
          "9990000115", "9990000123", "9990000131", "9990000158", "9990000166", "9990000174", "9990000182",
          "9990000190", "9995260182", "9991590838", "9990166137", "9991860916", "9993909963", "9990308241",
          "9996281949", "9998219930", "9995181908", "9992319488", "9997574915", "9991862528"}) {
        INFO(text);
        const auto number = NhsNumber::parse(text);
        REQUIRE(number);
        CHECK(number->digits() == text);
    }
}

TEST_CASE("NHS numbers that cannot be are refused")
{
    for (const char* text :
         {"9990000081", "9990123456", "9434765918", "999000001", "99900000l8", "9991234560", "", "99900000180",
          "999000000X", "99900000018 1", "９９９0000018", "+9990000018", "9990000018\n"}) {
        INFO(text);
        const auto number = NhsNumber::parse(text);
        REQUIRE_FALSE(number);
        CHECK(number.error().code == ErrorCode::invalid);
        CHECK(number.error().where == "nhs_number");
        CHECK(number.error().detail.find("999") == std::string::npos);
    }
}

TEST_CASE("a base whose check digit would be 10 has no valid number")
{
    for (const std::string base : {"999000000", "999123456", "999600001"})
        for (char last = '0'; last <= '9'; ++last)
            CHECK_FALSE(NhsNumber::parse(base + last));
}

TEST_CASE("ten equal digits are refused although they pass Modulus 11")
{
    for (char digit = '0'; digit <= '9'; ++digit)
        CHECK_FALSE(NhsNumber::parse(std::string(10, digit)));
}

TEST_CASE("spaces and hyphens are accepted")
{
    CHECK(NhsNumber::parse(" 999 526 0182 ").value().digits() == "9995260182");
    CHECK(NhsNumber::parse("999-526-0182").value() == NhsNumber::parse("9995260182").value());
}

TEST_CASE("one mistyped digit is always noticed, and so are two neighbours swapped")
{
    const std::string right = "9995260182";
    for (std::size_t i = 0; i < right.size(); ++i)
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string typed = right;
            typed[i] = digit;
            CHECK(NhsNumber::parse(typed).has_value() == (typed == right));
        }
    for (std::size_t i = 0; i + 1 < right.size(); ++i) {
        std::string typed = right;
        std::swap(typed[i], typed[i + 1]);
        CHECK(NhsNumber::parse(typed).has_value() == (typed == right));
    }
}
