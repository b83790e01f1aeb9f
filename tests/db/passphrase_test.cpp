#include "db/passphrase.h"

#include <array>

using namespace holdfast;
using namespace holdfast::db;

TEST_CASE("twelve characters are enough, eleven are not, and characters are not bytes")
{
    CHECK(checkPassphrase("wq7 kestrel").error().detail == "expected at least 12 characters");
    CHECK(checkPassphrase("wq7 kestrel+"));
    CHECK(strengthOf("\xc3\xa9\xc3\xa8\xc3\xa9\xc3\xa8\xc3\xa9\xc3\xa8").advice == PassphraseAdvice::tooShort);
    CHECK(checkPassphrase(std::string(5000, 'x') + " then a kestrel hovered"));
}

TEST_CASE("what every guesser tries first is refused although it is long")
{
    for (const char* common : {"password1234", "aaaaaaaaaaaaaaaa", "123456789012", "qwertyuiop[]"}) {
        INFO(common);
        CHECK_FALSE(checkPassphrase(common));
    }
}

TEST_CASE("advice names what makes it weak")
{
    CHECK(strengthOf("123456789012").advice == PassphraseAdvice::sequence);
    CHECK(strengthOf("wjf0wjf0wjf0wjf0").advice == PassphraseAdvice::repeats);
    CHECK(strengthOf("kkkkkkkkkkkkkkk").advice == PassphraseAdvice::repeats);
    CHECK(strengthOf("password1234").advice == PassphraseAdvice::commonWord);
    CHECK(strengthOf("short").advice == PassphraseAdvice::tooShort);
    const std::array<std::string, 1> personal{"wrenfieldteam"};
    CHECK(strengthOf("wrenfieldteam", personal).advice == PassphraseAdvice::personalWord);
    CHECK(strengthOf("wrenfieldteam", personal).bits < strengthOf("wrenfieldteam").bits);
}

TEST_CASE("four unrelated words score highest and need no advice")
{
    const auto strength = strengthOf("four plain lanterns wander");
    CHECK(strength.score == 4);
    CHECK(strength.accepted);
    CHECK(strength.advice == PassphraseAdvice::none);
}
