#include "exchange/policy_overlay.h"

#include "exchange/policy_reader.h"
#include "exchange/shipped.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace holdfast;
using exchange::readLocalPolicy;
using exchange::shippedPolicy;

namespace {

const Policy& national()
{
    static const Policy policy = exchange::readPolicy(shippedPolicy()).value();
    return policy;
}

/// A local file with these members besides its name.
std::string local(const std::string& members)
{
    return R"({"id": "wrenfield", "version": "2026.2", "title": "Wrenfield", "over": "england")" +
           (members.empty() ? "" : ", " + members) + '}';
}

Policy laidOver(const std::string& members)
{
    auto read = readLocalPolicy(local(members), shippedPolicy());
    if (!read)
        FAIL(read.error().where << ": " << read.error().detail);
    return std::move(read).value().policy;
}

}  // namespace

TEST_CASE("a local file that changes nothing is the national policy under its own name")
{
    Policy read = laidOver("");
    CHECK(read.id == "wrenfield");
    CHECK(read.version == "2026.2");
    read.id = national().id;
    read.version = national().version;
    read.title = national().title;
    CHECK(read == national());
}

TEST_CASE("a local file changes the members it names and keeps the others")
{
    const Policy read = laidOver(R"("silence_clocks": [{"state": "sent", "working_days": 1}],
        "delays": {"name_worker": 1}, "reasons": [{"code": "S01", "step": "Ask them in writing."}])");
    CHECK(read.silenceClock(LegState::sent)->workingDays == 1);
    CHECK(read.silenceClock(LegState::sent)->code == national().silenceClock(LegState::sent)->code);
    CHECK(*read.silenceClock(LegState::waiting) == *national().silenceClock(LegState::waiting));
    CHECK(read.delays.nameWorker == 1);
    CHECK(read.delays.callBack == national().delays.callBack);
    CHECK(read.reason(ReasonCode{"S01"})->step == "Ask them in writing.");
    CHECK(read.reason(ReasonCode{"S01"})->label == national().reason(ReasonCode{"S01"})->label);
    CHECK(read.reasons.size() == national().reasons.size());
}

TEST_CASE("another unit takes the place of the national one")
{
    const Policy read = laidOver(R"("silence_clocks": [{"state": "waiting", "working_days": 10}])");
    CHECK(read.silenceClock(LegState::waiting)->weeks == 0);
    CHECK(read.silenceClock(LegState::waiting)->workingDays == 10);
}

TEST_CASE("a ladder is taken whole, for its order is its meaning")
{
    const Policy read = laidOver(R"("challenge_ladder": [
        {"level": 0, "what": "keyworker_query", "owner": "holder", "working_days": 1},
        {"level": 2, "what": "supervisors_contact", "owner": "supervisor", "working_days": 2}])");
    REQUIRE(read.challengeLadder.size() == 2);
    CHECK(read.challengeLadder[1].workingDays == 2);
}

TEST_CASE("a bad local file is refused with its own place, what was found and what is expected")
{
    struct Fault {
        std::string members;
        std::string where;
        std::string detail;
    };
    const Fault fault = GENERATE(
        Fault{R"("silence_clock": [])", "/silence_clock", "expected only"},
        Fault{R"("silence_clocks": [{"state": "sent", "hours": 2}])", "/silence_clocks/0/hours", "expected only"},
        Fault{R"("silence_clocks": [{"state": "sent", "code": "S99"}])", "/silence_clocks/0/code",
              "expected the code of a reason in this file, found \"S99\""},
        Fault{R"("silence_clocks": [{"state": "asleep", "working_days": 1}])", "/silence_clocks/0/state", "one of"},
        Fault{R"("silence_clocks": [{"working_days": 1}])", "/silence_clocks/0/state", "found nothing"},
        Fault{R"("delays": {"name_worker": 0})", "/delays/name_worker", "a whole number from 1 to 30, found 0"},
        Fault{R"("default_reasons": {"signposted": "S77"})", "/default_reasons/signposted", "found \"S77\""},
        Fault{R"("weights": [{"criterion": "colour", "points": 3}])", "/weights/0/criterion",
              "one that the national policy has, found \"colour\""},
        Fault{R"("sentences": [{"id": "title.nevr", "text": "x"}])", "/sentences/0/id", "found \"title.nevr\""},
        Fault{R"("reasons": [{"code": "S01", "step": "a"}, {"code": "S01", "step": "b"}])", "/reasons/1/code",
              "not in the list already"},
        Fault{R"("situations": [{"situation": "general", "cite": ["No such guide"]}])", "/situations/0/cite/0",
              "the key of a citation"},
        Fault{R"("citations": [{"key": "Ours", "text": "ours", "certainty": "U"}])", "/citations/0",
              "\"needs_sign_off\": true"},
        Fault{R"("special_days": [{"date": "2026-02-30", "holiday": true, "name": "x"}])", "/special_days/0/date",
              "found \"2026-02-30\""},
        // A clock without an owner, and a ladder that leads back.
        Fault{R"("challenge_ladder": [{"level": 0, "what": "keyworker_query", "working_days": 1}])",
              "/challenge_ladder/0/owner", "found nothing"},
        Fault{R"("challenge_ladder": [{"level": 0, "what": "keyworker_query", "owner": "nobody", "working_days": 1}])",
              "/challenge_ladder/0/owner", "found \"nobody\""},
        Fault{R"("challenge_ladder": [{"level": 0, "what": "chase", "owner": "holder", "working_days": 1},
                                      {"level": 1, "what": "hold_mdt", "owner": "holder", "working_days": 2},
                                      {"level": 2, "what": "chase", "owner": "holder", "working_days": 3}])",
              "/challenge_ladder/2/what", "not in the list already, found \"chase\""},
        Fault{R"("challenge_ladder": [{"level": 1, "what": "chase", "owner": "holder", "working_days": 1},
                                      {"level": 0, "what": "hold_mdt", "owner": "holder", "working_days": 2}])",
              "/challenge_ladder/1/level", "never leads back"},
        Fault{R"("challenge_ladder": [{"level": 1, "what": "write_poem", "owner": "holder", "working_days": 1}])",
              "/challenge_ladder/0/what", "found \"write_poem\""},
        Fault{R"("silence_ladder": {"levels": [{"level": 2, "what": "hold_mdt"}]})", "/silence_ladder/levels/0/owner",
              "found nothing"},
        Fault{R"("challenge_ladder": [])", "/challenge_ladder", "at least one rung"});
    INFO(fault.members);
    const auto read = readLocalPolicy(local(fault.members), shippedPolicy());
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::invalid);
    CHECK(read.error().where == fault.where);
    INFO(read.error().detail);
    CHECK(read.error().detail.find(fault.detail) != std::string::npos);
}

TEST_CASE("a local file says what it lies over and has a name of its own")
{
    const auto refused = [](const std::string& text) {
        const auto read = readLocalPolicy(text, shippedPolicy());
        return read ? std::string{"read"} : read.error().where;
    };
    CHECK(refused(R"({"id": "a", "version": "1", "title": "A", "delays": {}})") == "/over");
    CHECK(refused(R"({"id": "a", "version": "1", "title": "A", "over": "wales"})") == "/over");
    CHECK(refused(R"({"id": "england", "version": "1", "title": "A", "over": "england"})") == "/id");
    CHECK(refused(R"({"id": "a b", "version": "1", "title": "A", "over": "england"})") == "/id");
    CHECK(refused(R"({"id": "a", "version": "1 2", "title": "A", "over": "england"})") == "/version");
    CHECK(refused(R"({"id": "a", "version": "1", "over": "england"})") == "/title");
    CHECK(refused("[]") == "");
    CHECK(refused("{") == "line 1, column 2");
}

TEST_CASE("a whole policy file needs nothing to lie over")
{
    const auto read = readLocalPolicy(shippedPolicy(), shippedPolicy());
    REQUIRE(read);
    CHECK(read->over.empty());
    CHECK(read->policy == national());
}

TEST_CASE("what is kept of a local policy reads back as the same policy")
{
    const auto read = readLocalPolicy(local(R"("delays": {"name_worker": 1})"), shippedPolicy());
    REQUIRE(read);
    const auto again = exchange::readKeptPolicy(read->whole, shippedPolicy());
    REQUIRE(again);
    CHECK(*again == read->policy);
}

TEST_CASE("a policy kept by an earlier program takes from the shipped one what it could not have known")
{
    std::string older{shippedPolicy()};
    const auto weights = older.find("\"weights\"");
    const auto rules = older.find("\"rules\"");
    REQUIRE(weights < rules);
    older.erase(weights, rules - weights);
    REQUIRE_FALSE(exchange::readPolicy(older));
    const auto read = exchange::readKeptPolicy(older, shippedPolicy());
    REQUIRE(read);
    CHECK(read->weights == national().weights);
}
