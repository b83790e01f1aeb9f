// The example of engine.md section 7 in words of ours, for tests that need a whole scenario.
#pragma once

#include "exchange/instrument_reader.h"
#include "exchange/shipped.h"

#include <string>

namespace holdfast::exchange::samples {

inline const InstrumentSet& instruments()
{
    static const InstrumentSet set = readInstruments(shippedInstruments()).value();
    return set;
}

inline bool isReason(std::string_view policy, const ReasonCode& code)
{
    return policy == "england" && code.text().size() == 3 &&
           std::string_view{"NHS"}.find(code.text()[0]) != std::string_view::npos;
}

inline const std::string scenario = R"({
  "title": "Talking help made to wait until sober",
  "policy": "england",
  "directory": [
    {"id": "cmht", "name": "Wrenfield Community Mental Health Team", "needs": ["mental_health"], "kind": "community_mental_health",
     "min_age": 18, "areas": ["SG", "AL"], "hours": ["mon-fri 09:00-17:00"], "wait_days": 60, "accepts_concurrent_use": true},
    {"id": "lantern", "name": "Lantern Drug and Alcohol", "needs": ["substance_use"], "kind": "drug_and_alcohol",
     "min_age": 18, "areas": ["SG"], "hours": ["mon-fri 09:00-17:00", "wed 17:00-20:00"], "wait_days": 10}
  ],
  "person": {"id": "p1", "born": "1984-05-06", "sex": "female", "postcode": "SG1 1AA"},
  "events": [
    {"at": "2026-03-02T10:00:00Z", "type": "assessment_signed", "worker": "keyworker-1", "service": "lantern",
     "mental_health": {"status": "present", "severity": "moderate", "conditions": ["depression"]},
     "substance_use": {"status": "present", "severity": "moderate", "substances": ["alcohol"]},
     "safety": {"suicidal_thoughts": false},
     "instruments": {"PHQ-9": [2,2,2,2,1,2,1,1,0], "AUDIT": [3,2,2,2,1,1,2,1,0,2]}},
    {"at": "2026-03-02T11:00:00Z", "type": "referral_sent", "legs": [{"need": "mental_health", "service": "cmht"}, {"need": "substance_use", "service": "lantern"}]},
    {"at": "2026-03-09T09:00:00Z", "type": "response", "need": "mental_health", "service": "cmht", "response": "declined",
     "reason": "N02", "abstinence_weeks": 13, "points_to": "lantern", "words": "not until three months sober"},
    {"at": "2026-03-10T09:00:00Z", "type": "response", "need": "substance_use", "service": "lantern", "response": "accepted", "worker": "keyworker-1"},
    {"at": "2026-03-10T09:00:00Z", "type": "second_look", "event": 3, "class": "never", "reason": "as recorded", "worker": "c1"},
    {"at": "2026-03-16T09:00:00Z", "type": "now"}
  ],
  "expect": [
    {"after": 3, "bounces": [{"code": "N02", "class": "never", "service": "cmht"}], "legs": {"mental_health": "challenged"},
     "holder": {"mental_health": "lantern"}, "clasp": "held"}
  ]
})";

/// The scenario with the first `part` replaced.
inline std::string scenarioWith(std::string_view part, std::string_view replacement)
{
    std::string text = scenario;
    const auto at = text.find(part);
    return at == std::string::npos ? "the part is not there" : text.replace(at, part.size(), replacement);
}

}  // namespace holdfast::exchange::samples
