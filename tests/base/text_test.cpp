#include "base/text.h"

using namespace holdfast;

TEST_CASE("folding makes names comparable and keeps other scripts")
{
    CHECK(folded("  José  O’Brien ") == "jose obrien");
    CHECK(folded("ŁUKASZ Straße Æsir") == "lukasz strasse aesir");
    CHECK(folded("Jose\u0301") == "jose");
    CHECK(folded("李 Мария") == "李 Мария");
}

TEST_CASE("bytes that are not UTF-8 are noticed")
{
    CHECK(isValidUtf8("Zoë 李"));
    CHECK_FALSE(isValidUtf8("\xc3"));
    CHECK_FALSE(isValidUtf8("\xc0\xaf"));
    CHECK_FALSE(isValidUtf8("\xed\xa0\x80"));
    CHECK_FALSE(isValidUtf8(std::string_view{"a\0b", 3}));
}

TEST_CASE("text is blank when it is nothing but white space")
{
    CHECK(isBlank(""));
    CHECK(isBlank(" \t\r\n\v\f"));
    CHECK_FALSE(isBlank(" x "));
    CHECK_FALSE(isBlank("\u00a0"));
}

TEST_CASE("white space is tidied and digits are picked out")
{
    CHECK(tidied(" a \t\n b ") == "a b");
    CHECK(digitsOf("999 526-0182") == "9995260182");
    CHECK(splitWords(" one  two ") == std::vector<std::string>{"one", "two"});
}
