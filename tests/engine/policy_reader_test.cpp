#include "exchange/policy_reader.h"

#include "domain/policy.h"
#include "engine/rules.h"
#include "engine/world.h"
#include "exchange/shipped.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>

using namespace holdfast;

namespace {

struct Fault {
    std::string from;  ///< text of the shipped file, its first occurrence
    std::string to;
    std::string where;  ///< the place that must be named
};

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const auto found = text.find(from);
    REQUIRE(found != std::string::npos);
    return text.replace(found, from.size(), to);
}

}  // namespace

TEST_CASE("The shipped policy has all 46 reasons, 19 never, 13 with a hand-over and 14 soft")
{
    const Policy& policy = test::world().policy;
    CHECK(policy.id == "england");
    CHECK(policy.reasons.size() == 46);
    const auto count = [&](BounceClass cls) { return std::ranges::count(policy.reasons, cls, &policy::Reason::cls); };
    CHECK(count(BounceClass::never) == 19);
    CHECK(count(BounceClass::handover) == 13);
    CHECK(count(BounceClass::soft) == 14);
    CHECK(policy.reason(ReasonCode{"N02"})->label == "Must be abstinent first");
    CHECK(policy.reason(ReasonCode{"X99"}) == nullptr);
}

TEST_CASE("The shipped policy marks the reasons that name the other need as their ground")
{
    std::string forSubstanceUse;
    std::string forMentalHealth;
    for (const policy::Reason& reason : test::world().policy.reasons)
        if (reason.cites)
            (*reason.cites == Need::substanceUse ? forSubstanceUse : forMentalHealth) += reason.code.str() + ' ';
    CHECK(forSubstanceUse == "H10 N01 N02 N03 N04 N07 N08 N11 N16 N19 ");
    CHECK(forMentalHealth == "N05 N17 ");
}

TEST_CASE("Every citation that is not verified waits for a sign-off")
{
    int waiting = 0;
    for (const policy::Citation& citation : test::world().policy.citations)
        if (citation.certainty == Certainty::unverified) {
            CHECK_FALSE(citation.printable());
            ++waiting;
        }
    CHECK(waiting > 0);
}

TEST_CASE("The engine's rules are in alphabetical order, so that sorting by code is sorting by name")
{
    CHECK(std::ranges::is_sorted(Names<engine::RuleCode>::list));
    CHECK(std::ranges::is_sorted(Names<engine::Flag>::list));
}

TEST_CASE("A policy file with a fault is refused, and the place is named")
{
    const Fault fault =
        GENERATE(Fault{R"("code": "N01")", R"("code": "X01")", "/reasons/0/code"},
                 Fault{R"("code": "N02")", R"("code": "N01")", "/reasons/1/code"},
                 Fault{R"("class": "never")", R"("class": "soft")", "/reasons/0/class"},
                 Fault{R"("class": "never")", R"("class": "always")", "/reasons/0/class"},
                 Fault{R"("cites": "substance_use")", R"("cites": "drink")", "/reasons/0/cites"},
                 Fault{R"("rejection": "02")", R"("rejection": "2")", "/reasons/0/rejection"},
                 Fault{R"("needs_sign_off": true)", R"("needs_sign_off": false)", "/citations/5"},
                 Fault{R"("pair": ["N04", "N05"])", R"("pair": ["N04", "N04"])", "/tennis/pair"},
                 Fault{R"("pair": ["N04", "N05"])", R"("pair": ["N04", "N77"])", "/tennis/pair/1"},
                 Fault{R"("worker_left": "S13")", R"("worker_left": "S99")", "/default_reasons/worker_left"},
                 Fault{R"("state": "sent")", R"("state": "challenged")", "/silence_clocks/0/state"},
                 Fault{R"({"state": "sent", "working_days": 2, "code": "S02"},)", "", "/silence_clocks"},
                 Fault{R"("level": 1, "what": "challenge_letter", "owner": "coordinator", "working_days": 3)",
                       R"("level": 1, "what": "challenge_letter", "owner": "coordinator", "working_days": 1)",
                       "/challenge_ladder/1/working_days"},
                 Fault{R"("what": "supervisors_contact")", R"("what": "keyworker_query")", "/challenge_ladder/2/what"},
                 Fault{R"("level": 2, "what": "supervisors_contact")", R"("level": 1, "what": "supervisors_contact")",
                       "/challenge_ladder/2/level"},
                 Fault{R"({"level": 4, "what": "strategic_lead_review", "owner": "strategic_lead"})",
                       R"({"level": 2, "what": "strategic_lead_review", "owner": "strategic_lead"})",
                       "/silence_ladder/levels/2/level"},
                 Fault{R"("what": "keyworker_query", "owner": "holder", )", R"("what": "keyworker_query", )",
                       "/challenge_ladder/0/owner"},
                 Fault{R"("owner": "coordinator", "working_days": 3)", R"("owner": "", "working_days": 3)",
                       "/challenge_ladder/1/owner"},
                 Fault{R"("ask_safety": {"hours": 4, )", R"("ask_safety": {)", "/detections/ask_safety/hours"},
                 Fault{R"("ask_safety": {"hours": 4, )", R"("ask_safety": {"hours": 4, "count": 2, )",
                       "/detections/ask_safety/count"},
                 Fault{R"("count": 3,)", R"("count": 0,)", "/detections/repeat_attendance/count"},
                 Fault{R"("outreach": {)", R"("outroach": {)", "/detections/outreach"},
                 Fault{R"("no_call_back": "S08")", R"("no_call_back": "S88")", "/default_reasons/no_call_back"},
                 Fault{R"("owner": "holder")", R"("owner": "nobody")", "/challenge_ladder/0/owner"},
                 Fault{R"("ask_both": 1)", R"("ask_both": 0)", "/delays/ask_both"},
                 Fault{R"("hours": 4)", R"("hours": 400)", "/safety/hours"},
                 Fault{R"("quadrant": "not_known_yet")", R"("mental_health": ["mild"], "quadrant": "not_known_yet")",
                       "/lead_rules"},
                 Fault{R"("id": "tennis.mdt")", R"("id": "tennis.what")", "/rules/80/id"},
                 Fault{R"("cite": ["QS188 st.4")", R"("cite": ["QS188 st.44")", "/situations/5/cite/0"},
                 Fault{R"("title": "England)", R"("unknown": 1, "title": "England)", "/unknown"});
    INFO(fault.from << " -> " << fault.to);
    const auto read = exchange::readPolicy(replaced(std::string{exchange::shippedPolicy()}, fault.from, fault.to));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::invalid);
    CHECK(read.error().where == fault.where);
    CHECK(read.error().detail.find("expected") != std::string::npos);
}
