#include "db/envelope.h"

#include "base/platform.h"
#include "db/envelope_file.h"
#include "support/temp_folder.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace holdfast;
using namespace holdfast::db;

namespace {

Secret phrase(const char* text = "four plain lanterns wander")
{
    return Secret::copyOf(text);
}

NewEnvelope anEnvelope(const char* user = "worker-1")
{
    return createEnvelope({user, "id"}, phrase(), smallCost).value();
}

std::string contentOf(const std::string& path)
{
    return platform::readFile(path, envelopeLimit).value();
}

void put(const std::string& path, const std::string& content)
{
    std::ofstream{path, std::ios::binary} << content;
}

template <class T>
ErrorCode codeOf(const Result<T>& result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

}  // namespace

TEST_CASE("the passphrase and the recovery key open the same data key, and nothing else does")
{
    const test::TempFolder folder;
    const std::string store = folder.file("store");
    const NewEnvelope made = anEnvelope();
    REQUIRE(writeEnvelope(store, made.envelope));

    const auto byPassphrase = openWithPassphrase(store, phrase());
    const auto typed = parseRecoveryKey(made.recovery.printed().view());
    const auto byRecovery = openWithRecoveryKey(store, typed.value());

    REQUIRE(byPassphrase);
    REQUIRE(byRecovery);
    CHECK(byPassphrase->key.data.sameAs(made.key.data));
    CHECK(byRecovery->data.sameAs(made.key.data));
    CHECK(byRecovery->salt == made.key.salt);
    CHECK(byRecovery->storeId == made.key.storeId);
    CHECK(codeOf(openWithPassphrase(store, phrase("four plain lanterns wandeR"))) == ErrorCode::wrongKey);
    CHECK(codeOf(openWithPassphrase(store, phrase(), "worker-2")) == ErrorCode::wrongKey);
    CHECK(codeOf(openWithRecoveryKey(store, RecoveryKey{Secret::random(32)})) == ErrorCode::wrongKey);
}

TEST_CASE("every new envelope has a key, a salt and a store id of its own")
{
    const NewEnvelope one = anEnvelope();
    const NewEnvelope two = anEnvelope();
    CHECK_FALSE(one.key.data.sameAs(two.key.data));
    CHECK(one.key.salt != two.key.salt);
    CHECK(one.key.storeId != two.key.storeId);
    CHECK_FALSE(one.key.derived(Purpose::pages).sameAs(one.key.derived(Purpose::anchor)));
    CHECK_FALSE(one.key.derived(Purpose::pages).sameAs(one.key.data));
}

TEST_CASE("neither the data key nor the passphrase nor the recovery key is in the file, which only the owner reads")
{
    const test::TempFolder folder;
    const NewEnvelope made = anEnvelope();
    REQUIRE(writeEnvelope(folder.file("store"), made.envelope));
    for (const char* copy : {"store.keys-a", "store.keys-b"}) {
        const std::string text = contentOf(folder.file(copy));
        CHECK(text.find(hexOf(made.key.data.view())) == std::string::npos);
        CHECK(text.find(hexOf(made.recovery.bits.view())) == std::string::npos);
        CHECK(text.find("lanterns") == std::string::npos);
        CHECK(platform::isPrivate(folder.file(copy)));
    }
}

TEST_CASE("a changed passphrase opens, the old one does not, and the old entry cannot be put back")
{
    const test::TempFolder folder;
    const std::string store = folder.file("store");
    const NewEnvelope made = anEnvelope();
    REQUIRE(writeEnvelope(store, made.envelope));
    REQUIRE(changePassphrase(store, made.key, "worker-1", phrase("another quiet harbour morning"), false, smallCost));

    CHECK(openWithPassphrase(store, phrase("another quiet harbour morning")));
    CHECK(codeOf(openWithPassphrase(store, phrase())) == ErrorCode::wrongKey);
    CHECK(openWithRecoveryKey(store, made.recovery));

    SECTION("even when one of the copies is lost")
    {
        const char* lost = GENERATE("store.keys-a", "store.keys-b");
        std::filesystem::remove(folder.file(lost));
        CHECK(codeOf(openWithPassphrase(store, phrase())) == ErrorCode::wrongKey);
        CHECK(openWithPassphrase(store, phrase("another quiet harbour morning")));
    }
    SECTION("spliced into the new envelope with a fresh checksum")
    {
        Envelope forged = readEnvelope(store).value().envelope;
        forged.entries[0] = made.envelope.entries[0];
        REQUIRE(writeEnvelope(store, forged));
        CHECK(codeOf(openWithPassphrase(store, phrase())) == ErrorCode::damaged);
    }
}

TEST_CASE("a wrapped key moved to another user, epoch or store does not open")
{
    const test::TempFolder folder;
    const std::string store = folder.file("store");
    Envelope forged = anEnvelope().envelope;
    const int kind = GENERATE(0, 1, 2, 3, 4);
    if (kind == 0)
        forged.entries[0].account.user = "worker-2";
    if (kind == 1)
        forged.entries[0].epoch = 2;
    if (kind == 2)
        forged.storeId = anEnvelope().envelope.storeId;
    if (kind == 3)
        forged.entries[0].account.worker = "somebody-else";
    if (kind == 4)
        forged.entries[0].publicKey = anEnvelope().envelope.entries[0].publicKey;
    REQUIRE(writeEnvelope(store, forged));

    CHECK(codeOf(openWithPassphrase(store, phrase())) == ErrorCode::wrongKey);
}

TEST_CASE("only the key's holder may change a passphrase, and only of a user who is there")
{
    const test::TempFolder folder;
    const std::string store = folder.file("store");
    const NewEnvelope made = anEnvelope();
    REQUIRE(writeEnvelope(store, made.envelope));
    const auto other = anEnvelope();
    CHECK(changePassphrase(store, other.key, "worker-1", phrase(), false, smallCost).error().code ==
          ErrorCode::wrongKey);
    CHECK(changePassphrase(store, made.key, "nobody", phrase(), false, smallCost).error().code == ErrorCode::notFound);
    CHECK(changePassphrase(store, made.key, "worker-1", phrase("short"), false, smallCost).error().code ==
          ErrorCode::invalid);
    CHECK(openWithPassphrase(store, phrase()));
}

TEST_CASE("any damaged byte of one copy is noticed and the other opens; both damaged is said so")
{
    const test::TempFolder folder;
    const std::string store = folder.file("store");
    const NewEnvelope made = anEnvelope();
    REQUIRE(writeEnvelope(store, made.envelope));
    const std::string a = folder.file("store.keys-a");
    const std::string good = contentOf(a);
    CHECK(readEnvelope(store)->wholeCopies == 2);

    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
        CHECK_FALSE(parseEnvelope(bad, a));
    }
    for (std::size_t length = 0; length < good.size(); ++length)
        CHECK_FALSE(parseEnvelope(good.substr(0, length), a));

    put(a, good.substr(0, good.size() / 2));
    CHECK(readEnvelope(store)->wholeCopies == 1);
    CHECK(openWithPassphrase(store, phrase()));
    SECTION("it is mended from the good one")
    {
        REQUIRE(mendEnvelope(store, made.key));
        CHECK(contentOf(a) == good);
    }
    SECTION("with both damaged")
    {
        put(folder.file("store.keys-b"), "");
        CHECK(codeOf(openWithPassphrase(store, phrase())) == ErrorCode::damaged);
    }
    SECTION("with both gone")
    {
        std::filesystem::remove(a);
        std::filesystem::remove(folder.file("store.keys-b"));
        CHECK(codeOf(openWithPassphrase(store, phrase())) == ErrorCode::notFound);
    }
}

TEST_CASE("an envelope without its seal, or with half of it, does not open")
{
    const test::TempFolder folder;
    Envelope forged = anEnvelope().envelope;
    forged.mac.resize(GENERATE(std::size_t{0}, std::size_t{16}));
    REQUIRE(writeEnvelope(folder.file("store"), forged));
    CHECK(codeOf(openWithPassphrase(folder.file("store"), phrase())) == ErrorCode::damaged);
}

TEST_CASE("a forged cost cannot take the machine's memory")
{
    Envelope forged = anEnvelope().envelope;
    forged.entries[0].cost.bytes = std::uint64_t{1} << 45U;
    CHECK_FALSE(parseEnvelope(written(forged), "keys"));
    forged.entries[0].cost = {0, 0};
    const test::TempFolder folder;
    REQUIRE(writeEnvelope(folder.file("store"), forged));
    CHECK(codeOf(openWithPassphrase(folder.file("store"), phrase())) == ErrorCode::damaged);
}

TEST_CASE("the recovery key is read back in any case, with or without dashes, and a slip names its group")
{
    const RecoveryKey key{Secret::random(32)};
    const std::string printed{key.printed().view()};
    CHECK(printed.size() == 71);
    CHECK(std::ranges::count(printed, '-') == 7);

    std::string relaxed;
    for (const char c : printed)
        relaxed += c == '-' ? ' ' : c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    CHECK(parseRecoveryKey(relaxed)->bits.sameAs(key.bits));

    for (std::size_t group = 0; group < 8; ++group) {
        std::string slip = printed;
        char& letter = slip[group * 9 + 3];
        letter = letter == 'A' ? 'B' : 'A';
        const auto read = parseRecoveryKey(slip);
        if (!read)
            CHECK(read.error().where == "recovery/" + std::to_string(group + 1));
        else  // one slip in 256 keeps its group's check; the wrapped key is then what refuses it
            CHECK_FALSE(read->bits.sameAs(key.bits));
    }
    CHECK(parseRecoveryKey(printed.substr(9)).error().code == ErrorCode::invalid);
    CHECK(parseRecoveryKey(printed + "A").error().code == ErrorCode::invalid);
    CHECK(parseRecoveryKey("").error().code == ErrorCode::invalid);
    CHECK(parseRecoveryKey(printed.substr(0, 20) + "!" + printed.substr(21)).error().where == "recovery/3");
}

TEST_CASE("two groups typed in the wrong order are noticed")
{
    Secret bits{32};
    for (std::size_t i = 0; i < 32; ++i)
        bits.bytes()[i] = static_cast<unsigned char>(i);
    const std::string printed{RecoveryKey{std::move(bits)}.printed().view()};
    const std::string swapped = printed.substr(9, 9) + printed.substr(0, 9) + printed.substr(18);
    CHECK(parseRecoveryKey(swapped).error().where == "recovery/1");
}

TEST_CASE("a secret taken over wipes its source and is not copied")
{
    std::string typed = "four plain lanterns wander";
    const char* where = typed.data();
    const Secret secret = Secret::taking(std::move(typed));
    CHECK(secret.view() == "four plain lanterns wander");
    CHECK(where[0] == '\0');
    STATIC_CHECK_FALSE(std::is_copy_constructible_v<Secret>);
    STATIC_CHECK_FALSE(std::is_copy_assignable_v<Secret>);
}
