#include "base/id_source.h"

using namespace holdfast;

namespace {
struct FixedClock : Clock {
    Instant now() const override { return instantFromMillis(0x0123456789ab); }
};
}  // namespace

TEST_CASE("new ids are version 7 UUIDs that start with the time")
{
    const FixedClock clock;
    SeededRandom random{1};
    IdSource ids{clock, random};
    const auto first = ids.make<PersonId>();
    const auto second = ids.make<PersonId>();
    CHECK(first.text().size() == 36);
    CHECK(first.text().substr(0, 13) == "01234567-89ab");
    CHECK(first.text()[14] == '7');
    CHECK(std::string_view{"89ab"}.find(first.text()[19]) != std::string_view::npos);
    CHECK(first != second);
}

TEST_CASE("ids compare as their text does")
{
    CHECK(ServiceId{"a"} < ServiceId{"b"});
    CHECK(ServiceId{"a"} < ServiceId{"aa"});
    // Words of eight letters are compared as wholes: what differs only late, only early, or by a high byte.
    const std::string long47 = std::string(46, 'x') + 'b';
    const std::string texts[] = {"",          "a",         "aa",       "ab",
                                 "abcdefgh",  "abcdefghi", "abcdefgi", "b",
                                 "baaaaaaaa", "h\xc3\xa9", "hz",       std::string(46, 'x') + 'a',
                                 long47,      "\xc3\xa9z"};
    for (const std::string& left : texts)
        for (const std::string& right : texts) {
            INFO(left << " and " << right);
            CHECK((ServiceId{left} < ServiceId{right}) == (left < right));
            CHECK((ServiceId{left} == ServiceId{right}) == (left == right));
        }
    CHECK_FALSE(ServiceId::fits(std::string(48, 'x')));
    CHECK_THROWS(ServiceId{std::string(48, 'x')});
}

TEST_CASE("the same seed gives the same choices, within bounds")
{
    SeededRandom a{7};
    SeededRandom b{7};
    for (int i = 0; i < 1000; ++i) {
        const auto drawn = a.below(13);
        CHECK(drawn < 13);
        CHECK(drawn == b.below(13));
    }
}
