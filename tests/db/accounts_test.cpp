#include "db/envelope.h"

#include "base/platform.h"
#include "db/envelope_seal.h"
#include "support/temp_folder.h"

#include <algorithm>

using namespace holdfast;
using namespace holdfast::db;

namespace {

Secret words(const char* text)
{
    return Secret::copyOf(text);
}

struct Team {
    test::TempFolder folder;
    std::string store = folder.file("store");
    NewEnvelope made = createEnvelope({"rowan.e", "w1"}, words("four plain lanterns wander"), smallCost).value();

    Team()
    {
        if (!writeEnvelope(store, made.envelope) || !add("ines.m", "w2", "seven otters juggle lamps"))
            throw std::runtime_error{"no team"};
    }
    Result<Done> add(const char* user, const char* worker, const char* passphrase)
    {
        return addAccount(store, made.key, {user, worker, true}, words(passphrase), smallCost);
    }
};

}  // namespace

TEST_CASE("each account opens the same store with its own passphrase, and says whose it was")
{
    Team team;
    const auto rowan = openWithPassphrase(team.store, words("four plain lanterns wander"), "rowan.e");
    const auto ines = openWithPassphrase(team.store, words("seven otters juggle lamps"), "ines.m");
    REQUIRE(rowan);
    REQUIRE(ines);
    CHECK(rowan->account == Account{"rowan.e", "w1", false});
    CHECK(ines->account == Account{"ines.m", "w2", true});
    CHECK(rowan->key.data.sameAs(ines->key.data));
    CHECK(rowan->key.lasting.sameAs(ines->key.lasting));
    CHECK_FALSE(openWithPassphrase(team.store, words("seven otters juggle lamps"), "rowan.e"));
    CHECK_FALSE(openWithPassphrase(team.store, words("four plain lanterns wander"), "ines.m"));
    CHECK(openWithRecoveryKey(team.store, team.made.recovery));
    CHECK(accountsOf(team.store).value() == std::vector<Account>{{"rowan.e", "w1", false}, {"ines.m", "w2", true}});
}

TEST_CASE("a name or a worker has one account, and a passphrase that is too weak makes none")
{
    Team team;
    CHECK(team.add("ines.m", "w3", "another quiet harbour morning").error().where == "user");
    CHECK(team.add("ines", "w2", "another quiet harbour morning").error().where == "worker");
    CHECK(team.add("ines", "w3", "short").error().code == ErrorCode::invalid);
    CHECK(team.add("", "w3", "another quiet harbour morning").error().code == ErrorCode::invalid);
    CHECK(accountsOf(team.store)->size() == 2);
}

TEST_CASE("a removed account opens nothing, and the last one stays")
{
    Team team;
    REQUIRE(removeAccount(team.store, team.made.key, "ines.m"));
    CHECK(openWithPassphrase(team.store, words("seven otters juggle lamps")).error().code == ErrorCode::wrongKey);
    CHECK(removeAccount(team.store, team.made.key, "ines.m").error().code == ErrorCode::notFound);
    CHECK(removeAccount(team.store, team.made.key, "rowan.e").error().detail == "accounts.last");
    CHECK(openWithPassphrase(team.store, words("four plain lanterns wander")));
}

TEST_CASE("only one program at a time changes the accounts")
{
    Team team;
    const auto held = platform::lockFile(team.store + ".keys-lock");
    REQUIRE(held);
    CHECK(team.add("third.p", "w3", "another quiet harbour morning").error().code == ErrorCode::busy);
}

TEST_CASE("who never had a key cannot put a data key of their own into the envelope")
{
    Team team;
    Envelope forged = readEnvelope(team.store)->envelope;
    forged.entries[0].sealed = sealedTo(forged.entries[0], Secret::random(32));
    REQUIRE(writeEnvelope(team.store, forged));
    CHECK(openWithPassphrase(team.store, words("four plain lanterns wander"), "rowan.e").error().code ==
          ErrorCode::damaged);
}
