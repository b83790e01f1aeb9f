#include "db/key_rotation.h"

#include "db/integrity.h"
#include "db/transaction.h"
#include "support/temp_folder.h"

#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <filesystem>

using namespace holdfast;
using namespace holdfast::db;

namespace {

constexpr std::array steps{Migration{1, "0001_line", "CREATE TABLE line (body TEXT NOT NULL) STRICT;"}};
constexpr const char* rowans = "four plain lanterns wander";
constexpr const char* leavers = "seven otters juggle lamps";

/// What a power cut does to the program, at a chosen point.
struct Stopped {};

struct Store {
    test::TempFolder folder;
    std::string path = folder.file("store.holdfast");
    Schema schema{steps, {}};
    NewEnvelope made = createEnvelope({"rowan", "w1"}, Secret::copyOf(rowans), smallCost).value();

    Store()
    {
        const auto connection = createEncrypted(path, made, schema);
        if (!connection || !addAccount(path, made.key, {"leaver", "w2"}, Secret::copyOf(leavers), smallCost))
            throw std::runtime_error{"no store"};
        Transaction transaction{**connection, Access::write};
        for (int i = 0; i < 500; ++i)
            (*connection)->execute("INSERT INTO line (body) VALUES ($1)", {std::string(200, 'n')});
        transaction.commit();
    }
    Result<StoreKey> key() const
    {
        auto opened = openWithPassphrase(path, Secret::copyOf(rowans), "rowan");
        if (!opened)
            return std::move(opened).error();
        return settled(path, (*std::move(opened)).key);
    }
    std::int64_t lines() const
    {
        const auto now = key();
        if (!now)
            return -1;
        const auto opened = openStore({StoreLocation::Kind::file, path}, &*now, schema);
        return opened ? (*opened)
                            ->first("SELECT count(*) FROM line", {}, [](const Row& row) { return row.integer(0); })
                            .value_or(-2)
                      : -3;
    }
    bool opensWith(const StoreKey& old) const
    {
        return openStore({StoreLocation::Kind::file, path}, &old, schema).has_value();
    }
};

}  // namespace

TEST_CASE("after a leaver the store has another key: theirs opens it no more, everybody else's does")
{
    Store store;
    const StoreKey leaver = openWithPassphrase(store.path, Secret::copyOf(leavers), "leaver").value().key;
    REQUIRE(store.opensWith(leaver));
    REQUIRE(removeAccount(store.path, store.made.key, "leaver"));
    CHECK(store.opensWith(leaver));  // what rotation is for
    REQUIRE(rotateDataKey(store.path, store.made.key));

    CHECK_FALSE(store.opensWith(leaver));
    CHECK(store.lines() == 500);
    const auto recovered = openWithRecoveryKey(store.path, store.made.recovery);
    REQUIRE(recovered);
    CHECK(store.opensWith(*recovered));
    CHECK(recovered->next.empty());
    const auto report = checkIntegrity({StoreLocation::Kind::file, store.path}, &*recovered, store.schema);
    REQUIRE(report);
    CHECK(report->findings.empty());
    CHECK_FALSE(std::filesystem::exists(store.path + ".rekeying"));
}

TEST_CASE("a change of the key that is cut off leaves a store that opens, and is brought to an end by the next opening")
{
    const auto stop = GENERATE(RotationStage::bothKeysKept, RotationStage::copied, RotationStage::checked,
                               RotationStage::swapped, RotationStage::oldKeyDropped);
    Store store;
    const auto reached = [stop](RotationStage stage) {
        if (stage == stop)
            throw Stopped{};
    };
    CHECK_THROWS_AS(rotateDataKey(store.path, store.made.key, reached), Stopped);

    CHECK(store.lines() == 500);
    const auto now = openWithPassphrase(store.path, Secret::copyOf(leavers), "leaver");
    REQUIRE(now);
    CHECK(now->key.next.empty());
    CHECK(store.opensWith(now->key));
    const bool isNew = stop == RotationStage::swapped || stop == RotationStage::oldKeyDropped;
    CHECK(now->key.data.sameAs(store.made.key.data) != isNew);
    CHECK_FALSE(std::filesystem::exists(store.path + ".rekeying"));

    const auto key = store.key();
    REQUIRE(key);
    REQUIRE(rotateDataKey(store.path, *key));
    CHECK(store.lines() == 500);
}

TEST_CASE("while another program has the store open its key stays")
{
    Store store;
    const auto other = openStore({StoreLocation::Kind::file, store.path}, &store.made.key, store.schema);
    REQUIRE(other);
    Transaction reading{**other, Access::read};
    (*other)->first("SELECT count(*) FROM line", {}, [](const Row& row) { return row.integer(0); });
    CHECK(rotateDataKey(store.path, store.made.key).error().code == ErrorCode::busy);
    CHECK(openWithPassphrase(store.path, Secret::copyOf(rowans), "rowan")->key.next.empty());
    CHECK((*other)->first("SELECT count(*) FROM line", {}, [](const Row& row) { return row.integer(0); }) == 500);
}

TEST_CASE("an account that is added or changed while a change of the key is cut off opens afterwards")
{
    Store store;
    const auto stop = GENERATE(RotationStage::bothKeysKept, RotationStage::swapped);
    CHECK_THROWS_AS(rotateDataKey(store.path, store.made.key,
                                  [stop](RotationStage stage) {
                                      if (stage == stop)
                                          throw Stopped{};
                                  }),
                    Stopped);
    const auto cutOff = openWithPassphrase(store.path, Secret::copyOf(rowans), "rowan");
    REQUIRE(cutOff);
    REQUIRE_FALSE(cutOff->key.next.empty());
    REQUIRE(addAccount(store.path, cutOff->key, {"third", "w3"}, Secret::copyOf("another quiet harbour morning"),
                       smallCost));
    CHECK(store.lines() == 500);
    const auto third = openWithPassphrase(store.path, Secret::copyOf("another quiet harbour morning"), "third");
    REQUIRE(third);
    CHECK(store.opensWith(third->key));
}
