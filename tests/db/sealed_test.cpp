#include "db/sealed.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;

TEST_CASE("what was sealed opens with its key at its place, and nowhere else")
{
    const auto key = db::Secret::random(db::sealingKeyBytes);
    const std::string text = "words about somebody";
    const std::string sealed = db::seal(key, text, "sitting-1");
    CHECK(sealed.find("words") == std::string::npos);
    CHECK(db::unseal(key, sealed, "sitting-1") == text);
    CHECK_FALSE(db::unseal(key, sealed, "sitting-2"));
    CHECK_FALSE(db::unseal(db::Secret::random(db::sealingKeyBytes), sealed, "sitting-1"));
    CHECK(db::seal(key, text, "sitting-1") != sealed);
}

TEST_CASE("a changed or missing byte is noticed")
{
    const auto key = db::Secret::random(db::sealingKeyBytes);
    const std::string sealed = db::seal(key, "words", "here");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(db::unseal(key, changed, "here"));
        CHECK_FALSE(db::unseal(key, sealed.substr(0, at), "here"));
    }
    CHECK(db::unseal(key, db::seal(key, "", "here"), "here") == "");
    CHECK_FALSE(db::unseal(db::Secret{}, sealed, "here"));
}
