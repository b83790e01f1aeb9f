#include "report/policy_difference.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::report;

namespace {

policy::Reason reason(const char* code, const char* label)
{
    policy::Reason made;
    made.code = ReasonCode{code};
    made.label = label;
    made.protocol = "Answers are written down.";
    return made;
}

/// Enough of a policy to compare; what it says is made up.
Policy sample()
{
    Policy made;
    made.id = "sample";
    made.silenceClocks = {{LegState::sent, 2, 0, ReasonCode{"S02"}},
                          {LegState::informationRequested, 1, 0, ReasonCode{"S02"}},
                          {LegState::waiting, 0, 4, ReasonCode{"S03"}}};
    made.challengeLadder = {{0, "keyworker_query", "holder", 1}, {1, "challenge_letter", "coordinator", 3}};
    made.reasons = {reason("N01", "Still using"), reason("S01", "Sent elsewhere")};
    made.citations = {{"Guide 1", "services answer", Certainty::verified, false, "", 14, std::nullopt, false}};
    made.sentences = {{"title.never", "This is not allowed"}};
    return made;
}

std::vector<std::string> sentences(const std::vector<PolicyChange>& changes)
{
    std::vector<std::string> texts;
    for (const PolicyChange& change : changes)
        texts.push_back(sentence(change));
    return texts;
}

}  // namespace

TEST_CASE("two policies that decide alike differ in nothing")
{
    Policy renamed = sample();
    renamed.id = "other";
    renamed.version = "2";
    CHECK(policyDifference(sample(), renamed).empty());
}

TEST_CASE("a shorter silence clock is said in one sentence")
{
    Policy local = sample();
    local.silenceClocks[0].workingDays = 1;
    const auto changes = policyDifference(sample(), local);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].group == "Silence");
    CHECK(changes[0].before == "2 working days");
    CHECK(changes[0].after == "1 working day");
    CHECK(sentence(changes[0]) == "Silence clock after \"sent\": 2 working days becomes 1");
}

TEST_CASE("another unit is named, so that two numbers are never compared that do not compare")
{
    Policy local = sample();
    local.silenceClocks[2] = {LegState::waiting, 10, 0, ReasonCode{"S03"}};
    CHECK(sentences(policyDifference(sample(), local)) ==
          std::vector<std::string>{"Silence clock after \"waiting\": 4 weeks becomes 10 working days"});
}

TEST_CASE("whole sentences stand in quotation marks")
{
    Policy local = sample();
    local.reasons[0].protocol = "Nobody is sent away.";
    CHECK(sentences(policyDifference(sample(), local)) ==
          std::vector<std::string>{"Reason N01, what the protocol says: \"Answers are written down.\" becomes "
                                   "\"Nobody is sent away.\""});
}

TEST_CASE("what is new and what goes is said as such, grouped as the file is")
{
    Policy local = sample();
    local.challengeLadder.push_back({2, "supervisors_contact", "supervisor", 5});
    local.reasons.push_back(reason("S90", "Local list is full"));
    local.citations.clear();
    local.delays.nameWorker = 1;
    local.safety.hours = 2;
    CHECK(sentences(policyDifference(sample(), local)) ==
          std::vector<std::string>{
              "Challenge, level 2: new, supervisors contact by supervisor on working day 5",
              "A supervisor acts on a risk within: 4 hours becomes 2",
              "Name a worker: 2 working days becomes 1",
              "Reason S90: new, Local list is full (soft)",
              "Citation Guide 1: no longer, was services answer",
          });
}

TEST_CASE("every part of a policy that can decide something is compared")
{
    const auto differs = [](auto change) {
        Policy local = sample();
        change(local);
        return policyDifference(sample(), local).size();
    };
    CHECK(differs([](Policy& p) { p.silenceClocks[0].code = ReasonCode{"S03"}; }) == 1);
    CHECK(differs([](Policy& p) { p.silenceLadder.secondChase = 4; }) == 1);
    CHECK(differs([](Policy& p) { p.silenceLadder.levels.push_back({2, "hold_mdt", "coordinator", 1}); }) == 1);
    CHECK(differs([](Policy& p) { p.challengeLadder[1].owner = "supervisor"; }) == 1);
    CHECK(differs([](Policy& p) { p.tennis.windowDays = 60; }) == 1);
    CHECK(differs([](Policy& p) { p.safety.triggers = {SafetyFact::overdose}; }) == 1);
    CHECK(differs([](Policy& p) { p.urgency = {{Urgency::urgent, {SafetyFact::pregnant}}}; }) == 1);
    CHECK(differs([](Policy& p) { p.defaults.signposted = ReasonCode{"S09"}; }) == 1);
    CHECK(differs([](Policy& p) { p.dutyHolder.worker = WorkerId{"night-desk"}; }) == 1);
    CHECK(differs([](Policy& p) { p.severeConditions = {"psychosis"}; }) == 1);
    CHECK(differs([](Policy& p) { p.specialDays = {{Date{}, true, "A day off"}}; }) == 1);
    CHECK(differs([](Policy& p) { p.reasons[0].cls = BounceClass::never; }) == 1);
    CHECK(differs([](Policy& p) { p.reasons[0].keywords = {"still using"}; }) == 1);
    CHECK(differs([](Policy& p) { p.citations[0].needsSignOff = true; }) == 1);
    CHECK(differs([](Policy& p) { p.citations[0].minAge = 18; }) == 1);
    CHECK(differs([](Policy& p) { p.situations = {{Situation::general, {"Guide 1"}}}; }) == 1);
    CHECK(differs([](Policy& p) { p.leadRules.push_back({}); }) == 1);
    CHECK(differs([](Policy& p) { p.weights = {{"wait", 20}}; }) == 1);
    CHECK(differs([](Policy& p) { p.sentences[0].text = "Not so"; }) == 1);
    CHECK(differs([](Policy& p) { p.detections[0].hours += 1; }) == 1);
}
